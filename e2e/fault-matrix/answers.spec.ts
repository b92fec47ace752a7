// The fault matrix, part one: every answer WeChat can give, by both paths, through the real interface.
import type { Page } from '@playwright/test';
import { answerRows } from './answers.ts';
import { type Bench, expect, test } from './bench.ts';
import { note } from './note.ts';
import { HEADINGS, PATHS, type PathName, type Row } from './row.ts';
import { transportRows } from './transport.ts';

for (const row of [...answerRows, ...transportRows]) {
  for (const path of PATHS) {
    test(`${row.name} (${path})`, async ({ bench }) => {
      await play(bench, row, path);
    });
  }
}

async function play(bench: Bench, row: Row, path: PathName): Promise<void> {
  const { web } = bench;
  web.setScenario({ ...row.scenario, page: path === 'raw' ? 'no-factory' : 'angular' });
  const { tab, popup } = await bench.begin();
  const people = bench.people();
  web.setScenario({ create: row.create(people.map(({ userName }) => userName)) });
  for (const { plainName } of people) await popup.option(plainName).click();
  await popup.createButton.click();

  const heading = popup.heading(HEADINGS[row.heading]);
  if (row.waits === true && web.scenario.sync.deliversRooms) await untilPageKnowsAll(bench, tab, row.groups);
  const words = popup.page.locator('main').filter({ hasText: row.says });
  if (row.waits === true) await popup.passTimeUntil(words.and(popup.page.locator('main', { has: heading })));
  await expect(heading).toBeVisible();
  await expect(popup.page.locator('main')).toContainText(row.says);
  expect(bench.groupsMade()).toBe(row.groups);
  expect(bench.timesAsked()).toBe(1);
  await note(test.info(), {
    name: row.name,
    path,
    said: popup,
    groups: bench.groupsMade(),
    asked: bench.timesAsked(),
  });
}

/** Time that runs ahead would otherwise be over before WeChat's sync has brought the room. */
async function untilPageKnowsAll(bench: Bench, tab: Page, groups: number): Promise<void> {
  await expect.poll(bench.groupsMade).toBe(groups);
  const rooms = groups === 0 ? [] : bench.web.backend.groups.slice(-groups);
  for (const { userName } of rooms) {
    await tab.waitForFunction((name) => name in Reflect.get(window, '_contacts'), userName);
  }
}
