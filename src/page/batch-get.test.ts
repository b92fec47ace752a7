// Rooms are asked for by name, once and fifty at most; what was not asked for is dropped, and without keys nobody is asked.
// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://wx.qq.com/"}
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { batchGet } from './batch-get.ts';
import type { Services } from './injector.ts';

const BaseRequest = { Uin: 5, Sid: 's', Skey: '@crypt_1', DeviceID: 'e123456789012345' };
const services: Services = {
  get: (name) => (name === 'accountFactory' ? { getBaseRequest: () => ({ BaseRequest }) } : undefined),
};
const fetched = vi.fn<typeof fetch>();
const answered = (body: unknown): void => {
  fetched.mockImplementation(async () => new Response(JSON.stringify(body)));
};
const body = (): unknown => JSON.parse(String(fetched.mock.calls[0]?.[1]?.body));
const named = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `@@${at}`);

// happy-dom lacks document.images.
Object.defineProperty(document, 'images', { get: () => document.getElementsByTagName('img') });

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the request', () => {
  it('is the one that the page would send, once', async () => {
    answered({});
    await batchGet(window, services, ['@@one', '@@two']);
    expect(fetched).toHaveBeenCalledOnce();
    const url = new URL(String(fetched.mock.calls[0]?.[0]));
    expect(url.origin + url.pathname).toBe('https://wx.qq.com/cgi-bin/mmwebwx-bin/webwxbatchgetcontact');
    expect(url.searchParams.get('type')).toBe('ex');
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', credentials: 'same-origin' });
    expect(body()).toEqual({
      BaseRequest,
      Count: 2,
      List: [
        { UserName: '@@one', ChatRoomId: '' },
        { UserName: '@@two', ChatRoomId: '' },
      ],
    });
  });

  it.each([
    [1, 1],
    [49, 49],
    [50, 50],
    [51, 50],
    [120, 50],
  ])('for %d rooms asks for the first %d', async (wanted, asked) => {
    answered({});
    await batchGet(window, services, named(wanted));
    expect(fetched).toHaveBeenCalledOnce();
    const List = named(asked).map((UserName) => ({ UserName, ChatRoomId: '' }));
    expect(body()).toEqual({ BaseRequest, Count: asked, List });
  });
});

describe('the entries', () => {
  it('are those asked for, as they came, and in their order', async () => {
    const [two, one] = [
      { UserName: '@@two', NickName: '2' },
      { UserName: '@@one', MemberList: [] },
    ];
    answered({ ContactList: [two, { UserName: '@@other' }, one, { UserName: '@person' }] });
    expect((await batchGet(window, services, ['@@one', '@@two'])).entries).toEqual([two, one]);
  });

  it('are none that name no room', async () => {
    answered({ ContactList: [null, 7, 'x', {}, { UserName: 5 }, { UserName: '@@one' }] });
    expect((await batchGet(window, services, ['@@one'])).entries).toEqual([{ UserName: '@@one' }]);
  });
});

it.each([
  ['an HTML page', 404, '<html>'],
  ['nothing', 200, ''],
  ['half a body', 200, '{"ContactList":[{"UserName":"@@one"}'],
  ['a body without a list', 200, '{"BaseResponse":{"Ret":1205}}'],
  ['a list that is none', 200, '{"ContactList":{"0":{"UserName":"@@one"}}}'],
])('%s holds no entries, and comes back as it is', async (_what, status, text) => {
  fetched.mockResolvedValue(new Response(text, { status }));
  const batch = await batchGet(window, services, ['@@one']);
  expect(batch).toEqual({ reply: { ok: true, status, text }, entries: [] });
});

it('a network failure is said so, and not tried again', async () => {
  fetched.mockRejectedValue(new TypeError('Failed to fetch'));
  expect(await batchGet(window, services, ['@@one'])).toEqual({ reply: { ok: false }, entries: [] });
  expect(fetched).toHaveBeenCalledOnce();
});

it.each([
  ['no-uin', ''],
  ['no-sid', 'wxuin=5'],
  ['no-session-key', 'wxuin=5; wxsid=s'],
])('without a key nothing is sent, and it says which: %s', async (missing, cookie) => {
  vi.spyOn(document, 'cookie', 'get').mockReturnValue(cookie);
  const batch = await batchGet(window, { get: () => undefined }, ['@@one']);
  expect(batch).toEqual({ reply: { ok: false, missing }, entries: [] });
  expect(fetched).not.toHaveBeenCalled();
});
