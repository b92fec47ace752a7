// Who is in the group and who is not, by what WeChat answered and by what the room then held; those who need action first.
import type { UserName } from './contact.ts';
import type { GroupJob, JobState } from './group-job.ts';
import { lastRead, readings, roomOf, type StepAt } from './group-steps.ts';
import type { JobMember, RoomRead, StepEnd } from './job-facts.ts';
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
  /** Of nobody is it open whether they are in. */
  readonly isCounted: boolean;
}

type Ended = Extract<JobState, { readonly phase: 'ended' }>;

/** The report of a job that has ended, or that nobody can be asked about any more. */
export function groupReport(job: GroupJob, steps: readonly StepAt[]): GroupReport {
  const end = endOf(job);
  const people = reportOf(job, end.outcome);
  const read = lastRead(job);
  const kind =
    job.room === undefined ? madeKind(end.outcome, people, read) : changedKind(end.outcome, people, steps);
  const isCounted = people.every(({ standing }) => standing !== 'not-known');
  return { end, kind, people, room: roomOf(job), read, isCounted };
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
  const isSomebodyOut = people.some(({ standing }) => standing !== 'in' && standing !== 'not-known');
  return isSomebodyOut ? 'partial' : outcome.kind;
}

function changedKind(
  outcome: Outcome,
  people: readonly Reported[],
  steps: readonly StepAt[],
): GroupReport['kind'] {
  if (outcome.kind === 'refused') return 'not-changed';
  if (steps.some(({ state }) => state.kind === 'waiting' || state.kind === 'running')) return 'changing';
  const here: readonly Standing[] = ['in', 'invited', 'in-or-invited'];
  const areHere = people.filter(({ standing }) => here.includes(standing)).length;
  // Whether an invitation worked is seen by the people: WeChat may take it, and leave somebody out.
  const changes = steps.filter(({ step }) => step !== 'read' && step !== 'invite');
  const done = changes.filter(({ state }) => state.kind === 'done').length;
  if (done === changes.length && areHere === people.length) return 'changed';
  if (done + areHere > 0) return 'partly-changed';
  const isUnsure = steps.some(({ step, state }) => step !== 'read' && state.kind === 'unsure');
  const isTaken = steps.some(({ step, state }) => step === 'invite' && state.kind === 'done');
  const isUnseen = isTaken && people.some(({ standing }) => standing === 'not-known');
  return isUnsure || isUnseen ? 'change-unknown' : 'not-changed';
}

/** Everybody who was asked for, in the order of urgency; within it, of choosing. */
function reportOf(job: GroupJob, outcome: Outcome): readonly Reported[] {
  return job.members
    .map((member) => reported(member, job, outcome))
    .sort((a, b) => STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing));
}

/** Those who can be asked again: the others would be refused again. Of whom nothing is known, those whose invitation failed. */
export function canBeInvited({ standing, invitation }: Reported): boolean {
  const hasFailed = invitation !== undefined && invitation.kind !== 'done';
  if (standing === 'not-known') return hasFailed;
  return standing === 'missing' || standing === 'not-a-friend' || standing === 'invited';
}

function reported(member: JobMember, job: GroupJob, outcome: Outcome): Reported {
  const { userName } = member;
  const invitation = invitationOf(job, userName);
  const answered = toldOf(userName, outcome);
  const isThere = job.room !== undefined || 'room' in outcome;
  const told = isThere ? inRoom(userName, answered, invitation, job) : answered;
  return { member, standing: STANDING_OF[told], told, invitation: invitation.verdict };
}

/** By the answer to the request that made the group. */
function toldOf(userName: UserName, outcome: Outcome): Told {
  if (outcome.kind === 'unknown') return 'not-sure';
  const fate = outcome.members.find((one) => one.userName === userName)?.fate;
  return fate ?? (outcome.kind === 'refused' ? 'not-asked' : 'not-reported');
}

/** By the room itself, where it was read whole since; a reading that lacks people says nothing of those it lacks. */
function inRoom(userName: UserName, answered: Told, { told, takenAt }: Invitation, job: GroupJob): Told {
  const after = told ?? answered;
  for (const read of readings(job, takenAt)) {
    if (read.members.includes(userName)) return 'in';
    if (!isWhole(read)) continue;
    if (after === 'in-or-invited') return 'invited';
    return after === 'in' || after === 'not-reported' ? 'missing' : after;
  }
  return after;
}

function isWhole(read: RoomRead | undefined): boolean {
  return read !== undefined && read.memberCount > 0 && read.members.length + 1 >= read.memberCount;
}

interface Invitation {
  /** How the last try ended; undefined while it is under way. */
  readonly verdict: StepVerdict | undefined;
  /** What the last try that WeChat took says of the person; undefined when it says nothing. */
  readonly told: Told | undefined;
  /** The place of that one's end among the facts; undefined when WeChat took none. */
  readonly takenAt: number | undefined;
}

/** The tries to bring a person into the group once it was there. */
function invitationOf(job: GroupJob, userName: UserName): Invitation {
  const room = roomOf(job);
  let isAbout = false;
  let found: Invitation = { verdict: undefined, told: undefined, takenAt: undefined };
  job.facts.forEach((fact, at) => {
    const isStep = fact.type === 'step' || fact.type === 'step-end';
    if (!isStep || fact.step !== 'invite' || fact.room !== room) return;
    if (fact.type === 'step') {
      isAbout = fact.people?.includes(userName) ?? false;
      if (isAbout) found = { ...found, verdict: undefined };
    } else if (isAbout) {
      const verdict = judgeStep(fact, fact.room);
      found =
        verdict.kind === 'done'
          ? { verdict, told: toldBy(fact, userName), takenAt: at }
          : { ...found, verdict };
    }
  });
  return found;
}

function toldBy({ fun, reply }: StepEnd, userName: UserName): Told | undefined {
  if (fun === 'invitemember') return 'invited';
  const fate = fatesIn(reply, [userName])[0]?.fate;
  return fate === 'not-reported' ? undefined : fate;
}
