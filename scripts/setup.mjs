// What a fresh machine needs before anything else runs: packages, browsers, fonts. Does nothing where all is there.
import { pathToFileURL } from 'node:url';
import { findChromium, findFirefox, NO_FIREFOX, playwrightsChromium } from './setup/browsers.mjs';
import { installPackages, isDebian, missingPackages } from './setup/debian.mjs';
import { checkNode, installNodeModules } from './setup/node-modules.mjs';
import { onPath } from './setup/on-path.mjs';
import { SetupProblem, tell } from './setup/problem.mjs';

/** Without the first, Chromium shows Chinese as empty boxes. */
const FONTS = ['fonts-wqy-microhei', 'fonts-noto-color-emoji'];

/**
 * Returns the browsers' programs; the tests read them from the variables CHROMIUM and FIREFOX.
 * @param {{ firefox?: boolean }} [needs]
 * @returns {Promise<{ chromium: string, firefox: string | undefined }>}
 */
export async function setUp({ firefox: needsFirefox = true } = {}) {
  checkNode();
  await installNodeModules();
  if (isDebian()) await completeDebian(needsFirefox);
  if (onPath('openssl') === undefined) {
    throw new SetupProblem('openssl is missing: it makes the certificate of the stand-in for WeChat Web.');
  }
  const firefox = needsFirefox ? findFirefox() : undefined;
  if (needsFirefox && firefox === undefined) throw new SetupProblem(NO_FIREFOX);
  return { chromium: findChromium() ?? (await playwrightsChromium()), firefox };
}

async function completeDebian(needsFirefox) {
  const missing = [
    ...(onPath('openssl') === undefined ? ['openssl'] : []),
    ...(findChromium() === undefined ? ['chromium'] : []),
    ...(needsFirefox && findFirefox() === undefined ? ['firefox-esr'] : []),
    ...(await missingPackages(FONTS)),
  ];
  if (missing.length > 0) await installPackages(missing);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { chromium, firefox } = await setUp();
    console.log(`Ready: Node ${process.versions.node}, ${chromium}, ${firefox}`);
  } catch (error) {
    tell(error);
    process.exitCode = 1;
  }
}
