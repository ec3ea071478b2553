import { ApiError, type EnumValue } from '../../runtime/contract.ts';
import type { Rect } from '../../sheet/address.ts';
import { type Block, clearBlock, followMoved, type Parts, placeBlock, takeBlock } from '../../sheet/block.ts';
import { displayAt } from '../../sheet/display.ts';
import { fromR1C1, relocateFormula, toR1C1 } from '../../sheet/formula-text.ts';
import { permuteRows, type SortKey, sortOrder } from '../../sheet/order.ts';
import type { Computed } from '../../sheet/row.ts';
import { type ScriptValue, scriptValue, scriptValues } from '../../sheet/script-value.ts';
import { styleOf } from '../../sheet/style.ts';
import { writeFormulas, writeValue, writeValues } from '../../sheet/write.ts';
import { cellInput } from './convert.ts';
import type { Range } from './range.ts';
import { RangeBase } from './range-base.ts';
import type { Sheet } from './sheet.ts';

const COPIED: Readonly<Record<string, Parts>> = {
  PASTE_NORMAL: { content: true, style: true, note: true, validation: true },
  PASTE_NO_BORDERS: { content: true, style: true, note: true, validation: true },
  PASTE_FORMAT: { style: true },
  PASTE_FORMULA: { content: true },
  PASTE_VALUES: { content: true },
  PASTE_DATA_VALIDATION: { validation: true },
};

/** Values, formulas, copying and sorting of a range (reference: spreadsheet/Range). */
export class RangeContent extends RangeBase {
  getValue(): ScriptValue {
    return this.readFirst('getValue', scriptValue);
  }

  getValues(): ScriptValue[][] {
    return this.readCells('getValues', scriptValues);
  }

  getDisplayValue(): string {
    return this.readFirst('getDisplayValue', displayAt);
  }

  getDisplayValues(): string[][] {
    return this.readEach('getDisplayValues', displayAt);
  }

  setValue(value: unknown): this {
    const input = cellInput(value);
    return this.writeCells('setValue', (sheet, rect) => writeValue(sheet, rect, input));
  }

  setValues(values: readonly (readonly unknown[])[]): this {
    this.checkSize(values);
    const inputs = values.map((line) => line.map(cellInput));
    return this.writeCells('setValues', (sheet, rect) => writeValues(sheet, rect, inputs));
  }

  isBlank(): boolean {
    return this.readCells('isBlank', (sheet, rect) => {
      for (let row = rect.top; row < rect.bottom; row += 1) {
        for (let column = rect.left; column < rect.right; column += 1) {
          if (sheet.row(row)?.hasContent(column)) return false;
        }
      }
      return true;
    });
  }

  getFormula(): string {
    return this.readFirst('getFormula', (sheet, row, column) => sheet.layer('formula', row, column) ?? '');
  }

  getFormulas(): string[][] {
    return this.readEach('getFormulas', (sheet, row, column) => sheet.layer('formula', row, column) ?? '');
  }

  getFormulaR1C1(): string | null {
    return this.getFormulasR1C1()[0]?.[0] ?? null;
  }

  getFormulasR1C1(): (string | null)[][] {
    return this.readEach('getFormulasR1C1', (sheet, row, column) => {
      const formula = sheet.layer('formula', row, column);
      return formula && toR1C1(formula, row, column);
    });
  }

  /** Written to several cells a formula follows from cell to cell, as in setFormula of a column. */
  setFormula(formula: string | null): this {
    return this.writeCells('setFormula', (sheet, rect) => {
      writeFormulas(sheet, rect, (row, column) => (formula ? relocateFormula(formula, row, column) : ''));
    });
  }

  setFormulas(formulas: readonly (readonly (string | null)[])[]): this {
    this.checkSize(formulas);
    return this.writeCells('setFormulas', (sheet, rect) => {
      writeFormulas(sheet, rect, (row, column) => formulas[row]?.[column] ?? '');
    });
  }

  setFormulaR1C1(formula: string): this {
    return this.writeCells('setFormulaR1C1', (sheet, rect) => {
      writeFormulas(sheet, rect, (row, column) => fromR1C1(formula, rect.top + row, rect.left + column));
    });
  }

  setFormulasR1C1(formulas: readonly (readonly string[])[]): this {
    this.checkSize(formulas);
    return this.writeCells('setFormulasR1C1', (sheet, rect) => {
      writeFormulas(sheet, rect, (row, column) =>
        fromR1C1(formulas[row]?.[column] ?? '', rect.top + row, rect.left + column),
      );
    });
  }

