// Promises of the job machine for every sequence of facts and clocks: no made group goes unreported, and each job ends.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type JobState, jobAt } from './group-job.ts';
import type { JobFact } from './job-facts.ts';
import { DOUBTS, FATES, MISSING_PARTS, type Outcome, REFUSALS } from './outcome.ts';
import { groupInRoom } from './room-match.ts';

const RUNS = { numRuns: 2000 };
const ASKED = ['@a', '@b', '@c'];
const LONG = 10 ** 7;
const request = {
  id: 'job-1',
  account: '@me',
  members: ASKED.map((userName) => ({ userName, name: userName.slice(1) })),
};
const stateAt = (facts: readonly JobFact[], now: number): JobState => jobAt({ ...request, facts }, now).state;

const at = fc.nat({ max: 150_000 });
const sending = {
  path: fc.constantFrom('factory' as const, 'raw' as const, undefined),
  missing: fc.constantFrom('no-factory' as const, undefined),
};
/** A request made by one press can make two groups, never three. */
const group = fc.constantFrom('@@one', '@@two');
const people = fc.oneof(fc.constant(ASKED), fc.subarray([...ASKED, '@x']));
const madeReply = fc
  .record({
    BaseResponse: fc.record({ Ret: fc.constantFrom(0, -2013, '0') }),
    ChatRoomName: group,
    MemberList: fc.array(
      fc.record({ UserName: fc.constantFrom(...ASKED), MemberStatus: fc.nat({ max: 6 }) }),
    ),
  })
  .chain((body) => fc.constantFrom<unknown>(body, JSON.stringify(body)));
const otherReply = fc.oneof(
  fc.constantFrom<unknown>('', undefined, null, '<html>', '<title>502</title>', '{'),
  fc.integer().map((Ret) => ({ BaseResponse: { Ret }, ChatRoomName: '' })),
  fc.anything(),
);
const status = fc.constantFrom(undefined, 200, 404, 502);
const settling: fc.Arbitrary<JobFact> = fc.oneof(
  fc.record({ type: fc.constant('answered' as const), at, reply: madeReply, status, ...sending }),
  fc.record({ type: fc.constant('answered' as const), at, reply: otherReply, status, ...sending }),
  fc.record({ type: fc.constant('doubtful' as const), at, doubt: fc.constantFrom(...DOUBTS), ...sending }),
);
const other: fc.Arbitrary<JobFact> = fc.oneof(
  fc.record({ type: fc.constantFrom('sent' as const, 'restored' as const, 'check-again' as const), at }),
  fc.record({
    type: fc.constant('seen' as const),
    at,
    rooms: fc.array(fc.record({ room: group, members: people, isOwn: fc.boolean() }), { maxLength: 3 }),
  }),
  fc.record({ type: fc.constant('twin-left' as const), at, room: group }),
);
/** One request, so one answer at most, anywhere among the rest; the clock may be set back now and then. */
const facts = fc
  .record({
    settled: fc.option(settling, { nil: undefined }),
    others: fc.array(other, { maxLength: 8 }),
    place: fc.nat({ max: 8 }),
    isOrdered: fc.boolean(),
  })
  .map(({ settled, others, place, isOrdered }) => {
    const all = settled === undefined ? others : others.toSpliced(place, 0, settled);
    const first: JobFact = { type: 'sent', at: 0 };
    return [first, ...(isOrdered ? all.toSorted((a, b) => a.at - b.at) : all)];
  });
const notSent: fc.Arbitrary<JobFact> = fc.record({
  type: fc.constant('not-sent' as const),
  at,
  reason: fc.constantFrom(...REFUSALS),
  gone: fc.constantFrom(undefined, ['@b']),
});

/** What the popup has words for. */
function expectShowable(state: JobState): void {
  if (state.phase === 'ready' || state.phase === 'creating') return;
  const outcome = state.phase === 'checking' ? state.doubt : state.outcome;
  expectCodes(outcome);
  expect([undefined, 'factory', 'raw']).toContain(state.path);
  expect([undefined, ...MISSING_PARTS]).toContain(state.missing);
}

