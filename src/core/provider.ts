// What a system must offer so that groups can be made with it, and which capabilities it has.
import type { Contact, UserName } from './contact.ts';
import type { JobRecord, JobRequest, Step } from './job-facts.ts';
import type { MissingPart } from './outcome.ts';

/** Why a provider has no answer. Each is also the key of the words that people read. */
export type ProviderError =
  | 'page-gone'
  | 'page-not-answering'
  | 'answer-not-understood'
  | 'agent-failed'
  | 'busy'
  | 'no-such-job'
  | 'chat-not-opened'
  | 'logged-out'
  | 'not-left'
  | 'room-not-read';

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: ProviderError };

/** A place where a person may be logged in: for WeChat Web, one of its tabs. */
export interface Place {
  /** Names the place for as long as it is open. */
  readonly id: number;
  readonly host: string;
  /** Its position among the tabs of its window, from 1. */
  readonly tab: number;
  /** Whether it is what the person is looking at. */
  readonly current: boolean;
}

export interface Account {
  readonly userName: UserName;
  readonly name: string;
  /** Names the account through its logins, for what is remembered of it; says nothing else about it. */
  readonly key: string;
}

export interface AccountPlace extends Place {
  readonly account: Account;
}

/** What there is to make groups with, at one moment. */
export type Places =
  | { readonly kind: 'none' }
  /** A page is there and not yet ready. */
  | { readonly kind: 'starting' }
  | { readonly kind: 'nobody-logged-in'; readonly place: Place; readonly missing: readonly MissingPart[] }
  | { readonly kind: 'failing'; readonly place: Place; readonly error: ProviderError }
  | { readonly kind: 'accounts'; readonly places: readonly [AccountPlace, ...AccountPlace[]] };

export interface PlaceStatus {
  /** Undefined when nobody is logged in any more. */
  readonly account: Account | undefined;
  /** The page is there and not yet ready. */
  readonly isStarting: boolean;
  readonly contacts: { readonly count: number; readonly settled: boolean; readonly revision: string };
  readonly missing: readonly MissingPart[];
  /** The job that the place holds, running or ended and not yet dismissed. */
  readonly job: JobRecord | undefined;
}

export interface Capabilities {
  readonly names: boolean;
  readonly greets: boolean;
  readonly showsQrCode: boolean;
  readonly joinsByQrCode: boolean;
  readonly opensChats: boolean;
  /** Whether groups that exist can be listed, renamed and added to. */
  readonly changesGroups: boolean;
}

/** Steps to be done with a group. */
export interface StepsWanted {
  readonly room: UserName;
  readonly steps: readonly Step[];
  /** Whom an invitation is about. */
  readonly people: readonly UserName[];
}

/** A group that the account is in. */
export interface GroupRow {
  readonly userName: UserName;
  /** After its members where it has no name; `''` when nothing is known. */
  readonly name: string;
  /** Yourself included; 0 when it is not known. */
  readonly memberCount: number;
}

/** A group and who is in it. */
export interface OpenGroup {
  /** `''` while it has none. */
  readonly name: string;
  readonly isOwn: boolean;
  /** Yourself included. */
  readonly memberCount: number;
  /** Without yourself. */
  readonly members: readonly { readonly userName: UserName; readonly name: string }[];
}

export interface GroupProvider {
  readonly capabilities: Capabilities;
  readonly findPlaces: () => Promise<Places>;
  readonly status: (place: Place) => Promise<Result<PlaceStatus>>;
  /** All contacts in list order. `onFirst` gets the first of them before the rest has arrived. */
  readonly contacts: (
    place: Place,
    onFirst: (contacts: readonly Contact[], total: number) => void,
  ) => Promise<Result<readonly Contact[]>>;
  /** A picture as a `data:` URL, or null when there is none to be had. */
  readonly avatar: (place: Place, userName: UserName) => Promise<string | null>;
  /** When the account asked for groups in the last hour, in milliseconds since 1970. */
  readonly recentTimes: (account: Account) => Promise<readonly number[]>;
  /** Starts a job; asking again with the same id is asking for the same job. */
  readonly start: (place: AccountPlace, request: JobRequest) => Promise<Result<JobRecord>>;
  /** The job, once it has more than so many facts. */
  readonly watch: (place: Place, id: string, facts: number) => Promise<Result<JobRecord>>;
  /** Lets go of an ended job that the person has seen. */
  readonly dismiss: (place: Place, id: string) => Promise<void>;
  /** Looks for rooms that have turned up since the job was asked for. */
  readonly look: (place: Place, id: string) => Promise<Result<JobRecord>>;
  /** Begins to look once more for the group of a job that ended in doubt. */
  readonly checkAgain: (place: Place, id: string) => Promise<Result<JobRecord>>;
  /** Leaves the second group that one request made. */
  readonly leaveTwin: (place: Place, id: string, room: UserName) => Promise<Result<JobRecord>>;
  readonly openChat: (place: Place, room: UserName) => Promise<Result<null>>;
  /** Does steps with the group of a job, unless others have begun than the popup has seen. */
  readonly runSteps: (place: Place, seen: JobRecord, wanted: StepsWanted) => Promise<Result<JobRecord>>;
  /** The groups that the account is in, as far as they are known. */
  readonly groups: (place: Place) => Promise<Result<readonly GroupRow[]>>;
  readonly openGroup: (place: AccountPlace, room: UserName) => Promise<Result<OpenGroup>>;
  /** Shows the person the place, or opens one where there is none. */
  readonly show: (place: Place | undefined) => Promise<void>;
}
