// What became of each person: MemberStatus and BlackList, in the order and for the people that were asked.
import { describe, expect, it } from 'vitest';
import type { MemberFate } from './outcome.ts';
import { judgeReply } from './reply.ts';

const fates = (fields: object, asked: readonly string[], ret = 0): readonly MemberFate[] => {
  const outcome = judgeReply({ BaseResponse: { Ret: ret, ErrMsg: '' }, BlackList: '', ...fields }, asked);
  return outcome.kind === 'unknown' ? [] : outcome.members;
};

const inRoom = (MemberList: readonly unknown[], BlackList = ''): object => ({
  ChatRoomName: '@@room',
  MemberList,
  BlackList,
});

const STATUSES = [
  [0, 'in'],
  [1, 'no-such-user'],
  [2, 'bad-user-name'],
  [3, 'has-blocked-you'],
  [4, 'not-a-friend'],
  [5, 'cannot-be-in-groups'],
  [6, 'status-unheard-of'],
  [-1, 'status-unheard-of'],
  [4711, 'status-unheard-of'],
] as const;

describe('with a room', () => {
  it.each(STATUSES)('MemberStatus %i is "%s"', (MemberStatus, fate) => {
    expect(fates(inRoom([{ UserName: '@anna', MemberStatus }]), ['@anna'])).toEqual([
      { userName: '@anna', fate },
    ]);
  });

  it('a MemberStatus spelled as a text counts the same', () => {
    expect(fates(inRoom([{ UserName: '@anna', MemberStatus: '4' }]), ['@anna'])).toEqual([
      { userName: '@anna', fate: 'not-a-friend' },
    ]);
  });

  it('people are told of in the order they were asked', () => {
    const list = [
      { UserName: '@bela', MemberStatus: 0 },
      { UserName: '@anna', MemberStatus: 3 },
    ];
    expect(fates(inRoom(list), ['@anna', '@bela']).map(({ userName }) => userName)).toEqual([
      '@anna',
      '@bela',
    ]);
  });

  it('nobody is told of who was not asked', () => {
    const list = [
      { UserName: '@anna', MemberStatus: 0 },
      { UserName: '@me', MemberStatus: 0 },
    ];
    expect(fates(inRoom(list), ['@anna'])).toEqual([{ userName: '@anna', fate: 'in' }]);
  });

  it('the black list outweighs a fine status', () => {
    const list = [{ UserName: '@anna', MemberStatus: 0 }];
    expect(fates(inRoom(list, '@anna'), ['@anna'])).toEqual([{ userName: '@anna', fate: 'black-listed' }]);
  });

  it('a name that only begins like a black-listed one is not black-listed', () => {
    const list = [{ UserName: '@anna', MemberStatus: 0 }];
    expect(fates(inRoom(list, '@annabel'), ['@anna'])).toEqual([{ userName: '@anna', fate: 'in' }]);
  });

  it('entries of the list that are no people are passed over', () => {
    const list = [
      null,
      'x',
      7,
      [],
      {},
      { UserName: 5, MemberStatus: 0 },
      { UserName: '@anna', MemberStatus: 0 },
    ];
    expect(fates(inRoom(list), ['@anna'])).toEqual([{ userName: '@anna', fate: 'in' }]);
  });
});

describe('after a partial invite', () => {
  it.each(STATUSES.slice(1))('MemberStatus %i is still "%s"', (MemberStatus, fate) => {
    expect(fates(inRoom([{ UserName: '@anna', MemberStatus }]), ['@anna'], -2013)).toEqual([
      { userName: '@anna', fate },
    ]);
  });

  it('nobody is said to be in for certain', () => {
    const list = [{ UserName: '@anna', MemberStatus: 0 }];
    expect(fates(inRoom(list), ['@anna'], -2013)).toEqual([{ userName: '@anna', fate: 'in-or-invited' }]);
  });
});

describe('without a room', () => {
  const noRoom = (MemberList: readonly unknown[], BlackList = ''): object => ({
    ChatRoomName: '',
    MemberList,
    BlackList,
  });

  it.each(STATUSES.slice(1))('MemberStatus %i still says "%s"', (MemberStatus, fate) => {
    expect(fates(noRoom([{ UserName: '@anna', MemberStatus }]), ['@anna', '@bela'])).toEqual([
      { userName: '@anna', fate },
    ]);
  });

  it('the black list still names people', () => {
    expect(fates(noRoom([], '@bela'), ['@anna', '@bela'])).toEqual([
      { userName: '@bela', fate: 'black-listed' },
    ]);
  });

  it('nobody is in, whatever their status', () => {
    expect(fates(noRoom([{ UserName: '@anna', MemberStatus: 0 }]), ['@anna'])).toEqual([]);
    expect(fates(noRoom([{ UserName: '@anna', MemberStatus: 0 }]), ['@anna'], -2013)).toEqual([]);
  });
});
