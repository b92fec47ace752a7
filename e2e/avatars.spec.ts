// Pictures of people need the session's cookies and key: the page fetches them, the popup gets only the picture.
import { expect, test } from './support/fixtures.ts';

test('pictures show, without an address or a key in the popup', async ({ web, openWeChat, openPopup }) => {
  await openWeChat();
  const popup = await openPopup();
  const pictures = popup.options.locator('img');
  await expect.poll(() => pictures.count()).toBeGreaterThan(5);
  await expect
    .poll(() => pictures.first().evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
    .toBeGreaterThan(0);
  for (const source of await pictures.evaluateAll((images) =>
    images.map((image) => image.getAttribute('src')),
  )) {
    expect(source).toMatch(/^data:image\//);
  }
  const icons = web.backend.requestsTo('webwxgeticon');
  expect(icons.length).toBeGreaterThan(0);
  expect(icons.every(({ status }) => status === 200)).toBe(true);
  expect(await popup.page.content()).not.toContain('@crypt_');
});

test.describe('no pictures to be had', () => {
  test.use({ webOptions: { scenario: { icons: 'missing' } } });

  test('a coloured initial stands in', async ({ web, openWeChat, openPopup }) => {
    await openWeChat();
    const popup = await openPopup();
    const person = web.backend.person(3);
    await popup.search.fill(person.plainName);
    const initial = popup.option(person.plainName).locator('.avatar');
    await expect(initial).toHaveText([...person.plainName][0]?.toUpperCase() ?? '');
    await expect(initial).toHaveCSS('background-color', /^rgb/);
    await expect(popup.options.locator('img')).toHaveCount(0);
  });
});

test.describe('pictures that never come', () => {
  test.use({ webOptions: { scenario: { icons: 'never' } } });

  test('do not keep the group from being made', async ({ web, openWeChat, openPopup }) => {
    await openWeChat();
    const popup = await openPopup();
    await popup.pick(web.backend.person(1).plainName);
    await popup.pick(web.backend.person(2).plainName);
    await popup.createButton.click();
    await expect(popup.heading('Group created')).toBeVisible();
    expect(web.backend.groups).toHaveLength(1);
  });
});
