// Makes a group on a stand-in for WeChat Web and shows that it is there; with --open, leaves it all to a person.
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { ROOT, run, scriptOf } from './child-process.mjs';
import { SetupProblem, tell } from './setup/problem.mjs';
import { setUp } from './setup.mjs';

process.chdir(ROOT);
const isOpen = process.argv.includes('--open');

function checkDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return;
  throw new SetupProblem(
    '--open shows a browser, and this machine has no display. Without --open none is needed.',
  );
}

async function build() {
  const { status, output } = await run(process.execPath, [scriptOf('vite'), 'build'], {
    env: { TARGET: 'chrome' },
  });
  if (status === 0) return;
  console.error(output);
  throw new SetupProblem('The extension could not be built, for the reason above.');
}

/** Node 20 cannot load TypeScript; Vite, which builds the extension, can. */
async function loadDemo() {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(fileURLToPath(new URL('../e2e/demo.ts', import.meta.url)));
  return module;
}

/** Of the stack only what is this project's. */
function wordsOf(error) {
  const lines = stripVTControlCharacters(String(error.stack ?? error)).split('\n');
  return lines.filter((line) => !/^\s+at .*(node_modules|node:)/.test(line)).join('\n');
}

async function tellDemo({ runDemo }) {
  const problems = await runDemo().catch((error) => [wordsOf(error)]);
  for (const problem of problems) console.log(`\nWrong: ${problem}`);
  console.log(
    problems.length === 0
      ? '\nThe group was made, once, with exactly the people chosen.'
      : '\nThe demo failed.',
  );
  return problems.length === 0;
}

try {
  if (isOpen) checkDisplay();
  const { chromium } = await setUp({ firefox: false });
  process.env.CHROMIUM = chromium;
  await build();
  const demo = await loadDemo();
  if (isOpen) await demo.openForAPerson();
  else process.exitCode = (await tellDemo(demo)) ? 0 : 1;
} catch (error) {
  tell(error);
  process.exitCode = 1;
}
