import type { EnumValue } from '../../runtime/contract.ts';
import { ApiError } from '../../runtime/contract.ts';
import { containsRect, intersects, sameRect } from '../../sheet/address.ts';
import { FILTER_EXISTS } from '../../sheet/errors.ts';
import type { Sheet as GridSheet } from '../../sheet/sheet.ts';
import { setValidation, tickValues } from '../../sheet/validation.ts';
import { writeCell } from '../../sheet/write.ts';
import { javaText } from '../format-string.ts';
import { Banding, bandingColors } from './banding.ts';
import { DataValidation, DataValidationBuilder } from './data-validation.ts';
import { DeveloperMetadata, DeveloperMetadataFinder, metadataArguments } from './developer-metadata.ts';
import { Filter } from './filter.ts';
import { Protection } from './protection.ts';
import { RangeLooks } from './range-looks.ts';

/** Notes, validations, tick boxes, protection, filters, banding and metadata of a range (reference: spreadsheet/Range). */
export class RangeRules extends RangeLooks {
  getNote(): string {
    return this.readFirst('getNote', (sheet, row, column) => sheet.layer('note', row, column) ?? '');
  }

  getNotes(): string[][] {
    return this.readEach('getNotes', (sheet, row, column) => sheet.layer('note', row, column) ?? '');
  }

  getComment(): string {
    return this.getNote();
  }

  setNote(note: string | null): this {
    return this.eachCell('setNote', (sheet, row, column) => sheet.setLayer('note', row, column, note || null));
  }

  /** Whole numbers among many notes are written as Java writes them, `25.0`; one alone is not. */
  setNotes(notes: readonly (readonly unknown[])[]): this {
    this.checkSize(notes);
    return this.eachCell('setNotes', (sheet, row, column) => {
      const note = notes[row - this.rect.top]?.[column - this.rect.left] ?? '';
      sheet.setLayer('note', row, column, javaText(note) || null);
    });
  }

  private eachCell(
    method: string,
    effect: (sheet: GridSheet, row: number, column: number) => void,
    values = false,
  ): this {
    return this.writeCells(method, (sheet, rect) => {
      for (let row = rect.top; row < rect.bottom; row += 1) {
        for (let column = rect.left; column < rect.right; column += 1) effect(sheet, row, column);
      }
      sheet.touch(values);
    });
  }

  getDataValidation(): DataValidation | null {
    const rule = this.readFirst('getDataValidation', (sheet, row, column) => sheet.layer('validation', row, column));
    return rule && DataValidation.of(this.book, rule);
  }

  getDataValidations(): (DataValidation | null)[][] {
    const rules = this.readEach('getDataValidations', (sheet, row, column) => sheet.layer('validation', row, column));
    return rules.map((line) => line.map((rule) => rule && DataValidation.of(this.book, rule)));
  }

  setDataValidation(rule: DataValidation | null): this {
    return this.writeCells('setDataValidation', (sheet, rect) => {
      setValidation(sheet, rect, rule?.toRule(sheet.workbook.timeZone) ?? null);
    });
  }

  setDataValidations(rules: readonly (readonly (DataValidation | null)[])[]): this {
    this.checkSize(rules);
    return this.writeCells('setDataValidations', (sheet, rect) => {
      const { timeZone } = sheet.workbook;
      rules.forEach((line, down) => {
        line.forEach((rule, right) => {
          const [top, left] = [rect.top + down, rect.left + right];
          setValidation(sheet, { top, left, bottom: top + 1, right: left + 1 }, rule?.toRule(timeZone) ?? null);
        });
      });
    });
  }

  /** Puts tick boxes in the cells; a cell that holds another value than the two becomes unticked. */
  insertCheckboxes(...values: unknown[]): this {
    const box = new DataValidationBuilder()
      .requireCheckbox(...values)
      .setAllowInvalid(false)
      .build();
    return this.writeCells('insertCheckboxes', (sheet, rect) => {
      const rule = box.toRule(sheet.workbook.timeZone);
      const [checked, unchecked] = tickValues(rule);
      setValidation(sheet, rect, rule);
      for (let row = rect.top; row < rect.bottom; row += 1) {
        for (let column = rect.left; column < rect.right; column += 1) {
          const value = sheet.value(row, column);
          if (value === checked || value === unchecked) continue;
          sheet.put(sheet.writable(row), column, typeof unchecked === 'object' ? null : unchecked, null);
        }
      }
      sheet.touch(true);
    });
  }

  removeCheckboxes(): this {
    return this.eachCell(
      'removeCheckboxes',
      (sheet, row, column) => {
        if (sheet.layer('validation', row, column)?.criteria !== 'CHECKBOX') return;
        sheet.setLayer('validation', row, column, null);
        sheet.put(sheet.writable(row), column, null, null);
      },
      true,
    );
  }

  check(): this {
    return this.tick('check', 0);
  }

  uncheck(): this {
    return this.tick('uncheck', 1);
  }

  private tick(method: string, which: 0 | 1): this {
    return this.eachCell(
      method,
      (sheet, row, column) => {
        const rule = sheet.layer('validation', row, column);
        if (rule?.criteria !== 'CHECKBOX') return;
        const values = tickValues(rule);
        const before = sheet.value(row, column);
        if (before !== values[0] && before !== values[1]) return;
        const value = values[which];
        writeCell(sheet, sheet.writable(row), column, typeof value === 'object' ? null : value, sheet.workbook.typing);
      },
      true,
    );
  }

