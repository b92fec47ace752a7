// The making of one group as a state machine over what happened. The page keeps the facts, so that they outlive the
// popup; whoever looks reads the state from them, by their own clock: no timer of the page decides.
import type { UserName } from './contact.ts';
import type { JobFact, JobRecord, JobRequest, Sending } from './job-facts.ts';
import { type Doubt, MISSING_PARTS, type Outcome } from './outcome.ts';
import { judgeReply } from './reply.ts';
import { groupInRoom, type SeenRoom } from './room-match.ts';

/** A create that has not answered for this long is looked for, while its answer is still welcome. */
const SILENCE_MS = 20_000;
/** How long a group is looked for. */
const SEARCH_MS = 30_000;
/** How long a second group is watched for: Chromium can send a request twice. Source: wechat-web facts, sending twice. */
const TWIN_MS = 15_000;

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

/** A job as it stands at one moment. */
export interface GroupJob extends JobRecord {
  readonly state: JobState;
}

/** A job as it stands at `now`, in milliseconds since 1970. Each fact finds the job as time has left it. */
export function jobAt(record: JobRecord, now: number): GroupJob {
  const begin: JobState = record.room === undefined ? { phase: 'ready' } : atHand(record.room);
  const state = record.facts.reduce((before, fact) => next(passed(before, fact.at), fact, record), begin);
  return { ...record, state: passed(state, now) };
}

/** Whether it still may turn out otherwise without anybody doing anything. */
export function isRunning({ state }: GroupJob): boolean {
  return state.phase !== 'ended';
}

/** Whether rooms that turn up matter to this job. */
export function isLooking({ state }: GroupJob, at: number): boolean {
  return state.phase === 'checking' || (state.phase === 'ended' && at < state.watchUntil);
}

function next(state: JobState, fact: JobFact, { members, room }: JobRequest): JobState {
  const asked = members.map(({ userName }) => userName);
  switch (fact.type) {
    case 'sent':
      return state.phase === 'ready' ? { phase: 'creating', since: fact.at } : state;
    case 'not-sent':
      return state.phase === 'ready' || state.phase === 'creating' || room !== undefined
        ? notSent(fact)
        : state;
    case 'answered':
      return settled(state, judgeReply(fact.reply, asked, fact.status), fact);
    case 'doubtful':
      return settled(state, { kind: 'unknown', reason: fact.doubt, words: '' }, fact);
    case 'restored':
      return state.phase === 'ended' || state.phase === 'checking'
        ? state
        : checking('page-reloaded', fact.at);
    case 'seen':
      return fact.rooms.reduce((now, room) => seen(now, room, asked, fact.at), state);
    case 'check-again':
      return state.phase === 'ended' && state.outcome.kind === 'unknown'
        ? {
            phase: 'checking',
            since: fact.at,
            doubt: state.outcome,
            path: state.path,
            missing: state.missing,
          }
        : state;
    case 'twin-left':
      return state.phase === 'ended' && state.twin?.room === fact.room
        ? { ...state, twin: { ...state.twin, left: true } }
        : state;
    case 'step':
    case 'step-end':
      return state;
  }
}

/** A group that exists need not be made: whatever is asked of it, it is there. */
function atHand(room: UserName): JobState {
  return { phase: 'ended', outcome: { kind: 'made', room, members: [] }, isFound: false, watchUntil: 0 };
}

function notSent({ reason, gone = [] }: JobFact & { readonly type: 'not-sent' }): JobState {
  const members = gone.map((userName) => ({ userName, fate: 'not-a-contact' as const }));
  const missing = MISSING_PARTS.find((part) => part === reason);
  // Nothing was sent, so nothing can turn up: there is no path, and no time to watch for.
  return {
    phase: 'ended',
    outcome: { kind: 'refused', reason, words: '', members },
    isFound: false,
    watchUntil: 0,
    missing,
  };
}

/** An answer is taken whenever it comes, unless a room was found already and it knows no better. */
function settled(
  state: JobState,
  outcome: Outcome,
  { at, path, missing }: Sending & { readonly at: number },
): JobState {
  if (state.phase === 'ended' && state.isFound) return confirmed(state, outcome, { path, missing });
  if (state.phase === 'ended' && (state.outcome.kind !== 'unknown' || outcome.kind === 'unknown'))
    return state;
  if (outcome.kind === 'unknown') {
    const since = state.phase === 'checking' ? state.since : at;
    return { phase: 'checking', since, doubt: outcome, path, missing };
  }
  return { phase: 'ended', outcome, isFound: false, watchUntil: at + TWIN_MS, path, missing };
}

/** The answer comes after the room was found: it knows of each person, and another room in it makes the found one a twin. */
function confirmed(state: Ended, outcome: Outcome, sending: Sending): JobState {
  if (!isMade(outcome) || !isMade(state.outcome)) return state;
  const { twin: second } = state;
  if (second?.left && second.room === outcome.room) return state; // the person left that one, and has the other
  const found = state.outcome.room;
  const twin = found === outcome.room ? state.twin : { room: found, left: false };
  return { ...state, outcome, isFound: false, twin, ...sending };
}

/** A silence becomes a search, and a search ends, at their own times, however late somebody looks. */
function passed(state: JobState, at: number): JobState {
  if (state.phase === 'creating' && at - state.since >= SILENCE_MS) {
    return passed(checking('no-answer-yet', state.since + SILENCE_MS), at);
  }
  if (state.phase === 'checking' && at - state.since >= SEARCH_MS) {
    const { doubt, path, missing, since } = state;
    return {
      phase: 'ended',
      outcome: doubt,
      isFound: false,
      watchUntil: since + SEARCH_MS + TWIN_MS,
      path,
      missing,
    };
  }
  return state;
}

function seen(state: JobState, room: SeenRoom, asked: readonly UserName[], at: number): JobState {
  const made = groupInRoom(room, asked);
  if (made === undefined) return state;
  switch (state.phase) {
    case 'ready':
    case 'creating':
      return state; // the answer is on its way, and knows more
    case 'checking':
      return found(made, state, at);
    case 'ended': {
      if (state.watchUntil === 0) return state; // nothing was sent, so no room comes of it
      if (!isMade(state.outcome)) return found(made, state, at);
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
