// Who is in the group and who is not: every answer of WeChat's told apart, and the room itself believed before any answer.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GroupJob, jobAt } from './group-job.ts';
import { canBeInvited, groupReport, type Reported, STANDINGS, type Told } from './group-report.ts';
import { stepsAt } from './group-steps.ts';
import type { JobFact, RoomRead } from './job-facts.ts';

const ROOM = '@@one';
const PEOPLE = ['@a', '@b', '@c', '@d'];
const LATER = 10 ** 9;
const sent: JobFact = { type: 'sent', at: 0 };
const reply = (Ret: number, statuses: Readonly<Record<string, number>>, more: object = {}): JobFact => ({
  type: 'answered',
  at: 1,
  reply: {
    BaseResponse: { Ret },
    ChatRoomName: ROOM,
    MemberList: Object.entries(statuses).map(([UserName, MemberStatus]) => ({ UserName, MemberStatus })),
    ...more,
  },
  path: 'factory',
});
const reading = (members: readonly string[], memberCount = members.length + 1): JobFact => ({
  type: 'step-end',
  at: 5,
  step: 'read',
  room: ROOM,
  path: 'raw',
  reply: { BaseResponse: { Ret: 0 } },
  read: { nickName: '', memberCount, isOwn: true, members } satisfies RoomRead,
});
const jobOf = (people: readonly string[], ...facts: readonly JobFact[]): GroupJob => {
  const members = people.map((userName) => ({ userName, name: userName.slice(1) }));
  return jobAt({ id: 'job-1', account: '@me', members, facts: [sent, ...facts] }, LATER);
};
const report = (job: GroupJob): readonly Reported[] => groupReport(job, stepsAt(job, LATER)).people;
const lines = (job: GroupJob): readonly string[] =>
  report(job).map(({ member, standing, told }) => `${member.userName} ${standing}: ${told}`);

describe('every MemberStatus is told apart', () => {
  it.each([
    [0, 'in', 'in'],
    [1, 'cannot-be-added', 'no-such-user'],
    [2, 'cannot-be-added', 'bad-user-name'],
    [3, 'has-blocked-you', 'has-blocked-you'],
    [4, 'not-a-friend', 'not-a-friend'],
    [5, 'cannot-be-added', 'cannot-be-in-groups'],
    [6, 'cannot-be-added', 'status-unheard-of'],
  ])('%i: %s, %s', (status, standing, told) => {
    const job = jobOf(['@a'], reply(0, { '@a': status }));
    expect(report(job)).toEqual([{ member: { userName: '@a', name: 'a' }, standing, told }]);
    if (status !== 0)
      expect(lines(jobOf(['@a'], reply(0, { '@a': status }), reading([])))).toEqual(lines(job));
    expect(lines(jobOf(['@a'], reply(0, { '@a': status }), reading(['@a'])))).toEqual(['@a in: in']);
  });

  it('who is black-listed, and of whom nothing was said', () => {
    expect(lines(jobOf(['@a', '@b'], reply(0, { '@a': 0 }, { BlackList: '@a' })))).toEqual([
      '@a cannot-be-added: black-listed',
      '@b not-known: not-reported',
    ]);
  });
});

describe('a partial invite', () => {
  const partial = reply(-2013, { '@a': 0, '@b': 0, '@c': 4 });

  it('says of nobody whether they are in', () => {
    expect(lines(jobOf(PEOPLE, partial))).toEqual([
      '@c not-a-friend: not-a-friend',
      '@a in-or-invited: in-or-invited',
      '@b in-or-invited: in-or-invited',
      '@d not-known: not-reported',
    ]);
  });

  it('with a reading tells who is in and who was only invited', () => {
    expect(lines(jobOf(PEOPLE, partial, reading(['@a'])))).toEqual([
      '@d missing: missing',
      '@c not-a-friend: not-a-friend',
      '@b invited: invited',
      '@a in: in',
    ]);
  });
});

