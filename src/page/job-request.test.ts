// Nothing is sent for a request that this page cannot answer for: of another login, of people it does not know, offline.
// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Login } from './account.ts';
import type { ContactSource } from './contact-source.ts';
import { type NotSent, refusedBeforeSending } from './job-request.ts';

const person = (UserName: string, fields: object = {}): object => ({ UserName, ContactFlag: 1, ...fields });
const ENTRIES = [
  person('@a'),
  person('@b'),
  person('@deleted', { ContactFlag: 0 }),
  person('@blocked', { ContactFlag: 9 }),
  person('@brand', { VerifyFlag: 8 }),
  person('@hidden', { isShieldUser: () => true }),
];
const source: ContactSource = {
  revision: '1',
  size: ENTRIES.length,
  people: () => ENTRIES,
  rooms: () => [],
  find: (userName) => ENTRIES.find((entry) => Reflect.get(entry, 'UserName') === userName),
};
const IN: Login = { state: 'in', userName: '@me', nickName: 'Me', headImgUrl: '', missing: [] };
const judged = (
  userNames: readonly string[],
  account = '@me',
  login: Login = IN,
  room?: string,
): NotSent | undefined =>
  refusedBeforeSending(
    window,
    { id: 'job-1', account, room, members: userNames.map((userName) => ({ userName, name: 'x' })) },
    {
      services: { get: () => undefined },
      login,
      self: login.state === 'in' ? login.userName : '',
      source,
      at: 0,
    },
  );

afterEach(() => {
  vi.restoreAllMocks();
});

it('people of this login may be asked into a group', () => {
  expect(judged(['@a', '@b'])).toBeUndefined();
});

describe('the login', () => {
  it.each(['out', 'starting'] as const)('is gone: %s', (state) => {
    expect(judged(['@a', '@b'], '@me', { state, missing: [] })).toEqual({ reason: 'logged-out' });
  });

  it.each(['@another', ''])('is not the one that the contacts were listed for, %j', (account) => {
    expect(judged(['@a', '@b'], account)).toEqual({ reason: 'account-changed' });
  });
});

describe('the members', () => {
  it.each([
    [[], 'too-few-members'],
    [['@a'], 'too-few-members'],
    [['@a', '@b', '@a'], 'member-twice'],
    [['@a', '@b', '@me'], 'yourself-as-member'],
    [['@a', '@@room'], 'no-person'],
    [['@a', 'filehelper'], 'no-person'],
  ])('%j make no group: %s', (userNames, reason) => {
    expect(judged(userNames)).toEqual({ reason });
  });

  it.each([
    [['@a', '@deleted'], ['@deleted']],
    [['@a', '@b', '@unknown'], ['@unknown']],
    [
      ['@x', '@a', '@blocked', '@brand', '@hidden'],
      ['@x', '@blocked', '@brand', '@hidden'],
    ],
  ])('%j are not all contacts: %j are gone', (userNames, gone) => {
    expect(judged(userNames)).toEqual({ reason: 'stale-contact', gone });
  });
});

describe('a group that exists', () => {
  const added = (...userNames: readonly string[]) => judged(userNames, '@me', IN, '@@room');

  it.each([[[]], [['@a']], [['@a', '@b']]])('may get anybody or nobody: %j', (userNames) => {
    expect(added(...userNames)).toBeUndefined();
  });

  it.each([
    [['@a', '@a'], { reason: 'member-twice' }],
    [['@me'], { reason: 'yourself-as-member' }],
    [['@@room'], { reason: 'no-person' }],
    [['@deleted'], { reason: 'stale-contact', gone: ['@deleted'] }],
  ])('gets none but people of this login: %j', (userNames, why) => {
    expect(added(...userNames)).toEqual(why);
  });

  it('is left alone by another account, and offline', () => {
    expect(judged(['@a'], '@another', IN, '@@room')).toEqual({ reason: 'account-changed' });
    vi.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(false);
    expect(added('@a')).toEqual({ reason: 'offline' });
  });
});

describe('without a network', () => {
  it('nothing is sent', () => {
    vi.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(false);
    expect(judged(['@a', '@b'])).toEqual({ reason: 'offline' });
  });

  it('another account is named first, since being online would not help', () => {
    vi.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(false);
    expect(judged(['@a', '@b'], '@another')).toEqual({ reason: 'account-changed' });
    expect(judged(['@a', '@x'])).toMatchObject({ reason: 'stale-contact' });
  });
});
