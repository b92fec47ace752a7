// The fault matrix, part two: what interrupts a group that is being made, and that it is made once at the most.
import type { Locator, Page } from '@playwright/test';
import type { Popup } from '../support/popup.ts';
import { type Bench, expect, test } from './bench.ts';
import { note } from './note.ts';
import { HEADINGS } from './row.ts';

const SLOW = { kind: 'slow', ms: 1500, answer: { kind: 'made' } } as const;

async function pickTwo(popup: Popup, bench: Bench): Promise<void> {
  for (const index of [1, 2]) await popup.pick(bench.web.backend.person(index).plainName);
}

async function begin(bench: Bench): Promise<{ readonly tab: Page; readonly popup: Popup }> {
  const tab = await bench.openWeChat();
  const popup = await bench.openPopup();
  await pickTwo(popup, bench);
  return { tab, popup };
}

/** What the row came to: what the popup says, how many groups there are, how often WeChat was asked. */
async function expectEnd(
  bench: Bench,
  popup: Popup,
  end: {
    readonly heading: keyof typeof HEADINGS;
    readonly says?: RegExp;
    readonly groups: number;
    readonly asked: number;
  },
): Promise<void> {
  const heading = popup.heading(HEADINGS[end.heading]);
  await expect(heading).toBeVisible();
  if (end.says !== undefined) await expect(popup.page.locator('main')).toContainText(end.says);
  expect(bench.groupsMade()).toBe(end.groups);
  expect(bench.timesAsked()).toBe(end.asked);
  await note(test.info(), {
    name: test.info().title,
    path: 'factory',
    said: popup,
    groups: end.groups,
    asked: end.asked,
  });
}

test('double click', async ({ bench }) => {
  const { popup } = await begin(bench);
  await popup.createButton.dblclick();
  await expectEnd(bench, popup, { heading: 'made', groups: 1, asked: 1 });
});

test('Enter and click together', async ({ bench }) => {
  const { popup } = await begin(bench);
  await popup.createButton.evaluate((button) => {
    const enter = { key: 'Enter', ctrlKey: true, bubbles: true };
    button.dispatchEvent(new KeyboardEvent('keydown', enter));
    if (button instanceof HTMLElement) button.click();
    button.dispatchEvent(new KeyboardEvent('keydown', enter));
  });
  await expectEnd(bench, popup, { heading: 'made', groups: 1, asked: 1 });
});

for (const speed of ['slow', 'fast'] as const) {
  test(`two popups at once, ${speed} answer`, async ({ bench }) => {
    const { popup } = await begin(bench);
    const other = await bench.openPopup();
    await pickTwo(other, bench);
    if (speed === 'slow') bench.web.setScenario({ create: SLOW });
    // At once, without Playwright's wait for a steady button: the other popup takes it away.
    const press = (button: Locator) =>
      button.evaluate((element) => element instanceof HTMLElement && element.click());
    await Promise.all([press(popup.createButton), press(other.createButton)]);
    await expect(other.heading('Group created')).toBeVisible();
    await expectEnd(bench, popup, { heading: 'made', groups: 1, asked: 1 });
  });
}

test('popup closed while creating and reopened', async ({ bench }) => {
  const { popup } = await begin(bench);
  bench.web.setScenario({ create: SLOW });
  await popup.createButton.click();
  await expect(popup.page.getByRole('progressbar')).toBeVisible();
  await popup.page.close();
  await expectEnd(bench, await bench.openPopup(), { heading: 'made', groups: 1, asked: 1 });
});

for (const made of [true, false]) {
  test(`page reloaded while creating, ${made ? 'made' : 'not made'}`, async ({ bench }) => {
    const { tab, popup } = await begin(bench);
    bench.web.setScenario({ create: { kind: 'never', made } });
    await popup.createButton.click();
    await expect.poll(bench.timesAsked).toBe(1);
    await tab.reload({ waitUntil: 'domcontentloaded' });
    const heading = made ? 'made' : 'unsure';
    const says = made ? /found among your chats/ : /reloaded before WeChat answered/;
    await popup.passTimeUntil(popup.page.locator('main').filter({ hasText: says }));
    await expectEnd(bench, popup, { heading, says, groups: made ? 1 : 0, asked: 1 });
  });
}

test('page reloaded and popup closed while creating, then both opened again', async ({ bench }) => {
  const { tab, popup } = await begin(bench);
  bench.web.setScenario({ create: { kind: 'never', made: true } });
  await popup.createButton.click();
  await expect.poll(bench.timesAsked).toBe(1);
  await popup.page.close();
  await tab.reload({ waitUntil: 'domcontentloaded' });
  const says = /found among your chats/;
  await expectEnd(bench, await bench.openPopup(), { heading: 'made', says, groups: 1, asked: 1 });
});

