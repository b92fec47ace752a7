// The address book is the oracle of other tests: it must be the same every time, and hold every special kind.
import { describe, expect, it } from 'vitest';
import { type AddressBook, addressBook } from './address-book.ts';
import { flag } from './person.ts';

const book = (contacts: number, seed = 1, account = 0): AddressBook =>
  addressBook({ contacts, seed, account });

describe('addressBook', () => {
  it('makes the same people from the same seed, and others from another', () => {
    expect(book(200).friends).toEqual(book(200).friends);
    expect(book(200).friends).not.toEqual(book(200, 2).friends);
    expect(book(200).friends).not.toEqual(book(200, 1, 1).friends);
  });

  it.each([10, 40, 10_000])('has exactly %i pickable people, and the others on top', (contacts) => {
    const { friends, entries, self } = book(contacts);
    expect(friends).toHaveLength(contacts);
    expect(friends.map((friend) => friend.index)).toEqual([...Array(contacts).keys()]);
    expect(entries).toHaveLength(contacts + 11);
    expect(entries.filter((entry) => entry.kind === 'friend')).toHaveLength(contacts);
    expect(entries).toContain(self);
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
  });

  it.each([9, 10_001, 12.5])('refuses %d contacts', (contacts) => {
    expect(() => book(contacts)).toThrow(RangeError);
  });

  it('has a starred one, an emoji and a markup attempt among the first ten', () => {
    const traits = book(10).friends.flatMap((friend) => friend.traits);
    expect(traits).toEqual(
      expect.arrayContaining(['starred', 'emoji-5', 'markup-escaped', 'markup-hostile', 'remark']),
    );
  });

  it('has one of each special kind among the first forty', () => {
    const traits = book(40).friends.flatMap((friend) => friend.traits);
    const wanted = [
      ...['emoji-2', 'emoji-4', 'emoji-5', 'emoji-6', 'emoji-8', 'emoji-10', 'emoji-wrong-code', 'emoji-img'],
      ...[
        'emoji-broken',
        'emoji-only',
        'emoji-raw',
        'qq-face',
        'entity-amp',
        'entity-apostrophe',
        'entity-nbsp',
      ],
      ...['entity-twice', 'entity-quot', 'markup-script', 'bidi', 'long', 'same-name', 'alias', 'says-span'],
    ];
    expect(traits).toEqual(expect.arrayContaining(wanted));
  });

  it('spells pinyin as WeChat does: initials in upper case, syllables in lower case', () => {
    const [plain] = book(10).friends;
    expect(plain?.nick).toEqual({ html: '张伟', plain: '张伟', pyInitial: 'ZW', pyQuanPin: 'zhangwei' });
    const ordinary = book(300).friends.filter((friend) => /^\p{Script=Han}+$/u.test(friend.nick.html));
    expect(ordinary.length).toBeGreaterThan(100);
    for (const { nick } of ordinary) {
      expect(nick.pyInitial).toMatch(/^[A-Z]+$/);
      expect(nick.pyInitial).toHaveLength(nick.html.length);
      expect(nick.pyQuanPin).toMatch(/^[a-z]+$/);
    }
  });

  it('pollutes the pinyin of names with emoji as the server does', () => {
    const emoji = book(10).friends.find((friend) => friend.traits.includes('emoji-5'));
    expect(emoji?.nick.html).toBe('小明<span class="emoji emoji1f604"></span>');
    expect(emoji?.nick.pyQuanPin).toBe('xiaomingspanclassemojiemoji1f604span');
    expect(emoji?.plainName).toBe('小明😄');
  });

  it('shows the remark where there is one', () => {
    for (const { plainName, remark, nick } of book(300).friends)
      expect(plainName).toBe(remark.plain || nick.plain);
  });

  it('never shows markup that came from the server', () => {
    for (const friend of book(1000).friends.filter((one) => one.traits.includes('ordinary'))) {
      expect(friend.plainName).not.toMatch(/[<>&]/);
    }
  });

  it('knows strangers, who are in no list of contacts', () => {
    const { strangers, entries, friends, byId } = book(10);
    expect(strangers).toHaveLength(2);
    expect(strangers.map((one) => one.nick.html)).toContainEqual(
      expect.stringContaining('<span class="emoji'),
    );
    for (const stranger of strangers) {
      expect(byId(stranger.id)).toBe(stranger);
      expect([...entries, ...friends]).not.toContain(stranger);
      expect(stranger.contactFlag & flag.contact).toBe(0);
    }
  });

  it('marks who cannot be picked with the flags WeChat uses', () => {
    const { entries } = book(10);
    const of = (kind: string) => entries.filter((entry) => entry.kind === kind);
    for (const brand of of('brand')) expect(brand.verifyFlag & 8).toBe(8);
    for (const blocked of of('blocked')) expect(blocked.contactFlag & flag.blocked).toBe(flag.blocked);
    for (const starred of entries.filter((entry) => entry.starFriend === 1)) {
      expect(starred.contactFlag & flag.starred).toBe(flag.starred);
    }
    expect(of('service').map((entry) => entry.id)).toEqual(
      expect.arrayContaining(['filehelper', 'weixin', 'medianote', 'floatbottle', 'fmessage']),
    );
    expect(entries.every((entry) => (entry.contactFlag & flag.contact) !== 0)).toBe(true);
  });
});
