// A second group within a minute and a fourth within an hour had better wait; a clock that was set back warns of nothing.
import { describe, expect, it } from 'vitest';
import { recentTimes, tooSoon } from './restraint.ts';

const NOW = 10 ** 12;
const MINUTE = 60_000;
const ago = (...times: readonly number[]): readonly number[] => times.map((time) => NOW - time);

it.each([
  ['nothing before', [], undefined],
  ['one this very moment', [0], 'second-within-a-minute'],
  ['one a moment less than a minute ago', [MINUTE - 1], 'second-within-a-minute'],
  ['one a minute ago', [MINUTE], undefined],
  ['two in the hour', [MINUTE, 2 * MINUTE], undefined],
  ['three in the hour', [MINUTE, 2 * MINUTE, 60 * MINUTE - 1], 'fourth-within-an-hour'],
  ['the first of three an hour ago', [MINUTE, 2 * MINUTE, 60 * MINUTE], undefined],
  ['ten in the hour', Array.from({ length: 10 }, (_, at) => (at + 1) * 2 * MINUTE), 'fourth-within-an-hour'],
  ['three, one of them less than a minute ago', [1, MINUTE, 2 * MINUTE], 'second-within-a-minute'],
])('%s: %s', (_what, times, why) => {
  expect(tooSoon(ago(...times), NOW)).toBe(why);
  expect(tooSoon(ago(...times).toReversed(), NOW)).toBe(why);
});

describe('times in the future, of a clock that was set back', () => {
  it('warn of nothing', () => {
    expect(tooSoon([NOW + 1, NOW + MINUTE, NOW + 2 * MINUTE, NOW + 10 ** 9], NOW)).toBeUndefined();
  });

  it('are not kept, nor are those older than an hour', () => {
    const times = [NOW - 60 * MINUTE, NOW - 60 * MINUTE + 1, NOW, NOW + 1];
    expect(recentTimes(times, NOW)).toEqual([NOW - 60 * MINUTE + 1, NOW]);
  });
});
