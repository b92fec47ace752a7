// A job about a group that exists: nothing is made, so the group is at hand from the beginning, and nothing is looked for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLooking, isRunning, type JobState, jobAt } from './group-job.ts';
import { type JobFact, type JobRequest, STEPS, type Step } from './job-facts.ts';
import { REFUSALS } from './outcome.ts';

const ROOM = '@@one';
const request: JobRequest = {
  id: 'job-1',
  account: '@me',
  members: [
    { userName: '@a', name: 'Anna' },
    { userName: '@b', name: 'Béla' },
  ],
};
const about = (now: number, ...facts: readonly JobFact[]): JobState =>
  jobAt({ ...request, room: ROOM, facts }, now).state;
const begun = (at: number, step: Step = 'invite', room = ROOM): JobFact => ({ type: 'step', at, step, room });
const ended = (at: number, step: Step = 'invite', Ret = 0, room = ROOM): JobFact => ({
  type: 'step-end',
  at,
  step,
  room,
  path: 'raw',
  reply: { BaseResponse: { Ret }, ChatRoomName: '@@other' },
});
const AT_HAND: JobState = {
  phase: 'ended',
  outcome: { kind: 'made', room: ROOM, members: [] },
  isFound: false,
  watchUntil: 0,
};

describe('a job about a group that exists', () => {
  it('has its group at hand from the beginning, however late one looks', () => {
    for (const now of [0, 5, 20_005, 10 ** 12]) expect(about(now)).toEqual(AT_HAND);
    const job = jobAt({ ...request, room: ROOM, facts: [] }, 0);
    expect([isRunning(job), isLooking(job, 0)]).toEqual([false, false]);
  });

  it.each(STEPS)('keeps it when a step has begun: %s', (step) => {
    for (const now of [5, 20_005, 10 ** 12]) expect(about(now, begun(5, step))).toEqual(AT_HAND);
  });

  it('keeps it when only the end of a step was noted', () => {
    expect(about(5, ended(5))).toEqual(AT_HAND);
  });

  it.each([0, -1, 1205, -14])('keeps it whatever becomes of its steps: Ret %i', (ret) => {
    expect(about(90, begun(5), ended(6, 'invite', ret), begun(7, 'name'), ended(8, 'name', ret))).toEqual(
      AT_HAND,
    );
  });

  it('keeps it after a reload, be it before the first step', () => {
    for (const now of [6, 90_000]) expect(about(now, { type: 'restored', at: 6 })).toEqual(AT_HAND);
    expect(about(90_000, begun(5), { type: 'restored', at: 6 }, begun(7))).toEqual(AT_HAND);
  });

  it('keeps it when a step is done with another room', () => {
    expect(about(9, begun(5), begun(6, 'name', '@@two'), ended(7, 'name', 0, '@@two'))).toEqual(AT_HAND);
  });

  it.each<[string, string, readonly string[]]>([
    ['the people who were asked', '@@two', ['@a', '@b']],
    ['some of them', '@@two', ['@a']],
    ['them, and is the group itself', ROOM, ['@a', '@b']],
    ['some of them, and is the group itself', ROOM, ['@b']],
  ])('is changed by no room that turns up with %s', (_whom, room, members) => {
    const seen: JobFact = { type: 'seen', at: 6, rooms: [{ room, members, isOwn: true }] };
    expect(about(7, { ...seen, at: 4 })).toEqual(AT_HAND);
    expect(about(7, { type: 'restored', at: 4 }, seen)).toEqual(AT_HAND);
    expect(about(7, begun(5), seen)).toEqual(AT_HAND);
    expect(about(9, begun(5), ended(6), seen, { ...seen, at: 8 })).toEqual(AT_HAND);
    const notSent: JobFact = { type: 'not-sent', at: 5, reason: 'offline' };
    expect(about(7, notSent, seen)).toEqual(about(5, notSent));
    expect(jobAt({ ...request, facts: [notSent, seen] }, 7).state).toEqual(about(5, notSent));
  });

  it.each(REFUSALS)('is refused when it was not sent: %s', (reason) => {
    const refused = { phase: 'ended', outcome: { kind: 'refused', reason }, watchUntil: 0 };
    const notSent: JobFact = { type: 'not-sent', at: 5, reason };
    expect(about(5, notSent)).toMatchObject(refused);
    expect(about(9, notSent, begun(6), ended(7))).toMatchObject(refused);
    expect(about(9, { type: 'restored', at: 4 }, notSent, { type: 'restored', at: 6 })).toMatchObject(
      refused,
    );
  });

  it('tells who is no contact any more', () => {
    const members = [{ userName: '@b', fate: 'not-a-contact' }];
    const notSent: JobFact = { type: 'not-sent', at: 5, reason: 'stale-contact', gone: ['@b'] };
    expect(about(5, notSent)).toMatchObject({ outcome: { members } });
  });

  it('is not running once a step has begun, and not looked for', () => {
    const job = jobAt({ ...request, room: ROOM, facts: [begun(5)] }, 6);
    expect([isRunning(job), isLooking(job, 6), isLooking(job, 0)]).toEqual([false, false, false]);
  });
});

