// The making of a group as the popup follows it. What happened is kept in the page and goes on without the popup.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type GroupJob, isRunning, jobAt } from '../../core/group-job.ts';
import type { JobMember, JobRecord } from '../../core/job-facts.ts';
import type { AccountPlace, GroupProvider, ProviderError, Result } from '../../core/provider.ts';
import { type TooSoon, tooSoon } from '../../core/restraint.ts';
import { lookTimer } from './looking.ts';

/** How long a page may take to come back, in milliseconds, before it is said to be gone. */
const RELOAD_MS = 4000;

export type Warning = TooSoon | 'group-may-exist';

/** @typeParam Job how a job is held: its facts, or as it stands now */
type Stage<Job> =
  | { readonly kind: 'none' }
  /** Nothing is sent yet: the person is told what could come of it. */
  | {
      readonly kind: 'warned';
      readonly place: AccountPlace;
      readonly members: readonly JobMember[];
      readonly why: Warning;
      /** The job in doubt that may have made this group already. */
      readonly doubtful?: JobRecord | undefined;
    }
  | { readonly kind: 'job'; readonly place: AccountPlace; readonly job: Job }
  /** The page cannot be asked what became of the job: it is reloading, or, after a while, gone. */
  | { readonly kind: 'lost'; readonly place: AccountPlace; readonly job: Job; readonly isGone: boolean }
  /** The page took no job, so nothing was sent. */
  | { readonly kind: 'not-started' };

export type Making = Stage<GroupJob>;

export interface Maker {
  readonly making: ReadonlySignal<Making>;
  /** Makes the group, or warns where another one comes too soon. A second press while it works is the same press. */
  readonly start: (place: AccountPlace, members: readonly JobMember[]) => Promise<void>;
  /** Makes the group that the person was warned of. */
  readonly goOn: () => Promise<void>;
  readonly goBack: () => void;
  /** Takes up what a place says of its job; also the tick by which time passes for it. */
  readonly heard: (place: AccountPlace, job: JobRecord | undefined) => void;
  readonly dismiss: () => Promise<void>;
  readonly checkAgain: () => Promise<void>;
  /** Warns, then makes a group of the same people although one may exist. */
  readonly createAnyway: () => void;
  readonly openChat: (room: string) => Promise<ProviderError | undefined>;
  readonly leaveTwin: (room: string) => Promise<ProviderError | undefined>;
}

