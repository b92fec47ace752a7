// The fault matrix, part five: what goes wrong with the first message. The page tells little of it, the browser the rest.
import { expect, test } from './bench.ts';
import { playSteps } from './play-steps.ts';
import { greetRows } from './step-rows.ts';

test.use({ hasClock: false });

for (const row of greetRows.filter(({ waits }) => !waits)) {
  test(`${row.name} (factory)`, async ({ bench }) => {
    await playSteps(bench, row, 'factory');
  });
}

test('two popups that send a message again send it once', async ({ bench }) => {
  const { backend } = bench.web;
  const sent = backend.messages.length;
  await bench.openWeChat();
  const popups = [await bench.openPopup(), await bench.openPopup()] as const;
  const [popup] = popups;
  for (const index of [1, 2]) await popup.pick(backend.person(index).plainName);
  await popup.writeGreeting('Hello');
  bench.web.setScenario({ sendMsg: [{ kind: 'ret', ret: -1 }] });
  await popup.createButton.click();
  const buttons = await Promise.all(popups.map((each) => each.button('Send again').elementHandle()));
  await Promise.all(
    buttons.map((button) => button?.evaluate((it) => it instanceof HTMLElement && it.click())),
  );
  for (const each of popups) await expect(each.step('Send the first message')).toContainText(': done');
  expect(backend.messages.slice(sent)).toHaveLength(1);
});
