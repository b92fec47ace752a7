// Every screen, in both languages and both schemes: fits the popup, has no accessibility fault, and is kept as a picture.
import { expect, test } from './support/fixtures.ts';
import { look, pickFirst } from './support/look.ts';
import { Popup } from './support/popup.ts';

for (const language of ['en', 'zh-CN'] as const) {
  test.describe(() => {
    test.use({ language, webOptions: { contacts: 200, scenario: { login: 'out' } } });

    test(`${language}`, async ({ web, openWeChat, browserWithExtension }) => {
      const alone = await browserWithExtension.openPopupPage();
      await alone.getByRole('heading').waitFor();
      await look(alone, '01-no-tab');
      await alone.close();

      // The popup comes last, so that it is in front: behind another tab Chromium draws it once a second.
      const tab = await openWeChat();
      const page = await browserWithExtension.openPopupPage((opened) => opened.clock.install());
      const popup = new Popup(page);
      await page.locator('.notice h1', { hasText: /Log in|登录/ }).waitFor();
      await look(page, '02-logged-out');

      web.setScenario({ contactPages: { size: 50, delayMs: 800 } });
      web.backend.confirmLogin();
      await page.locator('.picking-arriving').waitFor();
      await look(page, '03-loading');
      web.setScenario({ contactPages: { size: 500, delayMs: 0 } });
      await page.locator('.picking-arriving').waitFor({ state: 'detached', timeout: 20_000 });
      await expect.poll(() => page.getByRole('option').locator('img').count()).toBeGreaterThan(5);
      await look(page, '04-picking');

      await pickFirst(page, 4);
      await page.getByRole('searchbox').fill('zh');
      await look(page, '05-search');
      await page.getByRole('searchbox').fill('nobody at all');
      await look(page, '06-no-results');
      await page.getByRole('searchbox').fill('');

      const people = await page.getByRole('list').getByRole('listitem').count();
      expect(people).toBe(4);
      web.setScenario({ create: { kind: 'never', made: false } });
      await page.keyboard.press('Control+Enter');
      await page.getByRole('progressbar').waitFor();
      await look(page, '07-creating');
      await tab.reload();
      await page
        .getByRole('status')
        .filter({ hasText: /Looking for the group|查找该群/ })
        .waitFor();
      await look(page, '08-checking');
      await popup.passTimeUntil(page.locator('.result-heading'));
      await look(page, '09-unknown');
      await page.locator('.result-buttons .button').nth(1).press('Enter');
      await page.locator('.notice-buttons').waitFor();
      await look(page, '10-may-exist');
      await page.locator('.notice-buttons .button').first().press('Enter');
      await page.locator('.result-buttons .button').last().press('Enter');

      const results = [
        ['12-made', { kind: 'made' }],
        ['13-partial', { kind: 'made', memberStatus: { [web.backend.findByTrait('starred').userName]: 4 } }],
        ['14-refused', { kind: 'ret', ret: 1, errMsg: '创建群聊的频率过快，请明日再试。' }],
        ['15-closed', { kind: 'http', status: 404, body: '<html><title>404</title></html>' }],
        ['16-second-group', [{ kind: 'reset', when: 'after-made' }, { kind: 'made' }]],
      ] as const;
      for (const [name, create] of results) {
        web.setScenario({ create });
        await page.getByRole('option').first().waitFor();
        await pickFirst(page, 3);
        await page.keyboard.press('Control+Enter');
        if (name === '12-made') {
          await page.locator('.notice-buttons').waitFor();
          await look(page, '11-too-soon');
          await page.locator('.notice-buttons .button').last().press('Enter');
        }
        await page.locator('.result-heading').waitFor();
        if (name === '16-second-group') await popup.passTimeUntil(page.locator('.second-group'));
        await look(page, name);
        await page.evaluate(() => chrome.storage.local.clear());
        await page.locator('.result-buttons .button').last().press('Enter');
      }

      const other = await browserWithExtension.context.newPage();
      await other.goto('https://wx.qq.com/');
      await other.waitForFunction(() => Reflect.get(window, '_contacts') !== undefined);
      await page.bringToFront();
      await page.reload();
      await page.locator('.choose').waitFor();
      await look(page, '17-choose');
    });
  });
}
