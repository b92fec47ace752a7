// The report is copied: as text with a table for spreadsheets, and as a table for documents. Names stay text.
import { expect, test } from './support/fixtures.ts';

test('the report is copied, and pasted as text and as a table', async ({
  web,
  openWeChat,
  openPopup,
  browserWithExtension,
}) => {
  const { backend } = web;
  await openWeChat();
  const popup = await openPopup();
  await browserWithExtension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const people = [backend.findByTrait('markup-script'), backend.person(1), backend.person(2)];
  web.setScenario({ create: { kind: 'made', memberStatus: { [people[1]?.userName ?? '']: 3 } } });
  for (const { plainName } of people) await popup.pick(plainName);
  await popup.createButton.click();
  await expect(popup.step('Read the group back')).toContainText(': done');
  await popup.button('Copy report').click();
  await expect(popup.button('Copied')).toBeVisible();

  const { page } = popup;
  await page.evaluate(() => {
    const text = document.createElement('textarea');
    const rich = document.createElement('div');
    rich.contentEditable = 'true';
    document.body.replaceChildren(text, rich);
  });
  await page.locator('textarea').focus();
  await page.keyboard.press('Control+V');
  const names = people.map(({ plainName }) => plainName);
  const lines = (await page.locator('textarea').inputValue()).split('\n');
  expect(lines[0]).toBe('Group created, but not everyone is in');
  expect(lines).toContain('2 of 3 people are in it with you.');
  const rows = lines.filter((line) => line.includes('\t')).map((line) => line.split('\t'));
  expect(rows.map((cells) => cells.length)).toEqual([3, 3, 3, 3]);
  expect(rows[0]).toEqual(['Name', 'What became of them', 'What to do']);
  expect(rows[1]).toEqual([
    names[1],
    'not in: has blocked you',
    expect.stringContaining('Only they can undo it'),
  ]);
  expect(rows.slice(2).map(([name]) => name)).toEqual([names[0], names[2]]);

  await page.locator('[contenteditable]').focus();
  await page.keyboard.press('Control+V');
  const cells = page.locator('[contenteditable] td:first-child');
  await expect(cells).toHaveText([names[1] ?? '', names[0] ?? '', names[2] ?? '']);
  await expect(page.locator('[contenteditable] img, [contenteditable] b')).toHaveCount(0);
});
