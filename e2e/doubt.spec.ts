// When nobody can tell whether the group was made: looking again, and making it all the same.
import { expect, test } from './fault-matrix/bench.ts';
import type { Popup } from './support/popup.ts';

const UNSURE = 'Not sure whether the group was created';

test.beforeEach(async ({ bench }) => {
  bench.web.setScenario({ create: { kind: 'body', body: '', made: true }, sync: { deliversRooms: false } });
  await bench.openWeChat();
});

async function comeToDoubt(popup: Popup, names: readonly string[]): Promise<void> {
  for (const name of names) await popup.pick(name);
  await popup.createButton.click();
  await expect(popup.page.getByRole('status')).toHaveText(/Looking for the group/);
  await popup.passTimeUntil(popup.heading(UNSURE));
}

test('Check again finds a group that turns up later', async ({ bench }) => {
  const popup = await bench.openPopup();
  await comeToDoubt(
    popup,
    [1, 2].map((index) => bench.web.backend.person(index).plainName),
  );
  await popup.button('Check again').click();
  await popup.passTimeUntil(popup.heading(UNSURE));
  bench.web.setScenario({ sync: { deliversRooms: true } });
  await popup.button('Check again').click();
  await popup.passTimeUntil(popup.heading('Group created'));
  await expect(popup.page.getByText('the group was found among your chats')).toBeVisible();
  expect(bench.groupsMade()).toBe(1);
  expect(bench.timesAsked()).toBe(1);
});

test('a group that turns up while the doubt is on screen is shown without being asked for', async ({
  bench,
}) => {
  const popup = await bench.openPopup();
  await comeToDoubt(
    popup,
    [1, 2].map((index) => bench.web.backend.person(index).plainName),
  );
  bench.web.setScenario({ sync: { deliversRooms: true } });
  await popup.passTimeUntil(popup.heading('Group created'));
  expect(bench.timesAsked()).toBe(1);
});

test('Create anyway says what it risks, can be taken back, and then sends a request of its own', async ({
  bench,
}) => {
  const popup = await bench.openPopup();
  await comeToDoubt(
    popup,
    [1, 2].map((index) => bench.web.backend.person(index).plainName),
  );
  await popup.button('Create anyway').click();
  await expect(popup.heading('The group may exist already')).toBeVisible();
  await expect(popup.page.getByText('there will be two groups with the same people')).toBeVisible();
  await popup.button('Back').click();
  await expect(popup.heading(UNSURE)).toBeVisible();
  expect(bench.timesAsked()).toBe(1);

  bench.web.setScenario({ create: { kind: 'made' } });
  await popup.button('Create anyway').click();
  await popup.button('Create anyway').click();
  await expect(popup.heading('Group created')).toBeVisible();
  expect(bench.timesAsked()).toBe(2);
  expect(bench.groupsMade()).toBe(2);
});