  /** Without options contents and formats go; with options that ask for nothing, everything. */
  clear(options?: {
    commentsOnly?: boolean;
    contentsOnly?: boolean;
    formatOnly?: boolean;
    validationsOnly?: boolean;
  }): this {
    const { commentsOnly, contentsOnly, formatOnly, validationsOnly } = options ?? {
      contentsOnly: true,
      formatOnly: true,
    };
    const all = !commentsOnly && !contentsOnly && !formatOnly && !validationsOnly;
    const parts: Parts = {
      content: all || contentsOnly === true,
      style: all || formatOnly === true,
      note: all || commentsOnly === true,
      validation: all || validationsOnly === true,
    };
    return this.writeCells('clear', (sheet, rect) => clearBlock(sheet, rect, parts));
  }

  clearContent(): this {
    return this.writeCells('clearContent', (sheet, rect) => clearBlock(sheet, rect, { content: true }));
  }

  /** Number formats stay. */
  clearFormat(): this {
    return this.writeCells('clearFormat', (sheet, rect) => {
      for (let row = rect.top; row < Math.min(rect.bottom, sheet.rows.length); row += 1) {
        for (let column = rect.left; column < rect.right; column += 1) {
          const style = sheet.layer('style', row, column);
          const numberFormat = style?.fields.numberFormat;
          if (style)
            sheet.setLayer('style', row, column, numberFormat === undefined ? null : styleOf({ numberFormat }));
        }
      }
      sheet.touch(false);
    });
  }

  clearNote(): this {
    return this.writeCells('clearNote', (sheet, rect) => clearBlock(sheet, rect, { note: true }));
  }

  clearDataValidations(): this {
    return this.writeCells('clearDataValidations', (sheet, rect) => clearBlock(sheet, rect, { validation: true }));
  }

  /** A smaller source is repeated over a destination that is a multiple of its size. */
  copyTo(
    destination: Range,
    second?: EnumValue | { formatOnly?: boolean; contentsOnly?: boolean } | null,
    transposed?: boolean,
  ): void {
    // Without the third argument the second is a set of options, and what it knows of none is passed over.
    const type = transposed !== undefined && second && 'name' in second ? second.name : 'PASTE_NORMAL';
    const options = second && typeof second === 'object' && !('name' in second) ? second : {};
    const parts: Parts | undefined = options.formatOnly
      ? { style: true }
      : options.contentsOnly
        ? { content: true }
        : COPIED[type];
    if (!parts && type !== 'PASTE_COLUMN_WIDTHS' && type !== 'PASTE_CONDITIONAL_FORMATTING') {
      throw new ApiError(`Not implemented by this host: Range.copyTo with ${type}`);
    }
    const values = type === 'PASTE_VALUES' || options.contentsOnly === true;
    const target = destination.written;
    this.book.write('Range.copyTo', destination.cellCount, () => {
      const from = this.grid;
      const to = destination.book.grid(destination.sheetId);
      if (type === 'PASTE_COLUMN_WIDTHS') {
        for (let index = 0; index < this.columns; index += 1) {
          to.setSize('columns', target.left + index, { size: from.columnSize(this.rect.left + index).size });
        }
        to.touch(false);
        return;
      }
      if (!parts) return;
      let block = takeBlock(from, this.rect);
      if (values) block = withValues(block, (row, column) => from.value(row, column));
      if (transposed) block = transpose(block);
      const height = block.cells.length;
      const width = block.cells[0]?.length ?? 0;
      const rows = Math.max(height, Math.floor(destination.getNumRows() / height) * height);
      const columns = Math.max(width, Math.floor(destination.getNumColumns() / width) * width);
      const area: Rect = {
        top: target.top,
        left: target.left,
        bottom: target.top + rows,
        right: target.left + columns,
      };
      this.book.checkEditable(to, area);
      for (let row = 0; row < rows; row += height) {
        for (let column = 0; column < columns; column += width)
          placeBlock(to, area.top + row, area.left + column, block, parts);
      }
    });
  }

  copyValuesToRange(sheet: Sheet | number, column: number, columnEnd: number, row: number, rowEnd: number): void {
    this.copyTo(this.destination(sheet, column, columnEnd, row, rowEnd), { contentsOnly: true });
  }

  copyFormatToRange(sheet: Sheet | number, column: number, columnEnd: number, row: number, rowEnd: number): void {
    this.copyTo(this.destination(sheet, column, columnEnd, row, rowEnd), { formatOnly: true });
  }

