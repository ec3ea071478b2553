import type { DataValidation, DataValidationOperator } from '@cj-tech-master/excelts';
import { cellName, columnName, OPEN_END, parseAddress, quoteSheetName, type Rect } from '../address.ts';
import type { CriteriaValue, Validation } from '../rules.ts';
import type { Sheet } from '../sheet.ts';
import type { Workbook } from '../workbook.ts';
import { fromFileFormula, LAST_ROW, toFileFormula } from './formula-dialect.ts';

/** The hidden sheet that holds lists which a file cannot write in the validation itself (commas, 255 characters). */
export const LISTS_SHEET = '_listor';

const OPERATORS: Readonly<Record<string, DataValidationOperator>> = {
  BETWEEN: 'between',
  NOT_BETWEEN: 'notBetween',
  EQUAL_TO: 'equal',
  NOT_EQUAL_TO: 'notEqual',
  GREATER_THAN: 'greaterThan',
  GREATER_THAN_OR_EQUAL_TO: 'greaterThanOrEqual',
  LESS_THAN: 'lessThan',
  LESS_THAN_OR_EQUAL_TO: 'lessThanOrEqual',
};
const DATE_OPERATORS: Readonly<Record<string, DataValidationOperator>> = {
  BETWEEN: 'between',
  NOT_BETWEEN: 'notBetween',
  EQUAL_TO: 'equal',
  AFTER: 'greaterThan',
  ON_OR_AFTER: 'greaterThanOrEqual',
  BEFORE: 'lessThan',
  ON_OR_BEFORE: 'lessThanOrEqual',
};

/** Lists that need cells of their own, by their text; the value is the column in the sheet of lists. */
export class Lists {
  readonly columns: (readonly string[])[] = [];
  private readonly known = new Map<string, number>();

  place(items: readonly string[]): string {
    const key = JSON.stringify(items);
    let column = this.known.get(key);
    if (column === undefined) {
      column = this.columns.length;
      this.columns.push(items);
      this.known.set(key, column);
    }
    const letters = columnName(column);
    return `${LISTS_SHEET}!$${letters}$1:$${letters}$${items.length}`;
  }
}

function absolute(sheet: string, { top, left, bottom, right }: Rect): string {
  const name = (row: number, column: number): string => `$${columnName(column)}$${row + 1}`;
  return `${quoteSheetName(sheet)}!${name(top, left)}:${name(bottom - 1, right - 1)}`;
}

const plain = (value: CriteriaValue | undefined): number | string => {
  if (typeof value === 'object') return value.date;
  return typeof value === 'number' ? value : String(value ?? '');
};

const quoted = (value: CriteriaValue | undefined): string => `"${String(plain(value)).replaceAll('"', '""')}"`;

function customText(criteria: string, value: CriteriaValue | undefined, cell: string): string | null {
  if (criteria === 'TEXT_CONTAINS') return `ISNUMBER(SEARCH(${quoted(value)},${cell}))`;
  if (criteria === 'TEXT_DOES_NOT_CONTAIN') return `ISERROR(SEARCH(${quoted(value)},${cell}))`;
  if (criteria === 'TEXT_EQUAL_TO') return `${cell}=${quoted(value)}`;
  if (criteria === 'TEXT_IS_VALID_EMAIL') return `ISNUMBER(MATCH("*?@?*.?*",${cell},0))`;
  return criteria === 'TEXT_IS_VALID_URL' ? `ISNUMBER(MATCH("*?.?*",${cell},0))` : null;
}

