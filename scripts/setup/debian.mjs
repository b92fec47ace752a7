// Debian's packages: which are missing, and how they get onto the machine.
import { readFileSync } from 'node:fs';
import { run } from '../child-process.mjs';
import { onPath } from './on-path.mjs';
import { SetupProblem } from './problem.mjs';

/** Not Ubuntu, whose browser packages only point at snaps. */
export function isDebian() {
  if (onPath('apt-get') === undefined) return false;
  try {
    return /^ID=["']?debian["']?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

export async function missingPackages(names) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills these in
  const { stdout } = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...names]);
  const installed = new Set(stdout.split('\n'));
  return names.filter((name) => !installed.has(`${name} installed`));
}

export async function installPackages(names) {
  const list = names.join(' ');
  const asRoot = await rootPrefix();
  if (asRoot === undefined) {
    throw new SetupProblem(
      `These packages of Debian's are missing: ${list}\n` +
        'Installing them takes root, or sudo without a password. By hand:\n' +
        `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${list}`,
    );
  }
  console.log(`Installing with apt-get (20 to 60 s): ${list} …`);
  const aptGet = ['env', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C', 'apt-get', '-q'];
  const call = (...args) => {
    const [command, ...rest] = [...asRoot, ...aptGet, '-o', 'DPkg::Lock::Timeout=60', ...args];
    return run(command, rest);
  };
  const update = await call('update');
  // A source that does not answer need not be the one that these packages come from.
  const install = isLocked(update.output)
    ? update
    : await call('install', '-y', '--no-install-recommends', ...names);
  if (install.status === 0) return;
  console.error(update === install ? update.output : update.output + install.output);
  throw new SetupProblem(reason(update.output + install.output, list));
}

function reason(output, list) {
  if (isLocked(output)) {
    return 'Another program is using apt at the moment. When it has finished, run this again.';
  }
  if (/resolv|could not connect|failed to fetch|unable to fetch|unreachable|timed out/i.test(output)) {
    return `apt-get could not reach Debian's packages: is this machine offline? Missing are: ${list}`;
  }
  return `apt-get could not install ${list}, for the reason above.`;
}

const isLocked = (output) => /could not get lock|unable to (acquire|lock)/i.test(output);

/** What to put before a command that needs root; nothing at all when there is no way. */
async function rootPrefix() {
  if (process.getuid() === 0) return [];
  const { status } = await run('sudo', ['-n', 'true']);
  return status === 0 ? ['sudo', '-n'] : undefined;
}
