// Names are written by strangers: people read them as text, and nothing in them runs.
import { expect, test } from './support/fixtures.ts';

test('names with markup, entities and emoji are shown as plain text, and nothing of theirs runs', async ({
  web,
  openWeChat,
  openPopup,
}) => {
  await openWeChat();
  const popup = await openPopup();
  await expect(popup.options.first()).toBeVisible();
  const special = web.backend.people.filter(({ traits }) => traits.length > 0);
  expect(special.length).toBeGreaterThan(15);
  for (const person of special) {
    const shown = person.plainName.slice(0, 30);
    await popup.search.fill(shown);
    await expect(popup.options.first(), person.traits.join()).toContainText(shown.trim());
  }
  await popup.search.fill('');
  for (const trait of ['markup-escaped', 'markup-hostile'])
    await popup.pick(web.backend.findByTrait(trait).plainName);
  await expect(popup.selected).toHaveCount(2);
  const foreign = popup.page.locator('script:not([src]), iframe, img[onerror], [onclick], img[src="x"], b');
  await expect(foreign).toHaveCount(0);
  expect(await popup.page.evaluate(() => Reflect.get(window, '__pwned'))).toBeUndefined();
});

test('service accounts, brands, blocked people, rooms and yourself are not offered', async ({
  web,
  openWeChat,
  openPopup,
}) => {
  await openWeChat();
  const popup = await openPopup();
  await expect(popup.options.first()).toHaveAttribute('aria-setsize', String(web.backend.people.length));
  const others = web.backend.book.entries.filter(({ kind }) => kind !== 'friend');
  expect(new Set(others.map(({ kind }) => kind))).toEqual(new Set(['self', 'brand', 'service', 'blocked']));
  const friends = new Set(web.backend.people.map(({ plainName }) => plainName));
  for (const { plainName } of others.filter((other) => !friends.has(other.plainName))) {
    await popup.search.fill(plainName);
    await expect(popup.options.filter({ has: popup.page.getByText(plainName, { exact: true }) })).toHaveCount(
      0,
    );
  }
});

test('the list is in WeChat’s order: starred, A to Z by pinyin, # last', async ({
  web,
  openWeChat,
  openPopup,
}) => {
  await openWeChat();
  const popup = await openPopup();
  await expect(popup.options.first()).toBeVisible();
  const starred = web.backend.people.filter(({ starFriend }) => starFriend === 1);
  expect(starred.length).toBeGreaterThan(0);
  for (const [at] of starred.entries()) {
    const text = await popup.options.nth(at).locator('.name').first().innerText();
    expect(starred.some(({ plainName }) => text.startsWith(plainName.slice(0, 20)))).toBe(true);
  }
  const headings = popup.page.locator('.contacts-heading:not(.contacts-heading-sticky)');
  const seen: string[] = [];
  for (let page = 0; page < 12; page++) {
    for (const text of await headings.allInnerTexts()) if (!seen.includes(text)) seen.push(text);
    await popup.contacts.press('PageDown');
  }
  await popup.contacts.press('End');
  await expect(headings.last()).toHaveText('#');
  const letters = seen.filter((text) => /^[A-Z]$/.test(text));
  expect(seen[0]).toContain('Starred');
  expect(letters.length).toBeGreaterThan(5);
  expect(letters).toEqual([...letters].sort());
});
