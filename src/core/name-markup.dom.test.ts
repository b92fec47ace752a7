// A name set as text makes no element, whoever wrote it.
// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainName } from './name-markup.ts';

const shown = (name: string): HTMLElement => {
  const row = document.createElement('div');
  row.append(document.createTextNode(name));
  return row;
};

const WRITTEN_BY_STRANGERS = [
  '&lt;img src=x onerror=alert(1)&gt;',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<img src=x onerror=alert(1)>',
  '<b>Anna</b>',
  '<span class="emoji emoji1f601"></span><i>x</i>',
];

describe('a hostile name', () => {
  it.each(WRITTEN_BY_STRANGERS)('%s is text in the page', (markup) => {
    const row = shown(plainName(markup));
    expect(row.childElementCount).toBe(0);
    expect(row.textContent).toBe(plainName(markup));
  });

  it.each(WRITTEN_BY_STRANGERS)('%s would be an element if it were set as HTML', (markup) => {
    const row = document.createElement('div');
    row.innerHTML = plainName(markup);
    expect(row.childElementCount).toBeGreaterThan(0);
  });
});

it('every name is one text node that reads as the name', () => {
  const unit = fc.constantFrom(
    '<',
    '>',
    '&lt;',
    '&gt;',
    '&amp;',
    '"',
    '/',
    'img',
    'script',
    'b',
    ' ',
    '!--',
    '😁',
  );
  fc.assert(
    fc.property(fc.string({ unit }), (markup) => {
      const row = document.createElement('div');
      row.textContent = plainName(markup);
      expect(row.childElementCount).toBe(0);
      expect(row.textContent).toBe(plainName(markup));
    }),
    { numRuns: 500 },
  );
});
