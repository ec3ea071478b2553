import { cellName, type Rect } from './address.ts';
import { meets } from './criteria.ts';
import { displayAt } from './display.ts';
import { relocateFormula } from './formula-text.ts';
import { CellError, type Computed } from './row.ts';
import type { CriteriaValue, Validation } from './rules.ts';
import type { Sheet } from './sheet.ts';

/** A cell whose content its validation refuses. */
export interface Violation {
  readonly row: number;
  readonly column: number;
  readonly rule: Validation;
}

/** Sets (or with null removes) a validation on cells. A formula is written as for the first cell and follows. */
export function setValidation(sheet: Sheet, range: Rect, rule: Validation | null): void {
  const [formula] = rule?.values ?? [];
  const follows = rule?.criteria === 'CUSTOM_FORMULA' && typeof formula === 'string';
  for (let row = range.top; row < range.bottom; row += 1) {
    for (let column = range.left; column < range.right; column += 1) {
      const own =
        rule && follows ? { ...rule, values: [relocateFormula(formula, row - range.top, column - range.left)] } : rule;
      sheet.setLayer('validation', row, column, own);
    }
  }
  sheet.touch(false);
}

/** Whether what the cell shows now satisfies the rule. An empty cell always does, as in Sheets. */
export function satisfies(sheet: Sheet, row: number, column: number, rule: Validation): boolean {
  const value = sheet.value(row, column);
  if (value === null || value === '') return true;
  if (rule.criteria === 'CHECKBOX') return isTickValue(rule, value);
  if (rule.criteria === 'VALUE_IN_LIST') return inList(rule.values, value, displayAt(sheet, row, column));
  if (rule.criteria === 'VALUE_IN_RANGE') return inRange(sheet, rule, value, displayAt(sheet, row, column));
  if (rule.criteria === 'CUSTOM_FORMULA') {
    const result = sheet.workbook.calculator.evaluate(sheet, row, column, String(rule.values[0] ?? ''));
    return result === true || (typeof result === 'number' && result !== 0);
  }
  return meets(rule, value, sheet.layer('style', row, column), sheet);
}

/** The values of a tick box: checked and unchecked. */
export function tickValues(rule: Validation): readonly [CriteriaValue, CriteriaValue | null] {
  const [checked, unchecked] = rule.values;
  if (checked === undefined) return [true, false];
  return [checked, unchecked ?? null];
}

function isTickValue(rule: Validation, value: Computed): boolean {
  const [checked, unchecked] = tickValues(rule);
  return value === checked || value === unchecked;
}

function inList(list: readonly CriteriaValue[], value: Computed, shown: string): boolean {
  return list.some((item) => item === value || String(item) === shown);
}

function inRange(sheet: Sheet, rule: Validation, value: Computed, shown: string): boolean {
  return allowedCells(sheet, rule).some((one) => one.value === value || one.shown === shown);
}

function allowedCells(sheet: Sheet, rule: Validation): { value: Computed; shown: string }[] {
  const source = rule.source && sheet.workbook.sheetById(rule.source.sheetId);
  if (!source || !rule.source) return [];
  const { top, left, bottom, right } = rule.source.range;
  const cells: { value: Computed; shown: string }[] = [];
  for (let row = top; row < Math.min(bottom, source.rows.length); row += 1) {
    for (let column = left; column < Math.min(right, source.maxColumns); column += 1) {
      const value = source.value(row, column);
      if (value !== null && value !== '' && !(value instanceof CellError))
        cells.push({ value, shown: displayAt(source, row, column) });
    }
  }
  return cells;
}

/** The choices of a list or range validation as the drop-down shows them; null for other rules. */
export function choicesOf(sheet: Sheet, rule: Validation): string[] | null {
  if (rule.criteria === 'VALUE_IN_LIST') return rule.values.map(String);
  if (rule.criteria === 'VALUE_IN_RANGE') return [...new Set(allowedCells(sheet, rule).map((one) => one.shown))];
  return null;
}

/** The first cell of the rectangle with content that its validation rejects outright. */
export function firstViolation(sheet: Sheet, range: Rect): Violation | null {
  for (let row = range.top; row < Math.min(range.bottom, sheet.rows.length); row += 1) {
    const rules = sheet.row(row)?.layers.validation;
    if (!rules) continue;
    for (let column = range.left; column < Math.min(range.right, rules.length); column += 1) {
      const rule = rules[column];
      if (rule && !rule.allowInvalid && !satisfies(sheet, row, column, rule)) return { row, column, rule };
    }
  }
  return null;
}

/** True when some cell of the rectangle has a validation that rejects, so that a write must be judged. */
export function mayReject(sheet: Sheet, range: Rect): boolean {
  for (let row = range.top; row < Math.min(range.bottom, sheet.rows.length); row += 1) {
    const rules = sheet.row(row)?.layers.validation;
    if (!rules) continue;
    for (let column = range.left; column < Math.min(range.right, rules.length); column += 1) {
      if (rules[column] && !rules[column]?.allowInvalid) return true;
    }
  }
  return false;
}

/** The text of the exception that a script meets when it writes what a validation rejects. */
export function violationText(sheet: Sheet, { row, column, rule }: Violation): string {
  const start = `The data you entered in cell ${cellName(row, column)} violates the data validation rules set on this cell.`;
  if (rule.helpText) return `${start} ${rule.helpText}`;
  const choices = choicesOf(sheet, rule);
  return choices ? `${start} Please enter one of the following values: ${choices.join(', ')}.` : start;
}

/** What a person reads when her input is refused, in the language of the workbook. */
export function refusalText(sheet: Sheet, { row, column, rule }: Violation): string {
  if (rule.helpText) return rule.helpText;
  if (!sheet.workbook.records.locale.startsWith('sv')) return violationText(sheet, { row, column, rule });
  return `De data som du angav i cell ${cellName(row, column)} strider mot reglerna för datavalidering som gäller för cellen.`;
}
