// The fault matrix, part four: what goes wrong after the group was made. The group stays made, and each step fails alone.
import { test } from './bench.ts';
import { playSteps } from './play-steps.ts';
import { greetRows, nameRows, readRows } from './step-rows.ts';

for (const row of [...nameRows, ...readRows, ...greetRows.filter(({ waits }) => waits)]) {
  for (const path of row.paths) {
    test(`${row.name} (${path})`, async ({ bench }) => {
      await playSteps(bench, row, path);
    });
  }
}
