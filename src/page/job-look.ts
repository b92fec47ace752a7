// Looks for the room of a job that may have made one, and for a second room. Driven by the popup's looking, by no timer.
import { type GroupJob, isLooking } from '../core/group-job.ts';
import type { JobHolder } from './job-holder.ts';
import type { Moment } from './moment.ts';
import { newRooms } from './room-watch.ts';

/** In milliseconds, between looks at unchanged contacts: the first soon, later ones rarer. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 5000;

interface Looks {
  readonly revision: string;
  readonly at: number;
  readonly pause: number;
}

/**
 * Takes note of the time, and looks where there is something to look for. Returns at once; what is found becomes news
 * of the job.
 * @param refresh has a login without page services read its rooms anew
 */
export function jobLooker(
  page: Window,
  refresh: (now: Moment) => Promise<Moment>,
): (jobs: JobHolder, now: Moment) => void {
  const looks = new Map<string, Looks>();
  const busy = new Set<string>();

  async function look(jobs: JobHolder, job: GroupJob, before: readonly string[], now: Moment): Promise<void> {
    const fresh = await refresh(now);
    const rooms = await newRooms(page, fresh.services, fresh.source, before, job.account);
    jobs.happened(job.id, { type: 'seen', rooms, at: now.at });
  }

  return (jobs, now) => {
    for (const { job, before } of jobs.all()) {
      const { id } = job;
      jobs.happened(id, { type: 'clock', at: now.at });
      const isOurs = now.login.state === 'in' && now.login.userName === job.account;
      const last = looks.get(id);
      if (!isOurs || busy.has(id) || !isDue(job, last, now)) continue;
      busy.add(id);
      const pause = Math.min((last?.pause ?? 0) + FIRST_PAUSE, LONGEST_PAUSE);
      looks.set(id, { revision: now.source.revision, at: now.at, pause });
      void look(jobs, job, before, now).finally(() => busy.delete(id));
    }
  };
}

/** A made group is watched until its time is over and one look has been taken after that. */
function isDue(job: GroupJob, last: Looks | undefined, now: Moment): boolean {
  const lastAt = last?.at ?? 0;
  const { state } = job;
  const isOpen = isLooking(job, now.at) || (state.phase === 'ended' && lastAt < state.watchUntil);
  if (!isOpen) return false;
  return last === undefined || last.revision !== now.source.revision || now.at - lastAt >= last.pause;
}
