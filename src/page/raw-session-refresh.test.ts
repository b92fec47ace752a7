// A session that is read anew for its recent chats keeps what it knew, and a network that fails is asked again.
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
const entries = (...userNames: readonly string[]): readonly object[] =>
  userNames.map((UserName) => ({ UserName }));
const init = (...chats: readonly string[]): object => ({
  BaseResponse: { Ret: 0 },
  User: { UserName: '@me', NickName: 'Me', HeadImgUrl: '/me' },
  ContactList: entries(...chats),
});
const lastPage = (...userNames: readonly string[]): object => ({
  BaseResponse: { Ret: 0 },
  MemberList: entries(...userNames),
  Seq: 0,
});
const offline = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));

const fetched = vi.fn<typeof fetch>();
const answering = (...bodies: readonly unknown[]): void => {
  for (const body of bodies) fetched.mockResolvedValueOnce(new Response(JSON.stringify(body)));
};
const calls = (): readonly string[] =>
  fetched.mock.calls.map(([url]) => new URL(String(url)).pathname.split('/').at(-1) ?? '');
const names = (known: RawSession): readonly unknown[] =>
  known.entries.map((entry) => Reflect.get(Object(entry), 'UserName'));

/** A reader that has read a whole session of these people. */
async function begun(...people: readonly string[]): Promise<RawReader> {
  answering(init('@@old'), lastPage(...people));
  const reader = rawSessionReader(window);
  await vi.waitUntil(async () => (await reader.read(services, session())).complete, { interval: 1 });
  fetched.mockClear();
  return reader;
}

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a refresh', () => {
  it('adds the rooms that have turned up, by one request', async () => {
    const reader = await begun('@a', '@b');
    answering(init('@@new', '@@old'));
    await reader.refresh(services, session());
    const known = await reader.read(services, session());
    expect(names(known)).toEqual(['@a', '@b', '@@new', '@@old']);
    expect(known).toMatchObject({ user: { userName: '@me' }, complete: true });
    expect(calls()).toEqual(['webwxinit']);
  });

  it('takes the newer entry of the same room', async () => {
    const reader = await begun('@a');
    const room = { UserName: '@@old', MemberCount: 3 };
    answering({ ...init(), ContactList: [room] });
    await reader.refresh(services, session());
    expect((await reader.read(services, session())).entries).toEqual([{ UserName: '@a' }, room]);
  });

  it.each([
    ['the network fails', offline],
    ['WeChat refuses', () => Promise.resolve(new Response('{"BaseResponse":{"Ret":1101}}'))],
    ['WeChat answers a page', () => Promise.resolve(new Response('<html>', { status: 502 }))],
    ['there are no chats', () => Promise.resolve(new Response(JSON.stringify(init())))],
  ])('leaves what is known when %s', async (_what, answer) => {
    const reader = await begun('@a');
    fetched.mockImplementationOnce(answer);
    await reader.refresh(services, session());
    expect(await reader.read(services, session())).toMatchObject({
      user: { userName: '@me' },
      entries: [{ UserName: '@@old' }, { UserName: '@a' }],
      complete: true,
    });
    expect(calls()).toEqual(['webwxinit']);
  });

  it('asks nothing without keys, before a reading, or for another session', async () => {
    const reader = rawSessionReader(window);
    await reader.refresh(services, session());
    await reader.refresh(services, { ok: false, missing: 'no-sid' });
    expect(fetched).not.toHaveBeenCalled();
    const known = await begun('@a');
    await known.refresh(services, session('@crypt_2'));
    expect(fetched).not.toHaveBeenCalled();
  });

  it('whose answer comes after another login leaves that alone', async () => {
    const reader = await begun('@a');
    let answer: (response: Response) => void = () => undefined;
    fetched.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const refreshing = reader.refresh(services, session());
    answering({ ...init(), User: { UserName: '@other' } }, lastPage('@z'));
    await reader.read(services, session('@crypt_2'));
    answer(new Response(JSON.stringify(init('@@new'))));
    await refreshing;
    expect(names(await reader.read(services, session('@crypt_2')))).not.toContain('@@new');
  });
});

describe('a first look', () => {
  it('that the network fails is one at nobody, and the next look asks again', async () => {
    const reader = rawSessionReader(window);
    fetched.mockImplementationOnce(offline);
    expect((await reader.read(services, session())).user).toBeUndefined();
    answering(init('@@old'), lastPage('@a'));
    expect((await reader.read(services, session())).user).toMatchObject({ userName: '@me' });
    expect(calls().filter((call) => call === 'webwxinit')).toHaveLength(2);
  });

  it('that WeChat refuses is not repeated for the same keys', async () => {
    const reader = rawSessionReader(window);
    answering({ BaseResponse: { Ret: 1101 } });
    await reader.read(services, session());
    expect((await reader.read(services, session())).user).toBeUndefined();
    expect(calls()).toEqual(['webwxinit']);
  });
});
