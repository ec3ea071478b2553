import { meets } from './criteria.ts';
import { displayAt } from './display.ts';
import { relocateFormula } from './formula-text.ts';
import type { Condition, FilterColumn } from './rules.ts';
import type { Sheet } from './sheet.ts';

/** The colours of a cell that nobody has coloured. */
const PLAIN = { background: '#ffffff', fontColor: '#000000' };

/** Hides the rows that the sheet's filter does not show, and shows the others. The first row of its range is the header. */
export function applyFilter(sheet: Sheet): void {
  const { filter, rowSizes } = sheet.records;
  rowSizes.forEach((size, index) => {
    if (size?.filtered) sheet.setSize('rows', index, { filtered: false });
  });
  if (filter && filter.columns.size > 0) {
    const bottom = Math.min(filter.range.bottom, sheet.maxRows);
    for (let row = filter.range.top + 1; row < bottom; row += 1) {
      for (const [column, criteria] of filter.columns) {
        if (shows(sheet, row, column, criteria)) continue;
        sheet.setSize('rows', row, { filtered: true });
        break;
      }
    }
  }
  sheet.touch(false);
}

function shows(sheet: Sheet, row: number, column: number, criteria: FilterColumn): boolean {
  const shown = displayAt(sheet, row, column);
  if (criteria.hiddenValues.includes(shown)) return false;
  if (criteria.visibleValues && !criteria.visibleValues.includes(shown)) return false;
  const { visibleColor } = criteria;
  if (visibleColor) {
    const own = sheet.layer('style', row, column)?.fields[visibleColor.of];
    if ((own ?? PLAIN[visibleColor.of]) !== visibleColor.hex) return false;
  }
  return (
    !criteria.condition ||
    holds(sheet, row, column, criteria.condition, row - (sheet.records.filter?.range.top ?? 0) - 1)
  );
}

/** Whether the cell meets the condition; a formula is written as for the first of `offset` rows and follows. */
export function holds(
  sheet: Sheet,
  row: number,
  column: number,
  condition: Condition,
  offset: number,
  columns = 0,
): boolean {
  if (condition.criteria === 'CUSTOM_FORMULA') {
    const formula = relocateFormula(String(condition.values[0] ?? ''), offset, columns);
    const result = sheet.workbook.calculator.evaluate(sheet, row, column, formula);
    return result === true || (typeof result === 'number' && result !== 0);
  }
  return meets(condition, sheet.value(row, column), sheet.layer('style', row, column), sheet);
}
