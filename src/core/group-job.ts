// The making of one group as a state machine. The page holds the job, so that it outlives the popup.
// Times are given with each event, in milliseconds since 1970, by whoever looks: no timer of the page decides.
import type { UserName } from './contact.ts';
import type { Doubt, MissingPart, Outcome } from './outcome.ts';
import { groupInRoom, type SeenRoom } from './room-match.ts';

/** A create that has not answered for this long is looked for, while its answer is still welcome. */
const SILENCE_MS = 20_000;
/** How long a group is looked for. */
const SEARCH_MS = 30_000;
/** How long a second group is watched for: Chromium can send a request twice. Source: wechat-web facts, sending twice. */
const TWIN_MS = 15_000;

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

/** How it was sent, as far as it is known. */
interface Sending {
  /** Absent when nothing was sent. */
  readonly path?: Path | undefined;
  /** What the page lacked, when the bare request was used or nothing could be sent. */
  readonly missing?: MissingPart | undefined;
}

/** A second group with the same people, made by one request. */
export interface Twin {
  readonly room: UserName;
  readonly left: boolean;
}

export type JobState =
  /** Accepted and not yet sent: the only state in which the request may go out. */
  | { readonly phase: 'ready' }
  | { readonly phase: 'creating'; readonly since: number }
  /** It is not known what became of it: the room is looked for, and a late answer is still welcome. */
  | ({ readonly phase: 'checking'; readonly since: number; readonly doubt: DoubtSaid } & Sending)
  | ({
      readonly phase: 'ended';
      readonly outcome: Outcome;
      /** The room was found in the contacts; no answer of WeChat's named it. */
      readonly isFound: boolean;
      readonly twin?: Twin | undefined;
      /** Rooms that turn up until then may still be this group, or its twin. */
      readonly watchUntil: number;
    } & Sending);

type DoubtSaid = Extract<Outcome, { readonly kind: 'unknown' }>;
type Ended = Extract<JobState, { readonly phase: 'ended' }>;
type Made = Extract<Outcome, { readonly kind: 'made' | 'partial' }>;

export interface GroupJob extends JobRequest {
  /** Grows with every change, so that a watcher can tell news from what it has. */
  readonly revision: number;
  readonly state: JobState;
}

export type JobEvent =
  | { readonly type: 'sent'; readonly at: number }
  /** The judged reply, or why nothing was sent. */
  | ({ readonly type: 'answered'; readonly outcome: Outcome; readonly at: number } & Sending)
  | { readonly type: 'clock'; readonly at: number }
  /** The page was reloaded while the job ran: whoever would have heard the answer is gone. */
  | { readonly type: 'restored'; readonly at: number }
  /** Rooms that were not there before, with all their members. */
  | { readonly type: 'seen'; readonly rooms: readonly SeenRoom[]; readonly at: number }
  | { readonly type: 'check-again'; readonly at: number }
  | { readonly type: 'twin-left'; readonly room: UserName };

/** A job that has just been accepted. */
export function newJob(request: JobRequest): GroupJob {
  return { ...request, revision: 1, state: { phase: 'ready' } };
}

/** Whether it still may turn out otherwise without anybody doing anything. */
export function isRunning({ state }: GroupJob): boolean {
  return state.phase !== 'ended';
}

/** Whether rooms that turn up matter to this job. */
export function isLooking({ state }: GroupJob, at: number): boolean {
  return state.phase === 'checking' || (state.phase === 'ended' && at <= state.watchUntil);
}

/** The job after an event; the same object when the event changes nothing. */
export function advance(job: GroupJob, event: JobEvent): GroupJob {
  const state = next(job, event);
  return state === job.state ? job : { ...job, revision: job.revision + 1, state };
}

function next(job: GroupJob, event: JobEvent): JobState {
  const { state } = job;
  switch (event.type) {
    case 'sent':
      return state.phase === 'ready' ? { phase: 'creating', since: event.at } : state;
    case 'answered':
      return answered(state, event);
    case 'clock':
      return passed(state, event.at);
    case 'restored':
      return state.phase === 'ended' || state.phase === 'checking'
        ? state
        : checking('page-reloaded', event.at);
    case 'seen':
      return event.rooms.reduce((now, room) => seen(job, now, room, event.at), state);
    case 'check-again':
      return state.phase === 'ended' && state.outcome.kind === 'unknown'
        ? {
            phase: 'checking',
            since: event.at,
            doubt: state.outcome,
            path: state.path,
            missing: state.missing,
          }
        : state;
    case 'twin-left':
      return state.phase === 'ended' && state.twin?.room === event.room
        ? { ...state, twin: { ...state.twin, left: true } }
        : state;
  }
}

/** An answer is taken whenever it comes, unless a room was found already and it knows no better. */
function answered(state: JobState, event: JobEvent & { readonly type: 'answered' }): JobState {
  const { outcome, path, missing, at } = event;
  if (state.phase === 'ended' && !state.isFound && state.outcome.kind !== 'unknown') return state;
  if (state.phase === 'ended' && state.isFound) return confirmed(state, event);
  if (outcome.kind === 'unknown') {
    if (state.phase === 'ended') return state;
    const since = state.phase === 'checking' ? state.since : at;
    return { phase: 'checking', since, doubt: outcome, path, missing };
  }
  // Nothing was sent, so nothing can turn up.
  const watchUntil = path === undefined ? 0 : at + TWIN_MS;
  return { phase: 'ended', outcome, isFound: false, watchUntil, path, missing };
}

/** The answer comes after the room was found: it knows of each person, and another room in it makes the found one a twin. */
function confirmed(
  state: Ended,
  { outcome, path, missing }: JobEvent & { readonly type: 'answered' },
): JobState {
  if (!isMade(outcome) || !isMade(state.outcome)) return state;
  const found = state.outcome.room;
  const twin = found === outcome.room ? state.twin : { room: found, left: false };
  return { ...state, outcome, isFound: false, twin, path, missing };
}

function passed(state: JobState, at: number): JobState {
  if (state.phase === 'creating' && at - state.since >= SILENCE_MS) return checking('no-answer-yet', at);
  if (state.phase === 'checking' && at - state.since >= SEARCH_MS) {
    const { doubt, path, missing } = state;
    return { phase: 'ended', outcome: doubt, isFound: false, watchUntil: at + TWIN_MS, path, missing };
  }
  return state;
}

function seen(job: GroupJob, state: JobState, room: SeenRoom, at: number): JobState {
  const made = groupInRoom(
    room,
    job.members.map(({ userName }) => userName),
  );
  if (made === undefined) return state;
  switch (state.phase) {
    case 'ready':
    case 'creating':
      return state; // the answer is on its way, and knows more
    case 'checking':
      return found(made, state, at);
    case 'ended': {
      if (!isMade(state.outcome)) return state.path === undefined ? state : found(made, state, at);
      const isKnown = state.outcome.room === made.room || state.twin !== undefined;
      return isKnown ? state : { ...state, twin: { room: made.room, left: false } };
    }
  }
}

function found(outcome: Made, { path, missing }: Sending, at: number): JobState {
  return { phase: 'ended', outcome, isFound: true, watchUntil: at + TWIN_MS, path, missing };
}

function checking(reason: Doubt, at: number): JobState {
  return { phase: 'checking', since: at, doubt: { kind: 'unknown', reason, words: '' } };
}

function isMade(outcome: Outcome): outcome is Made {
  return outcome.kind === 'made' || outcome.kind === 'partial';
}
