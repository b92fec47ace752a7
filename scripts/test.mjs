// Everything that has to pass, from a fresh clone on. The last line is `N passed, N failed`.

import { tell } from './setup/problem.mjs';
import { setUp } from './setup.mjs';
import { checks, tests } from './test/steps.mjs';

/** @typedef {import('./test/steps.mjs').Result & { name: string, seconds: number }} Done */

/** @param {import('./test/steps.mjs').Step} step @returns {Promise<Done>} */
async function perform(step, /** @type {Done[]} */ before) {
  const began = performance.now();
  const result = await resultOf(step, before);
  return { name: step.name, seconds: (performance.now() - began) / 1000, ...result };
}

async function resultOf(step, before) {
  const failed = before.filter((done) => done.failed > 0 && step.needs?.includes(done.name));
  if (failed.length > 0) return failure(`not run: ${failed.map(({ name }) => name).join(', ')} failed`);
  try {
    return await step.run();
  } catch (error) {
    return failure('could not be run', error.stack);
  }
}

const failure = (remark, output = '') => ({ passed: 0, failed: 1, remarks: [remark], output });

const heading = (text) => console.log(`\n── ${text} ${'─'.repeat(Math.max(0, 76 - text.length))}`);

const seconds = (done) => `${done.seconds.toFixed(1)} s`;

function verdict({ passed, failed, remarks }) {
  const counts =
    passed + failed === 1 ? (failed === 0 ? 'passed' : 'failed') : `${passed} passed, ${failed} failed`;
  return remarks.length === 0 ? counts : `${counts} (${remarks.join(', ')})`;
}

function showEnded(done) {
  heading(`${done.name}: ${verdict(done)}, ${seconds(done)}`);
  if (done.output.trim() !== '') console.log(done.output.trimEnd());
}

/** @returns {Promise<Done[]>} */
async function performAll() {
  /** @type {Done[]} */
  const dones = [];
  heading(`${checks.map(({ name }) => name).join(', ')}, side by side`);
  const underWay = checks.map((step) => perform(step, []));
  for (const step of underWay) {
    const done = await step;
    showEnded(done);
    dones.push(done);
  }
  for (const step of tests) {
    if (step.shown) heading(step.name);
    const done = await perform(step, dones);
    showEnded(done);
    dones.push(done);
  }
  return dones;
}

async function setUpStep() {
  heading('setup');
  const { chromium, firefox } = await setUp();
  process.env.CHROMIUM = chromium;
  process.env.FIREFOX = firefox;
  console.log(`${chromium}, ${firefox}`);
}

function summarise(dones) {
  heading('summary');
  const width = Math.max(...dones.map(({ name }) => name.length));
  for (const done of dones) {
    console.log(`${done.name.padEnd(width)}  ${seconds(done).padStart(8)}  ${verdict(done)}`);
  }
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

let dones;
try {
  await setUpStep();
  dones = await performAll();
} catch (error) {
  tell(error);
  dones = [{ name: 'setup', seconds: 0, ...failure('could not be finished') }];
}
summarise(dones);
const failed = sum(dones.map((done) => done.failed));
console.log(`\n${sum(dones.map((done) => done.passed))} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
