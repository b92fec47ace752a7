// Copies who is in and who is not: as text with a table for spreadsheets, and as a table for documents.
import { useState } from 'preact/hooks';
import type { Reported } from '../../core/group-report.ts';
import { tabbed, textCells } from '../../core/report-table.ts';
import { codeKey, t } from '../i18n.ts';

interface CopyReportProps {
  /** What happened, line by line. */
  readonly lines: readonly string[];
  readonly report: readonly Reported[];
}

export function CopyReport({ lines, report }: CopyReportProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const rows = textCells(rowsOf(report));
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([`${lines.join('\n')}\n\n${tabbed(rows)}\n`], { type: 'text/plain' }),
        'text/html': new Blob([tableOf(lines, rows)], { type: 'text/html' }),
      }),
    ]);
    setCopied(true);
  };
  return (
    <button type="button" class="button button-quiet button-small" onClick={() => void copy()}>
      {t(isCopied ? 'details_copied' : 'copy_report')}
    </button>
  );
}

function rowsOf(report: readonly Reported[]): readonly (readonly string[])[] {
  return [
    [t('column_name'), t('column_standing'), t('column_advice')],
    ...report.map(({ member, standing, told }) => [
      member.name || t('no_name'),
      t(codeKey('fate', told)),
      standing === 'in' || standing === 'not-added' ? '' : t(codeKey('advice', standing)),
    ]),
  ];
}

/** Made of nodes, so that names stay text. */
function tableOf(lines: readonly string[], rows: readonly (readonly string[])[]): string {
  const whole = document.createElement('div');
  for (const line of lines) whole.append(withText('p', line));
  const table = document.createElement('table');
  for (const [at, cells] of rows.entries()) {
    const row = document.createElement('tr');
    row.append(...cells.map((cell) => withText(at === 0 ? 'th' : 'td', cell)));
    table.append(row);
  }
  whole.append(table);
  return whole.outerHTML;
}

function withText(tag: 'p' | 'th' | 'td', text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
