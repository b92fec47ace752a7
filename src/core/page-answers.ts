// What the agent in the page answers to each call, as schemas: the page could say anything.
// Apart from the calls themselves, so that the agent, which only writes answers, does not carry valibot with it.
import * as v from 'valibot';
import { DOUBTS, FATES, MISSING_PARTS, REFUSALS } from './outcome.ts';
import type { CallName } from './page-protocol.ts';

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

const Job = v.object({
  id: v.string(),
  account: Name,
  members: v.array(v.object({ userName: Name, name: v.string() })),
  revision: v.number(),
  state: v.variant('phase', [
    v.object({ phase: v.literal('ready') }),
    v.object({ phase: v.literal('creating'), since: v.number() }),
    v.object({
      phase: v.literal('checking'),
      since: v.number(),
      doubt: Unknown,
      path: v.optional(Path),
      missing: v.optional(Missing),
    }),
    v.object({
      phase: v.literal('ended'),
      outcome: Outcome,
      isFound: v.boolean(),
      twin: v.optional(v.object({ room: Name, left: v.boolean() })),
      watchUntil: v.number(),
      path: v.optional(Path),
      missing: v.optional(Missing),
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
