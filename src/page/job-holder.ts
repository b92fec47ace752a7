// Holds the one job of the page, where it outlives the popup, and wakes whoever watches it.
import { draftProblem } from '../core/group-draft.ts';
import { advance, type GroupJob, type JobEvent, type JobRequest, newJob } from '../core/group-job.ts';
import type { Refusal } from '../core/outcome.ts';
import { judgeReply } from '../core/reply.ts';
import type { Login } from './account.ts';
import { createGroup } from './create-group.ts';
import type { Services } from './injector.ts';

export interface JobHolder {
  readonly current: () => GroupJob | undefined;
  /** Starts a job; the same id again is the same job. Undefined when another one runs. */
  readonly start: (request: JobRequest, services: Services, login: Login) => GroupJob | undefined;
  /** The job once it has moved past a revision; undefined when it is not here. */
  readonly watch: (id: string, revision: number) => Promise<GroupJob | undefined>;
  /** Lets go of an ended job. */
  readonly dismiss: (id: string) => void;
}

export function jobHolder(page: Window): JobHolder {
  let job: GroupJob | undefined;
  let watchers: readonly (() => void)[] = [];

  /** Wakes whoever watches, also when the job that they watch is gone. */
  function hold(next: GroupJob | undefined): void {
    job = next;
    const woken = watchers;
    watchers = [];
    for (const wake of woken) wake();
  }

  function happened(id: string, event: JobEvent): void {
    if (job?.id === id) hold(advance(job, event));
  }

  return {
    current: () => job,
    start(request, services, login) {
      if (job?.id === request.id) return job;
      if (job?.state.phase === 'creating') return undefined;
      hold(newJob(request));
      const refusal = refusalBeforeSending(request, login);
      if (refusal === undefined)
        void run(page, services, request).then((event) => happened(request.id, event));
      else happened(request.id, refused(refusal));
      return job;
    },
    async watch(id, revision) {
      while (job?.id === id && job.revision <= revision) {
        await new Promise<void>((wake) => {
          watchers = [...watchers, wake];
        });
      }
      return job?.id === id ? job : undefined;
    },
    dismiss(id) {
      if (job?.id === id && job.state.phase === 'ended') hold(undefined);
    },
  };
}

function refusalBeforeSending(request: JobRequest, login: Login): Refusal | undefined {
  if (login.state === 'out') return 'logged-out';
  if (login.userName !== request.account) return 'account-changed';
  return draftProblem(userNames(request), login.userName);
}

async function run(page: Window, services: Services, request: JobRequest): Promise<JobEvent> {
  const attempt = await createGroup(page, services, userNames(request));
  switch (attempt.state) {
    case 'not-sent':
      return { ...refused(attempt.missing), missing: attempt.missing };
    case 'doubtful': {
      const { path, missing, doubt } = attempt;
      return { type: 'settled', path, missing, outcome: { kind: 'unknown', reason: doubt, words: '' } };
    }
    case 'answered': {
      const { path, missing, reply } = attempt;
      return { type: 'settled', path, missing, outcome: judgeReply(reply, userNames(request)) };
    }
  }
}

function refused(reason: Refusal): JobEvent {
  return { type: 'settled', outcome: { kind: 'refused', reason, words: '', members: [] } };
}

function userNames(request: JobRequest): readonly string[] {
  return request.members.map(({ userName }) => userName);
}
