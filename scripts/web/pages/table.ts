import type { GridSheet } from '../grid/view.ts';
import { type Html, html } from '../html.ts';

const covered = (sheet: GridSheet): Set<string> => {
  const hidden = new Set<string>();
  for (const merge of sheet.merges) {
    for (let row = merge.row; row < merge.row + merge.rows; row += 1) {
      for (let column = merge.column; column < merge.column + merge.columns; column += 1) {
        if (row !== merge.row || column !== merge.column) hidden.add(`${row}:${column}`);
      }
    }
  }
  return hidden;
};

const text = (sheet: GridSheet, row: number, column: number): Html => {
  const cell = sheet.cells[row]?.[column];
  if (!cell) return html``;
  const value = cell.b === undefined ? cell.d : cell.b ? 'Ja ☑' : 'Nej ☐';
  return html`${value}${cell.note === undefined ? '' : html` <span class="soft small">(anteckning: ${cell.note})</span>`}`;
};

/** A tab as an ordinary table, for screen readers and for browsers without the grid. Hidden rows and columns are left out. */
export const tableBody = (sheets: readonly GridSheet[], shown: GridSheet): Html => {
  const rows = Object.keys(shown.cells)
    .map(Number)
    .filter((row) => Object.values(shown.cells[row] ?? {}).some((cell) => cell.d !== '' || cell.note !== undefined))
    .filter((row) => !shown.hiddenRows.includes(row))
    .sort((a, b) => a - b);
  const last = Math.max(
    0,
    ...rows.flatMap((row) =>
      Object.entries(shown.cells[row] ?? {})
        .filter(([, cell]) => cell.d !== '')
        .map(([column]) => Number(column)),
    ),
  );
  const columns = Array.from({ length: last + 1 }, (_, index) => index).filter(
    (column) => !shown.hiddenColumns.includes(column),
  );
  const under = covered(shown);
  const heads = rows.filter((row) => row < shown.frozenRows);
  const body = rows.filter((row) => row >= shown.frozenRows);
  const merge = (row: number, column: number) =>
    shown.merges.find((each) => each.row === row && each.column === column);
  const cell = (row: number, column: number, head: boolean): Html => {
    if (under.has(`${row}:${column}`)) return html``;
    const span = merge(row, column);
    const spans = span ? html` colspan="${span.columns}" rowspan="${span.rows}"` : html``;
    return head
      ? html`<th scope="col"${spans}>${text(shown, row, column)}</th>`
      : html`<td${spans}>${text(shown, row, column)}</td>`;
  };
  const line = (row: number, head: boolean): Html =>
    html`<tr><th scope="row">${row + 1}</th>${columns.map((column) => cell(row, column, head))}</tr>`;
  return html`<h1>${shown.name}</h1>
<p><a href="/arbetsbok">Öppna arbetsboken i rutnätet</a></p>
<nav aria-label="Flikar"><ul class="row" style="list-style:none;padding:0">${[...sheets]
    .sort((one, other) => Number(one.hidden) - Number(other.hidden))
    .map(
      (sheet) =>
        html`<li><a class="button plain" href="/tabell/${sheet.id}"${sheet.id === shown.id ? html` aria-current="page"` : ''}>${sheet.name}${sheet.hidden ? ' (dold)' : ''}</a></li>`,
    )}</ul></nav>
${
  rows.length === 0
    ? html`<p class="notice">Fliken är tom.</p>`
    : html`<div class="scroll" role="region" aria-label="${shown.name}" tabindex="0"><table><caption>${shown.name}, ${body.length === 1 ? '1 rad' : `${body.length} rader`}</caption><thead>${heads.map((row) => line(row, true))}</thead><tbody>${body.map((row) => line(row, false))}</tbody></table></div>`
}`;
};
