// The page's services keep the promises and the faults of WeChat Web's.
import { createInPage, expect, inPage, openLoggedIn, test } from './test-page.ts';

test('the account is known after a login by cookies, but not the pass_ticket', async ({ wx, web }) => {
  await openLoggedIn(wx);
  const { session } = web.backend;
  const base = await inPage(wx, "service('accountFactory').getBaseRequest()");
  expect(base).toEqual({
    BaseRequest: {
      Uin: session?.account.uin,
      Sid: session?.sid,
      Skey: session?.skey,
      DeviceID: expect.stringMatching(/^e\d{15}$/),
    },
  });
  expect(await inPage(wx, "service('accountFactory').getBaseRequest()")).not.toEqual(base);
  expect(await inPage(wx, "service('accountFactory').getUserName()")).toBe(session?.selfUserName);
  expect(await inPage(wx, "String(service('accountFactory').getPassticket())")).toBe('undefined');
  await expect(wx.locator('.me img')).toHaveAttribute('src', /skey=@crypt_/);
  expect(await wx.evaluate('typeof window.onbeforeunload')).toBe('function');
});

test('the friend list is an array shared with the page, with headers in it', async ({ wx }) => {
  await openLoggedIn(wx);
  const list = "service('contactFactory').getAllFriendContact";
  expect(await inPage(wx, `${list}() === ${list}()`)).toBe(true);
  expect(await inPage(wx, `${list}().some((one) => one.type === 'header' && one.text === 'Z')`)).toBe(true);
  const fresh = `${list}({ isNewArray: true, isWithoutBrand: true })`;
  expect(await inPage(wx, `${fresh} === ${fresh}`)).toBe(false);
  expect(await inPage(wx, `${fresh}.length`)).toBe(67);
  expect(await inPage(wx, `${fresh}.some((one) => one.type === 'header' || one.isBrandContact())`)).toBe(
    false,
  );
  expect(await inPage(wx, `${fresh}.filter((one) => one.isFileHelper()).length`)).toBe(1);
  expect(await inPage(wx, `${fresh}.filter((one) => one.isSpContact()).length`)).toBe(5);
  expect(await inPage(wx, `${fresh}.filter((one) => one.isBlackContact()).length`)).toBe(2);
  expect(await inPage(wx, `${fresh}.filter((one) => one.isShieldUser()).length`)).toBe(1);
});

test('a caller who keeps the shared array sees the page refill it', async ({ wx, web }) => {
  await openLoggedIn(wx);
  await wx.evaluate(
    `window.__standIn.kept = angular.element(document).injector().get('contactFactory').getAllFriendContact()`,
  );
  const flag = await inPage(wx, "service('contactFactory').contactChangeFlag");
  const { userName } = web.backend.person(11);
  web.backend.removeContact(userName);
  await expect(wx.locator('#contactCount')).toHaveText('69');
  expect(await wx.evaluate(`window.__standIn.kept.filter((one) => one.type !== 'header').length`)).toBe(69);
  expect(await inPage(wx, `window._contacts['${userName}'] === undefined`)).toBe(true);
  expect(await inPage(wx, "service('contactFactory').contactChangeFlag")).not.toBe(flag);
  web.backend.removedIds.clear();
});

test('contacts hold emoji as images, broken spans as they are, and never run as HTML', async ({
  wx,
  web,
}) => {
  await openLoggedIn(wx);
  const nick = (trait: string): Promise<unknown> =>
    inPage(wx, `window._contacts['${web.backend.findByTrait(trait).userName}'].NickName`);
  expect(await nick('emoji-5')).toMatch(
    /^小明<img class="emoji emoji1f604" text="\[笑脸\]_web" src="[^"]+" \/>$/,
  );
  expect(await nick('emoji-broken')).toBe('小红<span class="emoji emoji1f334"></span');
  expect(await nick('markup-hostile')).toBe('<img src=x onerror="window.__pwned=1">');
  expect(await inPage(wx, `window._contacts['${web.backend.person(0).userName}'].MMOrderSymbol`)).toBe(
    'ZHANGWEI',
  );
  const members = "service('contactFactory').getAllChatroomContact().flatMap((room) => room.MemberList)";
  expect(await inPage(wx, `${members}.some((one) => one.NickName.includes('<span class="emoji'))`)).toBe(
    true,
  );
  expect(await wx.evaluate('window.__pwned')).toBeUndefined();
});

test('strangers are known to the page as members of their room alone', async ({ wx, web }) => {
  await openLoggedIn(wx);
  const room = web.backend.allGroups.find((one) => one.memberNames.includes('茶客🍃'));
  const stranger = room?.members[room.memberNames.indexOf('茶客🍃')];
  const inRoom = `service('contactFactory').getContact('${stranger}', '${room?.userName}', true).NickName`;
  expect(await inPage(wx, inRoom)).toBe('茶客<span class="emoji emoji1f343"></span>');
  expect(await inPage(wx, `window._contacts['${stranger}'] === undefined`)).toBe(true);
});

