// Pictures are fetched from WeChat's own picture calls on this host only, and handed on as data or not at all.
// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://wx.qq.com/"}
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pictureFetcher } from './avatar.ts';

const ICON = '/cgi-bin/mmwebwx-bin/webwxgeticon?seq=1&username=@anna&skey=@crypt_1';
const fetched = vi.fn<typeof fetch>();
const answer = (bytes: number, type = 'image/png', status = 200): Response =>
  new Response(new Blob([new Uint8Array(bytes)], { type }), { status, headers: { 'Content-Type': type } });
const picture = (address: string): Promise<string | null> => pictureFetcher(window).fetch(address);

beforeEach(() => {
  fetched.mockReset();
  fetched.mockResolvedValue(answer(3));
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => vi.unstubAllGlobals());

describe("WeChat's picture calls are fetched with the page's cookies", () => {
  it.each([
    ['a person', ICON],
    ['a room', ICON.replace('geticon', 'getheadimg')],
    ['by the whole address', `https://wx.qq.com${ICON}`],
  ])('%s', async (_what, address) => {
    expect(await picture(address)).toBe('data:image/png;base64,AAAA');
    expect(fetched).toHaveBeenCalledOnce();
    const [url, init] = fetched.mock.calls[0] ?? [''];
    expect(String(url)).toBe(new URL(address, 'https://wx.qq.com').href);
    expect(init).toMatchObject({ credentials: 'same-origin' });
  });

  it.each(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])('%s is a picture', async (type) => {
    fetched.mockResolvedValue(answer(3, type));
    expect(await picture(ICON)).toBe(`data:${type};base64,AAAA`);
  });
});

describe('nothing else is fetched', () => {
  it.each([
    ['no address', ''],
    ['another host', `https://evil.example${ICON}`],
    ['another host without a scheme', `//evil.example${ICON}`],
    ['another host behind backslashes', `\\\\evil.example${ICON}`],
    ['another of WeChat\u2019s hosts', `https://wx2.qq.com${ICON}`],
    ['this host as a name before another', `https://wx.qq.com@evil.example${ICON}`],
    ['this host within another', `https://wx.qq.com.evil.example${ICON}`],
    ['another port', `https://wx.qq.com:8443${ICON}`],
    ['another scheme', `http://wx.qq.com${ICON}`],
    ['a script', 'javascript:alert(1)//cgi-bin/mmwebwx-bin/webwxgeticon'],
    ['data', 'data:image/png;base64,AAAA'],
    ['a blob', 'blob:https://wx.qq.com/cgi-bin/mmwebwx-bin/webwxgeticon'],
    ['a file', 'file:///cgi-bin/mmwebwx-bin/webwxgeticon'],
    ['another call', '/cgi-bin/mmwebwx-bin/webwxlogout?redirect=1'],
    ['a call that a path leads to', '/cgi-bin/mmwebwx-bin/webwxgeticon/../webwxlogout'],
    ['a call below', '/cgi-bin/mmwebwx-bin/webwxgeticon/x'],
    ['a call with a longer name', '/cgi-bin/mmwebwx-bin/webwxgeticonx'],
    ['the page itself', '/'],
    ['an address that is none', 'https://'],
  ])('%s', async (_what, address) => {
    expect(await picture(address)).toBeNull();
    expect(fetched).not.toHaveBeenCalled();
  });
});

describe('there is no picture', () => {
  it.each([
    ['when WeChat answers an error', answer(3, 'image/png', 404)],
    ['when it is a page', answer(3, 'text/html')],
    ['when it is a drawing with scripts', answer(3, 'image/svg+xml')],
    ['when its kind is not told', answer(3, '')],
    ['when it is larger than any icon', answer(200_001)],
  ])('%s', async (_when, response) => {
    fetched.mockResolvedValue(response);
    expect(await picture(ICON)).toBeNull();
  });

  it('when the network fails', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await picture(ICON)).toBeNull();
  });

  it('when it is given up, because the group needs the connection', async () => {
    fetched.mockImplementation(
      (_url, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
        }),
    );
    const pictures = pictureFetcher(window);
    const waiting = [pictures.fetch(ICON), pictures.fetch(`${ICON}&2`)];
    pictures.giveUp();
    expect(await Promise.all(waiting)).toEqual([null, null]);
  });
});

it('after giving up, pictures can be fetched again', async () => {
  const pictures = pictureFetcher(window);
  pictures.giveUp();
  expect(await pictures.fetch(ICON)).toBe('data:image/png;base64,AAAA');
});
