import { collatorOf, compareValues } from '../order.ts';
import { CellError, type Computed } from '../row.ts';
import { arrayArgument, booleanArgument, given, isGiven, type RangeFunction, wholeArgument } from './arguments.ts';
import type { Evaluation } from './evaluate.ts';
import type { Node } from './parse.ts';
import { ERRORS, type Matrix, rowsAt, toBoolean, toNumber, transposed } from './value.ts';

function holds(value: Computed): boolean {
  return value instanceof CellError ? false : toBoolean(value);
}

function indexesOf(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** A row as one key: rows with the same key are equal, capitals included. */
function rowKey(matrix: Matrix, row: number): string {
  return JSON.stringify(
    indexesOf(matrix.columns).map((column) => {
      const value = matrix.at(row, column);
      return value instanceof CellError ? { error: value.code } : value;
    }),
  );
}

function filter(matrix: Matrix, tests: readonly Matrix[]): Matrix {
  const [first] = tests;
  if (!first) throw ERRORS.notAvailable;
  if (first.rows === 1 && first.columns === matrix.columns && matrix.rows !== 1)
    return transposed(filter(transposed(matrix), tests.map(transposed)));
  if (tests.some((test) => test.rows !== matrix.rows || test.columns !== 1)) throw ERRORS.notAvailable;
  const kept = indexesOf(matrix.rows).filter((row) => tests.every((test) => holds(test.at(row, 0))));
  if (kept.length === 0) throw ERRORS.notAvailable;
  return rowsAt(matrix, kept);
}

/** The distinct rows in the order in which they first come; with `once` those that come only once. */
function unique(matrix: Matrix, once: boolean): Matrix {
  const places = new Map<string, number[]>();
  for (let row = 0; row < matrix.rows; row += 1) {
    const key = rowKey(matrix, row);
    const known = places.get(key);
    if (known) known.push(row);
    else places.set(key, [row]);
  }
  const kept = [...places.values()].filter((rows) => !once || rows.length === 1).map(([row = 0]) => row);
  if (kept.length === 0) throw ERRORS.notAvailable;
  return rowsAt(matrix, kept);
}

type RowOrder = (a: number, b: number) => number;

/** The order that pairs of arguments ask for: a column, by number or as a range of its own, and whether upwards. */
function rowOrder(evaluation: Evaluation, matrix: Matrix, args: readonly Node[]): RowOrder {
  const keys: { at: (row: number) => Computed; direction: number }[] = [];
  for (let index = 0; index < args.length; index += 2) {
    const key = arrayArgument(evaluation, args, index);
    const direction = booleanArgument(evaluation, args, index + 1, true) ? 1 : -1;
    if (key.rows === matrix.rows && key.columns === 1 && key.rows > 1) {
      keys.push({ at: (row) => key.at(row, 0), direction });
      continue;
    }
    const column = Math.trunc(toNumber(key.at(0, 0), evaluation.conventions)) - 1;
    if (column < 0 || column >= matrix.columns) throw ERRORS.value;
    keys.push({ at: (row) => matrix.at(row, column), direction });
  }
  const collator = collatorOf(evaluation.conventions.locale.name);
  return (a, b) => {
    for (const { at, direction } of keys) {
      const [first, second] = [at(a), at(b)];
      if (first === null || second === null) {
        if (first !== second) return first === null ? 1 : -1;
        continue;
      }
      const difference = compareValues(first, second, collator) * direction;
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

function sortedRows(matrix: Matrix, order: RowOrder): number[] {
  return indexesOf(matrix.rows).sort(order);
}

/** SORTN: ties 0 cuts after n rows, 1 keeps what equals the last, 2 takes n distinct, 3 takes n distinct with all their equals. */
function firstSorted(matrix: Matrix, count: number, ties: number, order: RowOrder): Matrix {
  const rows = sortedRows(matrix, order);
  if (ties === 0) return rowsAt(matrix, rows.slice(0, count));
  const kept: number[] = [];
  let distinct = 0;
  let before: number | null = null;
  for (const row of rows) {
    const isNew = before === null || order(before, row) !== 0;
    before = row;
    if (isNew) distinct += 1;
    if (ties === 1 ? isNew && kept.length >= count : distinct > count) break;
    if (ties !== 2 || isNew) kept.push(row);
  }
  return rowsAt(matrix, kept);
}

/** Functions that pick and order rows, by their English names (support.google.com/docs/table/25273, "Filter" and "Array"). */
export const arrayFunctions: Readonly<Record<string, RangeFunction>> = {
  ARRAYFORMULA: (evaluation, args) => evaluation.inArray(() => evaluation.value(given(args, 0))),
  FILTER: (evaluation, args) =>
    filter(
      arrayArgument(evaluation, args, 0),
      args.slice(1).map((_, index) => arrayArgument(evaluation, args, index + 1)),
    ),
  UNIQUE: (evaluation, args) => {
    const matrix = arrayArgument(evaluation, args, 0);
    const once = booleanArgument(evaluation, args, 2, false);
    return booleanArgument(evaluation, args, 1, false)
      ? transposed(unique(transposed(matrix), once))
      : unique(matrix, once);
  },
  SORT: (evaluation, args) => {
    const matrix = arrayArgument(evaluation, args, 0);
    const keys = args.length > 1 ? args.slice(1) : FIRST_COLUMN;
    return rowsAt(matrix, sortedRows(matrix, rowOrder(evaluation, matrix, keys)));
  },
  SORTN: (evaluation, args) => {
    const matrix = arrayArgument(evaluation, args, 0);
    const keys = isGiven(args, 3) ? args.slice(3) : FIRST_COLUMN;
    const count = wholeArgument(evaluation, args, 1, 1);
    return firstSorted(matrix, count, wholeArgument(evaluation, args, 2, 0), rowOrder(evaluation, matrix, keys));
  },
};

const FIRST_COLUMN: readonly Node[] = [{ type: 'value', value: 1 }];