  /** null when some cell is no tick box or they differ. */
  isChecked(): boolean | null {
    const states = this.readEach('isChecked', (sheet, row, column) => {
      const rule = sheet.layer('validation', row, column);
      if (rule?.criteria !== 'CHECKBOX') return null;
      const value = sheet.value(row, column);
      const [checked, unchecked] = tickValues(rule);
      if (value === checked) return true;
      return value === unchecked ? false : null;
    }).flat();
    const [first = null] = states;
    return states.every((state) => state === first) ? first : null;
  }

  canEdit(): boolean {
    return this.book.look('Range.canEdit', () => {
      try {
        this.book.checkEditable(this.grid, this.rect);
        return true;
      } catch (error) {
        if (error instanceof ApiError) return false;
        throw error;
      }
    });
  }

  protect(): Protection {
    const id = this.change('protect', (sheet, rect) => {
      const { workbook } = sheet;
      const made = workbook.nextId();
      sheet.records.protections.push({
        id: made,
        type: 'RANGE',
        range: this.written.bottom === rect.bottom && this.written.right === rect.right ? rect : this.written,
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
    return new Protection(this.book, this.sheetId, id);
  }

  createFilter(): Filter {
    this.change('createFilter', (sheet, rect) => {
      if (sheet.records.filter) throw new ApiError(FILTER_EXISTS);
      sheet.records.filter = { range: rect, columns: new Map() };
      sheet.touch(false);
    });
    return new Filter(this.book, this.sheetId);
  }

  /** The filter of the sheet, wherever on it the range lies. */
  getFilter(): Filter | null {
    const has = this.book.look('Range.getFilter', () => this.grid.records.filter !== null);
    return has ? new Filter(this.book, this.sheetId) : null;
  }

  applyRowBanding(theme?: EnumValue, showHeader = true, showFooter = false): Banding {
    return this.band('rows', theme, showHeader, showFooter);
  }

  applyColumnBanding(theme?: EnumValue, showHeader = true, showFooter = false): Banding {
    return this.band('columns', theme, showHeader, showFooter);
  }

  private band(direction: 'rows' | 'columns', theme: EnumValue | undefined, header: boolean, footer: boolean): Banding {
    const colors = bandingColors(theme?.name ?? 'LIGHT_GREY');
    const id = this.change('applyBanding', (sheet, rect) => {
      if (sheet.records.bandings.some((one) => intersects(one.range, rect))) {
        throw new ApiError(
          'You cannot add alternating background colors to a range that already has alternating background colors.',
        );
      }
      const made = sheet.workbook.nextId();
      sheet.records.bandings.push({
        id: made,
        range: rect,
        direction,
        header: header ? colors.header : null,
        first: colors.first,
        second: colors.second,
        footer: footer ? colors.footer : null,
      });
      sheet.touch(false);
      return made;
    });
    return new Banding(this.book, this.sheetId, id);
  }

  getBandings(): Banding[] {
    const ids = this.book.look('Range.getBandings', () =>
      this.grid.records.bandings.filter((one) => intersects(one.range, this.rect)).map((one) => one.id),
    );
    return ids.map((id) => new Banding(this.book, this.sheetId, id));
  }

  addDeveloperMetadata(key: string, ...rest: (string | EnumValue)[]): this {
    const { value, visibility } = metadataArguments(rest);
    this.change('addDeveloperMetadata', (sheet, rect) => {
      const { workbook } = sheet;
      const wholeRow = rect.left === 0 && rect.right === sheet.maxColumns;
      const wholeColumn = rect.top === 0 && rect.bottom === sheet.maxRows;
      const row = wholeRow && rect.bottom - rect.top === 1;
      const column = wholeColumn && rect.right - rect.left === 1;
      if (!row && !column)
        throw new ApiError(
          'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
        );
      workbook.records.metadata.push({
        id: workbook.nextId(),
        key,
        value,
        visibility,
        location: row
          ? { type: 'ROW', sheetId: sheet.id, index: rect.top }
          : { type: 'COLUMN', sheetId: sheet.id, index: rect.left },
      });
      sheet.touch(false);
    });
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    const ids = this.book.look('Range.getDeveloperMetadata', () => {
      const { rect, sheetId } = this;
      const { maxRows, maxColumns } = this.grid;
      return this.book.workbook.records.metadata
        .filter(({ location }) => {
          if (location.type !== 'ROW' && location.type !== 'COLUMN') return false;
          if (location.sheetId !== sheetId) return false;
          const { index } = location;
          const own =
            location.type === 'ROW'
              ? { top: index, bottom: index + 1, left: 0, right: maxColumns }
              : { top: 0, bottom: maxRows, left: index, right: index + 1 };
          return sameRect(own, rect);
        })
        .map((one) => one.id);
    });
    return ids.map((id) => new DeveloperMetadata(this.book, id));
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    const { rect, sheetId } = this;
    const intersecting = (row: boolean, index: number): boolean =>
      row ? index >= rect.top && index < rect.bottom : index >= rect.left && index < rect.right;
    return new DeveloperMetadataFinder(this.book, ({ location }, anyOverlap) => {
      if (location.type !== 'ROW' && location.type !== 'COLUMN') return false;
      if (location.sheetId !== sheetId) return false;
      const { maxRows, maxColumns } = this.grid;
      const { index } = location;
      if (anyOverlap) return intersecting(location.type === 'ROW', index);
      return location.type === 'ROW'
        ? containsRect(rect, { top: index, bottom: index + 1, left: 0, right: maxColumns })
        : containsRect(rect, { top: 0, bottom: maxRows, left: index, right: index + 1 });
    });
  }
}
