import { ApiError, type EnumValue } from '../../runtime/contract.ts';
import { enumValue } from '../../runtime/signatures.ts';
import { findLocale } from '../../sheet/locale.ts';
import type { ScriptValue } from '../../sheet/script-value.ts';
import { type CalculationSettings, DEFAULT_CALCULATION, type Workbook } from '../../sheet/workbook.ts';
import type { Blob } from '../blob.ts';
import { User } from '../session.ts';
import type { Book } from './book.ts';
import { printedWorkbook } from './printed.ts';
import type { Range } from './range.ts';
import type { RangeList } from './range-list.ts';
import { Selection } from './selection.ts';
import type { Sheet } from './sheet.ts';

type Person = string | User;

function addressOf(person: Person): string {
  return typeof person === 'string' ? person : person.getEmail();
}

/** Settings, people and what a spreadsheet passes on to its active sheet (reference: spreadsheet/Spreadsheet). */
export class SpreadsheetBase {
  static readonly api = 'Spreadsheet.Spreadsheet';
  readonly book: Book;

  constructor(book: Book) {
    this.book = book;
  }

  protected look<T>(method: string, pick: (workbook: Workbook) => T): T {
    return this.book.look(`Spreadsheet.${method}`, () => pick(this.book.workbook));
  }

  protected change<T>(method: string, effect: (workbook: Workbook) => T): T {
    return this.book.change(`Spreadsheet.${method}`, () => {
      const result = effect(this.book.workbook);
      this.book.workbook.changed(false);
      return result;
    });
  }

  getKey(): string {
    return this.getId();
  }

  getId(): string {
    return this.book.id;
  }

  getBlob(): Blob {
    return this.look('getBlob', printedWorkbook);
  }

