// What became of a job as a whole: for a new group by the room where it was read, for a group that exists by its steps.
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
const silent: StepEnd = { reply: undefined };
const invited: StepEnd = { fun: 'invitemember' };
const report = (job: GroupJob, now = NOW): GroupReport => groupReport(job, stepsAt(job, now));
const newGroup = (...facts: readonly JobFact[]): GroupReport =>
  report(jobAt({ ...request, facts: [{ type: 'sent', at: 0 }, ...facts] }, NOW));
const oldGroup = (asked: Partial<JobRequest>, ...facts: readonly JobFact[]): GroupReport =>
  report(jobAt({ ...request, room: ROOM, ...asked, facts }, NOW));

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
    ['made as answered, when a reading counts nobody', [made(0, {}), ...reads(['@b'], 0)], 'made'],
    [
      'made as answered, when a reading is not whole and somebody has yet to accept',
      [made(0, {}), ...did('invite', invited), ...reads(['@a'], 9)],
      'made',
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

describe('a group that exists is', () => {
  const both = { topic: 'Club', members: [] };
  const named = (nickName: string): readonly JobFact[] => [...did('name', {}), ...reads(['@x'], 2, nickName)];

  it.each<[string, Partial<JobRequest>, readonly JobFact[], GroupReport['kind']]>([
    ['changing before the last step', {}, did('invite', invited), 'changing'],
    ['changed when everybody is there', {}, [...did('invite', {}), ...reads(['@a', '@b'])], 'changed'],
    ['changed when everybody is invited', {}, [...did('invite', invited), ...reads(['@a'])], 'changed'],
    ['changed though it could not be read', {}, [...did('invite', invited), ...did('read', no)], 'changed'],
    ['not changed when the invitation failed', {}, [...did('invite', no), ...reads(['@x'])], 'not-changed'],
    ['changed when it carries the name', both, named('Club'), 'changed'],
    ['not changed when it carries another', both, named('Clab'), 'not-changed'],
    ['partly changed', { topic: 'Club' }, [...did('invite', no), ...named('Club')], 'partly-changed'],
    [
      'partly changed when somebody is missing',
      { topic: 'Club' },
      [...did('invite', {}), ...did('name', {}), ...reads(['@a'], 2, 'Club')],
      'partly-changed',
    ],
    [
      'partly changed when somebody is missing and nothing else was asked',
      {},
      [...did('invite', {}), ...reads(['@a'])],
      'partly-changed',
    ],
    [
      'partly changed when everybody is there and the name is another',
      { topic: 'Club' },
      [...did('invite', {}), ...did('name', {}), ...reads(['@a', '@b'], 3, 'Clab')],
      'partly-changed',
    ],
    [
      'partly changed when it carries the name and nobody answered the invitation',
      { topic: 'Club' },
      [...did('invite', silent), ...named('Club')],
      'partly-changed',
    ],
    [
      'in doubt when nobody answered the invitation',
      {},
      [...did('invite', silent), ...reads(['@x'])],
      'change-unknown',
    ],
    [
      'in doubt when one change failed and nobody answered the other',
      { topic: 'Club' },
      [...did('invite', no), ...did('name', silent), ...did('read', no)],
      'change-unknown',
    ],
    [
      'not changed when every change failed',
      { topic: 'Club' },
      [...did('invite', no), ...named('Clab')],
      'not-changed',
    ],
    [
      'not changed when the change failed and only the reading is in doubt',
      {},
      [...did('invite', no), ...did('read', silent)],
      'not-changed',
    ],
    [
      'not changed when nothing was sent',
      {},
      [{ type: 'not-sent', at: 1, reason: 'offline' }],
      'not-changed',
    ],
    ['in doubt when the page is gone before anything was done', {}, [], 'change-unknown'],
  ])('%s', (_what, asked, facts, kind) => {
    expect(oldGroup(asked, ...facts).kind).toBe(kind);
  });

  it('changing while a step runs, and no more when it has had its time', () => {
    const facts = [
      ...did('invite', invited),
      { type: 'step' as const, at: 4, step: 'read' as const, room: ROOM },
    ];
    const job = jobAt({ ...request, room: ROOM, facts }, NOW);
    expect([report(job, 15_003).kind, report(job, 15_004).kind]).toEqual(['changing', 'changed']);
  });
});
