// The cells of a report as a spreadsheet may take them: as text, whatever they hold.

/** What a spreadsheet would run as a formula, or read as the beginning of a quoted cell. */
const FORMULA = /^[=+\-@"'＝＋－＠]/;

/** Names are written by strangers: none becomes a formula, or breaks out of its cell. */
export function textCells(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.map((cells) => cells.map(textCell));
}

/** Cells parted by tabs, rows by line ends, as spreadsheets paste them. */
export function tabbed(rows: readonly (readonly string[])[]): string {
  return textCells(rows)
    .map((cells) => cells.join('\t'))
    .join('\n');
}

function textCell(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  // No apostrophe: a spreadsheet shows a pasted one. A zero-width space is text to it, and shows nothing.
  return FORMULA.test(line) ? `\u200b${line}` : line;
}
