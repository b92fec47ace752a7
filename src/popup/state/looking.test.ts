// Rooms are looked for soon at first, then rarer, and no more once nothing can turn up.
import { describe, expect, it } from 'vitest';
import { jobAt } from '../../core/group-job.ts';
import type { JobFact } from '../../core/job-facts.ts';
import { lookTimer } from './looking.ts';

const SENT: JobFact = { type: 'sent', at: 0 };
const MADE: JobFact = {
  type: 'answered',
  at: 5000,
  reply: { BaseResponse: { Ret: 0 }, ChatRoomName: '@@one' },
};
const members = [{ userName: '@a', name: 'Anna' }];

/** The times at which looks are taken by a popup that asks every second. */
function looks(from: number, to: number, facts: readonly JobFact[], isDue = lookTimer()): readonly number[] {
  const times = Array.from({ length: (to - from) / 1000 + 1 }, (_, at) => from + at * 1000);
  return times.filter((now) => isDue(jobAt({ id: 'job-1', account: '@me', members, facts }, now), now));
}

describe('looks are taken', () => {
  it('from 20 s of silence on, with growing pauses, until 15 s after the search', () => {
    expect(looks(0, 120_000, [SENT])).toEqual(
      [20, 21, 23, 26, 30, 35, 40, 45, 50, 55, 60].map((second) => second * 1000),
    );
  });

  it('for 15 s after an answer, for a second group', () => {
    expect(looks(5000, 60_000, [SENT, MADE])).toEqual([5000, 6000, 8000, 11_000, 15_000]);
  });

  it('not while the group is being made', () => {
    expect(looks(0, 19_000, [SENT])).toEqual([]);
  });

  it('not when nothing was sent', () => {
    const notSent: JobFact = { type: 'not-sent', at: 0, reason: 'offline' };
    expect(looks(0, 60_000, [notSent])).toEqual([]);
    expect(looks(0, 60_000, [SENT, notSent])).toEqual([]);
  });

  it('again when the person asks to check again', () => {
    const isDue = lookTimer();
    const first = looks(0, 120_000, [SENT], isDue);
    const again = looks(121_000, 200_000, [SENT, { type: 'check-again', at: 121_000 }], isDue);
    expect(first.at(-1)).toBe(60_000);
    expect(again[0]).toBe(121_000);
    expect(again.at(-1)).toBeLessThan(121_000 + 45_000);
  });
});

describe('a job that is met for the first time', () => {
  it.each([
    ['in doubt', [SENT]],
    ['made', [SENT, MADE]],
  ])('long after it ended %s is looked at once, since nobody may have looked', (_how, facts) => {
    expect(looks(1_000_000, 1_060_000, facts)).toEqual([1_000_000]);
  });

  it('has its own pauses', () => {
    const isDue = lookTimer();
    const at = (id: string, now: number): boolean =>
      isDue(jobAt({ id, account: '@me', members, facts: [SENT, MADE] }, now), now);
    expect([at('1', 6000), at('1', 6500), at('2', 6500), at('1', 7000), at('2', 7000)]).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
  });
});
