// Opens the popup as a press on the toolbar button does, and gives it as a page.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import type { ChromiumBrowser } from '../support/chromium.ts';
import { POPUP_PATH } from '../support/extension-browser.ts';

/** A popup is no tab, and Playwright's own connection is not told of it: one through a port is. 0 is any free port. */
export const DEBUGGING_PORT = '--remote-debugging-port=0';

/** Without a screen of a size, the headless one is too low for the popup. */
export const SCREEN = '--screen-info={1600x1200}';

/** The popup belongs to the tab that is in front, so that has to be WeChat Web's. */
export async function openRealPopup(browser: ChromiumBrowser, weChat: Page): Promise<void> {
  // Any document of the extension may open the popup, and this one does nothing else.
  const opener = await browser.context.newPage();
  await opener.goto(`${browser.extensionUrl}manifest.json`);
  await weChat.bringToFront();
  await opener.evaluate(() => chrome.action.openPopup());
  await opener.close();
}

/** A connection sees the popups that are open when it is made, not those that follow. */
export async function findRealPopup(browser: ChromiumBrowser): Promise<Page> {
  // Chromium writes the port into its profile, and a path on a second line.
  const [port] = (await readFile(join(browser.profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const pages = connection.contexts().flatMap((context) => context.pages());
  const popup = pages.find((page) => page.url() === browser.extensionUrl + POPUP_PATH);
  if (popup === undefined) throw new Error('the toolbar button was pressed, and no popup is open');
  return popup;
}
