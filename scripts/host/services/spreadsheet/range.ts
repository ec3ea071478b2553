import { ApiError, type EnumValue } from '../../runtime/contract.ts';
import { containsRect, intersects, type Rect } from '../../sheet/address.ts';
import { clearBlock, placeBlock, placeCell, takeBlock } from '../../sheet/block.ts';
import { displayAt } from '../../sheet/display.ts';
import { continued } from '../../sheet/fill.ts';
import { mergeCells, unmergeCells } from '../../sheet/merges.ts';
import { dataRegion, nextDataCell } from '../../sheet/region.ts';
import type { RichText } from '../../sheet/rules.ts';
import type { Sheet as GridSheet } from '../../sheet/sheet.ts';
import { restyle } from '../../sheet/style.ts';
import { writeCell } from '../../sheet/write.ts';
import { collapseGroups, expandGroups, shiftGroupDepth } from './group.ts';
import { RangeRules } from './range-rules.ts';
import { RichTextValue } from './rich-text.ts';
import { TextFinder } from './text-finder.ts';
import { styleChangeOf, type TextFields, textFieldsOf } from './text-style.ts';

interface CellText {
  readonly rich: RichText;
  readonly looks: TextFields;
}

const DELIMITERS: Readonly<Record<string, string>> = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' };

/** A group of adjacent cells, or one cell (reference: spreadsheet/Range). */
export class Range extends RangeRules {
  activate(): this {
    this.book.free('Range.activate', () => {
      const { records } = this.book.workbook;
      records.activeSheetId = this.sheetId;
      records.selection = { sheetId: this.sheetId, ranges: [this.rect] };
    });
    return this;
  }

  activateAsCurrentCell(): this {
    if (this.cellCount !== 1) throw new ApiError('Only a single cell can be the current cell.');
    return this.activate();
  }

  merge(): this {
    return this.mergeParts('merge', (rect) => [rect]);
  }

  mergeAcross(): this {
    return this.mergeParts('mergeAcross', ({ top, bottom, left, right }) =>
      Array.from({ length: bottom - top }, (_, index) => ({ top: top + index, bottom: top + index + 1, left, right })),
    );
  }

  mergeVertically(): this {
    return this.mergeParts('mergeVertically', ({ top, bottom, left, right }) =>
      Array.from({ length: right - left }, (_, index) => ({
        top,
        bottom,
        left: left + index,
        right: left + index + 1,
      })),
    );
  }

  private mergeParts(method: string, split: (rect: Rect) => Rect[]): this {
    return this.writeCells(method, (sheet, rect) => mergeCells(sheet, rect, split(rect)));
  }

  breakApart(): this {
    return this.writeCells('breakApart', unmergeCells);
  }

  isPartOfMerge(): boolean {
    return this.book.look('Range.isPartOfMerge', () =>
      this.grid.records.merges.some((one) => intersects(one, this.rect)),
    );
  }

  getMergedRanges(): Range[] {
    const merges = this.book.look('Range.getMergedRanges', () =>
      this.grid.records.merges.filter((one) => intersects(one, this.rect)),
    );
    return merges.map((rect) => this.book.range(this.sheetId, rect));
  }

  insertCells(shiftDimension: EnumValue): this {
    this.change('insertCells', (sheet, rect) => {
      const size = sheet.dataSize();
      const down = shiftDimension.name === 'ROWS';
      const moved = down
        ? { ...rect, bottom: Math.min(sheet.maxRows - this.rows, Math.max(rect.bottom, size.rows)) }
        : { ...rect, right: Math.min(sheet.maxColumns - this.columns, Math.max(rect.right, size.columns)) };
      const block = takeBlock(sheet, moved);
      clearBlock(sheet, rect, { content: true, note: true });
      placeBlock(
        sheet,
        rect.top + (down ? this.rows : 0),
        rect.left + (down ? 0 : this.columns),
        block,
        undefined,
        false,
      );
      clearBlock(sheet, rect, { content: true, note: true });
    });
    return this;
  }

