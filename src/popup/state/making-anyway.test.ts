// Nothing is sent that the person was warned of until they go on, and a group that may exist is not made behind its news.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobFact, JobRecord, JobRequest } from '../../core/job-facts.ts';
import type { AccountPlace, Result } from '../../core/provider.ts';
import { fakeProvider, MEMBERS, made, PLACE, record, SENT } from './fake-provider.ts';
import { createMaker } from './making.ts';

const REFUSED: JobFact = { type: 'answered', at: 500, reply: { BaseResponse: { Ret: 1205 } } };
const MADE = made(100_000);
const DOUBTFUL = record('doubtful', SENT);

/** A page whose calls are noted in order, and the popup's maker. */
function opened(times: readonly number[] = []) {
  const said: string[] = [];
  const start = vi.fn(async (_place: AccountPlace, request: JobRequest): Promise<Result<JobRecord>> => {
    said.push('start');
    return { ok: true, value: { ...request, facts: [SENT] } };
  });
  const gone = async (): Promise<Result<never>> => ({ ok: false, error: 'page-gone' });
  const look = vi.fn(async (_place: unknown, _id: string): Promise<Result<JobRecord>> => gone());
  const provider = fakeProvider({
    recentTimes: async () => times,
    start,
    async dismiss(_place, id) {
      said.push(`dismiss ${id}`);
    },
    look,
  });
  return { maker: createMaker(provider), start, said, look };
}
/** A popup that shows a job in doubt. */
function inDoubt(): ReturnType<typeof opened> {
  const popup = opened();
  popup.maker.heard(PLACE, DOUBTFUL);
  return popup;
}

beforeEach(() => {
  vi.useFakeTimers({ now: 90_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a group that comes too soon', () => {
  it.each([
    [[60_000], 'second-within-a-minute'],
    [[1, 2, 3], 'fourth-within-an-hour'],
  ])('is warned of, and sent when the person goes on: after %j', async (times, why) => {
    const { maker, said } = opened(times);
    await maker.start(PLACE, { members: MEMBERS });
    expect(maker.making.value).toEqual({ kind: 'warned', place: PLACE, wish: { members: MEMBERS }, why });
    expect(said).toEqual([]);
    await Promise.all([maker.goOn(), maker.goOn()]);
    expect(said).toEqual(['start']);
    expect(maker.making.value).toMatchObject({ kind: 'job', job: { members: MEMBERS } });
  });

  it('is not sent when the person goes back', async () => {
    const { maker, said } = opened([60_000]);
    await maker.start(PLACE, { members: MEMBERS });
    await maker.start(PLACE, { members: MEMBERS });
    maker.goBack();
    expect(maker.making.value).toEqual({ kind: 'none' });
    await maker.goOn();
    expect(said).toEqual([]);
  });
});

describe('creating anyway', () => {
  it('warns first, and sends nothing', () => {
    const { maker, said } = inDoubt();
    maker.createAnyway();
    expect(maker.making.value).toMatchObject({
      kind: 'warned',
      why: 'group-may-exist',
      wish: { members: MEMBERS },
    });
    expect(said).toEqual([]);
    maker.goBack();
    expect(maker.making.value).toMatchObject({ kind: 'job', job: { id: 'doubtful' } });
  });

  it('lets go of the job in doubt, then sends one with a new id', async () => {
    const { maker, start, said } = inDoubt();
    maker.createAnyway();
    await maker.goOn();
    expect(said).toEqual(['dismiss doubtful', 'start']);
    const id = start.mock.calls[0]?.[1].id;
    expect(id).not.toBe('doubtful');
    expect(maker.making.value).toMatchObject({ kind: 'job', job: { id } });
    maker.heard(PLACE, DOUBTFUL);
    expect(maker.making.value).toMatchObject({ kind: 'job', job: { id } });
  });

  it('is about the same group, where there was one', async () => {
    const { maker, start } = opened();
    maker.heard(PLACE, { ...DOUBTFUL, room: '@@one' });
    maker.createAnyway();
    expect(maker.making.value).toMatchObject({ wish: { members: MEMBERS, room: '@@one' } });
    await maker.goOn();
    expect(start).toHaveBeenCalledExactlyOnceWith(PLACE, expect.objectContaining({ room: '@@one' }));
  });

  it('is called off when the group turns out to be made while the person is being warned', async () => {
    const { maker, said } = inDoubt();
    maker.createAnyway();
    maker.heard(PLACE, DOUBTFUL);
    expect(maker.making.value.kind).toBe('warned');
    maker.heard(PLACE, record('doubtful', SENT, MADE));
    expect(maker.making.value).toMatchObject({ kind: 'job', job: { state: { outcome: { room: '@@one' } } } });
    await maker.goOn();
    expect(said).toEqual([]);
  });

  it.each([
    ['was made', record('doubtful', SENT, MADE), { phase: 'ended', outcome: { room: '@@one' } }],
    ['was refused', record('doubtful', SENT, { ...REFUSED, at: 89_000 }), { outcome: { kind: 'refused' } }],
    [
      'is looked for again',
      record('doubtful', SENT, { type: 'check-again', at: 89_000 }),
      { phase: 'checking' },
    ],
  ])('is called off when a last look tells that the group %s', async (_what, found, state) => {
    const { maker, said, look } = inDoubt();
    maker.createAnyway();
    look.mockResolvedValueOnce({ ok: true, value: found });
    await Promise.all([maker.goOn(), maker.goOn()]);
    expect(look).toHaveBeenLastCalledWith(PLACE, 'doubtful');
    expect(said).toEqual([]);
    expect(maker.making.value).toMatchObject({ kind: 'job', job: { id: 'doubtful', state } });
  });

  it('goes on when a last look finds nothing of the group', async () => {
    const { maker, said, look } = inDoubt();
    maker.createAnyway();
    const rooms = [{ room: '@@other', members: ['@x'], isOwn: true }];
    look.mockResolvedValueOnce({
      ok: true,
      value: record('doubtful', SENT, { type: 'seen', at: 89_000, rooms }),
    });
    await maker.goOn();
    expect(said).toEqual(['dismiss doubtful', 'start']);
  });

  it('is called off by news that comes while the job in doubt is let go of', async () => {
    const { maker, said, look } = inDoubt();
    maker.createAnyway();
    const going = maker.goOn();
    maker.heard(PLACE, record('doubtful', SENT, MADE));
    await going;
    expect(said).not.toContain('start');
    expect(look).toHaveBeenCalled();
    expect(maker.making.value).toMatchObject({ kind: 'job', job: { state: { outcome: { room: '@@one' } } } });
  });

  it('is nothing when no job is shown', () => {
    const { maker } = opened();
    maker.createAnyway();
    expect(maker.making.value).toEqual({ kind: 'none' });
  });
});
