// Holds the jobs of the page, where they outlive the popup: what was asked, and what happened since.
import type { UserName } from '../core/contact.ts';
import { field, textField } from '../core/fields.ts';
import type { JobFact, JobRequest } from '../core/job-facts.ts';
import { bareReply } from './bare-reply.ts';
import { createGroup } from './create-group.ts';
import { refusedBeforeSending } from './job-request.ts';
import { type KeptFact, type KeptJob, keepJobs, keptJobs } from './job-store.ts';
import type { Moment } from './moment.ts';
import { roomNames } from './room-watch.ts';

/** Earlier jobs are remembered for a late answer. */
const REMEMBERED = 5;

/** A job for the popup: it reads the state from the facts, and checks them. */
export interface HeldRecord extends JobRequest {
  readonly facts: readonly KeptFact[];
}

export interface JobHolder {
  /** The newest job that was not dismissed. */
  readonly current: () => HeldRecord | undefined;
  readonly find: (id: string) => HeldRecord | undefined;
  /** The rooms that were there before the job; undefined when the job is not here. */
  readonly before: (id: string) => readonly UserName[] | undefined;
  /** Starts a job; the same id again is the same job. Undefined while another one has not been dismissed. */
  readonly start: (request: JobRequest, now: Moment) => HeldRecord | undefined;
  readonly happened: (id: string, fact: JobFact) => HeldRecord | undefined;
  /** The job once it has more than so many facts; undefined when it is not here, or was dismissed. */
  readonly watch: (id: string, facts: number) => Promise<HeldRecord | undefined>;
  /** Lets go of a job. If its group turns out to have been made after all, it comes back. */
  readonly dismiss: (id: string) => void;
}

/** @param at when the page is first asked: jobs from before a reload are taken up then */
export function jobHolder(page: Window, at: number): JobHolder {
  let held = keptJobs(page).map((job) => takenUp(job, at));
  let watchers: readonly (() => void)[] = [];

  const find = (id: string): KeptJob | undefined => held.find(({ request }) => request.id === id);

  function keep(job: KeptJob): HeldRecord {
    const at = held.findIndex(({ request }) => request.id === job.request.id);
    held = at < 0 ? [...held, job].slice(-REMEMBERED) : held.with(at, job);
    keepJobs(page, held);
    const woken = watchers;
    watchers = [];
    for (const wake of woken) wake();
    return recordOf(job);
  }

  function happened(id: string, fact: JobFact): HeldRecord | undefined {
    const job = find(id);
    if (job === undefined) return undefined;
    const last = job.facts.at(-1);
    if (fact.type === 'seen' && isSame(last, fact)) return recordOf(job);
    const isNews = fact.type === 'answered' && textField(fact.reply, 'ChatRoomName') !== '';
    return keep({ ...job, facts: [...job.facts, { ...fact }], isDismissed: job.isDismissed && !isNews });
  }

  async function run(request: JobRequest, now: Moment): Promise<void> {
    const { id } = request;
    const begun = Date.now();
    happened(id, { type: 'sent', at: now.at });
    const members = request.members.map(({ userName }) => userName);
    const attempt = await createGroup(page, now.services, members);
    const settledAt = now.at + Date.now() - begun;
    if (attempt.state === 'not-sent')
      happened(id, { type: 'not-sent', at: settledAt, reason: attempt.missing });
    else {
      const { path, missing } = attempt;
      if (attempt.state === 'doubtful') {
        happened(id, { type: 'doubtful', at: settledAt, doubt: attempt.doubt, path, missing });
      } else {
        const reply = bareReply(attempt.reply);
        happened(id, { type: 'answered', at: settledAt, reply, status: attempt.status, path, missing });
      }
    }
  }

  const current = (): KeptJob | undefined => held.findLast(({ isDismissed }) => !isDismissed);
  return {
    current() {
      const job = current();
      return job && recordOf(job);
    },
    find(id) {
      const job = find(id);
      return job && recordOf(job);
    },
    before: (id) => find(id)?.before,
    start(request, now) {
      const known = find(request.id);
      if (known !== undefined) return recordOf(known);
      if (current() !== undefined) return undefined;
      keep({ request, before: roomNames(now.source), facts: [], isDismissed: false });
      const refusal = refusedBeforeSending(page, request, now);
      if (refusal !== undefined) return happened(request.id, { type: 'not-sent', at: now.at, ...refusal });
      void run(request, now);
      return recordOf(find(request.id) ?? { request, before: [], facts: [], isDismissed: false });
    },
    happened,
    async watch(id, facts) {
      for (let job = find(id); job !== undefined && !job.isDismissed; job = find(id)) {
        if (job.facts.length > facts) return recordOf(job);
        await new Promise<void>((wake) => {
          watchers = [...watchers, wake];
        });
      }
      return undefined;
    },
    dismiss(id) {
      const job = find(id);
      if (job !== undefined) keep({ ...job, isDismissed: true });
    },
  };
}

/** A job from before a reload: if it had no answer yet, nobody heard it. */
function takenUp(job: KeptJob, at: number): KeptJob {
  const isSettled = job.facts.some((fact) => field(fact, 'type') !== 'sent');
  return isSettled ? job : { ...job, facts: [...job.facts, { type: 'restored', at }] };
}

/** The same rooms as a moment ago say nothing new. */
function isSame(last: KeptFact | undefined, fact: JobFact & { readonly type: 'seen' }): boolean {
  return JSON.stringify(field(last, 'rooms')) === JSON.stringify(fact.rooms);
}

function recordOf({ request, facts }: KeptJob): HeldRecord {
  return { ...request, facts };
}
