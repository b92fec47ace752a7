// Promises of group names for every text: a proposal fits and holds whole characters, and typing changes a name only once.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSameName, LONGEST_NAME, nameProblem, proposedName, typedName } from './group-name.ts';

const RUNS = { numRuns: 2000 };
const HALF_CHARACTER = /\p{Cs}/u;

const piece = fc.constantFrom(
  '👨‍👩‍👧‍👦',
  '👩🏽‍🚀',
  '🇨🇳',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '😀',
  '❤\ufe0f',
  'e\u0301',
  '1\ufe0f\u20e3',
  '𠮷',
  '张',
);
const steering = fc.constantFrom(' ', '\n', '\t', '\r\n', '\u2028', '\u0000', '\u200b', '\u202e', '\u200d');
const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc
    .array(fc.oneof(piece, steering, fc.string({ maxLength: 3 })), { maxLength: 12 })
    .map((all) => all.join('')),
);
const people = fc.array(name, { maxLength: 6 });
/** Names that need nothing done to them, and of which each would fit alone. */
const shortPeople = fc.array(
  fc
    .array(fc.oneof(piece, fc.string({ minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 3 })
    .map((all) => typedName(all.join('')).trim())
    .filter((text) => text !== '' && text.length <= LONGEST_NAME),
  { minLength: 1, maxLength: 6 },
);

it('a proposal has no problem: it is never longer than 18 units, and may be given as it is', () => {
  fc.assert(
    fc.property(people, (names) => {
      const proposal = proposedName(names);
      expect(proposal.length).toBeLessThanOrEqual(18);
      expect(nameProblem(proposal)).toBeUndefined();
      expect(typedName(proposal).trim()).toBe(proposal);
    }),
    RUNS,
  );
});

it('a proposal never holds half a character', () => {
  fc.assert(
    fc.property(people, (names) => {
      expect(proposedName(names)).not.toMatch(HALF_CHARACTER);
    }),
    RUNS,
  );
});

it('a proposal of names that fit is the first of them, whole, and no more would have fitted', () => {
  fc.assert(
    fc.property(shortPeople, (names) => {
      const proposals = [1, 2, 3, 4].map((count) => names.slice(0, count).join('、'));
      expect(proposedName(names)).toBe(proposals.findLast((text) => text.length <= 18));
    }),
    RUNS,
  );
});

it('a name that was typed once stays as it is, on one line', () => {
  fc.assert(
    fc.property(
      fc.oneof(name, fc.string({ unit: fc.nat({ max: 0xffff }).map((n) => String.fromCharCode(n)) })),
      (text) => {
        const typed = typedName(text);
        expect(typedName(typed)).toBe(typed);
        expect(typed).not.toMatch(/[\n\r\t\v\f\u0085\u2028\u2029]/);
      },
    ),
    RUNS,
  );
});

it('a name is the same however it is composed, and is never taken for one that says more', () => {
  fc.assert(
    fc.property(name, (text) => {
      const plain = typedName(text).replaceAll('\ufe0f', '');
      expect(isSameName(` ${plain.normalize('NFD')}\u3000`, plain)).toBe(true);
      expect(isSameName(`${plain}x`, plain)).toBe(false);
    }),
    RUNS,
  );
});
