// The steps of the job that is shown, and those that the popup has the page do: what never began, and nothing twice.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobFact, JobRecord, Step } from '../../core/job-facts.ts';
import type { GroupProvider, Result, StepsWanted } from '../../core/provider.ts';
import { fakeProvider, made, PLACE, record, SENT } from './fake-provider.ts';
import { createMaker } from './making.ts';

const read = { nickName: 'Book club', memberCount: 3, isOwn: true, members: ['@a', '@b'] };
const begun = (step: Step): JobFact => ({ type: 'step', at: 1000, step, room: '@@one' });
const ended = (step: Step): JobFact => ({
  type: 'step-end',
  at: 2000,
  step,
  room: '@@one',
  path: 'raw',
  reply: { BaseResponse: { Ret: 0 } },
  read,
});
const did = (step: Step): readonly JobFact[] => [begun(step), ended(step)];
const RESTORED: JobFact = { type: 'restored', at: 2500 };
const LOST: JobFact = { type: 'doubtful', at: 500, doubt: 'factory-threw' };
const FOUND: JobFact = {
  type: 'seen',
  at: 1000,
  rooms: [{ room: '@@one', members: ['@a', '@b'], isOwn: true }],
};
const wanted = { topic: 'Book club', greeting: 'Hello' };
const job = (...facts: readonly JobFact[]): JobRecord => ({ ...record('job-1', SENT, ...facts), ...wanted });
const MADE = made(1000);

