// Playwright fixtures for the tests of the page itself: the stand-in, and its page in plain Chromium.
import { type BrowserContext, test as base, chromium, type Page } from '@playwright/test';
import { weChatHosts } from './certificate.ts';
import { defaultScenario } from './scenario.ts';
import { startWeChatWeb, type WeChatWeb } from './server.ts';

interface StandIn {
  readonly web: WeChatWeb;
  readonly newContext: () => Promise<BrowserContext>;
}

/** One server and one browser a worker; every test starts from the default scenario, another login and empty logs. */
export const test = base.extend<{ web: WeChatWeb; wx: Page }, { standIn: StandIn }>({
  standIn: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const web = await startWeChatWeb({ contacts: 60 });
      const rules = weChatHosts.map((host) => `MAP ${host}:443 127.0.0.1:${web.port}`).join(', ');
      const browser = await chromium.launch({
        executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
        args: [
          ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
          ...['--disable-background-networking', '--disable-component-update'],
          `--host-resolver-rules=${rules}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
        ],
      });
      await use({ web, newContext: () => browser.newContext({ ignoreHTTPSErrors: true }) });
      await browser.close();
      await web.close();
    },
    { scope: 'worker' },
  ],
  web: async ({ standIn: { web } }, use) => {
    web.setScenario(defaultScenario());
    web.backend.relogin();
    web.backend.violations.length = 0;
    web.backend.requests.length = 0;
    await use(web);
    test.expect(web.backend.violations).toEqual([]);
  },
  wx: async ({ standIn, web }, use) => {
    // Asked for so that the scenario is reset first.
    web.setScenario({});
    const context = await standIn.newContext();
    await use(await context.newPage());
    await context.close();
  },
});

export const { expect } = test;

export const address = 'https://wx.qq.com/';

/** Opens the page and waits until it is logged in and has all its contacts. */
export async function openLoggedIn(page: Page, path = ''): Promise<void> {
  await page.goto(address + path);
  await expect(page.locator('#contactCount')).toHaveText('70');
}

/** What an expression gives in the page; `service(name)` and `settled(promise)` are at hand. */
export const inPage = (page: Page, expression: string): Promise<unknown> =>
  page.evaluate(`(async () => {
    const service = (name) => angular.element(document).injector().get(name);
    const settled = (promise) => new Promise((tell) => {
      promise.then((value) => tell({ resolved: value }), (reason) => tell({ rejected: reason }));
    });
    return (${expression});
  })()`);

/** Creates a group of these people through the page's own factory. */
export const createInPage = (page: Page, web: WeChatWeb, indexes: readonly number[]): Promise<unknown> => {
  const list = JSON.stringify(indexes.map((index) => ({ UserName: web.backend.person(index).userName })));
  return inPage(page, `await settled(service('chatroomFactory').create(${list}))`);
};
