// A step that was tried twice stands as its last try does: a late end of the first is not taken for that of the second.
import { describe, expect, it } from 'vitest';
import { jobAt } from './group-job.ts';
import { readings, stepsAt } from './group-steps.ts';
import type { JobFact, Step, StepEnd } from './job-facts.ts';

const ROOM = '@@room';
const OK: StepEnd = { path: 'factory', pageSays: 'done' };
const SILENT: StepEnd = { path: 'factory' };
const MADE: JobFact = {
  ...{ type: 'answered', at: 0 },
  reply: { BaseResponse: { Ret: 0 }, ChatRoomName: ROOM },
};
const begun = (at: number, step: Step = 'greet'): JobFact => ({ type: 'step', at, step, room: ROOM });
const ended = (at: number, since: number, end: StepEnd, step: Step = 'greet'): JobFact => ({
  ...{ type: 'step-end', at, since, step, room: ROOM },
  ...end,
});
const job = (...facts: readonly JobFact[]) =>
  jobAt({ id: '1', account: '@me', members: [], greeting: 'Hi', facts: [MADE, ...facts] }, 90_000);
const greeting = (now: number, ...facts: readonly JobFact[]) =>
  stepsAt(job(...facts), now).find(({ step }) => step === 'greet')?.state;

describe('a message that was sent again', () => {
  it('is under way, though the first try ends without a word only then', () => {
    const state = greeting(62_500, begun(1000), begun(62_000), ended(62_100, 1000, SILENT));
    expect(state).toEqual({ kind: 'running' });
  });

  it('is under way, though the first try turns out to have worked', () => {
    const state = greeting(62_500, begun(1000), begun(62_000), ended(62_100, 1000, OK));
    expect(state).toEqual({ kind: 'running' });
  });

  it('stays sent, though the first try ends without a word after it', () => {
    const again = [begun(62_000), ended(62_200, 62_000, OK)];
    expect(greeting(63_000, begun(1000), ...again, ended(62_300, 1000, SILENT))).toEqual({ kind: 'done' });
  });

  it('counts as sent when only the first try worked, however late that is told', () => {
    const again = [begun(62_000), ended(62_200, 62_000, SILENT)];
    expect(greeting(63_000, begun(1000), ...again)).toMatchObject({ kind: 'unsure' });
    expect(greeting(63_000, begun(1000), ...again, ended(62_300, 1000, OK))).toEqual({ kind: 'done' });
  });

  it('that tells no beginning ends the last try', () => {
    const { since: _since, ...end } = ended(62_100, 0, OK) as Extract<JobFact, { type: 'step-end' }>;
    expect(greeting(62_500, begun(1000), begun(62_000), end)).toEqual({ kind: 'done' });
  });
});

it('a reading that began before something and ends after the next has begun is one from before', () => {
  const read = { nickName: 'old', memberCount: 2, isOwn: true, members: ['@a'] };
  const late = ended(9000, 1000, { path: 'raw', reply: { BaseResponse: { Ret: 0 } }, read }, 'read');
  const facts = [begun(1000, 'read'), begun(2000, 'invite'), begun(3000, 'read'), late];
  const whole = job(...facts);
  expect(
    readings(
      whole,
      whole.facts.findIndex((fact) => fact.type === 'step' && fact.step === 'invite'),
    ),
  ).toEqual([]);
  expect(readings(whole)).toEqual([read]);
});
