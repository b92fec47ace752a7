// What becomes of people who are brought into a group that is there: who is in, who has yet to accept, who was refused.
import { describe, expect, it } from 'vitest';
import { type GroupJob, jobAt } from './group-job.ts';
import { canBeInvited, groupReport, type Reported } from './group-report.ts';
import { stepsAt } from './group-steps.ts';
import type { JobFact, JobRequest, StepEnd } from './job-facts.ts';

const ROOM = '@@one';
const request: JobRequest = {
  id: 'job-1',
  account: '@me',
  members: [
    { userName: '@a', name: 'Anna' },
    { userName: '@b', name: 'Béla' },
  ],
};
const body = (Ret: number, statuses: Readonly<Record<string, number>> = {}, ErrMsg = ''): object => ({
  BaseResponse: { Ret, ErrMsg },
  ChatRoomName: '',
  BlackList: '',
  MemberList: Object.entries(statuses).map(([UserName, MemberStatus]) => ({ UserName, MemberStatus })),
});
/** A group was made of Anna; Béla has no friend in you any more. */
const made: readonly JobFact[] = [
  { type: 'sent', at: 0 },
  {
    type: 'answered',
    at: 1,
    reply: { ...body(0, { '@a': 0, '@b': 4 }), ChatRoomName: ROOM },
    path: 'factory',
  },
];
const invite = (...people: readonly string[]): JobFact => ({
  type: 'step',
  at: 10,
  step: 'invite',
  room: ROOM,
  people,
});
const ended = (end: StepEnd, room = ROOM): JobFact => ({
  type: 'step-end',
  at: 11,
  step: 'invite',
  room,
  ...end,
});
const added = (reply: unknown): JobFact => ended({ path: 'factory', fun: 'addmember', reply });
const invited = (reply: unknown): JobFact => ended({ path: 'factory', fun: 'invitemember', reply });
/** The room is read, from the beginning of the step on. */
const reading = (members: readonly string[], memberCount = members.length + 1): readonly JobFact[] => [
  { type: 'step', at: 19, step: 'read', room: ROOM },
  {
    type: 'step-end',
    at: 20,
    step: 'read',
    room: ROOM,
    path: 'raw',
    reply: body(0),
    read: { nickName: '', memberCount, isOwn: true, members },
  },
];

const newGroup = (...facts: readonly JobFact[]): GroupJob =>
  jobAt({ ...request, facts: [...made, ...facts] }, 60_000);
const report = (job: GroupJob): readonly Reported[] => groupReport(job, stepsAt(job, 60_000)).people;
const of = (userName: string, job: GroupJob): Reported | undefined =>
  report(job).find(({ member }) => member.userName === userName);

describe('an invitation that went out', () => {
  it('leaves them invited until they accept', () => {
    const job = newGroup(invite('@b'), invited(body(0)));
    expect(of('@b', job)).toMatchObject({
      standing: 'invited',
      told: 'invited',
      invitation: { kind: 'done' },
    });
    expect(of('@b', newGroup(invite('@b'), invited(body(0)), ...reading(['@a'])))).toMatchObject({
      standing: 'invited',
    });
    expect(of('@b', newGroup(invite('@b'), invited(body(0)), ...reading(['@a'], 9)))).toMatchObject({
      told: 'invited',
    });
  });

  it('leaves them in when a reading finds them', () => {
    const job = newGroup(invite('@b'), invited(body(0)), ...reading(['@a', '@b']));
    expect(of('@b', job)).toMatchObject({ standing: 'in', told: 'in', invitation: { kind: 'done' } });
  });

  it('is theirs alone', () => {
    const job = newGroup(invite('@b'), invited(body(0)));
    expect(of('@a', job)).toMatchObject({ standing: 'in', told: 'in' });
    expect(of('@a', job)?.invitation).toBeUndefined();
  });

  it('can go out again', () => {
    const job = newGroup(invite('@b'), invited(body(0)), ...reading(['@a']));
    expect(
      report(job)
        .filter(canBeInvited)
        .map(({ member }) => member.name),
    ).toEqual(['Béla']);
  });
});

