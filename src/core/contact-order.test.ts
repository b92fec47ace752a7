// The contact list stands as in WeChat: starred first, A to Z by pinyin, the rest under # at the end.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from './contact.ts';
import { inListOrder, sectionOf } from './contact-order.ts';

const contact = (fields: Partial<Contact>): Contact => ({
  userName: '@x',
  name: fields.remark || fields.nickName || '',
  detail: '',
  remark: '',
  nickName: '',
  alias: '',
  pinyin: ['', ''],
  starred: false,
  ...fields,
});
const nick = (nickName: string, pinyin = ''): Contact => contact({ nickName, pinyin: ['', pinyin] });
const remarked = (remark: string, remarkPinyin: string, nickPinyin: string): Contact =>
  contact({ remark, nickName: 'n', pinyin: [remarkPinyin, nickPinyin] });
const names = (contacts: readonly Contact[]): readonly string[] =>
  inListOrder(contacts).map(({ name }) => name);

describe('order', () => {
  it('starred people come first, in the order of their names', () => {
    const star = (name: string): Contact => ({ ...nick(name), starred: true });
    expect(names([nick('anna'), star('zoe'), star('bela')])).toEqual(['bela', 'zoe', 'anna']);
  });

  it('Chinese and Latin names stand among each other by pinyin', () => {
    expect(
      names([nick('张伟', 'zhangwei'), nick('Bob'), nick('李娜', 'lina'), nick('安娜', 'anna')]),
    ).toEqual(['安娜', 'Bob', '李娜', '张伟']);
  });

  it('what begins with no letter comes last', () => {
    expect(names([nick('007', '007'), nick('😁'), nick('zoe', 'zoe'), nick('')])).toEqual([
      'zoe',
      '',
      '007',
      '😁',
    ]);
  });

  it('a remark is sorted by its own pinyin, not by that of the nickname', () => {
    expect(names([remarked('赵', 'zhao', 'an'), nick('Bob')])).toEqual(['Bob', '赵']);
  });

  it('a remark without pinyin is its own spelling', () => {
    expect(names([remarked('Carl', '', 'an'), nick('Bob')])).toEqual(['Bob', 'Carl']);
  });

  it('the same spelling is sorted by name, so that the same names stand together', () => {
    const list = [nick('张', 'zhang'), nick('章', 'zhang'), nick('张', 'zhang')];
    expect(names(list)).toEqual(['张', '张', '章']);
  });

  it('equal people keep the order they came in', () => {
    const twins = ['@3', '@1', '@2'].map((userName) => contact({ userName, nickName: 'Anna' }));
    expect(inListOrder(twins).map(({ userName }) => userName)).toEqual(['@3', '@1', '@2']);
  });

  it('the list it was given stays as it is', () => {
    const list = Object.freeze([nick('b'), nick('a')]);
    expect(names(list)).toEqual(['a', 'b']);
    expect(list.map(({ name }) => name)).toEqual(['b', 'a']);
  });
});

describe('section', () => {
  it.each([
    [{ ...nick('Anna'), starred: true }, '★'],
    [nick('Anna', 'anna'), 'A'],
    [nick('张伟', 'zhangwei'), 'Z'],
    [nick('Bob'), 'B'],
    [remarked('赵', 'zhao', 'an'), 'Z'],
    [nick('007', '007'), '#'],
    [nick('张伟'), '#'],
    [nick('😁'), '#'],
    [nick(''), '#'],
    [nick('Émile'), '#'],
    [nick('ßeta'), '#'],
    [nick('ﬁn'), '#'],
    [nick('ılk'), '#'],
  ])('of $name is %2$s', (person, section) => {
    expect(sectionOf(person)).toBe(section);
  });
});

describe('for any people', () => {
  const word = fc.oneof(
    fc.constantFrom('', 'a', 'A', 'z', 'anna', '张', '7', '#', 'ß', 'ı', 'İ', 'K', 'ſ', 'ŉ', '😁', '~', '★'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  const pinyin = fc.string({ unit: fc.constantFrom(...'abz09'), maxLength: 3 });
  const person = fc
    .tuple(word, word, pinyin, pinyin, fc.boolean())
    .map(([remark, nickName, first, second, starred]) =>
      contact({ remark, nickName, pinyin: [first, second], starred }),
    );
  const people = fc.array(person, { maxLength: 30 });
  const RUNS = { numRuns: 1000 };

  it('the same people come out, each once', () => {
    fc.assert(
      fc.property(people, (list) => {
        const ordered = inListOrder(list);
        expect(ordered).toHaveLength(list.length);
        expect(new Set(ordered)).toEqual(new Set(list));
      }),
      RUNS,
    );
  });

  it('the order is total: what order they came in makes no difference but among equals', () => {
    const shown = (list: readonly Contact[]): unknown =>
      inListOrder(list).map((one) => [sectionOf(one), one.name, one.starred]);
    fc.assert(
      fc.property(people, (list) => {
        expect(shown([...list].reverse())).toEqual(shown(list));
        expect(inListOrder(inListOrder(list))).toEqual(inListOrder(list));
      }),
      RUNS,
    );
  });

  it('sections stand in one piece each: ★, A to Z, #', () => {
    const place = (section: string): number => '★ABCDEFGHIJKLMNOPQRSTUVWXYZ#'.indexOf(section);
    fc.assert(
      fc.property(people, (list) => {
        const places = inListOrder(list).map((one) => place(sectionOf(one)));
        expect(places).not.toContain(-1);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
      RUNS,
    );
  });
});
