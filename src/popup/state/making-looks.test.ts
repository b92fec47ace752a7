// The popup has the page look for lost groups and second ones; what comes back late does not push aside what is shown.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobFact, JobRecord, JobRequest } from '../../core/job-facts.ts';
import type { AccountPlace, Result } from '../../core/provider.ts';
import { fakeProvider, MEMBERS, made, PLACE, record, SENT } from './fake-provider.ts';
import { createMaker } from './making.ts';

const MADE = made(1000);
const seen = (room: string): JobFact => ({
  type: 'seen',
  at: 25_000,
  rooms: [{ room, members: ['@a', '@b'], isOwn: true }],
});
type Answer = Result<JobRecord>;

/** A page that answers looks and leavings when the test says so, and the popup's maker. */
function opened() {
  const late: ((answer: Answer) => void)[] = [];
  const look = vi.fn((_place: unknown, _id: string) => new Promise<Answer>((answer) => late.push(answer)));
  const leaveTwin = vi.fn((_place: unknown, _id: string, _room: string) => look(_place, _id));
  const gone = async (): Promise<Result<never>> => ({ ok: false, error: 'page-gone' });
  const openChat = vi.fn(async (_place: unknown, _room: string): Promise<Result<null>> => gone());
  const provider = fakeProvider({
    start: async (_place: AccountPlace, request: JobRequest) => ({
      ok: true,
      value: { ...request, facts: [SENT] },
    }),
    look,
    leaveTwin,
    openChat,
  });
  const maker = createMaker(provider);
  const hears = async (at: number, job: JobRecord): Promise<void> => {
    vi.setSystemTime(at);
    maker.heard(PLACE, job);
    await vi.advanceTimersByTimeAsync(0);
  };
  const answers = async (answer: Answer): Promise<void> => {
    late.shift()?.(answer);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { maker, look, leaveTwin, openChat, hears, answers };
}

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('looks', () => {
  it('are taken at growing pauses while the popup hears of the job, and stop after the watch', async () => {
    const { look, hears, answers } = opened();
    const times: number[] = [];
    for (let at = 0; at <= 120_000; at += 1000) {
      const before = look.mock.calls.length;
      await hears(at, record('job-1', SENT));
      if (look.mock.calls.length > before) times.push(at / 1000);
      await answers({ ok: true, value: record('job-1', SENT) });
    }
    expect(times).toEqual([20, 21, 23, 26, 30, 35, 40, 45, 50, 55, 60]);
    expect(look).toHaveBeenCalledWith(PLACE, 'job-1');
  });

  it('that find the group show it', async () => {
    const { maker, hears, answers } = opened();
    await hears(25_000, record('job-1', SENT));
    await answers({ ok: true, value: record('job-1', SENT, seen('@@one')) });
    expect(maker.making.value).toMatchObject({
      job: { state: { isFound: true, outcome: { kind: 'made', room: '@@one' } } },
    });
  });

  it('that fail leave what is shown', async () => {
    const { maker, hears, answers } = opened();
    await hears(25_000, record('job-1', SENT));
    await answers({ ok: false, error: 'page-gone' });
    expect(maker.making.value).toMatchObject({ kind: 'job', job: { state: { phase: 'checking' } } });
  });
});

describe('a look that is answered late', () => {
  it('does not bring back a job that the person has let go of', async () => {
    const { maker, hears, answers } = opened();
    await hears(5000, record('job-1', SENT, MADE));
    await maker.dismiss();
    await answers({ ok: true, value: record('job-1', SENT, MADE) });
    expect(maker.making.value).toEqual({ kind: 'none' });
  });

  it('does not push aside the next job', async () => {
    const { maker, hears, answers } = opened();
    await hears(5000, record('job-1', SENT, MADE));
    await maker.dismiss();
    await maker.start(PLACE, { members: MEMBERS });
    await answers({ ok: true, value: record('job-1', SENT, MADE, seen('@@two')) });
    expect(maker.making.value).toMatchObject({ kind: 'job', job: { state: { phase: 'creating' } } });
  });
});

describe('the second group', () => {
  const TWIN = [SENT, MADE, seen('@@two')] as const;

  it('is left by the page, and shown as left', async () => {
    const { maker, leaveTwin, hears, answers } = opened();
    await hears(100_000, record('job-1', ...TWIN));
    await answers({ ok: false, error: 'page-gone' }); // the first look
    const leaving = maker.leaveTwin('@@two');
    expect(leaveTwin).toHaveBeenCalledExactlyOnceWith(PLACE, 'job-1', '@@two');
    const left: JobFact = { type: 'twin-left', at: 100_000, room: '@@two' };
    await answers({ ok: true, value: record('job-1', ...TWIN, left) });
    expect(await leaving).toBeUndefined();
    expect(maker.making.value).toMatchObject({ job: { state: { twin: { room: '@@two', left: true } } } });
  });

  it('that cannot be left is said so, and is shown as before', async () => {
    const { maker, hears, answers } = opened();
    await hears(100_000, record('job-1', ...TWIN));
    await answers({ ok: false, error: 'page-gone' });
    const leaving = maker.leaveTwin('@@two');
    await answers({ ok: false, error: 'not-left' });
    expect(await leaving).toBe('not-left');
    expect(maker.making.value).toMatchObject({ job: { state: { twin: { left: false } } } });
  });
});

it('a chat is opened in the place of the job, and an error is told', async () => {
  const { maker, openChat, hears } = opened();
  expect(await maker.openChat('@@one')).toBeUndefined();
  expect(openChat).not.toHaveBeenCalled();
  await hears(5000, record('job-1', SENT, MADE));
  expect(await maker.openChat('@@one')).toBe('page-gone');
  expect(openChat).toHaveBeenCalledExactlyOnceWith(PLACE, '@@one');
  openChat.mockResolvedValueOnce({ ok: true, value: null });
  expect(await maker.openChat('@@one')).toBeUndefined();
});
