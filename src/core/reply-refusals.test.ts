// Why no group was made: each Ret to its own reason, and Ret 1 by its words.
import { describe, expect, it } from 'vitest';
import { judgeReply } from './reply.ts';

const refusal = (ret: number, ErrMsg = ''): object =>
  judgeReply({ BaseResponse: { Ret: ret, ErrMsg }, ChatRoomName: '', MemberList: [], BlackList: '' }, [
    '@a',
    '@b',
  ]);

describe('each Ret has its own reason', () => {
  it.each([
    [0, 'no-room-made'],
    [-2013, 'partial-invite-without-room'],
    [1, 'wrong-parameter-or-too-often'],
    [1205, 'rate-limited'],
    [-23, 'too-many-members'],
    [-2012, 'must-be-invited'],
    [-22, 'account-blocked'],
    [-34, 'frequency-limited'],
    [-1, 'system-error'],
    [-2, 'logic-error'],
    [-14, 'logged-out'],
    [1100, 'logged-out'],
    [1101, 'logged-out'],
    [1102, 'logged-out'],
    [1200, 'request-not-understood'],
    [1203, 'barred-from-web'],
    [2, 'ret-unheard-of'],
    [-2014, 'ret-unheard-of'],
    [4711, 'ret-unheard-of'],
    [Number.MAX_SAFE_INTEGER, 'ret-unheard-of'],
  ])('Ret %i: %s', (ret, reason) => {
    expect(refusal(ret)).toEqual({ kind: 'refused', reason, ret, words: '', members: [] });
  });
});

describe('Ret 1 says why in its words only', () => {
  it.each([
    ['操作太频繁，请稍后再试。', 'too-often'],
    ['创建群聊的频率过快，请明日再试。', 'too-often-until-tomorrow'],
    ['创建群聊过快，请明天再试', 'too-often-until-tomorrow'],
    ['You do this too often. Try again later.', 'too-often'],
    ['Too many groups. Try again tomorrow.', 'too-often-until-tomorrow'],
    ['', 'wrong-parameter-or-too-often'],
    ['参数错误', 'wrong-parameter-or-too-often'],
  ])('%s', (words, reason) => {
    expect(refusal(1, words)).toEqual({ kind: 'refused', reason, ret: 1, words, members: [] });
  });

  it('also when they stand in XML', () => {
    const errMsg = '<e><Content><![CDATA[操作太频繁，请稍后再试。]]></Content></e>';
    expect(refusal(1, errMsg)).toMatchObject({ reason: 'too-often', words: '操作太频繁，请稍后再试。' });
  });
});

it('the words are handed on with every other reason too', () => {
  expect(refusal(1205, '操作太频繁')).toMatchObject({ reason: 'rate-limited', words: '操作太频繁' });
});

it.each([[undefined], [null], [7], [{}], [['x']]])(
  'an ErrMsg that is no text, %j, says nothing',
  (ErrMsg) => {
    const body = { BaseResponse: { Ret: -1, ErrMsg } };
    expect(judgeReply(body, [])).toMatchObject({ reason: 'system-error', words: '' });
  },
);
