// An account has one name through all its logins, and the name does not tell which account it is.
// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { accountKey } from './account-key.ts';
import type { Services } from './injector.ts';

const page = (account: object | undefined, cookie = ''): Services => {
  vi.spyOn(document, 'cookie', 'get').mockReturnValue(cookie);
  return { get: (name) => (name === 'accountFactory' ? account : undefined) };
};
const keyOf = (account: object | undefined, cookie?: string): Promise<string> =>
  accountKey(window, page(account, cookie));

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the key', () => {
  it('is hex digits, without the number of the account', async () => {
    const key = await keyOf({ getUin: () => 1234567890 });
    expect(key).toMatch(/^[0-9a-f]{16}$/);
    expect(key).not.toContain('1234567890');
    expect(key).not.toContain((1234567890).toString(16));
  });

  it('is the same at each login, whatever else is new', async () => {
    const first = await keyOf({ getUin: () => 77, getSid: () => 'a', getUserName: () => '@one' });
    const second = await keyOf({ getUin: () => 77, getSid: () => 'b', getUserName: () => '@two' }, 'wxsid=b');
    expect(second).toBe(first);
  });

  it('is the same from the number, its text, and the cookie', async () => {
    const key = await keyOf({ getUin: () => 4242 });
    expect(await keyOf({ getUin: () => '4242' })).toBe(key);
    expect(await keyOf(undefined, 'wxsid=x; wxuin=4242; other=1')).toBe(key);
    expect(await keyOf({ getUin: undefined }, 'wxuin=4242')).toBe(key);
  });

  it('differs from account to account', async () => {
    const keys = await Promise.all([1, 2, 12, 21].map((uin) => keyOf({ getUin: () => uin })));
    expect(new Set(keys).size).toBe(4);
  });
});

it.each([
  ['there is no number', undefined, ''],
  ['the number is empty', { getUin: () => '' }, ''],
  ['the number is none', { getUin: () => Number.NaN }, 'wxsid=1'],
  ['the number is a word', { getUin: () => 'me' }, ''],
  ['the number is negative', { getUin: () => -5 }, ''],
  ['the cookie is empty', undefined, 'wxuin='],
])('there is none when %s', async (_what, account, cookie) => {
  expect(await keyOf(account, cookie)).toBe('');
});
