// The steps after a group is there: which there are, and how each stands by what happened to it and by the time that passed.
import { describe, expect, it } from 'vitest';
import { type GroupJob, jobAt } from './group-job.ts';
import { isWorking, lastRead, roomOf, type StepState, stepsAt, stepsOf } from './group-steps.ts';
import type { JobFact, JobRequest, RoomRead, Step, StepEnd } from './job-facts.ts';

const ROOM = '@@one';
const anna = { userName: '@a', name: 'Anna' };
const request: JobRequest = { id: 'job-1', account: '@me', members: [anna] };
const sent: JobFact = { type: 'sent', at: 0 };
const made: JobFact = {
  type: 'answered',
  at: 0,
  reply: { BaseResponse: { Ret: 0 }, ChatRoomName: ROOM },
  path: 'factory',
};
const ret = (Ret: number): StepEnd => ({ path: 'raw', reply: { BaseResponse: { Ret } }, status: 200 });
const read: RoomRead = { nickName: '', memberCount: 2, isOwn: true, members: ['@a'] };
const begun = (at: number, step: Step, room = ROOM): JobFact => ({ type: 'step', at, step, room });
const ended = (at: number, step: Step, end: StepEnd = ret(0), room = ROOM): JobFact => ({
  type: 'step-end',
  at,
  step,
  room,
  ...end,
});
const restored = (at: number): JobFact => ({ type: 'restored', at });
/** A job whose group was made at 0, as the facts leave it. */
const jobWith = (...facts: readonly JobFact[]): GroupJob =>
  jobAt({ ...request, greeting: 'Hello', facts: [sent, made, ...facts] }, 60_000);
const stateOf = (step: Step, now: number, ...facts: readonly JobFact[]): StepState | undefined =>
  stepsAt(jobWith(...facts), now).find((one) => one.step === step)?.state;
const steps = (job: GroupJob): readonly Step[] => stepsAt(job, 60_000).map(({ step }) => step);

const WAITING = { kind: 'waiting' };
const RUNNING = { kind: 'running' };
const DONE = { kind: 'done' };
const unsure = (trouble: string): object => ({ kind: 'unsure', trouble, words: '' });

describe('a job asks for', () => {
  it.each<[string, Partial<JobRequest>, readonly Step[]]>([
    ['a new group', {}, ['check']],
    ['a new group without people', { members: [] }, ['check']],
    ['a new group with a name', { topic: 'Club' }, ['check', 'name', 'read']],
    ['a new group with a greeting', { greeting: 'Hi' }, ['check', 'greet']],
    ['a new group with both', { topic: 'Club', greeting: 'Hi' }, ['check', 'name', 'greet', 'read']],
    ['people in a group', { room: ROOM }, ['invite', 'read']],
    ['people and a name', { room: ROOM, topic: 'Club' }, ['invite', 'name', 'read']],
    ['people and a greeting', { room: ROOM, greeting: 'Hi' }, ['invite', 'greet', 'read']],
    [
      'people, a name and a greeting',
      { room: ROOM, topic: 'Club', greeting: 'Hi' },
      ['invite', 'name', 'greet', 'read'],
    ],
    ['nothing but a look at a group', { room: ROOM, members: [] }, ['read']],
    ['a name for a group', { room: ROOM, members: [], topic: 'Club' }, ['name', 'read']],
    ['a greeting for a group', { room: ROOM, members: [], greeting: 'Hi' }, ['greet', 'read']],
    [
      'a name and a greeting for a group',
      { room: ROOM, members: [], topic: 'Club', greeting: 'Hi' },
      ['name', 'greet', 'read'],
    ],
  ])('%s', (_what, asked, list) => {
    expect(stepsOf({ ...request, ...asked })).toEqual(list);
    expect(steps(jobAt({ ...request, ...asked, facts: [] }, 0))).toEqual(list);
  });
});

describe('while there is no group all steps wait', () => {
  it.each<[string, readonly JobFact[]]>([
    ['before it is asked for', []],
    ['while it is asked for', [sent]],
    ['when it was refused', [sent, { ...made, reply: { BaseResponse: { Ret: 1205 } } }]],
    ['in doubt', [sent, restored(1)]],
    [
      'even with a step that says otherwise',
      [sent, begun(1, 'check'), ended(2, 'check', { ...ret(0), read })],
    ],
  ])('%s', (_when, facts) => {
    const job = jobAt({ ...request, greeting: 'Hi', facts }, 5);
    expect(stepsAt(job, 5).map(({ state }) => state)).toEqual([WAITING, WAITING]);
    expect([roomOf(job), lastRead(job), isWorking(job, 5)]).toEqual([undefined, undefined, false]);
  });
});

