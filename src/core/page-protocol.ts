// The contract between the extension and its agent in the page: each call, what it takes and what it answers.
import type { UserName } from './contact.ts';
import type { JobRequest, Step } from './job-facts.ts';

/** The agent sits on the page's window under `Symbol.for(AGENT_KEY)`. */
export const AGENT_KEY = 'laqun.agent';
/** Grows when an older popup or agent could misread the newer one. */
export const PROTOCOL = 2;

/** What each call takes. */
export interface Takes {
  readonly status: Now;
  /** Contacts in list order, from `from` up to `to`. A part that begins at 0 makes a new reading. */
  readonly contacts: { readonly from: number; readonly to: number };
  readonly rooms: NoArgs;
  readonly avatar: { readonly userName: UserName };
  readonly start: JobRequest & Now;
  /** Answered when the job has more than so many facts. */
  readonly watch: { readonly id: string; readonly facts: number };
  /** Lets go of an ended job that the person has seen. */
  readonly dismiss: { readonly id: string };
  /** Looks for rooms that have turned up since the job was asked for. */
  readonly look: { readonly id: string } & Now;
  /** Begins to look once more for the group of a job that ended in doubt. */
  readonly checkAgain: { readonly id: string } & Now;
  /** Leaves the second group that one request made. */
  readonly leaveTwin: { readonly id: string; readonly room: UserName } & Now;
  readonly openChat: { readonly room: UserName };
  /** Does steps with the group of a job of which so many steps have begun; with more, somebody else was quicker. */
  readonly runSteps: {
    readonly id: string;
    readonly begun: number;
    readonly room: UserName;
    readonly steps: readonly Step[];
    /** Whom an invitation is about. */
    readonly people: readonly UserName[];
  } & Now;
  /** Asks WeChat who is in a room. */
  readonly readRoom: { readonly room: UserName };
}
/** The popup's clock: what takes too long is judged by it, since a page's timers are slowed in the background. */
interface Now {
  /** In milliseconds since 1970. */
  readonly now: number;
}
type NoArgs = Readonly<Record<never, never>>;
export type CallName = keyof Takes;

/** Why a call has no answer. */
export const CALL_ERRORS = [
  'unknown-call',
  'bad-call',
  'agent-failed',
  'busy',
  'no-such-job',
  'chat-not-opened',
  'logged-out',
  'not-left',
  'room-not-read',
] as const;
export type CallError = (typeof CALL_ERRORS)[number];

/** Chrome drops errors of calls into a page, so an answer is always a tagged value. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: { readonly code: CallError } };
