// What comes late to a job: answers after a search, rooms that turn up, second groups, and what the person asks for.
import { describe, expect, it } from 'vitest';
import { type JobState, jobAt } from './group-job.ts';
import type { JobFact } from './job-facts.ts';

const members = [
  { userName: '@a', name: 'Anna' },
  { userName: '@b', name: 'Béla' },
];
const stateAt = (now: number, ...facts: readonly JobFact[]): JobState =>
  jobAt({ id: 'job-1', account: '@me', members, facts: [{ type: 'sent', at: 0 }, ...facts] }, now).state;

const reply = (room: string, Ret = 0) => ({
  BaseResponse: { Ret },
  ChatRoomName: room,
  MemberList: members.map(({ userName }) => ({ UserName: userName, MemberStatus: 0 })),
});
const made = (at: number, room = '@@one'): JobFact => ({
  type: 'answered',
  at,
  reply: reply(room),
  path: 'factory',
});
const refused = (at: number): JobFact => ({ type: 'answered', at, reply: reply('', 1205), path: 'raw' });
const silent = (at: number): JobFact => ({ type: 'answered', at, reply: '', path: 'raw' });
const seen = (at: number, room = '@@one', people: readonly string[] = ['@a', '@b']): JobFact => ({
  type: 'seen',
  at,
  rooms: [{ room, members: people, isOwn: true }],
});
const checkAgain = (at: number): JobFact => ({ type: 'check-again', at });
const left = (at: number, room: string): JobFact => ({ type: 'twin-left', at, room });

describe('a late answer is taken', () => {
  it.each([
    ['while it is looked for', 25_000],
    ['after it ended in doubt', 300_000],
  ])('%s', (_when, at) => {
    expect(stateAt(at, made(at))).toMatchObject({
      phase: 'ended',
      outcome: { kind: 'made', room: '@@one' },
      isFound: false,
      watchUntil: at + 15_000,
    });
    expect(stateAt(at, refused(at))).toMatchObject({ outcome: { kind: 'refused', reason: 'rate-limited' } });
  });

  it('and one that says nothing leaves an end in doubt as it was', () => {
    expect(stateAt(300_000, silent(300_000))).toEqual(stateAt(300_000));
  });

  it('also after a reload, when another script heard it', () => {
    const restored: JobFact = { type: 'restored', at: 5_000 };
    expect(stateAt(6_000, restored, made(6_000))).toMatchObject({ outcome: { room: '@@one' } });
  });
});

describe('a room that turns up', () => {
  const FOUND = { phase: 'ended', outcome: { kind: 'made', room: '@@one' }, isFound: true };

  it('while creating waits for the answer', () => {
    expect(stateAt(2_000, seen(1_000))).toEqual({ phase: 'creating', since: 0 });
  });

  it.each([
    ['while it is looked for', [seen(25_000)]],
    ['after it ended in doubt', [seen(300_000)]],
    ['after WeChat refused', [refused(5_000), seen(9_000)]],
    ['after a search that began anew', [checkAgain(60_000), seen(70_000)]],
  ])('%s is the group, and is said to be found', (_when, facts) => {
    expect(stateAt(300_000, ...facts)).toMatchObject(FOUND);
  });

  it('is watched for 15 s more, and keeps how it was sent', () => {
    expect(stateAt(9_000, silent(5_000), seen(8_000))).toMatchObject({ watchUntil: 23_000, path: 'raw' });
  });

  it('with a stranger inside is another group', () => {
    expect(stateAt(25_000, seen(25_000, '@@one', ['@a', '@b', '@x']))).toEqual(stateAt(25_000));
  });

  it('without some of the people is the group, not complete', () => {
    expect(stateAt(25_000, seen(25_000, '@@one', ['@b']))).toMatchObject({
      isFound: true,
      outcome: {
        kind: 'partial',
        members: [
          { userName: '@a', fate: 'not-reported' },
          { userName: '@b', fate: 'in' },
        ],
      },
    });
  });
});

describe('an answer after the room was found', () => {
  it('that names it confirms it', () => {
    expect(stateAt(30_000, seen(25_000), made(26_000))).toMatchObject({
      outcome: { kind: 'made', room: '@@one' },
      isFound: false,
      path: 'factory',
      watchUntil: 40_000,
    });
  });

  it('that names another makes the found one the second', () => {
    expect(stateAt(30_000, seen(25_000, '@@two'), made(26_000))).toMatchObject({
      outcome: { room: '@@one' },
      twin: { room: '@@two', left: false },
      isFound: false,
    });
  });

  it('that names the second one swaps them', () => {
    expect(stateAt(30_000, seen(25_000, '@@two'), seen(26_000), made(27_000))).toMatchObject({
      outcome: { room: '@@one' },
      twin: { room: '@@two', left: false },
    });
  });

  it('that names the second one after the person left that leaves them the other', () => {
    const facts = [seen(25_000, '@@two'), seen(26_000), left(27_000, '@@one'), made(28_000)];
    expect(stateAt(30_000, ...facts)).toMatchObject({
      outcome: { room: '@@two' },
      twin: { room: '@@one', left: true },
    });
  });

  it.each([
    ['a refusal', refused(26_000)],
    ['no answer', silent(26_000)],
    ['a failing network', { type: 'doubtful', at: 26_000, doubt: 'network-failed' }],
  ] as const)('that knows no better does not take it away: %s', (_what, fact) => {
    expect(stateAt(30_000, seen(25_000), fact)).toEqual(stateAt(30_000, seen(25_000)));
  });
});

describe('a second group', () => {
  it.each([
    ['after an answer', made(5_000)],
    ['after one was found', seen(25_000)],
  ])('%s is told beside the first', (_when, first) => {
    expect(stateAt(40_000, first, seen(30_000, '@@two'))).toMatchObject({
      outcome: { room: '@@one' },
      twin: { room: '@@two', left: false },
    });
  });

  it.each([
    ['the group itself', seen(6_000)],
    ['another group', seen(6_000, '@@two', ['@x', '@a'])],
  ])('is not %s', (_what, fact) => {
    expect(stateAt(9_000, made(5_000), fact)).toEqual(stateAt(9_000, made(5_000)));
  });

  it('is left when the person left it, and stays left', () => {
    const facts = [made(5_000), seen(6_000, '@@two'), left(9_000, '@@two'), seen(10_000, '@@two')];
    expect(stateAt(10_000, ...facts)).toMatchObject({ twin: { room: '@@two', left: true } });
  });

  it('is not left when another room is', () => {
    const facts = [made(5_000), seen(6_000, '@@two')];
    expect(stateAt(9_000, ...facts, left(8_000, '@@one'))).toEqual(stateAt(9_000, ...facts));
  });
});

describe('checking again', () => {
  it('looks for 30 s more, and keeps the doubt and how it was sent', () => {
    const facts = [silent(5_000), checkAgain(60_000)];
    const doubt = { kind: 'unknown', reason: 'no-answer', words: '' };
    expect(stateAt(89_999, ...facts)).toEqual({ phase: 'checking', since: 60_000, doubt, path: 'raw' });
    expect(stateAt(90_000, ...facts)).toMatchObject({ phase: 'ended', outcome: doubt, watchUntil: 105_000 });
  });

  it.each([
    ['is still looked for', []],
    ['was made', [made(5_000)]],
    ['was refused', [refused(5_000)]],
  ])('changes nothing when it %s', (_what, facts) => {
    expect(stateAt(25_000, ...facts, checkAgain(24_000))).toEqual(stateAt(25_000, ...facts));
  });
});
