// The tabs that WeChat Web is open in. Its hosts are named once, in the manifest.
import browser, { type Tabs } from 'webextension-polyfill';
import type { Place } from '../../core/provider.ts';

const HOME = 'https://wx.qq.com/';

/** The open tabs that have a page in them, what the person looks at first, then the most recently used. */
export async function openPlaces(): Promise<readonly Place[]> {
  const tabs = await browser.tabs.query({ url: hosts() });
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return tabs
    .filter((tab) => tab.discarded !== true)
    .sort((a, b) => rank(b, active) - rank(a, active))
    .flatMap((tab) => {
      if (tab.id === undefined) return [];
      return [{ id: tab.id, host: hostOf(tab), tab: tab.index + 1, current: tab.id === active?.id }];
    });
}

/** Brings a tab to the front: the one given, else any WeChat Web tab (one that sleeps wakes up), else a new one. */
export async function showTab(tabId: number | undefined): Promise<void> {
  const id = tabId ?? (await browser.tabs.query({ url: hosts() }))[0]?.id;
  if (id === undefined) {
    await browser.tabs.create({ url: HOME });
    return;
  }
  const tab = await browser.tabs.update(id, { active: true });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

function hosts(): string[] {
  return browser.runtime.getManifest().host_permissions ?? [];
}

function rank(tab: Tabs.Tab, active: Tabs.Tab | undefined): number {
  return tab.id === active?.id ? Number.POSITIVE_INFINITY : (tab.lastAccessed ?? 0);
}

function hostOf(tab: Tabs.Tab): string {
  return tab.url === undefined ? '' : new URL(tab.url).host;
}
