// A job that the person has let go of stays away unless it has news; one in doubt can be checked again.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobFact, JobRecord, JobRequest } from '../../core/job-facts.ts';
import type { AccountPlace, Result } from '../../core/provider.ts';
import { fakeProvider, MEMBERS, made, PLACE, record, SENT } from './fake-provider.ts';
import { createMaker } from './making.ts';

const REFUSED: JobFact = { type: 'answered', at: 500, reply: { BaseResponse: { Ret: 1205 } } };
const MADE = made(100_000);
const DOUBTFUL = record('doubtful', SENT);

/** A page whose calls are noted in order, and the popup's maker. */
function opened() {
  const said: string[] = [];
  const start = vi.fn(async (_place: AccountPlace, request: JobRequest): Promise<Result<JobRecord>> => {
    said.push('start');
    return { ok: true, value: { ...request, facts: [SENT] } };
  });
  const gone = async (): Promise<Result<never>> => ({ ok: false, error: 'page-gone' });
  const checkAgain = vi.fn(async (): Promise<Result<JobRecord>> => gone());
  const provider = fakeProvider({
    start,
    async dismiss(_place, id) {
      said.push(`dismiss ${id}`);
    },
    checkAgain,
  });
  return { maker: createMaker(provider), said, checkAgain };
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

describe('a dismissed job', () => {
  it('is let go of by the page, and not shown again', async () => {
    const { maker, said } = opened();
    maker.heard(PLACE, record('job-1', SENT, REFUSED));
    await maker.dismiss();
    expect(said).toEqual(['dismiss job-1']);
    maker.heard(PLACE, record('job-1', SENT, REFUSED));
    maker.heard(PLACE, undefined);
    expect(maker.making.value).toEqual({ kind: 'none' });
  });

  it('is shown again when it has news', async () => {
    const { maker } = inDoubt();
    await maker.dismiss();
    maker.heard(PLACE, DOUBTFUL);
    expect(maker.making.value).toEqual({ kind: 'none' });
    maker.heard(PLACE, record('doubtful', SENT, MADE));
    expect(maker.making.value).toMatchObject({ kind: 'job', job: { state: { outcome: { kind: 'made' } } } });
  });

  it('makes room for the next', async () => {
    const { maker, said } = inDoubt();
    await maker.start(PLACE, { members: MEMBERS });
    expect(said).toEqual([]);
    await maker.dismiss();
    await maker.start(PLACE, { members: MEMBERS });
    expect(said).toEqual(['dismiss doubtful', 'start']);
  });
});

describe('checking again', () => {
  it('looks for the group once more', async () => {
    const { maker, checkAgain } = inDoubt();
    const again = record('doubtful', SENT, { type: 'check-again', at: 90_000 });
    checkAgain.mockResolvedValueOnce({ ok: true, value: again });
    await maker.checkAgain();
    expect(maker.making.value).toMatchObject({ kind: 'job', job: { state: { phase: 'checking' } } });
  });

  it('of a page that is gone says so, unless the person has let go meanwhile', async () => {
    const { maker } = inDoubt();
    await maker.checkAgain();
    expect(maker.making.value).toMatchObject({ kind: 'lost', job: { id: 'doubtful' } });
    maker.heard(PLACE, DOUBTFUL);
    const checking = maker.checkAgain();
    await maker.dismiss();
    await checking;
    expect(maker.making.value).toEqual({ kind: 'none' });
  });
});
