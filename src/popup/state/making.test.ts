// The popup follows a group that the page makes: one press is one request, and what the page says is shown.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobFact, JobRecord, JobRequest } from '../../core/job-facts.ts';
import type { AccountPlace, GroupProvider, Result } from '../../core/provider.ts';
import { fakeProvider, MEMBERS, made, PLACE, record, SENT } from './fake-provider.ts';
import { createMaker } from './making.ts';

/** A page that takes every job and answers each watch when the test says so, and the popup's maker. */
function opened(changes: Partial<GroupProvider> = {}) {
  const watches: ((answer: Result<JobRecord>) => void)[] = [];
  const start = vi.fn(
    async (_place: AccountPlace, request: JobRequest): Promise<Result<JobRecord>> => ({
      ok: true,
      value: { ...request, facts: [SENT] },
    }),
  );
  const provider = fakeProvider({
    start,
    watch: () => new Promise((answer) => watches.push(answer)),
    ...changes,
  });
  const maker = createMaker(provider);
  const hears = (answer: Result<JobRecord>): Promise<void> => {
    watches.shift()?.(answer);
    return settled();
  };
  return { maker, start, watches, hears, id: () => start.mock.calls.at(-1)?.[1].id ?? '' };
}
/** Lets all answers that are there arrive. */
async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('start', () => {
  it('asks the page for the group, with an id of its own, and shows it at once', async () => {
    const { maker, start, id } = opened();
    const starting = maker.start(PLACE, { members: MEMBERS });
    await settled();
    expect(start).toHaveBeenCalledExactlyOnceWith(PLACE, { id: id(), account: '@me', members: MEMBERS });
    expect(id()).toMatch(/^[0-9a-f-]{36}$/);
    await starting;
    expect(maker.making.value).toMatchObject({
      kind: 'job',
      job: { id: id(), state: { phase: 'creating' } },
    });
  });

  it('twice at once, and again while it runs, is one start', async () => {
    const { maker, start } = opened();
    await Promise.all([maker.start(PLACE, { members: MEMBERS }), maker.start(PLACE, { members: MEMBERS })]);
    await maker.start(PLACE, { members: MEMBERS });
    expect(start).toHaveBeenCalledOnce();
  });

  it('follows the job until it has ended', async () => {
    const { maker, hears, watches, id } = opened();
    await maker.start(PLACE, { members: MEMBERS });
    const doubtful: JobFact = { type: 'doubtful', at: 500, doubt: 'factory-threw' };
    await hears({ ok: true, value: record(id(), SENT, doubtful) });
    expect(maker.making.value).toMatchObject({ job: { state: { phase: 'checking' } } });
    await hears({ ok: true, value: record(id(), SENT, doubtful, made(1000)) });
    expect(maker.making.value).toMatchObject({ job: { state: { outcome: { room: '@@one' } } } });
    expect(watches).toEqual([]);
  });

  it('that the page refuses as busy has sent nothing, and the job of the other popup is shown', async () => {
    const { maker, start } = opened();
    start.mockResolvedValueOnce({ ok: false, error: 'busy' });
    await maker.start(PLACE, { members: MEMBERS });
    expect(maker.making.value).toEqual({ kind: 'not-started' });
    maker.heard(PLACE, record('other', SENT));
    await settled();
    expect(maker.making.value).toMatchObject({ kind: 'job', job: { id: 'other' } });
  });

  it('may be tried again when it was not started', async () => {
    const { maker, start } = opened();
    start.mockResolvedValueOnce({ ok: false, error: 'busy' });
    await maker.start(PLACE, { members: MEMBERS });
    await maker.start(PLACE, { members: MEMBERS });
    expect(start).toHaveBeenCalledTimes(2);
    expect(maker.making.value).toMatchObject({ kind: 'job' });
  });

  it.each(['page-gone', 'agent-failed', 'answer-not-understood'] as const)(
    'that goes wrong with %s may have been sent: the job is lost, and no other can be started',
    async (error) => {
      const { maker, start } = opened();
      start.mockResolvedValueOnce({ ok: false, error });
      await maker.start(PLACE, { members: MEMBERS });
      expect(maker.making.value).toMatchObject({ kind: 'lost', job: { members: MEMBERS } });
      await maker.start(PLACE, { members: MEMBERS });
      expect(start).toHaveBeenCalledOnce();
    },
  );
});

describe('a page that goes away while it makes the group', () => {
  it('is lost, and followed again when it comes back with the job', async () => {
    const { maker, hears, id } = opened();
    await maker.start(PLACE, { members: MEMBERS });
    await hears({ ok: false, error: 'page-gone' });
    expect(maker.making.value).toMatchObject({ kind: 'lost', job: { id: id() } });
    maker.heard(PLACE, undefined);
    maker.heard(PLACE, record('other', SENT));
    expect(maker.making.value).toMatchObject({ kind: 'lost', job: { id: id() } });
    maker.heard(PLACE, record(id(), SENT, { type: 'restored', at: 2000 }));
    expect(maker.making.value).toMatchObject({ kind: 'job', job: { state: { phase: 'checking' } } });
    await hears({ ok: true, value: record(id(), SENT, { type: 'restored', at: 2000 }, made(1000)) });
    expect(maker.making.value).toMatchObject({ job: { state: { outcome: { kind: 'made' } } } });
  });
});

describe('what the page says of its job', () => {
  it('is shown when the popup is opened', async () => {
    const { maker } = opened();
    maker.heard(PLACE, record('job-1', SENT, made(1000)));
    await settled();
    expect(maker.making.value).toMatchObject({
      kind: 'job',
      job: { id: 'job-1', state: { phase: 'ended' } },
    });
  });

  it('is not shown when it is older than what is', async () => {
    const { maker } = opened();
    maker.heard(PLACE, record('job-1', SENT, made(1000)));
    maker.heard(PLACE, record('job-1', SENT));
    expect(maker.making.value).toMatchObject({ job: { facts: [SENT, made(1000)] } });
  });

  it('lets time pass: a silence becomes a search, and ends in doubt', async () => {
    const { maker } = opened();
    maker.heard(PLACE, record('job-1', SENT));
    for (const [now, phase] of [
      [19_999, 'creating'],
      [20_000, 'checking'],
      [50_000, 'ended'],
    ] as const) {
      vi.setSystemTime(now);
      maker.heard(PLACE, record('job-1', SENT));
      expect(maker.making.value).toMatchObject({ job: { state: { phase } } });
    }
  });
});
