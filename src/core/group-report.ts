// Who is in the group and who is not, by what WeChat answered and by what the room then held; those who need action first.
import type { UserName } from './contact.ts';
import type { GroupJob, JobState } from './group-job.ts';
import { lastRead, roomOf, type StepAt } from './group-steps.ts';
import type { JobMember, RoomRead } from './job-facts.ts';
import type { Fate, Outcome } from './outcome.ts';
import { fatesIn } from './reply.ts';
import { judgeStep, type StepVerdict } from './step-reply.ts';

/** Where a person stands, the most urgent first. Each is also the key of a heading and of what to do. */
export const STANDINGS = [
  'missing',
  'not-a-friend',
  'invited',
  'in-or-invited',
  'has-blocked-you',
  'cannot-be-added',
  'not-known',
  'not-added',
  'in',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** What is said of a person. `invited` and `missing` come of reading the room, `not-…` of there being no group for sure. */
export type Told = Fate | 'invited' | 'missing' | 'not-asked' | 'not-sure';

export interface Reported {
  readonly member: JobMember;
  readonly standing: Standing;
  readonly told: Told;
  /** What became of the last invitation, undefined when there was none. */
  readonly invitation?: StepVerdict | undefined;
}

const STANDING_OF: Readonly<Record<Told, Standing>> = {
  in: 'in',
  'in-or-invited': 'in-or-invited',
  'no-such-user': 'cannot-be-added',
  'bad-user-name': 'cannot-be-added',
  'has-blocked-you': 'has-blocked-you',
  'not-a-friend': 'not-a-friend',
  'cannot-be-in-groups': 'cannot-be-added',
  'black-listed': 'cannot-be-added',
  'status-unheard-of': 'cannot-be-added',
  'not-reported': 'not-known',
  'not-a-contact': 'cannot-be-added',
  invited: 'invited',
  missing: 'missing',
  'not-asked': 'not-added',
  'not-sure': 'not-known',
};

/** What became of a job, for whoever reads it. */
export interface GroupReport {
  readonly end: Ended;
  /** As far as it is known now: what the room holds counts for more than what was answered. */
  readonly kind:
    | Outcome['kind']
    | 'changing'
    | 'changed'
    | 'partly-changed'
    | 'not-changed'
    | 'change-unknown';
  readonly people: readonly Reported[];
  /** Undefined while there is no group. */
  readonly room: UserName | undefined;
  readonly read: RoomRead | undefined;
}

type Ended = Extract<JobState, { readonly phase: 'ended' }>;

/** The report of a job that has ended, or that nobody can be asked about any more. */
export function groupReport(job: GroupJob, steps: readonly StepAt[]): GroupReport {
  const end = endOf(job);
  const people = reportOf(job, end.outcome);
  const read = lastRead(job);
  const kind =
    job.room === undefined ? madeKind(end.outcome, people, read) : changedKind(end.outcome, people, steps);
  return { end, kind, people, room: roomOf(job), read };
}

/** A job that the page cannot be asked about any more may have made its group. */
function endOf({ state }: GroupJob): Ended {
  if (state.phase === 'ended') return state;
  const outcome = { kind: 'unknown', reason: 'page-gone', words: '' } as const;
  return { phase: 'ended', outcome, isFound: false, watchUntil: 0, path: 'factory' };
}

function madeKind(
  outcome: Outcome,
  people: readonly Reported[],
  read: RoomRead | undefined,
): GroupReport['kind'] {
  if (!('room' in outcome) || read === undefined) return outcome.kind;
  if (people.every(({ standing }) => standing === 'in')) return 'made';
  return isWhole(read) ? 'partial' : outcome.kind;
}

function changedKind(
  outcome: Outcome,
  people: readonly Reported[],
  steps: readonly StepAt[],
): GroupReport['kind'] {
  if (outcome.kind === 'refused') return 'not-changed';
  if (outcome.kind === 'unknown') return 'change-unknown';
  if (steps.some(({ state }) => state.kind === 'waiting' || state.kind === 'running')) return 'changing';
  const areThere = people.filter(({ standing }) => standing === 'in' || standing === 'invited').length;
  const changes = steps.filter(({ step }) => step !== 'read');
  const done = changes.filter(
    ({ step, state }) => state.kind === 'done' && (step === 'name' || areThere > 0),
  );
  if (done.length === changes.length && areThere === people.length) return 'changed';
  if (done.length > 0) return 'partly-changed';
  return changes.some(({ state }) => state.kind === 'unsure') ? 'change-unknown' : 'not-changed';
}

/** Everybody who was asked for, in the order of urgency; within it, of choosing. */
function reportOf(job: GroupJob, outcome: Outcome): readonly Reported[] {
  return job.members
    .map((member) => reported(member, job, outcome))
    .sort((a, b) => STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing));
}

