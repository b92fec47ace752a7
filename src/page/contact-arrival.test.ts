// Contacts are taken for complete once their count has been still for three seconds, judged by the page's own clock.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { arrivalJudge } from './contact-arrival.ts';
import type { ContactSource } from './contact-source.ts';

let now = 0;
let loaded: readonly PerformanceEntry[] = [];

beforeEach(() => {
  now = 100_000;
  loaded = [];
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.spyOn(performance, 'getEntriesByType').mockImplementation((type) =>
    type === 'resource' ? [...loaded] : [],
  );
});
afterEach(() => vi.restoreAllMocks());

const source = (size: number, complete?: boolean): ContactSource => ({
  revision: '',
  size,
  complete,
  people: () => [],
  rooms: () => [],
  find: () => undefined,
});
const request = (name: string, startTime: number, duration: number): PerformanceEntry => ({
  name,
  startTime,
  duration,
  entryType: 'resource',
  toJSON: () => ({}),
});
const PAGE = 'https://wx.qq.com/cgi-bin/mmwebwx-bin/webwxgetcontact?seq=0';

/** What the judge says at each moment, in seconds after the first look, of a count. */
const judged = (
  looks: readonly (readonly [second: number, count: number])[],
  self = '@me',
): readonly boolean[] => {
  const settled = arrivalJudge(window);
  const begin = now;
  return looks.map(([second, count]) => {
    now = begin + second * 1000;
    return settled(source(count), self);
  });
};

describe('judged by the count', () => {
  it('it is settled after three seconds without a change', () => {
    expect(
      judged([
        [0, 9],
        [1, 9],
        [2.9, 9],
        [3, 9],
      ]),
    ).toEqual([false, false, false, true]);
  });

  it('a change begins the wait anew', () => {
    expect(
      judged([
        [0, 9],
        [2, 500],
        [4.9, 500],
        [5, 500],
      ]),
    ).toEqual([false, false, false, true]);
  });

  it('nobody at all is never everybody', () => {
    expect(
      judged([
        [0, 0],
        [10, 0],
        [11, 9],
        [14, 9],
      ]),
    ).toEqual([false, false, false, true]);
  });

  it('once settled it stays so: a contact that comes later is news, not loading', () => {
    expect(
      judged([
        [0, 9],
        [3, 9],
        [4, 10],
        [5, 11],
      ]),
    ).toEqual([false, true, true, true]);
  });

  it('another login begins anew', () => {
    const settled = arrivalJudge(window);
    settled(source(9), '@me');
    now += 3000;
    expect(settled(source(9), '@me')).toBe(true);
    expect(settled(source(9), '@other')).toBe(false);
    now += 3000;
    expect(settled(source(9), '@other')).toBe(true);
  });
});

describe('judged by when the browser saw the last page of contacts end', () => {
  it('a page that loaded long ago is settled at the first look', () => {
    loaded = [request(PAGE, 1000, 500)];
    expect(judged([[0, 500]])).toEqual([true]);
  });

  it('the last of several pages counts', () => {
    loaded = [request(PAGE, now - 500, 400), request(PAGE, 1000, 500)];
    expect(
      judged([
        [0, 500],
        [2.8, 500],
        [2.9, 500],
      ]),
    ).toEqual([false, false, true]);
  });

  it('other requests say nothing', () => {
    loaded = [request('https://wx.qq.com/cgi-bin/mmwebwx-bin/webwxgeticon?seq=0', 1000, 500)];
    expect(judged([[0, 500]])).toEqual([false]);
  });

  it('no contacts are not settled, whatever has ended', () => {
    loaded = [request(PAGE, 1000, 500)];
    expect(judged([[0, 0]])).toEqual([false]);
  });
});

it.each([true, false])('a source that knows is believed at once: %s', (complete) => {
  const settled = arrivalJudge(window);
  expect(settled(source(9, complete), '@me')).toBe(complete);
  now += 60_000;
  expect(settled(source(9, complete), '@me')).toBe(complete);
});
