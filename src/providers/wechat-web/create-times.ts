// When each account last asked for groups: times only, in the extension's own storage, for an hour.
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { recentTimes } from '../../core/restraint.ts';

const KEY = 'createTimes';
const Stored = v.record(v.string(), v.array(v.number()));
type Stored = v.InferOutput<typeof Stored>;

/** In milliseconds since 1970, none older than an hour. */
export async function recentCreates(accountKey: string): Promise<readonly number[]> {
  return recentTimes((await read())[accountKey] ?? [], Date.now());
}

export async function rememberCreate(accountKey: string, at: number): Promise<void> {
  const all = await read();
  const kept = Object.entries({ ...all, [accountKey]: [...(all[accountKey] ?? []), at] })
    .map(([key, times]) => [key, recentTimes(times, at)] as const)
    .filter(([, times]) => times.length > 0);
  try {
    await browser.storage.local.set({ [KEY]: Object.fromEntries(kept) });
  } catch {
    // A full storage must not keep the group from being followed; only the warning is lost.
  }
}

/** What was stored, or nothing when it is not what it should be. */
async function read(): Promise<Stored> {
  try {
    const stored = v.safeParse(Stored, (await browser.storage.local.get(KEY))[KEY]);
    return stored.success ? stored.output : {};
  } catch {
    return {};
  }
}
