// The contract between the extension and its agent in the page: each call, what it takes and what it answers.
import * as v from 'valibot';
import type { UserName } from './contact.ts';
import type { JobRequest } from './group-job.ts';
import { DOUBTS, FATES, MISSING_PARTS, REFUSALS } from './outcome.ts';

/** The agent sits on the page's window under `Symbol.for(AGENT_KEY)`. */
export const AGENT_KEY = 'laqun.agent';
/** Grows when an older popup or agent could misread the newer one. */
export const PROTOCOL = 1;

const Name = v.string();
const Missing = v.picklist(MISSING_PARTS);
const Path = v.picklist(['factory', 'raw']);
const Members = v.array(v.object({ userName: Name, fate: v.picklist(FATES) }));
const Ret = v.optional(v.number());

const Unknown = v.object({
  kind: v.literal('unknown'),
  reason: v.picklist(DOUBTS),
  ret: Ret,
  words: v.string(),
});
const Outcome = v.variant('kind', [
  v.object({ kind: v.literal('made'), room: Name, members: Members }),
  v.object({ kind: v.literal('partial'), room: Name, members: Members, words: v.string() }),
  v.object({
    kind: v.literal('refused'),
    reason: v.picklist(REFUSALS),
    ret: Ret,
    words: v.string(),
    members: Members,
  }),
  Unknown,
]);

const Sending = { path: v.optional(Path), missing: v.optional(Missing) };
const Job = v.object({
  id: v.string(),
  account: Name,
  members: v.array(v.object({ userName: Name, name: v.string() })),
  revision: v.number(),
  state: v.variant('phase', [
    v.object({ phase: v.literal('ready') }),
    v.object({ phase: v.literal('creating'), since: v.number() }),
    v.object({ phase: v.literal('checking'), since: v.number(), doubt: Unknown, ...Sending }),
    v.object({
      phase: v.literal('ended'),
      outcome: Outcome,
      isFound: v.boolean(),
      twin: v.optional(v.object({ room: Name, left: v.boolean() })),
      watchUntil: v.number(),
      ...Sending,
    }),
  ]),
});

const Status = v.object({
  protocol: v.number(),
  host: v.string(),
  account: v.variant('state', [
    v.object({ state: v.literal('out') }),
    v.object({ state: v.literal('starting') }),
    v.object({ state: v.literal('in'), userName: Name, nickName: v.string(), key: v.string() }),
  ]),
  contacts: v.object({
    /** People that can be picked, so far. */
    count: v.number(),
    /** Whether no more are expected. */
    settled: v.boolean(),
    /** Changes when any contact does. */
    revision: v.string(),
  }),
  missing: v.array(Missing),
  job: v.nullable(Job),
});

/** A contact on its way to the popup: the page's fields in a fixed order, because ten thousand of them cross at once. */
const ContactRow = v.tuple([
  Name,
  v.string(), // NickName, as HTML
  v.string(), // RemarkName, as HTML
  v.string(), // Alias
  v.string(), // PYQuanPin
  v.string(), // RemarkPYQuanPin
  v.number(), // StarFriend
  v.number(), // ContactFlag
]);
export type ContactRow = DeepReadonly<v.InferOutput<typeof ContactRow>>;

const ContactsPart = v.object({
  /** The reading that this part belongs to: parts of different readings do not fit together. */
  reading: v.number(),
  total: v.number(),
  rows: v.array(ContactRow),
});

const Room = v.object({ userName: Name, nickName: v.string(), memberCount: v.number() });
export type RoomRow = DeepReadonly<v.InferOutput<typeof Room>>;

/** What each call takes. */
export interface Takes {
  /** `now` is the popup's clock: what takes too long is judged by it, since a page's timers are slowed in the background. */
  readonly status: Now;
  /** Contacts in list order, from `from` up to `to`. A part that begins at 0 makes a new reading. */
  readonly contacts: { readonly from: number; readonly to: number };
  readonly rooms: NoArgs;
  readonly avatar: { readonly userName: UserName };
  readonly start: JobRequest & Now;
  /** Answered when the job has moved past `revision`. */
  readonly watch: { readonly id: string; readonly revision: number };
  /** Lets go of an ended job that the person has seen. */
  readonly dismiss: { readonly id: string };
  /** Looks once more for the group of a job that ended in doubt. */
  readonly checkAgain: { readonly id: string } & Now;
  /** Leaves the second group that one request made. */
  readonly leaveTwin: { readonly id: string };
  readonly openChat: { readonly room: UserName };
}
interface Now {
  /** In milliseconds since 1970. */
  readonly now: number;
}
type NoArgs = Readonly<Record<never, never>>;
export type CallName = keyof Takes;

/** What each call answers. */
export const ANSWERS = {
  status: Status,
  contacts: ContactsPart,
  rooms: v.array(Room),
  /** A picture as a `data:` URL, or null when there is none. */
  avatar: v.nullable(v.string()),
  start: Job,
  watch: Job,
  dismiss: v.null(),
  checkAgain: Job,
  leaveTwin: Job,
  openChat: v.null(),
} as const satisfies Record<CallName, v.GenericSchema>;

export type Answers<Name extends CallName> = v.InferOutput<(typeof ANSWERS)[Name]>;
export type DeepReadonly<Value> = Value extends object
  ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
  : Value;

/** Why a call has no answer. */
export const CALL_ERRORS = [
  'unknown-call',
  'bad-call',
  'agent-failed',
  'busy',
  'no-such-job',
  'chat-not-opened',
  'logged-out',
  'not-left',
] as const;
export type CallError = (typeof CALL_ERRORS)[number];

/** Chrome drops errors of calls into a page, so an answer is always a tagged value. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: { readonly code: CallError } };