/** A popup, and what it asks the page to do. */
function opened(said: Partial<GroupProvider> = {}) {
  const runSteps = vi.fn(
    async (_place: unknown, _seen: JobRecord, _wanted: StepsWanted): Promise<Result<JobRecord>> => ({
      ok: false,
      error: 'page-gone',
    }),
  );
  const maker = createMaker(fakeProvider({ runSteps, ...said }));
  const hears = async (...facts: readonly JobFact[]): Promise<void> => {
    maker.heard(PLACE, job(...facts));
    await settled();
  };
  const states = () => maker.steps.value.map(({ step, state }) => `${step} ${state.kind}`);
  const asked = () => runSteps.mock.calls.map(([, , { steps }]) => steps.join(' '));
  return { maker, runSteps, hears, states, asked };
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

describe('the steps', () => {
  it('are none while no job is shown', async () => {
    const { maker, hears, states } = opened({ recentTimes: async () => [2000] });
    expect(states()).toEqual([]);
    await maker.start(PLACE, { members: [], ...wanted });
    expect([maker.making.value.kind, states()]).toEqual(['warned', []]);
    maker.goBack();
    await hears(MADE);
    await maker.dismiss();
    expect(states()).toEqual([]);
  });

  it('wait until there is a group, then stand as the page tells', async () => {
    const { hears, states } = opened();
    await hears();
    expect(states()).toEqual(['check waiting', 'name waiting', 'greet waiting', 'read waiting']);
    await hears(MADE, ...did('check'), begun('name'));
    expect(states()).toEqual(['check done', 'name running', 'greet waiting', 'read waiting']);
  });

  it('are in doubt when they do not end in time', async () => {
    const { hears, states } = opened();
    const facts = [MADE, ...did('check'), ...did('name'), begun('greet')];
    await hears(...facts);
    vi.setSystemTime(15_999);
    await hears(...facts);
    expect(states()[2]).toBe('greet running');
    vi.setSystemTime(16_000);
    await hears(...facts);
    expect(states()[2]).toBe('greet unsure');
  });

  it('are still told of a job whose page went away', async () => {
    const { maker, hears, states } = opened({ watch: async () => ({ ok: false, error: 'page-gone' }) });
    await hears(MADE, ...did('check'), begun('name'));
    expect(maker.making.value.kind).toBe('lost');
    expect(states()).toEqual(['check done', 'name running', 'greet waiting', 'read waiting']);
  });

  it('are followed until the last has ended', async () => {
    const facts = [MADE, ...did('check'), ...did('name'), ...did('greet'), ...did('read')];
    const watch = vi.fn(
      async (_place: unknown, _id: string, seen: number): Promise<Result<JobRecord>> => ({
        ok: true,
        value: job(...facts.slice(0, seen + 1)),
      }),
    );
    const { hears, states } = opened({ watch });
    await hears(...facts.slice(0, 6));
    expect(states()).toEqual(['check done', 'name done', 'greet done', 'read done']);
    expect(watch.mock.calls.map(([, , seen]) => seen)).toEqual([7, 9]);
  });
});

describe('the page is asked for', () => {
  it.each<[string, readonly JobFact[], string]>([
    ['all steps of a group that was found by looking', [LOST, FOUND], 'check name greet read'],
    ['all steps of one whose page was reloaded before they began', [MADE, RESTORED], 'check name greet read'],
    ['what a reload cut off', [MADE, ...did('check'), begun('name'), RESTORED], 'name greet read'],
    [
      'what comes after a message that a reload cut off',
      [MADE, ...did('check'), begun('greet'), RESTORED],
      'name read',
    ],
  ])('%s', async (_what, facts, steps) => {
    const { hears, runSteps } = opened();
    await hears(...facts);
    expect(runSteps).toHaveBeenCalledExactlyOnceWith(PLACE, expect.objectContaining(job(...facts)), {
      room: '@@one',
      steps: steps.split(' '),
      people: [],
    });
  });

  it('the steps of a group that a look finds, at the next word of its place', async () => {
    const { hears, asked } = opened({ look: async () => ({ ok: true, value: job(LOST, FOUND) }) });
    await hears(LOST);
    expect(asked()).toEqual([]);
    await hears(LOST, FOUND);
    expect(asked()).toEqual(['check name greet read']);
  });

  it('the steps of a job that was lost and is there again', async () => {
    const { maker, hears, asked } = opened({ watch: async () => ({ ok: false, error: 'page-gone' }) });
    await hears(MADE, ...did('check'), begun('name'));
    expect([maker.making.value.kind, asked()]).toEqual(['lost', []]);
    await hears(MADE, ...did('check'), begun('name'), RESTORED);
    expect(asked()).toEqual(['name greet read']);
  });

  it('them again while it does not answer, and no more once they have begun', async () => {
    const { hears, runSteps, asked } = opened();
    await hears(MADE, RESTORED);
    runSteps.mockResolvedValueOnce({ ok: true, value: job(MADE, RESTORED, begun('check')) });
    await hears(MADE, RESTORED);
    await hears(MADE, RESTORED, begun('check'));
    expect(asked()).toEqual(['check name greet read', 'check name greet read']);
  });
});

describe('the page is asked for nothing', () => {
  const REFUSED: JobFact = { type: 'answered', at: 1000, reply: { BaseResponse: { Ret: 1205 } } };
  const SAID = [MADE, ...did('check'), ...did('name'), begun('greet')];

  it.each<[string, readonly JobFact[]]>([
    ['while the group is being made', []],
    ['while it is looked for', [LOST]],
    ['when it was refused', [REFUSED]],
    ['while a step is under way', [MADE, begun('check')]],
    ['when all is done', [MADE, ...did('check'), ...did('name'), ...did('greet'), ...did('read')]],
    ['for a message that may have been sent', [...SAID, RESTORED, ...did('read')]],
  ])('%s', async (_when, facts) => {
    const { hears, asked } = opened();
    for (const now of [3000, 4000, 5000]) {
      vi.setSystemTime(now);
      await hears(...facts);
    }
    expect(asked()).toEqual([]);
  });

  it('for a message that did not end in time', async () => {
    const { hears, asked } = opened();
    vi.setSystemTime(60_000);
    await hears(...SAID);
    expect(asked()).toEqual(['read']);
  });

  it('for a job that the person has let go of', async () => {
    const { maker, hears, asked } = opened();
    await hears(MADE, begun('check'));
    await maker.dismiss();
    vi.setSystemTime(60_000);
    await hears(MADE, begun('check'));
    expect(asked()).toEqual([]);
  });
});
