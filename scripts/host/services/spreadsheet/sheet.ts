import { ApiError, type EnumValue } from '../../runtime/contract.ts';
import { enumValue } from '../../runtime/signatures.ts';
import { cssColor } from '../../sheet/color.ts';
import { checkFreeze } from '../../sheet/merges.ts';
import type { Sheet as GridSheet } from '../../sheet/sheet.ts';
import { copyName, copySheet, renameSheet } from '../../sheet/tabs.ts';
import type { Workbook } from '../../sheet/workbook.ts';
import type { BlobSource } from '../blob.ts';
import { Banding } from './banding.ts';
import { EmbeddedChart, EmbeddedChartBuilder } from './chart.ts';
import { Color } from './color.ts';
import { ConditionalFormatRule } from './conditional-format.ts';
import { DeveloperMetadata, DeveloperMetadataFinder, metadataArguments } from './developer-metadata.ts';
import { Filter } from './filter.ts';
import { NamedRange } from './named-range.ts';
import { insertImage, type OverGridImage, overGridImages } from './over-grid-image.ts';
import { Protection } from './protection.ts';
import type { Range } from './range.ts';
import { RangeList } from './range-list.ts';
import { Selection } from './selection.ts';
import { SheetGrid } from './sheet-grid.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import { TextFinder } from './text-finder.ts';

/** A tab of a spreadsheet (reference: spreadsheet/Sheet). */
export class Sheet extends SheetGrid {
  setName(name: string): this {
    this.change('setName', (sheet) => renameSheet(sheet, name));
    this.forgetName();
    return this;
  }

  activate(): this {
    this.book.free('Sheet.activate', () => {
      const { records } = this.book.workbook;
      records.activeSheetId = this.grid.id;
      records.selection = null;
    });
    return this;
  }

  copyTo(spreadsheet: Spreadsheet): Sheet {
    const { book } = spreadsheet;
    const id = this.change('copyTo', (sheet) => copyOf(sheet, book.workbook).id);
    return book.sheet(id);
  }

  hideSheet(): this {
    this.change('hideSheet', (sheet) => {
      const visible = sheet.workbook.sheets.filter((one) => !one.records.hidden && one !== sheet);
      if (visible.length === 0) throw new ApiError("You can't hide all the sheets in a document.");
      sheet.records.hidden = true;
      sheet.touch(false);
    });
    return this;
  }

  showSheet(): this {
    return this.set('showSheet', (sheet) => {
      sheet.records.hidden = false;
    });
  }

  isSheetHidden(): boolean {
    return this.look('isSheetHidden', (sheet) => sheet.records.hidden);
  }

  getType(): EnumValue {
    return enumValue('Spreadsheet.SheetType', 'GRID');
  }

  getFormUrl(): string | null {
    return this.look('getFormUrl', (sheet) => sheet.records.formUrl);
  }

  getTabColor(): string | null {
    return this.look('getTabColor', (sheet) => sheet.records.tabColor);
  }

  /** The reference's own example leaves out the "#". */
  setTabColor(color: string | null): this {
    const hex = color === null ? null : (cssColor(color) ?? cssColor(`#${color}`));
    if (color !== null && hex === null) throw new ApiError(`Invalid argument: ${color}`);
    return this.set('setTabColor', (sheet) => {
      sheet.records.tabColor = hex;
    });
  }

  getTabColorObject(): Color | null {
    const hex = this.look('getTabColorObject', (sheet) => sheet.records.tabColor);
    return hex === null ? null : new Color(hex);
  }

  setTabColorObject(color: Color | null): this {
    return this.set('setTabColorObject', (sheet) => {
      sheet.records.tabColor = color?.hex ?? null;
    });
  }

  getFrozenRows(): number {
    return this.look('getFrozenRows', (sheet) => sheet.records.frozenRows);
  }

  getFrozenColumns(): number {
    return this.look('getFrozenColumns', (sheet) => sheet.records.frozenColumns);
  }

  setFrozenRows(rows: number): void {
    this.freeze('setFrozenRows', rows, 'rows');
  }

  setFrozenColumns(columns: number): void {
    this.freeze('setFrozenColumns', columns, 'columns');
  }

  private freeze(method: string, count: number, axis: 'rows' | 'columns'): void {
    this.set(method, (sheet) => {
      const size = axis === 'rows' ? sheet.maxRows : sheet.maxColumns;
      if (count < 0 || count > size) throw new ApiError(`You can't freeze ${count} ${axis}; the sheet has ${size}.`);
      if (count === size && count > 0) throw new ApiError(`You can't freeze all visible ${axis} on the sheet.`);
      checkFreeze(sheet, axis, count);
      if (axis === 'rows') sheet.records.frozenRows = count;
      else sheet.records.frozenColumns = count;
    });
  }

  isRightToLeft(): boolean {
    return this.look('isRightToLeft', (sheet) => sheet.records.rightToLeft);
  }

  setRightToLeft(rightToLeft: boolean): this {
    return this.set('setRightToLeft', (sheet) => {
      sheet.records.rightToLeft = rightToLeft;
    });
  }

  hasHiddenGridlines(): boolean {
    return this.look('hasHiddenGridlines', (sheet) => sheet.records.hiddenGridlines);
  }

  setHiddenGridlines(hideGridlines: boolean): this {
    return this.set('setHiddenGridlines', (sheet) => {
      sheet.records.hiddenGridlines = hideGridlines;
    });
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    const rules = this.look('getConditionalFormatRules', (sheet) => [...sheet.records.conditionalFormats]);
    return rules.map((rule) => ConditionalFormatRule.of(this.book, this.id, rule));
  }

