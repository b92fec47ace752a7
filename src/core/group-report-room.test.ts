// People brought into a group that was there before: nobody answered for them, so the invitation and the room tell.
import { describe, expect, it } from 'vitest';
import { type GroupJob, jobAt } from './group-job.ts';
import { groupReport } from './group-report.ts';
import { stepsAt } from './group-steps.ts';
import type { JobFact, JobRequest, StepEnd } from './job-facts.ts';

const ROOM = '@@one';
const request: JobRequest = {
  id: 'job-1',
  account: '@me',
  room: ROOM,
  members: [
    { userName: '@a', name: 'Anna' },
    { userName: '@b', name: 'Béla' },
  ],
};
const body = (Ret: number, statuses: Readonly<Record<string, number>> = {}): object => ({
  BaseResponse: { Ret },
  MemberList: Object.entries(statuses).map(([UserName, MemberStatus]) => ({ UserName, MemberStatus })),
});
const invite = (...people: readonly string[]): JobFact => ({
  type: 'step',
  at: 1,
  step: 'invite',
  room: ROOM,
  people,
});
const ended = (end: StepEnd): JobFact => ({
  type: 'step-end',
  at: 2,
  step: 'invite',
  room: ROOM,
  path: 'raw',
  ...end,
});
const added = (reply: unknown): JobFact => ended({ fun: 'addmember', reply });
const invited = (reply: unknown): JobFact => ended({ fun: 'invitemember', reply });
/** The room is read, from the beginning of the step on. */
const reading = (members: readonly string[], memberCount = members.length + 1): readonly JobFact[] => [
  { type: 'step', at: 3, step: 'read', room: ROOM },
  {
    type: 'step-end',
    at: 4,
    step: 'read',
    room: ROOM,
    path: 'raw',
    reply: body(0),
    read: { nickName: '', memberCount, isOwn: true, members },
  },
];
const jobWith = (...facts: readonly JobFact[]): GroupJob => jobAt({ ...request, facts }, 60_000);
const lines = (job: GroupJob): readonly string[] =>
  groupReport(job, stepsAt(job, 60_000)).people.map(
    ({ member, standing }) => `${member.userName} ${standing}`,
  );

it('nothing is known of anybody before an answer or a reading', () => {
  expect(lines(jobWith(invite('@a', '@b')))).toEqual(['@a not-known', '@b not-known']);
});

it.each<[string, readonly JobFact[], readonly string[]]>([
  ['added', [added(body(0, { '@a': 0, '@b': 4 }))], ['@b not-a-friend', '@a in']],
  ['invited', [invited(body(0))], ['@a invited', '@b invited']],
  ['invited, and not there yet', [invited(body(0)), ...reading(['@x'])], ['@a invited', '@b invited']],
  ['invited, one of them there', [invited(body(0)), ...reading(['@b'])], ['@a invited', '@b in']],
  ['refused, and not there', [added(body(-1)), ...reading(['@x'])], ['@a missing', '@b missing']],
  ['refused, and there all the same', [added(body(-1)), ...reading(['@b', '@a'])], ['@a in', '@b in']],
  ['read in part', [added(body(0)), ...reading(['@b'], 99)], ['@a not-known', '@b in']],
])('they stand as they were %s', (_how, facts, told) => {
  expect(lines(jobWith(invite('@a', '@b'), ...facts))).toEqual(told);
});

it('the answer to making another group says nothing of them', () => {
  const reply = { ...body(0, { '@a': 0, '@b': 0 }), ChatRoomName: '@@two' };
  const answered: JobFact = { type: 'answered', at: 2, reply, path: 'factory' };
  expect(lines(jobWith(invite('@a', '@b'), answered))).toEqual(['@a not-known', '@b not-known']);
});

describe('nobody was added', () => {
  it('when nothing was sent', () => {
    const notSent: JobFact = { type: 'not-sent', at: 1, reason: 'stale-contact', gone: ['@b'] };
    expect(lines(jobWith(notSent))).toEqual(['@b cannot-be-added', '@a not-added']);
  });
});

it('the order is that of urgency, then of choosing', () => {
  const statuses = { '@gone': 5, '@gone2': 1, '@blocks': 3, '@no': 4, '@no2': 4, '@out': 0, '@out2': 0 };
  const others = ['@in', '@in2', ...Object.keys(statuses)];
  const members = ['@waits', '@waits2', ...others].map((userName) => ({ userName, name: userName }));
  const facts = [
    ...[invite('@waits', '@waits2'), invited(body(0))],
    ...[invite(...others), added(body(0, statuses)), ...reading(['@in2', '@in'])],
  ];
  expect(lines(jobAt({ ...request, members, facts }, 60_000))).toEqual([
    ...['@out missing', '@out2 missing', '@no not-a-friend', '@no2 not-a-friend', '@waits invited'],
    ...['@waits2 invited', '@blocks has-blocked-you', '@gone cannot-be-added', '@gone2 cannot-be-added'],
    ...['@in in', '@in2 in'],
  ]);
});
