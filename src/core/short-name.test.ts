// A shown name is cut between perceived characters, ends in an ellipsis when cut, and is never long, whatever it holds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortName } from './name-markup.ts';

const FAMILY = '👨‍👩‍👧‍👦';
const ACCENTED = 'e\u0301';

describe('a name of forty perceived characters or fewer stays whole', () => {
  it.each([
    '',
    'Anna',
    '张伟',
    'x'.repeat(40),
    '张'.repeat(40),
    '😁'.repeat(40),
    ACCENTED.repeat(40),
    FAMILY.repeat(14),
  ])('%s', (name) => {
    expect(shortName(name)).toBe(name);
  });
});

describe('a longer name is cut between perceived characters', () => {
  it.each([
    ['letters', 'x'.repeat(41), 'x'.repeat(40)],
    ['Chinese', '张'.repeat(99), '张'.repeat(40)],
    ['emoji', '😁'.repeat(41), '😁'.repeat(40)],
    ['combining marks', ACCENTED.repeat(41), ACCENTED.repeat(40)],
    ['flags', '🇨🇳'.repeat(41), '🇨🇳'.repeat(40)],
    ['emoji families, of which fewer fit', FAMILY.repeat(41), FAMILY.repeat(14)],
    [
      'a family after thirty-nine letters',
      `${'x'.repeat(39)}${FAMILY}${FAMILY}`,
      `${'x'.repeat(39)}${FAMILY}`,
    ],
    ['a cut after a blank', `${'x'.repeat(39)} yz`, 'x'.repeat(39)],
  ])('%s', (_kind, name, shown) => {
    expect(shortName(name)).toBe(`${shown}…`);
  });
});

describe('a name of few characters that are very long is bounded too', () => {
  it.each([
    ['one letter with a thousand combining marks', `e${'\u0301'.repeat(1000)}`, '…'],
    ['a word with them at its end', `Anna e${'\u0301'.repeat(1000)}`, 'Anna…'],
    ['a thousand joined emoji', Array(1000).fill('👨').join('\u200d'), '…'],
  ])('%s', (_kind, name, shown) => {
    expect(shortName(name)).toBe(shown);
  });
});

it('holds at most 160 UTF-16 units and the ellipsis, and begins as the name does', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('\u0301', '\u200d', '👨', '🇨', '한', '\ud83d', '\r', ' '),
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 400, size: 'max' }), (name) => {
      const shown = shortName(name);
      expect(shown.length).toBeLessThanOrEqual(161);
      expect(shown === name || name.startsWith(shown.slice(0, -1))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