test('page reloaded after the answer', async ({ bench }) => {
  const { tab, popup } = await begin(bench);
  await popup.createButton.click();
  await expect(popup.heading('Group created')).toBeVisible();
  await popup.page.close();
  await tab.reload({ waitUntil: 'domcontentloaded' });
  await expectEnd(bench, await bench.openPopup(), { heading: 'made', says: /2 people/, groups: 1, asked: 1 });
});

test('tab closed while creating', async ({ bench }) => {
  const { tab, popup } = await begin(bench);
  bench.web.setScenario({ create: SLOW });
  await popup.createButton.click();
  await expect.poll(bench.timesAsked).toBe(1);
  await tab.close({ runBeforeUnload: false });
  await expect(popup.heading(HEADINGS.unsure)).toBeVisible();
  await expect.poll(bench.groupsMade).toBe(1);
  await expectEnd(bench, popup, { heading: 'unsure', says: /closed or reloaded/, groups: 1, asked: 1 });
});

test('page sent to another host by a new login', async ({ bench }) => {
  const { tab, popup } = await begin(bench);
  bench.web.setScenario({ create: { kind: 'never', made: false } });
  await popup.createButton.click();
  await expect.poll(bench.timesAsked).toBe(1);
  bench.web.backend.relogin();
  await tab.goto('https://wx2.qq.com/', { waitUntil: 'domcontentloaded' });
  await expectEnd(bench, popup, { heading: 'unsure', says: /Look on your phone/, groups: 0, asked: 1 });
  await popup.button('New group').click();
  await expect(popup.options.first()).toBeVisible();
  await expect(popup.page.getByRole('banner')).toContainText('wx2.qq.com');
});

test('logged out between list and create', async ({ bench }) => {
  const { popup } = await begin(bench);
  bench.web.setScenario({ create: { kind: 'ret', ret: 1102 } });
  bench.web.backend.endSession(1102);
  await popup.createButton.click();
  await expect(popup.heading('Group not created').or(popup.heading('Log in to WeChat Web'))).toBeVisible();
  expect(bench.groupsMade()).toBe(0);
  if (await popup.heading('Group not created').isVisible()) await popup.button('New group').click();
  await expect(popup.heading('Log in to WeChat Web')).toBeVisible();
});

test('Ret 1102, and the page then logs out', async ({ bench }) => {
  const { popup } = await begin(bench);
  bench.web.setScenario({ create: { kind: 'ret', ret: 1102 } });
  await popup.createButton.click();
  await expectEnd(bench, popup, { heading: 'refused', says: /logged you out/, groups: 0, asked: 1 });
  bench.web.backend.endSession(1102);
  await popup.button('New group').click();
  await expect(popup.heading('Log in to WeChat Web')).toBeVisible();
});

test('another account logged in between', async ({ bench }) => {
  const { tab, popup } = await begin(bench);
  await popup.page.clock.pauseAt(Date.now() + 3_600_000); // the popup has not looked since
  bench.web.backend.loginAs(1);
  await tab.reload();
  await tab.waitForFunction(() => Object.keys(Reflect.get(window, '_contacts') ?? {}).length > 20);
  await popup.createButton.click();
  await popup.page.clock.resume();
  await expectEnd(bench, popup, {
    heading: 'refused',
    says: /Another account has logged in/,
    groups: 0,
    asked: 0,
  });
});

test('a contact deleted between list and create', async ({ bench }) => {
  const { tab, popup } = await begin(bench);
  const gone = bench.web.backend.person(1);
  await popup.page.clock.pauseAt(Date.now() + 3_600_000);
  bench.web.backend.removeContact(gone.userName);
  await tab.waitForFunction(
    (userName) => Reflect.get(Reflect.get(window, '_contacts'), userName) === undefined,
    gone.userName,
  );
  await popup.createButton.click();
  await popup.page.clock.resume();
  await expect(popup.members.filter({ hasText: gone.plainName })).toContainText(
    'no longer among your contacts',
  );
  await expectEnd(bench, popup, { heading: 'refused', says: /Nothing was sent/, groups: 0, asked: 0 });
});

test('network off, then on', async ({ bench }) => {
  const { tab, popup } = await begin(bench);
  await bench.browser.context.setOffline(true);
  await tab.waitForFunction(() => !navigator.onLine);
  await popup.createButton.click();
  await expect(popup.heading(HEADINGS.refused)).toBeVisible();
  await expect(popup.page.locator('main')).toContainText('Your browser is offline. Nothing was sent.');
  expect(bench.timesAsked()).toBe(0);
  await bench.browser.context.setOffline(false);
  await popup.button('Back').click();
  await popup.createButton.click();
  await expectEnd(bench, popup, { heading: 'made', groups: 1, asked: 1 });
});
