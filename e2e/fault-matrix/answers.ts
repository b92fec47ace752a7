// WeChat's answers that can be read: every Ret that is known, and what it says of each person.
import type { Row } from './row.ts';

const CDATA =
  '<e><ShowType>1</ShowType><Content><![CDATA[创建群聊失败]]></Content><Url><![CDATA[]]></Url></e>';

const refusals: readonly (readonly [name: string, ret: number, errMsg: string, says: RegExp])[] = [
  ['Ret 0 without a room (CDATA)', 0, CDATA, /made no group[\s\S]*创建群聊失败/],
  ['Ret -2013 without a room', -2013, '', /would have to be invited, and made no group/],
  ['Ret 1 too often', 1, '操作太频繁，请稍后再试。', /too often[\s\S]*操作太频繁/],
  ['Ret 1 until tomorrow', 1, '创建群聊的频率过快，请明日再试。', /until tomorrow/],
  ['Ret 1 with no text', 1, '', /refused without saying why/],
  ['Ret -1', -1, '', /error of its own/],
  ['Ret -2', -2, '', /could not carry out the request/],
  ['Ret -14', -14, '', /logged you out/],
  ['Ret -22', -22, '', /blocked this account from making groups/],
  ['Ret -23', -23, '', /too many people/],
  ['Ret -34', -34, '', /done too often/],
  ['Ret -2012', -2012, '', /must be invited and accept/],
  ['Ret 1100', 1100, '', /logged you out/],
  ['Ret 1101', 1101, '', /logged you out/],
  ['Ret 1102', 1102, '', /logged you out/],
  ['Ret 1200', 1200, '', /could not read the request/],
  ['Ret 1203', 1203, '', /does not let this account use WeChat Web/],
  ['Ret 1205', 1205, '', /limits how often/],
  ['an unheard-of Ret', 4242, '', /a reason that Laqun does not know[\s\S]*4242/],
];

const fates: readonly (readonly [status: number, says: RegExp])[] = [
  [1, /does not know this person/],
  [2, /did not accept this person/],
  [3, /has blocked you/],
  [4, /no longer has you as a friend/],
  [5, /cannot be put into groups/],
];

export const answerRows: readonly Row[] = [
  {
    name: 'Ret 0',
    create: () => ({ kind: 'made' }),
    heading: 'made',
    says: /3 people are in it with you/,
    groups: 1,
  },
  ...fates.map(
    ([status, says]): Row => ({
      name: `Ret 0, somebody at MemberStatus ${status}`,
      create: ([first = '']) => ({ kind: 'made', memberStatus: { [first]: status } }),
      heading: 'partial',
      says,
      groups: 1,
    }),
  ),
  {
    name: 'Ret 0 with a BlackList and a room',
    create: ([first = '']) => ({ kind: 'made', memberStatus: { [first]: 3 }, blackList: first }),
    heading: 'partial',
    says: /block list/,
    groups: 1,
  },
  {
    name: 'Ret 0 with a BlackList and no room',
    create: ([first = '']) => ({ kind: 'ret', ret: 0, blackList: first, memberStatus: { [first]: 3 } }),
    heading: 'refused',
    says: /made no group[\s\S]*block list/,
    groups: 0,
  },
  {
    name: 'Ret -2013 with a room, and everyone is in it',
    create: () => ({ kind: 'made', ret: -2013 }),
    heading: 'made',
    says: /3 people are in it with you/,
    groups: 1,
  },
  {
    name: 'Ret -2013 with a room that cannot be read',
    create: () => ({ kind: 'made', ret: -2013 }),
    scenario: { batchGet: { kind: 'ret', ret: -1 } },
    heading: 'partial',
    says: /only invited others/,
    groups: 1,
  },
  {
    name: 'Ret -2013, everyone pending',
    create: (all) => ({
      kind: 'made',
      ret: -2013,
      memberStatus: Object.fromEntries(all.map((userName) => [userName, 4])),
    }),
    heading: 'partial',
    says: /0 of 3 people/,
    groups: 1,
  },
  ...refusals.map(
    ([name, ret, errMsg, says]): Row => ({
      name,
      create: () => ({ kind: 'ret', ret, errMsg }),
      heading: 'refused',
      says,
      groups: 0,
    }),
  ),
];
