// In by cookies, in by QR code, out when the session ends; and contacts that take their time.
import { address, createInPage, expect, inPage, openLoggedIn, test } from './test-page.ts';

const account = (what: string): string => `String(service('accountFactory').${what}())`;

test('a QR login logs in without telling MMCgi, and has a pass_ticket until the page is reloaded', async ({
  wx,
  web,
}) => {
  web.setScenario({ login: 'out' });
  await wx.goto(address);
  await expect(wx.getByRole('img', { name: '二维码' })).toBeVisible();
  expect(await inPage(wx, account('getSkey'))).toBe('');
  const session = web.backend.confirmLogin();
  await expect(wx.locator('#contactCount')).toHaveText('70');
  expect(await wx.evaluate('window.MMCgi.isLogin')).toBe(false);
  expect(await inPage(wx, account('getPassticket'))).toBe(session.passTicket);
  await createInPage(wx, web, [0, 1]);
  expect(web.backend.requestsTo('webwxcreatechatroom')[0]?.query['pass_ticket']).toBe(session.passTicket);
  await openLoggedIn(wx);
  expect(await wx.evaluate('window.MMCgi.isLogin')).toBe(true);
  expect(await inPage(wx, account('getPassticket'))).toBe('undefined');
  await createInPage(wx, web, [0, 1]);
  expect(web.backend.requestsTo('webwxcreatechatroom')[1]?.query).not.toHaveProperty('pass_ticket');
});

test('a QR login may lead to another host', async ({ wx, web }) => {
  web.setScenario({ login: 'out', loginHost: 'wx2.qq.com' });
  await wx.goto(address);
  await expect(wx.getByRole('img', { name: '二维码' })).toBeVisible();
  web.backend.confirmLogin();
  await expect(wx.locator('#contactCount')).toHaveText('70');
  expect(wx.url()).toBe('https://wx2.qq.com/');
});

test('the language of the page goes with every call', async ({ wx, web }) => {
  await openLoggedIn(wx, '?lang=zh_CN');
  await createInPage(wx, web, [0, 1]);
  expect(web.backend.requestsTo('webwxcreatechatroom')[0]?.query['lang']).toBe('zh_CN');
});

test('the end of the session logs the page out, until the phone confirms again', async ({ wx, web }) => {
  await openLoggedIn(wx);
  web.backend.endSession();
  await expect(wx.getByRole('img', { name: '二维码' })).toBeVisible();
  expect(await inPage(wx, account('getSkey'))).toBe('');
  expect(await inPage(wx, account('getUserName'))).toBe('undefined');
  expect(await inPage(wx, 'Object.keys(window._contacts).length')).toBe(0);
  expect(await wx.evaluate('document.cookie')).toBe('');
  web.backend.confirmLogin();
  await expect(wx.locator('#contactCount')).toHaveText('70');
});

test('another login logs an open page out; reloaded, it has other UserNames', async ({ wx, web }) => {
  await openLoggedIn(wx);
  const before = await inPage(wx, account('getUserName'));
  web.backend.relogin();
  await expect(wx.getByRole('img', { name: '二维码' })).toBeVisible();
  await openLoggedIn(wx);
  expect(await inPage(wx, account('getUserName'))).not.toBe(before);
  web.backend.loginAs(1);
  await openLoggedIn(wx);
  await expect(wx.locator('.me h1')).toHaveText('Second Account');
});

test('contacts arrive page by page', async ({ wx, web }) => {
  web.setScenario({ contactPages: { size: 10, delayMs: 30 } });
  await openLoggedIn(wx);
  const seqs = web.backend.requestsTo('webwxgetcontact').map((request) => request.query['seq']);
  expect(seqs).toEqual(['0', '10', '20', '30', '40', '50', '60', '70']);
});

test('a page of contacts that fails ends the loading without a word', async ({ wx, web }) => {
  web.setScenario({ contactPages: { size: 20, delayMs: 0, failAt: 3 } });
  const errors: Error[] = [];
  wx.on('pageerror', (error) => errors.push(error));
  await wx.goto(address);
  await expect.poll(() => web.backend.requestsTo('webwxgetcontact').at(-1)?.status).toBe(500);
  await createInPage(wx, web, [0, 1]);
  expect(web.backend.requestsTo('webwxgetcontact')).toHaveLength(3);
  expect(errors).toEqual([]);
});

test('loading stops after 17 pages', async ({ wx, web }) => {
  web.setScenario({ contactPages: { size: 2, delayMs: 0 } });
  await wx.goto(address);
  await expect.poll(() => web.backend.requestsTo('webwxgetcontact').length).toBe(17);
  await createInPage(wx, web, [0, 1]);
  expect(web.backend.requestsTo('webwxgetcontact')).toHaveLength(17);
});

test('the session is told to scripts when the page is ready', async ({ wx, web }) => {
  web.setScenario({ page: 'angular-late' });
  await wx.goto(address);
  const ready = `new Promise((tell) => {
    window.__startAngular();
    const scope = angular.element(document).injector().get('$rootScope');
    scope.$on('root:pageInit:success', () => tell(service('accountFactory').getUserName()));
  })`;
  expect(await inPage(wx, `await ${ready}`)).toBe(web.backend.session?.selfUserName);
});
