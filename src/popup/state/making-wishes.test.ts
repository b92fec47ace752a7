// What is wished for a group: it goes out as it was wished, through every warning; a group that exists needs no warning.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GroupWish, JobFact, JobRecord, JobRequest, Step } from '../../core/job-facts.ts';
import type { AccountPlace, GroupProvider, Result } from '../../core/provider.ts';
import { fakeProvider, MEMBERS, PLACE, record, SENT } from './fake-provider.ts';
import { createMaker } from './making.ts';

const NEW: GroupWish = { members: MEMBERS, topic: 'Book club', greeting: 'Hello' };
const RENAME: GroupWish = { members: [], topic: 'Book club', room: '@@one' };
const ADD: GroupWish = { members: MEMBERS, room: '@@one' };
const begun = (step: Step): JobFact => ({ type: 'step', at: 90_000, step, room: '@@one' });
const ended = (step: Step): JobFact => ({
  type: 'step-end',
  at: 90_000,
  step,
  room: '@@one',
  path: 'raw',
  reply: { BaseResponse: { Ret: 0 } },
});

/** A page that takes every job, and the popup's maker. */
function opened(said: Partial<GroupProvider> = {}) {
  const start = vi.fn(
    async (_place: AccountPlace, { room, ...request }: JobRequest): Promise<Result<JobRecord>> => ({
      ok: true,
      value: { ...request, room, facts: room === undefined ? [SENT] : [begun('invite')] },
    }),
  );
  const recentTimes = vi.fn(async (): Promise<readonly number[]> => [60_000, 70_000, 80_000, 89_999]);
  const maker = createMaker(fakeProvider({ start, recentTimes, ...said }));
  return { maker, start, recentTimes, sent: () => start.mock.calls.map(([, request]) => request) };
}

beforeEach(() => {
  vi.useFakeTimers({ now: 90_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a wish for a group that exists', () => {
  it.each([
    ['a name', RENAME],
    ['people', ADD],
  ])('goes out at once, however many groups were made just now: %s', async (_what, wish) => {
    const { maker, start, recentTimes, sent } = opened();
    await maker.start(PLACE, wish);
    expect(start).toHaveBeenCalledExactlyOnceWith(PLACE, { id: sent()[0]?.id, account: '@me', ...wish });
    expect(recentTimes).not.toHaveBeenCalled();
    expect(maker.making.value).toMatchObject({ kind: 'job', job: wish });
  });

  it('does not wait for word of earlier groups', () => {
    const { maker, start } = opened({ recentTimes: () => new Promise(() => undefined) });
    void maker.start(PLACE, ADD);
    expect(start).toHaveBeenCalledOnce();
  });

  it('twice at once is one', async () => {
    const { maker, start } = opened();
    await Promise.all([maker.start(PLACE, ADD), maker.start(PLACE, RENAME)]);
    expect(start).toHaveBeenCalledOnce();
  });

  it('is followed until its steps have ended', async () => {
    const facts = [begun('invite'), ended('invite'), begun('read'), ended('read')];
    const watch = vi.fn(
      async (_place: unknown, id: string, seen: number): Promise<Result<JobRecord>> => ({
        ok: true,
        value: { id, account: '@me', ...ADD, facts: facts.slice(0, seen === 1 ? 3 : 4) },
      }),
    );
    const { maker } = opened({ watch });
    await maker.start(PLACE, ADD);
    await vi.advanceTimersByTimeAsync(0);
    expect(watch.mock.calls.map(([, , seen]) => seen)).toEqual([1, 3]);
    expect(maker.making.value).toMatchObject({ job: { state: { outcome: { room: '@@one' } } } });
  });

  it('that the page refuses as busy has changed nothing, and can be tried again', async () => {
    const { maker, start } = opened();
    start.mockResolvedValueOnce({ ok: false, error: 'busy' });
    await maker.start(PLACE, ADD);
    expect(maker.making.value).toEqual({ kind: 'not-started' });
    await maker.start(PLACE, ADD);
    expect(maker.making.value).toMatchObject({ kind: 'job', job: ADD });
  });

  it('that the page does not answer to may have been done: no other goes out', async () => {
    const { maker, start } = opened();
    start.mockResolvedValueOnce({ ok: false, error: 'page-gone' });
    await maker.start(PLACE, ADD);
    expect(maker.making.value).toMatchObject({ kind: 'lost', job: ADD });
    await maker.start(PLACE, RENAME);
    expect(start).toHaveBeenCalledOnce();
  });
});

describe('the name and the first message', () => {
  it('go out as they were wished', async () => {
    const { maker, sent } = opened({ recentTimes: async () => [] });
    await maker.start(PLACE, NEW);
    expect(sent()).toEqual([{ id: sent()[0]?.id, account: '@me', ...NEW }]);
  });

  it('go through the warning that a group comes too soon', async () => {
    const { maker, sent } = opened();
    await maker.start(PLACE, NEW);
    expect(maker.making.value).toMatchObject({ kind: 'warned', wish: NEW });
    expect(sent()).toEqual([]);
    await maker.goOn();
    expect(sent()).toEqual([{ id: sent()[0]?.id, account: '@me', ...NEW }]);
    expect(maker.making.value).toMatchObject({ kind: 'job', job: NEW });
  });

  it('go through the warning that the group may exist', async () => {
    const { maker, sent } = opened();
    maker.heard(PLACE, { ...record('doubtful', { type: 'sent', at: 0 }), ...NEW });
    maker.createAnyway();
    expect(maker.making.value).toMatchObject({ kind: 'warned', why: 'group-may-exist', wish: NEW });
    await maker.goOn();
    expect(sent()).toEqual([{ id: expect.not.stringMatching(/^doubtful$/), account: '@me', ...NEW }]);
  });

  it.each<[string, GroupWish]>([
    ['name', { members: MEMBERS, greeting: 'Hello' }],
    ['first message', { members: MEMBERS, topic: 'Book club' }],
  ])('are not made up where there is no %s', async (_which, wish) => {
    const { maker, sent } = opened();
    maker.heard(PLACE, { ...record('doubtful', { type: 'sent', at: 0 }), ...wish });
    maker.createAnyway();
    await maker.goOn();
    expect(sent()).toEqual([{ id: sent()[0]?.id, account: '@me', ...wish }]);
  });
});
