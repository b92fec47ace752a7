// The whole of picking and creating by keyboard alone.
import { expect, test } from './support/fixtures.ts';

test.beforeEach(async ({ openWeChat }) => {
  await openWeChat();
});

test('arrows move, Enter and Space pick, Backspace removes, Ctrl+Enter creates', async ({
  web,
  openPopup,
}) => {
  const popup = await openPopup();
  const { keyboard } = popup.page;
  await expect(popup.search).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await keyboard.press('ArrowDown');
  await keyboard.press('Space');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(popup.selected).toHaveCount(3);
  await keyboard.press('Backspace');
  await expect(popup.selected).toHaveCount(2);
  await keyboard.press('Control+Enter');
  await expect(popup.heading('Group created')).toBeVisible();
  expect(web.backend.groups).toHaveLength(1);
});

test('Home, End, PageUp and PageDown move through the list', async ({ web, openPopup }) => {
  const popup = await openPopup();
  const { keyboard } = popup.page;
  const active = popup.contacts.locator('.contact-active');
  const last = String(web.backend.people.length);
  await expect(popup.search).toBeFocused();
  for (const [key, position] of [
    ['End', last],
    ['Home', '1'],
    ['PageDown', '9'],
    ['PageUp', '1'],
  ] as const) {
    await keyboard.press(key);
    await expect(active).toHaveAttribute('aria-posinset', position);
    await expect(active).toBeInViewport();
    await expect(popup.search).toHaveAttribute(
      'aria-activedescendant',
      (await active.getAttribute('id')) ?? '',
    );
  }
});

test('typing searches, Enter picks the first match, Escape clears the search', async ({ web, openPopup }) => {
  const popup = await openPopup();
  const { keyboard } = popup.page;
  const person = web.backend.person(12);
  await expect(popup.search).toBeFocused();
  await keyboard.insertText(person.plainName);
  await expect(popup.option(person.plainName)).toBeVisible();
  await keyboard.press('Enter');
  await expect(popup.selected).toHaveCount(1);
  await keyboard.press('Escape');
  await expect(popup.search).toHaveValue('');
  await expect(popup.selected).toHaveCount(1);
});

test('a blank belongs to the search while typing', async ({ openPopup }) => {
  const popup = await openPopup();
  await expect(popup.search).toBeFocused();
  await popup.page.keyboard.type('a b');
  await expect(popup.search).toHaveValue('a b');
  await expect(popup.selected).toHaveCount(0);
});

test('keys pressed while an input method composes are no shortcuts', async ({ openPopup }) => {
  const popup = await openPopup();
  await expect(popup.options.first()).toBeVisible();
  await popup.page.keyboard.press('ArrowDown');
  await popup.search.evaluate((input) => {
    for (const init of [
      { key: 'Enter' },
      { key: ' ' },
      { key: 'Backspace' },
      { key: 'Enter', ctrlKey: true },
    ]) {
      input.dispatchEvent(new KeyboardEvent('keydown', { ...init, isComposing: true, bubbles: true }));
    }
  });
  await expect(popup.selected).toHaveCount(0);
  await popup.page.keyboard.press('Enter');
  await expect(popup.selected).toHaveCount(1);
});
