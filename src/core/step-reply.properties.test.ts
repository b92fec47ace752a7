// Promises of judgeStep that hold for every reply: no throw, no yes that nobody said, no trouble without words for it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { judgeStep, type StepVerdict, TROUBLES } from './step-reply.ts';

const RUNS = { numRuns: 2000 };
const ROOM = '@@room';

const ret = fc.oneof(
  fc.constantFrom<unknown>(0, -2013, '0', '-2013', 1, -1, -14, 1205, 0.5, '', null),
  fc.integer(),
  fc.jsonValue(),
);
/** Replies as WeChat writes them, and the same with fields gone or of another kind. */
const likely = fc.record(
  {
    BaseResponse: fc.oneof(
      fc.record({ Ret: ret, ErrMsg: fc.oneof(fc.string(), fc.jsonValue()) }, { requiredKeys: [] }),
      fc.jsonValue(),
    ),
    ChatRoomName: fc.oneof(fc.constantFrom(ROOM, '', '@@other', '@@'), fc.jsonValue()),
    MemberList: fc.jsonValue(),
    BlackList: fc.constantFrom('', '@a'),
  },
  { requiredKeys: [] },
);
const value = fc.oneof(likely, fc.jsonValue(), fc.constantFrom(undefined, null));
const text = fc.oneof(
  fc.string(),
  fc.json(),
  likely.map((body) => JSON.stringify(body)),
  likely.map((body) => JSON.stringify(body).slice(0, -1)),
  fc.constantFrom('<html>', '<title>502 Bad Gateway', '{', '?', ' '),
);
const status = fc.constantFrom(undefined, 0, 200, 302, 404, 500, 502);
const path = fc.constantFrom('factory' as const, 'raw' as const);
const pageSays = fc.constantFrom('done' as const, 'failed' as const, undefined);

function parsed(reply: unknown): unknown {
  if (typeof reply !== 'string') return reply;
  try {
    return JSON.parse(reply);
  } catch {
    return undefined;
  }
}

function reads(target: unknown, name: string): unknown {
  return typeof target === 'object' && target !== null ? Reflect.get(target, name) : undefined;
}

function saysYes(reply: unknown): boolean {
  const said = reads(reads(parsed(reply), 'BaseResponse'), 'Ret');
  return ['number', 'string'].includes(typeof said) && ['0', '-2013'].includes(String(said));
}

function expectWords(verdict: StepVerdict): void {
  if (verdict.kind === 'done') return;
  expect(TROUBLES).toContain(verdict.trouble);
  expect(typeof verdict.words).toBe('string');
  expect(verdict.ret ?? 0).toSatisfy(Number.isSafeInteger);
}

it('never throws, and says done only of Ret 0 or -2013', () => {
  fc.assert(
    fc.property(path, fc.oneof(value, text), status, (by, reply, http) => {
      const verdict = judgeStep({ path: by, reply, status: http }, ROOM);
      if (verdict.kind === 'done') expect(saysYes(reply)).toBe(true);
      expectWords(verdict);
    }),
    RUNS,
  );
});

it('says done of every Ret 0 or -2013 about the room, and of none about another', () => {
  fc.assert(
    fc.property(likely, status, (reply, http) => {
      const room = reads(reply, 'ChatRoomName');
      const isOther = typeof room === 'string' && room !== '' && room !== ROOM;
      const { kind } = judgeStep({ path: 'raw', reply, status: http }, ROOM);
      expect(kind === 'done').toBe(saysYes(reply) && !isOther);
    }),
    RUNS,
  );
});

it('takes a reply that names the room for what it says without a name', () => {
  fc.assert(
    fc.property(likely, status, (reply, http) => {
      const judge = (ChatRoomName: string): StepVerdict =>
        judgeStep({ path: 'raw', reply: { ...reply, ChatRoomName }, status: http }, ROOM);
      expect(judge(ROOM)).toEqual(judge(''));
    }),
    RUNS,
  );
});

it('takes the word of the page before any reply, and nobody else for it that something was sent', () => {
  fc.assert(
    fc.property(fc.option(path, { nil: undefined }), pageSays, fc.oneof(value, text), (by, says, reply) => {
      const verdict = judgeStep({ path: by, reply, pageSays: says }, ROOM);
      if (by === undefined) expect(verdict).toMatchObject({ kind: 'failed', trouble: 'no-session' });
      else if (says === 'done') expect(verdict).toEqual({ kind: 'done' });
      else if (says === 'failed') expect(verdict).toMatchObject({ kind: 'unsure', trouble: 'marked-failed' });
      else expect(verdict.kind === 'done' && !saysYes(reply)).toBe(false);
      expectWords(verdict);
    }),
    RUNS,
  );
});
