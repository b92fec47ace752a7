// A group is said to be made exactly when WeChat's reply says so, and never while anybody may be missing from it.
import { describe, expect, it } from 'vitest';
import { judgeReply } from './reply.ts';

const ASKED = ['@anna', '@bela'];
const ROOM = '@@room';

const reply = (ret: unknown, fields: object = {}, errMsg = ''): object => ({
  BaseResponse: { Ret: ret, ErrMsg: errMsg },
  Topic: '',
  MemberCount: 2,
  MemberList: [
    { UserName: '@anna', NickName: 'Anna', MemberStatus: 0 },
    { UserName: '@bela', NickName: 'Béla', MemberStatus: 0 },
  ],
  ChatRoomName: ROOM,
  BlackList: '',
  ...fields,
});

describe('a group is made', () => {
  it('when Ret is 0, there is a room, and everybody is fine', () => {
    expect(judgeReply(reply(0, {}, 'Everything is OK'), ASKED)).toEqual({
      kind: 'made',
      room: ROOM,
      members: [
        { userName: '@anna', fate: 'in' },
        { userName: '@bela', fate: 'in' },
      ],
    });
  });

  it('when the reply tells nothing of the people: they are not reported, not in', () => {
    const outcome = judgeReply(reply(0, { MemberList: [] }), ASKED);
    expect(outcome).toMatchObject({
      kind: 'made',
      members: [{ fate: 'not-reported' }, { fate: 'not-reported' }],
    });
  });

  it('when the body comes as a JSON text, as the bare request brings it', () => {
    expect(judgeReply(JSON.stringify(reply(0)), ASKED)).toEqual(judgeReply(reply(0), ASKED));
  });

  it('when Ret is spelled as a text', () => {
    expect(judgeReply(reply('0'), ASKED)).toMatchObject({ kind: 'made' });
    expect(judgeReply(reply('-2013'), ASKED)).toMatchObject({ kind: 'partial' });
  });
});

describe('a group is partial', () => {
  it('when Ret is -2013: who is in and who is only invited cannot be told apart', () => {
    const members = [
      { UserName: '@anna', MemberStatus: 0 },
      { UserName: '@bela', MemberStatus: 4 },
    ];
    expect(judgeReply(reply(-2013, { MemberList: members }, 'partial invite'), ASKED)).toEqual({
      kind: 'partial',
      room: ROOM,
      words: 'partial invite',
      members: [
        { userName: '@anna', fate: 'in-or-invited' },
        { userName: '@bela', fate: 'not-a-friend' },
      ],
    });
  });

  it('when Ret is 0 and somebody is not fine', () => {
    const members = [{ UserName: '@anna' }, { UserName: '@bela', MemberStatus: 3 }];
    expect(judgeReply(reply(0, { MemberList: members }), ASKED)).toMatchObject({
      kind: 'partial',
      members: [{ fate: 'in' }, { fate: 'has-blocked-you' }],
    });
  });

  it('when Ret is 0 and somebody is left out of a list that names the others', () => {
    const members = [{ UserName: '@anna', MemberStatus: 0 }];
    expect(judgeReply(reply(0, { MemberList: members }), ASKED)).toMatchObject({
      kind: 'partial',
      members: [{ fate: 'in' }, { fate: 'not-reported' }],
    });
  });

  it.each(['@bela', '@bela,', '@zoe,@bela', '@zoe;@bela', '@zoe|@bela', '@zoe @bela'])(
    'when Ret is 0 and somebody is black-listed: %s',
    (BlackList) => {
      expect(judgeReply(reply(0, { BlackList }), ASKED)).toMatchObject({
        kind: 'partial',
        members: [{ fate: 'in' }, { fate: 'black-listed' }],
      });
    },
  );

  it('when the black list is filled with something that names nobody', () => {
    expect(judgeReply(reply(0, { BlackList: '1' }), ASKED)).toMatchObject({ kind: 'partial' });
  });
});

describe('a group is not made', () => {
  it('when Ret is 0 and the room is empty: the words are read out of the XML', () => {
    const errMsg =
      '<e>\n<ShowType>1</ShowType>\n<Content><![CDATA[创建群聊失败]]></Content>\n<Url></Url>\n</e>';
    expect(judgeReply(reply(0, { ChatRoomName: '', MemberList: [] }, errMsg), ASKED)).toEqual({
      kind: 'refused',
      reason: 'no-room-made',
      ret: 0,
      words: '创建群聊失败',
      members: [],
    });
  });

  it('when Ret is -2013 without a room', () => {
    expect(judgeReply(reply(-2013, { ChatRoomName: '' }), ASKED)).toMatchObject({
      kind: 'refused',
      reason: 'partial-invite-without-room',
      ret: -2013,
    });
  });

  it.each([['@person'], ['room@chatroom'], [' @@room'], ['@'], [null], [7], [['@@room']], [{}], [undefined]])(
    'when the room is none: %j',
    (ChatRoomName) => {
      expect(judgeReply(reply(0, { ChatRoomName }), ASKED)).toMatchObject({ kind: 'refused' });
    },
  );
});

it.each([1, -1, -23, 1205, 1101, 4711])(
  'Ret %i with a room is in doubt: it says no and yes at once',
  (ret) => {
    expect(judgeReply(reply(ret, {}, 'no'), ASKED)).toEqual({
      kind: 'unknown',
      reason: 'room-despite-refusal',
      ret,
      words: 'no',
    });
  },
);
