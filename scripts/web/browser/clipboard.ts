import type { CopiedArea, GridArea, GridSheet } from '../grid/view.ts';

/** Text as spreadsheets exchange it: tabs between cells, quotes round what holds a tab, a line break or a quote. */
export const toTabbed = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((text) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t'))
    .join('\n');

/** Reads tabbed text; quotes count only where they open a cell. One line break at the end belongs to the format. */
export const fromTabbed = (text: string): string[][] => {
  const rows: string[][] = [[]];
  const source = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n$/, '');
  let at = 0;
  for (;;) {
    let cell = '';
    if (source[at] === '"') {
      const close = /"((?:[^"]|"")*)"(?=\t|\n|$)/y;
      close.lastIndex = at;
      const quoted = close.exec(source);
      if (quoted) {
        cell = (quoted[1] ?? '').replaceAll('""', '"');
        at = close.lastIndex;
      }
    }
    if (cell === '') {
      const end = /[\t\n]|$/g;
      end.lastIndex = at;
      const stop = end.exec(source)?.index ?? source.length;
      cell = source.slice(at, stop);
      at = stop;
    }
    rows.at(-1)?.push(cell);
    if (at >= source.length) break;
    if (source[at] === '\n') rows.push([]);
    at += 1;
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
};

/** The texts of an area, as they are shown, hidden rows and columns left out. */
export const textsOf = (sheet: GridSheet, area: GridArea): string[][] => {
  const rows = Array.from({ length: area.rows }, (_, index) => area.row + index).filter(
    (row) => !sheet.hiddenRows.includes(row),
  );
  const columns = Array.from({ length: area.columns }, (_, index) => area.column + index).filter(
    (column) => !sheet.hiddenColumns.includes(column),
  );
  return rows.map((row) =>
    columns.map((column) => {
      const cell = sheet.cells[row]?.[column];
      if (cell?.b !== undefined) return cell.b ? 'TRUE' : 'FALSE';
      return cell?.d ?? '';
    }),
  );
};

/** A text as it comes back from any clipboard. */
const normal = (text: string): string => text.replaceAll('\r\n', '\n').replace(/\n$/, '');

/** What was copied in this window last; a paste of the same text brings formulas, formats and rules along. */
export class Copied {
  #last: { text: string; area: CopiedArea } | null = null;

  remember(text: string, area: CopiedArea): void {
    this.#last = { text: normal(text), area };
  }

  /** The area that the text was copied from, when it is the same text. A cut counts once. */
  take(text: string): CopiedArea | undefined {
    if (this.#last === null || this.#last.text !== normal(text)) return undefined;
    const { area } = this.#last;
    if (area.cut) this.#last = null;
    return area;
  }
}
