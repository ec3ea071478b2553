import { displayAt } from '../../sheet/display.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import type { Workbook } from '../../sheet/workbook.ts';
import { Blob } from '../blob.ts';
import { escapeHtml } from '../html-context.ts';

/**
 * What `getAs('application/pdf')` prints of a spreadsheet: the visible sheets one after the other, each with its name and
 * what its cells show. The looks of the cells are left out.
 */
export function printedWorkbook(workbook: Workbook): Blob {
  return printedSheets(
    workbook,
    workbook.sheets.filter((sheet) => !sheet.records.hidden),
  );
}

/** A PDF of some of the sheets. */
export function printedSheets(workbook: Workbook, sheets: readonly Sheet[]): Blob {
  const pages = sheets.map((sheet, index) => {
    const { rows, columns } = sheet.dataSize();
    const lines = Array.from({ length: rows }, (_, row) => {
      const cells = Array.from(
        { length: columns },
        (__, column) => `<td>${escapeHtml(displayAt(sheet, row, column))}</td>`,
      );
      return `<tr>${cells.join('')}</tr>`;
    });
    const style = index === 0 ? '' : ' style="page-break-before: always"';
    return `<h2${style}>${escapeHtml(sheet.name)}</h2><table>${lines.join('')}</table>`;
  });
  return Blob.ofText(pages.join(''), 'text/html', `${workbook.records.name}.html`).getAs('application/pdf');
}
