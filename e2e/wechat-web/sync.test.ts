// Logins and news: long polls answer when there is something to say, and only then.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWeChatWeb, type WeChatWeb } from './server.ts';
import { api, ask, baseRequest, cookieHeader, create, deviceId, type Got, post } from './test-client.ts';

let web: WeChatWeb;

beforeEach(async () => {
  web = await startWeChatWeb({ contacts: 25 });
});
afterEach(() => web.close());

const skey = (): string => web.backend.session?.skey ?? '';

function poll(position: number): Promise<Got> {
  const { Sid, Skey, Uin } = baseRequest(web);
  const query = new URLSearchParams({
    r: '1',
    skey: Skey,
    sid: Sid,
    uin: Uin,
    deviceid: deviceId(),
    synckey: `1_${position}`,
  });
  return ask(web, { path: `${api('synccheck')}?${query}`, headers: cookieHeader(web) });
}

const sync = (position: number): Promise<Got> =>
  post(web, 'webwxsync', { SyncKey: { Count: 1, List: [{ Key: 1, Val: position }] } });

/** Whether the poll is still waiting after the server has answered something else. */
async function isWaiting(polling: Promise<Got>): Promise<boolean> {
  const other = ask(web, { path: '/favicon.ico' }).then(() => 'waiting');
  return (await Promise.race([polling, other])) === 'waiting';
}

describe('sync', () => {
  it('tells a waiting poll of a new room, and delivers it', async () => {
    const polling = poll(0);
    expect(await isWaiting(polling)).toBe(true);
    await create(web, [0, 1]);
    expect((await polling).text).toBe('window.synccheck={retcode:"0",selector:"2"}');
    const news = await sync(0);
    const room = web.backend.groups[0]?.userName;
    expect(news.json).toMatchObject({
      ModContactList: [{ UserName: room }],
      SyncKey: { List: [{ Key: 1, Val: 1 }] },
    });
    expect((await sync(1)).json).toMatchObject({ ModContactCount: 0 });
    expect(web.backend.violations).toEqual([]);
  });

  it('holds rooms back until they are to be delivered', async () => {
    web.setScenario({ sync: { deliversRooms: false } });
    const polling = poll(0);
    await create(web, [0, 1]);
    expect(await isWaiting(polling)).toBe(true);
    expect((await sync(0)).json).toMatchObject({ ModContactCount: 0 });
    web.setScenario({ sync: { deliversRooms: true } });
    expect((await polling).text).toContain('selector:"2"');
  });

  it('delivers rooms late when told so', async () => {
    web.setScenario({ sync: { deliversRooms: true, delayMs: 20 } });
    const polling = poll(0);
    await create(web, [0, 1]);
    expect((await sync(0)).json).toMatchObject({ ModContactCount: 0 });
    expect((await polling).text).toContain('selector:"2"');
  });

  it('does not keep a new room from those who ask for it by name', async () => {
    web.setScenario({ sync: { deliversRooms: false } });
    await create(web, [0, 1]);
    const UserName = web.backend.groups[0]?.userName;
    const batch = { Count: 1, List: [{ UserName, ChatRoomId: '' }] };
    const got = await post(web, 'webwxbatchgetcontact?type=ex&r=1', batch);
    expect(got.json).toMatchObject({ Count: 1, ContactList: [{ UserName, NickName: '', MemberCount: 3 }] });
    expect((await sync(0)).json).toMatchObject({ ModContactCount: 0 });
    expect(web.backend.violations).toEqual([]);
  });

  it('tells of a removed contact', async () => {
    const { userName } = web.backend.person(3);
    web.backend.removeContact(userName);
    expect((await sync(0)).json).toMatchObject({ DelContactList: [{ UserName: userName }] });
  });
});

describe('sessions', () => {
  it('that end answer every call with that Ret, and wake the poll', async () => {
    const polling = poll(0);
    expect(await isWaiting(polling)).toBe(true);
    web.backend.endSession(1102);
    expect((await polling).text).toContain('retcode:"1102"');
    expect((await create(web, [0, 1])).ret).toBe(1102);
    expect((await sync(0)).ret).toBe(1102);
    expect(web.backend.violations).toEqual([]);
  });

  it('change every UserName but those of services', async () => {
    const before = web.backend.person(0);
    const cookies = cookieHeader(web);
    const oldBase = baseRequest(web);
    web.backend.relogin();
    const after = web.backend.person(0);
    expect(after.plainName).toBe(before.plainName);
    expect(after.userName).not.toBe(before.userName);
    expect(web.backend.plainNameOf(after.userName)).toBe('张伟');
    expect(() => web.backend.plainNameOf(before.userName)).toThrow();
    expect(web.backend.plainNameOf('filehelper')).toBe('文件传输助手');
    const headers = { ...cookies, 'content-type': 'application/json' };
    const old = await post(web, 'webwxsync', { BaseRequest: oldBase }, { headers });
    expect(old.ret).toBe(1101);
    expect(web.backend.violations).toEqual([]);
  });

  it('of another account have other people and another Uin', () => {
    const { uin } = web.backend.session?.account ?? {};
    const ids = web.backend.people.map((one) => one.userName);
    const other = web.backend.loginAs(1);
    expect(other.account.uin).not.toBe(uin);
    expect(web.backend.people).toHaveLength(25);
    expect(web.backend.people.filter((one) => ids.includes(one.userName))).toEqual([]);
  });

  it('come as Secure cookies with the page, unless it shows the QR code', async () => {
    const page = await ask(web, { path: '/' });
    expect(page.setCookie).toHaveLength(3);
    for (const cookie of page.setCookie)
      expect(cookie).toMatch(/^(wxuin|wxsid|webwx_data_ticket)=.+; Secure$/);
    expect(page.text).toContain('isLogin: true');
    web.setScenario({ login: 'out' });
    expect((await ask(web, { path: '/' })).setCookie).toEqual([]);
  });
});

describe('contacts', () => {
  it('come in pages until Seq is 0', async () => {
    web.setScenario({ contactPages: { size: 15, delayMs: 1 } });
    const page = (seq: number): Promise<Got> =>
      ask(web, {
        path: `${api('webwxgetcontact')}?r=1&seq=${seq}&skey=${skey()}`,
        headers: cookieHeader(web),
      });
    expect((await page(0)).json).toMatchObject({ MemberCount: 15, Seq: 15 });
    expect((await page(15)).json).toMatchObject({ MemberCount: 15, Seq: 30 });
    expect((await page(30)).json).toMatchObject({ MemberCount: 9, Seq: 0 });
    web.setScenario({ contactPages: { size: 15, delayMs: 0, failAt: 2 } });
    expect((await page(15)).status).toBe(500);
  });

  it('begin with a handful', async () => {
    const got = await post(web, 'webwxinit', { BaseRequest: { ...baseRequest(web), Skey: '' } });
    expect(got.json).toMatchObject({ InviteStartCount: 40, SKey: skey(), Count: 9 });
  });
});
