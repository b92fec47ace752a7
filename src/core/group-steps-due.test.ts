// Which steps are still to be done: what never began or was cut off, and nothing that may have been sent twice.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GroupJob, jobAt } from './group-job.ts';
import { dueSteps, stepsAt, stepsOf } from './group-steps.ts';
import { type JobFact, type JobRequest, type RoomRead, STEPS, type Step, type StepEnd } from './job-facts.ts';

const ROOM = '@@one';
const request: JobRequest = {
  id: 'job-1',
  account: '@me',
  members: [{ userName: '@a', name: 'Anna' }],
  topic: 'Book club',
  greeting: 'Hello',
};
const sent: JobFact = { type: 'sent', at: 0 };
const answered = (reply: unknown): JobFact => ({ type: 'answered', at: 0, reply, path: 'factory' });
const made = answered({ BaseResponse: { Ret: 0 }, ChatRoomName: ROOM });
const read: RoomRead = { nickName: 'Book club', memberCount: 2, isOwn: true, members: ['@a'] };
const ok: StepEnd = { path: 'raw', reply: { BaseResponse: { Ret: 0 } }, read };
const no: StepEnd = { path: 'raw', reply: { BaseResponse: { Ret: -1 } } };
const begun = (at: number, step: Step, room = ROOM): JobFact => ({ type: 'step', at, step, room });
const ended = (at: number, step: Step, end = ok): JobFact => ({
  type: 'step-end',
  at,
  step,
  room: ROOM,
  ...end,
});
const did = (at: number, step: Step, end = ok): readonly JobFact[] => [
  begun(at, step),
  ended(at + 1, step, end),
];
const restored = (at: number): JobFact => ({ type: 'restored', at });

const newGroup = (...facts: readonly JobFact[]): GroupJob =>
  jobAt({ ...request, facts: [sent, made, ...facts] }, 60_000);
const oldGroup = (...facts: readonly JobFact[]): GroupJob => jobAt({ ...request, room: ROOM, facts }, 60_000);
const due = (...facts: readonly JobFact[]): readonly Step[] => dueSteps(newGroup(...facts), 60_000);

describe('due is what never began', () => {
  it.each<[string, readonly JobFact[], readonly Step[]]>([
    ['all of it', [], ['check', 'name', 'greet', 'read']],
    ['all but the first', did(1, 'check'), ['name', 'greet', 'read']],
    ['the last', [...did(1, 'check'), ...did(3, 'name'), ...did(5, 'greet')], ['read']],
    ['nothing', [...did(1, 'check'), ...did(3, 'name'), ...did(5, 'greet'), ...did(7, 'read')], []],
    ['whatever began in another room', [begun(1, 'check', '@@two')], ['check', 'name', 'greet', 'read']],
  ])('%s', (_what, facts, steps) => {
    expect(due(...facts)).toEqual(steps);
  });

  it('only of what was asked for, not of what a person began besides', () => {
    const plain = { ...request, topic: undefined, greeting: undefined };
    const besides = [
      sent,
      made,
      ...did(1, 'check'),
      begun(3, 'invite'),
      restored(4),
      begun(5, 'read'),
      restored(6),
    ];
    expect(dueSteps(jobAt({ ...plain, facts: besides }, 60_000), 60_000)).toEqual([]);
  });

  it('in a group that exists, all that waits, from the beginning', () => {
    const steps: readonly Step[] = ['invite', 'name', 'greet', 'read'];
    expect(stepsAt(oldGroup(), 5)).toEqual(steps.map((one) => ({ step: one, state: { kind: 'waiting' } })));
    expect(dueSteps(oldGroup(), 5)).toEqual(steps);
    expect(dueSteps(oldGroup(...did(1, 'invite')), 60_000)).toEqual(['name', 'greet', 'read']);
  });
});

describe('due is what a reload cut off', () => {
  it.each<[string, readonly JobFact[], readonly Step[]]>([
    ['a reading', [begun(1, 'check'), restored(2)], ['check', 'name', 'greet', 'read']],
    [
      'the name, though it may have been set',
      [...did(1, 'check'), begun(3, 'name'), restored(4)],
      ['name', 'greet', 'read'],
    ],
    [
      'but not the greeting',
      [...did(1, 'check'), ...did(3, 'name'), begun(5, 'greet'), restored(6)],
      ['read'],
    ],
    ['but not what ended before', [...did(1, 'check', no), restored(3)], ['name', 'greet', 'read']],
  ])('%s', (_what, facts, steps) => {
    expect(due(...facts)).toEqual(steps);
  });

  it('but not an invitation, which people may have had', () => {
    expect(dueSteps(oldGroup(begun(1, 'invite'), restored(2)), 60_000)).toEqual(['name', 'greet', 'read']);
  });

  it('but not the name that the group carries, as a reading after it shows', () => {
    const cut = [...did(1, 'check'), begun(3, 'name'), restored(4)];
    expect(due(...cut, ...did(5, 'read'))).toEqual(['greet']);
    const otherwise = { ...ok, read: { ...read, nickName: 'Bok club' } };
    // The reading that was done says nothing of a name that is given anew.
    expect(due(...cut, ...did(5, 'read', otherwise))).toEqual(['name', 'greet', 'read']);
  });

  it('only once', () => {
    const again = [...did(1, 'check'), begun(3, 'name'), restored(4), ...did(5, 'name'), ...did(7, 'greet')];
    expect(due(...again)).toEqual(['read']);
  });
});

