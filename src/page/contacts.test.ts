// The people to pick from: everybody who can be put into a group, starred ones first, and nobody else.
import { describe, expect, it } from 'vitest';
import type { ContactSource } from './contact-source.ts';
import { peopleOf, roomsOf } from './contacts.ts';

const SELF = '@me';
const entry = (UserName: string, fields: object = {}): object => ({
  UserName,
  NickName: UserName.slice(1),
  RemarkName: '',
  Alias: '',
  PYQuanPin: '',
  RemarkPYQuanPin: '',
  StarFriend: 0,
  ContactFlag: 1,
  VerifyFlag: 0,
  ...fields,
});
const sourceOf = (entries: readonly unknown[]): ContactSource => ({
  revision: '',
  size: entries.length,
  people: () => entries,
  rooms: () => entries,
  find: () => undefined,
});
const picked = (...entries: readonly unknown[]): readonly string[] =>
  peopleOf(sourceOf(entries), SELF).map(([userName]) => userName);

describe('left out by what the entry says of itself', () => {
  it.each([
    ['a service whose flag says contact', entry('filehelper', { ContactFlag: 3 })],
    ['a brand', entry('@brand', { VerifyFlag: 24 })],
    ['a blocked friend', entry('@blocked', { ContactFlag: 1 | 8 })],
    ['yourself', entry(SELF)],
    ['a room', entry('@@room')],
    ['a stranger', entry('@stranger', { ContactFlag: 0 })],
    ["a header of the page's own list", { text: 'A', type: 'header' }],
    ['nothing', null],
  ])('%s', (_who, one) => {
    expect(picked(one, entry('@anna'))).toEqual(['@anna']);
  });
});

describe('left out by its own methods, though the flags look right', () => {
  it.each([
    'isSelf',
    'isFileHelper',
    'isSpContact',
    'isBlackContact',
    'isShieldUser',
    'isRoomContact',
    'isBrandContact',
  ])('%s', (method) => {
    expect(
      picked(entry('@odd', { [method]: () => true }), entry('@anna', { [method]: () => false })),
    ).toEqual(['@anna']);
  });

  it('WeChat answers with numbers: the bit that is set counts', () => {
    expect(
      picked(entry('@odd', { isBlackContact: () => 8 }), entry('@anna', { isBlackContact: () => 0 })),
    ).toEqual(['@anna']);
  });

  it('a method reads its own entry', () => {
    const prototype = {
      ContactFlag: 1,
      isBlackContact(this: { readonly blocked?: boolean }) {
        return this.blocked === true;
      },
    };
    const person = (fields: object): object => Object.assign(Object.create(prototype), fields);
    expect(
      picked(person({ UserName: '@odd', blocked: true }), person({ UserName: '@anna', blocked: false })),
    ).toEqual(['@anna']);
  });

  it('a method that throws says nothing', () => {
    const isSelf = (): never => {
      throw new Error('not now');
    };
    expect(picked(entry('@anna', { isSelf }))).toEqual(['@anna']);
  });
});

it('starred people stand first, by either sign of it, and all others as the source has them', () => {
  expect(
    picked(
      entry('@7'),
      entry('@zoe'),
      entry('@star', { NickName: 'z', StarFriend: 1 }),
      entry('@wei', { NickName: '伟', PYQuanPin: 'wei' }),
      entry('@flag', { NickName: 'a', ContactFlag: 0x41 }),
      entry('@anna'),
    ),
  ).toEqual(['@star', '@flag', '@7', '@zoe', '@wei', '@anna']);
});

it('somebody who is listed twice is there once', () => {
  expect(picked(entry('@anna'), entry('@anna'), entry('@bela'))).toEqual(['@anna', '@bela']);
});

it('a row holds the fields as the page has them, in their order', () => {
  const fields = {
    NickName: 'N <span class="emoji emoji1f601"></span>',
    RemarkName: 'R &amp;',
    Alias: 'A',
    PYQuanPin: 'n',
    RemarkPYQuanPin: 'r',
    StarFriend: 1,
    ContactFlag: 0x41,
  };
  expect(peopleOf(sourceOf([entry('@anna', fields)]), SELF)).toEqual([
    ['@anna', 'N <span class="emoji emoji1f601"></span>', 'R &amp;', 'A', 'n', 'r', 1, 0x41],
  ]);
});

it('fields that are missing or of another kind are empty', () => {
  expect(
    peopleOf(sourceOf([{ UserName: '@anna', ContactFlag: '3', NickName: null, Alias: 5 }]), SELF),
  ).toEqual([['@anna', '', '', '', '', '', 0, 3]]);
});

it('rooms are told with their name and size, and nothing else is a room', () => {
  const room = { UserName: '@@room', NickName: 'Us &amp; them', MemberCount: 3 };
  expect(roomsOf(sourceOf([room, { UserName: '@@new' }, entry('@anna'), null]))).toEqual([
    { userName: '@@room', nickName: 'Us &amp; them', memberCount: 3 },
    { userName: '@@new', nickName: '', memberCount: 0 },
  ]);
});