const at = fc.nat({ max: 100_000 });
const step: fc.Arbitrary<JobFact> = fc
  .tuple(at, fc.constantFrom(...STEPS), fc.constantFrom(ROOM, '@@two'), fc.constantFrom(0, -1), fc.boolean())
  .map(([time, which, room, ret, isEnd]) =>
    isEnd ? ended(time, which, ret, room) : begun(time, which, room),
  );

it('is at hand unless it was not sent, whatever else happens and whenever one looks', () => {
  const other = fc.oneof(
    step,
    at.map((time): JobFact => ({ type: 'sent', at: time })),
    at.map((time): JobFact => ({ type: 'doubtful', at: time, doubt: 'factory-threw' })),
    fc.tuple(at, fc.constantFrom(0, -1, 1205, -2013), fc.constantFrom('', ROOM, '@@two')).map(
      ([time, Ret, ChatRoomName]): JobFact => ({
        type: 'answered',
        at: time,
        reply: { BaseResponse: { Ret }, ChatRoomName },
      }),
    ),
    at.map((time): JobFact => ({ type: 'restored', at: time })),
    at.map((time): JobFact => ({ type: 'check-again', at: time })),
    fc.tuple(at, fc.constantFrom(ROOM, '@@two'), fc.subarray(['@a', '@b', '@x']), fc.boolean()).map(
      ([time, room, members, isOwn]): JobFact => ({
        type: 'seen',
        at: time,
        rooms: [{ room, members, isOwn }],
      }),
    ),
  );
  fc.assert(
    fc.property(fc.array(other, { maxLength: 8 }), at, (facts, now) => {
      expect(about(now, ...facts)).toEqual(AT_HAND);
    }),
    { numRuns: 1000 },
  );
});

describe('steps change nothing of a group that is made', () => {
  const MADE: JobFact = {
    type: 'answered',
    at: 2,
    reply: { BaseResponse: { Ret: 0 }, ChatRoomName: ROOM },
    path: 'factory',
  };
  const members = ['@a', '@b'];
  const seen: JobFact = { type: 'seen', at: 3, rooms: [{ room: ROOM, members, isOwn: true }] };
  const twin: JobFact = { type: 'seen', at: 4, rooms: [{ room: '@@two', members, isOwn: true }] };
  const sent: JobFact = { type: 'sent', at: 0 };

  it.each<[string, readonly JobFact[]]>([
    ['ready', []],
    ['creating', [sent]],
    ['checking', [sent, { type: 'restored', at: 1 }]],
    ['made', [sent, MADE]],
    ['made, with a second group', [sent, MADE, twin]],
    ['found', [sent, { type: 'restored', at: 1 }, seen]],
    ['refused', [sent, { ...MADE, reply: { BaseResponse: { Ret: 1205 } } }]],
    ['not sent', [{ type: 'not-sent', at: 1, reason: 'offline' }]],
    ['ended in doubt', [sent, { ...MADE, reply: '' }, { type: 'check-again', at: 40_000 }]],
  ])('%s', (_phase, facts) => {
    const last = facts.at(-1)?.at ?? 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 5 }), at, (steps, later) => {
        const timed = steps.map((fact) => ({ ...fact, at: last + (fact.at % (later + 1)) }));
        const state = (all: readonly JobFact[]): JobState =>
          jobAt({ ...request, facts: all }, last + later).state;
        expect(state([...facts, ...timed])).toEqual(state(facts));
      }),
    );
  });
});
