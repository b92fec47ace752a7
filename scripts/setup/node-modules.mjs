// Node's version, and the packages in node_modules: whether they are those of package-lock.json.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ROOT, run } from '../child-process.mjs';
import { SetupProblem } from './problem.mjs';

export function checkNode(version = process.versions.node) {
  const [, wanted] = /(\d+(?:\.\d+)*)/.exec(readJson('package.json').engines.node);
  const [major, minor] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor = 0] = wanted.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new SetupProblem(`Node ${wanted} or newer is needed, and this is Node ${version}.`);
}

export async function installNodeModules() {
  if (areInstalled()) return;
  console.log('Installing the packages of package-lock.json with npm ci (10 to 30 s) …');
  const { status, output } = await runNpm(['ci', '--no-progress']);
  if (status === 0 && areInstalled()) return;
  console.error(output);
  throw new SetupProblem(
    status === 0
      ? 'npm ci ended well, but node_modules is still not what package-lock.json says.'
      : 'npm ci failed, for the reason above. It needs the npm registry, and a package-lock.json that fits package.json.',
  );
}

/** npm writes the list of what it has installed last, so an interrupted installation has none. */
function areInstalled() {
  const installed = readJson('node_modules/.package-lock.json')?.packages;
  if (installed === undefined) return false;
  const { '': project, ...wanted } = readJson('package-lock.json').packages;
  const { dependencies, devDependencies } = readJson('package.json');
  return (
    isDeepStrictEqual(project.dependencies, dependencies) &&
    isDeepStrictEqual(project.devDependencies, devDependencies) &&
    Object.keys(installed).every((path) => isPresent(path) && path in wanted) &&
    Object.entries(wanted).every(([path, entry]) =>
      // Those for other machines are left out.
      path in installed ? isSame(installed[path], entry) : entry.optional === true,
    )
  );
}

const isSame = (one, other) => one.version === other.version && one.integrity === other.integrity;

const isPresent = (path) => existsSync(join(ROOT, path, 'package.json'));

function runNpm(args) {
  const script = process.env.npm_execpath ?? '';
  if (script.endsWith('npm-cli.js')) return run(process.execPath, [script, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' });
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  } catch {
    return undefined;
  }
}
