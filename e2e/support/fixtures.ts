// What every end-to-end test begins with: a stand-in for WeChat Web, a browser with the extension, the popup.
import { test as base, type Page } from '@playwright/test';
import { startWeChatWeb, type WeChatWeb, type WeChatWebOptions } from '../wechat-web/server.ts';
import { launchChromium } from './chromium.ts';
import type { BrowserName, ExtensionBrowser, LaunchOptions } from './extension-browser.ts';
import { launchFirefox } from './firefox.ts';
import { Popup } from './popup.ts';

export interface TestOptions {
  /** Set by the project. */
  readonly extensionBrowser: BrowserName;
  /** The stand-in's address book and scenario. */
  readonly webOptions: WeChatWebOptions;
  readonly language: LaunchOptions['language'];
}

interface Fixtures {
  readonly web: WeChatWeb;
  readonly browserWithExtension: ExtensionBrowser;
  /** Opens WeChat Web in a tab. */
  readonly openWeChat: (host?: string) => Promise<Page>;
  readonly openPopup: () => Promise<Popup>;
}

export const test = base.extend<TestOptions & Fixtures>({
  extensionBrowser: ['chromium', { option: true }],
  webOptions: [{}, { option: true }],
  language: ['en', { option: true }],

  web: async ({ webOptions }, use) => {
    const web = await startWeChatWeb(webOptions);
    await use(web);
    await web.close();
  },

  browserWithExtension: async ({ web, extensionBrowser, language, colorScheme }, use) => {
    const launch = { chromium: launchChromium, firefox: launchFirefox }[extensionBrowser];
    const browser = await launch({
      port: web.port,
      language,
      colorScheme: colorScheme === 'dark' ? 'dark' : 'light',
    });
    await use(browser);
    await browser.close();
  },

  openWeChat: async ({ browserWithExtension }, use) => {
    await use(async (host = 'wx.qq.com') => {
      const page = await browserWithExtension.context.newPage();
      // Not until its last picture is there: a person does not wait for that either.
      await page.goto(`https://${host}/`, { waitUntil: 'domcontentloaded' });
      return page;
    });
  },

  openPopup: async ({ browserWithExtension }, use) => {
    await use(async () => new Popup(await browserWithExtension.openPopupPage()));
  },
});

export { expect } from '@playwright/test';