  deleteCells(shiftDimension: EnumValue): void {
    this.change('deleteCells', (sheet, rect) => {
      const up = shiftDimension.name === 'ROWS';
      const rest = up
        ? { ...rect, top: rect.bottom, bottom: sheet.maxRows }
        : { ...rect, left: rect.right, right: sheet.maxColumns };
      const block = takeBlock(sheet, rest);
      clearBlock(
        sheet,
        { ...rect, ...(up ? { bottom: sheet.maxRows } : { right: sheet.maxColumns }) },
        { content: true, style: true, note: true, validation: true },
      );
      placeBlock(sheet, rect.top, rect.left, block, undefined, false);
    });
  }

  /** The cells around that hold data, as Ctrl+A selects them; `dimension` lets it grow in one direction only. */
  getDataRegion(dimension?: EnumValue): Range {
    const rect = this.book.read('Range.getDataRegion', 1, () =>
      dataRegion(this.grid, this.rect, dimension?.name ?? null),
    );
    return this.at(rect);
  }

  getNextDataCell(direction: EnumValue): Range {
    const { row, column } = this.book.read('Range.getNextDataCell', 1, () =>
      nextDataCell(this.grid, this.rect.top, this.rect.left, direction.name),
    );
    return this.at({ top: row, left: column, bottom: row + 1, right: column + 1 });
  }

  createTextFinder(findText: string): TextFinder {
    return new TextFinder(this.book, () => [{ sheetId: this.sheetId, rect: this.rect }], findText);
  }

  /** Splits each text of a single column over the columns beside it; without a delimiter the commonest one is used. */
  splitTextToColumns(delimiter?: string | EnumValue): void {
    if (this.columns !== 1) throw new ApiError('A range with exactly one column is required for splitting text.');
    this.change('splitTextToColumns', (sheet, rect) => {
      const texts = Array.from({ length: this.rows }, (_, index) => displayAt(sheet, rect.top + index, rect.left));
      const wanted =
        typeof delimiter === 'object' ? (DELIMITERS[delimiter.name] ?? ',') : (delimiter ?? commonest(texts));
      texts.forEach((text, index) => {
        if (!text.includes(wanted)) return;
        const row = sheet.writable(rect.top + index);
        text.split(wanted).forEach((part, offset) => {
          if (rect.left + offset < sheet.maxColumns)
            writeCell(sheet, row, rect.left + offset, part, sheet.workbook.typing);
        });
      });
      sheet.touch(true);
    });
  }

  /** Continues the values of this range over the destination, which must contain it and grow in one direction. */
  autoFill(destination: Range, series: EnumValue): void {
    const { rect } = this;
    const to = destination.rect;
    if (!containsRect(to, rect)) throw new ApiError('AutoFill destination range must contain the source range.');
    const before = [rect.top - to.top, rect.left - to.left];
    const after = [to.bottom - rect.bottom, to.right - rect.right];
    if ([...before, ...after].filter((count) => count > 0).length > 1)
      throw new ApiError('AutoFill destination range must extend the source range in only one direction.');
    const vertical = to.left === rect.left && to.right === rect.right;
    const [first, end] = vertical
      ? [to.top - rect.top, to.bottom - rect.top]
      : [to.left - rect.left, to.right - rect.left];
    this.book.write('Range.autoFill', destination.cellCount, () => {
      const sheet = this.grid;
      const { cells } = takeBlock(sheet, rect);
      for (const [across, line] of (vertical ? transposed(cells) : cells).entries()) {
        const values = line.map((cell) => (cell.formula === null ? cell.value : null));
        const areDates = isDate(line[0]?.style?.format?.kind);
        const next = series.name === 'DEFAULT_SERIES' ? continued(values, areDates, sheet.workbook.locale) : null;
        for (let index = first; index < end; index += 1) {
          if (index >= 0 && index < line.length) continue;
          const from = ((index % line.length) + line.length) % line.length;
          const source = line[from];
          if (!source) continue;
          const value = next ? next(index) : source.value;
          const place = (at: number): { top: number; left: number } =>
            vertical
              ? { top: rect.top + at, left: rect.left + across }
              : { top: rect.top + across, left: rect.left + at };
          const { top, left } = place(index);
          const block = { ...place(from), cells: [[{ ...source, value, note: null }]] };
          placeBlock(sheet, top, left, block, { content: true, style: true, validation: true });
        }
      }
    });
  }