describe('an adding', () => {
  it('leaves them in by its answer, and by the next reading', () => {
    const facts = [invite('@b'), added(body(0, { '@b': 0 }))];
    expect(of('@b', newGroup(...facts))).toMatchObject({ told: 'in', invitation: { kind: 'done' } });
    expect(of('@b', newGroup(...facts, ...reading(['@b', '@a'])))).toMatchObject({
      standing: 'in',
      told: 'in',
    });
  });

  it('leaves them missing when the next reading lacks them', () => {
    const facts = [invite('@b'), added(body(0, { '@b': 0 }))];
    expect(of('@b', newGroup(...facts, ...reading(['@a'])))).toMatchObject({
      standing: 'missing',
      told: 'missing',
    });
    expect(of('@b', newGroup(...facts, ...reading(['@a'], 3)))).toMatchObject({ told: 'in' });
  });

  it('with a partial invite leaves it to the reading who is in and who has yet to accept', () => {
    const facts = [invite('@b'), added(body(-2013, { '@b': 0 }))];
    const open = { standing: 'in-or-invited', told: 'in-or-invited', invitation: { kind: 'done' } };
    expect(of('@b', newGroup(...facts))).toMatchObject(open);
    expect(of('@b', newGroup(...facts, ...reading(['@a'], 3)))).toMatchObject(open);
    expect(of('@b', newGroup(...facts, ...reading(['@a'])))).toMatchObject({ told: 'invited' });
    expect(of('@b', newGroup(...facts, ...reading(['@a', '@b'])))).toMatchObject({ told: 'in' });
  });

  it('that names nobody leaves it to the reading', () => {
    const facts = [invite('@b'), added(body(0))];
    expect(of('@b', newGroup(...facts))).toMatchObject({
      told: 'not-a-friend',
      invitation: { kind: 'done' },
    });
    expect(of('@b', newGroup(...facts, ...reading(['@a', '@b'])))).toMatchObject({ told: 'in' });
  });

  it.each([
    [1, 'cannot-be-added', 'no-such-user'],
    [3, 'has-blocked-you', 'has-blocked-you'],
    [4, 'not-a-friend', 'not-a-friend'],
    [5, 'cannot-be-added', 'cannot-be-in-groups'],
  ])('with MemberStatus %i in its answer leaves them out: %s', (status, standing, told) => {
    const facts = [invite('@a', '@b'), added(body(0, { '@a': status, '@b': 0 }))];
    const out = { standing, told, invitation: { kind: 'done' } };
    expect(of('@a', newGroup(...facts))).toMatchObject(out);
    expect(of('@a', newGroup(...facts, ...reading(['@b'])))).toMatchObject(out);
    expect(of('@b', newGroup(...facts))).toMatchObject({ told: 'in' });
  });
});

describe('an invitation that failed keeps how they stand, and tells why', () => {
  it.each<[string, StepEnd, object]>([
    ['refused', { path: 'raw', reply: body(1205) }, { kind: 'failed', trouble: 'too-often', ret: 1205 }],
    ['refused with words', { path: 'raw', reply: body(1, {}, '参数错误') }, { ret: 1, words: '参数错误' }],
    ['without an answer', { path: 'factory' }, { kind: 'unsure', trouble: 'no-answer' }],
    ['without a session', {}, { kind: 'failed', trouble: 'no-session' }],
  ])('%s', (_how, end, invitation) => {
    for (const fun of ['addmember', 'invitemember'] as const) {
      const facts = [invite('@a', '@b'), ended({ ...end, fun })];
      expect(of('@a', newGroup(...facts))).toMatchObject({ standing: 'in', invitation });
      expect(of('@b', newGroup(...facts))).toMatchObject({ standing: 'not-a-friend', invitation });
      expect(of('@a', newGroup(...facts, ...reading([])))).toMatchObject({ standing: 'missing', invitation });
    }
  });
});

describe('the last invitation counts', () => {
  it('once it has ended, and none while it is under way', () => {
    const again = [invite('@b'), added(body(1205)), invite('@b')];
    expect(of('@b', newGroup(...again))?.invitation).toBeUndefined();
    expect(of('@b', newGroup(...again, invited(body(0))))).toMatchObject({
      told: 'invited',
      invitation: { kind: 'done' },
    });
  });

  it('by its own end, not by that of another step', () => {
    const late = [invite('@b'), ...reading(['@a']), invited(body(1205))];
    expect(of('@b', newGroup(...late))).toMatchObject({ invitation: { kind: 'failed', ret: 1205 } });
    const other: JobFact = { type: 'step', at: 12, step: 'read', room: ROOM, people: ['@b'] };
    expect(of('@b', newGroup(invite('@b'), invited(body(0)), other))).toMatchObject({ told: 'invited' });
  });

  it('of those about them, in this group', () => {
    const both = [invite('@b'), invited(body(0)), invite('@a'), added(body(-1))];
    expect(of('@b', newGroup(...both))).toMatchObject({ told: 'invited' });
    expect(of('@a', newGroup(...both))).toMatchObject({ invitation: { kind: 'failed', ret: -1 } });
    const elsewhere = [{ ...invite('@b'), room: '@@two' }, ended({ path: 'raw', reply: body(0) }, '@@two')];
    expect(of('@b', newGroup(...elsewhere))).toMatchObject({ told: 'not-a-friend' });
    expect(of('@b', newGroup(...elsewhere))?.invitation).toBeUndefined();
  });
});
