// Whether contacts are still arriving. The page tells no end of its loading, so a count that stays the same has to do.
import type { UserName } from '../core/contact.ts';
import type { ContactSource } from './contact-source.ts';

/** A count that has not changed for this long, in milliseconds, is taken for the whole. */
const QUIET_MS = 3000;

/** Judges each reading of a source by what it saw in earlier ones. */
export function arrivalJudge(page: Window): (source: ContactSource, self: UserName) => boolean {
  let seen = { self: '', size: -1, since: 0, settled: false };
  return (source, self) => {
    if (source.complete !== undefined) return source.complete;
    const now = page.performance.now();
    if (seen.self !== self) seen = { self, size: -1, since: now, settled: false };
    if (seen.settled) return true;
    if (seen.size !== source.size) seen = { ...seen, size: source.size, since: now };
    const quietSince = Math.min(seen.since, lastPageEnd(page) ?? seen.since);
    seen = { ...seen, settled: source.size > 0 && now - quietSince >= QUIET_MS };
    return seen.settled;
  };
}

/** When the browser saw the last page of contacts end: so a page that loaded long ago is settled at the first look. */
function lastPageEnd(page: Window): number | undefined {
  let end: number | undefined;
  for (const entry of page.performance.getEntriesByType('resource')) {
    if (!entry.name.includes('/webwxgetcontact?')) continue;
    end = Math.max(end ?? 0, entry.startTime + entry.duration);
  }
  return end;
}
