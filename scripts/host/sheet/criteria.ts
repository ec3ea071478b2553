import { displayText } from './display.ts';
import { isDateKind } from './number-format.ts';
import { CellError, type Computed } from './row.ts';
import type { Condition, CriteriaValue } from './rules.ts';
import type { Sheet } from './sheet.ts';
import type { Style } from './style.ts';

const RELATIVE: Readonly<Record<string, number>> = {
  TODAY: 0,
  TOMORROW: 1,
  YESTERDAY: -1,
  PAST_WEEK: -7,
  PAST_MONTH: -30,
  PAST_YEAR: -365,
};
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const URL_SHAPE = /^(https?:\/\/|ftp:\/\/|mailto:|www\.)?[^\s/$.?#].[^\s]*\.[^\s]{2,}$/i;

function numberOf(value: CriteriaValue | undefined): number {
  if (typeof value === 'object') return value.date;
  return typeof value === 'number' ? value : Number(value);
}

function textOf(value: CriteriaValue | undefined): string {
  return typeof value === 'object' ? String(value.date) : String(value ?? '').toLowerCase();
}

/**
 * Whether a cell's value meets a condition, by the name of the criteria in BooleanCriteria or DataValidationCriteria.
 * Lists, ranges, tick boxes and formulas are not judged here. Text is compared without regard to case.
 * To be equal to several values is to be equal to any of them; to be equal to none of them, to differ from each.
 */
export function meets(condition: Condition, value: Computed, style: Style | null, sheet: Sheet): boolean {
  const [first, second] = condition.values;
  const { criteria } = condition;
  if (criteria.endsWith('_EQUAL_TO') && condition.values.length > 1) {
    const fits = (one: CriteriaValue): boolean => meets({ criteria, values: [one] }, value, style, sheet);
    return criteria.endsWith('_NOT_EQUAL_TO') ? condition.values.every(fits) : condition.values.some(fits);
  }
  if (criteria === 'CELL_EMPTY') return value === null || value === '';
  if (criteria === 'CELL_NOT_EMPTY') return value !== null && value !== '';
  if (value instanceof CellError) return false;
  if (criteria.startsWith('NUMBER_'))
    return typeof value === 'number' && meetsNumber(criteria.slice(7), value, numberOf(first), numberOf(second));
  if (criteria.startsWith('DATE_')) {
    if (typeof value !== 'number' || !style?.format || !isDateKind(style.format.kind)) return false;
    return meetsDate(criteria.slice(5), value, first, second, sheet.workbook.today());
  }
  if (criteria.startsWith('TEXT_')) {
    return meetsText(criteria.slice(5), displayText(value, style, sheet.workbook.locale).toLowerCase(), textOf(first));
  }
  return true;
}

function meetsNumber(test: string, value: number, low: number, high: number): boolean {
  if (test === 'BETWEEN') return value >= low && value <= high;
  if (test === 'NOT_BETWEEN') return value < low || value > high;
  if (test === 'EQUAL_TO') return value === low;
  if (test === 'NOT_EQUAL_TO') return value !== low;
  if (test === 'GREATER_THAN') return value > low;
  if (test === 'GREATER_THAN_OR_EQUAL_TO') return value >= low;
  if (test === 'LESS_THAN') return value < low;
  return value <= low;
}

function meetsDate(
  test: string,
  value: number,
  first: CriteriaValue | undefined,
  second: CriteriaValue | undefined,
  today: number,
): boolean {
  if (test === 'IS_VALID_DATE') return true;
  const day = Math.floor(value);
  const relative = typeof first === 'string' ? RELATIVE[first] : undefined;
  const low = relative === undefined ? numberOf(first) : today + relative;
  const kind = test.replace('_RELATIVE', '');
  if (kind === 'BETWEEN') return day >= low && day <= numberOf(second);
  if (kind === 'NOT_BETWEEN') return day < low || day > numberOf(second);
  if (kind === 'EQUAL_TO') return relative !== undefined && relative < -1 ? day >= low && day <= today : day === low;
  if (kind === 'NOT_EQUAL_TO') return day !== low;
  if (kind === 'AFTER') return day > low;
  if (kind === 'BEFORE') return day < low;
  return kind === 'ON_OR_AFTER' ? day >= low : day <= low;
}

function meetsText(test: string, text: string, wanted: string): boolean {
  if (test === 'CONTAINS') return text.includes(wanted);
  if (test === 'DOES_NOT_CONTAIN') return !text.includes(wanted);
  if (test === 'EQUAL_TO') return text === wanted;
  if (test === 'NOT_EQUAL_TO') return text !== wanted;
  if (test === 'STARTS_WITH') return text.startsWith(wanted);
  if (test === 'ENDS_WITH') return text.endsWith(wanted);
  if (test === 'IS_VALID_EMAIL') return EMAIL.test(text);
  return URL_SHAPE.test(text);
}
