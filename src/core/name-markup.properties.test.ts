// Promises of plainName that hold for every name: no throw, no emoji markup left over, nothing that turns text around.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainName } from './name-markup.ts';

const RUNS = { numRuns: 2000 };
const EMOJI_SPAN = /<span\s+class="emoji emoji[0-9a-f]+"/i;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 1, maxLength: 10 });
const span = hex.map((code) => `<span class="emoji emoji${code}"></span>`);
const cutSpan = fc
  .tuple(span, fc.constantFrom(1, '</span>'.length, '></span>'.length))
  .map(([whole, cut]) => whole.slice(0, -cut));
const image = hex.map((code) => `<img class="emoji emoji${code}" text="[x]_web" src="/spacer.gif">`);
const plain = fc.string({ unit: 'binary' }).map((text) => text.replace(/[<>&]/g, ''));
const steering = fc.constantFrom('\u202e', '\u2066', '\u200f', '\u061c', '\u200b', '\n', '\u0000');
const entity = fc.constantFrom('&lt;', '&amp;', '&quot;', '&nbsp;', '&amp;lt;', '&');
const scrap = fc.constantFrom(
  '<',
  '>',
  '"',
  '<span class="emoji',
  '<img ',
  'emoji1f601"',
  '</span>',
  '<span ',
);
const join = (parts: readonly string[]): string => parts.join('');

const spelled = fc.array(fc.oneof(span, cutSpan, image, plain)).map(join);
const hostile = fc.array(fc.oneof(span, cutSpan, image, plain, steering, entity, scrap)).map(join);
const anyName = fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

it('never throws, and gives a text without blanks at its ends', () => {
  fc.assert(
    fc.property(anyName, (markup) => {
      const name = plainName(markup);
      expect(name).toBe(name.trim());
    }),
    RUNS,
  );
});

it('leaves no emoji span that the name spelled as markup, broken ones included', () => {
  fc.assert(
    fc.property(spelled, (markup) => {
      expect(plainName(markup)).not.toMatch(EMOJI_SPAN);
    }),
    RUNS,
  );
});

it('never holds a bidi control, nor a line end, not even spelled as an emoji', () => {
  const steeringSpan = fc
    .constantFrom('202e', '2066', '200f', '061c', '2028', '0d', '0000')
    .map((code) => `<span class="emoji emoji${code}"></span>`);
  fc.assert(
    fc.property(fc.array(fc.oneof(anyName, steering, steeringSpan)).map(join), (markup) => {
      const name = plainName(markup);
      expect(name).not.toMatch(BIDI);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
      expect(name).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
    }),
    RUNS,
  );
});

it('reads any name that was escaped once as it was before', () => {
  const text = fc.string({ unit: 'grapheme-ascii' });
  fc.assert(
    fc.property(text, (typed) => {
      const escaped = typed
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
      expect(plainName(escaped)).toBe(typed.trim());
    }),
    RUNS,
  );
});

it.each([
  ['half spans', '<span class="emoji emoji'],
  ['half images', '<img class="emoji emoji1f601" '],
  ['spans with blanks', `<span ${' '.repeat(99)}`],
  ['ampersands', '&amp'],
])('reads ten thousand %s without delay', (_kind, part) => {
  const before = performance.now();
  plainName(part.repeat(10_000));
  expect(performance.now() - before).toBeLessThan(1000);
});
