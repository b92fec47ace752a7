// WeChat's pinyin holds the letters of emoji markup; without them a search for "span" finds Spans only.
import { describe, expect, it } from 'vitest';
import { plainPinyin } from './pinyin.ts';

describe('the letters of emoji markup go', () => {
  it.each([
    ['xiaomingspanclassemojiemoji1f604span', 'xiaoming', 'five digits'],
    ['xiaomingspanclassemojiemojia9span', 'xiaoming', 'two digits'],
    ['xiaomingspanclassemojiemoji2600span', 'xiaoming', 'four digits'],
    ['xiaomingspanclassemojiemoji3120e3span', 'xiaoming', 'a keycap'],
    ['xiaomingspanclassemojiemoji26f9fe0fspan', 'xiaoming', 'eight digits'],
    ['xiaomingspanclassemojiemoji1f1e81f1f3span', 'xiaoming', 'a flag'],
    ['spanclassemojiemoji1f604spanxiaoming', 'xiaoming', 'before the name'],
    ['xiaospanclassemojiemoji1f604spanming', 'xiaoming', 'within the name'],
    ['spanclassemojiemoji1f604spanspanclassemojiemoji1f602span', '', 'two and no name'],
    ['XIAOMINGSPANCLASSEMOJIEMOJI1F604SPAN', 'xiaoming', 'upper case'],
    ['badespanclassemojiemoji1f604spanface', 'badeface', 'between letters that are also digits'],
  ])('%s: "%s", %s', (spelled, pinyin) => {
    expect(plainPinyin(spelled)).toBe(pinyin);
  });
});

describe('the letters of a person stay', () => {
  it.each([
    ['Span', 'span'],
    ['spannaspan', 'spannaspan'],
    ['spanclassemojiemoji1f604spanspan', 'span'],
    ['emoji', 'emoji'],
    ['class2b', 'class2b'],
    ['zhangwei', 'zhangwei'],
  ])('%s: %s', (spelled, pinyin) => {
    expect(plainPinyin(spelled)).toBe(pinyin);
  });
});

it.each([
  ["Xi'an", 'xian'],
  ['zhang wei', 'zhangwei'],
  ['zhang?wei', 'zhangwei'],
  ['lü', 'l'],
  ['', ''],
])('what is neither letter nor digit goes: %s', (spelled, pinyin) => {
  expect(plainPinyin(spelled)).toBe(pinyin);
});
