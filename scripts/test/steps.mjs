// The steps of `npm test`: what each runs, and how its result is counted.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, scriptOf } from '../child-process.mjs';
import { countPlaywright, countVitest } from './reports.mjs';

const MINUTE = 60_000;
const UNIT_REPORT = join(ROOT, 'e2e/.output/unit.json');
/** As playwright.config.ts has it. */
const END_TO_END_REPORT = join(ROOT, 'e2e/.output/playwright.json');

/** Preact itself writes to innerHTML. */
const ALLOWED_WARNINGS = ['UNSAFE_VAR_ASSIGNMENT'];

/**
 * @typedef {{ passed: number, failed: number, remarks: string[], output: string }} Result
 * @typedef {{ name: string, needs?: string[], shown?: boolean, run: () => Promise<Result> }} Step
 *   `needs`: the steps that must have passed; `shown`: its output is shown as it comes.
 */

const node = (script, args, options) =>
  run(process.execPath, [script, ...args], { limitMs: 5 * MINUTE, ...options });

/** A step that passes or fails as a whole. */
async function whole(script, args, options) {
  const { status, output, stopped } = await node(script, args, options);
  const remarks = stopped ? ['took too long and was stopped'] : [];
  return status === 0 ? oneOf(true, output, remarks) : oneOf(false, output, remarks);
}

const oneOf = (isPassed, output, remarks = []) =>
  isPassed ? { passed: 1, failed: 0, remarks, output } : { passed: 0, failed: 1, remarks, output };

const build = (target) => ({
  name: `build ${target}`,
  run: () => whole(scriptOf('vite'), ['build'], { env: { TARGET: target } }),
});

async function lintAddOn() {
  const args = ['lint', '--source-dir', 'dist/firefox', '--output', 'json'];
  const { stdout, output } = await node(scriptOf('web-ext'), args);
  try {
    const { errors, warnings } = JSON.parse(stdout);
    const faults = [...errors, ...warnings.filter(({ code }) => !ALLOWED_WARNINGS.includes(code))];
    const lines = faults.map(
      ({ _type, code, message, file }) => `${_type} ${code} ${file ?? ''}: ${message}`,
    );
    return oneOf(faults.length === 0, lines.join('\n'));
  } catch {
    return oneOf(false, output, ['no report that can be read']);
  }
}

async function unitTests() {
  rmSync(UNIT_REPORT, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`];
  const { status, stopped } = await node(scriptOf('vitest'), ['run', ...reporters], { show: true });
  return ended(countVitest(UNIT_REPORT, status), stopped);
}

async function endToEnd() {
  rmSync(END_TO_END_REPORT, { force: true });
  const args = ['test', `--global-timeout=${15 * MINUTE}`];
  const options = { show: true, limitMs: 17 * MINUTE };
  const { status, stopped } = await node(scriptOf('@playwright/test', 'playwright'), args, options);
  return ended(countPlaywright(END_TO_END_REPORT, status), stopped);
}

const ended = (count, stopped) => ({
  ...count,
  remarks: stopped ? [...count.remarks, 'took too long and was stopped'] : count.remarks,
  output: '',
});

/** Side by side with each other. @type {Step[]} */
export const checks = [
  {
    name: 'lint',
    run: () => whole(scriptOf('@biomejs/biome', 'biome'), ['check', '--error-on-warnings', '.']),
  },
  { name: 'types', run: () => whole(scriptOf('typescript', 'tsc'), ['--noEmit']) },
  { name: 'unused code', run: () => whole(scriptOf('knip'), []) },
  build('chrome'),
  build('firefox'),
];

/** One after the other. @type {Step[]} */
export const tests = [
  { name: 'add-on lint', needs: ['build firefox'], run: lintAddOn },
  { name: 'unit tests', shown: true, run: unitTests },
  { name: 'end to end', needs: ['build chrome', 'build firefox'], shown: true, run: endToEnd },
];
