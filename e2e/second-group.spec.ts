// Chromium sends a request again by itself, and WeChat makes two groups: the person is told, and can leave the second.
import { expect, test } from './fault-matrix/bench.ts';

test('a second group is reported, opened and left', async ({ bench }) => {
  const tab = await bench.openWeChat();
  const popup = await bench.openPopup();
  for (const index of [1, 2]) await popup.pick(bench.web.backend.person(index).plainName);
  bench.web.setScenario({ create: [{ kind: 'reset', when: 'after-made' }, { kind: 'made' }] });
  await popup.createButton.click();
  await expect(popup.heading('Group created')).toBeVisible();
  await popup.passTimeUntil(popup.heading('WeChat made a second group'));
  expect(bench.groupsMade()).toBe(2);
  expect(bench.timesAsked()).toBe(1);

  const [lost, answered] = bench.web.backend.groups.slice(-2);
  const opened = () => tab.evaluate(() => Reflect.get(Reflect.get(window, '__standIn'), 'opened'));
  await popup.button('Open it').click();
  await expect.poll(opened).toEqual([lost?.userName]);
  await popup.button('Open chat').click();
  await expect.poll(opened).toEqual([lost?.userName, answered?.userName]);

  bench.web.setScenario({ updateChatroom: [{ kind: 'ret', ret: 1 }] });
  await popup.page.bringToFront();
  await popup.button('Leave it').click();
  await expect(popup.page.getByText('WeChat did not let you leave it just now')).toBeVisible();
  await popup.button('Leave it').click();
  await expect(popup.page.getByText('You have left the second group.')).toBeVisible();
  const left = bench.web.backend.requestsTo('webwxupdatechatroom').at(-1);
  expect(left?.query['fun']).toBe('quitchatroom');
  expect(left?.body).toMatchObject({ ChatRoomName: lost?.userName });
  expect(bench.web.backend.violations).toEqual([]);
});

test('two groups of the same people that were asked for one after the other are no second group', async ({
  bench,
}) => {
  await bench.openWeChat();
  const popup = await bench.openPopup();
  for (let time = 0; time < 2; time++) {
    for (const index of [1, 2]) await popup.pick(bench.web.backend.person(index).plainName);
    await popup.createButton.click();
    if (time === 1) await popup.button('Create anyway').click();
    await expect(popup.heading('Group created')).toBeVisible();
    for (let second = 0; second < 20; second += 2) await popup.page.clock.fastForward(2000);
    await expect(popup.heading('WeChat made a second group')).toBeHidden();
    if (time === 0) await popup.button('New group').click();
  }
  expect(bench.groupsMade()).toBe(2);
});
