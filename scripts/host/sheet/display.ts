import type { SheetLocale } from './locale.ts';
import { automaticText, formatNumber, formatText } from './number-format.ts';
import { CellError, type Computed } from './row.ts';
import type { Sheet } from './sheet.ts';
import type { Style } from './style.ts';

/** What a cell with this value and style shows. */
export function displayText(value: Computed, style: Style | null, locale: SheetLocale): string {
  if (typeof value === 'string') return style?.format ? formatText(value, style.format) : value;
  if (value === null) return '';
  if (typeof value === 'number')
    return style?.format ? formatNumber(value, style.format, locale) : automaticText(value, locale);
  if (value instanceof CellError) return value.code;
  return value ? locale.yes : locale.no;
}

/** What the cell shows on screen. */
export function displayAt(sheet: Sheet, row: number, column: number): string {
  const style = sheet.layer('style', row, column) ?? sheet.workbook.calculator.resultStyle(sheet, row, column);
  return displayText(sheet.value(row, column), style, sheet.workbook.locale);
}

/** What the input line shows when a person begins to edit the cell: the formula, or the value without its number format. */
export function inputText(sheet: Sheet, row: number, column: number): string {
  const formula = sheet.layer('formula', row, column);
  if (formula) return formula;
  const value = sheet.raw(row, column);
  const style = sheet.layer('style', row, column);
  const kind = style?.format?.kind;
  if (typeof value === 'number' && (kind === undefined || kind === 'number' || kind === 'general')) {
    return String(value).replace('.', sheet.workbook.locale.decimal);
  }
  return displayText(value, style, sheet.workbook.locale);
}
