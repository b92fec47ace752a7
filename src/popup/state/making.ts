// The making of a group as the popup follows it. What happened is kept in the page and goes on without the popup.
import { computed, effect, signal } from '@preact/signals';
import type { UserName } from '../../core/contact.ts';
import { type GroupJob, isRunning, jobAt } from '../../core/group-job.ts';
import { dueSteps, isWorking, roomOf, stepsAt } from '../../core/group-steps.ts';
import type { GroupWish, JobRecord, Step } from '../../core/job-facts.ts';
import type { AccountPlace, GroupProvider, ProviderError, Result } from '../../core/provider.ts';
import { tooSoon } from '../../core/restraint.ts';
import { lookTimer } from './looking.ts';
import type { Maker, Making, MakingStage } from './maker.ts';

/** How long a page may take to come back, in milliseconds, before it is said to be gone. */
const RELOAD_MS = 4000;

export function createMaker(provider: GroupProvider): Maker {
  const stage = signal<MakingStage<JobRecord>>({ kind: 'none' });
  const now = signal(Date.now());
  const isTimeToLook = lookTimer();
  let dismissed = { id: '', facts: 0 };
  let isStarting = false;
  /** A step is wanted, and waits for those under way: the page does one thing after the other. */
  let isPending = false;

  const following = new Set<string>();

  const making = computed((): Making => {
    const { value } = stage;
    return value.kind === 'job' || value.kind === 'lost'
      ? { ...value, job: jobAt(value.job, now.value) }
      : value;
  });

  const steps = computed(() => ('job' in making.value ? stepsAt(making.value.job, now.value) : []));

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
    const lost: MakingStage<JobRecord> = { kind: 'lost', place, job, isGone: false };
    stage.value = lost;
    setTimeout(() => {
      if (stage.value === lost) stage.value = { ...lost, isGone: true };
    }, RELOAD_MS);
  }

  /** Hears at once of what happens while the job runs; later news comes with the status of the place. */
  async function follow(place: AccountPlace, job: JobRecord): Promise<void> {
    take(place, job);
    if (following.has(job.id)) return;
    following.add(job.id);
    await watch(place, job);
    following.delete(job.id);
  }

  async function watch(place: AccountPlace, job: JobRecord): Promise<void> {
    for (let latest = job; isActive(jobAt(latest, Date.now())); ) {
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

  async function send(place: AccountPlace, wish: GroupWish): Promise<void> {
    const request = { id: crypto.randomUUID(), account: place.account.userName, ...wish };
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
  function isNew(current: MakingStage<JobRecord>, job: JobRecord): boolean {
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

  async function run(
    place: AccountPlace,
    job: GroupJob,
    steps: readonly Step[],
    people: readonly UserName[] = [],
  ): Promise<void> {
    const room = roomOf(job);
    if (room === undefined || steps.length === 0) return;
    const answer = await provider.runSteps(place, job, { room, steps, people });
    if (answer.ok && isShown(job.id)) void follow(place, answer.value);
  }

  /** A message that was sent is not sent again; the other steps do no harm twice. */
  function mayBeDone(step: Step | undefined): boolean {
    const greeting = steps.value.find((each) => each.step === 'greet')?.state;
    return step !== 'greet' || greeting?.kind !== 'done';
  }

  return {
    making,
    start: (place, wish) =>
      once(async () => {
        if (stage.value.kind !== 'none' && stage.value.kind !== 'not-started') return;
        const isNew = wish.room === undefined;
        const why = isNew ? tooSoon(await provider.recentTimes(place.account), Date.now()) : undefined;
        if (why === undefined) await send(place, wish);
        else stage.value = { kind: 'warned', place, wish, why };
      }),
    goOn: () =>
      once(async () => {
        const current = stage.value;
        if (current.kind !== 'warned') return;
        const { place, wish, doubtful } = current;
        if (doubtful !== undefined) {
          const last = await provider.look(place, doubtful.id);
          const isCleared = last.ok && !isInDoubt(jobAt(last.value, Date.now()));
          if (isCleared) take(place, last.value);
          else await provider.dismiss(place, doubtful.id);
        }
        if (stage.value === current) await send(place, wish);
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
      if (latest.kind !== 'job' || latest.job.id !== job?.id) return;
      void look(place, latest.job);
      const due = dueSteps(latest.job, now.value);
      const everybody = latest.job.members.map(({ userName }) => userName);
      void run(place, latest.job, due, due.includes('invite') ? everybody : []);
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
      const { members, topic, greeting, room } = job;
      const wish = { members, topic, greeting, room };
      stage.value = { kind: 'warned', place, wish, why: 'group-may-exist', doubtful: job };
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
    steps,
    async repeat(wanted, people) {
      const before = making.value;
      if (isPending || before.kind !== 'job') return;
      const times = timesBegun(before.job, wanted[0]);
      isPending = true;
      await until(() => !('job' in making.value) || isAtRest(making.value.job, now.value));
      const current = making.value;
      // Another popup may have been quicker: then it is not done a second time.
      const isSame = current.kind === 'job' && current.job.id === before.job.id;
      if (isSame && timesBegun(current.job, wanted[0]) === times && mayBeDone(wanted[0])) {
        await run(current.place, current.job, wanted, people);
      }
      isPending = false;
    },
  };
}

/** How often a step has begun. */
function timesBegun({ facts }: JobRecord, step: Step | undefined): number {
  return facts.filter((fact) => fact.type === 'step' && fact.step === step).length;
}

/** Whether nothing is under way, nor about to be. */
function isAtRest(job: GroupJob, now: number): boolean {
  return !isWorking(job, now) && dueSteps(job, now).length === 0;
}

/** Waits for something that signals tell. */
function until(isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (!isSo()) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}

/** Whether something is under way that will be told of. */
function isActive(job: GroupJob): boolean {
  return isRunning(job) || isWorking(job, Date.now());
}

function isInDoubt({ state }: GroupJob): boolean {
  return state.phase === 'ended' && state.outcome.kind === 'unknown';
}
