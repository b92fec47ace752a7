// People find their contacts by any name they know them by, however they type it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from './contact.ts';
import { byUserName, searchIndex, textHolds } from './search.ts';

const contact = (fields: Partial<Contact>): Contact => ({
  userName: '@x',
  name: '',
  detail: '',
  remark: '',
  nickName: '',
  alias: '',
  pinyin: ['', ''],
  starred: false,
  ...fields,
});
const WEI = contact({
  userName: '@wei',
  remark: '老张 Boss',
  nickName: '张伟',
  alias: 'zw_1985',
  pinyin: ['laozhangboss', 'zhangwei'],
});
const ANNA = contact({ userName: '@anna', nickName: 'Anna Ｓmith❤️', pinyin: ['', 'annasmith'] });
const SPAN = contact({ userName: '@span', nickName: 'Span ☺', alias: 'ab' });
const ALL = [WEI, ANNA, SPAN];

const found = (query: string, contacts: readonly Contact[] = ALL): readonly string[] =>
  searchIndex(contacts)
    .find(query)
    .map(({ userName }) => userName);

describe('a contact is found', () => {
  it.each([
    ['老张', '@wei', 'by the remark'],
    ['张伟', '@wei', 'by the nickname under a remark'],
    ['1985', '@wei', 'by the alias'],
    ['zw_', '@wei', 'by the alias'],
    ['laozhang', '@wei', "by the remark's pinyin"],
    ['zhangw', '@wei', "by the nickname's pinyin"],
    ['伟', '@wei', 'by one character within'],
    ['boss 老', '@wei', 'by two words in any order'],
    ['zw 伟 lao', '@wei', 'by words of different fields'],
    ['BOSS', '@wei', 'in upper case'],
    ['ＢＯＳＳ', '@wei', 'in full-width letters'],
    ['smith', '@anna', 'when the name is in full-width letters'],
    ['老张　boss', '@wei', 'with a full-width blank'],
    ['  anna\t', '@anna', 'with blanks around'],
    ['anna  smith', '@anna', 'with blanks between'],
    ['❤️', '@anna', 'by an emoji'],
    ['❤', '@anna', 'by an emoji without its variation selector'],
    ['☺️', '@span', 'by an emoji with one that the name lacks'],
    ['span', '@span', 'by a name that is also a tag'],
  ])('"%s" finds %s: %s', (query, userName) => {
    expect(found(query)).toEqual([userName]);
  });
});

describe('nobody is found', () => {
  it.each([
    ['xyz', 'a word that is nowhere'],
    ['anna xyz', 'one word of two that is nowhere'],
    ['伟zw', 'a word that only the end of one field and the start of the next make'],
    ['bossanna', 'a word over two contacts'],
    ['zhangweilao', 'a word over both pinyins'],
    ['.*', 'a pattern'],
    ['a*b', 'a pattern'],
  ])('by "%s": %s', (query) => {
    expect(found(query)).toEqual([]);
  });

  it('by an empty list', () => {
    expect(found('a', [])).toEqual([]);
  });
});

it.each(['', ' ', '\t\n', '　', '\ufe0f'])(
  'an empty query, "%s", gives everybody in their order',
  (query) => {
    expect(found(query)).toEqual(['@wei', '@anna', '@span']);
  },
);

it('several contacts come in the order they were indexed', () => {
  expect(found('an')).toEqual(['@wei', '@anna', '@span']);
  expect(found('an', [SPAN, ANNA])).toEqual(['@span', '@anna']);
});

it('capital letters find a name whose letters look otherwise at the end of a word', () => {
  expect(found('ΟΔΟΣ', [contact({ userName: '@od', nickName: 'ΟΔΟΣΑ' })])).toEqual(['@od']);
  expect(found('οδος', [contact({ userName: '@od', nickName: 'ΟΔΟΣΑ' })])).toEqual(['@od']);
});

it('a letter finds a name that holds it next to one it would melt into', () => {
  expect(found('ㅋ', [contact({ userName: '@k', nickName: 'ㅋㅏ' })])).toEqual(['@k']);
});

it('contacts are at hand by userName', () => {
  expect(byUserName(ALL).get('@anna')).toBe(ANNA);
  expect(byUserName(ALL).get('@nobody')).toBeUndefined();
});

it('any piece of a name, cut between perceived characters, finds its contact', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    fc.constantFrom(' ', 'Σ', 'σ', 'ς', 'A', 'İ', 'ﬁ', '❤️', '張', 'ｶﾞ', '´', '㎏', 'ㅋ', 'ㅏ', '한', 'é'),
  );
  const field = fc.constantFrom('remark', 'nickName', 'alias');
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1 }), fc.nat(), fc.nat(), field, (units, from, length, name) => {
      const start = from % units.length;
      const query = units.slice(start, start + 1 + (length % units.length)).join('');
      fc.pre(query === query.trim());
      expect(found(query, [contact({ userName: '@it', [name]: units.join('') })])).toEqual(['@it']);
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['Book club', 'book', true],
  ['Book club', 'club book', true],
  ['Book club', ' OOK ', true],
  ['Ｂook', 'book', true],
  ['读书会', '书', true],
  ['Book club', '', true],
  ['', '', true],
  ['Book club', 'book clubs', false],
  ['Book', 'book club', false],
  ['', 'book', false],
])('%j holds every word of %j: %s', (text, query, holds) => {
  expect(textHolds(text, query)).toBe(holds);
});