describe('a step stands', () => {
  it.each<[string, readonly JobFact[], object]>([
    ['waiting', [], WAITING],
    ['running when it has begun', [begun(1, 'greet')], RUNNING],
    ['done by a yes', [begun(1, 'greet'), ended(2, 'greet')], DONE],
    ['done by the page', [begun(1, 'greet'), ended(2, 'greet', { path: 'factory', pageSays: 'done' })], DONE],
    ['failed by a no', [begun(1, 'greet'), ended(2, 'greet', ret(1205))], { kind: 'failed', ret: 1205 }],
    ['failed when nothing was sent', [begun(1, 'greet'), ended(2, 'greet', {})], { trouble: 'no-session' }],
    ['unsure by a silence', [begun(1, 'greet'), ended(2, 'greet', { path: 'raw' })], unsure('no-answer')],
    ['running once more', [begun(1, 'greet'), ended(2, 'greet', ret(1)), begun(3, 'greet')], RUNNING],
    [
      'as it last ended',
      [begun(1, 'greet'), ended(2, 'greet', ret(1)), begun(3, 'greet'), ended(4, 'greet')],
      DONE,
    ],
    ['waiting while another runs', [begun(1, 'check')], WAITING],
    ['waiting when another ended', [begun(1, 'check'), ended(2, 'check')], WAITING],
    [
      'wrong when the answer is about another room',
      [begun(1, 'greet'), ended(2, 'greet', { path: 'raw', reply: { ChatRoomName: '@@two' } })],
      unsure('wrong-room'),
    ],
  ])('%s', (_how, facts, state) => {
    expect(stateOf('greet', 10, ...facts)).toMatchObject(state);
  });

  it('one beside the other, each by itself', () => {
    const job = jobWith(begun(1, 'check'), ended(2, 'check', ret(1)), begun(3, 'greet'));
    expect(stepsAt(job, 10)).toMatchObject([
      { step: 'check', state: { kind: 'failed' } },
      { step: 'greet', state: RUNNING },
    ]);
    expect([isWorking(job, 10), isWorking(jobWith(begun(3, 'greet'), ended(4, 'greet')), 10)]).toEqual([
      true,
      false,
    ]);
  });
});

describe('a step that does not end', () => {
  it.each([
    [1_000, RUNNING],
    [15_999, RUNNING],
    [16_000, unsure('no-answer')],
    [10 ** 12, unsure('no-answer')],
  ])('is in doubt after 15 s: at %i', (now, state) => {
    expect(stateOf('greet', now, begun(1_000, 'greet'))).toEqual(state);
    expect(isWorking(jobWith(begun(1_000, 'greet')), now)).toBe(state === RUNNING);
  });

  it('has its end taken however late it comes', () => {
    expect(stateOf('greet', 90_000, begun(0, 'greet'), ended(80_000, 'greet'))).toEqual(DONE);
    const refused = [begun(0, 'greet'), ended(80_000, 'greet', ret(-14))];
    expect(stateOf('greet', 90_000, ...refused)).toMatchObject({ kind: 'failed', trouble: 'logged-out' });
  });

  it('has 15 s anew when it begins anew', () => {
    const again = [begun(0, 'greet'), begun(30_000, 'greet')];
    expect(stateOf('greet', 44_999, ...again)).toEqual(RUNNING);
    expect(stateOf('greet', 45_000, ...again)).toEqual(unsure('no-answer'));
  });
});

describe('a reload', () => {
  it.each<[string, readonly JobFact[], object]>([
    ['cuts off what runs', [begun(1, 'greet'), restored(2)], unsure('interrupted')],
    ['cuts off what has run for long', [begun(1, 'greet'), restored(30_000)], unsure('interrupted')],
    ['leaves what waits', [restored(2)], WAITING],
    ['leaves what is done', [begun(1, 'greet'), ended(2, 'greet'), restored(3)], DONE],
    ['leaves what failed', [begun(1, 'greet'), ended(2, 'greet', ret(1)), restored(3)], { kind: 'failed' }],
    ['before a step leaves it running', [restored(1), begun(2, 'greet')], RUNNING],
    ['is forgotten when the step begins anew', [begun(1, 'greet'), restored(2), begun(3, 'greet')], RUNNING],
    ['does not forbid an end', [begun(1, 'greet'), restored(2), ended(3, 'greet')], DONE],
  ])('%s', (_what, facts, state) => {
    expect(stateOf('greet', 10, ...facts)).toMatchObject(state);
  });
});

describe('a reading', () => {
  it.each(['check', 'read'] as const)('that does not find the room has failed: %s', (step) => {
    const missing = { kind: 'failed', trouble: 'room-not-known', words: '' };
    expect(stateOf(step, 10, begun(1, step), ended(2, step))).toEqual(missing);
    expect(stateOf(step, 10, begun(1, step), ended(2, step, { ...ret(0), read }))).toEqual(DONE);
    expect(stateOf(step, 10, begun(1, step), ended(2, step, ret(1205)))).toMatchObject({ ret: 1205 });
    expect(stateOf(step, 10, begun(1, step), ended(2, step, { path: 'raw' }))).toEqual(unsure('no-answer'));
  });

  it.each(['check', 'read', 'name'] as const)(
    'is the last that found the room, whichever step: %s',
    (step) => {
      const later = { ...read, nickName: 'Club' };
      const facts = [ended(1, 'check', { ...ret(0), read }), ended(2, step, { ...ret(0), read: later })];
      expect(lastRead(jobWith(...facts, ended(3, 'read', ret(1))))).toEqual(later);
      expect(lastRead(jobWith(...facts, ended(3, 'read', { ...ret(0), read }, '@@two')))).toEqual(later);
      expect(lastRead(jobWith(ended(3, 'read')))).toBeUndefined();
    },
  );
});

it('what a person begins besides is listed after what was asked for, once', () => {
  expect(steps(jobWith(begun(1, 'read'), begun(2, 'invite'), begun(3, 'read')))).toEqual([
    'check',
    'greet',
    'invite',
    'read',
  ]);
  expect(steps(jobWith(begun(1, 'name')))).toEqual(['check', 'greet']);
});
