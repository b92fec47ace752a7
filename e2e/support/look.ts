// Looks at a screen as it is now: a picture for people, and the checks that a machine can make.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const FOLDER = 'e2e/.output/screens';

/** In both schemes: nothing overflows, no accessibility fault; in the dark only the colours are others. */
export async function look(page: Page, name: string): Promise<void> {
  const overflow = await page.evaluate(() => ({
    sideways: document.documentElement.scrollWidth - window.innerWidth,
    down: document.documentElement.scrollHeight - window.innerHeight,
  }));
  expect.soft(overflow, name).toEqual({ sideways: 0, down: 0 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${FOLDER}/${test.info().title}-${colorScheme}-${name}.png` });
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    const checks = colorScheme === 'dark' ? axe.withRules(['color-contrast']) : axe;
    const { violations } = await checks.analyze();
    const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    expect.soft(faults, `${name}, ${colorScheme}`).toEqual([]);
  }
}

/** Picks the first people of the list by keyboard. */
export async function pickFirst(page: Page, count: number): Promise<void> {
  await page.getByRole('searchbox').focus();
  for (let at = 0; at < count; at++) {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }
}
