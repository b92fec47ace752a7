// Somebody is logged in when the page has both their userName and an Skey; without its service WeChat is asked itself.
// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://wx.qq.com/"}
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Login, readLogin } from './account.ts';
import type { Services } from './injector.ts';
import type { RawSession } from './raw-session.ts';

const NOBODY: RawSession = { user: undefined, entries: [], complete: true };
const RAW: RawSession = {
  user: { userName: '@me', nickName: 'Me', headImgUrl: '/me' },
  entries: [],
  complete: false,
};
const ACCOUNT = {
  getUserName: () => '@me',
  getSkey: () => '@crypt_1',
  getUserInfo: () => ({ NickName: 'Me', HeadImgUrl: '/me' }),
};
const OTHERS = { contactFactory: {}, chatroomFactory: { create: () => undefined } };
const services = (all: Readonly<Record<string, unknown>>): Services => ({ get: (name) => all[name] });
const keys = (): void => {
  vi.spyOn(document, 'cookie', 'get').mockReturnValue('wxuin=5; wxsid=s');
  vi.stubGlobal('_contacts', { '@a': { HeadImgUrl: '/x?skey=@crypt_1' } });
};
const login = (all: Services, raw = NOBODY): Promise<Login> =>
  readLogin(window, all, { read: async () => raw, refresh: async () => undefined });
/** A page that loaded at 1 s, as it is `later` ms after that. */
const loaded = (later: number): void => {
  const entry = { startTime: 0, duration: 1000, name: '', entryType: 'navigation', toJSON: () => ({}) };
  vi.spyOn(window.performance, 'getEntriesByType').mockReturnValue([entry]);
  vi.spyOn(window.performance, 'now').mockReturnValue(1000 + later);
};

// happy-dom lacks document.images.
Object.defineProperty(document, 'images', { get: () => document.getElementsByTagName('img') });

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("through the page's account service", () => {
  it('somebody is logged in who has a userName and an Skey', async () => {
    expect(await login(services({ accountFactory: ACCOUNT, ...OTHERS }))).toEqual({
      state: 'in',
      userName: '@me',
      nickName: 'Me',
      headImgUrl: '/me',
      missing: [],
    });
  });

  it.each([
    ['an empty userName', { getUserName: () => '' }],
    ['no userName', { getUserName: () => undefined }],
    ['an empty Skey, as before a login', { getSkey: () => '' }],
    ['no Skey', { getSkey: undefined }],
  ])('nobody is with %s, whatever MMCgi says', async (_what, fields) => {
    vi.stubGlobal('MMCgi', { isLogin: true });
    expect(await login(services({ accountFactory: { ...ACCOUNT, ...fields }, ...OTHERS }))).toMatchObject({
      state: 'out',
    });
  });

  it('WeChat itself is not asked', async () => {
    const read = vi.fn();
    const raw = { read, refresh: async () => undefined };
    await readLogin(window, services({ accountFactory: ACCOUNT, ...OTHERS }), raw);
    expect(read).not.toHaveBeenCalled();
  });

  it('a name that the page does not know is empty', async () => {
    const accountFactory = { ...ACCOUNT, getUserInfo: () => null };
    expect(await login(services({ accountFactory, ...OTHERS }))).toMatchObject({ state: 'in', nickName: '' });
  });
});

describe('without it', () => {
  it('whoever WeChat names is logged in', async () => {
    keys();
    expect(await login(services(OTHERS), RAW)).toEqual({
      state: 'in',
      ...RAW.user,
      raw: RAW,
      missing: ['no-account-factory'],
    });
  });

  it('nobody is when WeChat names nobody', async () => {
    keys();
    expect(await login(services(OTHERS))).toEqual({ state: 'out', missing: ['no-account-factory'] });
  });

  it('nobody is without a key, and the key is named', async () => {
    expect(await login(services(OTHERS), RAW)).toEqual({
      state: 'out',
      missing: ['no-account-factory', 'no-uin'],
    });
  });
});

describe('a page without Angular', () => {
  const NO_ANGULAR: Services = { missing: 'no-angular', get: () => undefined };
  const STARTING = { state: 'starting', missing: ['no-angular'] };

  it.each(['loading', 'interactive'] as const)('is starting while its document is %s', async (state) => {
    keys();
    loaded(60_000);
    vi.spyOn(document, 'readyState', 'get').mockReturnValue(state);
    expect(await login(NO_ANGULAR, RAW)).toEqual(STARTING);
  });

  it.each([0, 3999])('is starting %d ms after it has loaded, and WeChat is not asked', async (later) => {
    keys();
    loaded(later);
    const read = vi.fn();
    const raw = { read, refresh: async () => undefined };
    expect(await readLogin(window, NO_ANGULAR, raw)).toEqual(STARTING);
    expect(read).not.toHaveBeenCalled();
  });

  it('asks WeChat from 4 s on', async () => {
    keys();
    loaded(4000);
    expect(await login(NO_ANGULAR, RAW)).toMatchObject({ state: 'in', raw: RAW, missing: ['no-angular'] });
  });

  it('whose browser tells no time of loading is starting until 4 s after it began', async () => {
    keys();
    vi.spyOn(window.performance, 'getEntriesByType').mockReturnValue([]);
    const now = vi.spyOn(window.performance, 'now').mockReturnValue(3999);
    expect(await login(NO_ANGULAR, RAW)).toEqual(STARTING);
    now.mockReturnValue(4000);
    expect(await login(NO_ANGULAR, RAW)).toMatchObject({ state: 'in' });
  });
});

describe('what the page lacks is named', () => {
  it.each([
    ['no-contact-factory', { chatroomFactory: OTHERS.chatroomFactory }],
    ['no-factory', { contactFactory: {} }],
    ['no-factory', { contactFactory: {}, chatroomFactory: { create: 'renamed' } }],
  ])('%s', async (part, others) => {
    expect(await login(services({ accountFactory: ACCOUNT, ...others }))).toMatchObject({
      state: 'in',
      missing: [part],
    });
  });

  it.each(['no-angular', 'no-injector'] as const)(
    '%s alone, instead of every service behind it',
    async (missing) => {
      keys();
      loaded(60_000);
      expect(await login({ missing, get: () => undefined }, RAW)).toMatchObject({
        state: 'in',
        missing: [missing],
      });
    },
  );
});
