import { ApiError, type EnumValue } from '../../runtime/contract.ts';
import { saveWorkbook } from '../../sheet/json.ts';
import type { Sheet as GridSheet } from '../../sheet/sheet.ts';
import { copySheet, deleteSheet, insertSheet, renameSheet } from '../../sheet/tabs.ts';
import type { BlobSource } from '../blob.ts';
import { Ui } from '../ui.ts';
import { Banding } from './banding.ts';
import { Book, refusing } from './book.ts';
import { DeveloperMetadata, DeveloperMetadataFinder, metadataArguments } from './developer-metadata.ts';
import { checkRangeName, NamedRange } from './named-range.ts';
import type { OverGridImage } from './over-grid-image.ts';
import { Protection } from './protection.ts';
import type { Range } from './range.ts';
import type { RangeList } from './range-list.ts';
import { copyOf, type Sheet } from './sheet.ts';
import { locate } from './sheet-base.ts';
import { SpreadsheetBase } from './spreadsheet-base.ts';
import { workbooksOf } from './store.ts';
import { TextFinder } from './text-finder.ts';
import { addLegacyMenu, type LegacyEntry, removeLegacyMenu, showToast } from './window.ts';

interface InsertOptions {
  readonly template?: Sheet;
}

/** A spreadsheet: its sheets, named ranges, metadata and menus (reference: spreadsheet/Spreadsheet). */
export class Spreadsheet extends SpreadsheetBase {
  getSheets(): Sheet[] {
    const ids = this.look('getSheets', (workbook) => workbook.sheets.map((sheet) => sheet.id));
    return ids.map((id) => this.book.sheet(id));
  }

  getNumSheets(): number {
    return this.look('getNumSheets', (workbook) => workbook.sheets.length);
  }

  /** The name must be the same to the letter. Counts as no call: it makes a handle. */
  getSheetByName(name: string): Sheet | null {
    const id = this.book.free('Spreadsheet.getSheetByName', () => {
      return this.book.workbook.sheets.find((sheet) => sheet.name === name)?.id ?? null;
    });
    return id === null ? null : this.book.sheet(id);
  }

  getSheetById(id: number): Sheet | null {
    const exists = this.book.free('Spreadsheet.getSheetById', () => this.book.workbook.sheetById(id) !== null);
    return exists ? this.book.sheet(id) : null;
  }

  getRange(a1Notation: string): Range {
    const place = this.book.free('Spreadsheet.getRange', () => locate(this.book.workbook.activeSheet, a1Notation));
    return this.book.range(place.sheetId, place.rect);
  }

  getRangeList(a1Notations: readonly string[]): RangeList {
    return this.getActiveSheet().getRangeList(a1Notations);
  }

  /** Arguments in any documented order: a name, an index from 0, options with a template. */
  insertSheet(...args: (string | number | InsertOptions)[]): Sheet {
    const name = args.find((one) => typeof one === 'string') ?? null;
    const index = args.find((one) => typeof one === 'number');
    const options = args.find((one) => typeof one === 'object');
    const templateId = options?.template?.getSheetId();
    const id = this.change('insertSheet', (workbook) => {
      const at = index ?? workbook.sheets.indexOf(workbook.activeSheet) + 1;
      const template = templateId === undefined ? null : this.book.grid(templateId);
      const sheet = template
        ? name === null
          ? copyOf(template, workbook, at)
          : copySheet(template, workbook, at, name)
        : insertSheet(workbook, name, at);
      workbook.records.activeSheetId = sheet.id;
      return sheet.id;
    });
    return this.book.sheet(id);
  }

