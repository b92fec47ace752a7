// How a job passes from state to state: by what happened to it, and by the time that passed since.
import { describe, expect, it } from 'vitest';
import { isLooking, isRunning, type JobState, jobAt } from './group-job.ts';
import type { JobFact } from './job-facts.ts';

const request = {
  id: 'job-1',
  account: '@me',
  members: [
    { userName: '@a', name: 'Anna' },
    { userName: '@b', name: 'Béla' },
  ],
};
/** The state of a job that was sent at 0, and to which these things happened. */
const stateAt = (now: number, ...facts: readonly JobFact[]): JobState =>
  jobAt({ ...request, facts: [{ type: 'sent', at: 0 }, ...facts] }, now).state;
const unsent = (now: number, ...facts: readonly JobFact[]): JobState =>
  jobAt({ ...request, facts }, now).state;
const answered = (at: number, reply: unknown, status?: number): JobFact => ({
  type: 'answered',
  at,
  reply,
  status,
  path: 'factory',
});
const doubtful = (at: number): JobFact => ({
  type: 'doubtful',
  at,
  doubt: 'network-failed',
  path: 'factory',
});
const MADE = { BaseResponse: { Ret: 0 }, ChatRoomName: '@@one', MemberList: [] };
const REFUSED = { BaseResponse: { Ret: 1205 }, ChatRoomName: '' };
const NO_ANSWER_YET = { kind: 'unknown', reason: 'no-answer-yet', words: '' };

describe('before an answer', () => {
  it('a job is what was asked for, ready until it is sent', () => {
    expect(jobAt({ ...request, facts: [] }, 10 ** 12)).toEqual({
      ...request,
      facts: [],
      state: { phase: 'ready' },
    });
  });

  it.each([
    ['at once', 0, { phase: 'creating', since: 0 }],
    ['a moment before 20 s', 19_999, { phase: 'creating', since: 0 }],
    ['at 20 s', 20_000, { phase: 'checking', since: 20_000, doubt: NO_ANSWER_YET }],
    ['a moment before 50 s', 49_999, { phase: 'checking', since: 20_000, doubt: NO_ANSWER_YET }],
  ])('it is created, and after 20 s of silence looked for: %s', (_when, now, state) => {
    expect(stateAt(now)).toEqual(state);
  });

  it.each([50_000, 10 ** 12])('it ends in doubt after 30 s of looking, however late one looks: %d', (now) => {
    expect(stateAt(now)).toEqual({
      phase: 'ended',
      outcome: NO_ANSWER_YET,
      isFound: false,
      watchUntil: 65_000,
    });
  });

  it('being sent again changes nothing', () => {
    expect(stateAt(25_000, { type: 'sent', at: 15_000 })).toMatchObject({ since: 20_000 });
  });
});

describe('an answer ends it', () => {
  it.each([
    ['made', MADE, undefined, { kind: 'made', room: '@@one' }],
    ['refused', REFUSED, undefined, { kind: 'refused', reason: 'rate-limited' }],
    ['refused with an HTTP status', '<html>', 404, { kind: 'refused', reason: 'closed-by-wechat' }],
  ])('%s, and is watched for 15 s more', (_what, reply, status, outcome) => {
    expect(stateAt(6_000, answered(5_000, reply, status))).toMatchObject({
      phase: 'ended',
      outcome,
      isFound: false,
      path: 'factory',
      watchUntil: 20_000,
    });
  });

  it.each([
    ['no answer', answered(5_000, ''), 'no-answer'],
    ['a failing server', answered(5_000, '', 502), 'server-error'],
    ['a failing network', doubtful(5_000), 'network-failed'],
  ])('%s leaves it in doubt: looked for from then on for 30 s', (_what, fact, reason) => {
    expect(stateAt(5_000, fact)).toMatchObject({
      phase: 'checking',
      since: 5_000,
      doubt: { reason },
      path: 'factory',
    });
    expect(stateAt(34_999, fact).phase).toBe('checking');
    const end = { phase: 'ended', outcome: { kind: 'unknown', reason }, path: 'factory' };
    expect(stateAt(35_000, fact)).toMatchObject(end);
  });

  it('an answer that says nothing does not begin the search anew', () => {
    expect(stateAt(45_000, answered(40_000, ''))).toMatchObject({
      phase: 'checking',
      since: 20_000,
      doubt: { reason: 'no-answer' },
    });
    expect(stateAt(50_000, answered(40_000, '')).phase).toBe('ended');
  });
});

describe('what was not sent', () => {
  const notSent: JobFact = { type: 'not-sent', at: 5, reason: 'stale-contact', gone: ['@b'] };
  const refused: JobState = {
    phase: 'ended',
    outcome: {
      kind: 'refused',
      reason: 'stale-contact',
      words: '',
      members: [{ userName: '@b', fate: 'not-a-contact' }],
    },
    isFound: false,
    watchUntil: 0,
    missing: undefined,
  };

  it('ends with the reason, and tells who is no contact any more', () => {
    expect(unsent(5, notSent)).toEqual(refused);
    expect(stateAt(5, notSent)).toEqual(refused);
  });

  it('names the part that the page lacks', () => {
    expect(stateAt(5, { type: 'not-sent', at: 5, reason: 'no-sid' })).toMatchObject({ missing: 'no-sid' });
  });

  it('never turns into anything else, and is not looked for', () => {
    const rooms = [{ room: '@@one', members: ['@a', '@b'], isOwn: true }];
    const later: readonly JobFact[] = [
      { type: 'sent', at: 6 },
      { type: 'restored', at: 7 },
      { type: 'seen', at: 8, rooms },
      { type: 'check-again', at: 9 },
      { type: 'twin-left', at: 10, room: '@@one' },
      { type: 'doubtful', at: 11, doubt: 'network-failed' },
    ];
    expect(unsent(10 ** 12, notSent, ...later)).toEqual(refused);
    expect(isLooking(jobAt({ ...request, facts: [notSent] }, 6), 6)).toBe(false);
    expect(isLooking(jobAt({ ...request, facts: [notSent] }, 0), 0)).toBe(false);
  });
});

describe('a reload', () => {
  it.each([
    ['while creating', stateAt(7_000, { type: 'restored', at: 7_000 })],
    ['before it was known to be sent', unsent(7_000, { type: 'restored', at: 7_000 })],
  ])('%s: nobody heard the answer, so the group is looked for', (_when, state) => {
    expect(state).toMatchObject({ phase: 'checking', since: 7_000, doubt: { reason: 'page-reloaded' } });
  });

  it('while checking goes on as before, also after a silence that nobody noted', () => {
    const facts: readonly JobFact[] = [{ type: 'restored', at: 25_000 }];
    expect(stateAt(26_000, ...facts)).toMatchObject({
      phase: 'checking',
      since: 20_000,
      doubt: NO_ANSWER_YET,
    });
  });

  it('after the end changes nothing', () => {
    expect(stateAt(9_000, answered(5_000, REFUSED), { type: 'restored', at: 8_000 })).toEqual(
      stateAt(9_000, answered(5_000, REFUSED)),
    );
  });
});

it.each([
  [[], 0, true, false],
  [[], 20_000, true, true],
  [[], 50_000, false, true],
  [[], 65_000, false, false],
  [[answered(5_000, MADE)], 19_000, false, true],
  [[answered(5_000, MADE)], 20_000, false, false],
] as const)('%j at %d: running %s, looked for %s', (facts, now, running, looking) => {
  const job = jobAt({ ...request, facts: [{ type: 'sent', at: 0 }, ...facts] }, now);
  expect([isRunning(job), isLooking(job, now)]).toEqual([running, looking]);
});
