import { ApiError, type EnumValue } from '../../runtime/contract.ts';
import { enumValue } from '../../runtime/signatures.ts';
import { OPEN_END, type Rect, rectName } from '../../sheet/address.ts';
import { OFF_GRID } from '../../sheet/errors.ts';
import type { Sheet as GridSheet } from '../../sheet/sheet.ts';
import type { Book } from './book.ts';
import type { Range } from './range.ts';
import type { Sheet } from './sheet.ts';

/** The place of a range in its sheet and the way to its cells (reference: spreadsheet/Range). */
export class RangeBase {
  static readonly api = 'Spreadsheet.Range';
  readonly book: Book;
  readonly sheetId: number;
  /** As asked for; open ends are OPEN_END. */
  readonly written: Rect;
  /** Within the grid as it was when the range was made. */
  readonly rect: Rect;

  constructor(book: Book, sheetId: number, written: Rect) {
    this.book = book;
    this.sheetId = sheetId;
    this.written = written;
    const open = written.bottom >= OPEN_END || written.right >= OPEN_END;
    this.rect = open ? book.free('Range', () => bounded(book.grid(sheetId), written)) : written;
  }

  protected get rows(): number {
    return this.rect.bottom - this.rect.top;
  }

  protected get columns(): number {
    return this.rect.right - this.rect.left;
  }

  get cellCount(): number {
    return this.rows * this.columns;
  }

  protected get grid(): GridSheet {
    return this.book.grid(this.sheetId);
  }

  /** Another range of the same sheet; throws when it leaves the grid. */
  protected at(rect: Rect): Range {
    const { book, sheetId } = this;
    const fits = book.free('Range', () => {
      const { maxRows, maxColumns } = book.grid(sheetId);
      return rect.top >= 0 && rect.left >= 0 && rect.bottom <= maxRows && rect.right <= maxColumns;
    });
    if (!fits) throw new ApiError(OFF_GRID);
    return book.range(sheetId, rect);
  }

  protected readCells<T>(method: string, effect: (sheet: GridSheet, rect: Rect) => T): T {
    return this.book.read(`Range.${method}`, this.cellCount, () => effect(this.grid, this.checked()));
  }

  /** One look at the first cell. */
  protected readFirst<T>(method: string, effect: (sheet: GridSheet, row: number, column: number) => T): T {
    return this.book.read(`Range.${method}`, 1, () => effect(this.grid, this.rect.top, this.rect.left));
  }

  /** A value for each cell, row by row. */
  protected readEach<T>(method: string, cell: (sheet: GridSheet, row: number, column: number) => T): T[][] {
    return this.readCells(method, (sheet, rect) => {
      const lines: T[][] = [];
      for (let row = rect.top; row < rect.bottom; row += 1) {
        const line: T[] = [];
        for (let column = rect.left; column < rect.right; column += 1) line.push(cell(sheet, row, column));
        lines.push(line);
      }
      return lines;
    });
  }

  protected writeCells(method: string, effect: (sheet: GridSheet, rect: Rect) => void, cells = this.cellCount): this {
    this.book.write(`Range.${method}`, cells, () => {
      const sheet = this.grid;
      const rect = this.checked();
      this.book.checkEditable(sheet, rect);
      effect(sheet, rect);
    });
    return this;
  }

  protected change<T>(method: string, effect: (sheet: GridSheet, rect: Rect) => T): T {
    return this.book.change(`Range.${method}`, () => {
      this.book.checkEditable(this.grid, this.rect);
      return effect(this.grid, this.checked());
    });
  }

  /** The range, once more held against the grid, which may have shrunk since. */
  private checked(): Rect {
    const { maxRows, maxColumns } = this.grid;
    if (this.rect.bottom > maxRows || this.rect.right > maxColumns) throw new ApiError(OFF_GRID);
    return this.rect;
  }

  /** Throws the text that Apps Script has for a table of another size than the range. */
  protected checkSize(values: readonly (readonly unknown[])[]): void {
    if (values.length !== this.rows) {
      throw new ApiError(
        `The number of rows in the data does not match the number of rows in the range. The data has ${values.length} but the range has ${this.rows}.`,
      );
    }
    for (const line of values) {
      if (line.length === this.columns) continue;
      throw new ApiError(
        `The number of columns in the data does not match the number of columns in the range. The data has ${line.length} but the range has ${this.columns}.`,
      );
    }
  }

  getA1Notation(): string {
    return rectName(this.written);
  }

  getRow(): number {
    return this.rect.top + 1;
  }

  getRowIndex(): number {
    return this.rect.top + 1;
  }

  getColumn(): number {
    return this.rect.left + 1;
  }

  getColumnIndex(): number {
    return this.rect.left + 1;
  }

  getLastRow(): number {
    return this.rect.bottom;
  }

  getLastColumn(): number {
    return this.rect.right;
  }

  getEndRow(): number {
    return this.rect.bottom;
  }

  getEndColumn(): number {
    return this.rect.right;
  }

  getNumRows(): number {
    return this.rows;
  }

  getNumColumns(): number {
    return this.columns;
  }

  getHeight(): number {
    return this.rows;
  }

  getWidth(): number {
    return this.columns;
  }

  getSheet(): Sheet {
    return this.book.sheet(this.sheetId);
  }

  getGridId(): number {
    return this.sheetId;
  }

  isStartRowBounded(): boolean {
    return !(this.written.top === 0 && this.written.bottom >= OPEN_END);
  }

  isEndRowBounded(): boolean {
    return this.written.bottom < OPEN_END;
  }

  isStartColumnBounded(): boolean {
    return !(this.written.left === 0 && this.written.right >= OPEN_END);
  }

  isEndColumnBounded(): boolean {
    return this.written.right < OPEN_END;
  }

  getCell(row: number, column: number): Range {
    if (row < 1 || column < 1 || row > this.rows || column > this.columns)
      throw new ApiError('Cell reference out of range');
    const top = this.rect.top + row - 1;
    const left = this.rect.left + column - 1;
    return this.at({ top, left, bottom: top + 1, right: left + 1 });
  }

  offset(rowOffset: number, columnOffset: number, numRows = this.rows, numColumns = this.columns): Range {
    if (numRows < 1) throw new ApiError('The number of rows in the range must be at least 1.');
    if (numColumns < 1) throw new ApiError('The number of columns in the range must be at least 1.');
    const top = this.rect.top + rowOffset;
    const left = this.rect.left + columnOffset;
    return this.at({ top, left, bottom: top + numRows, right: left + numColumns });
  }

  protected enum(type: string, name: string): EnumValue {
    return enumValue(`Spreadsheet.${type}`, name);
  }
}

function bounded(sheet: GridSheet, { top, left, bottom, right }: Rect): Rect {
  return {
    top,
    left,
    bottom: bottom >= OPEN_END ? sheet.maxRows : bottom,
    right: right >= OPEN_END ? sheet.maxColumns : right,
  };
}
