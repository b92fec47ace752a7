// What became of a change to a group that exists, as a whole: by what was done there, and by the people who are there now.
import { describe, expect, it } from 'vitest';
import { type GroupJob, jobAt } from './group-job.ts';
import { type GroupReport, groupReport } from './group-report.ts';
import { stepsAt } from './group-steps.ts';
import type { JobFact, JobRequest, Step, StepEnd } from './job-facts.ts';

const ROOM = '@@one';
const NOW = 60_000;
const request: JobRequest = {
  id: 'job-1',
  account: '@me',
  room: ROOM,
  members: ['@a', '@b'].map((userName) => ({ userName, name: userName })),
};
const body = (Ret: number, statuses: Readonly<Record<string, number>> = {}): object => ({
  BaseResponse: { Ret },
  MemberList: Object.entries(statuses).map(([UserName, MemberStatus]) => ({ UserName, MemberStatus })),
});
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
const oldGroup = (asked: Partial<JobRequest>, ...facts: readonly JobFact[]): GroupReport =>
  report(jobAt({ ...request, ...asked, facts }, NOW));

describe('a group that exists is', () => {
  const both = { topic: 'Club', members: [] };
  const named = (nickName: string): readonly JobFact[] => [...did('name', {}), ...reads(['@x'], 2, nickName)];

  it.each<[string, Partial<JobRequest>, readonly JobFact[], GroupReport['kind']]>([
    ['changing before the first step', {}, [], 'changing'],
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
  ])('%s', (_what, asked, facts, kind) => {
    expect(oldGroup(asked, ...facts).kind).toBe(kind);
  });

  it('changing while a step runs, and no more when it has had its time', () => {
    const facts = [
      ...did('invite', invited),
      { type: 'step' as const, at: 4, step: 'read' as const, room: ROOM },
    ];
    const job = jobAt({ ...request, facts }, NOW);
    expect([report(job, 15_003).kind, report(job, 15_004).kind]).toEqual(['changing', 'changed']);
  });
});

describe('people are brought into a group that exists, and it is', () => {
  const adds = (Ret: number, statuses: Readonly<Record<string, number>> = {}): readonly JobFact[] =>
    did('invite', { fun: 'addmember', reply: body(Ret, statuses) });
  const unread = did('read', no);

  it.each<[string, Partial<JobRequest>, readonly JobFact[], GroupReport['kind']]>([
    ['changed when each is in or invited', {}, [...adds(-2013, { '@a': 0, '@b': 0 }), ...unread], 'changed'],
    ['partly changed', {}, [...adds(-2013, { '@a': 0, '@b': 4 }), ...unread], 'partly-changed'],
    ['changed when a try failed and all are there', {}, [...adds(-1), ...reads(['@a', '@b'])], 'changed'],
    ['partly changed, and one was there', {}, [...adds(-1), ...reads(['@a'])], 'partly-changed'],
    [
      'not changed when everybody was refused',
      {},
      [...adds(0, { '@a': 4, '@b': 3 }), ...unread],
      'not-changed',
    ],
    ['not changed when it was taken and nobody is there', {}, [...adds(0), ...reads([])], 'not-changed'],
    ['in doubt when it was taken and nobody is known of', {}, [...adds(0), ...unread], 'change-unknown'],
    ['in doubt when one is not known of', {}, [...adds(0, { '@b': 4 }), ...unread], 'change-unknown'],
    ['not changed when it failed and it was not read', {}, [...adds(-1), ...unread], 'not-changed'],
    [
      'in doubt when it was taken, nobody is known of, and the name was refused',
      { topic: 'Club' },
      [...adds(0), ...did('name', no), ...unread],
      'change-unknown',
    ],
  ])('%s', (_what, asked, facts, kind) => {
    expect(oldGroup(asked, ...facts).kind).toBe(kind);
  });
});

describe('a message is sent to a group that exists, and it is', () => {
  const greeting = 'Hello';
  const missed = [...did('invite', no), ...reads([])];
  const came = [...did('invite', {}), ...reads(['@a', '@b'])];

  it.each<[string, Partial<JobRequest>, readonly JobFact[], GroupReport['kind']]>([
    ['changed by that alone', { members: [] }, [...did('greet', {}), ...reads([])], 'changed'],
    ['partly changed when nobody came', {}, [...did('greet', {}), ...missed], 'partly-changed'],
    ['changed when all came', {}, [...did('greet', {}), ...came], 'changed'],
    ['partly changed when it was refused and all came', {}, [...did('greet', no), ...came], 'partly-changed'],
    ['not changed when it was refused and nobody came', {}, [...did('greet', no), ...missed], 'not-changed'],
    ['in doubt when nobody answered it', {}, [...did('greet', silent), ...missed], 'change-unknown'],
    [
      'partly changed when the name was refused',
      { members: [], topic: 'Club' },
      [...did('name', no), ...did('greet', {}), ...reads([])],
      'partly-changed',
    ],
  ])('%s', (_what, asked, facts, kind) => {
    expect(oldGroup({ greeting, ...asked }, ...facts).kind).toBe(kind);
  });
});
