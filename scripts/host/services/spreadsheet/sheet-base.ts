import { ApiError } from '../../runtime/contract.ts';
import { OPEN_END, parseAddress, type Rect } from '../../sheet/address.ts';
import { OFF_GRID } from '../../sheet/errors.ts';
import type { ScriptValue } from '../../sheet/script-value.ts';
import type { Sheet as GridSheet } from '../../sheet/sheet.ts';
import type { Book } from './book.ts';
import type { Range } from './range.ts';
import { RangeList } from './range-list.ts';
import type { Spreadsheet } from './spreadsheet.ts';

/** Names, sizes and ranges of a sheet (reference: spreadsheet/Sheet). */
export class SheetBase {
  static readonly api = 'Spreadsheet.Sheet';
  protected readonly book: Book;
  protected readonly id: number;
  /** The name that an event brought along, which saves the look-up. */
  private carriedName: string | null = null;

  constructor(book: Book, id: number) {
    this.book = book;
    this.id = id;
  }

  protected get grid(): GridSheet {
    return this.book.grid(this.id);
  }

  protected look<T>(method: string, pick: (sheet: GridSheet) => T): T {
    return this.book.look(`Sheet.${method}`, () => pick(this.grid));
  }

  /** A change of structure or settings, which takes effect at once. */
  protected change<T>(method: string, effect: (sheet: GridSheet) => T): T {
    return this.book.change(`Sheet.${method}`, () => effect(this.grid));
  }

  /** A change of settings that waits with the other writes. */
  protected set(method: string, effect: (sheet: GridSheet) => void): this {
    this.book.write(`Sheet.${method}`, 0, () => {
      const sheet = this.grid;
      effect(sheet);
      sheet.touch(false);
    });
    return this;
  }

  carryName(name: string): void {
    this.carriedName = name;
  }

  getSheetId(): number {
    return this.id;
  }

  getParent(): Spreadsheet {
    return this.book.spreadsheet();
  }

  getName(): string {
    return this.carriedName ?? this.look('getName', (sheet) => sheet.name);
  }

  getSheetName(): string {
    return this.getName();
  }

  protected forgetName(): void {
    this.carriedName = null;
  }

  getIndex(): number {
    return this.look('getIndex', (sheet) => sheet.workbook.sheets.indexOf(sheet) + 1);
  }

  getLastRow(): number {
    return this.look('getLastRow', (sheet) => sheet.dataSize().rows);
  }

  getLastColumn(): number {
    return this.look('getLastColumn', (sheet) => sheet.dataSize().columns);
  }

  getMaxRows(): number {
    return this.look('getMaxRows', (sheet) => sheet.maxRows);
  }

  getMaxColumns(): number {
    return this.look('getMaxColumns', (sheet) => sheet.maxColumns);
  }

  /** From A1 to the last cell with content; A1 alone for an empty sheet. */
  getDataRange(): Range {
    const size = this.look('getDataRange', (sheet) => sheet.dataSize());
    return this.book.range(this.id, {
      top: 0,
      left: 0,
      bottom: Math.max(1, size.rows),
      right: Math.max(1, size.columns),
    });
  }

  getRange(first: number | string, column?: number, numRows = 1, numColumns = 1): Range {
    if (typeof first === 'string') return this.namedOrA1(first);
    const rect = checkedRect(first, column ?? 1, numRows, numColumns);
    this.book.free('Sheet.getRange', () => {
      const { maxRows, maxColumns } = this.grid;
      if (rect.bottom > maxRows || rect.right > maxColumns) throw new ApiError(OFF_GRID);
    });
    return this.book.range(this.id, rect);
  }

  /** A range by A1 notation or by its name; its own sheet unless the text names another. */
  protected namedOrA1(text: string): Range {
    const place = this.book.free('Sheet.getRange', () => locate(this.grid, text));
    return this.book.range(place.sheetId, place.rect);
  }

  getRangeList(a1Notations: readonly string[]): RangeList {
    return new RangeList(a1Notations.map((text) => this.namedOrA1(text)));
  }

  getSheetValues(startRow: number, startColumn: number, numRows: number, numColumns: number): ScriptValue[][] {
    const size = this.book.free('Sheet.getSheetValues', () => this.grid.dataSize());
    const rows = numRows < 0 ? size.rows - startRow + 1 : numRows;
    const columns = numColumns < 0 ? size.columns - startColumn + 1 : numColumns;
    return this.getRange(startRow, startColumn, rows, columns).getValues();
  }
}

/** The rectangle of getRange's numbers, with Apps Script's own complaints. */
function checkedRect(row: number, column: number, numRows: number, numColumns: number): Rect {
  if (row < 1) throw new ApiError('The starting row of the range is too small.');
  if (column < 1) throw new ApiError('The starting column of the range is too small.');
  if (numRows < 1) throw new ApiError('The number of rows in the range must be at least 1.');
  if (numColumns < 1) throw new ApiError('The number of columns in the range must be at least 1.');
  return { top: row - 1, left: column - 1, bottom: row - 1 + numRows, right: column - 1 + numColumns };
}

const R1C1 = /^R(\d+)C(\d+)(?::R(\d+)C(\d+))?$/i;

/** Where a reference written by a script lies, seen from a sheet. Throws "Range not found" or off-grid. */
export function locate(sheet: GridSheet, written: string): { sheetId: number; rect: Rect } {
  const { workbook } = sheet;
  // "!A1" is a cell of the sheet itself.
  const text = written.replace(/^!/, '');
  const named = workbook.records.namedRanges.find((one) => one.name.toLowerCase() === text.trim().toLowerCase());
  if (named) return { sheetId: named.sheetId, rect: named.range };
  const numbers = R1C1.exec(text);
  if (numbers) {
    const [row, column, lastRow, lastColumn] = numbers.slice(1).map((one) => (one === undefined ? null : Number(one)));
    const rows = [row ?? 1, lastRow ?? row ?? 1];
    const columns = [column ?? 1, lastColumn ?? column ?? 1];
    const rect = {
      top: Math.min(...rows) - 1,
      left: Math.min(...columns) - 1,
      bottom: Math.max(...rows),
      right: Math.max(...columns),
    };
    return { sheetId: sheet.id, rect: inside(sheet, rect) };
  }
  const address = parseAddress(text);
  if (!address) {
    const whole = workbook.sheetByName(text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text);
    if (whole) return { sheetId: whole.id, rect: whole.area };
    throw new ApiError('Range not found');
  }
  const { sheetName, ...rect } = address;
  const target = sheetName === null ? sheet : workbook.sheetByName(sheetName);
  if (!target) throw new ApiError('Range not found');
  return { sheetId: target.id, rect: inside(target, rect) };
}

function inside(sheet: GridSheet, rect: Rect): Rect {
  const rowsFit = rect.bottom >= OPEN_END ? rect.top < sheet.maxRows : rect.bottom <= sheet.maxRows;
  const columnsFit = rect.right >= OPEN_END ? rect.left < sheet.maxColumns : rect.right <= sheet.maxColumns;
  if (!rowsFit || !columnsFit) throw new ApiError(OFF_GRID);
  return rect;
}
