// Groups that follow each other too fast are warned about before anything is sent; the person may go on.
import type { Bench } from './fault-matrix/bench.ts';
import { expect, test } from './fault-matrix/bench.ts';
import type { Popup } from './support/popup.ts';

const MINUTE = 60_000;

async function ask(popup: Popup, bench: Bench): Promise<void> {
  for (const index of [1, 2]) await popup.pick(bench.web.backend.person(index).plainName);
  await popup.createButton.click();
}

async function makeOne(popup: Popup, bench: Bench): Promise<void> {
  await ask(popup, bench);
  await expect(popup.heading('Group created')).toBeVisible();
  await popup.button('New group').click();
}

test('a second group within a minute', async ({ bench }) => {
  await bench.openWeChat();
  const popup = await bench.openPopup();
  await makeOne(popup, bench);
  await ask(popup, bench);
  await expect(popup.heading('You made a group a moment ago')).toBeVisible();
  await expect(popup.page.getByText('WeChat blocks accounts that make groups too fast')).toBeVisible();
  expect(bench.timesAsked()).toBe(1);
  await popup.button('Back').click();
  await expect(popup.selected).toHaveCount(2);
  await popup.page.clock.fastForward(MINUTE);
  await popup.createButton.click();
  await expect(popup.heading('Group created')).toBeVisible();
  expect(bench.timesAsked()).toBe(2);
});

test('a fourth group within an hour, and the person may go on', async ({ bench }) => {
  await bench.openWeChat();
  const popup = await bench.openPopup();
  for (let time = 0; time < 3; time++) {
    await makeOne(popup, bench);
    await popup.page.clock.fastForward(2 * MINUTE);
  }
  await ask(popup, bench);
  await expect(popup.heading('You made several groups this hour')).toBeVisible();
  expect(bench.timesAsked()).toBe(3);
  await popup.button('Create anyway').click();
  await expect(popup.heading('Group created')).toBeVisible();
  expect(bench.timesAsked()).toBe(4);
});

test('a refused request counts, one that was not sent does not', async ({ bench }) => {
  await bench.openWeChat();
  const popup = await bench.openPopup();
  await bench.browser.context.setOffline(true);
  await ask(popup, bench);
  await expect(popup.page.getByText('Nothing was sent')).toBeVisible();
  await bench.browser.context.setOffline(false);
  await popup.button('Back').click();
  bench.web.setScenario({ create: { kind: 'ret', ret: 1205 } });
  await popup.createButton.click();
  await expect(popup.page.getByText('WeChat limits how often')).toBeVisible();
  await popup.button('Back').click();
  await popup.createButton.click();
  await expect(popup.heading('You made a group a moment ago')).toBeVisible();
});

test('what is remembered is times, by account through its logins, and nothing else', async ({ bench }) => {
  const first = await bench.openWeChat();
  const popup = await bench.openPopup();
  await makeOne(popup, bench);
  const stored = await popup.page.evaluate(() => chrome.storage.local.get());
  const [key = ''] = Object.keys(stored['createTimes'] ?? {});
  expect(stored).toEqual({ createTimes: { [key]: [expect.any(Number)] } });
  expect(key).toMatch(/^[0-9a-f]{16}$/);

  for (const [login, isWarned] of [
    [() => bench.web.backend.relogin(), true],
    [() => bench.web.backend.loginAs(1), false],
  ] as const) {
    login();
    await first.reload({ waitUntil: 'domcontentloaded' });
    const reopened = await bench.openPopup('remembers');
    await ask(reopened, bench);
    const warning = reopened.heading('You made a group a moment ago');
    await expect(warning.or(reopened.heading('Group created'))).toBeVisible();
    expect(await warning.isVisible()).toBe(isWarned);
  }
});
