// Holds the jobs of the page, where they outlive the popup: what was asked, and what happened since.
import type { UserName } from '../core/contact.ts';
import { field, textField } from '../core/fields.ts';
import { stepsOf } from '../core/group-steps.ts';
import type { JobFact, JobRequest } from '../core/job-facts.ts';
import { roomMadeBy } from '../core/reply.ts';
import { createGroup } from './create-group.ts';
import { refusedBeforeSending } from './job-request.ts';
import { type KeptFact, type KeptJob, keepJobs, keptJobs } from './job-store.ts';
import type { Moment } from './moment.ts';
import { runSteps, type StepRun } from './room-steps.ts';
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
  readonly happened: (id: string, ...facts: readonly JobFact[]) => HeldRecord | undefined;
  /**
   * Does steps with the group of a job, unless some are under way, or others have begun than whoever asks has seen:
   * so two popups that ask for the same step have it done once.
   * @param begun how many steps had begun when the person asked
   */
  readonly run: (id: string, begun: number, steps: StepRun, at: number) => HeldRecord | undefined;
  /** The job once it has more than so many facts; undefined when it is not here, or was dismissed. */
  readonly watch: (id: string, facts: number) => Promise<HeldRecord | undefined>;
  /** Lets go of a job. If its group turns out to have been made after all, it comes back. */
  readonly dismiss: (id: string) => void;
}

/** @param at when the page is first asked: jobs from before a reload are taken up then */
export function jobHolder(page: Window, at: number): JobHolder {
  let held = keptJobs(page).map((job) => takenUp(job, at));
  let watchers: readonly (() => void)[] = [];
  const working = new Set<string>();

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

  function happened(id: string, ...facts: readonly JobFact[]): HeldRecord | undefined {
    const job = find(id);
    const [fact] = facts;
    if (job === undefined || fact === undefined) return recordOf(job);
    if (fact.type === 'seen' && isSame(job.facts.at(-1), fact)) return recordOf(job);
    const isNews = fact.type === 'answered' && textField(fact.reply, 'ChatRoomName') !== '';
    return keep({ ...job, facts: [...job.facts, ...facts], isDismissed: job.isDismissed && !isNews });
  }

  function run(id: string, begun: number, steps: StepRun, at: number): HeldRecord | undefined {
    const job = find(id);
    if (job !== undefined && countOf(job.facts, 'step') === begun && !working.has(id)) {
      working.add(id);
      const tell = (facts: readonly JobFact[]) => happened(id, ...facts);
      runSteps(page, job.request, steps, tell, clockFrom(at), () => working.delete(id));
    }
    return recordOf(find(id));
  }

  async function make(
    request: JobRequest,
    people: readonly UserName[],
    { services, at }: Moment,
  ): Promise<void> {
    const { id } = request;
    const clock = clockFrom(at);
    happened(id, { type: 'sent', at });
    const attempt = await createGroup(page, services, people);
    happened(id, { ...attempt, at: clock() });
    const room = attempt.type === 'answered' ? roomMadeBy(attempt.reply) : undefined;
    if (room !== undefined) run(id, 0, { room, steps: stepsOf(request), people: [] }, clock());
  }

  const current = (): KeptJob | undefined => held.findLast(({ isDismissed }) => !isDismissed);
  return {
    current: () => recordOf(current()),
    find: (id) => recordOf(find(id)),
    before: (id) => find(id)?.before,
    start(request, now) {
      const { id, room } = request;
      if (find(id) !== undefined) return recordOf(find(id));
      if (current() !== undefined) return undefined;
      keep({ request, before: roomNames(now.source), facts: [], isDismissed: false });
      const refusal = refusedBeforeSending(page, request, now);
      if (refusal !== undefined) return happened(id, { type: 'not-sent', at: now.at, ...refusal });
      const people = request.members.map(({ userName }) => userName);
      if (room !== undefined) return run(id, 0, { room, steps: stepsOf(request), people }, now.at);
      void make(request, people, now);
      return recordOf(find(id));
    },
    happened,
    run,
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

/** By the popup's clock, from what it said on. */
function clockFrom(at: number): () => number {
  const begun = Date.now();
  return () => at + Date.now() - begun;
}

/** A job from before a reload: what had no answer yet, nobody heard. */
function takenUp(job: KeptJob, at: number): KeptJob {
  const { facts } = job;
  const isAnswered = facts.length > countOf(facts, 'sent');
  const isSettled = isAnswered && countOf(facts, 'step') <= countOf(facts, 'step-end');
  return isSettled ? job : { ...job, facts: [...facts, { type: 'restored', at }] };
}

function countOf(facts: readonly KeptFact[], type: JobFact['type']): number {
  return facts.filter((fact) => fact['type'] === type).length;
}

/** The same rooms as a moment ago say nothing new. */
function isSame(last: KeptFact | undefined, fact: JobFact & { readonly type: 'seen' }): boolean {
  return JSON.stringify(field(last, 'rooms')) === JSON.stringify(fact.rooms);
}

function recordOf(job: KeptJob): HeldRecord;
function recordOf(job: KeptJob | undefined): HeldRecord | undefined;
function recordOf(job: KeptJob | undefined): HeldRecord | undefined {
  return job && { ...job.request, facts: job.facts };
}
