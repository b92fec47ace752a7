// What became of a new group as a whole, by the room where it was read, and whether it is known of everybody if they are in.
import { describe, expect, it } from 'vitest';
import { type GroupJob, jobAt } from './group-job.ts';
import { type GroupReport, groupReport } from './group-report.ts';
import { stepsAt } from './group-steps.ts';
import type { JobFact, JobRequest, RoomRead, Step, StepEnd } from './job-facts.ts';

const ROOM = '@@one';
const NOW = 60_000;
const people = (...names: readonly string[]): JobRequest['members'] =>
  names.map((userName) => ({ userName, name: userName }));
const request: JobRequest = { id: 'job-1', account: '@me', members: people('@a', '@b') };
const body = (Ret: number, statuses: Readonly<Record<string, number>> = {}): object => ({
  BaseResponse: { Ret },
  MemberList: Object.entries(statuses).map(([UserName, MemberStatus]) => ({ UserName, MemberStatus })),
});
const answered = (reply: object | string): JobFact => ({ type: 'answered', at: 1, reply, path: 'factory' });
const made = (Ret: number, statuses: Readonly<Record<string, number>>): JobFact =>
  answered({ ...body(Ret, statuses), ChatRoomName: ROOM });
const did = (step: Step, end: StepEnd): readonly JobFact[] => [
  { type: 'step', at: 2, step, room: ROOM, ...(step === 'invite' && { people: ['@a', '@b'] }) },
  { type: 'step-end', at: 3, step, room: ROOM, path: 'raw', reply: body(0), ...end },
];
const reads = (
  members: readonly string[],
  memberCount = members.length + 1,
  nickName = '',
): readonly JobFact[] => did('read', { read: { nickName, memberCount, isOwn: true, members } });
const no: StepEnd = { reply: body(-1) };
const invited: StepEnd = { fun: 'invitemember' };
const report = (job: GroupJob): GroupReport => groupReport(job, stepsAt(job, NOW));
const newGroup = (...facts: readonly JobFact[]): GroupReport =>
  report(jobAt({ ...request, facts: [{ type: 'sent', at: 0 }, ...facts] }, NOW));

describe('a new group is', () => {
  it.each<[string, readonly JobFact[], GroupReport['kind']]>([
    ['made by an answer that says so', [made(0, { '@a': 0, '@b': 0 })], 'made'],
    ['made by an answer that says so and names nobody', [made(0, {})], 'made'],
    ['partial by a partial invite', [made(-2013, { '@a': 0, '@b': 0 })], 'partial'],
    ['partial by an answer that refuses somebody', [made(0, { '@a': 0, '@b': 4 })], 'partial'],
    ['made when a reading finds everybody', [made(-2013, {}), ...reads(['@b', '@a'])], 'made'],
    ['partial when a reading lacks somebody', [made(0, { '@a': 0, '@b': 0 }), ...reads(['@b'])], 'partial'],
    [
      'made as answered, when a reading is not whole',
      [made(0, { '@a': 0, '@b': 0 }), ...reads(['@b'], 3)],
      'made',
    ],
    [
      'made as answered, when a reading is not whole and the answer named nobody',
      [made(0, {}), ...reads(['@b'], 3)],
      'made',
    ],
    [
      'partial when a whole reading lacked somebody, whatever a later one that is not whole leaves out',
      [made(0, {}), ...reads(['@b'], 2), ...reads(['@b'], 9)],
      'partial',
    ],
    ['made as answered, when a reading counts nobody', [made(0, {}), ...reads(['@b'], 0)], 'made'],
    [
      'partial when somebody has yet to accept, though the reading is not whole',
      [made(0, {}), ...did('invite', invited), ...reads(['@a'], 9)],
      'partial',
    ],
    ['partial as answered, when a reading is not whole', [made(-2013, {}), ...reads(['@a'], 3)], 'partial'],
    [
      'made when a reading that is not whole finds everybody',
      [made(-2013, {}), ...reads(['@b', '@a'], 9)],
      'made',
    ],
    ['as answered, when the reading fails', [made(0, { '@a': 0, '@b': 0 }), ...did('read', no)], 'made'],
    [
      'partial while somebody has yet to accept',
      [made(0, {}), ...did('invite', invited), ...reads(['@a'])],
      'partial',
    ],
    ['refused', [answered({ ...body(1205), ChatRoomName: '' })], 'refused'],
    ['unknown', [answered('')], 'unknown'],
  ])('%s', (_what, facts, kind) => {
    expect(newGroup(...facts).kind).toBe(kind);
  });

  it('told with its room and what was last read of it', () => {
    const read: RoomRead = { nickName: 'Club', memberCount: 3, isOwn: true, members: ['@a', '@b'] };
    const whole = newGroup(made(0, {}), ...did('read', { read }));
    expect(whole).toMatchObject({ room: ROOM, read, end: { phase: 'ended', outcome: { kind: 'made' } } });
    expect(whole.people.map(({ told }) => told)).toEqual(['in', 'in']);
    expect(newGroup(answered(''))).toMatchObject({ room: undefined, read: undefined });
  });

  it.each<[string, readonly JobFact[]]>([
    ['while it is asked for', [{ type: 'sent', at: NOW }]],
    [
      'while it is looked for',
      [
        { type: 'sent', at: NOW - 1 },
        { ...answered(''), at: NOW },
      ],
    ],
  ])('unknown when the page is gone %s', (_when, facts) => {
    const lost = report(jobAt({ ...request, facts }, NOW));
    expect(lost).toMatchObject({
      kind: 'unknown',
      end: { outcome: { reason: 'page-gone' }, isFound: false },
    });
    expect(lost.people.map(({ standing }) => standing)).toEqual(['not-known', 'not-known']);
  });
});

describe('it is known of everybody whether they are in', () => {
  it.each<[string, readonly JobFact[], boolean]>([
    ['by an answer about all', [made(0, { '@a': 0, '@b': 4 })], true],
    ['by a partial invite about all', [made(-2013, { '@a': 0, '@b': 0 })], true],
    ['by a whole reading, though the answer named nobody', [made(0, {}), ...reads(['@a'])], true],
    ['by a reading in part that finds everybody', [made(0, {}), ...reads(['@a', '@b'], 9)], true],
    ['also after a later reading in part', [made(0, {}), ...reads(['@a']), ...reads([], 9)], true],
    ['by a refusal', [answered({ ...body(1205), ChatRoomName: '' })], true],
    ['not when the answer lacks one', [made(0, { '@a': 0 })], false],
    ['not when a reading in part lacks one', [made(0, {}), ...reads(['@a'], 9)], false],
    ['not when the reading failed', [made(0, {}), ...did('read', no)], false],
    ['not in doubt', [answered('')], false],
  ])('%s', (_how, facts, isCounted) => {
    expect(newGroup(...facts).isCounted).toBe(isCounted);
  });
});