describe('the room itself', () => {
  const made = reply(0, { '@a': 0, '@b': 0 });

  it.each([
    ['lacks somebody whom the answer put in', ['@a'], 2, ['@b missing: missing', '@a in: in']],
    ['lacks everybody', [], 1, ['@a missing: missing', '@b missing: missing']],
    ['holds everybody', ['@a', '@b'], 3, ['@a in: in', '@b in: in']],
    ['holds others too', ['@x', '@b', '@y'], 4, ['@a missing: missing', '@b in: in']],
    ['counts fewer than it lists', ['@a'], 1, ['@b missing: missing', '@a in: in']],
    ['lists fewer than it counts, so nothing is said of the absent', ['@a'], 3, ['@a in: in', '@b in: in']],
    ['counts nobody, so nothing is said of the absent', ['@a'], 0, ['@a in: in', '@b in: in']],
    ['counts and lists nobody, so nothing is said', [], 0, ['@a in: in', '@b in: in']],
  ])('%s', (_what, members, count, told) => {
    expect(lines(jobOf(['@a', '@b'], made, reading(members, count)))).toEqual(told);
  });

  it('that lists fewer than it counts leaves a partial invite and a silence as they were', () => {
    const partial = reply(-2013, { '@a': 0 });
    expect(lines(jobOf(['@a', '@b', '@c'], partial, reading(['@c'], 3)))).toEqual([
      '@a in-or-invited: in-or-invited',
      '@b not-known: not-reported',
      '@c in: in',
    ]);
  });

  it('counts as it was last read', () => {
    expect(lines(jobOf(['@a'], made, reading([]), reading(['@a'])))).toEqual(['@a in: in']);
    expect(lines(jobOf(['@a'], made, reading(['@a']), reading([])))).toEqual(['@a missing: missing']);
  });

  it('counts for a group that was found without an answer', () => {
    const rooms = [{ room: ROOM, members: ['@a'], isOwn: true }];
    const found: readonly JobFact[] = [
      { type: 'restored', at: 1 },
      { type: 'seen', at: 2, rooms },
    ];
    expect(lines(jobOf(['@a', '@b'], ...found))).toEqual(['@b not-known: not-reported', '@a in: in']);
    expect(lines(jobOf(['@a', '@b'], ...found, reading(['@a'])))).toEqual([
      '@b missing: missing',
      '@a in: in',
    ]);
  });
});

describe('without a group', () => {
  it('nobody was added when it was refused', () => {
    const refused = reply(1205, {}, { ChatRoomName: '' });
    expect(lines(jobOf(['@a', '@b'], refused))).toEqual([
      '@a not-added: not-asked',
      '@b not-added: not-asked',
    ]);
  });

  it('those whom WeChat objects to are told', () => {
    const refused = reply(0, { '@a': 0, '@b': 3, '@c': 4 }, { ChatRoomName: '', BlackList: '@d' });
    expect(lines(jobOf(PEOPLE, refused))).toEqual([
      '@c not-a-friend: not-a-friend',
      '@b has-blocked-you: has-blocked-you',
      '@d cannot-be-added: black-listed',
      '@a not-added: not-asked',
    ]);
  });

  it('those who are no contacts any more are told', () => {
    const notSent: JobFact = { type: 'not-sent', at: 1, reason: 'stale-contact', gone: ['@b'] };
    expect(lines(jobOf(['@a', '@b'], notSent))).toEqual([
      '@b cannot-be-added: not-a-contact',
      '@a not-added: not-asked',
    ]);
  });

  it.each(['', '{', undefined])('nobody is known to be in or out after %j', (answer) => {
    const doubt: JobFact = { type: 'answered', at: 1, reply: answer, path: 'factory' };
    expect(lines(jobOf(['@a', '@b'], doubt))).toEqual(['@a not-known: not-sure', '@b not-known: not-sure']);
  });
});

it.each(STANDINGS)('only those who are missing, invited or no friend can be invited: %s', (standing) => {
  const told: Told = 'not-reported';
  const invitable: readonly string[] = ['missing', 'not-a-friend', 'invited'];
  expect(canBeInvited({ member: { userName: '@a', name: 'a' }, standing, told })).toBe(
    invitable.includes(standing),
  );
});

it('tells of everybody once, the most urgent first, then as chosen, whatever was answered and read', () => {
  const status = fc.dictionary(fc.constantFrom(...PEOPLE), fc.nat({ max: 6 }));
  const members = fc.subarray([...PEOPLE, '@x']);
  const read = fc.option(fc.tuple(members, fc.nat({ max: 6 })), { nil: undefined });
  fc.assert(
    fc.property(fc.constantFrom(0, -2013, 1), status, read, (ret, statuses, seen) => {
      const facts = [reply(ret, statuses, { ChatRoomName: ret === 1 ? '' : ROOM })];
      const all = report(jobOf(PEOPLE, ...facts, ...(seen === undefined ? [] : [reading(...seen)])));
      const rank = (one: Reported): number =>
        STANDINGS.indexOf(one.standing) * PEOPLE.length + PEOPLE.indexOf(one.member.userName);
      expect(all.map(({ member }) => member.userName).toSorted()).toEqual(PEOPLE);
      expect(all.map(rank)).toEqual(all.map(rank).toSorted((a, b) => a - b));
      for (const { member, told } of all)
        if (seen?.[0].includes(member.userName) && ret !== 1) expect(told).toBe('in');
    }),
    { numRuns: 1000 },
  );
});
