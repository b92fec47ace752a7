// Plays a row about the steps: makes a named, greeted group, and reads how each step ended.
import { type Bench, expect, test } from './bench.ts';
import { note } from './note.ts';
import type { PathName } from './row.ts';
import { STEP_NAMES, type StepRow } from './step-rows.ts';

const NAME = '周五 & 🍵';
const MESSAGE = '大家好 <b>!</b>\nsecond line';

export async function playSteps(bench: Bench, row: StepRow, path: PathName): Promise<void> {
  const { web } = bench;
  const sent = web.backend.messages.length;
  web.setScenario({ page: path === 'raw' ? 'no-factory' : 'angular' });
  const { popup } = await bench.begin();
  for (const { plainName } of bench.people()) await popup.option(plainName).click();
  await popup.groupName.fill(NAME);
  await popup.writeGreeting(MESSAGE);
  web.setScenario(row.scenario(web.backend.allGroups[0]?.userName ?? ''));
  await popup.createButton.click();
  await expect(popup.heading('Group created')).toBeVisible();

  for (const [step, name] of Object.entries(STEP_NAMES)) {
    const words = row.says[step] ?? /: done/;
    if (row.waits === true) await popup.passTimeUntil(popup.step(name).filter({ hasText: words }));
    await expect(popup.step(name)).toContainText(words);
  }
  expect(bench.groupsMade()).toBe(1);
  expect(bench.timesAsked()).toBe(1);
  const group = web.backend.groups.at(-1);
  expect(group?.topic).toBe(row.isNamed ? NAME : '');
  const messages = web.backend.messages.slice(sent);
  expect(messages).toEqual(row.isGreeted ? [{ to: group?.userName, content: MESSAGE }] : []);
  await note(test.info(), {
    name: row.name,
    path,
    said: popup,
    groups: bench.groupsMade(),
    asked: bench.timesAsked(),
  });
}