test('a new room arrives by sync, not by create', async ({ wx, web }) => {
  await openLoggedIn(wx);
  web.setScenario({ sync: { deliversRooms: false } });
  const answer = await createInPage(wx, web, [0, 1, 4]);
  const room = web.backend.groups.at(-1);
  expect(answer).toMatchObject({ resolved: { ChatRoomName: room?.userName, BaseResponse: { Ret: 0 } } });
  expect(await inPage(wx, `window._contacts['${room?.userName}'] === undefined`)).toBe(true);
  web.setScenario({ sync: { deliversRooms: true } });
  await expect(wx.locator('#chatList .name').first()).toHaveText('张伟、陈晨、清风');
  expect(await inPage(wx, `window._contacts['${room?.userName}'].MemberList.length`)).toBe(4);
});

test('a chat opens by $state, which throws while its room is being asked for', async ({ wx, web }) => {
  await openLoggedIn(wx);
  web.setScenario({ sync: { deliversRooms: false } });
  await createInPage(wx, web, [0, 1]);
  const room = web.backend.groups.at(-1)?.userName;
  const go = `service('$state').go('chat', { userName: '${room}' })`;
  const queue = `service('contactFactory').getContact('${room}')`;
  const thrown = await inPage(
    wx,
    `(() => { ${queue}; try { ${go}; return 'opened'; } catch (error) { return error.name; } })()`,
  );
  expect(thrown).toBe('TypeError');
  await expect.poll(() => inPage(wx, `${queue} !== undefined`)).toBe(true);
  await inPage(wx, `service('$rootScope').$apply(() => ${go})`);
  await expect(wx.locator('#chatArea .title')).toHaveText('张伟、陈晨');
  expect(await wx.evaluate('window.__standIn.opened')).toEqual([room]);
  await wx.getByRole('textbox', { name: '消息' }).fill('你好 & <b>');
  await wx.getByRole('button', { name: '发送' }).click();
  await expect.poll(() => web.backend.groups.at(-1)?.messages).toEqual([{ to: room, content: '你好 & <b>' }]);
});

test('rooms are changed through the factory, which hides its errors', async ({ wx, web }) => {
  await openLoggedIn(wx);
  await createInPage(wx, web, [0, 1]);
  const room = web.backend.groups.at(-1)?.userName;
  await expect.poll(() => inPage(wx, `window._contacts['${room}'] !== undefined`)).toBe(true);
  const added = `new Promise((tell) => service('chatroomFactory').addMember('${room}', '${web.backend.person(5).userName}', tell))`;
  expect(await inPage(wx, `await ${added}`)).toMatchObject({ BaseResponse: { Ret: 0 }, MemberCount: 4 });
  const throws = `(() => { try { service('chatroomFactory').addMember('@@unknown', '@a'); } catch (error) { return error.name; } })()`;
  expect(await inPage(wx, throws)).toBe('TypeError');
  expect(await inPage(wx, `String(service('chatroomFactory').modTopic('${room}', '茶 &amp; 书'))`)).toBe(
    'undefined',
  );
  await expect.poll(() => web.backend.groups.at(-1)?.topic).toBe('茶 & 书');
  const crowd = web.backend.people
    .slice(10, 47)
    .map((one) => one.userName)
    .join(',');
  await inPage(
    wx,
    `await new Promise((tell) => service('chatroomFactory').addMember('${room}', '${crowd}', tell))`,
  );
  expect(web.backend.requestsTo('webwxupdatechatroom').at(-1)?.query['fun']).toBe('invitemember');
  web.setScenario({ updateChatroom: { kind: 'http', status: 500, body: 'x' } });
  const update = `service('chatroomFactory')._update('modtopic', '${room}', { topic: 'x' }, () => { window.__standIn.told = true; })`;
  const failed = wx.waitForResponse((response) => response.status() === 500);
  await inPage(wx, `String(${update})`);
  await failed;
  expect(await wx.evaluate('window.__standIn.told')).toBeUndefined();
});

test('an exception in a callback becomes a page error', async ({ wx, web }) => {
  await openLoggedIn(wx);
  const error = wx.waitForEvent('pageerror');
  const members = JSON.stringify([0, 1].map((index) => ({ UserName: web.backend.person(index).userName })));
  await inPage(
    wx,
    `String(service('chatroomFactory').create(${members}).then(() => { throw new Error('mine'); }))`,
  );
  expect((await error).message).toBe('mine');
});
