// The extension is reloaded, as an update does, while the page goes on: the new popup meets the agent that was there.
import { INSTALLS_LATER, launchChromium, loadExtension } from './support/chromium.ts';
import { expect, test } from './support/fixtures.ts';
import { Popup } from './support/popup.ts';

test('a group that is being made is found by the reloaded extension, and made once', async ({
  web,
  language,
}) => {
  const browser = await launchChromium({ port: web.port, language, colorScheme: 'light', ...INSTALLS_LATER });
  try {
    await loadExtension(browser.context);
    const tab = await browser.context.newPage();
    await tab.goto('https://wx.qq.com/');
    const popup = new Popup(await browser.openPopupPage());
    for (const index of [1, 2]) await popup.pick(web.backend.person(index).plainName);
    web.setScenario({ create: { kind: 'slow', ms: 2500, answer: { kind: 'made' } } });
    await popup.createButton.click();
    await expect.poll(() => web.backend.requestsTo('webwxcreatechatroom').length).toBe(1);
    const closed = popup.page.waitForEvent('close');
    await loadExtension(browser.context);
    await closed;
    const reopened = new Popup(await browser.openPopupPage());
    await expect(reopened.page.getByRole('progressbar', { name: 'Creating group' })).toBeVisible();
    await expect(reopened.heading('Group created')).toBeVisible();
    await expect(reopened.members).toHaveCount(2);
    expect(web.backend.groups).toHaveLength(1);
    expect(web.backend.requestsTo('webwxcreatechatroom')).toHaveLength(1);
  } finally {
    await browser.close();
  }
});
