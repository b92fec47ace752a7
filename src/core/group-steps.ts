// The steps after a group is there: which there are, how each stands, and which are still to be done.
import type { UserName } from './contact.ts';
import type { GroupJob } from './group-job.ts';
import { isSameName } from './group-name.ts';
import type { JobFact, JobRequest, RoomRead, Step } from './job-facts.ts';
import { plainName } from './name-markup.ts';
import { judgeStep, type StepVerdict } from './step-reply.ts';

/** In milliseconds. A step that has not ended by then is in doubt, while its end is still welcome. */
const PATIENCE = 15_000;

export type StepState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done' }
  | (Exclude<StepVerdict, { readonly kind: 'done' }> & {
      /** The name that the group carries instead. */
      readonly kept?: string | undefined;
    });

export interface StepAt {
  readonly step: Step;
  readonly state: StepState;
}

/** What happened to a step. */
type Event = Extract<JobFact, { readonly type: 'step' | 'step-end' | 'restored' }>;

/** The steps that a job asks for: what the page does by itself, one after the other. */
export function stepsOf({ members, topic, greeting, room }: JobRequest): readonly Step[] {
  const steps: readonly (Step | false)[] = [
    room === undefined ? 'check' : members.length > 0 && 'invite',
    topic !== undefined && 'name',
    greeting !== undefined && 'greet',
    (topic !== undefined || room !== undefined) && 'read',
  ];
  return steps.filter((step) => step !== false);
}

/** The steps of a job, in their order, as they stand at `now`, in milliseconds since 1970. All wait until there is a group. */
export function stepsAt(job: GroupJob, now: number): readonly StepAt[] {
  return listed(job).map((step) => ({
    step,
    state: step === 'name' ? nameState(job, now) : ownState(eventsOf(job, step), now),
  }));
}

/**
 * The steps that should have begun and have not, or were cut off and can be done again: none while one is running.
 * A greeting that may have been sent is not among them: nothing is sent twice.
 */
export function dueSteps(job: GroupJob, now: number): readonly Step[] {
  if (roomOf(job) === undefined) return [];
  const states = listed(job).map((step) => ({ step, state: ownState(eventsOf(job, step), now) }));
  if (states.some(({ state }) => state.kind === 'running')) return [];
  const asked = stepsOf(job);
  const due = states.flatMap(({ step, state }) => {
    if (!asked.includes(step) || (step === 'name' && nameState(job, now).kind === 'done')) return [];
    const isCutOff = state.kind === 'unsure' && state.trouble === 'interrupted';
    return state.kind === 'waiting' || (isCutOff && step !== 'invite' && step !== 'greet') ? [step] : [];
  });
  // An earlier reading says nothing of a name that is given anew.
  return due.includes('name') && !due.includes('read') ? [...due, 'read'] : due;
}

/** Whether a step is under way. */
export function isWorking(job: GroupJob, now: number): boolean {
  return stepsAt(job, now).some(({ state }) => state.kind === 'running');
}

/** The group of a job, undefined while there is none. */
export function roomOf({ state }: GroupJob): UserName | undefined {
  return state.phase === 'ended' && 'room' in state.outcome ? state.outcome.room : undefined;
}

/** What WeChat last told of the group, undefined when it was not read. */
export function lastRead(job: GroupJob): RoomRead | undefined {
  return readings(job)[0];
}

/**
 * What WeChat told of the group, the latest first.
 * @param since the place of a fact: only readings that began after it count
 */
export function readings(job: GroupJob, since = -1): readonly RoomRead[] {
  const room = roomOf(job);
  const found = job.facts.flatMap((fact, at) => {
    if (fact.type !== 'step-end' || fact.room !== room || fact.read === undefined) return [];
    const begun = job.facts.findLastIndex(
      (other, place) =>
        place < at &&
        other.type === 'step' &&
        other.step === fact.step &&
        other.room === room &&
        other.at === (fact.since ?? other.at),
    );
    return begun >= since ? [fact.read] : [];
  });
  return found.reverse();
}

/** Those asked for, and those a person began besides. */
function listed(job: GroupJob): readonly Step[] {
  const room = roomOf(job);
  const begun = job.facts.flatMap((fact) => (fact.type === 'step' && fact.room === room ? [fact.step] : []));
  const besides = (['invite', 'read'] as const).filter((step) => begun.includes(step));
  return [...new Set([...stepsOf(job), ...besides])];
}

/** A message counts wherever it went: it is not sent a second time because WeChat made a second group. */
function eventsOf(job: GroupJob, step: Step, from = 0): readonly Event[] {
  const room = roomOf(job);
  return job.facts
    .slice(from)
    .filter(
      (fact): fact is Event =>
        fact.type === 'restored' ||
        ((fact.type === 'step' || fact.type === 'step-end') &&
          fact.step === step &&
          (fact.room === room || step === 'greet')),
    );
}

/** By what became of the step itself. */
function ownState(events: readonly Event[], now: number): StepState {
  let state: StepState = { kind: 'waiting' };
  let since = 0;
  for (const fact of events) {
    if (fact.type === 'step') {
      state = { kind: 'running' };
      since = fact.at;
    } else if (fact.type === 'step-end') {
      const end = endOf(fact);
      // Of an earlier try only that it worked is news, and only when the later one does not say so itself.
      const isEarlier = (fact.since ?? since) < since;
      if (!isEarlier || (end.kind === 'done' && state.kind !== 'running')) state = end;
    } else if (state.kind === 'running') state = { kind: 'unsure', trouble: 'interrupted', words: '' };
  }
  const isLate = state.kind === 'running' && now - since >= PATIENCE;
  return isLate ? { kind: 'unsure', trouble: 'no-answer', words: '' } : state;
}

function endOf(fact: Extract<JobFact, { readonly type: 'step-end' }>): StepState {
  const verdict = judgeStep(fact, fact.room);
  const isReading = fact.step === 'check' || fact.step === 'read';
  const isUnread = isReading && verdict.kind === 'done' && fact.read === undefined;
  return isUnread ? { kind: 'failed', trouble: 'room-not-known', words: '' } : verdict;
}

/** A name is set when the room carries it, whatever was answered; until that was read back, nobody knows. */
function nameState(job: GroupJob, now: number): StepState {
  const own = ownState(eventsOf(job, 'name'), now);
  if (own.kind === 'waiting' || own.kind === 'running') return own;
  const room = roomOf(job);
  const begun = job.facts.findLastIndex(
    (fact) => fact.type === 'step' && fact.step === 'name' && fact.room === room,
  );
  const [read] = readings(job, begun);
  const kept = read && plainName(read.nickName);
  if (kept !== undefined && isSameName(kept, job.topic ?? '')) return { kind: 'done' };
  if (own.kind === 'failed') return own;
  const reading = ownState(eventsOf(job, 'read', begun), now);
  if (reading.kind === 'waiting' || reading.kind === 'running') return { kind: 'running' };
  if (kept === '') return { kind: 'failed', trouble: 'name-not-kept', words: '' };
  if (kept !== undefined) return { kind: 'failed', trouble: 'kept-differently', words: '', kept };
  return own.kind === 'unsure' ? own : { kind: 'unsure', trouble: 'not-read-back', words: '' };
}
