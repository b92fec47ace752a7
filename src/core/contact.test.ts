// What a contact is called in the list, and what stands in the quieter line below.
import { describe, expect, it } from 'vitest';
import { type ContactRecord, contactFromRecord } from './contact.ts';

const record = (fields: Partial<ContactRecord>): ContactRecord => ({
  UserName: '@anna',
  NickName: '',
  RemarkName: '',
  Alias: '',
  PYQuanPin: '',
  RemarkPYQuanPin: '',
  StarFriend: 0,
  ContactFlag: 1,
  VerifyFlag: 0,
  ...fields,
});

describe('the name is the remark, else the nickname, else the alias; the rest stands below', () => {
  it.each([
    ['R', 'N', 'A', 'R', 'N · A'],
    ['R', 'N', '', 'R', 'N'],
    ['R', '', 'A', 'R', 'A'],
    ['R', '', '', 'R', ''],
    ['', 'N', 'A', 'N', 'A'],
    ['', 'N', '', 'N', ''],
    ['', '', 'A', 'A', ''],
    ['', '', '', '', ''],
    ['N', 'N', 'A', 'N', 'A'],
    ['A', 'N', 'A', 'A', 'N'],
    [' ', 'N', '', 'N', ''],
    ['\u200b', 'N', '', 'N', ''],
  ])(
    'remark "%s", nickname "%s", alias "%s": "%s", below "%s"',
    (RemarkName, NickName, Alias, name, detail) => {
      expect(contactFromRecord(record({ RemarkName, NickName, Alias }))).toMatchObject({ name, detail });
    },
  );
});

it('every name is plain text', () => {
  const emoji = '<span class="emoji emoji1f601"></span>';
  const contact = contactFromRecord(
    record({ RemarkName: `R${emoji}`, NickName: 'N &amp; M', Alias: 'a\u202eb' }),
  );
  expect(contact).toMatchObject({
    name: 'R😁',
    remark: 'R😁',
    nickName: 'N & M',
    alias: 'ab',
    detail: 'N & M · ab',
  });
});

it('pinyin is kept for the remark and the nickname, without the letters of markup', () => {
  const contact = contactFromRecord(
    record({ RemarkPYQuanPin: 'AMing', PYQuanPin: 'xiaomingspanclassemojiemoji1f604span' }),
  );
  expect(contact.pinyin).toEqual(['aming', 'xiaoming']);
});

describe('a contact is starred', () => {
  it.each([
    [{ StarFriend: 1 }, true],
    [{ ContactFlag: 1 | 0x40 }, true],
    [{ ContactFlag: 1 | 0x800 | 0x200 }, false],
    [{ StarFriend: 0 }, false],
    [{ StarFriend: 2 }, false],
  ])('%o: %s', (fields, starred) => {
    expect(contactFromRecord(record(fields)).starred).toBe(starred);
  });
});
