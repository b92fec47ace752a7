// The making of a group as the popup follows it. The job itself lives in the page and goes on without the popup.
import { type ReadonlySignal, signal } from '@preact/signals';
import { type GroupJob, isRunning, type JobMember } from '../../core/group-job.ts';
import type { AccountPlace, GroupProvider, ProviderError, Result } from '../../core/provider.ts';
import { type TooSoon, tooSoon } from '../../core/restraint.ts';

export type Warning = TooSoon | 'group-may-exist';

export type Making =
  | { readonly kind: 'none' }
  /** Nothing is sent yet: the person is told what could come of it. */
  | {
      readonly kind: 'warned';
      readonly place: AccountPlace;
      readonly members: readonly JobMember[];
      readonly why: Warning;
      readonly before: Making;
    }
  /** The job was asked for or found; `job` is what the page says of it. */
  | { readonly kind: 'job'; readonly place: AccountPlace; readonly job: GroupJob }
  /** The page cannot be asked what became of the job, for now or for good. */
  | { readonly kind: 'lost'; readonly place: AccountPlace; readonly job: GroupJob }
  /** The page took no job, so nothing was sent. */
  | { readonly kind: 'not-started' };

export interface Maker {
  readonly making: ReadonlySignal<Making>;
  /** Makes the group, or warns where another one comes too soon. A second press while it works is the same press. */
  readonly start: (place: AccountPlace, members: readonly JobMember[]) => Promise<void>;
  /** Makes the group that the person was warned of. */
  readonly goOn: () => Promise<void>;
  readonly goBack: () => void;
  /** Takes up what a place says of its job: one that was found there, or news of the one being followed. */
  readonly heard: (place: AccountPlace, job: GroupJob) => void;
  readonly dismiss: () => Promise<void>;
  readonly checkAgain: () => Promise<void>;
  /** Warns, then makes a group of the same people although one may exist. */
  readonly createAnyway: () => void;
  readonly openChat: (room: string) => Promise<ProviderError | undefined>;
  readonly leaveTwin: () => Promise<ProviderError | undefined>;
}

export function createMaker(provider: GroupProvider): Maker {
  const making = signal<Making>({ kind: 'none' });
  let dismissed = { id: '', revision: 0 };
  let isStarting = false;

  /** Shows what the page says, unless something newer is shown. */
  function take(place: AccountPlace, job: GroupJob): void {
    const now = making.value;
    const isOlder = now.kind === 'job' && now.job.id === job.id && now.job.revision >= job.revision;
    if (!isOlder) making.value = { kind: 'job', place, job };
  }

  async function follow(place: AccountPlace, job: GroupJob): Promise<void> {
    take(place, job);
    for (let latest = job; isRunning(latest); ) {
      const answer = await provider.watch(place, latest.id, latest.revision);
      if (making.value.kind !== 'job' || making.value.job.id !== job.id) return;
      if (!answer.ok) {
        making.value = { kind: 'lost', place, job: latest };
        return;
      }
      latest = answer.value;
      take(place, latest);
    }
  }

  async function send(place: AccountPlace, members: readonly JobMember[]): Promise<void> {
    const request = { id: crypto.randomUUID(), account: place.account.userName, members };
    const asked: GroupJob = { ...request, revision: 0, state: { phase: 'ready' } };
    making.value = { kind: 'job', place, job: asked };
    const answer = await provider.start(place, request);
    if (answer.ok) await follow(place, answer.value);
    else if (answer.error === 'busy') making.value = { kind: 'not-started' };
    else making.value = { kind: 'lost', place, job: asked };
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

  async function dismiss(): Promise<void> {
    const current = making.value;
    making.value = { kind: 'none' };
    if (current.kind !== 'job' && current.kind !== 'lost') return;
    dismissed = current.job;
    await provider.dismiss(current.place, current.job.id);
  }

  function takeAnswer(answer: Result<GroupJob>, place: AccountPlace): ProviderError | undefined {
    if (!answer.ok) return answer.error;
    void follow(place, answer.value);
    return undefined;
  }

  return {
    making,
    start: (place, members) =>
      once(async () => {
        if (making.value.kind !== 'none' && making.value.kind !== 'not-started') return;
        const why = tooSoon(await provider.recentTimes(place.account), Date.now());
        if (why === undefined) await send(place, members);
        else making.value = { kind: 'warned', place, members, why, before: { kind: 'none' } };
      }),
    goOn: () =>
      once(async () => {
        const current = making.value;
        if (current.kind !== 'warned') return;
        if (current.before.kind === 'job') await provider.dismiss(current.place, current.before.job.id);
        await send(current.place, current.members);
      }),
    goBack() {
      if (making.value.kind === 'warned') making.value = making.value.before;
    },
    heard(place, job) {
      const current = making.value;
      if (current.kind === 'job' && current.job.id === job.id) take(place, job);
      else if (current.kind === 'lost' && current.job.id === job.id) void follow(place, job);
      else if (current.kind === 'none' || current.kind === 'not-started') {
        const isSeen = job.id === dismissed.id && job.revision <= dismissed.revision;
        if (!isSeen) void follow(place, job);
      }
    },
    dismiss,
    async checkAgain() {
      const current = making.value;
      if (current.kind !== 'job') return;
      const error = takeAnswer(await provider.checkAgain(current.place, current.job.id), current.place);
      if (error !== undefined) making.value = { kind: 'lost', place: current.place, job: current.job };
    },
    createAnyway() {
      const current = making.value;
      if (current.kind !== 'job') return;
      const { place, job } = current;
      making.value = { kind: 'warned', place, members: job.members, why: 'group-may-exist', before: current };
    },
    async openChat(room) {
      const current = making.value;
      if (current.kind !== 'job') return undefined;
      const answer = await provider.openChat(current.place, room);
      return answer.ok ? undefined : answer.error;
    },
    async leaveTwin() {
      const current = making.value;
      if (current.kind !== 'job') return undefined;
      return takeAnswer(await provider.leaveTwin(current.place, current.job.id), current.place);
    },
  };
}
