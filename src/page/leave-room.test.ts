// A room is left by one bare request, and only WeChat's own word counts as done.
// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://wx.qq.com/"}
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Services } from './injector.ts';
import { leaveRoom } from './leave-room.ts';

const BaseRequest = { Uin: 5, Sid: 's', Skey: '@crypt_1', DeviceID: 'e123456789012345' };
const services: Services = { get: () => ({ getBaseRequest: () => ({ BaseRequest }) }) };
const fetched = vi.fn<typeof fetch>();

// happy-dom lacks document.images.
Object.defineProperty(document, 'images', { get: () => document.getElementsByTagName('img') });

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('asks WeChat once, for that room', async () => {
  fetched.mockResolvedValue(new Response('{"BaseResponse":{"Ret":0}}'));
  expect(await leaveRoom(window, services, '@@two')).toBe(true);
  expect(fetched).toHaveBeenCalledOnce();
  const [address, init] = fetched.mock.calls[0] ?? [''];
  const url = new URL(String(address));
  expect(url.pathname).toBe('/cgi-bin/mmwebwx-bin/webwxupdatechatroom');
  expect(url.searchParams.get('fun')).toBe('quitchatroom');
  expect(init).toMatchObject({ method: 'POST', credentials: 'same-origin' });
  expect(JSON.parse(String(init?.body))).toEqual({ BaseRequest, ChatRoomName: '@@two' });
});

it.each([
  ['WeChat refuses', () => Promise.resolve(new Response('{"BaseResponse":{"Ret":-1}}'))],
  ['WeChat answers nothing', () => Promise.resolve(new Response(''))],
  ['WeChat answers a page', () => Promise.resolve(new Response('<html>', { status: 404 }))],
  ['WeChat answers an object that is no reply', () => Promise.resolve(new Response('{}'))],
  ['the network fails', () => Promise.reject(new TypeError('Failed to fetch'))],
])('is not done when %s, and is not asked again', async (_what, answer) => {
  fetched.mockImplementation(answer);
  expect(await leaveRoom(window, services, '@@two')).toBe(false);
  expect(fetched).toHaveBeenCalledOnce();
});

it('is not done without a key', async () => {
  expect(await leaveRoom(window, { get: () => undefined }, '@@two')).toBe(false);
  expect(fetched).not.toHaveBeenCalled();
});
