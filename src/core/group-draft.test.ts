// A draft that WeChat would not make a group of is stopped before anything is sent, with its reason.
import { describe, expect, it } from 'vitest';
import { draftProblem } from './group-draft.ts';

const SELF = '@me';
const people = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `@p${at}`);

it.each([2, 3, 39, 40, 500])('%i others can be asked', (count) => {
  expect(draftProblem(people(count), SELF)).toBeUndefined();
});

describe('a draft is stopped', () => {
  it.each([
    ['nobody', [], 'too-few-members'],
    ['one other', ['@a'], 'too-few-members'],
    ['yourself among others', ['@a', '@b', SELF], 'yourself-as-member'],
    ['yourself and one other', ['@a', SELF], 'yourself-as-member'],
    ['somebody twice', ['@a', '@b', '@a'], 'member-twice'],
    ['one other, twice', ['@a', '@a'], 'member-twice'],
    ['a room', ['@a', '@@room'], 'no-person'],
    ['a service', ['@a', 'filehelper'], 'no-person'],
    ['an empty name', ['@a', ''], 'no-person'],
    ['a bare @', ['@a', '@'], 'no-person'],
  ] as const)('%s', (_who, members, problem) => {
    expect(draftProblem(members, SELF)).toBe(problem);
  });
});

it('without knowing who you are, an empty name is still no person', () => {
  expect(draftProblem(['@a', '@b', ''], '')).toBe('no-person');
  expect(draftProblem(['@a', '@b'], '')).toBeUndefined();
});

describe('in a group that exists, anybody or nobody can be asked', () => {
  it.each([0, 1, 2, 500])('%i others', (count) => {
    expect(draftProblem(people(count), SELF, 0)).toBeUndefined();
  });

  it('but as many as are wanted at least', () => {
    expect([0, 1, 2].map((count) => draftProblem(people(count), SELF, 1))).toEqual([
      'too-few-members',
      undefined,
      undefined,
    ]);
  });

  it.each([
    [[SELF], 'yourself-as-member'],
    [['@a', '@a'], 'member-twice'],
    [['@@room'], 'no-person'],
    [['filehelper'], 'no-person'],
  ])('and %j is stopped all the same: %s', (members, problem) => {
    expect(draftProblem(members, SELF, 0)).toBe(problem);
  });
});
