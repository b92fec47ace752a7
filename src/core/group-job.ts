// The making of one group as a state machine. The page holds the job, so that it outlives the popup.
import type { UserName } from './contact.ts';
import type { MissingPart, Outcome } from './outcome.ts';

export interface JobMember {
  readonly userName: UserName;
  /** The name as the person saw it when choosing. */
  readonly name: string;
}

/** What the popup asks for. Asking again with the same id asks for the same job. */
export interface JobRequest {
  /** Made by the popup when the person presses the button. */
  readonly id: string;
  /** The account that the members were listed for: their userNames are valid for its session only. */
  readonly account: UserName;
  readonly members: readonly JobMember[];
}

/** How WeChat was asked: through the page's own chatroomFactory, or by the bare request. */
export type Path = 'factory' | 'raw';

export type JobState =
  | { readonly phase: 'creating' }
  | {
      readonly phase: 'ended';
      readonly outcome: Outcome;
      /** Absent when nothing was sent. */
      readonly path?: Path | undefined;
      /** What the page lacked, when the bare request was used or nothing could be sent. */
      readonly missing?: MissingPart | undefined;
    };

export interface GroupJob extends JobRequest {
  /** Grows with every change, so that a watcher can tell news from what it has. */
  readonly revision: number;
  readonly state: JobState;
}

export type JobEvent = {
  readonly type: 'settled';
  readonly outcome: Outcome;
  readonly path?: Path | undefined;
  readonly missing?: MissingPart | undefined;
};

/** A job that has just begun. */
export function newJob(request: JobRequest): GroupJob {
  return { ...request, revision: 1, state: { phase: 'creating' } };
}

/** The job after an event. An ended job stays as it is: its outcome has been told. */
export function advance(job: GroupJob, event: JobEvent): GroupJob {
  if (job.state.phase === 'ended') return job;
  const { outcome, path, missing } = event;
  return { ...job, revision: job.revision + 1, state: { phase: 'ended', outcome, path, missing } };
}
