// After the group is made, one press leads into it.
import { expect, test } from './support/fixtures.ts';

test('Open chat opens the new group in WeChat Web @firefox', async ({ web, openWeChat, openPopup }) => {
  const page = await openWeChat();
  const popup = await openPopup();
  await popup.pick(web.backend.person(1).plainName);
  await popup.pick(web.backend.person(2).plainName);
  await popup.createButton.click();
  await expect(popup.heading('Group created')).toBeVisible();
  await popup.button('Open chat').click();
  const room = web.backend.groups[0]?.userName ?? '';
  await expect
    .poll(() => page.evaluate(() => Reflect.get(Reflect.get(window, '__standIn'), 'opened')))
    .toEqual([room]);
});

test('New group begins again with nobody chosen', async ({ web, openWeChat, openPopup }) => {
  await openWeChat();
  const popup = await openPopup();
  await popup.pick(web.backend.person(1).plainName);
  await popup.pick(web.backend.person(2).plainName);
  await popup.createButton.click();
  await popup.button('New group').click();
  await expect(popup.options.first()).toBeVisible();
  await expect(popup.selected).toHaveCount(0);
  await expect(popup.createButton).toBeDisabled();
});

test('the result waits for a popup that was closed meanwhile', async ({ web, openWeChat, openPopup }) => {
  web.setScenario({ create: { kind: 'slow', ms: 1500, answer: { kind: 'made' } } });
  await openWeChat();
  const popup = await openPopup();
  await popup.pick(web.backend.person(1).plainName);
  await popup.pick(web.backend.person(2).plainName);
  await popup.createButton.click();
  await expect(popup.page.getByRole('progressbar', { name: 'Creating group' })).toBeVisible();
  await expect(popup.page.getByRole('status')).toHaveText('Asking WeChat for the group…');
  await popup.page.close();
  const reopened = await openPopup();
  await expect(reopened.heading('Group created')).toBeVisible();
  await expect(reopened.members).toHaveCount(2);
  expect(web.backend.groups).toHaveLength(1);
});
