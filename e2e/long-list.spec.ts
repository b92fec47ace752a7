// Ten thousand contacts: windowed, complete, and quick to search.
import { expect, test } from './support/fixtures.ts';

test.use({ webOptions: { contacts: 10_000, scenario: { contactPages: { size: 1000, delayMs: 0 } } } });

test('10,000 contacts scroll and search, with few rows in the page', async ({
  web,
  openWeChat,
  openPopup,
}) => {
  const page = await openWeChat();
  await page.waitForFunction(() => Object.keys(Reflect.get(window, '_contacts') ?? {}).length > 10_000);
  const popup = await openPopup();
  await expect(popup.options.first()).toHaveAttribute('aria-setsize', '10000');
  expect(await popup.options.count()).toBeLessThan(40);

  await popup.contacts.press('End');
  await expect(popup.contacts.locator('[aria-posinset="10000"]')).toBeVisible();
  await popup.contacts.press('Home');
  await expect(popup.contacts.locator('[aria-posinset="1"]')).toBeVisible();

  const somebody = web.backend.person(9_876);
  await popup.search.fill(somebody.plainName);
  await expect(popup.option(somebody.plainName)).toBeVisible();
  expect(await popup.options.count()).toBeLessThan(40);
});

test('a keystroke among 10,000 contacts is painted before a person notices', async ({
  openWeChat,
  openPopup,
}) => {
  const page = await openWeChat();
  await page.waitForFunction(() => Object.keys(Reflect.get(window, '_contacts') ?? {}).length > 10_000);
  const popup = await openPopup();
  await expect(popup.options.first()).toHaveAttribute('aria-setsize', '10000');
  const times = await popup.page.evaluate(async () => {
    const input = document.querySelector('input');
    if (input === null) return [];
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const measured: number[] = [];
    for (const text of [
      'z',
      'zh',
      'zha',
      'zhan',
      'zhang',
      '张',
      '李',
      'a',
      'al',
      'ali',
      '',
      'w',
      'wa',
      'wan',
      'wang',
    ]) {
      const start = performance.now();
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await painted();
      measured.push(performance.now() - start);
    }
    return measured;
  });
  const [, , worst = Number.POSITIVE_INFINITY] = [...times].sort((a, b) => b - a);
  test
    .info()
    .annotations.push({ type: 'keystroke to paint, ms', description: times.map(Math.round).join(' ') });
  // A wide bound: the machine is shared. The budget of 50 ms is measured by the bench.
  expect(worst).toBeLessThan(250);
});
