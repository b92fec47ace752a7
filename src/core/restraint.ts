// When making another group is too soon. WeChat blocks accounts that make groups too fast; see wechat-web facts, limits.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Making the fourth group within an hour is warned about. */
const MANY = 3;

export type TooSoon = 'second-within-a-minute' | 'fourth-within-an-hour';

/**
 * Why a group had better wait, or undefined when it need not.
 * @param times when this account asked for groups before, in milliseconds since 1970
 * @param now likewise
 */
export function tooSoon(times: readonly number[], now: number): TooSoon | undefined {
  const recent = recentTimes(times, now);
  if (recent.some((time) => now - time < MINUTE)) return 'second-within-a-minute';
  if (recent.length >= MANY) return 'fourth-within-an-hour';
  return undefined;
}

/** The times that still count, those of the last hour. Times in the future are a clock that was set back. */
export function recentTimes(times: readonly number[], now: number): readonly number[] {
  return times.filter((time) => time <= now && now - time < HOUR);
}
