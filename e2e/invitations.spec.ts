// Who is in and who is not, and what can be done about it: the 40 rule, each MemberStatus, invitations.
import { expect, test } from './support/fixtures.ts';

test.use({ webOptions: { contacts: 60 } });

test('of 45 people those beyond the 40 rule are invited, told so, and invited again', async ({
  web,
  openWeChat,
  openPopup,
}) => {
  const { backend } = web;
  await openWeChat();
  const popup = await openPopup();
  await expect(popup.heading('Loading contacts')).toBeHidden();
  await popup.search.focus();
  for (let picked = 0; picked < 45; picked++) {
    await popup.page.keyboard.press('ArrowDown');
    await popup.page.keyboard.press('Enter');
  }
  await popup.button('Create group (45)').click();
  await expect(popup.heading('Group created, but not everyone is in')).toBeVisible();
  await expect(popup.page.getByText('39 of 45 people are in it with you.')).toBeVisible();
  await expect(popup.heading('Invited, must accept 6')).toBeVisible();
  await expect(popup.members.filter({ hasText: 'invited, must accept' })).toHaveCount(6);
  await popup.button('Show all 39').click();
  await expect(popup.members).toHaveCount(45);

  await popup.button('Invite again').click();
  await expect(popup.members.filter({ hasText: 'Invitation sent just now' })).toHaveCount(6);
  const asked = backend.requestsTo('webwxupdatechatroom').at(-1);
  expect(asked?.query['fun']).toBe('invitemember');
  const [group] = backend.groups;
  expect(asked?.body).toMatchObject({ InviteMemberList: group?.invited.join(',') });

  backend.acceptInvitations(group?.userName ?? '');
  await popup.button('Invite again').click();
  await expect(popup.heading('Group created')).toBeVisible();
  await expect(popup.members.filter({ hasText: 'in the group' })).toHaveCount(45);
  expect(backend.groups).toHaveLength(1);
});

test('everybody is under what became of them, those who need action first', async ({
  web,
  openWeChat,
  openPopup,
}) => {
  await openWeChat();
  const popup = await openPopup();
  const people = web.backend.people.slice(1, 7);
  const memberStatus = Object.fromEntries(people.map(({ userName }, status) => [userName, status]));
  web.setScenario({ create: { kind: 'made', memberStatus } });
  for (const { plainName } of people) await popup.pick(plainName);
  await popup.createButton.click();
  await expect(popup.heading('Group created, but not everyone is in')).toBeVisible();
  await expect(popup.step('Check who is in')).toContainText(': done');
  await expect(popup.page.getByRole('heading', { level: 2 })).toHaveText([
    'Not a friend any more 1',
    'Has blocked you 1',
    'Cannot be added 3',
    'In the group 1',
  ]);
  await expect(popup.page.getByText('Become friends again first, then invite them.')).toBeVisible();

  // Friends again meanwhile: this time WeChat puts them in.
  web.setScenario({});
  await popup.button('Invite again').click();
  await expect(popup.heading('Not a friend any more 1')).toBeHidden();
  await expect(popup.heading('In the group 2')).toBeVisible();
  const added = web.backend.requestsTo('webwxupdatechatroom').at(-1);
  expect(added?.query['fun']).toBe('addmember');
  expect(added?.body).toMatchObject({ AddMemberList: people[4]?.userName });
});

test('an invitation that WeChat refuses is told of each person it was for', async ({
  web,
  openWeChat,
  openPopup,
}) => {
  await openWeChat();
  const popup = await openPopup();
  const people = web.backend.people.slice(1, 5);
  const [first, second] = people;
  if (first === undefined || second === undefined) throw new Error('the stand-in has too few people');
  const memberStatus = { [first.userName]: 4, [second.userName]: 4 };
  web.setScenario({ create: { kind: 'made', memberStatus } });
  for (const { plainName } of people) await popup.pick(plainName);
  await popup.groupName.fill('');
  await popup.createButton.click();
  await expect(popup.heading('Not a friend any more 2')).toBeVisible();
  web.setScenario({ updateChatroom: { kind: 'ret', ret: 1, errMsg: '操作太频繁' } });
  await popup.button('Invite again').click();
  await expect(popup.members.filter({ hasText: 'Invitation failed: WeChat says' })).toHaveCount(2);
  await expect(popup.step('Invite people')).toContainText('操作太频繁');
  // -2012: they must be invited rather than added, which is done at once.
  web.setScenario({ updateChatroom: [{ kind: 'ret', ret: -2012 }] });
  await popup.button('Invite again').click();
  await expect(popup.heading('Invited, must accept 2')).toBeVisible();
  const funs = web.backend.requestsTo('webwxupdatechatroom').map(({ query }) => query['fun']);
  expect(funs).toEqual(['addmember', 'addmember', 'invitemember']);
});
