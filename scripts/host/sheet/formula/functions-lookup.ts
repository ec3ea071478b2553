import { CellError, type Computed } from '../row.ts';
import { arrayArgument, booleanArgument, given, isGiven, type RangeFunction, wholeArgument } from './arguments.ts';
import { Area, type Evaluation, slice } from './evaluate.ts';
import type { Node } from './parse.ts';
import { compare, ERRORS, lookupKey, type Matrix, toNumber, type Value, wildcard } from './value.ts';

/** One row or column of a matrix as a list. */
interface Line {
  readonly length: number;
  at(index: number): Computed;
  /** What the index of the line is kept under; null for arrays that functions made. */
  readonly key: string | null;
  readonly area: Area | null;
}

function columnOf(matrix: Matrix, column: number): Line {
  const area = matrix instanceof Area ? matrix : null;
  const length = area ? area.usedRows : matrix.rows;
  const key = area && `${area.sheet.id}:${area.range.top}:${area.range.bottom}:c${area.range.left + column}`;
  return { length, at: (index) => matrix.at(index, column), key, area };
}

function rowOf(matrix: Matrix, row: number): Line {
  const area = matrix instanceof Area ? matrix : null;
  const key = area && `${area.sheet.id}:${area.range.left}:${area.range.right}:r${area.range.top + row}`;
  return { length: matrix.columns, at: (index) => matrix.at(row, index), key, area };
}

function lineOf(matrix: Matrix): Line {
  if (matrix.columns === 1) return columnOf(matrix, 0);
  if (matrix.rows === 1) return rowOf(matrix, 0);
  throw ERRORS.notAvailable;
}

/** Position of the first equal value; -1 when there is none. Each line is indexed once until a cell changes. */
function exact(line: Line, wanted: Computed): number {
  if (wanted instanceof CellError) throw wanted;
  if (wanted === null) return -1;
  const pattern = typeof wanted === 'string' ? wildcard(wanted) : null;
  if (pattern) {
    for (let index = 0; index < line.length; index += 1) {
      const value = line.at(index);
      if (typeof value === 'string' && pattern.test(value)) return index;
    }
    return -1;
  }
  const key = lookupKey(wanted);
  if (key === null) return -1;
  if (line.area && line.key)
    return line.area.sheet.workbook.calculator.lookup(line.key, line.length, line.at).get(key) ?? -1;
  for (let index = 0; index < line.length; index += 1) if (lookupKey(line.at(index)) === key) return index;
  return -1;
}

/** Position of the last value that is not greater (or, descending, not less) than the wanted one in a sorted line; -1 before all. */
function sorted(line: Line, wanted: Computed, descending = false): number {
  if (wanted instanceof CellError) throw wanted;
  let best = -1;
  let low = 0;
  let high = line.length - 1;
  while (low <= high) {
    let middle = (low + high) >> 1;
    const start = middle;
    while (middle <= high && !comparable(line.at(middle), wanted)) middle += 1;
    if (middle > high) {
      high = start - 1;
      continue;
    }
    const difference = compare(line.at(middle), wanted) * (descending ? -1 : 1);
    if (difference <= 0) {
      best = middle;
      low = middle + 1;
    } else high = start - 1;
  }
  return best;
}

function comparable(value: Computed, wanted: Computed): boolean {
  return value !== null && typeof value === typeof wanted;
}

/** Element by element for a list of wanted values inside ARRAYFORMULA. */
function each(evaluation: Evaluation, node: Node, find: (wanted: Computed) => Value): Value {
  return evaluation.lift([evaluation.value(node)], ([wanted = null]) => find(wanted));
}

function tableLookup(vertical: boolean): RangeFunction {
  return (evaluation, args) => {
    const table = evaluation.matrix(given(args, 1));
    const isSorted = booleanArgument(evaluation, args, 3, true);
    const line = vertical ? columnOf(table, 0) : rowOf(table, 0);
    const wanted = evaluation.value(given(args, 0));
    return evaluation.lift([wanted, evaluation.value(given(args, 2))], ([key = null, position = null]) => {
      const index = Math.trunc(toNumber(position, evaluation.conventions)) - 1;
      if (index < 0) throw ERRORS.value;
      if (index >= (vertical ? table.columns : table.rows)) throw ERRORS.reference;
      const at = isSorted ? sorted(line, key) : exact(line, key);
      if (at < 0) throw ERRORS.notAvailable;
      return vertical ? slice(table, at, index, 1, 1) : slice(table, index, at, 1, 1);
    });
  };
}