export function createMaker(provider: GroupProvider): Maker {
  const stage = signal<Stage<JobRecord>>({ kind: 'none' });
  const now = signal(Date.now());
  const isTimeToLook = lookTimer();
  let dismissed = { id: '', facts: 0 };
  let isStarting = false;

  const making = computed((): Making => {
    const { value } = stage;
    return value.kind === 'job' || value.kind === 'lost'
      ? { ...value, job: jobAt(value.job, now.value) }
      : value;
  });

  /** Shows what the page says, unless something newer is shown. */
  function take(place: AccountPlace, job: JobRecord): void {
    const shown = stage.value;
    const isOlder =
      shown.kind === 'job' && shown.job.id === job.id && shown.job.facts.length >= job.facts.length;
    if (!isOlder) stage.value = { kind: 'job', place, job };
    now.value = Date.now();
  }

  const isShown = (id: string): boolean => stage.value.kind === 'job' && stage.value.job.id === id;

  /** An answer about a job that the person has let go of meanwhile is not shown. */
  function takeAnswer(place: AccountPlace, answer: Result<JobRecord>): ProviderError | undefined {
    if (!answer.ok) return answer.error;
    if (isShown(answer.value.id)) take(place, answer.value);
    return undefined;
  }

  /** A page that was reloaded comes back with the job; one that was closed does not. */
  function lose(place: AccountPlace, job: JobRecord): void {
    const lost: Stage<JobRecord> = { kind: 'lost', place, job, isGone: false };
    stage.value = lost;
    setTimeout(() => {
      if (stage.value === lost) stage.value = { ...lost, isGone: true };
    }, RELOAD_MS);
  }

  /** Hears at once of what happens while the job runs; later news comes with the status of the place. */
  async function follow(place: AccountPlace, job: JobRecord): Promise<void> {
    take(place, job);
    for (let latest = job; isRunning(jobAt(latest, Date.now())); ) {
      const answer = await provider.watch(place, latest.id, latest.facts.length);
      if (!isShown(job.id)) return;
      if (!answer.ok) {
        lose(place, latest);
        return;
      }
      latest = answer.value;
      take(place, latest);
    }
  }

  async function send(place: AccountPlace, members: readonly JobMember[]): Promise<void> {
    const request = { id: crypto.randomUUID(), account: place.account.userName, members };
    const asked: JobRecord = { ...request, facts: [] };
    take(place, asked);
    const answer = await provider.start(place, request);
    if (answer.ok) void follow(place, answer.value);
    else if (answer.error === 'busy') stage.value = { kind: 'not-started' };
    else lose(place, asked);
  }

  /** Nothing else begins until this has. */
  async function once(begin: () => Promise<void>): Promise<void> {
    if (isStarting) return;
    isStarting = true;
    try {
      await begin();
    } finally {
      isStarting = false;
    }
  }

  /** A job that this popup has neither begun nor let go of: another popup's, or one with news. It comes before any warning. */
  function isNew(current: Stage<JobRecord>, job: JobRecord): boolean {
    if (job.id === dismissed.id && job.facts.length <= dismissed.facts) return false;
    if (current.kind === 'warned') {
      const { doubtful } = current;
      return job.id !== doubtful?.id || job.facts.length > doubtful.facts.length;
    }
    return current.kind === 'none' || current.kind === 'not-started';
  }

  async function look(place: AccountPlace, job: GroupJob): Promise<void> {
    if (isTimeToLook(job, now.value)) takeAnswer(place, await provider.look(place, job.id));
  }

  return {
    making,
    start: (place, members) =>
      once(async () => {
        if (stage.value.kind !== 'none' && stage.value.kind !== 'not-started') return;
        const why = tooSoon(await provider.recentTimes(place.account), Date.now());
        if (why === undefined) await send(place, members);
        else stage.value = { kind: 'warned', place, members, why };
      }),
    goOn: () =>
      once(async () => {
        const current = stage.value;
        if (current.kind !== 'warned') return;
        const { place, members, doubtful } = current;
        if (doubtful !== undefined) {
          const last = await provider.look(place, doubtful.id);
          const isCleared = last.ok && !isInDoubt(jobAt(last.value, Date.now()));
          if (isCleared) take(place, last.value);
          else await provider.dismiss(place, doubtful.id);
        }
        if (stage.value === current) await send(place, members);
      }),
    goBack() {
      const current = stage.value;
      if (current.kind !== 'warned') return;
      const { place, doubtful } = current;
      stage.value = doubtful === undefined ? { kind: 'none' } : { kind: 'job', place, job: doubtful };
    },
    heard(place, job) {
      now.value = Date.now();
      const current = stage.value;
      if (current.kind === 'job' && current.job.id === job?.id) take(place, job);
      else if (current.kind === 'lost' && current.job.id === job?.id) void follow(place, job);
      else if (job !== undefined && isNew(current, job)) void follow(place, job);
      const latest = making.value;
      if (latest.kind === 'job' && latest.job.id === job?.id) void look(place, latest.job);
    },
    async dismiss() {
      const current = stage.value;
      stage.value = { kind: 'none' };
      if (current.kind !== 'job' && current.kind !== 'lost') return;
      dismissed = { id: current.job.id, facts: current.job.facts.length };
      await provider.dismiss(current.place, current.job.id);
    },
    async checkAgain() {
      const current = stage.value;
      if (current.kind !== 'job') return;
      const { place, job } = current;
      const error = takeAnswer(place, await provider.checkAgain(place, job.id));
      if (error !== undefined && isShown(job.id)) lose(place, job);
    },
    createAnyway() {
      const current = stage.value;
      if (current.kind !== 'job') return;
      const { place, job } = current;
      stage.value = { kind: 'warned', place, members: job.members, why: 'group-may-exist', doubtful: job };
    },
    async openChat(room) {
      const current = stage.value;
      if (current.kind !== 'job') return undefined;
      const answer = await provider.openChat(current.place, room);
      return answer.ok ? undefined : answer.error;
    },
    async leaveTwin(room) {
      const current = stage.value;
      if (current.kind !== 'job') return undefined;
      return takeAnswer(current.place, await provider.leaveTwin(current.place, current.job.id, room));
    },
  };
}

function isInDoubt({ state }: GroupJob): boolean {
  return state.phase === 'ended' && state.outcome.kind === 'unknown';
}
