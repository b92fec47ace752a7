// The name of a new group: proposed, typed, counted, refused and repeated, kept otherwise.
import { expect, test } from './fault-matrix/bench.ts';

test('a group of three is made, named and greeted by one press', async ({ bench }) => {
  const { backend } = bench.web;
  const sent = backend.messages.length;
  const tab = await bench.openWeChat();
  const popup = await bench.openPopup();
  for (const index of [1, 2, 4]) await popup.pick(backend.person(index).plainName);
  await popup.groupName.fill('周五 🍵 <b>&amp;</b>');
  await popup.writeGreeting('大家好！\n<i>see you</i> &amp; bye');
  await expect(popup.page.getByText('others see the group only once somebody writes')).toBeVisible();
  await popup.createButton.click();

  await expect(popup.heading('Group created')).toBeVisible();
  for (const step of [
    'Create the group',
    'Check who is in',
    'Set the name',
    'Send the first message',
    'Read the group back',
  ]) {
    await expect(popup.step(step)).toContainText(': done');
  }
  await expect(popup.page.getByText('4 members · You own it')).toBeVisible();
  await expect(popup.page.locator('.group-line')).toContainText('周五 🍵 <b>&amp;</b>');
  await expect(popup.page.locator('.group-line img')).toBeVisible();
  await expect(popup.members).toHaveCount(3);

  const group = backend.groups.at(-1);
  expect(group?.topic).toBe('周五 🍵 <b>&amp;</b>');
  expect(backend.messages.slice(sent)).toEqual([
    { to: group?.userName, content: '大家好！\n<i>see you</i> &amp; bye' },
  ]);
  expect(bench.groupsMade()).toBe(1);
  expect(backend.violations).toEqual([]);
  await popup.button('Open chat').click();
  await expect(tab.locator('#chatArea')).toContainText('<i>see you</i> &amp; bye');
});

test('the name is proposed from the people until it is typed over, and counted as WeChat counts', async ({
  bench,
}) => {
  const { backend } = bench.web;
  await bench.openWeChat();
  const popup = await bench.openPopup();
  await popup.pick(backend.person(1).plainName);
  await expect(popup.groupName).toHaveValue(backend.person(1).plainName);
  await popup.pick(backend.person(2).plainName);
  const proposal = `${backend.person(1).plainName}、${backend.person(2).plainName}`;
  await expect(popup.groupName).toHaveValue(proposal);
  await expect(popup.groupName).toHaveAccessibleDescription(`${proposal.length} of 18 characters`);

  await popup.groupName.focus();
  await popup.page.keyboard.type('🍵'.repeat(10)); // the proposal is marked, so typing replaces it
  await expect(popup.groupName).toHaveValue('🍵'.repeat(10));
  await expect(popup.groupName).toHaveAccessibleDescription('20 of 18 characters');
  await expect(popup.createButton).toBeDisabled();
  await expect(popup.page.getByText('The name is too long')).toBeVisible();
  await popup.groupName.fill('🍵'.repeat(9));
  await expect(popup.createButton).toBeEnabled();
  await popup.pick(backend.person(4).plainName);
  await expect(popup.groupName).toHaveValue('🍵'.repeat(9));

  await popup.groupName.fill('');
  await popup.createButton.click();
  await expect(popup.step('Check who is in')).toContainText(': done');
  await expect(popup.step('Set the name')).toHaveCount(0);
  expect(backend.groups.at(-1)?.topic).toBe('');
});

test('a name that is refused fails alone, and is set by trying again', async ({ bench }) => {
  const { backend } = bench.web;
  await bench.openWeChat();
  const popup = await bench.openPopup();
  for (const index of [1, 2]) await popup.pick(backend.person(index).plainName);
  await popup.groupName.fill('Friday');
  bench.web.setScenario({ updateChatroom: [{ kind: 'ret', ret: -1, errMsg: '系统繁忙' }] });
  await popup.createButton.click();
  await expect(popup.heading('Group created')).toBeVisible();
  await expect(popup.step('Set the name')).toContainText('系统繁忙');
  await expect(popup.page.locator('.group-line')).toContainText('Group without a name');
  await popup.button('Try again: Set the name').click();
  await expect(popup.step('Set the name')).toContainText(': done');
  await expect(popup.page.locator('.group-line')).toContainText('Friday');
  expect(backend.groups.at(-1)?.topic).toBe('Friday');
  expect(bench.groupsMade()).toBe(1);
  expect(bench.timesAsked()).toBe(1);
});

test('a name that WeChat keeps otherwise is told as it is', async ({ bench }) => {
  const { backend } = bench.web;
  await bench.openWeChat();
  const popup = await bench.openPopup();
  for (const index of [1, 2]) await popup.pick(backend.person(index).plainName);
  await popup.groupName.fill('Friday tea');
  bench.web.setScenario({ updateChatroom: { kind: 'made', topic: 'F***** <tea> 🍵' } });
  await popup.createButton.click();
  await expect(popup.step('Set the name')).toContainText('The group is called “F***** <tea> 🍵”.');
  await expect(popup.page.locator('.group-line')).toContainText('F***** <tea> 🍵');
  await expect(popup.heading('Group created')).toBeVisible();
});
