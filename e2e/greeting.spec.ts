// The first message: remembered where the person wants it, sent once, and never again by itself.
import { expect, test } from './fault-matrix/bench.ts';

test('the first message is remembered as the default, and forgotten again', async ({ bench }) => {
  const { backend } = bench.web;
  await bench.openWeChat();
  const popup = await bench.openPopup();
  await popup.writeGreeting('Hello, everybody');
  await popup.page.getByRole('checkbox', { name: 'Use it for every new group' }).check();
  await expect
    .poll(() => popup.page.evaluate(() => chrome.storage.local.get('greeting')))
    .toEqual({ greeting: 'Hello, everybody' });
  await popup.page.close();

  const later = await bench.openPopup('remembers');
  for (const index of [1, 2]) await later.pick(backend.person(index).plainName);
  await later.createButton.click();
  await expect(later.step('Send the first message')).toContainText(': done');
  expect(backend.messages.at(-1)).toEqual({
    to: backend.groups.at(-1)?.userName,
    content: 'Hello, everybody',
  });
  await later.button('New group').click();
  await later.button('First message').click();
  await expect(later.greeting).toHaveValue('Hello, everybody');
  await later.page.getByRole('checkbox', { name: 'Use it for every new group' }).uncheck();
  await expect.poll(() => later.page.evaluate(() => chrome.storage.local.get('greeting'))).toEqual({});
});

test('a message that may have been sent is sent again only by the person', async ({ bench }) => {
  const { backend } = bench.web;
  const sent = backend.messages.length;
  await bench.openWeChat();
  const popup = await bench.openPopup();
  for (const index of [1, 2]) await popup.pick(backend.person(index).plainName);
  await popup.writeGreeting('Hello');
  bench.web.setScenario({ sendMsg: [{ kind: 'never', made: false }] });
  await popup.createButton.click();
  await popup.passTimeUntil(popup.step('Send the first message').filter({ hasText: 'has not answered' }));
  await popup.page.close();

  const later = await bench.openPopup();
  await later.passTimeUntil(later.step('Send the first message').filter({ hasText: 'It may be done' }));
  await expect(later.step('Set the name')).toContainText(': done');
  expect(backend.messages.slice(sent)).toEqual([]);
  await later.button('Send again').click();
  await expect(later.step('Send the first message')).toContainText(': done');
  expect(backend.messages.slice(sent)).toHaveLength(1);
});
