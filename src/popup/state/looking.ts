// When to look for rooms that have turned up: soon at first, then rarer. By the popup's clock, which nothing slows.
import { type GroupJob, isLooking } from '../../core/group-job.ts';

/** In milliseconds. Contacts change by WeChat's own sync, so a look costs little; it asks WeChat only for what it lacks. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 5000;

/** Whether it is time to look for this job. To be asked at each look at the clock; an answer of true counts as a look. */
export function lookTimer(): (job: GroupJob, now: number) => boolean {
  const looks = new Map<string, { readonly at: number; readonly pause: number }>();
  return (job, now) => {
    const last = looks.get(job.id);
    const pause = last === undefined ? 0 : last.pause;
    // A job that is met for the first time may have been waiting for someone to look.
    const isOpen = isLooking(job, now) || (last === undefined && isLooking(job, 0));
    if (!isOpen || (last !== undefined && now - last.at < pause)) return false;
    looks.set(job.id, { at: now, pause: Math.min(pause + FIRST_PAUSE, LONGEST_PAUSE) });
    return true;
  };
}