  deleteSheet(sheet: Sheet): void {
    const id = sheet.getSheetId();
    this.change('deleteSheet', () => deleteSheet(this.book.grid(id)));
  }

  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.getActiveSheet());
    return this.getActiveSheet();
  }

  duplicateActiveSheet(): Sheet {
    const id = this.change('duplicateActiveSheet', (workbook) => {
      const { activeSheet } = workbook;
      const copy = copyOf(activeSheet, workbook, workbook.sheets.indexOf(activeSheet) + 1);
      workbook.records.activeSheetId = copy.id;
      return copy.id;
    });
    return this.book.sheet(id);
  }

  renameActiveSheet(newName: string): void {
    this.change('renameActiveSheet', (workbook) => renameSheet(workbook.activeSheet, newName));
  }

  /** Positions count from 1. */
  moveActiveSheet(pos: number): void {
    this.change('moveActiveSheet', (workbook) => {
      if (pos < 1 || pos > workbook.sheets.length) throw new ApiError(`Invalid argument: pos`);
      const sheet: GridSheet = workbook.activeSheet;
      workbook.sheets = workbook.sheets.filter((one) => one !== sheet);
      workbook.sheets.splice(pos - 1, 0, sheet);
    });
  }

  /** A spreadsheet of its own with the same content; forms and triggers do not come along. */
  copy(name: string): Spreadsheet {
    const { execution } = this.book;
    execution.requireScope('Spreadsheet.copy', 'spreadsheets', 'drive');
    const id = this.change('copy', (workbook) => {
      const saved = saveWorkbook(workbook);
      const made = execution.world.newId(44);
      workbooksOf(execution.world).adopt({ ...saved, records: { ...saved.records, id: made, name } });
      return made;
    });
    return new Book(execution, id).spreadsheet();
  }

  getNamedRanges(): NamedRange[] {
    const ids = this.look('getNamedRanges', ({ records }) => records.namedRanges.map((one) => one.id));
    return ids.map((id) => new NamedRange(this.book, id));
  }

  getRangeByName(name: string): Range | null {
    const place = this.book.free('Spreadsheet.getRangeByName', () => {
      const { workbook } = this.book;
      const lower = name.toLowerCase();
      const found = workbook.records.namedRanges.find((one) => one.name.toLowerCase() === lower);
      if (found) return { sheetId: found.sheetId, range: found.range };
      if (!name.includes('!')) return null;
      return refusing(() => {
        const { sheetId, rect } = locate(workbook.activeSheet, name);
        return { sheetId, range: rect };
      });
    });
    return place && this.book.range(place.sheetId, place.range);
  }

  setNamedRange(name: string, range: Range): void {
    checkRangeName(name);
    this.change('setNamedRange', (workbook) => {
      const { namedRanges } = workbook.records;
      const found = namedRanges.find((one) => one.name.toLowerCase() === name.toLowerCase());
      if (found) {
        found.sheetId = range.sheetId;
        found.range = range.written;
      } else namedRanges.push({ id: `nr${workbook.nextId()}`, name, sheetId: range.sheetId, range: range.written });
      workbook.changed(true);
    });
  }

  removeNamedRange(name: string): void {
    this.change('removeNamedRange', (workbook) => {
      const { records } = workbook;
      const kept = records.namedRanges.filter((one) => one.name !== name);
      if (kept.length === records.namedRanges.length) throw new ApiError(`Named range ${name} not found.`);
      records.namedRanges = kept;
      workbook.changed(true);
    });
  }

  getProtections(type: EnumValue): Protection[] {
    const found = this.look('getProtections', (workbook) =>
      workbook.sheets.flatMap((sheet) =>
        sheet.records.protections
          .filter((one) => one.type === type.name)
          .map((one) => ({ sheetId: sheet.id, id: one.id })),
      ),
    );
    return found.map(({ sheetId, id }) => new Protection(this.book, sheetId, id));
  }

  getBandings(): Banding[] {
    const found = this.look('getBandings', (workbook) =>
      workbook.sheets.flatMap((sheet) => sheet.records.bandings.map((one) => ({ sheetId: sheet.id, id: one.id }))),
    );
    return found.map(({ sheetId, id }) => new Banding(this.book, sheetId, id));
  }

  createTextFinder(findText: string): TextFinder {
    return new TextFinder(
      this.book,
      () => this.book.workbook.sheets.map((sheet) => ({ sheetId: sheet.id, rect: null })),
      findText,
    );
  }

  addDeveloperMetadata(key: string, ...rest: (string | EnumValue)[]): this {
    const fields = metadataArguments(rest);
    this.change('addDeveloperMetadata', (workbook) => {
      workbook.records.metadata.push({ id: workbook.nextId(), key, ...fields, location: { type: 'SPREADSHEET' } });
    });
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    const ids = this.look('getDeveloperMetadata', ({ records }) =>
      records.metadata.filter(({ location }) => location.type === 'SPREADSHEET').map((one) => one.id),
    );
    return ids.map((id) => new DeveloperMetadata(this.book, id));
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.book, () => true);
  }

  toast(msg: string, title = '', timeoutSeconds?: number | null): void {
    showToast(this.book.execution, msg, title, timeoutSeconds ?? 5);
  }

  show(userInterface: Parameters<Ui['showDialog']>[0]): void {
    new Ui(this.book.execution).showDialog(userInterface);
  }

  addMenu(name: string, subMenus: readonly (LegacyEntry | null)[]): void {
    addLegacyMenu(this.book.execution, name, subMenus);
  }

  updateMenu(name: string, subMenus: readonly (LegacyEntry | null)[]): void {
    addLegacyMenu(this.book.execution, name, subMenus);
  }

  removeMenu(name: string): void {
    removeLegacyMenu(this.book.execution, name);
  }

  getImages(): OverGridImage[] {
    return this.getSheets().flatMap((sheet) => sheet.getImages());
  }

  insertImage(source: BlobSource | string, column: number, row: number, x = 0, y = 0): OverGridImage {
    return this.getActiveSheet().insertImage(source, column, row, x, y);
  }

  getDataSourceTables(): never[] {
    return [];
  }
}
