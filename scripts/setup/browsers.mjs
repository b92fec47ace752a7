// The browsers that the tests drive: where they are, and what to do on a machine that has none.
import { join } from 'node:path';
import { run, scriptOf } from '../child-process.mjs';
import { firstProgram, onPath } from './on-path.mjs';
import { SetupProblem } from './problem.mjs';

const { env } = process;
const inPrograms = (path) => [env.LOCALAPPDATA, env.ProgramFiles].map((folder) => join(folder ?? '', path));

/** Chromium proper: Google Chrome refuses --load-extension. */
export const findChromium = () =>
  named('CHROMIUM') ??
  onPath('chromium', 'chromium-browser') ??
  firstProgram([
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...inPrograms('Chromium/Application/chrome.exe'),
  ]);

/** Editions that take an add-on which Mozilla has not signed. */
export const findFirefox = () =>
  named('FIREFOX') ??
  onPath('firefox-esr', 'firefox-developer-edition', 'firefox-nightly') ??
  firstProgram([
    '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
    '/Applications/Firefox Nightly.app/Contents/MacOS/firefox',
    ...inPrograms('Firefox Developer Edition/firefox.exe'),
    ...inPrograms('Firefox Nightly/firefox.exe'),
  ]);

function named(variable) {
  const path = env[variable];
  if (path === undefined || path === '') return undefined;
  if (firstProgram([path]) !== undefined) return path;
  throw new SetupProblem(`${variable} is set to ${path}, and there is no such program.`);
}

/** Downloaded once; afterwards found where it was put. */
export async function playwrightsChromium() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  if (firstProgram([path]) === undefined) {
    console.log("No Chromium is installed: downloading Playwright's own (about 1 min) …");
    const script = scriptOf('@playwright/test', 'playwright');
    // Without the headless shell, which takes no extensions.
    const { output } = await run(process.execPath, [script, 'install', '--no-shell', 'chromium']);
    if (firstProgram([path]) === undefined) {
      console.error(output);
      throw new SetupProblem(
        "No Chromium is installed, and Playwright's own could not be downloaded. Install Chromium, or set " +
          'CHROMIUM to its program. Google Chrome will not do: it refuses to load extensions from a folder.',
      );
    }
  }
  return path;
}

export const NO_FIREFOX =
  'No Firefox for the tests is installed. It has to be Firefox ESR, Developer Edition or Nightly: the tests ' +
  'install an add-on that is not signed. Install one of them, or set FIREFOX to its program.';
