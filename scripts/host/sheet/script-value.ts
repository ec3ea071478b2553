import type { Rect } from './address.ts';
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

/** What a script gets for a block. Most rows of most sheets hold nothing, and are not asked cell by cell. */
export function scriptValues(sheet: Sheet, { top, left, bottom, right }: Rect): ScriptValue[][] {
  const { calculator } = sheet.workbook;
  const lines: ScriptValue[][] = [];
  for (let row = top; row < bottom; row += 1) {
    const line: ScriptValue[] = [];
    const found = sheet.row(row);
    const mayHold = Boolean(found?.values.length || found?.layers.formula) || calculator.mayReach(sheet, row);
    // Not filled at once: before that V8 looks through every sandbox there is, since one's arrays might be meant.
    for (let column = left; column < right; column += 1) line.push(mayHold ? scriptValue(sheet, row, column) : '');
    lines.push(line);
  }
  return lines;
}