describe('not due is', () => {
  it.each<[string, StepEnd]>([
    ['what was refused', no],
    ['what nobody answered', { path: 'raw' }],
    ['what found no session', {}],
  ])('%s: a person decides that', (_what, end) => {
    expect(due(...did(1, 'check', end))).toEqual(['name', 'greet', 'read']);
    expect(due(...did(1, 'check', end), ...did(3, 'name', end))).toEqual(['greet', 'read']);
    expect(due(...did(1, 'check', end), ...did(3, 'name', end), ...did(5, 'greet', end))).toEqual(['read']);
  });

  it('what had no end within 15 s', () => {
    expect(dueSteps(newGroup(begun(1_000, 'check')), 16_000)).toEqual(['name', 'greet', 'read']);
  });

  it.each(STEPS)('anything, while %s is running', (step) => {
    expect(dueSteps(newGroup(begun(1_000, step)), 15_999)).toEqual([]);
  });

  it.each(['@@one', '@@two'])('a greeting that may have been sent, be it to %s', (room) => {
    const cut = [...did(1, 'check'), begun(3, 'greet', room), restored(4)];
    expect(due(...cut)).toEqual(['name', 'read']);
  });
});

describe('nothing is due while there is no group', () => {
  it.each<[string, readonly JobFact[]]>([
    ['before it is asked for', []],
    ['while it is asked for', [sent]],
    ['while it is looked for', [sent, answered('')]],
    ['when it was refused', [sent, answered({ BaseResponse: { Ret: 1205 }, ChatRoomName: '' })]],
    ['when it was not sent', [{ type: 'not-sent', at: 1, reason: 'offline' }]],
  ])('%s', (_when, facts) => {
    expect(dueSteps(jobAt({ ...request, facts }, 5), 5)).toEqual([]);
  });

  it('nor when it ended in doubt', () => {
    expect(dueSteps(jobAt({ ...request, facts: [sent, answered('')] }, 10 ** 9), 10 ** 9)).toEqual([]);
  });

  it('nor in a group that exists, when nothing was sent', () => {
    expect(dueSteps(oldGroup({ type: 'not-sent', at: 1, reason: 'offline' }), 5)).toEqual([]);
  });

  it('but it is when the group was found', () => {
    const rooms = [{ room: ROOM, members: ['@a'], isOwn: true }];
    const found = [sent, answered(''), { type: 'seen' as const, at: 1, rooms }];
    expect(dueSteps(jobAt({ ...request, facts: found }, 5), 5)).toEqual(['check', 'name', 'greet', 'read']);
  });
});

describe('whatever happened', () => {
  const at = fc.nat({ max: 40_000 });
  const step = fc.constantFrom(...STEPS);
  const room = fc.constantFrom(ROOM, ROOM, '@@two');
  const end = fc.constantFrom(ok, no, { path: 'raw' } as const, {}, {
    path: 'factory',
    pageSays: 'done',
  } as const);
  const fact: fc.Arbitrary<JobFact> = fc.oneof(
    fc.record({ type: fc.constant('step' as const), at, step, room }),
    fc
      .tuple(at, step, room, end)
      .map(([time, one, where, how]) => ({ ...ended(time, one, how), room: where })),
    at.map(restored),
  );
  const facts = fc.array(fact, { maxLength: 10 }).map((all) => all.toSorted((a, b) => a.at - b.at));

  it('what is due was asked for, in its order, and no greeting or invitation is due that began', () => {
    fc.assert(
      fc.property(facts, fc.boolean(), at, (all, isNew, later) => {
        const job = isNew ? newGroup(...all) : oldGroup(...all);
        const now = Math.max(0, ...all.map((one) => one.at)) + later;
        const list = dueSteps(job, now);
        expect(list).toEqual(stepsOf(job).filter((one) => list.includes(one)));
        const started = all.flatMap((one) =>
          one.type === 'step' && (one.room === ROOM || one.step === 'greet') ? [one.step] : [],
        );
        for (const one of ['greet', 'invite'] as const)
          if (started.includes(one)) expect(list).not.toContain(one);
        const isNamedAnew = (one: Step): boolean => one === 'read' && list.includes('name');
        const shown = stepsAt(job, now).filter(
          ({ step: one }) => one !== 'name' && !isNamedAnew(one) && list.includes(one),
        );
        for (const { state } of shown) expect(['done', 'failed']).not.toContain(state.kind);
      }),
      { numRuns: 1000 },
    );
  });
});
