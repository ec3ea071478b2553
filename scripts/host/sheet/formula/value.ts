import type { SheetLocale } from '../locale.ts';
import { automaticText } from '../number-format.ts';
import { CellError, type Computed } from '../row.ts';
import type { Style } from '../style.ts';
import { parseTyped } from '../typed.ts';

/** A rectangle of values: a range of a sheet, or an array that a function made. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  at(row: number, column: number): Computed;
  /** The number format that a value from a cell brings along; undefined for a value that was computed. */
  styleAt?(row: number, column: number): Style | null | undefined;
}

export type Value = Computed | Matrix;

export const ERRORS = {
  value: new CellError('#VALUE!'),
  notAvailable: new CellError('#N/A'),
  divide: new CellError('#DIV/0!'),
  reference: new CellError('#REF!'),
  number: new CellError('#NUM!'),
  name: new CellError('#NAME?'),
  syntax: new CellError('#ERROR!'),
} as const;

export function isMatrix(value: Value): value is Matrix {
  return typeof value === 'object' && value !== null && !(value instanceof CellError);
}

/** A matrix over rows of values. */
export function matrixOf(values: readonly (readonly Computed[])[]): Matrix {
  return {
    rows: values.length,
    columns: values[0]?.length ?? 0,
    at: (row, column) => values[row]?.[column] ?? null,
  };
}

/** Where a cell of an arrangement comes from; a value of its own for what fills up. */
type Source = readonly [matrix: Matrix, row: number, column: number] | CellError | null;

/** Cells of other matrices in a new arrangement; their number formats come along. */
export function arranged(rows: number, columns: number, source: (row: number, column: number) => Source): Matrix {
  return {
    rows,
    columns,
    at: (row, column) => {
      const from = source(row, column);
      return Array.isArray(from) ? from[0].at(from[1], from[2]) : from instanceof CellError ? from : null;
    },
    styleAt: (row, column) => {
      const from = source(row, column);
      return Array.isArray(from) ? from[0].styleAt?.(from[1], from[2]) : null;
    },
  };
}

/** Some rows of a matrix, in the order of their indexes. */
export function rowsAt(matrix: Matrix, indexes: readonly number[]): Matrix {
  return arranged(indexes.length, matrix.columns, (row, column) => [matrix, indexes[row] ?? -1, column]);
}

export function transposed(matrix: Matrix): Matrix {
  return arranged(matrix.columns, matrix.rows, (row, column) => [matrix, column, row]);
}

/** All values, row by row. */
export function* cellsOf(matrix: Matrix): Generator<Computed> {
  for (let row = 0; row < matrix.rows; row += 1) {
    for (let column = 0; column < matrix.columns; column += 1) yield matrix.at(row, column);
  }
}

/** What conversions depend on. */
export interface Conventions {
  readonly locale: SheetLocale;
  readonly year: number;
}

/** The number that a value counts as. Throws the value when it is an error, #VALUE! when it is other text. */
export function toNumber(value: Computed, conventions: Conventions): number {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof CellError) throw value;
  if (value === '') return 0;
  const typed = parseTyped(value, conventions);
  if (typed.kind === 'number') return typed.value;
  throw ERRORS.value;
}

export function toText(value: Computed, conventions: Conventions): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (value instanceof CellError) throw value;
  if (typeof value === 'number') return automaticText(value, conventions.locale);
  return value ? conventions.locale.yes : conventions.locale.no;
}

export function toBoolean(value: Computed): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === null) return false;
  if (value instanceof CellError) throw value;
  const upper = value.toUpperCase();
  if (upper === 'TRUE') return true;
  if (upper === 'FALSE' || upper === '') return false;
  throw ERRORS.value;
}

function rank(value: Computed): number {
  if (typeof value === 'number') return 0;
  return typeof value === 'string' ? 1 : 2;
}

/** Compares as the operators < = > do: numbers before text before booleans, text without regard to case. */
export function compare(a: Computed, b: Computed): number {
  if (a instanceof CellError) throw a;
  if (b instanceof CellError) throw b;
  const left = a ?? blankLike(b);
  const right = b ?? blankLike(a);
  const difference = rank(left) - rank(right);
  if (difference !== 0) return difference;
  if (typeof left === 'string' && typeof right === 'string') {
    const first = left.toLowerCase();
    const second = right.toLowerCase();
    return first === second ? 0 : first < second ? -1 : 1;
  }
  return Number(left) - Number(right);
}

function blankLike(other: Computed): string | number | boolean {
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}

/** One key for values that an exact look-up holds equal: text without regard to case. */
export function lookupKey(value: Computed): string | number | boolean | null {
  if (typeof value === 'string') return `t${value.toLowerCase()}`;
  return value instanceof CellError ? null : value;
}

/** A pattern with * and ? (and ~ before a literal one) as a regular expression; null without such signs. */
export function wildcard(text: string): RegExp | null {
  if (!/[*?~]/.test(text)) return null;
  const source = text.replace(/~([*?~])|[*]|[?]|[.+^${}()|[\]\\]/g, (sign, literal: string | undefined) => {
    if (literal) return `\\${literal}`;
    if (sign === '*') return '[\\s\\S]*';
    return sign === '?' ? '[\\s\\S]' : `\\${sign}`;
  });
  return new RegExp(`^${source}$`, 'i');
}

const CRITERION = /^(<>|<=|>=|<|>|=)?([\s\S]*)$/;

/** The test of COUNTIF, SUMIF and their kin for a criterion such as ">5", "<>", "a*" or a plain value. */
export function criterion(wanted: Computed, conventions: Conventions): (value: Computed) => boolean {
  if (typeof wanted !== 'string') {
    const target = wanted ?? 0;
    return (value) =>
      !(value instanceof CellError) && value !== null && rank(value) === rank(target) && compare(value, target) === 0;
  }
  const [, operator = '=', rest = ''] = CRITERION.exec(wanted) ?? [];
  const typed = parseTyped(rest, conventions);
  const target = typed.kind === 'number' || typed.kind === 'boolean' ? typed.value : rest;
  if (operator === '=' || operator === '<>') {
    const pattern = typeof target === 'string' ? wildcard(target) : null;
    const equal = (value: Computed): boolean => {
      if (value instanceof CellError) return false;
      if (target === '') return value === null || (wanted === '' && value === '');
      if (pattern) return typeof value === 'string' && pattern.test(value);
      return value !== null && rank(value) === rank(target) && compare(value, target) === 0;
    };
    return operator === '=' ? equal : (value) => !equal(value);
  }
  return (value) => {
    if (value === null || value instanceof CellError || rank(value) !== rank(target)) return false;
    const difference = compare(value, target);
    if (operator === '<') return difference < 0;
    if (operator === '<=') return difference <= 0;
    return operator === '>' ? difference > 0 : difference >= 0;
  };
}
