// The making of a group as the popup follows it. The job itself lives in the page and goes on without the popup.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Contact } from '../../core/contact.ts';
import type { GroupJob } from '../../core/group-job.ts';
import type { AccountPlace, GroupProvider, ProviderError } from '../../core/provider.ts';

export type Making =
  | { readonly kind: 'none' }
  /** The job was asked for or found; `job` is what the page says of it. */
  | { readonly kind: 'job'; readonly place: AccountPlace; readonly job: GroupJob }
  /** The page cannot be asked what became of the job. */
  | {
      readonly kind: 'lost';
      readonly place: AccountPlace;
      readonly job: GroupJob;
      readonly error: ProviderError;
    }
  /** The page took no job, so nothing was sent. */
  | { readonly kind: 'not-started'; readonly error: ProviderError };

export interface Maker {
  readonly making: ReadonlySignal<Making>;
  readonly start: (place: AccountPlace, people: readonly Contact[]) => Promise<void>;
  /** Takes up a job that was found in the page. */
  readonly resume: (place: AccountPlace, job: GroupJob) => void;
  readonly dismiss: () => Promise<void>;
  readonly openChat: () => Promise<ProviderError | undefined>;
}

export function createMaker(provider: GroupProvider): Maker {
  const making = signal<Making>({ kind: 'none' });
  let dismissed = '';

  async function follow(place: AccountPlace, first: GroupJob): Promise<void> {
    let job = first;
    making.value = { kind: 'job', place, job };
    while (job.state.phase !== 'ended') {
      const answer = await provider.watch(place, job.id, job.revision);
      if (making.value.kind !== 'job' || making.value.job.id !== first.id) return;
      if (!answer.ok) {
        making.value = { kind: 'lost', place, job, error: answer.error };
        return;
      }
      job = answer.value;
      making.value = { kind: 'job', place, job };
    }
  }

  return {
    making,
    async start(place, people) {
      if (making.value.kind === 'job') return; // a second press of the button is the same press
      const members = people.map(({ userName, name }) => ({ userName, name }));
      const request = { id: crypto.randomUUID(), account: place.account.userName, members };
      const asked: GroupJob = { ...request, revision: 0, state: { phase: 'creating' } };
      making.value = { kind: 'job', place, job: asked };
      const answer = await provider.start(place, request);
      if (answer.ok) await follow(place, answer.value);
      else if (answer.error === 'busy') making.value = { kind: 'not-started', error: 'busy' };
      else making.value = { kind: 'lost', place, job: asked, error: answer.error };
    },
    resume(place, job) {
      if (making.value.kind === 'none' && job.id !== dismissed) void follow(place, job);
    },
    async dismiss() {
      const current = making.value;
      making.value = { kind: 'none' };
      if (current.kind !== 'job' && current.kind !== 'lost') return;
      dismissed = current.job.id;
      await provider.dismiss(current.place, current.job.id);
    },
    async openChat() {
      const current = making.value;
      if (current.kind !== 'job' || current.job.state.phase !== 'ended') return undefined;
      const { outcome } = current.job.state;
      if (outcome.kind !== 'made' && outcome.kind !== 'partial') return undefined;
      const answer = await provider.openChat(current.place, outcome.room);
      return answer.ok ? undefined : answer.error;
    },
  };
}