  setConditionalFormatRules(rules: readonly ConditionalFormatRule[]): void {
    this.set('setConditionalFormatRules', (sheet) => {
      const { timeZone } = sheet.workbook;
      sheet.records.conditionalFormats = rules.map((rule) => rule.toRecord(timeZone));
    });
  }

  clearConditionalFormatRules(): void {
    this.setConditionalFormatRules([]);
  }

  protect(): Protection {
    const id = this.change('protect', (sheet) => {
      const found = sheet.records.protections.find((one) => one.type === 'SHEET');
      if (found) return found.id;
      const { workbook } = sheet;
      const made = workbook.nextId();
      sheet.records.protections.push({
        id: made,
        type: 'SHEET',
        range: null,
        namedRangeId: null,
        description: '',
        warningOnly: false,
        domainEdit: false,
        editors: workbook.records.editors.filter((one) => one !== workbook.records.owner),
        unprotected: [],
      });
      sheet.touch(false);
      return made;
    });
    return new Protection(this.book, this.id, id);
  }

  getProtections(type: EnumValue): Protection[] {
    const ids = this.look('getProtections', (sheet) =>
      sheet.records.protections.filter((one) => one.type === type.name).map((one) => one.id),
    );
    return ids.map((id) => new Protection(this.book, this.id, id));
  }

  getFilter(): Filter | null {
    return this.look('getFilter', (sheet) => sheet.records.filter !== null) ? new Filter(this.book, this.id) : null;
  }

  getBandings(): Banding[] {
    const ids = this.look('getBandings', (sheet) => sheet.records.bandings.map((one) => one.id));
    return ids.map((id) => new Banding(this.book, this.id, id));
  }

  getNamedRanges(): NamedRange[] {
    const ids = this.look('getNamedRanges', (sheet) =>
      sheet.workbook.records.namedRanges.filter((one) => one.sheetId === sheet.id).map((one) => one.id),
    );
    return ids.map((id) => new NamedRange(this.book, id));
  }

  createTextFinder(findText: string): TextFinder {
    return new TextFinder(this.book, () => [{ sheetId: this.id, rect: null }], findText);
  }

  addDeveloperMetadata(key: string, ...rest: (string | EnumValue)[]): this {
    const fields = metadataArguments(rest);
    this.change('addDeveloperMetadata', ({ workbook }) => {
      workbook.records.metadata.push({
        id: workbook.nextId(),
        key,
        ...fields,
        location: { type: 'SHEET', sheetId: this.id },
      });
      workbook.changed(false);
    });
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    const ids = this.look('getDeveloperMetadata', ({ workbook }) =>
      workbook.records.metadata
        .filter(({ location }) => location.type === 'SHEET' && location.sheetId === this.id)
        .map((one) => one.id),
    );
    return ids.map((id) => new DeveloperMetadata(this.book, id));
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(
      this.book,
      ({ location }) => location.type !== 'SPREADSHEET' && location.sheetId === this.id,
    );
  }

  newChart(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.book, this.id);
  }

  insertChart(chart: EmbeddedChart): void {
    this.change('insertChart', (sheet) => {
      sheet.records.charts.push({ ...chart.toRecord(), id: sheet.workbook.nextId() });
      sheet.touch(false);
    });
  }

  updateChart(chart: EmbeddedChart): void {
    this.change('updateChart', (sheet) => {
      const record = chart.toRecord();
      const at = sheet.records.charts.findIndex((one) => one.id === record.id);
      if (at < 0) throw new ApiError('Chart not found.');
      sheet.records.charts[at] = record;
      sheet.touch(false);
    });
  }

  removeChart(chart: EmbeddedChart): void {
    this.change('removeChart', (sheet) => {
      const { id } = chart.toRecord();
      sheet.records.charts = sheet.records.charts.filter((one) => one.id !== id);
      sheet.touch(false);
    });
  }

  getCharts(): EmbeddedChart[] {
    const records = this.look('getCharts', (sheet) => sheet.records.charts.map((one) => ({ ...one })));
    return records.map((record) => new EmbeddedChart(this.book, this.id, record));
  }

  getSelection(): Selection {
    return new Selection(this.book);
  }

  getActiveRange(): Range | null {
    return this.getSelection().rangeIn(this.id);
  }

  getActiveCell(): Range {
    return this.getSelection().rangeIn(this.id).getCell(1, 1);
  }

  getCurrentCell(): Range | null {
    return this.getActiveCell();
  }

  getActiveRangeList(): RangeList | null {
    return new RangeList([this.getSelection().rangeIn(this.id)]);
  }

  setActiveRange(range: Range): Range {
    return range.activate();
  }

  setActiveSelection(range: Range | string): Range {
    return (typeof range === 'string' ? this.namedOrA1(range) : range).activate();
  }

  setCurrentCell(cell: Range): Range {
    return cell.activate();
  }

  setActiveRangeList(rangeList: RangeList): RangeList {
    return rangeList.activate();
  }

  getImages(): OverGridImage[] {
    return overGridImages(this.book, this.id);
  }

  insertImage(source: BlobSource | string, column: number, row: number, x = 0, y = 0): OverGridImage {
    return insertImage(this.book, this.id, source, column, row, x, y);
  }

  getDrawings(): never[] {
    return [];
  }

  getSlicers(): never[] {
    return [];
  }

  getPivotTables(): never[] {
    return [];
  }

  getDataSourceTables(): never[] {
    return [];
  }

  asDataSourceSheet(): null {
    return null;
  }
}

/** The documented name of a copy is English whatever the language of the workbook. */
export function copyOf(sheet: GridSheet, into: Workbook, index = into.sheets.length): GridSheet {
  return copySheet(sheet, into, index, copyName(sheet, into, 'Copy of'));
}
