// The session's keys are read where the page has them, and the one that is missing is named.
// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://wx.qq.com/"}
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Services } from './injector.ts';
import { findSession } from './session-keys.ts';

const SKEY = '@crypt_6d4ed29_ec8fa15c9b4ea7cf97ad0d1fb6a2a2c5';
const OWN = { Uin: 2545437902, Sid: 'nP3T/+8dk', Skey: SKEY, DeviceID: 'e123456789012345' };
const ICON = `/cgi-bin/mmwebwx-bin/webwxgeticon?seq=1&username=@a&skey=${SKEY}`;

const noServices: Services = { get: () => undefined };
const account = (fields: object): Services => ({
  get: (name) => (name === 'accountFactory' ? fields : undefined),
});
const setCookies = (cookies: Readonly<Record<string, string>>): void => {
  const pairs = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
  vi.spyOn(document, 'cookie', 'get').mockReturnValue(pairs.join('; '));
};
const COOKIES = { wxuin: '2545437902', wxsid: 'nP3T/+8dk' };
const addImage = (attribute: string, address: string): void => {
  const image = document.createElement('img');
  image.setAttribute(attribute, address);
  document.body.append(image);
};

// happy-dom lacks document.images.
Object.defineProperty(document, 'images', { get: () => document.getElementsByTagName('img') });

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe("the page's own BaseRequest", () => {
  it('is used as it is', () => {
    const services = account({ getBaseRequest: () => ({ BaseRequest: OWN }) });
    expect(findSession(window, services)).toEqual({ ok: true, baseRequest: OWN });
  });

  it('may spell its Uin', () => {
    const services = account({ getBaseRequest: () => ({ BaseRequest: { ...OWN, Uin: '2545437902' } }) });
    expect(findSession(window, services)).toEqual({ ok: true, baseRequest: OWN });
  });

  it.each([
    ['not wrapped', () => OWN],
    ['without an Skey, as before a login', () => ({ BaseRequest: { ...OWN, Skey: '' } })],
    ['without a Sid', () => ({ BaseRequest: { ...OWN, Sid: undefined } })],
    ['without a Uin', () => ({ BaseRequest: { ...OWN, Uin: null } })],
    ['without a DeviceID', () => ({ BaseRequest: { ...OWN, DeviceID: '' } })],
    ['missing', () => undefined],
    [
      'failing',
      () => {
        throw new Error('not now');
      },
    ],
  ])('is made anew from cookies and getSkey when it is %s', (_what, getBaseRequest) => {
    setCookies(COOKIES);
    const session = findSession(window, account({ getBaseRequest, getSkey: () => SKEY }));
    expect(session).toEqual({ ok: true, baseRequest: { ...OWN, DeviceID: expect.any(String) } });
  });
});

describe('without the account service, the Skey is found', () => {
  it.each([
    ['in the contacts', ICON],
    ['in the contacts, encoded', ICON.replace('@crypt', '%40crypt')],
    ['first in its query', `/cgi-bin/mmwebwx-bin/webwxgeticon?skey=${SKEY}&seq=1`],
  ])('%s', (_where, HeadImgUrl) => {
    setCookies(COOKIES);
    vi.stubGlobal('_contacts', {
      '@none': null,
      '@x': {},
      '@b': { HeadImgUrl: '/none' },
      '@a': { HeadImgUrl },
    });
    expect(findSession(window, noServices)).toMatchObject({ ok: true, baseRequest: { Skey: SKEY } });
  });

  it.each(['src', 'mm-src'])('in the %s of a picture', (attribute) => {
    setCookies(COOKIES);
    addImage('alt', 'none');
    addImage(attribute, ICON);
    expect(findSession(window, noServices)).toMatchObject({ ok: true, baseRequest: { Skey: SKEY } });
  });

  it.each(['/x?notskey=@crypt_1', '/x?skey=', '/x?skey=crypt_1', '/x#skey=@crypt_1'])(
    'but not in %s',
    (address) => {
      setCookies(COOKIES);
      addImage('src', address);
      expect(findSession(window, noServices)).toEqual({ ok: false, missing: 'no-session-key' });
    },
  );
});

describe('the missing part is named', () => {
  it.each([
    ['no-uin', {}],
    ['no-uin', { wxsid: 'x' }],
    ['no-uin', { wxuin: 'abc', wxsid: 'x' }],
    ['no-uin', { wxuin: '0', wxsid: 'x' }],
    ['no-uin', { notwxuin: '5', wxsid: 'x' }],
    ['no-sid', { wxuin: '5' }],
    ['no-session-key', { wxuin: '5', wxsid: 'x' }],
  ])('%s with the cookies %o', (missing, cookies) => {
    setCookies(cookies);
    expect(findSession(window, noServices)).toEqual({ ok: false, missing });
  });
});

it.each([
  ['a%2Fb%3D', 'a/b='],
  ['a=b==', 'a=b=='],
  ['50%', '50%'],
])('a Sid of %s is read as %s', (wxsid, Sid) => {
  setCookies({ ...COOKIES, wxsid });
  addImage('src', ICON);
  expect(findSession(window, noServices)).toMatchObject({ ok: true, baseRequest: { Sid } });
});

it('a DeviceID is e and fifteen digits, another each time', () => {
  setCookies(COOKIES);
  addImage('src', ICON);
  const ids = Array.from({ length: 200 }, () => {
    const session = findSession(window, noServices);
    return session.ok ? session.baseRequest.DeviceID : '';
  });
  expect(new Set(ids).size).toBe(200);
  for (const id of ids) expect(id).toMatch(/^e\d{15}$/);
});
