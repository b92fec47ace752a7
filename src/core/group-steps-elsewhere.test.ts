// Steps that were done with another room than the group of the job: a greeting counts wherever it went, nothing else does.
import { describe, expect, it } from 'vitest';
import { type GroupJob, jobAt } from './group-job.ts';
import { dueSteps, isWorking, type StepState, stepsAt } from './group-steps.ts';
import type { JobFact, Step, StepEnd } from './job-facts.ts';

const ROOM = '@@one';
const OTHER = '@@two';
const NOW = 100;
const ret = (Ret: number, ChatRoomName = ''): StepEnd => ({
  path: 'raw',
  reply: { BaseResponse: { Ret }, ChatRoomName },
});
const begun = (at: number, step: Step, room = ROOM): JobFact => ({ type: 'step', at, step, room });
const ended = (at: number, step: Step, room = ROOM, end = ret(0)): JobFact => ({
  type: 'step-end',
  at,
  step,
  room,
  ...end,
});
const reads = (at: number, room = ROOM): readonly JobFact[] => {
  const read = { nickName: 'Club', memberCount: 2, isOwn: true, members: ['@a'] };
  return [begun(at, 'read', room), ended(at + 1, 'read', room, { ...ret(0), read })];
};
/** A group was made, which is to be called Club and to be greeted. */
const jobWith = (...facts: readonly JobFact[]): GroupJob => {
  const members = [{ userName: '@a', name: 'Anna' }];
  const request = { id: 'job-1', account: '@me', members, topic: 'Club', greeting: 'Hello' };
  const answered = { type: 'answered', at: 0, ...ret(0, ROOM) } as const;
  return jobAt({ ...request, facts: [{ type: 'sent', at: 0 }, answered, ...facts] }, NOW);
};
const stateOf = (step: Step, ...facts: readonly JobFact[]): StepState | undefined =>
  stepsAt(jobWith(...facts), NOW).find((one) => one.step === step)?.state;

const WAITING = { kind: 'waiting' };
const RUNNING = { kind: 'running' };
const DONE = { kind: 'done' };

describe('in another room', () => {
  it.each(['check', 'name', 'read'] as const)('%s neither begins nor ends', (step) => {
    expect(stateOf(step, begun(1, step, OTHER))).toEqual(WAITING);
    expect(stateOf(step, begun(1, step, OTHER), ended(2, step, OTHER))).toEqual(WAITING);
    expect(stateOf(step, begun(1, step), ended(2, step, OTHER))).toEqual(RUNNING);
    expect(stateOf(step, ended(1, step, OTHER), begun(2, step))).toEqual(RUNNING);
    expect(dueSteps(jobWith(begun(1, step, OTHER)), NOW)).toContain(step);
    expect(isWorking(jobWith(begun(1, step, OTHER)), NOW)).toBe(false);
  });

  it.each(['invite', 'read'] as const)('%s is not listed as begun besides', (step) => {
    const listed = (room: string): readonly Step[] => {
      const { topic: _unnamed, ...plain } = jobWith(begun(1, step, room));
      return stepsAt(plain, NOW).map((one) => one.step);
    };
    expect(listed(OTHER)).toEqual(['check', 'greet']);
    expect(listed(ROOM)).toEqual(['check', 'greet', step]);
  });

  it('a name that is set does not make this one wait for another reading', () => {
    const named = [begun(1, 'name'), ended(2, 'name'), ...reads(3)];
    expect(stateOf('name', ...named, begun(5, 'name', OTHER))).toEqual(DONE);
    expect(stateOf('name', ...named, begun(5, 'name', OTHER), ended(6, 'name', OTHER, ret(-1)))).toEqual(
      DONE,
    );
  });

  it('a reading does not tell of this name', () => {
    expect(stateOf('name', begun(1, 'name'), ended(2, 'name'), ...reads(3, OTHER))).toEqual(RUNNING);
  });
});

describe('a greeting to another room', () => {
  it.each<[string, readonly JobFact[], object]>([
    ['runs', [begun(1, 'greet', OTHER)], RUNNING],
    ['is done', [begun(1, 'greet', OTHER), ended(2, 'greet', OTHER)], DONE],
    ['failed', [begun(1, 'greet', OTHER), ended(2, 'greet', OTHER, ret(-1))], { kind: 'failed', ret: -1 }],
    ['was cut off', [begun(1, 'greet', OTHER), { type: 'restored', at: 2 }], { trouble: 'interrupted' }],
    ['ends one that began here', [begun(1, 'greet'), ended(2, 'greet', OTHER)], DONE],
    [
      'is done by an answer about that room',
      [begun(1, 'greet', OTHER), ended(2, 'greet', OTHER, ret(0, OTHER))],
      DONE,
    ],
    [
      'is in doubt by an answer about this room',
      [begun(1, 'greet', OTHER), ended(2, 'greet', OTHER, ret(0, ROOM))],
      { kind: 'unsure', trouble: 'wrong-room' },
    ],
  ])('counts as one to this: it %s', (_how, facts, state) => {
    expect(stateOf('greet', ...facts)).toMatchObject(state);
    expect(dueSteps(jobWith(...facts), NOW)).not.toContain('greet');
  });

  it('is listed only where one was asked for', () => {
    const { greeting: _unsaid, ...silent } = jobWith(begun(1, 'greet', OTHER));
    expect(stepsAt(silent, NOW).map(({ step }) => step)).toEqual(['check', 'name', 'read']);
  });
});
