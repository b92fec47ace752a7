// Promises of judgeReply that hold for every input whatsoever: no throw, no group without a room, nobody in without one.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Outcome } from './outcome.ts';
import { judgeReply } from './reply.ts';

const RUNS = { numRuns: 1000 };
const ASKED = ['@a', '@b', '@c'];

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});
const ret = fc.oneof(
  fc.constantFrom<unknown>(0, -2013, '0', '-2013', 1, -1, 1205, -0, 0.5, '', null),
  fc.integer(),
  fc.anything(),
);
const userName = fc.constantFrom('@a', '@b', '@c', '@d', '');
const members = fc.array(
  fc.oneof(
    fc.record({ UserName: userName, MemberStatus: fc.oneof(fc.integer({ min: -1, max: 7 }), fc.anything()) }),
  ),
);
/** Valid replies, and the same with fields gone, changed or of another kind. */
const mutated = fc.record(
  {
    BaseResponse: fc.oneof(
      {
        weight: 9,
        arbitrary: fc.record({ Ret: ret, ErrMsg: fc.oneof(fc.string(), anything) }, { requiredKeys: [] }),
      },
      { weight: 1, arbitrary: anything },
    ),
    ChatRoomName: fc.oneof(fc.constantFrom('@@room', '', '@person', '@@'), anything),
    MemberList: fc.oneof(members, anything),
    BlackList: fc.oneof(fc.constantFrom('', '@a', '@a,@b'), anything),
  },
  { requiredKeys: [] },
);
const valid = fc.record({
  BaseResponse: fc.record({ Ret: fc.constantFrom(0, -2013, 1), ErrMsg: fc.string() }),
  Topic: fc.string(),
  MemberList: members,
  ChatRoomName: fc.constantFrom('@@room', ''),
  BlackList: fc.constantFrom('', '@a'),
});
const validText = valid.map((body) => JSON.stringify(body));
const reply = fc.oneof(
  anything,
  mutated,
  fc.string(),
  fc.json(),
  mutated.map((body) => fc.stringify(body)),
  validText,
);

function reads(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** What the facts ask for: Ret 0 or -2013, and a room. */
function saysMade(value: unknown): boolean {
  const body: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  const room = reads(body, 'ChatRoomName');
  const said = String(reads(reads(body, 'BaseResponse'), 'Ret'));
  return typeof room === 'string' && room.startsWith('@@') && ['0', '-0', '-2013'].includes(said);
}

it('never throws, and says made or partial only of a body with Ret 0 or -2013 and a room', () => {
  fc.assert(
    fc.property(reply, (value) => {
      const outcome = judgeReply(value, ASKED);
      if (outcome.kind === 'made' || outcome.kind === 'partial') expect(saysMade(value)).toBe(true);
    }),
    RUNS,
  );
});

it('never says of anybody that they are in when no group was made', () => {
  fc.assert(
    fc.property(fc.oneof(mutated, validText), (value) => {
      const outcome: Outcome = judgeReply(value, ASKED);
      const told = outcome.kind === 'refused' ? outcome.members.map(({ fate }) => fate) : [];
      expect(told).not.toContain('in');
      expect(told).not.toContain('in-or-invited');
    }),
    RUNS,
  );
});

it('tells of everybody who was asked, once and in order, when a group was made', () => {
  fc.assert(
    fc.property(valid, (body) => {
      const outcome = judgeReply(body, ASKED);
      if (outcome.kind !== 'made' && outcome.kind !== 'partial') return;
      expect(outcome.members.map((member) => member.userName)).toEqual(ASKED);
    }),
    RUNS,
  );
});

it('says made only when nobody is known to be missing', () => {
  fc.assert(
    fc.property(valid, (body) => {
      const outcome = judgeReply(body, ASKED);
      if (outcome.kind !== 'made') return;
      const fates = new Set(outcome.members.map(({ fate }) => fate));
      expect([['in'], ['not-reported']]).toContainEqual([...fates]);
    }),
    RUNS,
  );
});

it('judges a JSON text like the object', () => {
  fc.assert(
    fc.property(valid, (body) => {
      expect(judgeReply(JSON.stringify(body), ASKED)).toEqual(judgeReply(body, ASKED));
    }),
    RUNS,
  );
});

it('takes every cut of a valid body for unknown', () => {
  fc.assert(
    fc.property(validText, fc.nat(), (text, at) => {
      expect(judgeReply(text.slice(0, at % text.length), ASKED)).toMatchObject({ kind: 'unknown' });
    }),
    RUNS,
  );
});
