// Only people can be put into a group: WeChat's own entries, brands, rooms, strangers, blocked ones and yourself cannot.
import { describe, expect, it } from 'vitest';
import type { ContactRecord } from './contact.ts';
import { isPersonRecord, isRoomName } from './contact-kind.ts';

const SELF = '@me';
const record = (fields: Partial<ContactRecord>): ContactRecord => ({
  UserName: '@anna',
  NickName: 'Anna',
  RemarkName: '',
  Alias: '',
  PYQuanPin: '',
  RemarkPYQuanPin: '',
  StarFriend: 0,
  ContactFlag: 1,
  VerifyFlag: 0,
  ...fields,
});

it.each([1, 3, 1 | 0x40, 1 | 0x200 | 0x800])('a contact with flag %i is a person', (ContactFlag) => {
  expect(isPersonRecord(record({ ContactFlag }), SELF)).toBe(true);
});

const SERVICES = [
  ...[
    'blogapp',
    'blogappweixin',
    'brandsessionholder',
    'facebookapp',
    'feedsapp',
    'filehelper',
    'floatbottle',
  ],
  ...['fmessage', 'lbsapp', 'masssendapp', 'medianote', 'meishiapp', 'newsapp', 'notification_messages'],
  ...['officialaccounts', 'qmessage', 'qqfriend', 'qqmail', 'qqsync', 'readerapp', 'shakeapp', 'tmessage'],
  ...['userexperience_alarm', 'voipapp', 'weibo', 'weixin', 'weixinreminder', 'wxitil'],
];

describe('a service is no person, even when its flag says contact', () => {
  it.each([...SERVICES, 'someday_new', 'wxid_abc', ''])('%s', (UserName) => {
    expect(isPersonRecord(record({ UserName, ContactFlag: 3 }), SELF)).toBe(false);
  });
});

describe('neither is', () => {
  it.each([
    ['a brand account', { VerifyFlag: 8 }],
    ['a verified brand account', { VerifyFlag: 24 }],
    ['a blocked friend', { ContactFlag: 1 | 8 }],
    ['a blocked stranger', { ContactFlag: 8 }],
    ['somebody met in a room only', { ContactFlag: 0 }],
    ['somebody to chat with who is no contact', { ContactFlag: 2 }],
    ['a room', { UserName: '@@room', ContactFlag: 1 | 4 }],
    ['a bare @', { UserName: '@' }],
    ['a bare @@', { UserName: '@@' }],
    ['an id behind other letters', { UserName: 'x@anna' }],
    ['yourself', { UserName: SELF }],
  ] as const)('%s', (_who, fields) => {
    expect(isPersonRecord(record(fields), SELF)).toBe(false);
  });
});

it.each([1, 2, 4, 16])('a VerifyFlag of %i makes no brand', (VerifyFlag) => {
  expect(isPersonRecord(record({ VerifyFlag }), SELF)).toBe(true);
});

it.each([
  ['@@room', true],
  ['@@', true],
  ['@anna', false],
  ['', false],
  ['x@@', false],
])('%s is the name of a room: %s', (userName, room) => {
  expect(isRoomName(userName)).toBe(room);
});
