// The main job: pick people, press the button, and the group exists.
import { expect, test } from './support/fixtures.ts';

test('makes a group through the page of WeChat Web @firefox', async ({ web, openWeChat, openPopup }) => {
  await openWeChat();
  const popup = await openPopup();
  const [first, second] = [web.backend.person(1), web.backend.person(2)];
  await expect(popup.createButton).toBeDisabled();
  await expect(popup.page.getByText('Choose at least two people')).toBeVisible();
  await popup.pick(first.plainName);
  await expect(popup.page.getByText('Choose one more person')).toBeVisible();
  await popup.pick(second.plainName);
  await popup.writeGreeting('Hello, both of you');
  await popup.button('Create group (2)').click();

  await expect(popup.heading('Group created')).toBeVisible();
  await expect(popup.step('Send the first message')).toContainText(': done');
  await expect(popup.step('Read the group back')).toContainText(': done');
  await expect(popup.members).toHaveCount(2);
  await expect(popup.members.filter({ hasText: 'in the group' })).toHaveCount(2);
  expect(web.backend.groups).toHaveLength(1);
  const [group] = web.backend.groups;
  expect(group?.members).toEqual([first.userName, second.userName]);
  expect(group?.topic).toBe(`${first.plainName}、${second.plainName}`);
  expect(group?.messages).toEqual([{ to: group?.userName, content: 'Hello, both of you' }]);
  expect(web.backend.violations).toEqual([]);
});
