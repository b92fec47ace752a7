// The backend takes right requests only, and remembers the wrong ones.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWeChatWeb, type WeChatWeb } from './server.ts';
import {
  type Asking,
  api,
  ask,
  baseRequest,
  cookieHeader,
  create,
  deviceId,
  type Got,
  post,
} from './test-client.ts';

let web: WeChatWeb;

beforeEach(async () => {
  web = await startWeChatWeb();
});
afterEach(() => web.close());

const json = 'application/json;charset=UTF-8';
const userNames = (...indexes: readonly number[]): readonly { readonly UserName: string }[] =>
  indexes.map((index) => ({ UserName: web.backend.person(index).userName }));

/** A create request with these fields instead of the right ones. */
const createWith = (fields: object): Promise<Got> =>
  post(web, 'webwxcreatechatroom?r=1', { MemberCount: 2, MemberList: userNames(0, 1), Topic: '', ...fields });

const base = (change: object): object => ({ BaseRequest: { ...baseRequest(web), ...change } });

describe('a right create request', () => {
  it('makes exactly one group of those people', async () => {
    const got = await create(web, [0, 4, 7]);
    expect(got.type).toBe('text/plain; charset=UTF-8');
    const { groups, violations, session } = web.backend;
    expect(violations).toEqual([]);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.members).toEqual(userNames(0, 4, 7).map((one) => one.UserName));
    expect(groups[0]?.memberNames).toEqual(['张伟', '赵老师', '<img src=x onerror="window.__pwned=1">']);
    expect(groups[0]?.ownerUserName).toBe(session?.selfUserName);
    expect(got.json).toMatchObject({
      BaseResponse: { Ret: 0, ErrMsg: 'Everything is OK' },
      MemberCount: 3,
      ChatRoomName: groups[0]?.userName,
      BlackList: '',
    });
    expect(groups[0]?.userName).toMatch(/^@@[0-9a-f]{64}$/);
  });

  it('may carry the pass_ticket and a Uin that is a number', async () => {
    const { session } = web.backend;
    const members = { MemberCount: 2, MemberList: userNames(0, 1), Topic: 'Tea' };
    const body = { ...members, ...base({ Uin: session?.account.uin }) };
    const got = await post(web, `webwxcreatechatroom?r=1&pass_ticket=${session?.passTicket}`, body);
    expect(got.ret).toBe(0);
    expect(web.backend.groups[0]?.topic).toBe('Tea');
  });
});

describe('a wrong create request is refused and recorded', () => {
  const wrong: readonly (readonly [string, number, () => Promise<Got>])[] = [
    ['GET', 1200, () => create(web, [0, 1], { method: 'GET', body: '' })],
    [
      'a form',
      1200,
      () => create(web, [0, 1], { headers: { ...cookieHeader(web), 'content-type': 'text/plain' } }),
    ],
    ['no JSON', 1200, () => create(web, [0, 1], { body: '{"BaseRequest":' })],
    ['no BaseRequest', 1200, () => create(web, [0, 1], { body: '{}' })],
    ['no cookies', 1100, () => create(web, [0, 1], { headers: { 'content-type': json } })],
    [
      'another sid cookie',
      1100,
      () =>
        create(
          web,
          [0, 1],
          withCookies((text) => text.replace(/wxsid=../, 'wxsid=zz')),
        ),
    ],
    [
      'no data ticket',
      1100,
      () =>
        create(
          web,
          [0, 1],
          withCookies((text) => text.replace('data_ticket', 'other')),
        ),
    ],
    ['another Uin', 1100, () => createWith(base({ Uin: 1 }))],
    ['another Sid', 1100, () => createWith(base({ Sid: 'x' }))],
    ['another Skey', -14, () => createWith(base({ Skey: '@crypt_0_0' }))],
    ['an empty Skey', -14, () => createWith(base({ Skey: '' }))],
    [
      'another pass_ticket',
      -14,
      () => create(web, [0, 1], { path: `${api('webwxcreatechatroom')}?r=1&pass_ticket=x` }),
    ],
    ['a short DeviceID', 1, () => createWith(base({ DeviceID: 'e123' }))],
    ['no r', 1, () => create(web, [0, 1], { path: api('webwxcreatechatroom') })],
    ['a wrong MemberCount', 1, () => createWith({ MemberCount: 3 })],
    ['one person', 1, () => create(web, [0])],
    ['somebody twice', 1, () => create(web, [0, 1, 0])],
    [
      'yourself',
      1,
      () => createWith({ MemberList: [...userNames(0), { UserName: web.backend.session?.selfUserName }] }),
    ],
    [
      'a stranger',
      1,
      () => createWith({ MemberList: [...userNames(0), { UserName: `@${'0'.repeat(64)}` }] }),
    ],
    ['a service', 1, () => createWith({ MemberList: [...userNames(0), { UserName: 'filehelper' }] })],
    ['no Topic', 1200, () => createWith({ Topic: undefined })],
  ];

  it.each(wrong)('%s', async (_what, ret, send) => {
    expect((await send()).ret).toBe(ret);
    expect(web.backend.violations).toHaveLength(1);
    expect(web.backend.violations[0]?.call).toBe('webwxcreatechatroom');
    expect(web.backend.groups).toEqual([]);
  });

  it('a DeviceID used before', async () => {
    const DeviceID = deviceId();
    expect((await createWith(base({ DeviceID }))).ret).toBe(0);
    expect((await createWith(base({ DeviceID }))).ret).toBe(1);
    expect(web.backend.violations.map((one) => one.why)).toEqual(['the DeviceID was used before']);
    expect(web.backend.groups).toHaveLength(1);
  });

  const withCookies = (change: (text: string) => string): Partial<Asking> => ({
    headers: { 'content-type': json, cookie: change(cookieHeader(web)['cookie'] ?? '') },
  });
});

describe('pictures', () => {
  const iconOf = (index: number, skey?: string): string => {
    const { session } = web.backend;
    return `${api('webwxgeticon')}?seq=1&username=${web.backend.person(index).userName}&skey=${skey ?? session?.skey}`;
  };

  it('are PNGs that differ from person to person and stay the same', async () => {
    const headers = cookieHeader(web);
    const [first, again, other] = await Promise.all([
      ask(web, { path: iconOf(0), headers }),
      ask(web, { path: iconOf(0), headers }),
      ask(web, { path: iconOf(1), headers }),
    ]);
    expect(first.type).toBe('image/png');
    expect(first.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(first.bytes.equals(again.bytes)).toBe(true);
    expect(first.bytes.equals(other.bytes)).toBe(false);
  });

  it('are for those with the cookies and the skey only', async () => {
    expect((await ask(web, { path: iconOf(0) })).status).toBe(403);
    expect((await ask(web, { path: iconOf(0, ''), headers: cookieHeader(web) })).status).toBe(403);
    expect(web.backend.violations).toHaveLength(2);
    web.setScenario({ icons: 'missing' });
    expect((await ask(web, { path: iconOf(0), headers: cookieHeader(web) })).status).toBe(404);
    expect(web.backend.violations).toHaveLength(2);
  });

  it('of an earlier login are refused, but blamed on nobody', async () => {
    const path = iconOf(0);
    web.backend.relogin();
    expect((await ask(web, { path })).status).toBe(403);
    expect((await ask(web, { path, headers: cookieHeader(web) })).status).toBe(403);
    expect(web.backend.violations).toEqual([]);
  });
});