  /** Fills downwards as far as the column to the left, or else to the right, has data. */
  autoFillToNeighbor(series: EnumValue): void {
    const bottom = this.book.read('Range.autoFillToNeighbor', 1, () => {
      const sheet = this.grid;
      const { top, left, bottom: end, right } = this.rect;
      for (const column of [left - 1, right]) {
        if (column < 0 || column >= sheet.maxColumns || !sheet.row(top)?.hasContent(column)) continue;
        let row = top;
        while (sheet.row(row)?.hasContent(column)) row += 1;
        if (row > end) return row;
      }
      return end;
    });
    if (bottom > this.rect.bottom) this.autoFill(this.at({ ...this.rect, bottom }), series);
  }

  shiftRowGroupDepth(delta: number): this {
    this.change('shiftRowGroupDepth', (sheet, rect) => shiftGroupDepth(sheet, 'rows', rect.top, rect.bottom, delta));
    return this;
  }

  shiftColumnGroupDepth(delta: number): this {
    this.change('shiftColumnGroupDepth', (sheet, rect) =>
      shiftGroupDepth(sheet, 'columns', rect.left, rect.right, delta),
    );
    return this;
  }

  collapseGroups(): this {
    this.change('collapseGroups', collapseGroups);
    return this;
  }

  expandGroups(): this {
    this.change('expandGroups', expandGroups);
    return this;
  }

  getRichTextValue(): RichTextValue | null {
    return this.richTextOf(this.readFirst('getRichTextValue', richTextAt));
  }

  getRichTextValues(): (RichTextValue | null)[][] {
    const texts = this.readEach('getRichTextValues', richTextAt);
    return texts.map((line) => line.map((one) => this.richTextOf(one)));
  }

  private richTextOf(found: CellText | null): RichTextValue | null {
    return found && new RichTextValue(found.rich.text, found.rich.runs, found.looks);
  }

  setRichTextValue(value: RichTextValue): this {
    return this.setRichTextValues(
      Array.from({ length: this.rows }, () => Array.from({ length: this.columns }, () => value)),
    );
  }

  setRichTextValues(values: readonly (readonly RichTextValue[])[]): this {
    this.checkSize(values);
    return this.writeCells('setRichTextValues', (sheet, rect) => {
      values.forEach((line, down) => {
        line.forEach((value, right) => {
          const row = rect.top + down;
          const column = rect.left + right;
          const before = sheet.layer('style', row, column);
          const whole =
            value.runs.length === 1 && value.runs[0]?.start === 0 && value.runs[0].end === value.text.length
              ? value.runs[0]
              : null;
          const style = whole ? restyle(before, styleChangeOf(value.ownFields())) : before;
          const rich = value.runs.length > 0 ? value.toStore() : null;
          placeCell(
            sheet,
            row,
            column,
            { value: value.text || null, formula: null, style, note: null, validation: null, rich },
            { content: true, style: true },
          );
        });
      });
      sheet.touch(true);
    });
  }

  // Replaced long ago by members of other names, but scripts that use them still run.

  getBackgroundColor(): string {
    return this.getBackground();
  }

  getBackgroundColors(): string[][] {
    return this.getBackgrounds();
  }

  setBackgroundColor(color: string | null): this {
    return this.setBackground(color);
  }

  setBackgroundColors(colors: readonly (readonly (string | null)[])[]): this {
    return this.setBackgrounds(colors);
  }
}

/** The text of a cell with the looks of the whole cell; null for what is no text. */
function richTextAt(sheet: GridSheet, row: number, column: number): CellText | null {
  const value = sheet.raw(row, column);
  const rich =
    sheet.layer('rich', row, column) ??
    (value === null || typeof value === 'string' ? { text: value ?? '', runs: [] } : null);
  return rich && { rich, looks: textFieldsOf(sheet.layer('style', row, column)?.fields) };
}

function transposed<T>(lines: readonly (readonly T[])[]): T[][] {
  return (lines[0] ?? []).map((_, column) => lines.flatMap((line) => line[column] ?? []));
}

function isDate(kind: string | undefined): boolean {
  return kind === 'date' || kind === 'datetime';
}

function commonest(texts: readonly string[]): string {
  const counts = [',', ';', '.', ' '].map((sign) => ({
    sign,
    count: texts.filter((text) => text.includes(sign)).length,
  }));
  return counts.sort((a, b) => b.count - a.count)[0]?.sign ?? ',';
}