/** A validation as a file keeps it, for the cell in which it stands; null where a file has no such rule. */
export function toFileValidation(
  sheet: Sheet,
  row: number,
  column: number,
  rule: Validation,
  lists: Lists,
): DataValidation | null {
  const { workbook } = sheet;
  const more = {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: rule.allowInvalid ? 'warning' : 'stop',
    ...(rule.helpText !== null && { showInputMessage: true, prompt: rule.helpText, error: rule.helpText }),
  };
  const [first] = rule.values;
  if (rule.criteria === 'VALUE_IN_LIST' || rule.criteria === 'CHECKBOX') {
    const items =
      rule.criteria === 'CHECKBOX' && rule.values.length === 0 ? ['TRUE', 'FALSE'] : rule.values.map(String);
    const inline = items.join(',');
    const fits = inline.length <= 255 && items.every((item) => !/[",]/.test(item));
    return { type: 'list', formulae: [fits ? `"${inline}"` : lists.place(items)], ...more };
  }
  if (rule.criteria === 'VALUE_IN_RANGE') {
    const source = rule.source && workbook.sheetById(rule.source.sheetId);
    if (!source || !rule.source) return null;
    const { range } = rule.source;
    const bounded = {
      ...range,
      bottom: range.bottom >= OPEN_END ? LAST_ROW : range.bottom,
      right: range.right >= OPEN_END ? source.maxColumns : range.right,
    };
    return { type: 'list', formulae: [absolute(source.name, bounded)], ...more };
  }
  if (rule.criteria === 'CUSTOM_FORMULA') {
    const written = String(first ?? '');
    const formula = toFileFormula(written.startsWith('=') ? written : `=${written}`, workbook.locale);
    return formula === null ? null : { type: 'custom', formulae: [formula], ...more };
  }
  if (rule.criteria === 'DATE_IS_VALID_DATE')
    return { type: 'date', operator: 'greaterThanOrEqual', formulae: [fileDate(1)], ...more };
  const number = rule.criteria.startsWith('NUMBER_') ? OPERATORS[rule.criteria.slice(7)] : undefined;
  const date = rule.criteria.startsWith('DATE_') ? DATE_OPERATORS[rule.criteria.slice(5)] : undefined;
  const operator = number ?? date;
  if (operator) {
    const written = (value: CriteriaValue): Date | number | string =>
      date ? fileDate(Number(plain(value))) : plain(value);
    const formulae = rule.values.map(written);
    return { type: date ? 'date' : 'decimal', operator, formulae, ...more };
  }
  const text = customText(rule.criteria, first, cellName(row, column));
  return text === null ? null : { type: 'custom', formulae: [text], ...more };
}

function keyOf(
  operators: Readonly<Record<string, DataValidationOperator>>,
  operator: string | undefined,
): string | undefined {
  return Object.keys(operators).find((key) => operators[key] === (operator ?? 'between'));
}

/** The moment in UTC that the file library takes for a day. */
function fileDate(day: number): Date {
  return new Date((day - 25_569) * 86_400_000);
}

/** Days since 1899-12-30 out of what the file library gives for a date. */
function serial(value: unknown): number {
  if (value instanceof Date) return Math.round(value.getTime() / 86_400_000) + 25_569;
  return Number(value);
}

const MAIL_FORMULA = /^ISNUMBER\(MATCH\("\*\?@\?\*\.\?\*"/i;
const LINK_FORMULA = /^ISNUMBER\(MATCH\("\*\?\.\?\*"/i;
const CONTAINS_FORMULA = /^ISNUMBER\(SEARCH\("((?:[^"]|"")*)"/i;
const LACKS_FORMULA = /^ISERROR\(SEARCH\("((?:[^"]|"")*)"/i;

/** The values that a comparison takes; other programs write a second one that means nothing. */
function operands<T>(key: string, values: readonly T[]): T[] {
  return values.slice(0, key.includes('BETWEEN') ? 2 : 1);
}

/** A validation of a file as the store keeps it; null for those that check nothing. */
export function fromFileValidation(
  workbook: Workbook,
  own: Sheet,
  rule: DataValidation,
  lists: (column: number) => string[],
): Validation | null {
  if (rule.type === 'any') return null;
  const base = {
    values: [],
    source: null,
    showDropdown: true,
    allowInvalid: rule.errorStyle === 'warning' || rule.errorStyle === 'information' || rule.showErrorMessage === false,
    helpText: rule.prompt ?? null,
  };
  const formulae: unknown[] = rule.formulae;
  const first = String(formulae[0] ?? '');
  if (rule.type === 'list') return { ...base, ...fromList(workbook, own, first, lists) };
  if (rule.type === 'custom') {
    if (MAIL_FORMULA.test(first)) return { ...base, criteria: 'TEXT_IS_VALID_EMAIL' };
    if (LINK_FORMULA.test(first)) return { ...base, criteria: 'TEXT_IS_VALID_URL' };
    const contains = CONTAINS_FORMULA.exec(first)?.[1];
    if (contains !== undefined) return { ...base, criteria: 'TEXT_CONTAINS', values: [contains.replaceAll('""', '"')] };
    const lacks = LACKS_FORMULA.exec(first)?.[1];
    if (lacks !== undefined)
      return { ...base, criteria: 'TEXT_DOES_NOT_CONTAIN', values: [lacks.replaceAll('""', '"')] };
    return { ...base, criteria: 'CUSTOM_FORMULA', values: [fromFileFormula(first, workbook.locale)] };
  }
  if (rule.type === 'date') {
    const values = formulae.map((one) => ({ date: serial(one) }));
    if (rule.operator === 'greaterThanOrEqual' && (values[0]?.date ?? 2) <= 1)
      return { ...base, criteria: 'DATE_IS_VALID_DATE' };
    const key = keyOf(DATE_OPERATORS, rule.operator);
    return key ? { ...base, criteria: `DATE_${key}`, values: operands(key, values) } : null;
  }
  // Lengths have no counterpart, and LibreOffice writes type="none" for what only shows a help text.
  if (rule.type !== 'whole' && rule.type !== 'decimal') return null;
  const key = keyOf(OPERATORS, rule.operator);
  return key ? { ...base, criteria: `NUMBER_${key}`, values: operands(key, formulae.map(Number)) } : null;
}

function fromList(
  workbook: Workbook,
  own: Sheet,
  formula: string,
  lists: (column: number) => string[],
): Pick<Validation, 'criteria' | 'values' | 'source'> {
  if (formula.startsWith('"')) {
    const items = formula.slice(1, -1).split(',');
    if (items.join() === 'TRUE,FALSE') return { criteria: 'CHECKBOX', values: [], source: null };
    return { criteria: 'VALUE_IN_LIST', values: items, source: null };
  }
  const address = parseAddress(formula.replace(/^\$?'?_listor'?\./, `${LISTS_SHEET}!`));
  if (address?.sheetName === LISTS_SHEET)
    return { criteria: 'VALUE_IN_LIST', values: lists(address.left), source: null };
  const source = address?.sheetName ? workbook.sheetByName(address.sheetName) : own;
  if (!address || !source) return { criteria: 'VALUE_IN_LIST', values: [], source: null };
  const { top, left, bottom, right } = address;
  return {
    criteria: 'VALUE_IN_RANGE',
    values: [],
    source: { sheetId: source.id, range: { top, left, bottom: bottom >= LAST_ROW ? OPEN_END : bottom, right } },
  };
}
