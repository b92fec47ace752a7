// Holds the jobs of the page, where they outlive the popup; the newest that the person has not seen the end of comes first.
import type { UserName } from '../core/contact.ts';
import {
  advance,
  type GroupJob,
  isRunning,
  type JobEvent,
  type JobRequest,
  newJob,
} from '../core/group-job.ts';
import { judgeReply } from '../core/reply.ts';
import { createGroup } from './create-group.ts';
import { refused, refusedBeforeSending } from './job-request.ts';
import { type KeptJob, type KeptReply, keepJobs, keptJobs } from './job-store.ts';
import type { Moment } from './moment.ts';
import { roomNames } from './room-watch.ts';

/** Earlier jobs are remembered for a late answer. */
const REMEMBERED = 5;

interface Held {
  readonly job: GroupJob;
  readonly before: readonly UserName[];
  readonly answer?: KeptReply | undefined;
  readonly isDismissed: boolean;
}

export interface JobHolder {
  /** The job to show: one that runs, else the newest that was not dismissed. */
  readonly current: () => GroupJob | undefined;
  readonly all: () => readonly { readonly job: GroupJob; readonly before: readonly UserName[] }[];
  /** Starts a job; the same id again is the same job. Undefined while another runs or waits to be seen. */
  readonly start: (request: JobRequest, now: Moment) => GroupJob | undefined;
  readonly happened: (id: string, event: JobEvent) => GroupJob | undefined;
  /** The job once it has moved past a revision; undefined when it is not here. */
  readonly watch: (id: string, revision: number) => Promise<GroupJob | undefined>;
  /** Lets go of an ended job. If it turns out to have made its group after all, it comes back. */
  readonly dismiss: (id: string) => void;
}

/** @param at when the page is first asked: jobs from before a reload are taken up then */
export function jobHolder(page: Window, at: number): JobHolder {
  let held: readonly Held[] = keptJobs(page).map((kept) => restored(kept, at));
  let watchers: readonly (() => void)[] = [];

  const find = (id: string): Held | undefined => held.find(({ job }) => job.id === id);
  const current = (): GroupJob | undefined => {
    const shown = held.filter(({ job, isDismissed }) => isRunning(job) || !isDismissed);
    return (shown.findLast(({ job }) => isRunning(job)) ?? shown.at(-1))?.job;
  };

  function keep(changed: Held): void {
    held = [...held.filter(({ job }) => job.id !== changed.job.id), changed].slice(-REMEMBERED);
    keepJobs(
      page,
      held.map(({ job, before, answer, isDismissed }): KeptJob => {
        const { id, account, members } = job;
        return { request: { id, account, members }, before, answer, isDismissed };
      }),
    );
    const woken = watchers;
    watchers = [];
    for (const wake of woken) wake();
  }

  function happened(id: string, event: JobEvent, answer?: KeptReply): GroupJob | undefined {
    const found = find(id);
    if (found === undefined) return undefined;
    const job = advance(found.job, event);
    if (job === found.job) return job;
    const isNews = !isRunning(job) && event.type !== 'clock' && event.type !== 'twin-left';
    keep({ ...found, job, answer: answer ?? found.answer, isDismissed: found.isDismissed && !isNews });
    return job;
  }

  async function run(request: JobRequest, now: Moment): Promise<void> {
    const { id } = request;
    if (find(id)?.job.state.phase !== 'ready') return;
    happened(id, { type: 'sent', at: now.at });
    const sent = Date.now();
    const userNames = request.members.map(({ userName }) => userName);
    const attempt = await createGroup(page, now.services, userNames);
    const at = now.at + Date.now() - sent;
    switch (attempt.state) {
      case 'not-sent': {
        const { missing } = attempt;
        happened(id, { type: 'answered', outcome: refused(missing), missing, at });
        return;
      }
      case 'doubtful': {
        const { path, missing, doubt } = attempt;
        happened(id, {
          type: 'answered',
          outcome: { kind: 'unknown', reason: doubt, words: '' },
          path,
          missing,
          at,
        });
        return;
      }
      case 'answered': {
        const { path, missing, reply, status } = attempt;
        const outcome = judgeReply(reply, userNames, status);
        happened(id, { type: 'answered', outcome, path, missing, at }, { reply, status, path, missing });
        return;
      }
    }
  }

  return {
    current,
    all: () => held,
    start(request, now) {
      const known = find(request.id);
      if (known !== undefined) return known.job;
      if (current() !== undefined) return undefined;
      keep({ job: newJob(request), before: roomNames(now.source), isDismissed: false });
      const outcome = refusedBeforeSending(page, request, now);
      if (outcome === undefined) void run(request, now);
      else happened(request.id, { type: 'answered', outcome, at: now.at });
      return find(request.id)?.job;
    },
    happened,
    async watch(id, revision) {
      for (let found = find(id); found !== undefined; found = find(id)) {
        if (found.job.revision > revision) return found.job;
        if (found.isDismissed) return undefined;
        await new Promise<void>((wake) => {
          watchers = [...watchers, wake];
        });
      }
      return undefined;
    },
    dismiss(id) {
      const found = find(id);
      if (found !== undefined && !isRunning(found.job)) keep({ ...found, isDismissed: true });
    },
  };
}

/** A job from before a reload: its answer counts as ever; without one, nobody heard it. */
function restored({ request, before, answer, isDismissed }: KeptJob, at: number): Held {
  const sent = advance(newJob(request), { type: 'sent', at });
  if (answer === undefined) return { job: advance(sent, { type: 'restored', at }), before, isDismissed };
  const { reply, status, path, missing } = answer;
  const userNames = request.members.map(({ userName }) => userName);
  const event: JobEvent = {
    type: 'answered',
    outcome: judgeReply(reply, userNames, status),
    path,
    missing,
    at,
  };
  return { job: advance(sent, event), before, answer, isDismissed };
}
