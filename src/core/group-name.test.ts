// Names of groups: what is proposed fits and is never cut within a character, and a kept name is known however it is spelled.
import { describe, expect, it } from 'vitest';
import { isSameName, nameProblem, proposedName, typedName } from './group-name.ts';

const FAMILY = '👨‍👩‍👧‍👦';
const FLAG = '🇨🇳';
/** One perceived character of so many units. */
const tall = (units: number): string => `e${'\u0301'.repeat(units - 1)}`;
const letters = (count: number): string => 'Abcdefghijklmnopqrstuvwxyz'.slice(0, count);

describe('a proposal', () => {
  it.each([
    ['nobody', [], ''],
    ['one person', ['Anna'], 'Anna'],
    ['two', ['Anna', 'Ben'], 'Anna、Ben'],
    ['four', ['张伟', '李娜', '王芳', '刘洋'], '张伟、李娜、王芳、刘洋'],
    ['the first four of five, even where a fifth would fit', ['A', 'B', 'C', 'D', 'E'], 'A、B、C、D'],
    ['two that fill it', [letters(8), letters(9)], `${letters(8)}、${letters(9)}`],
    ['as many whole names as fit', [letters(8), letters(10)], letters(8)],
    ['none after the first that does not fit', ['Anna', letters(14), 'Cy'], 'Anna'],
  ])('is made of %s', (_whom, people, name) => {
    expect(proposedName(people)).toBe(name);
  });

  it.each([
    ['empty names', ['', 'Anna', '', 'Ben'], 'Anna、Ben'],
    ['more empty names than it takes people', ['', '', '', '', 'Anna'], 'Anna'],
    ['blanks', [' ', '\u3000', '\n', 'Anna'], 'Anna'],
    ['names that show nothing', ['\u200b\u202e', 'Anna'], 'Anna'],
    ['a name whose first character alone is too long', [tall(19), 'Anna', 'Ben'], 'Anna、Ben'],
    ['one among others', ['Anna', `${FAMILY}\u200d${FAMILY} Bo`, 'Ben'], 'Anna、Ben'],
    ['more of them than it takes people', [...Array<string>(4).fill(tall(19)), 'Anna'], 'Anna'],
    ['none whose first character just fits', [tall(18), 'Anna'], tall(18)],
  ])('passes over %s', (_what, people, name) => {
    expect(proposedName(people)).toBe(name);
  });

  it('is empty when nobody has a name', () => {
    expect(proposedName(['', ' ', '\u200b', tall(19)])).toBe('');
  });

  it('holds names on one line, without controls and blanks at their ends', () => {
    expect(proposedName(['An\nna', '\u202e Ben '])).toBe('An na、Ben');
  });
});

describe('a first name that is too long', () => {
  it.each([
    ['stays whole with 18 units', letters(18), letters(18)],
    ['loses what is more', letters(19), letters(18)],
    ['ends before an emoji that does not fit', `${letters(17)}😀`, letters(17)],
    ['holds an emoji that fits', `${letters(16)}😀😀`, `${letters(16)}😀`],
    ['ends before a family that does not fit', `${letters(8)}${FAMILY}`, letters(8)],
    ['holds a family that fits', `${letters(7)}${FAMILY}${FAMILY}`, `${letters(7)}${FAMILY}`],
    ['ends before a flag that does not fit', `${letters(15)}${FLAG}`, letters(15)],
    ['holds a flag that fits', `${letters(14)}${FLAG}${FLAG}`, `${letters(14)}${FLAG}`],
    ['ends before a letter whose accent does not fit', `${letters(17)}e\u0301`, letters(17)],
    ['ends before the line end that it was cut at', `${letters(17)}\nXyz`, letters(17)],
  ])('%s', (_what, first, name) => {
    expect(proposedName([first])).toBe(name);
  });
});

it.each([
  ['the next would fit', [`${letters(8)}${FAMILY}`, 'Ben'], letters(8)],
  ['all others would fit', [`A${tall(18)}`, 'B', 'C', 'D'], 'A'],
  ['one would fit after one that is passed over', [`A${tall(18)}`, tall(19), 'B'], 'A'],
])('a first name that was cut stands alone, though %s', (_what, people, name) => {
  expect(proposedName(people)).toBe(name);
});

