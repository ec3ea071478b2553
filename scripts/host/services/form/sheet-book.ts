import type { ResponseBook, ResponseCell } from '../../form/destination.ts';
import { displayAt } from '../../sheet/display.ts';
import type { Row } from '../../sheet/row.ts';
import { newRecords, type Sheet } from '../../sheet/sheet.ts';
import { restructure } from '../../sheet/structure.ts';
import { restyle } from '../../sheet/style.ts';
import type { Workbook } from '../../sheet/workbook.ts';
import { writeCell } from '../../sheet/write.ts';
import { serialOf } from '../../sheet/zone.ts';

const NEW_SHEET = { rows: 100, columns: 26 };

/** A workbook as the place that responses go to. */
export class SheetBook implements ResponseBook {
  private readonly workbook: Workbook;
  private readonly first: boolean;

  /** `first`: new response sheets stand before all others. */
  constructor(workbook: Workbook, first: boolean) {
    this.workbook = workbook;
    this.first = first;
  }

  get language(): string {
    return this.workbook.records.locale.slice(0, 2);
  }

  sheetNames(): string[] {
    return this.workbook.sheets.map((sheet) => sheet.name);
  }

  addSheet(name: string, formUrl: string): number {
    const records = newRecords(name, NEW_SHEET.rows, NEW_SHEET.columns);
    records.frozenRows = 1;
    records.formUrl = formUrl;
    return this.workbook.addSheet(records, this.first ? 0 : this.workbook.sheets.length).id;
  }

  unlinkSheet(sheetId: number): void {
    const sheet = this.workbook.sheetById(sheetId);
    if (!sheet) return;
    sheet.records.formUrl = null;
    sheet.touch(false);
  }

  hasSheet(sheetId: number): boolean {
    return this.workbook.sheetById(sheetId) !== null;
  }

  private sheet(sheetId: number): Sheet {
    const sheet = this.workbook.sheetById(sheetId);
    if (!sheet) throw new Error(`The workbook has no sheet ${sheetId}`);
    return sheet;
  }

  mark(sheetId: number, axis: 'row' | 'column', index: number): string {
    const mark = `f${this.workbook.nextId()}`;
    const sheet = this.sheet(sheetId);
    sheet.setSize(axis === 'row' ? 'rows' : 'columns', index - 1, { mark });
    sheet.touch(false);
    return mark;
  }

  find(sheetId: number, axis: 'row' | 'column', mark: string): number | null {
    const { records } = this.sheet(sheetId);
    const sizes = axis === 'row' ? records.rowSizes : records.columnSizes;
    const index = sizes.findIndex((size) => size?.mark === mark);
    return index < 0 ? null : index + 1;
  }

  rowsAt(sheetId: number, column: number, instant: number): number[] {
    const serial = serialOf(instant, this.workbook.timeZone);
    return this.sheet(sheetId).rows.flatMap((row, index) => (row?.values[column - 1] === serial ? [index + 1] : []));
  }

  isEmpty(sheetId: number, axis: 'row' | 'column', index: number): boolean {
    const sheet = this.sheet(sheetId);
    if (axis === 'column') return sheet.rows.every((row) => !row?.hasContent(index - 1));
    const row = sheet.row(index - 1);
    return row === null || row.values.every((_, column) => !row.hasContent(column));
  }

  insert(sheetId: number, axis: 'row' | 'column', index: number): void {
    restructure(this.sheet(sheetId), {
      kind: 'insert',
      axis: axis === 'row' ? 'rows' : 'columns',
      at: index - 1,
      count: 1,
    });
  }

  lastRow(sheetId: number, columns: readonly number[]): number {
    const { rows } = this.sheet(sheetId);
    for (let index = rows.length; index > 0; index -= 1) {
      const row = rows[index - 1];
      if (row && columns.some((column) => row.hasContent(column - 1))) return index;
    }
    return 0;
  }

  write(sheetId: number, row: number, column: number, cell: ResponseCell): void {
    const sheet = this.sheet(sheetId);
    this.makeRoom(sheet, row, column);
    const line = sheet.writable(row - 1);
    if (cell === null) sheet.put(line, column - 1, null, null);
    else if ('literal' in cell) sheet.put(line, column - 1, cell.literal, null);
    else if ('typed' in cell) {
      writeCell(sheet, line, column - 1, cell.typed, this.workbook.typing);
      if (cell.shownAs && typeof line.values[column - 1] === 'number') this.format(line, column - 1, cell.shownAs);
    } else {
      sheet.put(line, column - 1, serialOf(cell.instant, this.workbook.timeZone), null);
      this.format(line, column - 1, 'dateTime');
    }
    sheet.touch(true);
  }

  private format(line: Row, column: number, kind: 'date' | 'dateTime' | 'time'): void {
    line.set('style', column, restyle(line.get('style', column), { numberFormat: this.workbook.locale[kind] }));
  }

  private makeRoom(sheet: Sheet, rows: number, columns: number): void {
    const { maxRows, maxColumns } = sheet;
    if (rows > maxRows) restructure(sheet, { kind: 'insert', axis: 'rows', at: maxRows, count: rows - maxRows });
    if (columns > maxColumns) {
      restructure(sheet, { kind: 'insert', axis: 'columns', at: maxColumns, count: columns - maxColumns });
    }
  }

  display(sheetId: number, row: number, column: number): string {
    return displayAt(this.sheet(sheetId), row - 1, column - 1);
  }
}
