import { displayAt } from '../../../scripts/host/sheet/display.ts';
import type { Computed } from '../../../scripts/host/sheet/row.ts';
import { CellError } from '../../../scripts/host/sheet/row.ts';
import type { Sheet } from '../../../scripts/host/sheet/sheet.ts';
import { createWorkbook, type Workbook } from '../../../scripts/host/sheet/workbook.ts';
import { type Input, writeValues } from '../../../scripts/host/sheet/write.ts';

/** Noon of 6 October 2025 in Stockholm. */
export const NOON = Date.UTC(2025, 9, 6, 10);

/** A workbook whose clock can be moved, in a locale and zone. */
export function bookOf(locale = 'sv_SE', timeZone = 'Europe/Stockholm', clock = { now: NOON }): Workbook {
  let random = 0;
  const host = {
    now: () => clock.now,
    randomInteger: (below: number) => {
      random += 7919;
      return random % below;
    },
  };
  return createWorkbook(host, { id: 'book', name: 'Bok', locale, timeZone, owner: 'agare@example.org' });
}

export function firstSheet(book: Workbook): Sheet {
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

/** A sheet with these rows typed in from A1. */
export function sheetOf(rows: readonly (readonly Input[])[], locale = 'sv_SE', timeZone = 'Europe/Stockholm'): Sheet {
  const sheet = firstSheet(bookOf(locale, timeZone));
  type(sheet, rows);
  return sheet;
}

export function type(sheet: Sheet, rows: readonly (readonly Input[])[], top = 0, left = 0): void {
  rows.forEach((line, index) => {
    writeValues(sheet, { top: top + index, left, bottom: top + index + 1, right: left + line.length }, [line]);
  });
}

/** What the cells show, row by row, over the sheet's data. */
export function shown(sheet: Sheet): string[][] {
  const { rows, columns } = sheet.dataSize();
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => displayAt(sheet, row, column)),
  );
}

/** The value that a formula gives in B1 of a sheet that holds the rows from A2 on; errors as their code. */
export function formulaValue(formula: string, rows: readonly (readonly Input[])[] = [], locale = 'sv_SE'): Computed {
  const sheet = firstSheet(bookOf(locale));
  type(sheet, rows, 1);
  type(sheet, [[formula]], 0, 1);
  const value = sheet.value(0, 1);
  return value instanceof CellError ? value.code : value;
}

/** The formula in a cell. */
export function formulaAt(sheet: Sheet, row: number, column: number): string | null {
  return sheet.layer('formula', row, column);
}

/** What a formula in J1 spreads over cells, as they show, beside rows from A1 on; empty rows at the end are left out. */
export function spread(formula: string, rows: readonly (readonly Input[])[] = [], locale = 'sv_SE'): string[][] {
  const sheet = firstSheet(bookOf(locale));
  type(sheet, rows);
  type(sheet, [[formula]], 0, 9);
  const { rows: height, columns } = sheet.dataSize();
  const found = Array.from({ length: height }, (_, row) =>
    Array.from({ length: columns - 9 }, (__, column) => displayAt(sheet, row, column + 9)),
  );
  const last = found.findLastIndex((line) => line.some((text) => text !== ''));
  return found.slice(0, last + 1);
}
