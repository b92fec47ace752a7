// What the agent in the page answers to each call, as schemas: the page could say anything.
// Apart from the calls themselves, so that the agent, which only writes answers, does not carry valibot with it.
import * as v from 'valibot';
import { STEPS } from './job-facts.ts';
import { DOUBTS, MISSING_PARTS, REFUSALS } from './outcome.ts';
import type { CallName } from './page-protocol.ts';

const Name = v.string();
const Missing = v.picklist(MISSING_PARTS);

const Sending = { path: v.optional(v.picklist(['factory', 'raw'])), missing: v.optional(Missing) };
const At = v.number();
const Fact = v.variant('type', [
  v.object({ type: v.literal('sent'), at: At }),
  v.object({
    type: v.literal('not-sent'),
    at: At,
    reason: v.picklist(REFUSALS),
    gone: v.optional(v.array(Name)),
  }),
  v.object({
    type: v.literal('answered'),
    at: At,
    reply: v.optional(v.unknown()),
    status: v.optional(v.number()),
    ...Sending,
  }),
  v.object({ type: v.literal('doubtful'), at: At, doubt: v.picklist(DOUBTS), ...Sending }),
  v.object({ type: v.literal('restored'), at: At }),
  v.object({
    type: v.literal('seen'),
    at: At,
    rooms: v.array(v.object({ room: Name, members: v.array(Name), isOwn: v.boolean() })),
  }),
  v.object({ type: v.literal('check-again'), at: At }),
  v.object({ type: v.literal('twin-left'), at: At, room: Name }),
  v.object({
    type: v.literal('step'),
    at: At,
    step: v.picklist(STEPS),
    room: Name,
    people: v.optional(v.array(Name)),
  }),
  v.object({
    type: v.literal('step-end'),
    at: At,
    since: v.optional(At),
    step: v.picklist(STEPS),
    room: Name,
    reply: v.optional(v.unknown()),
    status: v.optional(v.number()),
    pageSays: v.optional(v.picklist(['done', 'failed'])),
    fun: v.optional(v.picklist(['addmember', 'invitemember'])),
    read: v.optional(
      v.object({
        nickName: v.string(),
        memberCount: v.number(),
        isOwn: v.boolean(),
        members: v.array(Name),
      }),
    ),
    ...Sending,
  }),
]);
const Job = v.object({
  id: v.string(),
  account: Name,
  members: v.array(v.object({ userName: Name, name: v.string() })),
  topic: v.optional(v.string()),
  greeting: v.optional(v.string()),
  room: v.optional(Name),
  facts: v.array(Fact),
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

const OpenRoom = v.object({
  /** As HTML. */
  nickName: v.string(),
  isOwn: v.boolean(),
  /** Yourself included. */
  memberCount: v.number(),
  /** Yourself included; the names are HTML, the second the one used in this group. */
  members: v.array(v.tuple([Name, v.string(), v.string()])),
});

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
  look: Job,
  checkAgain: Job,
  leaveTwin: Job,
  openChat: v.null(),
  runSteps: Job,
  readRoom: OpenRoom,
} as const satisfies Record<CallName, v.GenericSchema>;

export type Answers<Name extends CallName> = v.InferOutput<(typeof ANSWERS)[Name]>;
export type DeepReadonly<Value> = Value extends object
  ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
  : Value;
