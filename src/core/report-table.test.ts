// A copied report is text in every spreadsheet: no name becomes a formula, breaks a cell, or begins a row of its own.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tabbed, textCells } from './report-table.ts';

const cell = (text: string): string | undefined => textCells([[text]])[0]?.[0];
const ZERO_WIDTH = '\u200b';

it.each(['Anna', '张伟', 'a=b', 'a@b', 'a＝b', '％5', '3 + 4', '<b>Anna</b>', '&amp;', '', '😀'])(
  '%j stays as it is',
  (text) => {
    expect(cell(text)).toBe(text);
  },
);

it.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '"Anna',
  "'Anna",
  '=HYPERLINK("http://x")',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
])('%j is text', (text) => {
  expect(cell(text)).toBe(`${ZERO_WIDTH}${text}`);
});

it.each([
  [' =1+1', `${ZERO_WIDTH}=1+1`],
  ['\t=1+1', `${ZERO_WIDTH}=1+1`],
  ['\r\n@x', `${ZERO_WIDTH}@x`],
  ['\u3000＝1+1', `${ZERO_WIDTH}＝1+1`],
  ['An\tna', 'An na'],
  ['An\r\nna\u2028x', 'An na x'],
  [' Anna ', 'Anna'],
])('%j is one line, and text: %j', (text, shown) => {
  expect(cell(text)).toBe(shown);
});

it('tabs part the cells and line ends the rows', () => {
  expect(tabbed([['Name', 'State'], ['=Anna', ''], []])).toBe(`Name\tState\n${ZERO_WIDTH}=Anna\t\n`);
  expect(tabbed([])).toBe('');
});

it('there are as many rows and cells as were given, and none begins a formula, whatever they hold', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('=', '\t', '\n', '\r', ' ', '"', '@', '+', '-', "'", '＝', '＋', '－', '＠'),
  );
  const row = fc.array(
    fc.oneof(
      text,
      fc.tuple(text, text).map((parts) => parts.join('')),
    ),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      const pasted = tabbed(rows)
        .split(/\r\n|[\n\r]/)
        .map((line) => line.split('\t'));
      expect(pasted.map((cells) => cells.length)).toEqual(rows.map((cells) => cells.length));
      for (const one of pasted.flat()) expect(one).not.toMatch(/^[\s=+\-@"'＝＋－＠]/);
      expect(pasted).toEqual(textCells(rows));
    }),
    { numRuns: 300 },
  );
});
