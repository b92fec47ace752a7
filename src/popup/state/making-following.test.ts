// One job is followed once, by whatever way its news come; a place that tells of another job, or of none, says nothing of it.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobFact, JobRecord, Step } from '../../core/job-facts.ts';
import type { Result, StepsWanted } from '../../core/provider.ts';
import { fakeProvider, made, PLACE, record, SENT } from './fake-provider.ts';
import { createMaker } from './making.ts';

const begun = (step: Step): JobFact => ({ type: 'step', at: 2000, step, room: '@@one' });
const ended = (step: Step): JobFact => ({ type: 'step-end', at: 2000, step, room: '@@one', path: 'raw' });
const RESTORED: JobFact = { type: 'restored', at: 2500 };
const job = (...facts: readonly JobFact[]): JobRecord => record('job-1', SENT, ...facts);

/** A page that answers when the test says so, and the popup's maker. */
function opened() {
  const watches: ((answer: Result<JobRecord>) => void)[] = [];
  const watch = vi.fn(() => new Promise<Result<JobRecord>>((answer) => watches.push(answer)));
  const runSteps = vi.fn(
    async (_place: unknown, { facts }: JobRecord, { steps }: StepsWanted): Promise<Result<JobRecord>> => ({
      ok: true,
      value: { ...job(), facts: [...facts, ...steps.slice(0, 1).map(begun)] },
    }),
  );
  const maker = createMaker(fakeProvider({ watch, runSteps }));
  const hears = async (told: JobRecord | undefined): Promise<void> => {
    maker.heard(PLACE, told);
    await settled();
  };
  const watched = async (answer: Result<JobRecord>): Promise<void> => {
    watches.shift()?.(answer);
    await settled();
  };
  return { maker, watch, runSteps, hears, watched };
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

describe('a job that is followed', () => {
  it('is not followed twice when its steps are asked for meanwhile', async () => {
    const { maker, watch, runSteps, hears, watched } = opened();
    await hears(job());
    await hears(job(made(1000)));
    expect(runSteps).toHaveBeenCalledOnce();
    expect(maker.steps.value).toEqual([{ step: 'check', state: { kind: 'running' } }]);
    expect(watch).toHaveBeenCalledOnce();
    await watched({ ok: true, value: job(made(1000), begun('check')) });
    expect(watch).toHaveBeenCalledTimes(2);
    await watched({ ok: true, value: job(made(1000), begun('check'), ended('check')) });
    expect(watch).toHaveBeenCalledTimes(2);
  });

  it('is no more when it has gone, and is again when it has come back', async () => {
    const { watch, hears, watched } = opened();
    await hears(job(made(1000), begun('check')));
    await watched({ ok: false, error: 'page-gone' });
    expect(watch).toHaveBeenCalledOnce();
    await hears(job(made(1000), begun('check'), RESTORED, begun('check')));
    expect(watch).toHaveBeenCalledTimes(2);
  });
});

describe('of the job that is shown', () => {
  it.each([
    ['no job', undefined],
    ['another one', record('job-2', SENT, made(1000, '@@two'))],
  ])('nothing is asked for when the place tells of %s', async (_what, told) => {
    const { maker, runSteps, hears } = opened();
    runSteps.mockResolvedValueOnce({ ok: false, error: 'page-gone' });
    await hears(job(made(1000)));
    await hears(told);
    expect(runSteps).toHaveBeenCalledOnce();
    expect(maker.making.value).toMatchObject({ kind: 'job', job: { id: 'job-1' } });
  });
});

describe('a step that the person wants once more', () => {
  it('is nothing where no job is shown', async () => {
    const { maker, runSteps } = opened();
    await maker.repeat(['read']);
    expect(runSteps).not.toHaveBeenCalled();
  });

  it('is nothing while the page is gone, and can be wanted when it is back', async () => {
    const { maker, runSteps, hears, watched } = opened();
    const back = [made(1000), begun('check'), RESTORED, begun('check')];
    await hears(job(made(1000), begun('check')));
    await watched({ ok: false, error: 'page-gone' });
    await maker.repeat(['read']);
    await hears(job(...back));
    expect(runSteps).not.toHaveBeenCalled();
    void maker.repeat(['read']);
    await watched({ ok: true, value: job(...back, ended('check')) });
    const wanted = { room: '@@one', steps: ['read'], people: [] };
    expect(runSteps).toHaveBeenCalledExactlyOnceWith(PLACE, expect.anything(), wanted);
  });
});
