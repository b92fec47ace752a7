// A group that exists is opened, renamed, and added to.
import { expect, test } from './support/fixtures.ts';

test.use({ webOptions: { contacts: 20 } });

test('an existing group is renamed, and two people are added', async ({ web, openWeChat, openPopup }) => {
  const { backend } = web;
  await openWeChat();
  const popup = await openPopup();
  await popup.button('Open a group').click();
  const groups = popup.page.getByRole('list', { name: 'Groups' }).getByRole('listitem');
  await expect(groups.filter({ hasText: '周末爬山' })).toContainText('4 members');
  await popup.page.getByRole('searchbox', { name: 'Search groups' }).fill('tea');
  await expect(groups).toHaveCount(1);
  await groups.getByRole('button').click();

  await expect(popup.heading('Tea Club🍵')).toBeVisible();
  await expect(popup.page.getByText('7 members')).toBeVisible();
  await expect(popup.members).toHaveCount(6);
  await expect(popup.members.filter({ hasText: '茶客🍃' })).toContainText('not among your contacts');
  await expect(popup.button('Rename')).toBeDisabled();
  await popup.groupName.fill('Tea & <cake> 🎂');
  await popup.button('Rename').click();
  await expect(popup.heading('Group changed')).toBeVisible();
  await expect(popup.step('Set the name')).toContainText(': done');
  await popup.button('Done').click();

  await expect(popup.heading('Tea & <cake> 🎂')).toBeVisible();
  await popup.button('Add people').click();
  const inside = backend.allGroups.find(({ topic }) => topic === 'Tea & <cake> 🎂');
  const first = backend.plainNameOf(inside?.members[0] ?? '');
  await popup.search.fill(first);
  await expect(popup.option(first)).toBeDisabled();
  await expect(popup.option(first)).toContainText('already in');
  await popup.option(first).click({ force: true });
  await expect(popup.selected).toHaveCount(0);
  const added = backend.people.filter(({ userName }) => !inside?.members.includes(userName)).slice(-2);
  for (const { plainName } of added) await popup.pick(plainName);
  await popup.button('Add (2)').click();

  await expect(popup.heading('Group changed')).toBeVisible();
  await expect(popup.page.getByText('2 of 2 people are in it with you.')).toBeVisible();
  await expect(popup.members).toHaveCount(2);
  const now = backend.allGroups.find(({ topic }) => topic === 'Tea & <cake> 🎂');
  expect(now?.members).toEqual(expect.arrayContaining(added.map(({ userName }) => userName)));
  expect(backend.requestsTo('webwxcreatechatroom')).toEqual([]);
  expect(backend.violations).toEqual([]);
});

test('what WeChat refuses is said, each by itself, and can be done again', async ({
  web,
  openWeChat,
  openPopup,
}) => {
  const { backend } = web;
  await openWeChat();
  const popup = await openPopup();
  await popup.button('Open a group').click();
  await popup.page.getByRole('button', { name: /周末爬山/ }).click();
  await popup.groupName.fill('Hills');
  web.setScenario({ updateChatroom: [{ kind: 'ret', ret: 1, errMsg: '仅群主可修改' }] });
  await popup.button('Rename').click();
  await expect(popup.heading('Group not changed')).toBeVisible();
  await expect(popup.step('Set the name')).toContainText('仅群主可修改');
  await popup.button('Try again: Set the name').click();
  await expect(popup.heading('Group changed')).toBeVisible();
  await popup.button('Done').click();

  await popup.button('Add people').click();
  const inside = backend.allGroups.find(({ topic }) => topic === 'Hills');
  const [gone, fine] = backend.people.filter(({ userName }) => !inside?.members.includes(userName)).slice(-2);
  if (gone === undefined || fine === undefined) throw new Error('the stand-in has too few people');
  for (const { plainName } of [gone, fine]) await popup.pick(plainName);
  web.setScenario({ updateChatroom: { kind: 'made', memberStatus: { [gone.userName]: 4 } } });
  await popup.button('Add (2)').click();
  await expect(popup.heading('Not everything was changed')).toBeVisible();
  await expect(popup.members.filter({ hasText: gone.plainName })).toContainText(
    'no longer has you as a friend',
  );
  await expect(popup.members.filter({ hasText: fine.plainName })).toContainText('in the group');
});

test('a group that cannot be read says so, and is asked for again', async ({
  web,
  openWeChat,
  openPopup,
}) => {
  await openWeChat();
  const popup = await openPopup();
  await popup.button('Open a group').click();
  web.setScenario({ batchGet: [{ kind: 'ret', ret: -1 }] });
  await popup.page.getByRole('button', { name: /周末爬山/ }).click();
  await expect(popup.page.getByText('WeChat did not tell who is in this group.')).toBeVisible();
  await popup.button('Try again').click();
  await expect(popup.members.first()).toBeVisible();
  await popup.button('Back').click();
  await popup.button('Back').click();
  await expect(popup.search).toBeFocused();
});
