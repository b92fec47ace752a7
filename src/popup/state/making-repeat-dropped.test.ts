// A step that was wanted once more is dropped when somebody else was quicker, and when its job is shown no more.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobFact, JobRecord, Step } from '../../core/job-facts.ts';
import type { Result, StepsWanted } from '../../core/provider.ts';
import { fakeProvider, made, PLACE, record, SENT } from './fake-provider.ts';
import { createMaker } from './making.ts';

const begun = (step: Step): JobFact => ({ type: 'step', at: 2500, step, room: '@@one' });
const ended = (step: Step, Ret = 0): JobFact => ({
  type: 'step-end',
  at: 2600,
  step,
  room: '@@one',
  path: 'raw',
  reply: { BaseResponse: { Ret } },
  ...(Ret === 0 && { read: { nickName: '', memberCount: 3, isOwn: true, members: ['@a', '@b'] } }),
});
/** A group that was made, whose message was refused. */
const REST: readonly JobFact[] = [begun('check'), ended('check'), begun('greet'), ended('greet', -1)];
const BUSY: readonly JobFact[] = [...REST, begun('read')];
const job = (id: string, ...facts: readonly JobFact[]): JobRecord => ({
  ...record(id, SENT, made(1000), ...facts),
  greeting: 'Hello',
});

/** A page that answers when the test says so, and a popup that shows this job. */
async function showing(...facts: readonly JobFact[]) {
  const watches: ((answer: Result<JobRecord>) => void)[] = [];
  const runs: ((answer: Result<JobRecord>) => void)[] = [];
  const watch = vi.fn(() => new Promise<Result<JobRecord>>((answer) => watches.push(answer)));
  const runSteps = vi.fn(
    (_place: unknown, _seen: JobRecord, _wanted: StepsWanted) =>
      new Promise<Result<JobRecord>>((answer) => runs.push(answer)),
  );
  const maker = createMaker(fakeProvider({ watch, runSteps }));
  const tell = (answer: ((told: Result<JobRecord>) => void) | undefined, news: readonly JobFact[]) => {
    answer?.({ ok: true, value: job('job-1', ...news) });
    return settled();
  };
  maker.heard(PLACE, job('job-1', ...facts));
  await settled();
  return {
    maker,
    watch,
    /** News of the job, as whoever watches hears them. */
    hears: (...news: readonly JobFact[]) => tell(watches.shift(), news),
    /** What the page says to the steps that it was asked for. */
    runs: (...news: readonly JobFact[]) => tell(runs.shift(), news),
    asked: () => runSteps.mock.calls.map(([, { id }, { steps }]) => `${id} ${steps.join(' ')}`),
  };
}
/** Lets all answers that are there arrive. */
async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
  vi.useFakeTimers({ now: 3000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a step that waits for another is dropped', () => {
  it('when another popup has begun the same meanwhile', async () => {
    const { maker, hears, asked } = await showing(...BUSY);
    const repeating = maker.repeat(['greet']);
    await hears(...BUSY, ended('read'), begun('greet'));
    await hears(...BUSY, ended('read'), begun('greet'), ended('greet'));
    await repeating;
    expect(asked()).toEqual([]);
  });

  it('when the person lets go of the job, whatever is heard then', async () => {
    const { maker, hears, asked } = await showing(...BUSY);
    const repeating = maker.repeat(['greet']);
    await maker.dismiss();
    await repeating;
    await hears(...BUSY, ended('read'));
    expect([asked(), maker.making.value]).toEqual([[], { kind: 'none' }]);
  });

  it('when another job is shown by then, to which as much has happened', async () => {
    const { maker, asked } = await showing(...BUSY);
    const repeating = maker.repeat(['greet']);
    void maker.dismiss();
    maker.heard(PLACE, job('job-2', ...REST));
    await repeating;
    expect(maker.making.value).toMatchObject({ kind: 'job', job: { id: 'job-2' } });
    expect(asked()).toEqual([]);
    void maker.repeat(['greet']);
    await settled();
    expect(asked()).toEqual(['job-2 greet']);
  });
});

it('an answer for a job that the person has let go of is not shown, nor followed', async () => {
  const { maker, watch, runs } = await showing(...REST);
  void maker.repeat(['greet']);
  await settled();
  await maker.dismiss();
  await runs(...REST, begun('greet'));
  expect(maker.making.value).toEqual({ kind: 'none' });
  expect(watch).not.toHaveBeenCalled();
});
