// What the popup takes from the page: jobs made of facts that it knows, and nothing else.
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ANSWERS } from './page-answers.ts';

const JOB = { id: 'job-1', account: '@me', members: [{ userName: '@a', name: 'Anna' }], facts: [] };
const ROOM = { room: '@@one', members: ['@a'], isOwn: true };
const withFact = (...facts: readonly unknown[]): object => ({ ...JOB, facts });
const STATUS = {
  protocol: 1,
  host: 'wx.qq.com',
  account: { state: 'out' },
  contacts: { count: 0, settled: true, revision: 'none' },
  missing: [],
  job: null,
};

describe('a job is taken', () => {
  it.each([
    ['without facts', JOB],
    ['sent', withFact({ type: 'sent', at: 1 })],
    ['not sent', withFact({ type: 'not-sent', at: 1, reason: 'offline' })],
    [
      'not sent, with people gone',
      withFact({ type: 'not-sent', at: 1, reason: 'stale-contact', gone: ['@a'] }),
    ],
    ['answered with nothing', withFact({ type: 'answered', at: 1, path: 'factory' })],
    ['answered with null', withFact({ type: 'answered', at: 1, reply: null })],
    [
      'answered with a text',
      withFact({ type: 'answered', at: 1, reply: '<html>', status: 404, path: 'raw' }),
    ],
    ['doubtful', withFact({ type: 'doubtful', at: 1, doubt: 'network-failed', missing: 'no-factory' })],
    ['restored', withFact({ type: 'restored', at: 1 })],
    ['with rooms', withFact({ type: 'seen', at: 1, rooms: [ROOM] })],
    ['checked again', withFact({ type: 'check-again', at: 1 })],
    ['with a second group left', withFact({ type: 'twin-left', at: 1, room: '@@two' })],
  ])('%s, as it is', (_what, job) => {
    expect(v.parse(ANSWERS.start, job)).toEqual(job);
  });

  it('by every call that answers one, and by status', () => {
    for (const name of ['start', 'watch', 'look', 'checkAgain', 'leaveTwin'] as const) {
      expect(v.parse(ANSWERS[name], JOB)).toEqual(JOB);
    }
    expect(v.parse(ANSWERS.status, { ...STATUS, job: JOB })).toMatchObject({ job: JOB });
  });

  it('without what the page puts beside it', () => {
    const said = { ...withFact({ type: 'sent', at: 1, skey: '@crypt' }), skey: '@crypt' };
    expect(v.parse(ANSWERS.start, said)).toEqual(withFact({ type: 'sent', at: 1 }));
  });
});

describe('a job is not taken', () => {
  it.each([
    ['null', null],
    ['without an id', { ...JOB, id: undefined }],
    ['with members that are names alone', { ...JOB, members: ['Anna'] }],
    ['with a member without a name', { ...JOB, members: [{ userName: '@a' }] }],
    ['without facts', { ...JOB, facts: undefined }],
    ['with facts that are no list', { ...JOB, facts: { 0: { type: 'sent', at: 1 } } }],
    ['with a fact that is null', withFact(null)],
    ['with a fact that is not known', withFact({ type: 'exploded', at: 1 })],
    ['with a fact of the prototype', withFact({ type: 'constructor', at: 1 })],
    ['with a fact without a time', withFact({ type: 'sent' })],
    ['with a time in words', withFact({ type: 'sent', at: 'now' })],
    ['with no number for a time', withFact({ type: 'sent', at: Number.NaN })],
    ['with a reason that is not known', withFact({ type: 'not-sent', at: 1, reason: '<b>' })],
    ['with a doubt that is not known', withFact({ type: 'doubtful', at: 1, doubt: 'rate-limited' })],
    ['with a path that is not known', withFact({ type: 'answered', at: 1, path: 'carrier-pigeon' })],
    ['with a status in words', withFact({ type: 'answered', at: 1, status: '404' })],
    ['with a part missing that is not known', withFact({ type: 'answered', at: 1, missing: 'all' })],
    [
      'with a room without members',
      withFact({ type: 'seen', at: 1, rooms: [{ ...ROOM, members: undefined }] }),
    ],
    ['with a room that says 1 for own', withFact({ type: 'seen', at: 1, rooms: [{ ...ROOM, isOwn: 1 }] })],
    ['with a good fact and a bad one', withFact({ type: 'sent', at: 1 }, { type: 'twin-left', at: 1 })],
  ])('%s', (_what, job) => {
    expect(v.safeParse(ANSWERS.start, job).success).toBe(false);
    expect(v.safeParse(ANSWERS.status, { ...STATUS, job: job ?? {} }).success).toBe(false);
  });
});

describe('a login', () => {
  it.each([
    [{ state: 'out' }],
    [{ state: 'starting' }],
    [{ state: 'in', userName: '@me', nickName: 'Me', key: '' }],
  ])('is taken: %j', (account) => {
    expect(v.parse(ANSWERS.status, { ...STATUS, account })).toEqual({ ...STATUS, account });
  });

  it.each([[{ state: 'in', userName: '@me' }], [{ state: 'maybe' }], [null]])('is not: %j', (account) => {
    expect(v.safeParse(ANSWERS.status, { ...STATUS, account }).success).toBe(false);
  });
});
