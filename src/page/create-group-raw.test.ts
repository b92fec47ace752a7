// Where the page's factory cannot be reached before anything was sent, one bare request goes out, or none without a key.
// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://wx2.qq.com/?lang=zh_CN"}
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGroup } from './create-group.ts';
import type { Services } from './injector.ts';

const BaseRequest = { Uin: 5, Sid: 's', Skey: '@crypt_1', DeviceID: 'e123456789012345' };
const fetched = vi.fn<typeof fetch>();

// happy-dom lacks document.images.
Object.defineProperty(document, 'images', { get: () => document.getElementsByTagName('img') });

beforeEach(() => {
  fetched.mockReset();
  fetched.mockResolvedValue(new Response('{"BaseResponse":{"Ret":0}}'));
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => vi.unstubAllGlobals());

const page = (services: Readonly<Record<string, unknown>>, missing?: 'no-angular'): Services => ({
  missing,
  get: (name) => services[name],
});
const account = (fields: object = {}): object => ({ getBaseRequest: () => ({ BaseRequest }), ...fields });
const sent = (): { readonly url: URL; readonly init: RequestInit | undefined } => {
  const [address, init] = fetched.mock.calls[0] ?? [''];
  return { url: new URL(String(address)), init };
};

describe('the bare request', () => {
  it('is the one that the page would send', async () => {
    await createGroup(window, page({ accountFactory: account() }), ['@a', '@b', '@c']);
    const { url, init } = sent();
    expect(fetched).toHaveBeenCalledOnce();
    expect(url.origin + url.pathname).toBe('https://wx2.qq.com/cgi-bin/mmwebwx-bin/webwxcreatechatroom');
    expect(init).toMatchObject({
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json;charset=UTF-8' },
    });
    expect(JSON.parse(String(init?.body))).toEqual({
      BaseRequest,
      MemberCount: 3,
      MemberList: [{ UserName: '@a' }, { UserName: '@b' }, { UserName: '@c' }],
      Topic: '',
    });
  });

  it("carries the time, the page's language and its ticket", async () => {
    await createGroup(window, page({ accountFactory: account({ getPassticket: () => 'a+b%3D' }) }), [
      '@a',
      '@b',
    ]);
    const { searchParams } = sent().url;
    expect([...searchParams.keys()].sort()).toEqual(['lang', 'pass_ticket', 'r']);
    expect(searchParams.get('r')).toMatch(/^\d{13}$/);
    expect(searchParams.get('lang')).toBe('zh_CN');
    expect(searchParams.get('pass_ticket')).toBe('a+b%3D');
  });

  it.each([[undefined], [null], ['']])(
    'leaves out a ticket that is %j, as after a reload',
    async (ticket) => {
      await createGroup(window, page({ accountFactory: account({ getPassticket: () => ticket }) }), [
        '@a',
        '@b',
      ]);
      expect(sent().url.searchParams.has('pass_ticket')).toBe(false);
    },
  );
});

describe('the attempt says', () => {
  it.each([
    ['no-factory', page({ accountFactory: account() })],
    ['no-factory', page({ accountFactory: account(), chatroomFactory: { create: 'renamed' } })],
    ['no-angular', page({ accountFactory: account() }, 'no-angular')],
  ])('that it went without: %s', async (missing, services) => {
    expect(await createGroup(window, services, ['@a', '@b'])).toEqual({
      type: 'answered',
      path: 'raw',
      missing,
      reply: { BaseResponse: { Ret: 0, ErrMsg: '' }, ChatRoomName: '', BlackList: '', MemberList: [] },
      status: 200,
    });
  });

  it.each([
    [404, '<html>404</html>', '<html>'],
    [502, '<html><title>502 Bad Gateway</title></html>', '<html><title>500'],
    [200, '{"BaseResponse":', '{'],
    [200, '', ''],
  ])('what WeChat wrote, reduced, also with an HTTP error: %d, %s', async (status, text, reply) => {
    fetched.mockResolvedValue(new Response(text, { status }));
    const attempt = await createGroup(window, page({ accountFactory: account() }), ['@a', '@b']);
    expect(attempt).toEqual({ type: 'answered', path: 'raw', missing: 'no-factory', reply, status });
  });

  it('nothing that stands beside the reply', async () => {
    fetched.mockResolvedValue(new Response('{"BaseResponse":{"Ret":0},"SKey":"@crypt_1"}'));
    const attempt = await createGroup(window, page({ accountFactory: account() }), ['@a', '@b']);
    expect(attempt).toMatchObject({ reply: { BaseResponse: { Ret: 0 } } });
    expect(JSON.stringify(attempt)).not.toContain('crypt');
  });

  it.each([
    ['the network fails', () => Promise.reject(new TypeError('Failed to fetch'))],
    [
      'the body breaks off',
      () => {
        const response = new Response('half');
        vi.spyOn(response, 'text').mockRejectedValue(new TypeError('terminated'));
        return Promise.resolve(response);
      },
    ],
  ])('that it is in doubt when %s, and sends no second one', async (_what, answer) => {
    fetched.mockImplementation(answer);
    const attempt = await createGroup(window, page({ accountFactory: account() }), ['@a', '@b']);
    expect(attempt).toEqual({
      type: 'doubtful',
      path: 'raw',
      missing: 'no-factory',
      doubt: 'network-failed',
    });
    expect(fetched).toHaveBeenCalledOnce();
  });
});

it('without a key nothing is sent', async () => {
  expect(await createGroup(window, page({}), ['@a', '@b'])).toEqual({ type: 'not-sent', reason: 'no-uin' });
  expect(fetched).not.toHaveBeenCalled();
});
