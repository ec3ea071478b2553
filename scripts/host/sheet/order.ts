import type { Rect } from './address.ts';
import { type Cell, placeCell, takeBlock } from './block.ts';
import { relocateFormula } from './formula-text.ts';
import { CellError, type Computed } from './row.ts';
import type { Sheet } from './sheet.ts';

export interface SortKey {
  /** Column of the sheet, from 0. */
  readonly column: number;
  readonly ascending: boolean;
}

const collators = new Map<string, Intl.Collator>();

/** How text is ordered in a locale: without regard to case. */
export function collatorOf(locale: string): Intl.Collator {
  let collator = collators.get(locale);
  if (!collator) {
    collator = new Intl.Collator(locale.replace('_', '-'), { sensitivity: 'accent' });
    collators.set(locale, collator);
  }
  return collator;
}

function rank(value: Computed): number {
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  if (typeof value === 'boolean') return 2;
  return 3;
}

/** Order of two values that are not empty: numbers, text, FALSE before TRUE, errors. */
export function compareValues(a: Computed, b: Computed, collator: Intl.Collator): number {
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference;
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b);
  if (a instanceof CellError || b instanceof CellError) return 0;
  return Number(a) - Number(b);
}

function isBlank(value: Computed): boolean {
  return value === null || value === '';
}

/** The order of the rows after sorting: `order[i]` is the offset of the row that comes to place i. Empty cells come last. */
export function sortOrder(sheet: Sheet, range: Rect, keys: readonly SortKey[]): number[] {
  const collator = collatorOf(sheet.workbook.records.locale);
  const columns = keys.map((key) => {
    const values: Computed[] = [];
    for (let row = range.top; row < range.bottom; row += 1) values.push(sheet.value(row, key.column));
    return values;
  });
  const order = Array.from({ length: range.bottom - range.top }, (_, index) => index);
  return order.sort((a, b) => {
    for (let index = 0; index < keys.length; index += 1) {
      const first = columns[index]?.[a] ?? null;
      const second = columns[index]?.[b] ?? null;
      if (isBlank(first) || isBlank(second)) {
        if (isBlank(first) !== isBlank(second)) return isBlank(first) ? 1 : -1;
        continue;
      }
      const difference = compareValues(first, second, collator);
      if (difference !== 0) return keys[index]?.ascending ? difference : -difference;
    }
    return a - b;
  });
}

/** Puts the rows of a rectangle in the given order, with values, looks, notes and validations; formulas follow their row. */
export function permuteRows(sheet: Sheet, range: Rect, order: readonly number[]): void {
  const block = takeBlock(sheet, range);
  order.forEach((from, to) => {
    if (from === to) return;
    const line: readonly Cell[] = block.cells[from] ?? [];
    line.forEach((cell, offset) => {
      const formula = cell.formula && relocateFormula(cell.formula, to - from, 0);
      placeCell(sheet, range.top + to, range.left + offset, formula === cell.formula ? cell : { ...cell, formula });
    });
  });
  sheet.touch(true);
}

/** The rows that carry data below the frozen rows, over all columns: what sorting a sheet sorts. */
export function sortableArea(sheet: Sheet): Rect {
  const size = sheet.dataSize();
  const top = sheet.records.frozenRows;
  return { top, left: 0, bottom: Math.max(top, size.rows), right: sheet.maxColumns };
}
