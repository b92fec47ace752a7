// Runs programs as children, their output shown as it comes or kept until they end.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Between the polite signal and the other one: Playwright and Vitest write their reports meanwhile. */
const GRACE_MS = 20_000;

/** Each leads a group of its own, so that its workers end with it. */
const HAS_GROUPS = process.platform !== 'win32';

/** Those under way, with the promise of their end. */
const children = new Map();
let isInterrupted = false;

/**
 * Ends when the program has ended, and never throws: a program that cannot be started ends with 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, show?: boolean, limitMs?: number, shell?: boolean }} [options]
 *   `show`: its output goes to the terminal, and none is kept.
 * @returns {Promise<{ status: number, output: string, stdout: string, stopped: boolean }>}
 */
export function run(command, args, { env = {}, show = false, limitMs, shell = false } = {}) {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    detached: HAS_GROUPS,
    shell,
  });
  let output = '';
  let stdout = '';
  let stopped = false;
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    output += text;
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  const ended = new Promise((resolve) => {
    child.on('error', (error) => {
      output += `${error.message}\n`;
      resolve(127);
    });
    child.on('close', (status) => resolve(status ?? 1));
  });
  children.set(child, ended);
  const timers = [];
  if (limitMs !== undefined) {
    const stop = () => {
      stopped = true;
      signal(child, 'SIGINT');
      timers.push(setTimeout(() => signal(child, 'SIGKILL'), GRACE_MS));
    };
    timers.push(setTimeout(stop, limitMs));
  }
  return ended.then((status) => {
    children.delete(child);
    for (const timer of timers) clearTimeout(timer);
    // A worker that hangs outlives the program that waited for it.
    if (stopped) signal(child, 'SIGKILL');
    // Whoever waits must not go on with what was interrupted.
    return isInterrupted ? new Promise(() => {}) : { status, output, stdout, stopped };
  });
}

function signal(child, name) {
  try {
    if (HAS_GROUPS) process.kill(-child.pid, name);
    else child.kill(name);
  } catch {
    // Nobody is left in the group.
  }
}

/** Ctrl+C reaches only this process, as the children are in groups of their own. */
function interrupt(name, number) {
  // npm passes on what the terminal has sent already.
  if (isInterrupted) return;
  isInterrupted = true;
  const signalAll = (each) => {
    for (const child of children.keys()) signal(child, each);
  };
  signalAll(name);
  setTimeout(signalAll, GRACE_MS, 'SIGKILL').unref();
  Promise.all(children.values()).then(() => process.exit(128 + number));
}

process.on('SIGINT', () => interrupt('SIGINT', 2));
process.on('SIGTERM', () => interrupt('SIGTERM', 15));

/** The script behind a package's command, for Node to run: `.bin` holds no scripts on Windows. */
export function scriptOf(packageName, command = packageName) {
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}
