// What a person can copy to report a result holds what is needed, and no key, name or id.
import { expect, test } from './fault-matrix/bench.ts';

test('Copy details', async ({ bench }) => {
  const { web, browser } = bench;
  const tab = await bench.openWeChat();
  const popup = await bench.openPopup();
  const people = [1, 2].map((index) => web.backend.person(index));
  const errMsg = `操作太频繁，请稍后再试。 ${people[0]?.plainName} ${people[1]?.userName} ${web.backend.session?.skey}`;
  web.setScenario({ create: { kind: 'ret', ret: 1, errMsg } });
  for (const { plainName } of people) await popup.pick(plainName);
  await popup.createButton.click();
  await expect(popup.heading('Group not created')).toBeVisible();
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await popup.button('Copy details').click();
  await expect(popup.button('Copied')).toBeVisible();

  const copied = await popup.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^Laqun: \d+\.\d+\.\d+\nBrowser: Mozilla\/5\.0/);
  expect(copied).toContain('Outcome: refused (too-often)');
  expect(copied).toContain('Ret: 1\nErrMsg: 操作太频繁，请稍后再试。');
  expect(copied).toContain('Path: factory');
  const { skey, sid } = web.backend.session ?? { skey: 'no session', sid: 'no session' };
  const secrets = [skey, sid, ...people.flatMap(({ userName, plainName }) => [userName, plainName])];
  for (const secret of secrets) expect(copied).not.toContain(secret);

  // Nor are the keys in what the page keeps for a reload.
  const kept = await tab.evaluate(() => sessionStorage.getItem('laqun.jobs') ?? '');
  expect(kept).toContain('"type":"answered"');
  expect(kept).not.toContain(sid);
});

test('neither the page’s storage nor the extension’s holds a key of the session', async ({ bench }) => {
  const tab = await bench.openWeChat();
  const popup = await bench.openPopup();
  for (const index of [1, 2]) await popup.pick(bench.web.backend.person(index).plainName);
  await popup.createButton.click();
  await expect(popup.heading('Group created')).toBeVisible();
  const kept = await tab.evaluate(() => sessionStorage.getItem('laqun.jobs') ?? '');
  const stored = JSON.stringify(await popup.page.evaluate(() => chrome.storage.local.get()));
  const { skey, sid } = bench.web.backend.session ?? { skey: '', sid: '' };
  expect(kept).toContain('"type":"answered"');
  expect(stored).toContain('createTimes');
  for (const key of [skey, sid, '@crypt', 'DeviceID']) {
    expect(key).not.toBe('');
    expect(kept + stored + (await popup.page.content())).not.toContain(key);
  }
});
