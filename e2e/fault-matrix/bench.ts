// What the rows of the matrix share: one browser and one stand-in for many rows, each row with a login of its own.
import type { Page, TestInfo } from '@playwright/test';
import { test as base } from '@playwright/test';
import { launchChromium } from '../support/chromium.ts';
import { type ExtensionBrowser, POPUP_PATH } from '../support/extension-browser.ts';
import { Popup } from '../support/popup.ts';
import type { SessionPerson } from '../wechat-web/backend.ts';
import { defaultScenario } from '../wechat-web/scenario.ts';
import { startWeChatWeb, type WeChatWeb } from '../wechat-web/server.ts';

/** A tab of WeChat Web and a popup in front of it. */
export interface Stage {
  readonly tab: Page;
  readonly popup: Popup;
}

export interface Bench {
  readonly web: WeChatWeb;
  readonly browser: ExtensionBrowser;
  /** WeChat Web with a new login and a popup that remembers nothing: in the pages of the last row where it left them. */
  readonly begin: () => Promise<Stage>;
  /** Three people whom the first screen of the list shows. */
  readonly people: () => readonly SessionPerson[];
  /** A fresh tab of WeChat Web, with a new login. */
  readonly openWeChat: () => Promise<Page>;
  /** A popup, which remembers no earlier group unless told to. */
  readonly openPopup: (remembers?: 'remembers') => Promise<Popup>;
  /** Groups made since the row began. */
  readonly groupsMade: () => number;
  /** Times the group was asked for since the row began; what Chromium sends again by itself counts once. */
  readonly timesAsked: () => number;
}

interface Shared {
  readonly web: WeChatWeb;
  readonly browser: ExtensionBrowser;
  /** Loading into open pages takes a little more than half the time of opening new ones. */
  stage: Stage | undefined;
}

interface WorkerFixtures {
  readonly shared: Shared;
  /** Whether a test can let the clock run ahead: that of the popup, and of every page opened after the first popup. */
  readonly hasClock: boolean;
}

export const test = base.extend<{ readonly bench: Bench }, WorkerFixtures>({
  // Without it the page keeps what the browser notes of its requests, which a clock of Playwright's takes away.
  hasClock: [true, { option: true, scope: 'worker' }],

  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern here
    async ({}, use) => {
      const web = await startWeChatWeb({ contacts: 20 });
      const browser = await launchChromium({ port: web.port, language: 'en', colorScheme: 'light' });
      await use({ web, browser, stage: undefined });
      await browser.close();
      await web.close();
    },
    { scope: 'worker' },
  ],

  bench: async ({ shared, hasClock }, use, info) => {
    const { web, browser } = shared;
    const pages: Page[] = [];
    web.setScenario(defaultScenario());
    web.backend.removedIds.clear();
    web.backend.loginAs(0);
    const groups = web.backend.groups.length;
    const requests = web.backend.requestsTo('webwxcreatechatroom').length;
    const open = async (page: Promise<Page>): Promise<Page> => {
      pages.push(await page);
      return page;
    };
    const leaveStage = async (): Promise<void> => {
      const { stage } = shared;
      shared.stage = undefined;
      for (const page of [stage?.popup.page, stage?.tab]) await page?.close({ runBeforeUnload: false });
    };
    await use({
      web,
      browser,
      async begin() {
        const stage = shared.stage ?? (await setStage(browser));
        shared.stage = stage;
        const { page } = stage.popup;
        await stage.tab.goto('https://wx.qq.com/', { waitUntil: 'domcontentloaded' });
        await page.evaluate(() => chrome.storage.local.clear());
        if (hasClock) await page.clock.install();
        await page.bringToFront();
        await page.reload();
        return stage;
      },
      people: () => ['starred', 'alias', 'emoji-2'].map((trait) => web.backend.findByTrait(trait)),
      async openWeChat() {
        await leaveStage();
        const page = await open(browser.context.newPage());
        await page.goto('https://wx.qq.com/', { waitUntil: 'domcontentloaded' });
        return page;
      },
      async openPopup(remembers) {
        const prepare = async (page: Page): Promise<void> => {
          if (hasClock) await page.clock.install();
          if (remembers === undefined) await forget(page);
        };
        return new Popup(await open(browser.openPopupPage(prepare)));
      },
      groupsMade: () => web.backend.groups.length - groups,
      timesAsked: () => {
        const asked = web.backend.requestsTo('webwxcreatechatroom').slice(requests);
        return new Set(asked.map(({ body }) => JSON.stringify(body))).size;
      },
    });
    const { stage } = shared;
    if (info.status !== info.expectedStatus) {
      await showPages(stage === undefined ? pages : [stage.tab, stage.popup.page], info);
      await leaveStage();
    } else if (stage !== undefined) {
      // Before the next login: a page of this one would log that out.
      await stage.tab.goto('about:blank');
    }
    for (const page of pages) await page.close({ runBeforeUnload: false });
  },
});

/** A tab that holds no job of an earlier row, and a popup. */
async function setStage(browser: ExtensionBrowser): Promise<Stage> {
  const tab = await browser.context.newPage();
  await tab.addInitScript(() => sessionStorage.clear());
  return { tab, popup: new Popup(await browser.openPopupPage()) };
}

/** For a failure: what each page said last. */
async function showPages(pages: readonly Page[], info: TestInfo): Promise<void> {
  for (const page of pages.filter((each) => !each.isClosed())) {
    const body = `${page.url()}\n${await page.locator('body').innerText()}`;
    await info.attach('what the page said', { body, contentType: 'text/plain' });
  }
}

/** Each row is its own first group, as far as the extension remembers. */
async function forget(page: Page): Promise<void> {
  await page.addInitScript((path) => {
    if (location.pathname.endsWith(path)) void chrome.storage.local.clear();
  }, POPUP_PATH);
}

export { expect } from '@playwright/test';
