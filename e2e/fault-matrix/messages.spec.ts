// The fault matrix, part five: what goes wrong with the first message. The page tells little of it, the browser the rest.
import { test } from './bench.ts';
import { playSteps } from './play-steps.ts';
import { greetRows } from './step-rows.ts';

test.use({ hasClock: false });

for (const row of greetRows.filter(({ waits }) => !waits)) {
  test(`${row.name} (factory)`, async ({ bench }) => {
    await playSteps(bench, row, 'factory');
  });
}
