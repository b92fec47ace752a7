// Which readings of a group count for what: those that began after it, since an earlier one may tell of the time before.
import { describe, expect, it } from 'vitest';
import { type GroupJob, jobAt } from './group-job.ts';
import { lastRead, readings, type StepState, stepsAt } from './group-steps.ts';
import type { JobFact, Step } from './job-facts.ts';

const ROOM = '@@one';
const ok = { path: 'raw' as const, reply: { BaseResponse: { Ret: 0 } } };
const begun = (at: number, step: Step, room = ROOM): JobFact => ({ type: 'step', at, step, room });
const ended = (at: number, step: Step): JobFact => ({ type: 'step-end', at, step, room: ROOM, ...ok });
/** A reading ends, and found this name. */
const found = (at: number, nickName: string, step: Step = 'read'): JobFact => ({
  type: 'step-end',
  at,
  step,
  room: ROOM,
  ...ok,
  read: { nickName, memberCount: 2, isOwn: true, members: ['@a'] },
});
/** A group that was made, which is to be called Club. */
const jobWith = (...facts: readonly JobFact[]): GroupJob => {
  const reply = { BaseResponse: { Ret: 0 }, ChatRoomName: ROOM };
  const made: readonly JobFact[] = [
    { type: 'sent', at: 0 },
    { type: 'answered', at: 0, reply, path: 'factory' },
  ];
  const members = [{ userName: '@a', name: 'Anna' }];
  return jobAt({ id: 'job-1', account: '@me', topic: 'Club', members, facts: [...made, ...facts] }, 60_000);
};

describe('the last reading since something happened', () => {
  const change = ended(10, 'name');
  /** What was last read since the change, which happens among these facts. */
  const since = (...facts: readonly JobFact[]): string | undefined => {
    const job = jobWith(...facts);
    return readings(job, job.facts.indexOf(change))[0]?.nickName;
  };

  it('is one that began and ended after it', () => {
    expect(since(change, begun(11, 'read'), found(12, 'new'))).toBe('new');
    expect(since(change, begun(11, 'check'), found(12, 'new', 'check'))).toBe('new');
  });

  it.each<[string, readonly JobFact[]]>([
    ['ended before it', [begun(1, 'read'), found(2, 'old'), change]],
    ['began before it and ended after it', [begun(1, 'read'), change, found(12, 'old')]],
    ['is not known to have begun', [change, found(12, 'old')]],
    [
      'began before it, as another step began since',
      [begun(1, 'read'), change, begun(11, 'check'), found(12, 'old')],
    ],
    [
      'began before it, as one of another room began since',
      [begun(1, 'read'), change, begun(11, 'read', '@@two'), found(12, 'old')],
    ],
    ['ended before the next began', [begun(1, 'read'), change, found(12, 'old'), begun(13, 'read')]],
  ])('is none that %s', (_how, facts) => {
    expect(since(...facts)).toBeUndefined();
    expect(lastRead(jobWith(...facts))?.nickName).toBe('old');
  });

  it('is not hidden by a later one that began before it', () => {
    const facts = [begun(1, 'check'), change, begun(11, 'read'), found(12, 'new'), found(13, 'old', 'check')];
    expect(since(...facts)).toBe('new');
    expect(lastRead(jobWith(...facts))?.nickName).toBe('old');
  });
});

describe('the readings of a group', () => {
  it('come the latest first, by when they ended, and not those of another room', () => {
    const other: JobFact = { type: 'step-end', at: 7, step: 'read', room: '@@two', ...ok };
    const read = { nickName: 'other', memberCount: 1, isOwn: true, members: [] };
    const facts = [begun(1, 'check'), begun(2, 'read'), found(3, 'one'), found(4, 'two', 'check')];
    const job = jobWith(...facts, ended(5, 'read'), { ...other, read }, found(8, 'three'));
    expect(readings(job).map(({ nickName }) => nickName)).toEqual(['three', 'two', 'one']);
    expect(lastRead(job)?.nickName).toBe('three');
    expect(readings(jobWith())).toEqual([]);
  });

  it('since something happened are all that began after it', () => {
    const change = ended(10, 'name');
    const before = [begun(1, 'read'), found(2, 'old'), begun(3, 'check'), change];
    const after = [begun(11, 'read'), found(12, 'one'), begun(13, 'read'), found(14, 'two')];
    const job = jobWith(...before, ...after, found(15, 'old', 'check'));
    const since = readings(job, job.facts.indexOf(change));
    expect(since.map(({ nickName }) => nickName)).toEqual(['two', 'one']);
  });
});

describe('the name of a group', () => {
  const nameWith = (...facts: readonly JobFact[]): StepState | undefined =>
    stepsAt(jobWith(...facts), 100).find(({ step }) => step === 'name')?.state;
  const notRead = { kind: 'unsure', trouble: 'not-read-back', words: '' };
  const named = [begun(10, 'name'), ended(11, 'name')];
  const later = [begun(20, 'read'), found(21, 'Club')];

  it.each(['Club', 'Old name', ''])('is not told by a reading that began before it: %j', (nickName) => {
    expect(nameWith(begun(5, 'read'), ...named, found(12, nickName))).toEqual(notRead);
    expect(nameWith(begun(5, 'read'), ...named, found(12, nickName), ...later)).toEqual({ kind: 'done' });
  });

  it.each(['Club', 'Old name', ''])('is not told by a reading that nobody saw begin: %j', (nickName) => {
    expect(nameWith(...named, found(12, nickName))).toEqual(notRead);
    expect(nameWith(...named, found(12, nickName), ...later)).toEqual({ kind: 'done' });
  });

  it('is told by one that began while it was set', () => {
    expect(nameWith(begun(10, 'name'), begun(11, 'read'), ended(12, 'name'), found(13, 'Club'))).toEqual({
      kind: 'done',
    });
  });

  it('is told by none from before it was set again', () => {
    const again = [begun(30, 'name'), ended(31, 'name')];
    expect(nameWith(...named, begun(20, 'read'), ...again, found(32, 'Old name'))).toEqual(notRead);
  });
});
