// Without a usable page: no tab, nobody logged in, contacts on their way, several accounts, a tab from before the install.
import { INSTALLS_LATER, launchChromium, loadExtension } from './support/chromium.ts';
import { expect, test } from './support/fixtures.ts';
import { Popup } from './support/popup.ts';

test('no WeChat tab: offers to open one', async ({ browserWithExtension, openPopup }) => {
  const popup = await openPopup();
  await expect(popup.heading('Open WeChat Web')).toBeVisible();
  const opened = browserWithExtension.context.waitForEvent('page');
  await popup.button('Open WeChat Web').click();
  await (await opened).waitForURL('https://wx.qq.com/');
  await expect(popup.options.first()).toBeVisible();
});

test.describe('nobody logged in', () => {
  test.use({ webOptions: { scenario: { login: 'out' } } });

  test('says so, and lists the contacts after the QR code was confirmed', async ({
    web,
    openWeChat,
    openPopup,
  }) => {
    await openWeChat();
    const popup = await openPopup();
    await expect(popup.heading('Log in to WeChat Web')).toBeVisible();
    web.backend.confirmLogin();
    await expect(popup.options.first()).toBeVisible();
  });
});

test('logged out while picking: asks for a new login', async ({ web, openWeChat, openPopup }) => {
  await openWeChat();
  const popup = await openPopup();
  await expect(popup.options.first()).toBeVisible();
  web.backend.endSession();
  await expect(popup.heading('Log in to WeChat Web')).toBeVisible();
});

test.describe('contacts that arrive slowly', () => {
  test.use({ webOptions: { contacts: 200, scenario: { contactPages: { size: 40, delayMs: 700 } } } });

  test('can be picked at once, while their count grows', async ({ openWeChat, openPopup }) => {
    await openWeChat();
    const popup = await openPopup();
    await expect(popup.heading('Loading contacts')).toBeVisible();
    await expect(popup.page.getByText(/^\d+ contacts so far$/)).toBeVisible();
    await popup.options.first().click();
    await expect(popup.selected).toHaveCount(1);
    await expect(popup.options.first()).toHaveAttribute('aria-setsize', '200', { timeout: 20_000 });
    await expect(popup.heading('Loading contacts')).toBeHidden();
    await expect(popup.selected).toHaveCount(1);
  });
});

test('several tabs: lets the person choose, and change the choice', async ({
  web,
  openWeChat,
  openPopup,
}) => {
  await openWeChat('wx.qq.com');
  await openWeChat('wx2.qq.com');
  const popup = await openPopup();
  await expect(popup.heading('Choose an account')).toBeVisible();
  await popup.page.getByRole('button', { name: 'wx2.qq.com' }).click();
  await expect(popup.options.first()).toBeVisible();
  await expect(popup.page.getByRole('banner')).toContainText('wx2.qq.com');
  await popup.button('Switch account').click();
  await popup.page.getByRole('button', { name: 'wx.qq.com' }).click();
  await expect(popup.page.getByRole('banner')).toContainText('wx.qq.com');
  await expect(popup.options.first()).toHaveAttribute('aria-setsize', String(web.backend.people.length));
});

test('a tab that was open before the install works without a reload', async ({ web, language }) => {
  const browser = await launchChromium({
    port: web.port,
    language,
    colorScheme: 'light',
    ...INSTALLS_LATER,
  });
  try {
    const tab = await browser.context.newPage();
    await tab.goto('https://wx.qq.com/');
    await tab.evaluate(() => Reflect.set(window, 'sameDocument', true));
    await loadExtension(browser.context);
    const popup = new Popup(await browser.openPopupPage());
    await popup.pick(web.backend.person(1).plainName);
    await popup.pick(web.backend.person(2).plainName);
    await popup.createButton.click();
    await expect(popup.heading('Group created')).toBeVisible();
    expect(await tab.evaluate(() => Reflect.get(window, 'sameDocument'))).toBe(true);
    expect(web.backend.groups).toHaveLength(1);
  } finally {
    await browser.close();
  }
});
