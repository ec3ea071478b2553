/**
 * Addresses in a grid. Inside the store rows and columns count from 0 and a rectangle is half open
 * (`top` and `left` belong to it, `bottom` and `right` do not). A1 notation is only used at the edges.
 */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The end of a range without a last row or column ("A:A", "2:2", "B3:B"): beyond every sheet. */
export const OPEN_END = 2_147_483_647;

/** A rectangle as it was written: an open end is kept as OPEN_END, a sheet name as written. */
export interface Address extends Rect {
  readonly sheetName: string | null;
}

export function rect(top: number, left: number, rows: number, columns: number): Rect {
  return { top, left, bottom: top + rows, right: left + columns };
}

/** Column letters for a column counted from 0: 0 is "A", 26 is "AA". */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** The column counted from 0 that the letters name: "a" and "A" are 0. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + (letter.charCodeAt(0) - 64);
  return index - 1;
}

export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** All of a sheet, however large it is or becomes. */
export const WHOLE_SHEET: Rect = { top: 0, left: 0, bottom: OPEN_END, right: OPEN_END };

/** A1 notation of a rectangle, empty for all of a sheet; rows or columns without an end are left out as Sheets does ("A2:A", "3:4"). */
export function rectName(range: Rect): string {
  const wholeRows = range.right >= OPEN_END;
  const wholeColumns = range.bottom >= OPEN_END;
  if (wholeRows && wholeColumns && range.top === 0) return '';
  if (wholeRows && range.left === 0) return `${range.top + 1}:${range.bottom}`;
  const start = wholeColumns && range.top === 0 ? columnName(range.left) : cellName(range.top, range.left);
  if (!wholeRows && !wholeColumns && range.bottom - range.top === 1 && range.right - range.left === 1) return start;
  const end = `${wholeRows ? '' : columnName(range.right - 1)}${wholeColumns ? '' : range.bottom}`;
  return `${start}:${end}`;
}

const PLAIN_SHEET_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const LIKE_A_CELL = /^[A-Za-z]{1,3}\d+$/;

/** A sheet's name as it stands before "!" in a reference: quoted where Sheets needs quotes. */
export function quoteSheetName(name: string): string {
  if (PLAIN_SHEET_NAME.test(name) && !LIKE_A_CELL.test(name)) return name;
  return `'${name.replaceAll("'", "''")}'`;
}

const A1 = /^\$?([A-Za-z]{1,3})?\$?(\d{1,8})?(?::\$?([A-Za-z]{1,3})?\$?(\d{1,8})?)?$/;

/**
 * Reads A1 notation ("B2", "A1:C3", "A:A", "2:2", "B3:B", "'My sheet'!A1"). Null when the text is no address.
 * Corners may stand in any order.
 */
export function parseAddress(text: string): Address | null {
  const bang = text.lastIndexOf('!');
  let sheetName: string | null = null;
  let body = text.trim();
  if (bang >= 0) {
    const written = text.slice(0, bang).trim();
    body = text.slice(bang + 1).trim();
    sheetName = written.startsWith("'") && written.endsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written;
  }
  const parts = A1.exec(body);
  if (!parts) return null;
  const [, startColumn, startRow, endColumn, endRow] = parts;
  const single = !body.includes(':');
  if (single && (!startColumn || !startRow)) return null;
  if (!single && !((startColumn || startRow) && (endColumn || endRow))) return null;
  if (Number(startRow ?? 1) < 1 || Number(endRow ?? 1) < 1) return null;
  if (single) {
    const row = Number(startRow) - 1;
    const column = columnIndex(startColumn ?? 'A');
    return { sheetName, top: row, left: column, bottom: row + 1, right: column + 1 };
  }
  const rows = spanOf(startRow ? Number(startRow) - 1 : null, endRow ? Number(endRow) - 1 : null);
  const columns = spanOf(startColumn ? columnIndex(startColumn) : null, endColumn ? columnIndex(endColumn) : null);
  return { sheetName, top: rows[0], left: columns[0], bottom: rows[1], right: columns[1] };
}

function spanOf(start: number | null, end: number | null): [number, number] {
  if (start === null && end === null) return [0, OPEN_END];
  if (start === null || end === null) return [start ?? end ?? 0, OPEN_END];
  return [Math.min(start, end), Math.max(start, end) + 1];
}

export function intersects(a: Rect, b: Rect): boolean {
  return a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;
}

export function containsRect(outer: Rect, inner: Rect): boolean {
  return (
    outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right
  );
}

export function containsCell(range: Rect, row: number, column: number): boolean {
  return row >= range.top && row < range.bottom && column >= range.left && column < range.right;
}

export function sameRect(a: Rect, b: Rect): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}