  private destination(sheet: Sheet | number, column: number, columnEnd: number, row: number, rowEnd: number): Range {
    const id = typeof sheet === 'number' ? sheet : sheet.getSheetId();
    return this.book.range(id, { top: row - 1, left: column - 1, bottom: rowEnd, right: columnEnd });
  }

  moveTo(target: Range): void {
    this.book.write('Range.moveTo', this.cellCount, () => {
      const from = this.grid;
      const to = target.book.grid(target.sheetId);
      const { top, left } = target.written;
      const block = takeBlock(from, this.rect);
      clearBlock(from, this.rect, { content: true, style: true, note: true, validation: true });
      followMoved(from, this.rect, to, top - this.rect.top, left - this.rect.left);
      placeBlock(to, top, left, block, undefined, false);
    });
  }

  /** Keys are column numbers (of the sheet), objects with column and ascending, or a list of either. */
  sort(specification: unknown): this {
    const list: readonly unknown[] = Array.isArray(specification) ? specification : [specification];
    const keys = list.map((one) => this.sortKey(one));
    return this.writeCells('sort', (sheet, rect) => permuteRows(sheet, rect, sortOrder(sheet, rect, keys)));
  }

  private sortKey(specification: unknown): SortKey {
    let column: unknown = specification;
    let ascending = true;
    if (typeof specification === 'object' && specification !== null) {
      column = 'column' in specification ? specification.column : undefined;
      if ('ascending' in specification && specification.ascending === false) ascending = false;
    }
    if (typeof column !== 'number') throw new ApiError('Invalid argument: sortSpecObj');
    if (column - 1 < this.rect.left || column > this.rect.right)
      throw new ApiError('Sort column is outside of the range.');
    return { column: column - 1, ascending };
  }

  randomize(): this {
    const order = Array.from({ length: this.rows }, (_, index) => index);
    for (let index = order.length - 1; index > 0; index -= 1) {
      const other = Math.floor(this.book.execution.random() * (index + 1));
      const kept = order[index] ?? index;
      order[index] = order[other] ?? other;
      order[other] = kept;
    }
    return this.writeCells('randomize', (sheet, rect) => permuteRows(sheet, rect, order));
  }

  trimWhitespace(): this {
    return this.writeCells('trimWhitespace', (sheet, rect) => {
      for (let row = rect.top; row < rect.bottom; row += 1) {
        for (let column = rect.left; column < rect.right; column += 1) {
          const value = sheet.raw(row, column);
          if (typeof value !== 'string') continue;
          const trimmed = value.trim().replace(/\s+/g, ' ');
          if (trimmed !== value) sheet.put(sheet.writable(row), column, trimmed, null);
        }
      }
      sheet.touch(true);
    });
  }

  /** Rows that equal an earlier one (text without regard to case) are removed and the rest moves up. */
  removeDuplicates(columnsToCompare?: readonly number[]): Range {
    const kept = this.book.change('Range.removeDuplicates', () => {
      const sheet = this.grid;
      const { rect } = this;
      const columns =
        columnsToCompare?.map((column) => column - 1) ??
        Array.from({ length: this.columns }, (_, index) => rect.left + index);
      const seen = new Set<string>();
      const block = takeBlock(sheet, rect);
      const cells = block.cells.filter((_, index) => {
        const key = JSON.stringify(columns.map((column) => displayAt(sheet, rect.top + index, column).toLowerCase()));
        if (seen.has(key)) return false;
        seen.add(key);
        return true;
      });
      clearBlock(sheet, rect, { content: true });
      placeBlock(sheet, rect.top, rect.left, { ...block, cells }, { content: true }, false);
      return cells.length;
    });
    return this.at({ ...this.rect, bottom: this.rect.top + kept });
  }
}

function withValues(block: Block, value: (row: number, column: number) => Computed): Block {
  return {
    ...block,
    cells: block.cells.map((line, row) =>
      line.map((cell, column) => {
        if (!cell.formula) return cell;
        const result = value(block.top + row, block.left + column);
        return { ...cell, formula: null, value: typeof result === 'object' && result !== null ? result.code : result };
      }),
    ),
  };
}

function transpose(block: Block): Block {
  const width = block.cells[0]?.length ?? 0;
  const cells = Array.from({ length: width }, (_, column) => block.cells.flatMap((line) => line[column] ?? []));
  return { ...block, cells };
}