  getAs(contentType: string): Blob {
    return this.look('getAs', printedWorkbook).getAs(contentType);
  }

  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.book.id}/edit`;
  }

  getName(): string {
    return this.look('getName', (workbook) => workbook.records.name);
  }

  rename(newName: string): void {
    this.change('rename', (workbook) => {
      workbook.records.name = newName;
    });
  }

  getSpreadsheetLocale(): string {
    return this.look('getSpreadsheetLocale', (workbook) => workbook.records.locale);
  }

  setSpreadsheetLocale(locale: string): void {
    if (!findLocale(locale)) throw new ApiError(`Invalid argument: ${locale}`);
    this.change('setSpreadsheetLocale', (workbook) => {
      workbook.records.locale = locale.replace('-', '_');
      workbook.changed(true);
    });
  }

  getSpreadsheetTimeZone(): string {
    return this.look('getSpreadsheetTimeZone', (workbook) => workbook.timeZone);
  }

  setSpreadsheetTimeZone(timezone: string): void {
    try {
      new Intl.DateTimeFormat('en', { timeZone: timezone });
    } catch {
      throw new ApiError(`Invalid argument: ${timezone}`);
    }
    this.change('setSpreadsheetTimeZone', (workbook) => {
      workbook.records.timeZone = timezone;
      workbook.changed(true);
    });
  }

  private calculation(method: string): CalculationSettings {
    return this.look(method, ({ records }) => records.calculation ?? DEFAULT_CALCULATION);
  }

  private setCalculation(method: string, change: Partial<CalculationSettings>): this {
    this.change(method, ({ records }) => {
      records.calculation = { ...DEFAULT_CALCULATION, ...records.calculation, ...change };
    });
    return this;
  }

  getRecalculationInterval(): EnumValue {
    return enumValue('Spreadsheet.RecalculationInterval', this.calculation('getRecalculationInterval').interval);
  }

  setRecalculationInterval(recalculationInterval: EnumValue): this {
    return this.setCalculation('setRecalculationInterval', { interval: recalculationInterval.name });
  }

  isIterativeCalculationEnabled(): boolean {
    return this.calculation('isIterativeCalculationEnabled').iterative;
  }

  setIterativeCalculationEnabled(isEnabled: boolean): this {
    return this.setCalculation('setIterativeCalculationEnabled', { iterative: isEnabled });
  }

  getMaxIterativeCalculationCycles(): number {
    return this.calculation('getMaxIterativeCalculationCycles').cycles;
  }

  setMaxIterativeCalculationCycles(maxIterations: number): this {
    return this.setCalculation('setMaxIterativeCalculationCycles', { cycles: maxIterations });
  }

  getIterativeCalculationConvergenceThreshold(): number {
    return this.calculation('getIterativeCalculationConvergenceThreshold').threshold;
  }

  setIterativeCalculationConvergenceThreshold(minThreshold: number): this {
    return this.setCalculation('setIterativeCalculationConvergenceThreshold', { threshold: minThreshold });
  }

  getOwner(): User | null {
    return new User(this.look('getOwner', (workbook) => workbook.records.owner));
  }

  getEditors(): User[] {
    const emails = this.look('getEditors', ({ records }) => [...new Set([records.owner, ...records.editors])]);
    return emails.map((email) => new User(email));
  }

  getViewers(): User[] {
    const emails = this.look('getViewers', ({ records }) => [...new Set([...records.editors, ...records.viewers])]);
    return emails.map((email) => new User(email));
  }

  private share(method: string, list: 'editors' | 'viewers', people: readonly Person[]): this {
    this.change(method, ({ records }) => {
      records[list] = [...new Set([...records[list], ...people.map(addressOf)])];
    });
    return this;
  }

  addEditor(person: Person): this {
    return this.share('addEditor', 'editors', [person]);
  }

  addEditors(people: readonly string[]): this {
    return this.share('addEditors', 'editors', people);
  }

  addViewer(person: Person): this {
    return this.share('addViewer', 'viewers', [person]);
  }

  addViewers(people: readonly string[]): this {
    return this.share('addViewers', 'viewers', people);
  }

  removeEditor(person: Person): this {
    this.change('removeEditor', ({ records }) => {
      records.editors = records.editors.filter((one) => one !== addressOf(person));
    });
    return this;
  }

  removeViewer(person: Person): this {
    this.change('removeViewer', ({ records }) => {
      records.viewers = records.viewers.filter((one) => one !== addressOf(person));
    });
    return this;
  }

  getActiveSheet(): Sheet {
    return this.getSelection().getActiveSheet();
  }

  getSelection(): Selection {
    return new Selection(this.book);
  }

  getActiveRange(): Range | null {
    return this.getSelection().getActiveRange();
  }

  getActiveRangeList(): RangeList | null {
    return this.getSelection().getActiveRangeList();
  }

  getActiveCell(): Range {
    return this.getActiveSheet().getActiveCell();
  }

  getCurrentCell(): Range | null {
    return this.getSelection().getCurrentCell();
  }

  setActiveRange(range: Range): Range {
    return range.activate();
  }

  setActiveRangeList(rangeList: RangeList): RangeList {
    return rangeList.activate();
  }

  setActiveSelection(range: Range | string): Range {
    return (typeof range === 'string' ? this.getActiveSheet().getRange(range) : range).activate();
  }

  setCurrentCell(cell: Range): Range {
    return cell.activate();
  }

  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }

  getSheetId(): number {
    return this.getActiveSheet().getSheetId();
  }

  getSheetName(): string {
    return this.getActiveSheet().getName();
  }

  getDataRange(): Range {
    return this.getActiveSheet().getDataRange();
  }

  getLastRow(): number {
    return this.getActiveSheet().getLastRow();
  }

  getLastColumn(): number {
    return this.getActiveSheet().getLastColumn();
  }

  getSheetValues(startRow: number, startColumn: number, numRows: number, numColumns: number): ScriptValue[][] {
    return this.getActiveSheet().getSheetValues(startRow, startColumn, numRows, numColumns);
  }

  getFormUrl(): string | null {
    const urls = this.look(
      'getFormUrl',
      ({ sheets }) => new Set(sheets.flatMap(({ records }) => records.formUrl ?? [])),
    );
    if (urls.size > 1) throw new ApiError('More than one form sends responses to this spreadsheet.');
    return [...urls][0] ?? null;
  }

  getFrozenRows(): number {
    return this.getActiveSheet().getFrozenRows();
  }

  getFrozenColumns(): number {
    return this.getActiveSheet().getFrozenColumns();
  }

  setFrozenRows(rows: number): void {
    this.getActiveSheet().setFrozenRows(rows);
  }

  setFrozenColumns(columns: number): void {
    this.getActiveSheet().setFrozenColumns(columns);
  }

  appendRow(rowContents: readonly unknown[]): Sheet {
    return this.getActiveSheet().appendRow(rowContents);
  }

  sort(columnPosition: number, ascending = true): Sheet {
    return this.getActiveSheet().sort(columnPosition, ascending);
  }

  insertRowBefore(position: number): Sheet {
    return this.getActiveSheet().insertRowBefore(position);
  }

  insertRowAfter(position: number): Sheet {
    return this.getActiveSheet().insertRowAfter(position);
  }

  insertRowsBefore(position: number, howMany: number): Sheet {
    return this.getActiveSheet().insertRowsBefore(position, howMany);
  }

  insertRowsAfter(position: number, howMany: number): Sheet {
    return this.getActiveSheet().insertRowsAfter(position, howMany);
  }

  insertColumnBefore(position: number): Sheet {
    return this.getActiveSheet().insertColumnBefore(position);
  }

  insertColumnAfter(position: number): Sheet {
    return this.getActiveSheet().insertColumnAfter(position);
  }

  insertColumnsBefore(position: number, howMany: number): Sheet {
    return this.getActiveSheet().insertColumnsBefore(position, howMany);
  }

  insertColumnsAfter(position: number, howMany: number): Sheet {
    return this.getActiveSheet().insertColumnsAfter(position, howMany);
  }

  deleteRow(position: number): Sheet {
    return this.getActiveSheet().deleteRow(position);
  }

  deleteRows(position: number, howMany: number): void {
    this.getActiveSheet().deleteRows(position, howMany);
  }

  deleteColumn(position: number): Sheet {
    return this.getActiveSheet().deleteColumn(position);
  }

  deleteColumns(position: number, howMany: number): void {
    this.getActiveSheet().deleteColumns(position, howMany);
  }

  hideRow(row: Range): void {
    row.getSheet().hideRow(row);
  }

  unhideRow(row: Range): void {
    row.getSheet().unhideRow(row);
  }

  hideColumn(column: Range): void {
    column.getSheet().hideColumn(column);
  }

  unhideColumn(column: Range): void {
    column.getSheet().unhideColumn(column);
  }

  isRowHiddenByUser(position: number): boolean {
    return this.getActiveSheet().isRowHiddenByUser(position);
  }

  isRowHiddenByFilter(position: number): boolean {
    return this.getActiveSheet().isRowHiddenByFilter(position);
  }

  isColumnHiddenByUser(position: number): boolean {
    return this.getActiveSheet().isColumnHiddenByUser(position);
  }

  getRowHeight(position: number): number {
    return this.getActiveSheet().getRowHeight(position);
  }

  setRowHeight(position: number, height: number): Sheet {
    return this.getActiveSheet().setRowHeight(position, height);
  }

  getColumnWidth(position: number): number {
    return this.getActiveSheet().getColumnWidth(position);
  }

  setColumnWidth(position: number, width: number): Sheet {
    return this.getActiveSheet().setColumnWidth(position, width);
  }

  autoResizeColumn(position: number): Sheet {
    return this.getActiveSheet().autoResizeColumn(position);
  }
}
