// Asked directly, WeChat tells who is logged in and all contacts page by page, once for each session.
// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://wx.qq.com/"}
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Services } from './injector.ts';
import { type RawReader, type RawSession, rawSessionReader } from './raw-session.ts';
import type { Session } from './session-keys.ts';

const services: Services = { get: () => undefined };
const session = (Skey = '@crypt_1'): Session => ({
  ok: true,
  baseRequest: { Uin: 5, Sid: 's', Skey, DeviceID: 'e123456789012345' },
});
const BaseResponse = { Ret: 0 };
const user = (UserName = '@me'): object => ({
  BaseResponse,
  User: { UserName, NickName: 'Me', HeadImgUrl: '/me' },
});
const page = (Seq: number, ...userNames: readonly string[]): object => ({
  BaseResponse,
  MemberList: userNames.map((UserName) => ({ UserName })),
  Seq,
});
const json = (body: unknown): Response => new Response(JSON.stringify(body));

const fetched = vi.fn<typeof fetch>();
const urls = (): readonly URL[] => fetched.mock.calls.map(([url]) => new URL(String(url)));
const calls = (): readonly string[] =>
  urls().map((url) => `${url.pathname.split('/').at(-1)} ${url.searchParams.get('seq') ?? ''}`.trim());
const names = ({ entries }: RawSession): readonly unknown[] =>
  entries.map((entry) => Reflect.get(Object(entry), 'UserName'));

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => vi.unstubAllGlobals());

const answering = (...bodies: readonly unknown[]): void => {
  for (const body of bodies) fetched.mockResolvedValueOnce(json(body));
};
/** What a reader has once all pages have come. */
async function whole({ read }: RawReader): Promise<RawSession> {
  await vi.waitUntil(async () => (await read(services, session())).complete, { interval: 1 });
  return read(services, session());
}

describe('a session is read', () => {
  it('with its user first, then page by page until Seq is 0', async () => {
    answering(user(), page(40, '@a', '@b'), page(80, '@c'), page(0, '@d'));
    const reader = rawSessionReader(window);
    expect(await reader.read(services, session())).toMatchObject({
      user: { userName: '@me', nickName: 'Me', headImgUrl: '/me' },
      complete: false,
    });
    expect(names(await whole(reader))).toEqual(['@a', '@b', '@c', '@d']);
    expect(calls()).toEqual(['webwxinit', 'webwxgetcontact 0', 'webwxgetcontact 40', 'webwxgetcontact 80']);
    expect(urls()[1]?.searchParams.get('skey')).toBe('@crypt_1');
  });

  it('once, however often and at once it is asked for', async () => {
    answering(user(), page(0, '@a'));
    const reader = rawSessionReader(window);
    await Promise.all([reader.read(services, session()), reader.read(services, session())]);
    await whole(reader);
    expect(calls()).toEqual(['webwxinit', 'webwxgetcontact 0']);
  });

  it('in seventeen pages at most', async () => {
    fetched.mockImplementation(async (url) =>
      json(String(url).includes('webwxinit') ? user() : page(1, `@${fetched.mock.calls.length}`)),
    );
    expect((await whole(rawSessionReader(window))).entries).toHaveLength(17);
    expect(fetched).toHaveBeenCalledTimes(18);
  });

  it.each([
    ['breaks off', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['is an error page', () => Promise.resolve(new Response('<html>', { status: 502 }))],
    ['is refused', () => Promise.resolve(json({ BaseResponse: { Ret: 1101 } }))],
  ])('as far as it goes when a page %s', async (_what, answer) => {
    answering(user(), page(40, '@a'));
    fetched.mockImplementationOnce(answer);
    expect(names(await whole(rawSessionReader(window)))).toEqual(['@a']);
    expect(fetched).toHaveBeenCalledTimes(3);
  });
});

describe('nobody is logged in', () => {
  it('without keys, and nothing is asked', async () => {
    const reader = rawSessionReader(window);
    expect(await reader.read(services, { ok: false, missing: 'no-sid' })).toEqual({
      user: undefined,
      entries: [],
      complete: true,
    });
    expect(fetched).not.toHaveBeenCalled();
  });

  it.each([
    ['says so', { BaseResponse: { Ret: 1101 }, User: { UserName: '@me' } }],
    ['names nobody', { BaseResponse, User: { UserName: '' } }],
  ])('when WeChat %s, and no contacts are asked for', async (_what, body) => {
    answering(body);
    expect((await rawSessionReader(window).read(services, session())).user).toBeUndefined();
    expect(calls()).toEqual(['webwxinit']);
  });
});

describe('another session', () => {
  it('is read anew, and nothing of the one before is left', async () => {
    answering(user('@me'), page(0, '@a'));
    const reader = rawSessionReader(window);
    await whole(reader);
    answering(user('@other'), page(0, '@z'));
    expect(await reader.read(services, session('@crypt_2'))).toMatchObject({
      user: { userName: '@other' },
      entries: [],
    });
    await vi.waitUntil(async () => (await reader.read(services, session('@crypt_2'))).complete, {
      interval: 1,
    });
    expect(names(await reader.read(services, session('@crypt_2')))).toEqual(['@z']);
  });

  it('is not overwritten by a late answer to the one before', async () => {
    let answerFirst: (response: Response) => void = () => undefined;
    fetched.mockImplementationOnce(() => new Promise((resolve) => (answerFirst = resolve)));
    const reader = rawSessionReader(window);
    const first = reader.read(services, session('@crypt_1'));
    answering(user('@other'), page(0, '@z'));
    await reader.read(services, session('@crypt_2'));
    answerFirst(json(user('@me')));
    await first;
    expect((await reader.read(services, session('@crypt_2'))).user?.userName).toBe('@other');
  });
});
