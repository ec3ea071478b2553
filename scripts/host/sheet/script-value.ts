import { isDateKind } from './number-format.ts';
import { CellError } from './row.ts';
import type { Sheet } from './sheet.ts';
import { instantOf } from './zone.ts';

/** What a script gets for a cell. */
export type ScriptValue = string | number | boolean | Date;

/**
 * The cell's value as getValue gives it: a Date where the number format shows a date, a time or
 * a duration, "" for an empty cell.
 */
export function scriptValue(sheet: Sheet, row: number, column: number): ScriptValue {
  const value = sheet.value(row, column);
  if (typeof value === 'number') {
    const own = sheet.layer('style', row, column)?.format;
    const format = own ?? sheet.workbook.calculator.resultStyle(sheet, row, column)?.format;
    return format && (isDateKind(format.kind) || format.kind === 'duration')
      ? new Date(instantOf(value, sheet.workbook.timeZone))
      : value;
  }
  if (value === null) return '';
  return value instanceof CellError ? value.code : value;
}
