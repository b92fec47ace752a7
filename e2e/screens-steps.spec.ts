// The screens of what follows a new group, and of groups that exist, in both languages and both schemes.
import { expect, test } from './support/fixtures.ts';
import { look, pickFirst } from './support/look.ts';
import { Popup } from './support/popup.ts';

for (const language of ['en', 'zh-CN'] as const) {
  test.describe(() => {
    test.use({ language, webOptions: { contacts: 60 } });

    test(`${language}`, async ({ web, openWeChat, browserWithExtension }) => {
      await openWeChat();
      const page = await browserWithExtension.openPopupPage((opened) => opened.clock.install());
      const popup = new Popup(page);
      const { backend } = web;
      const footer = page.locator('.result-buttons .button').last();
      await page.getByRole('option').first().waitFor();
      await page.locator('.button-greeting').click();
      await page.locator('textarea').fill(language === 'en' ? 'Hi all!' : '大家好！');
      await pickFirst(page, 3);
      await look(page, '20-first-message');
      await page.locator('.name-input').fill('一二三四五六七八九十一二三四五六七八九');
      await look(page, '21-name-too-long');

      await page.locator('.name-input').fill('周五 🍵');
      web.setScenario({
        updateChatroom: { kind: 'never', made: false },
        sendMsg: [{ kind: 'ret', ret: -1 }],
      });
      await page.keyboard.press('Control+Enter');
      await page.locator('.step-running').first().waitFor();
      await look(page, '22-steps-running');
      await popup.passTimeUntil(page.locator('.step-failed'));
      await expect(page.locator('.step-running')).toHaveCount(0);
      await look(page, '23-steps-failed');
      await page.evaluate(() => chrome.storage.local.clear());
      await footer.press('Enter');

      const people = backend.people.slice(0, 7).map(({ userName }, status) => [userName, status % 6]);
      web.setScenario({
        create: { kind: 'made', memberStatus: Object.fromEntries(people) },
        updateChatroom: [{ kind: 'made' }, { kind: 'ret', ret: 1, errMsg: '操作太频繁，请稍后再试。' }],
      });
      for (const { plainName } of backend.people.slice(0, 7)) {
        await page.getByRole('searchbox').fill(plainName);
        await page.keyboard.press('Enter');
      }
      await page.keyboard.press('Control+Enter');
      await page.locator('.standing-again').first().click();
      await page.locator('.step-failed').waitFor();
      await look(page, '24-report');
      await page.locator('.result-scroll').evaluate((list) => list.scrollTo(0, list.scrollHeight));
      await look(page, '25-report-below');
      await page.evaluate(() => chrome.storage.local.clear());
      await footer.press('Enter');

      await page.locator('.header .button').last().click();
      await page.locator('.groups-row').first().waitFor();
      await look(page, '26-groups');
      await page.locator('.groups-row', { hasText: 'Tea Club' }).click();
      await page.locator('.member').first().waitFor();
      await look(page, '27-group');
      await page.locator('.group-form .button-primary').click();
      await pickFirst(page, 3);
      await look(page, '28-adding');
      web.setScenario({ updateChatroom: { kind: 'made' } });
      await page.locator('.create-bar .button-primary').click();
      await page.locator('.steps-done').waitFor();
      await look(page, '29-changed');
    });
  });
}
