// A room is the group that was asked for when it holds those people and nobody else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupInRoom } from './room-match.ts';

const ASKED = ['@a', '@b', '@c'];
const room = (members: readonly string[], isOwn = false) => ({ room: '@@one', members, isOwn });

describe('the group', () => {
  it.each([true, false])('is a room with exactly those members, own: %s', (isOwn) => {
    expect(groupInRoom(room(['@c', '@a', '@b'], isOwn), ASKED)).toEqual({
      kind: 'made',
      room: '@@one',
      members: ASKED.map((userName) => ({ userName, fate: 'in' })),
    });
  });

  it('is one with some of them that the account owns: the others are not reported', () => {
    expect(groupInRoom(room(['@c', '@a'], true), ASKED)).toEqual({
      kind: 'partial',
      room: '@@one',
      members: [
        { userName: '@a', fate: 'in' },
        { userName: '@b', fate: 'not-reported' },
        { userName: '@c', fate: 'in' },
      ],
      words: '',
    });
  });

  it('counts a member once that is listed twice', () => {
    expect(groupInRoom(room(['@a', '@b', '@b', '@c']), ASKED)).toMatchObject({ kind: 'made' });
  });
});

describe('another group', () => {
  it.each([
    ['one with some of them that somebody else owns', room(['@a', '@b'])],
    ['one with a stranger too', room([...ASKED, '@x'], true)],
    ['one with a stranger in place of somebody', room(['@a', '@b', '@x'], true)],
    ['one of strangers', room(['@x', '@y'], true)],
    ['one whose members are not known', room([], true)],
  ])('%s', (_what, seen) => {
    expect(groupInRoom(seen, ASKED)).toBeUndefined();
  });
});

it('never takes a room with anybody who was not asked, and tells of everybody who was', () => {
  const people = fc.uniqueArray(fc.constantFrom('@a', '@b', '@c', '@d', '@e'));
  fc.assert(
    fc.property(people, people, fc.boolean(), (asked, members, isOwn) => {
      const group = groupInRoom(room(members, isOwn), asked);
      if (group === undefined) return;
      expect(asked).toEqual(expect.arrayContaining(members));
      expect(group.members.map(({ userName }) => userName)).toEqual(asked);
      const inside = group.members.filter(({ fate }) => fate === 'in').map(({ userName }) => userName);
      expect([...inside].sort()).toEqual([...members].sort());
    }),
  );
});