describe('a name cannot be given', () => {
  it.each([
    ['18 letters', letters(18), undefined],
    ['19 letters', letters(19), 'name-too-long'],
    ['18 letters among blanks', `  ${letters(18)}\u3000\n`, undefined],
    ['19 with a blank within', `${letters(9)} ${letters(9)}`, 'name-too-long'],
    ['18 Chinese characters', '群'.repeat(18), undefined],
    ['9 emoji, which count 2 each', '😀'.repeat(9), undefined],
    ['9 emoji and a letter', `${'😀'.repeat(9)}a`, 'name-too-long'],
    ['a family and 7 letters', `${FAMILY}${letters(7)}`, undefined],
    ['a family and 8 letters', `${FAMILY}${letters(8)}`, 'name-too-long'],
    ['nothing', '', undefined],
  ])('when it is longer than 18 units: %s', (_what, name, problem) => {
    expect(nameProblem(name)).toBe(problem);
  });
});

describe('a typed name', () => {
  it.each([
    ['line breaks and tabs become one blank', 'Book\r\n\tclub\u2028now', 'Book club now'],
    ['blanks stay, also at the ends', ' Book  club ', ' Book  club '],
    ['controls go', 'Bo\u0000ok\u007f\u009f', 'Book'],
    ['bidi controls go', '\u202eBo\u2066ok\u200f\u061c', 'Book'],
    ['zero-width blanks go', 'Bo\u200bok\ufeff', 'Book'],
    ['joiners stay', `${FAMILY} می‌خواهم`, `${FAMILY} می‌خواهم`],
    ['variation selectors stay', '❤\ufe0f', '❤\ufe0f'],
    ['markup stays text', '<b>&amp;', '<b>&amp;'],
  ])('%s', (_what, text, name) => {
    expect(typedName(text)).toBe(name);
  });
});

describe('two names', () => {
  it.each([
    ['the same letters', 'Book club', 'Book club'],
    ['an emoji with and without its selector', 'We ❤\ufe0f it', 'We ❤ it'],
    ['a keycap with and without its selector', '1\ufe0f\u20e3', '1\u20e3'],
    ['more blanks', 'Book   club', 'Book club'],
    ['other blanks', 'Book\u00a0club\u3000now', 'Book club now'],
    ['blanks at the ends', ' Book club\u3000', 'Book club'],
    ['a line break', 'Book\nclub', 'Book club'],
    ['an accent of its own', 'Cafe\u0301', 'Caf\u00e9'],
    ['a Hangul syllable in parts', '\u1112\u1161\u11ab', '\ud55c'],
    ['characters that show nothing', 'Book\u200b club\u202c', 'Book club'],
    ['a face that WeChat returns under the code of another', 'Book 😼 club', 'Book 😁 club'],
    ['several of them, a selector between', '😹\ufe0f🙎👍', '😂😡👍'],
    ['two that come back as one', '💫', '😖'],
  ])('are the same with %s', (_what, one, other) => {
    expect([isSameName(one, other), isSameName(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['case', 'Book club', 'book club'],
    ['a blank more', 'Book club', 'Bookclub'],
    ['an end', 'Book club', 'Book clu'],
    ['everything', 'Book club', ''],
    ['an accent', 'Cafe', 'Café'],
    ['a letter that is only compatible', 'ﬁsh', 'fish'],
    ['width', 'Ａ', 'A'],
    ['a skin tone', '👍', '👍🏽'],
    ['a face', '😁', '😂'],
    ['a face that comes back as another', '😼', '😂'],
    ['joiners', FAMILY, FAMILY.replaceAll('\u200d', '')],
    ['markup', 'A&B', 'A&amp;B'],
  ])('are different by %s', (_what, one, other) => {
    expect([isSameName(one, other), isSameName(other, one)]).toEqual([false, false]);
  });
});
