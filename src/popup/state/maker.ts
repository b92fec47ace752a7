// What the screens see of a group that is being made, and what they can do about it.
import type { ReadonlySignal } from '@preact/signals';
import type { UserName } from '../../core/contact.ts';
import type { GroupJob } from '../../core/group-job.ts';
import type { StepAt } from '../../core/group-steps.ts';
import type { GroupWish, JobRecord, Step } from '../../core/job-facts.ts';
import type { AccountPlace, ProviderError } from '../../core/provider.ts';
import type { TooSoon } from '../../core/restraint.ts';

export type Warning = TooSoon | 'group-may-exist';

/** @typeParam Job how a job is held: its facts, or as it stands now */
export type MakingStage<Job> =
  | { readonly kind: 'none' }
  /** Nothing is sent yet: the person is told what could come of it. */
  | {
      readonly kind: 'warned';
      readonly place: AccountPlace;
      readonly wish: GroupWish;
      readonly why: Warning;
      /** The job in doubt that may have made this group already. */
      readonly doubtful?: JobRecord | undefined;
    }
  | { readonly kind: 'job'; readonly place: AccountPlace; readonly job: Job }
  /** The page cannot be asked what became of the job: it is reloading, or, after a while, gone. */
  | { readonly kind: 'lost'; readonly place: AccountPlace; readonly job: Job; readonly isGone: boolean }
  /** The page took no job, so nothing was sent. */
  | { readonly kind: 'not-started' };

export type Making = MakingStage<GroupJob>;

export interface Maker {
  readonly making: ReadonlySignal<Making>;
  /** Makes the group, or warns where another one comes too soon. A second press while it works is the same press. */
  readonly start: (place: AccountPlace, wish: GroupWish) => Promise<void>;
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
  /** The steps of the job that is shown, as they stand now. */
  readonly steps: ReadonlySignal<readonly StepAt[]>;
  /** Does steps again, once those under way have ended; `people` are those whom an invitation is about. */
  readonly repeat: (steps: readonly Step[], people?: readonly UserName[]) => Promise<void>;
}
