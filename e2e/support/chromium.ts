// Chromium with the extension. Recipe: headless, unpacked, WeChat's hosts mapped to the stand-in.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { weChatHosts } from '../wechat-web/certificate.ts';
import { type ExtensionBrowser, type LaunchOptions, POPUP_PATH, POPUP_SIZE } from './extension-browser.ts';

const CHROMIUM_DIST = resolve('dist/chrome');

export interface ChromiumBrowser extends ExtensionBrowser {
  readonly extensionUrl: string;
  readonly profile: string;
}

interface ChromiumOptions extends LaunchOptions {
  readonly headless?: boolean;
  readonly moreArgs?: readonly string[];
}

export async function launchChromium(options: ChromiumOptions): Promise<ChromiumBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'laqun-chromium-'));
  const dist = options.dist === undefined ? CHROMIUM_DIST : options.dist;
  const executablePath = chromiumPath();
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath !== undefined && { executablePath }),
    headless: options.headless ?? true,
    ignoreHTTPSErrors: true,
    // Playwright turns extensions off, unless one is loaded at the start.
    ignoreDefaultArgs: ['--disable-extensions'],
    colorScheme: options.colorScheme,
    viewport: { width: 1100, height: 720 },
    env: { ...process.env, LANGUAGE: options.language.replace('-', '_') },
    args: [...chromiumArgs(options.port, options.language, dist), ...(options.moreArgs ?? [])],
  });
  const extensionUrl = `chrome-extension://${unpackedId(dist ?? CHROMIUM_DIST)}/`;
  return {
    context,
    extensionUrl,
    profile,
    async openPopupPage(prepare) {
      const page = await context.newPage();
      await prepare?.(page);
      await page.setViewportSize(POPUP_SIZE);
      await page.goto(extensionUrl + POPUP_PATH);
      return page;
    },
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** For `loadExtension`: lets a test install the extension while the browser runs. */
export const INSTALLS_LATER = { dist: null, moreArgs: ['--enable-unsafe-extension-debugging'] } as const;

/** Installs the extension into a browser that runs, or reloads it there. */
export async function loadExtension(context: BrowserContext): Promise<void> {
  const browser = context.browser();
  if (browser === null) throw new Error('the context has no browser of its own');
  const session = await browser.newBrowserCDPSession();
  await session.send('Extensions.loadUnpacked', { path: CHROMIUM_DIST });
  await session.detach();
}

/** The browser that the setup found or installed; without one, Playwright's own. */
function chromiumPath(): string | undefined {
  const path = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return existsSync(path) ? path : undefined;
}

function chromiumArgs(port: number, language: string, dist: string | null): string[] {
  const rules = weChatHosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`);
  return [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Playwright's own way comes too late for tabs that the extension opens.
    '--ignore-certificate-errors',
    `--lang=${language}`,
    `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ')}`,
    ...(dist === null ? [] : [`--disable-extensions-except=${dist}`, `--load-extension=${dist}`]),
  ];
}

/** Chromium derives the id of an unpacked extension from its path: 32 hex digits of sha256, spelled a to p. */
function unpackedId(dist: string): string {
  const digits = createHash('sha256').update(dist).digest('hex').slice(0, 32);
  return digits.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
