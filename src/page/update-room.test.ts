// A room is changed once: through the page's own service, or by one bare request where that is missing before anything was sent.
// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://wx.qq.com/"}
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Services } from './injector.ts';
import { updateRoom } from './update-room.ts';

type Update = (fun: string, room: string, value: object, done: (reply: unknown) => void) => void;

const BaseRequest = { Uin: 5, Sid: 's', Skey: '@crypt_1', DeviceID: 'e123456789012345' };
const OK = { BaseResponse: { Ret: 0, ErrMsg: '' }, ChatRoomName: '', BlackList: '', MemberList: [] };
/** What each change is called, by the page and on the wire. */
const CHANGES = [
  ['modtopic', 'Friday & <b>', { topic: 'Friday & <b>' }, { NewTopic: 'Friday & <b>' }],
  ['addmember', '@a,@b', { addMembers: '@a,@b' }, { AddMemberList: '@a,@b' }],
  ['invitemember', '@a,@b', { inviteMembers: '@a,@b' }, { InviteMemberList: '@a,@b' }],
] as const;
const fetched = vi.fn<typeof fetch>();
const digested = vi.fn();
const update = vi.fn<Update>();

/** A page that could send the bare request too, so that a test shows when it does. */
const pageWith = (chatroomFactory: unknown): Services => {
  const services: Readonly<Record<string, unknown>> = {
    chatroomFactory,
    accountFactory: { getBaseRequest: () => ({ BaseRequest }) },
    $rootScope: { $$phase: null, $digest: digested },
  };
  return { get: (name) => services[name] };
};
const named = (factory: unknown = { _update: update }): ReturnType<typeof updateRoom> =>
  updateRoom(window, pageWith(factory), 'modtopic', '@@room', 'Friday');

// happy-dom lacks document.images.
Object.defineProperty(document, 'images', { get: () => document.getElementsByTagName('img') });

beforeEach(() => {
  for (const mock of [fetched, digested, update]) mock.mockReset();
  update.mockImplementation((_fun, _room, _value, done) => done(OK));
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("through the page's service", () => {
  afterEach(() => {
    expect(fetched, 'the bare request was sent after the page was asked').not.toHaveBeenCalled();
  });

  it.each(CHANGES)('%s: it is asked once', async (fun, value, inPage) => {
    const end = await updateRoom(window, pageWith({ _update: update }), fun, '@@room', value);
    expect(update).toHaveBeenCalledExactlyOnceWith(fun, '@@room', inPage, expect.any(Function));
    expect(end).toEqual({ path: 'factory', reply: OK });
  });

  it('as a method of its factory', async () => {
    const factory = {
      ret: 1205,
      _update(this: { readonly ret: number }, ...[, , , done]: Parameters<Update>) {
        done({ BaseResponse: { Ret: this.ret } });
      },
    };
    expect(await named(factory)).toMatchObject({ reply: { BaseResponse: { Ret: 1205 } } });
  });

  it('Angular is told to look, so that a background tab sends at once', async () => {
    await named();
    expect(digested).toHaveBeenCalledOnce();
    expect(update).toHaveBeenCalledBefore(digested);
  });

  it.each([
    ['an object, without what is beside it', { ...OK, Skey: '@crypt_1', MemberCount: 3 }, OK],
    ['an HTML page', '<html><a href="/?skey=@crypt_1">', '<html>'],
    ['an empty text', '', ''],
    ['nothing', undefined, undefined],
  ])('the reply is reduced: %s', async (_what, told, reply) => {
    update.mockImplementation((_fun, _room, _value, done) => done(told));
    expect(await named()).toEqual({ path: 'factory', reply });
  });

  it('it may have sent before it threw, so nothing is said of it, and nothing sent again', async () => {
    update.mockImplementation(() => {
      throw new Error('after the request');
    });
    expect(await named()).toEqual({ path: 'factory' });
    expect(update).toHaveBeenCalledOnce();
  });

  it('what it answered before it threw counts', async () => {
    update.mockImplementation((_fun, _room, _value, done) => {
      done(OK);
      throw new Error('after the answer');
    });
    expect(await named()).toEqual({ path: 'factory', reply: OK });
  });

  it('it stays open while the page does not call back, as on an HTTP error', async () => {
    vi.useFakeTimers();
    const ended = vi.fn();
    update.mockReset();
    void named().then(ended);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(ended).not.toHaveBeenCalled();
    update.mock.calls[0]?.[3](OK);
    await vi.advanceTimersByTimeAsync(0);
    expect(ended).toHaveBeenCalledExactlyOnceWith({ path: 'factory', reply: OK });
  });
});

describe('where the service is missing', () => {
  it.each(CHANGES)('%s: one bare request goes out', async (fun, value, _inPage, onWire) => {
    fetched.mockImplementation(async () => new Response('{"BaseResponse":{"Ret":0},"Skey":"@crypt_1"}'));
    const end = await updateRoom(window, pageWith(undefined), fun, '@@room', value);
    expect(end).toEqual({ path: 'raw', status: 200, reply: OK });
    expect(fetched).toHaveBeenCalledOnce();
    const [address, init] = fetched.mock.calls[0] ?? [''];
    const url = new URL(String(address));
    expect(url.pathname).toBe('/cgi-bin/mmwebwx-bin/webwxupdatechatroom');
    expect(url.searchParams.get('fun')).toBe(fun);
    expect(init).toMatchObject({ method: 'POST', credentials: 'same-origin' });
    expect(JSON.parse(String(init?.body))).toEqual({ BaseRequest, ChatRoomName: '@@room', ...onWire });
  });

  it.each([
    ['a page', 404, '<html>404</html>', '<html>'],
    ['nothing', 500, '', ''],
    ['a refusal', 200, '{"BaseResponse":{"Ret":-2012}}', { ...OK, BaseResponse: { Ret: -2012, ErrMsg: '' } }],
  ])('or was renamed, the HTTP status is known too: %s', async (_what, status, text, reply) => {
    fetched.mockResolvedValue(new Response(text, { status }));
    expect(await named({ _update: 'renamed' })).toEqual({ path: 'raw', status, reply });
  });

  it('and the network fails, that is the end: no second request', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await named({})).toEqual({ path: 'raw' });
    expect(fetched).toHaveBeenCalledOnce();
  });

  it('and no key either, nothing is sent, and the end has no path', async () => {
    const end = await updateRoom(window, { get: () => undefined }, 'modtopic', '@@room', 'Friday');
    expect(end).toEqual({});
    expect(fetched).not.toHaveBeenCalled();
  });
});