/** Those who can be asked again: the others would be refused again. */
export function canBeInvited({ standing }: Reported): boolean {
  return standing === 'missing' || standing === 'not-a-friend' || standing === 'invited';
}

function reported(member: JobMember, job: GroupJob, outcome: Outcome): Reported {
  const { userName } = member;
  const invitation = lastInvitation(job, userName);
  const answered = toldOf(userName, outcome);
  const isThere = job.room !== undefined || 'room' in outcome;
  const told = isThere ? inRoom(userName, answered, invitation, job) : answered;
  return { member, standing: STANDING_OF[told], told, invitation: invitation?.verdict };
}

/** By the answer to the request that made the group. */
function toldOf(userName: UserName, outcome: Outcome): Told {
  if (outcome.kind === 'unknown') return 'not-sure';
  const fate = outcome.members.find((one) => one.userName === userName)?.fate;
  return fate ?? (outcome.kind === 'refused' ? 'not-asked' : 'not-reported');
}

/** By the room itself, where it was read whole since; a reading that lacks people says nothing of those it lacks. */
function inRoom(userName: UserName, answered: Told, invitation: Invitation | undefined, job: GroupJob): Told {
  const read = lastRead(job, invitation?.verdict.kind === 'done' ? invitation.at : undefined);
  if (read?.members.includes(userName)) return 'in';
  const after = invitation?.told ?? answered;
  if (!isWhole(read)) return after;
  if (after === 'in-or-invited') return 'invited';
  return after === 'in' || after === 'not-reported' ? 'missing' : after;
}

function isWhole(read: RoomRead | undefined): boolean {
  return read !== undefined && read.memberCount > 0 && read.members.length + 1 >= read.memberCount;
}

interface Invitation {
  /** The place of its end among the facts. */
  readonly at: number;
  readonly verdict: StepVerdict;
  /** What its answer says of the person; undefined when it says nothing new. */
  readonly told?: Told | undefined;
}

/** How the last try to bring a person into the group ended; undefined when there was none, or it has not ended. */
function lastInvitation(job: GroupJob, userName: UserName): Invitation | undefined {
  const room = roomOf(job);
  const begun = job.facts.findLastIndex(
    (fact) =>
      fact.type === 'step' && fact.step === 'invite' && fact.room === room && fact.people?.includes(userName),
  );
  if (begun < 0) return undefined;
  const at = job.facts.findIndex(
    (fact, place) =>
      place > begun && fact.type === 'step-end' && fact.step === 'invite' && fact.room === room,
  );
  const end = job.facts[at];
  if (end?.type !== 'step-end') return undefined;
  const verdict = judgeStep(end, end.room);
  if (verdict.kind !== 'done') return { at, verdict };
  if (end.fun === 'invitemember') return { at, verdict, told: 'invited' };
  const fate = fatesIn(end.reply, [userName])[0]?.fate;
  return { at, verdict, told: fate === 'not-reported' ? undefined : fate };
}
