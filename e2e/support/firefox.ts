// Firefox with the extension: the add-on lies in the profile as a zip, and its address is fixed by a preference.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { firefox } from '@playwright/test';
import manifest from '../../manifest.json' with { type: 'json' };
import { weChatHosts } from '../wechat-web/certificate.ts';
import { type ExtensionBrowser, type LaunchOptions, POPUP_PATH, POPUP_SIZE } from './extension-browser.ts';

const FIREFOX_DIST = resolve('dist/firefox');
const ADDON_ID = manifest.browser_specific_settings.gecko.id;
const ADDON_UUID = '8b1f0f4e-5a52-4f6c-9d43-0d8f4c1e2a77';
const FIREFOX = process.env.FIREFOX ?? '/usr/bin/firefox-esr';

const packed = new Map<string, Promise<Buffer>>();

export async function launchFirefox(options: LaunchOptions): Promise<ExtensionBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'laqun-firefox-'));
  const dist = options.dist === undefined ? FIREFOX_DIST : options.dist;
  if (dist !== null) {
    await mkdir(join(profile, 'extensions'));
    await writeFile(join(profile, 'extensions', `${ADDON_ID}.xpi`), await packOnce(dist));
  }
  const context = await firefox.launchPersistentContext(profile, {
    channel: 'moz-firefox',
    executablePath: FIREFOX,
    ignoreHTTPSErrors: true,
    colorScheme: options.colorScheme,
    viewport: { width: 1100, height: 720 },
    args: ['--remote-allow-system-access'],
    firefoxUserPrefs: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: ADDON_UUID }),
      'xpinstall.signatures.required': false,
      'extensions.autoDisableScopes': 0,
      'extensions.enabledScopes': 15,
      'network.dns.localDomains': weChatHosts.join(','),
      'network.socket.forcePort': `443=${options.port}`,
    },
  });
  return {
    context,
    async openPopupPage(prepare) {
      const page = await context.newPage();
      await prepare?.(page);
      await page.goto(`moz-extension://${ADDON_UUID}/${POPUP_PATH}`, { waitUntil: 'commit' });
      // Firefox sends no load events for extension documents; a change of size is what makes them go on.
      await page.setViewportSize({ width: POPUP_SIZE.width, height: POPUP_SIZE.height - 1 });
      await page.setViewportSize(POPUP_SIZE);
      return page;
    },
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function packOnce(dist: string): Promise<Buffer> {
  const known = packed.get(dist) ?? pack(dist);
  packed.set(dist, known);
  return known;
}

async function pack(dist: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'laqun-addon-'));
  const args = ['build', '--source-dir', dist, '--artifacts-dir', folder, '--filename', 'addon.zip'];
  await promisify(execFile)(resolve('node_modules/.bin/web-ext'), args);
  const addon = await readFile(join(folder, 'addon.zip'));
  await rm(folder, { recursive: true });
  return addon;
}
