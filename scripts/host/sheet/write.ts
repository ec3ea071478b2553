import type { Rect } from './address.ts';
import { placeBlock, takeBlock } from './block.ts';
import { SheetError, TOO_MANY_CHARACTERS } from './errors.ts';
import type { Row } from './row.ts';
import type { Sheet } from './sheet.ts';
import { isTextStyle, restyle } from './style.ts';
import { parseTyped, type Typed, type TypedContext } from './typed.ts';
import { firstViolation, mayReject, violationText } from './validation.ts';
import { MAX_CHARACTERS } from './workbook.ts';
import { serialOf } from './zone.ts';

/** What a script or a person puts in a cell: text as typed, or a ready value. */
export type Input = string | number | boolean | Date | null;

/** Any value that a script hands over, as the cell would take it: what is no cell value becomes its text. */
export function inputOf(value: unknown): Input {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value;
  return String(value);
}

function giveFormat(row: Row, column: number, pattern: string | null): void {
  if (pattern === null) return;
  const style = row.get('style', column);
  if (style?.format && style.format.kind !== 'general') return;
  row.set('style', column, restyle(style, { numberFormat: pattern }));
}

/** Writes one cell without touching the sheet; see parseTyped for how text is read. */
export function writeCell(sheet: Sheet, row: Row, column: number, input: Input, typing: TypedContext): void {
  if (typeof input === 'string') {
    if (input.length > MAX_CHARACTERS) throw new SheetError(TOO_MANY_CHARACTERS);
    if (isTextStyle(row.get('style', column))) sheet.put(row, column, input === '' ? null : input, null);
    else writeTyped(sheet, row, column, parseTyped(input, typing));
  } else if (typeof input === 'number') {
    // A cell knows no negative zero.
    sheet.put(row, column, Number.isFinite(input) ? input + 0 : '#NUM!', null);
  } else if (input instanceof Date) {
    const instant = input.getTime();
    if (Number.isNaN(instant)) {
      sheet.put(row, column, '#NUM!', null);
      return;
    }
    const serial = serialOf(instant, sheet.workbook.timeZone);
    sheet.put(row, column, serial, null);
    giveFormat(row, column, serial % 1 === 0 ? typing.locale.date : typing.locale.dateTime);
  } else sheet.put(row, column, input, null);
}

function writeTyped(sheet: Sheet, row: Row, column: number, typed: Typed): void {
  if (typed.kind === 'formula') sheet.put(row, column, null, typed.value);
  else if (typed.kind === 'empty') sheet.put(row, column, null, null);
  else {
    sheet.put(row, column, typed.value, null);
    if (typed.kind === 'number') giveFormat(row, column, typed.format);
  }
}

/**
 * Writes values as a script does: each string is read as if it were typed. Throws, and changes nothing, when a
 * validation that rejects refuses a cell or a text is too long.
 */
export function writeValues(sheet: Sheet, range: Rect, values: readonly (readonly Input[])[]): void {
  guarded(sheet, range, () => {
    const { typing } = sheet.workbook;
    for (let offset = 0; offset < range.bottom - range.top; offset += 1) {
      const row = sheet.writable(range.top + offset);
      const line = values[offset] ?? [];
      for (let index = 0; index < range.right - range.left; index += 1) {
        writeCell(sheet, row, range.left + index, line[index] ?? null, typing);
      }
    }
  });
}

/** Writes the same value in each cell. */
export function writeValue(sheet: Sheet, range: Rect, value: Input): void {
  guarded(sheet, range, () => {
    const { typing } = sheet.workbook;
    for (let index = range.top; index < range.bottom; index += 1) {
      const row = sheet.writable(index);
      for (let column = range.left; column < range.right; column += 1) writeCell(sheet, row, column, value, typing);
    }
  });
}

/** Writes formulas; a text that is empty clears the cell. */
export function writeFormulas(sheet: Sheet, range: Rect, formulaAt: (row: number, column: number) => string): void {
  for (let index = range.top; index < range.bottom; index += 1) {
    const row = sheet.writable(index);
    for (let column = range.left; column < range.right; column += 1) {
      const text = formulaAt(index - range.top, column - range.left);
      if (text === '') sheet.put(row, column, null, null);
      else sheet.put(row, column, null, text.startsWith('=') ? text : `=${text}`);
    }
  }
  sheet.touch(true);
}

function guarded(sheet: Sheet, range: Rect, write: () => void): void {
  const before = mayReject(sheet, range) ? takeBlock(sheet, range) : null;
  try {
    write();
  } catch (error) {
    if (before) placeBlock(sheet, range.top, range.left, before, undefined, false);
    throw error;
  } finally {
    sheet.touch(true);
  }
  const violation = before && firstViolation(sheet, range);
  if (!violation) return;
  placeBlock(sheet, range.top, range.left, before, undefined, false);
  throw new SheetError(violationText(sheet, violation));
}
