// The steps go on without the popup, and are taken up after a reload of the page; nothing is done twice.
import { expect, test } from './fault-matrix/bench.ts';

const SLOW = (answer: object) => ({ kind: 'slow', ms: 1200, answer }) as never;

for (const [step, scenario] of [
  ['Set the name', { updateChatroom: SLOW({ kind: 'made' }) }],
  ['Send the first message', { sendMsg: SLOW({ kind: 'made' }) }],
  ['Check who is in', { batchGet: [SLOW({ kind: 'made' })] }],
] as const) {
  test(`popup closed during “${step}”`, async ({ bench }) => {
    const { backend } = bench.web;
    const sent = backend.messages.length;
    await bench.openWeChat();
    const popup = await bench.openPopup();
    for (const index of [1, 2]) await popup.pick(backend.person(index).plainName);
    await popup.groupName.fill('Friday');
    await popup.writeGreeting('Hello');
    bench.web.setScenario(scenario);
    await popup.createButton.click();
    await expect(popup.heading('Group created')).toBeVisible();
    await expect(popup.step(step)).toContainText(': under way');
    await popup.page.close();

    const later = await bench.openPopup();
    await expect(later.heading('Group created')).toBeVisible();
    for (const each of ['Check who is in', 'Set the name', 'Send the first message', 'Read the group back']) {
      await expect(later.step(each)).toContainText(': done');
    }
    expect(backend.groups.at(-1)?.topic).toBe('Friday');
    expect(backend.messages.slice(sent)).toHaveLength(1);
    expect(bench.groupsMade()).toBe(1);
  });
}

for (const isSent of [true, false]) {
  test(`page reloaded during the first message, ${isSent ? 'sent' : 'not sent'}`, async ({ bench }) => {
    const { backend } = bench.web;
    const sent = backend.messages.length;
    const tab = await bench.openWeChat();
    const popup = await bench.openPopup();
    for (const index of [1, 2]) await popup.pick(backend.person(index).plainName);
    await popup.groupName.fill('Friday');
    await popup.writeGreeting('Hello');
    bench.web.setScenario({ sendMsg: [{ kind: 'never', made: isSent }] });
    await popup.createButton.click();
    await expect(popup.step('Send the first message')).toContainText(': under way');
    await tab.reload();
    // What had not begun is done after the reload; the message that may have been sent is not sent again.
    await expect(popup.step('Read the group back')).toContainText(': done');
    await expect(popup.step('Set the name')).toContainText(': done');
    await expect(popup.step('Send the first message')).toContainText('The page was reloaded meanwhile');
    await expect(popup.heading('Group created')).toBeVisible();
    expect(backend.messages.slice(sent)).toHaveLength(isSent ? 1 : 0);
  });
}

test('a group that was found by looking is named and greeted too', async ({ bench }) => {
  const { backend } = bench.web;
  const sent = backend.messages.length;
  await bench.openWeChat();
  const popup = await bench.openPopup();
  for (const index of [1, 2]) await popup.pick(backend.person(index).plainName);
  await popup.groupName.fill('Friday');
  await popup.writeGreeting('Hello');
  bench.web.setScenario({ create: { kind: 'body', body: '', made: true } });
  await popup.createButton.click();
  await popup.passTimeUntil(popup.step('Read the group back').filter({ hasText: ': done' }));
  await expect(popup.page.getByText('found among your chats')).toBeVisible();
  expect(backend.groups.at(-1)?.topic).toBe('Friday');
  expect(backend.messages.slice(sent)).toEqual([{ to: backend.groups.at(-1)?.userName, content: 'Hello' }]);
  expect(bench.timesAsked()).toBe(1);
});