function expectCodes(outcome: Outcome): void {
  if (outcome.kind === 'refused') expect(REFUSALS).toContain(outcome.reason);
  if (outcome.kind === 'unknown') expect(DOUBTS).toContain(outcome.reason);
  else for (const { fate } of outcome.members) expect(FATES).toContain(fate);
  if (outcome.kind === 'made' || outcome.kind === 'partial') expect(outcome.room).toMatch(/^@@/);
}

function reported(state: JobState): readonly string[] {
  if (state.phase !== 'ended') return [];
  const { outcome, twin } = state;
  const room = outcome.kind === 'made' || outcome.kind === 'partial' ? [outcome.room] : [];
  return twin === undefined ? room : [...room, twin.room];
}

/** The groups that were told of: by an answer, or by a look when one was due. */
function groupsIn(all: readonly JobFact[]): readonly string[] {
  return all.flatMap((fact, index) => {
    if (fact.type === 'answered') return reported(stateAt([{ type: 'sent', at: 0 }, fact], fact.at));
    if (fact.type !== 'seen') return [];
    const { phase } = stateAt(all.slice(0, index), fact.at);
    if (phase !== 'checking' && phase !== 'ended') return [];
    return fact.rooms.filter((room) => groupInRoom(room, ASKED) !== undefined).map(({ room }) => room);
  });
}

it('leaves no made group unreported, whenever one looks', () => {
  fc.assert(
    fc.property(facts, at, (all, later) => {
      const last = Math.max(...all.map((fact) => fact.at));
      for (const now of [last, last + later, last + LONG]) {
        const state = stateAt(all, now);
        for (const room of groupsIn(all)) expect(reported(state)).toContain(room);
        expect(new Set(reported(state)).size).toBe(reported(state).length);
      }
    }),
    RUNS,
  );
});

it('says made of nothing that neither an answer nor a look told of', () => {
  fc.assert(
    fc.property(facts, (all) => {
      for (const room of reported(stateAt(all, LONG))) expect(groupsIn(all)).toContain(room);
    }),
    RUNS,
  );
});

it('ends in a state that the popup can show, and passes through no other', () => {
  fc.assert(
    fc.property(facts, at, (all, now) => {
      all.forEach((fact, index) => {
        for (const time of [fact.at, now]) expectShowable(stateAt(all.slice(0, index + 1), time));
      });
      const end = stateAt(all, LONG);
      expect(end.phase).toBe('ended');
      expectShowable(end);
    }),
    RUNS,
  );
}, 20_000);

it('keeps to it that nothing was sent, whatever else is said but an answer', () => {
  fc.assert(
    fc.property(notSent, fc.array(other, { maxLength: 6 }), at, (fact, others, now) => {
      const state = stateAt([fact, ...others], now);
      expect(state).toEqual(stateAt([fact], fact.at));
      expect(state).toMatchObject({ phase: 'ended', outcome: { kind: 'refused' } });
      expectShowable(state);
    }),
    RUNS,
  );
});

it('is the same at a clock, however often and when one looked before', () => {
  /** Leaves every job as it is, so it stands for a look at the clock. */
  const look = (time: number): JobFact => ({ type: 'twin-left', at: time, room: '@@nowhere' });
  fc.assert(
    fc.property(facts, fc.array(at, { maxLength: 5 }), at, (all, looks, later) => {
      const ordered = all.toSorted((a, b) => a.at - b.at);
      const looked = [...ordered, ...looks.map(look)].toSorted((a, b) => a.at - b.at);
      const now = Math.max(...looked.map((fact) => fact.at)) + later;
      expect(stateAt(looked, now)).toEqual(stateAt(ordered, now));
    }),
    RUNS,
  );
});
