// Steps that the person wants once more: asked for once, and after those under way.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobFact, JobRecord, Step } from '../../core/job-facts.ts';
import type { AccountPlace, Place, Result, StepsWanted } from '../../core/provider.ts';
import { fakeProvider, made, PLACE, record, SENT } from './fake-provider.ts';
import { createMaker } from './making.ts';

const read = { nickName: 'Book club', memberCount: 3, isOwn: true, members: ['@a', '@b'] };
const begun = (step: Step, at = 1000): JobFact => ({ type: 'step', at, step, room: '@@one' });
const ended = (step: Step, Ret = 0): JobFact => ({
  type: 'step-end',
  at: 2000,
  step,
  room: '@@one',
  path: 'raw',
  reply: { BaseResponse: { Ret } },
  ...(Ret === 0 && { read }),
});
const did = (step: Step, Ret = 0): readonly JobFact[] => [begun(step), ended(step, Ret)];
/** A group that was made, to which this happened since. */
const job = (...facts: readonly JobFact[]): JobRecord => ({
  ...record('job-1', SENT, made(1000), ...did('check'), ...facts),
  topic: 'Book club',
  greeting: 'Hello',
});
/** The message was refused; all else is done. */
const REST: readonly JobFact[] = [...did('name'), ...did('greet', -1), ...did('read')];

/** A page that answers when the test says so, and a popup that shows this job. */
async function showing(...facts: readonly JobFact[]) {
  const watches: ((answer: Result<JobRecord>) => void)[] = [];
  const runs: ((answer: Result<JobRecord>) => void)[] = [];
  const watch = vi.fn(
    (_place: Place, _id: string, _facts: number) =>
      new Promise<Result<JobRecord>>((answer) => watches.push(answer)),
  );
  const runSteps = vi.fn(
    (_place: AccountPlace | Place, _seen: JobRecord, _wanted: StepsWanted) =>
      new Promise<Result<JobRecord>>((answer) => runs.push(answer)),
  );
  const maker = createMaker(fakeProvider({ watch, runSteps }));
  const tell = (answer: ((told: Result<JobRecord>) => void) | undefined, value: JobRecord) => {
    answer?.({ ok: true, value });
    return settled();
  };
  maker.heard(PLACE, job(...facts));
  await settled();
  return {
    maker,
    watch,
    runSteps,
    /** News of the job, as whoever watches hears them. */
    hears: (...news: readonly JobFact[]) => tell(watches.shift(), job(...news)),
    /** What the page says to the steps that it was asked for. */
    runs: (...news: readonly JobFact[]) => tell(runs.shift(), job(...news)),
    asked: () => runSteps.mock.calls.map(([, , { steps }]) => steps.join(' ')),
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

describe('a step once more', () => {
  it.each<[readonly Step[], readonly string[]]>([
    [['name', 'read'], []],
    [['invite', 'read'], ['@b']],
  ])('is asked for once, with the room and the job as it was seen: %j, %j', async (steps, people) => {
    const { maker, runSteps } = await showing(...REST);
    void maker.repeat(steps, people);
    await settled();
    const wanted = { room: '@@one', steps, people };
    expect(runSteps).toHaveBeenCalledExactlyOnceWith(PLACE, expect.objectContaining(job(...REST)), wanted);
  });

  it('is followed while it is under way, and no longer', async () => {
    const { maker, watch, hears, runs } = await showing(...REST);
    expect(watch).not.toHaveBeenCalled();
    void maker.repeat(['greet']);
    await settled();
    await runs(...REST, begun('greet'));
    expect(maker.steps.value[2]).toEqual({ step: 'greet', state: { kind: 'running' } });
    expect(watch).toHaveBeenCalledExactlyOnceWith(PLACE, 'job-1', job(...REST).facts.length + 1);
    await hears(...REST, ...did('greet'));
    expect(maker.steps.value[2]).toEqual({ step: 'greet', state: { kind: 'done' } });
    expect(watch).toHaveBeenCalledOnce();
  });

  it('and again is followed each time', async () => {
    const { maker, watch, hears, runs, asked } = await showing(...REST);
    const facts: JobFact[] = [...REST];
    for (const times of [1, 2, 3]) {
      void maker.repeat(['greet']);
      await settled();
      await runs(...facts, begun('greet'));
      facts.push(...did('greet', -1));
      await hears(...facts);
      expect(watch).toHaveBeenCalledTimes(times);
    }
    expect(asked()).toEqual(['greet', 'greet', 'greet']);
  });

  it('that the page cannot be asked for leaves what is shown, and can be wanted again', async () => {
    const { maker, runSteps } = await showing(...REST);
    const before = maker.making.value;
    runSteps.mockResolvedValueOnce({ ok: false, error: 'page-gone' });
    await maker.repeat(['greet']);
    expect(maker.making.value).toEqual(before);
    void maker.repeat(['greet']);
    await settled();
    expect(runSteps).toHaveBeenCalledTimes(2);
  });
});

describe('while another step is under way', () => {
  const BUSY = [...REST, begun('read', 2500)];

  it('it waits, and is asked for with what happened meanwhile', async () => {
    const { maker, runSteps, hears } = await showing(...BUSY);
    void maker.repeat(['greet']);
    await hears(...BUSY, ended('read'), begun('check', 2500));
    expect(runSteps).not.toHaveBeenCalled();
    const rest = [...BUSY, ended('read'), ...did('check')];
    await hears(...rest);
    const wanted = { room: '@@one', steps: ['greet'], people: [] };
    expect(runSteps).toHaveBeenCalledExactlyOnceWith(PLACE, expect.objectContaining(job(...rest)), wanted);
  });

  it('it waits no longer than that one may take', async () => {
    const { maker, asked } = await showing(...BUSY);
    void maker.repeat(['greet']);
    for (const now of [17_499, 17_500]) {
      expect(asked()).toEqual([]);
      vi.setSystemTime(now);
      maker.heard(PLACE, job(...BUSY));
      await settled();
    }
    expect(asked()).toEqual(['greet']);
  });

  it('it waits for those that are due, too', async () => {
    const { maker, asked, hears, runs } = await showing(...did('name'), ...did('greet', -1));
    void maker.repeat(['greet']);
    await settled();
    expect(asked()).toEqual(['read']);
    await runs(...did('name'), ...did('greet', -1), begun('read'));
    expect(asked()).toEqual(['read']);
    await hears(...REST);
    expect(asked()).toEqual(['read', 'greet']);
  });

  it('a second press does nothing, be it for the same step or another', async () => {
    const { maker, hears, runSteps, asked } = await showing(...BUSY);
    void maker.repeat(['greet']);
    await settled();
    void maker.repeat(['greet']);
    await maker.repeat(['invite', 'read'], ['@b']);
    runSteps.mockResolvedValue({ ok: false, error: 'page-gone' });
    await hears(...BUSY, ended('read'));
    expect(asked()).toEqual(['greet']);
    await maker.repeat(['name', 'read']);
    expect(asked()).toEqual(['greet', 'name read']);
  });

  it('a press before the page has answered the last one does nothing', async () => {
    const { maker, hears, asked } = await showing(...BUSY);
    void maker.repeat(['greet']);
    await hears(...BUSY, ended('read'));
    await maker.repeat(['name', 'read']);
    expect(asked()).toEqual(['greet']);
  });
});
