// Objects that the page can hand over and that throw when they are read: they are judged without a throw.
import { describe, expect, it } from 'vitest';
import { judgeReply } from './reply.ts';

const throws = (): never => {
  throw new Error('read me not');
};
const throwing = (name: string, fields: object = {}): object =>
  Object.defineProperty({ BaseResponse: { Ret: 0 }, ChatRoomName: '@@room', ...fields }, name, {
    get: throws,
  });
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
};
const listThatThrows = Object.defineProperty([1, 2], 0, { get: throws });

describe('what cannot be read does not make a group', () => {
  it.each([
    ['BaseResponse throws', throwing('BaseResponse')],
    ['Ret throws', { BaseResponse: throwing('Ret'), ChatRoomName: '@@room' }],
    ['every read throws', new Proxy({}, { get: throws })],
    ['the object is revoked', revoked()],
    ['BaseResponse is revoked', { BaseResponse: revoked(), ChatRoomName: '@@room' }],
  ])('%s', (_kind, reply) => {
    expect(judgeReply(reply, ['@a'])).toEqual({ kind: 'unknown', reason: 'unreadable-answer', words: '' });
  });

  it('ChatRoomName throws', () => {
    expect(judgeReply(throwing('ChatRoomName'), ['@a'])).toMatchObject({
      kind: 'refused',
      reason: 'no-room-made',
    });
  });
});

describe('what cannot be read of the people leaves the group made, and them not reported', () => {
  it.each([
    ['MemberList throws', throwing('MemberList')],
    ['MemberList is revoked', throwing('x', { MemberList: revoked() })],
    ['MemberList is a list that throws', throwing('x', { MemberList: listThatThrows })],
    [
      'MemberList cannot be walked',
      throwing('x', { MemberList: Object.assign([1], { [Symbol.iterator]: throws }) }),
    ],
    ['MemberList is no list', throwing('x', { MemberList: { length: 1, 0: { UserName: '@a' } } })],
    ['BlackList throws', throwing('BlackList')],
    ['ErrMsg throws', throwing('x', { BaseResponse: throwing('ErrMsg', { Ret: 0 }) })],
  ])('%s', (_kind, reply) => {
    expect(judgeReply(reply, ['@a'])).toEqual({
      kind: 'made',
      room: '@@room',
      members: [{ userName: '@a', fate: 'not-reported' }],
    });
  });

  it('a member throws', () => {
    const reply = {
      BaseResponse: { Ret: 0 },
      ChatRoomName: '@@room',
      MemberList: [new Proxy({}, { get: throws })],
    };
    expect(judgeReply(reply, ['@a'])).toMatchObject({ kind: 'partial', members: [{ fate: 'not-reported' }] });
  });
});

it('a reply that holds itself is judged by its fields', () => {
  const reply: Record<string, unknown> = { BaseResponse: { Ret: 0 }, ChatRoomName: '@@room' };
  reply['MemberList'] = [reply];
  reply['Topic'] = reply;
  expect(judgeReply(reply, [])).toEqual({ kind: 'made', room: '@@room', members: [] });
});

it('a reply with fields of its prototype, as the page might build one, counts', () => {
  const reply = Object.create({ BaseResponse: { Ret: 0 }, ChatRoomName: '@@room' });
  expect(judgeReply(reply, [])).toMatchObject({ kind: 'made', room: '@@room' });
});
