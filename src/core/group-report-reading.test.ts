// Which readings tell of somebody who was invited: those that began after the invitation was done, and in this group.
import { describe, expect, it } from 'vitest';
import { jobAt } from './group-job.ts';
import { groupReport, type Reported } from './group-report.ts';
import { stepsAt } from './group-steps.ts';
import type { JobFact, Step, StepEnd } from './job-facts.ts';

const ROOM = '@@one';
const OTHER = '@@two';
const body = (Ret: number, inside: readonly string[] = []): object => ({
  BaseResponse: { Ret },
  MemberList: inside.map((UserName) => ({ UserName, MemberStatus: 0 })),
});
const begun = (at: number, step: Step, people?: readonly string[], room = ROOM): JobFact => ({
  type: 'step',
  at,
  step,
  room,
  people,
});
const ended = (at: number, step: Step, end: StepEnd, room = ROOM): JobFact => ({
  type: 'step-end',
  at,
  step,
  room,
  path: 'raw',
  ...end,
});
/** A reading ends, and found these people and nobody else. */
const found = (at: number, members: readonly string[], step: Step = 'read'): JobFact =>
  ended(at, step, {
    reply: body(0),
    read: { nickName: '', memberCount: members.length + 1, isOwn: true, members },
  });
/** The room is read, and tells of these people; in part, there are others of whom nothing is told. */
const whole = (...members: readonly string[]): readonly JobFact[] => [begun(20, 'read'), found(21, members)];
const part = (...members: readonly string[]): readonly JobFact[] => [
  begun(20, 'read'),
  ended(21, 'read', { reply: body(0), read: { nickName: '', memberCount: 9, isOwn: true, members } }),
];
const invite = (...people: readonly string[]): JobFact => begun(10, 'invite', people);
const added: JobFact = ended(11, 'invite', { fun: 'addmember', reply: body(0, ['@a', '@b']) });
const refused: JobFact = ended(11, 'invite', { fun: 'addmember', reply: body(-1) });
const invited: JobFact = ended(11, 'invite', { fun: 'invitemember', reply: body(0) });

const of = (userName: string, ...facts: readonly JobFact[]): Reported | undefined => {
  const members = ['@a', '@b'].map((one) => ({ userName: one, name: one }));
  const job = jobAt({ id: 'job-1', account: '@me', room: ROOM, members, facts }, 60_000);
  return groupReport(job, stepsAt(job, 60_000)).people.find(({ member }) => member.userName === userName);
};

describe('of somebody who was added', () => {
  it.each<[string, readonly JobFact[]]>([
    ['ended before', [begun(1, 'read'), found(2, []), invite('@b'), added]],
    ['began before and ended meanwhile', [begun(1, 'read'), invite('@b'), found(2, []), added]],
    ['began before and ended after', [begun(1, 'read'), invite('@b'), added, found(12, [])]],
    ['began meanwhile', [invite('@b'), begun(10, 'read'), added, found(12, [])]],
    ['nobody saw begin', [invite('@b'), added, found(12, [])]],
  ])('a reading says nothing that %s', (_when, facts) => {
    expect(of('@b', ...facts)).toMatchObject({ standing: 'in', invitation: { kind: 'done' } });
  });

  it('a reading tells that began after', () => {
    expect(of('@b', invite('@b'), added, begun(12, 'read'), found(13, []))).toMatchObject({
      standing: 'missing',
    });
    const besides = [begun(1, 'check'), invite('@b'), added, begun(12, 'read'), found(13, [])];
    expect(of('@b', ...besides, found(14, ['@b'], 'check'))).toMatchObject({ standing: 'missing' });
  });
});

describe('of somebody who was sent an invitation', () => {
  it('a reading from before does not say that they came in by it', () => {
    expect(of('@b', begun(1, 'read'), invite('@b'), invited, found(12, ['@b']))).toMatchObject({
      standing: 'invited',
    });
    expect(of('@b', invite('@b'), invited, begun(12, 'read'), found(13, ['@b']))).toMatchObject({
      told: 'in',
    });
  });

  it('a reading from before counts, once a later try failed', () => {
    const facts = [begun(1, 'read'), found(2, ['@b']), invite('@b'), refused];
    expect(of('@b', ...facts)).toMatchObject({ told: 'in', invitation: { kind: 'failed' } });
  });
});

it('of somebody who was not invited a reading tells, whoever else was', () => {
  const facts = [begun(1, 'read'), found(2, ['@b']), invite('@b'), invited];
  expect(of('@a', ...facts)).toMatchObject({ standing: 'missing' });
  expect(of('@b', ...facts)).toMatchObject({ standing: 'invited' });
});

describe('of several readings', () => {
  const standings = (...facts: readonly JobFact[]) =>
    ['@a', '@b'].map((userName) => of(userName, ...facts)?.standing);

  it.each<[string, readonly JobFact[], readonly string[]]>([
    ['the latest whole one decides', [...whole('@a'), ...whole('@b')], ['missing', 'in']],
    ['a whole one is not wiped out by one in part', [...whole('@b'), ...part()], ['missing', 'in']],
    ['one in part adds those whom it lists', [...whole('@b'), ...part('@a')], ['in', 'in']],
    ['each in part adds those whom it lists', [...part('@a'), ...part('@b')], ['in', 'in']],
    ['one in part is undone by a later whole one', [...part('@a'), ...whole('@b')], ['missing', 'in']],
    ['those in part say nothing of the absent', [...part('@a'), ...part()], ['in', 'not-known']],
  ])('%s', (_which, facts, told) => {
    expect(standings(...facts)).toEqual(told);
  });

  it('those since they were invited count together, and no earlier one', () => {
    const again = [...whole('@b'), invite('@a', '@b'), invited];
    expect(standings(...again)).toEqual(['invited', 'invited']);
    expect(standings(...again, ...part('@a'), ...part('@b'), ...part())).toEqual(['in', 'in']);
    expect(standings(...again, ...part('@a'), ...whole('@b'), ...part())).toEqual(['invited', 'in']);
  });
});

describe('an invitation to another room says nothing', () => {
  it('though one of somebody else to this room ends after it', () => {
    const facts = [begun(1, 'invite', ['@b'], OTHER), invite('@a'), invited];
    expect(of('@a', ...facts)).toMatchObject({ told: 'invited' });
    expect(of('@b', ...facts)?.invitation).toBeUndefined();
    expect(of('@b', ...facts)).toMatchObject({ standing: 'not-known' });
  });

  it('though it ends while one to this room is under way', () => {
    const end = { fun: 'invitemember', reply: body(0) } as const;
    expect(of('@b', invite('@b'), ended(11, 'invite', end, OTHER))?.invitation).toBeUndefined();
    expect(of('@b', invite('@b'), ended(11, 'invite', end, OTHER), refused)).toMatchObject({
      standing: 'not-known',
      invitation: { kind: 'failed' },
    });
  });
});
