// The pages on which a part is missing, late, renamed or broken.
import { address, expect, inPage, openLoggedIn, test } from './test-page.ts';

const has = (name: string): string => `angular.element(document).injector().has('${name}')`;
const create = "service('chatroomFactory').create([])";

test('no-angular: neither Angular nor contacts, but cookies, and pictures that carry the skey', async ({
  wx,
  web,
}) => {
  web.setScenario({ page: 'no-angular' });
  await wx.goto(address);
  expect(await wx.evaluate('[typeof window.angular, typeof window._contacts]')).toEqual([
    'undefined',
    'undefined',
  ]);
  expect(await wx.evaluate('document.cookie')).toContain(`wxsid=${web.backend.session?.sid}`);
  await expect(wx.locator('img').first()).toHaveAttribute(
    'src',
    new RegExp(`skey=${web.backend.session?.skey}$`),
  );
  const size =
    "document.querySelector('img').decode().then(() => document.querySelector('img').naturalWidth)";
  expect(await wx.evaluate(size)).toBe(48);
});

test('no-factory: the page works, but has no chatroomFactory', async ({ wx, web }) => {
  web.setScenario({ page: 'no-factory' });
  await openLoggedIn(wx);
  expect(await inPage(wx, has('chatroomFactory'))).toBe(false);
});

test('factory-renamed: it is there under another name', async ({ wx, web }) => {
  web.setScenario({ page: 'factory-renamed' });
  await openLoggedIn(wx);
  expect(await inPage(wx, `[${has('chatroomFactory')}, ${has('roomService')}]`)).toEqual([false, true]);
});

test('factory-throws: create throws and sends nothing', async ({ wx, web }) => {
  web.setScenario({ page: 'factory-throws' });
  await openLoggedIn(wx);
  const thrown = `(() => { try { ${create}; } catch (error) { return error.name; } })()`;
  expect(await inPage(wx, thrown)).toBe('TypeError');
  expect(web.backend.requestsTo('webwxcreatechatroom')).toEqual([]);
});

test('factory-returns-nothing: create returns nothing', async ({ wx, web }) => {
  web.setScenario({ page: 'factory-returns-nothing' });
  await openLoggedIn(wx);
  expect(await inPage(wx, `String(${create})`)).toBe('undefined');
});

test('factory-never-settles: create returns a promise that stays open', async ({ wx, web }) => {
  web.setScenario({ page: 'factory-never-settles' });
  await openLoggedIn(wx);
  const raced = `service('$rootScope').$apply() || await Promise.race([settled(${create}), new Promise((tell) => setTimeout(tell, 50, 'open'))])`;
  expect(await inPage(wx, raced)).toBe('open');
});

test('no-contact-factory: the contacts are in window._contacts alone', async ({ wx, web }) => {
  web.setScenario({ page: 'no-contact-factory' });
  await openLoggedIn(wx);
  expect(await inPage(wx, has('contactFactory'))).toBe(false);
  expect(
    await wx.evaluate("Object.keys(window._contacts).filter((one) => !one.startsWith('@@')).length"),
  ).toBe(71);
});

test('angular-late: no injector until a test starts it', async ({ wx, web }) => {
  web.setScenario({ page: 'angular-late' });
  await wx.goto(address);
  expect(await wx.evaluate('angular.element(document).injector()')).toBeUndefined();
  await wx.evaluate('void window.__startAngular()');
  await expect(wx.locator('#contactCount')).toHaveText('70');
});

test('angular-late: or until so many milliseconds have passed', async ({ wx, web }) => {
  web.setScenario({ page: 'angular-late', lateMs: 100 });
  await wx.goto(address);
  await expect(wx.locator('#contactCount')).toHaveText('70');
});

test('icons that never come do not stop the page', async ({ wx, web }) => {
  web.setScenario({ icons: 'never' });
  await wx.goto(address, { waitUntil: 'commit' });
  await expect(wx.locator('#contactCount')).toHaveText('70');
});

test('the page adds no globals but those of WeChat Web and its own for tests', async ({ wx, web }) => {
  const globals = async (): Promise<readonly string[]> => {
    await wx.goto(address);
    const names = await wx.evaluate(() => Object.keys(window));
    return names;
  };
  web.setScenario({ page: 'no-angular' });
  const plain = await globals();
  web.setScenario({ page: 'angular' });
  const added = (await globals()).filter((name) => !plain.includes(name));
  // ng339 is Angular's own mark.
  expect(added.sort()).toEqual(['_contacts', 'angular', 'ng339']);
  expect(plain).toEqual(expect.arrayContaining(['MMCgi', '__standIn']));
});