function match(evaluation: Evaluation, args: readonly Node[]): Value {
  const line = lineOf(evaluation.matrix(given(args, 1)));
  const type = wholeArgument(evaluation, args, 2, 1);
  return each(evaluation, given(args, 0), (wanted) => {
    const at = type === 0 ? exact(line, wanted) : sorted(line, wanted, type < 0);
    if (at < 0) throw ERRORS.notAvailable;
    return at + 1;
  });
}

/** The position by XLOOKUP's match modes: 0 exact, -1 or next smaller, 1 or next larger, 2 with wildcards. */
function extended(line: Line, wanted: Computed, mode: number, backwards: boolean): number {
  if (mode === 0 && !backwards) {
    const key = lookupKey(wanted);
    if (wanted instanceof CellError) throw wanted;
    if (key !== null && line.area && line.key)
      return line.area.sheet.workbook.calculator.lookup(line.key, line.length, line.at).get(key) ?? -1;
  }
  const pattern = mode === 2 && typeof wanted === 'string' ? wildcard(wanted) : null;
  let best = -1;
  for (let step = 0; step < line.length; step += 1) {
    const index = backwards ? line.length - 1 - step : step;
    const value = line.at(index);
    if (
      pattern
        ? typeof value === 'string' && pattern.test(value)
        : value !== null && lookupKey(value) === lookupKey(wanted)
    )
      return index;
    if ((mode !== -1 && mode !== 1) || !comparable(value, wanted)) continue;
    const beyond = compare(value, wanted) * mode;
    if (beyond > 0 && (best < 0 || compare(value, line.at(best)) * mode < 0)) best = index;
  }
  return best;
}

function xlookup(evaluation: Evaluation, args: readonly Node[]): Value {
  const keys = evaluation.matrix(given(args, 1));
  const results = evaluation.matrix(given(args, 2));
  const line = lineOf(keys);
  const mode = wholeArgument(evaluation, args, 4, 0);
  const backwards = wholeArgument(evaluation, args, 5, 1) < 0;
  return each(evaluation, given(args, 0), (wanted) => {
    const at = extended(line, wanted, mode, backwards);
    if (at < 0) {
      if (!isGiven(args, 3)) throw ERRORS.notAvailable;
      return evaluation.value(given(args, 3));
    }
    const vertical = keys.columns === 1 && keys.rows > 1;
    if (vertical)
      return results.columns === 1 ? slice(results, at, 0, 1, 1) : slice(results, at, 0, 1, results.columns);
    return results.rows === 1 ? slice(results, 0, at, 1, 1) : slice(results, 0, at, results.rows, 1);
  });
}

/** Functions that look values up, by their English names. */
export const lookupFunctions: Readonly<Record<string, RangeFunction>> = {
  VLOOKUP: tableLookup(true),
  HLOOKUP: tableLookup(false),
  MATCH: match,
  XLOOKUP: xlookup,
  XMATCH: (evaluation, args) => {
    const line = lineOf(evaluation.matrix(given(args, 1)));
    const mode = wholeArgument(evaluation, args, 2, 0);
    const backwards = wholeArgument(evaluation, args, 3, 1) < 0;
    return each(evaluation, given(args, 0), (wanted) => {
      const at = extended(line, wanted, mode, backwards);
      if (at < 0) throw ERRORS.notAvailable;
      return at + 1;
    });
  },
  LOOKUP: (evaluation, args) => {
    const keys = evaluation.matrix(given(args, 1));
    const results = args[2] ? evaluation.matrix(args[2]) : null;
    const wide = keys.columns > keys.rows;
    const line = wide ? rowOf(keys, 0) : columnOf(keys, 0);
    return each(evaluation, given(args, 0), (wanted) => {
      const at = sorted(line, wanted);
      if (at < 0) throw ERRORS.notAvailable;
      if (!results) return wide ? slice(keys, keys.rows - 1, at, 1, 1) : slice(keys, at, keys.columns - 1, 1, 1);
      return results.rows > 1 ? slice(results, at, 0, 1, 1) : slice(results, 0, at, 1, 1);
    });
  },
  INDEX: (evaluation, args) => {
    const matrix = arrayArgument(evaluation, args, 0);
    let row = wholeArgument(evaluation, args, 1, 0);
    let column = wholeArgument(evaluation, args, 2, 0);
    if (matrix.rows === 1 && args.length < 3) [row, column] = [1, row];
    else if (matrix.columns === 1 && column === 0) column = 1;
    if (row < 0 || column < 0 || row > matrix.rows || column > matrix.columns) throw ERRORS.number;
    if (row > 0 && column > 0) return slice(matrix, row - 1, column - 1, 1, 1);
    if (row > 0) return slice(matrix, row - 1, 0, 1, matrix.columns);
    return column > 0 ? slice(matrix, 0, column - 1, matrix.rows, 1) : matrix;
  },
};
