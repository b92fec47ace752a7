// Emoji codes of every length become their characters, wrong codes the face that was meant, and nonsense nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emojiFromCode, facedRight } from './emoji-code.ts';

describe('a code becomes its characters', () => {
  it.each([
    ['a9', '©', 'two digits are one code point'],
    ['ae', '®', 'two digits are one code point'],
    ['2600', '☀', 'four digits are one code point'],
    ['1f601', '😁', 'five digits are one code point'],
    ['1F601', '😁', 'upper case is the same'],
    ['3120e3', '1⃣', 'six digits are two and four'],
    ['2320e3', '#⃣', 'six digits are two and four'],
    ['26f9fe0f', '⛹️', 'eight digits are four and four'],
    ['1f1e81f1f3', '🇨🇳', 'ten digits are five and five'],
  ])('%s is %s: %s', (code, text) => {
    expect(emojiFromCode(code)).toBe(text);
  });
});

describe('a code that WeChat is known to send for another face becomes the face that was meant', () => {
  it.each([
    ['1f63c', '😁'],
    ['1f639', '😂'],
    ['1f63a', '😃'],
    ['1f4ab', '😖'],
    ['1f64d', '😔'],
    ['1f63b', '😍'],
    ['1f63d', '😘'],
    ['1f64e', '😡'],
    ['1f63f', '😢'],
    ['1F63F', '😢'],
  ])('%s is %s', (code, text) => {
    expect(emojiFromCode(code)).toBe(text);
  });
});

describe('a character becomes the face that WeChat returns for it', () => {
  it.each([
    ['😼', '😁'],
    ['😹', '😂'],
    ['😺', '😃'],
    ['💫', '😖'],
    ['🙍', '😔'],
    ['😻', '😍'],
    ['😽', '😘'],
    ['🙎', '😡'],
    ['😿', '😢'],
  ])('%s becomes %s, as its code does', (character, face) => {
    expect(facedRight(character)).toBe(face);
    expect(emojiFromCode(character.codePointAt(0)?.toString(16) ?? '')).toBe(face);
    expect(facedRight(face)).toBe(face);
  });

  it.each(['', 'a', '群', '👍', '😸', '\ufe0f', '\ud83d'])('but %j stays as it is', (character) => {
    expect(facedRight(character)).toBe(character);
  });
});

describe('a code that says no character becomes nothing', () => {
  it.each([
    ['', 'empty'],
    ['1', 'one digit'],
    ['1f6', 'three digits'],
    ['1f60123', 'seven digits'],
    ['1f601f601', 'nine digits'],
    ['1f1e81f1f31', 'eleven digits'],
    ['d83d', 'half a character'],
    ['dfff', 'half a character'],
    ['d83dde00', 'two halves'],
    ['zz', 'no digits'],
    ['+f601', 'a sign'],
    ['0x1f6', 'a prefix'],
    ['constructor', 'a word of JavaScript'],
    ['__proto__', 'a word of JavaScript'],
  ])('%s: %s', (code) => {
    expect(emojiFromCode(code)).toBe('');
  });
});

it('never throws, and never gives half a character', () => {
  const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), maxLength: 12 });
  fc.assert(
    fc.property(fc.oneof(hex, fc.string({ unit: 'binary' })), (code) => {
      expect(() => encodeURIComponent(emojiFromCode(code))).not.toThrow();
    }),
    { numRuns: 3000 },
  );
});
