import { CellError, type Computed } from '../row.ts';
import { booleanArgument, given, numberArgument, type RangeFunction, wholeArgument } from './arguments.ts';
import { Area, type Evaluation, finite } from './evaluate.ts';
import type { Node } from './parse.ts';
import { cellsOf, criterion, ERRORS, isMatrix, type Matrix, matrixOf, toNumber, type Value } from './value.ts';

/** Numbers of the arguments: all of a range's numbers, and single values as numbers. Errors are thrown. */
export function numbers(evaluation: Evaluation, args: readonly Node[]): number[] {
  const found: number[] = [];
  for (const arg of args) {
    const value = evaluation.value(arg);
    if (!isMatrix(value)) {
      if (value !== null) found.push(toNumber(value, evaluation.conventions));
      continue;
    }
    for (const cell of usedCells(value)) {
      if (cell instanceof CellError) throw cell;
      if (typeof cell === 'number') found.push(cell);
    }
  }
  return found;
}

/** The cells that can hold anything; a whole column costs no more than its data. */
function* usedCells(matrix: Matrix): Generator<Computed> {
  if (!(matrix instanceof Area)) {
    yield* cellsOf(matrix);
    return;
  }
  const rows = matrix.usedRows;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < matrix.columns; column += 1) yield matrix.at(row, column);
  }
}

export function values(evaluation: Evaluation, args: readonly Node[]): Computed[] {
  return args.flatMap((arg) => {
    const value = evaluation.value(arg);
    return isMatrix(value) ? [...usedCells(value)] : [value];
  });
}

function aggregate(apply: (found: readonly number[]) => number): RangeFunction {
  return (evaluation, args) => finite(apply(numbers(evaluation, args)));
}

function sum(found: readonly number[]): number {
  return found.reduce((total, one) => total + one, 0);
}

function average(found: readonly number[]): number {
  if (found.length === 0) throw ERRORS.divide;
  return sum(found) / found.length;
}

function largest(found: readonly number[]): number {
  return found.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
}

function smallest(found: readonly number[]): number {
  return found.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
}

function ascending(found: readonly number[]): number[] {
  return [...found].sort((a, b) => a - b);
}

function percentile(found: readonly number[], share: number): number {
  const sorted = ascending(found);
  if (sorted.length === 0) throw ERRORS.number;
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? 0;
  return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at));
}

function variance(found: readonly number[], divisor: number): number {
  if (divisor < 1) throw ERRORS.divide;
  const middle = average(found);
  return sum(found.map((one) => (one - middle) ** 2)) / divisor;
}

function nth(found: readonly number[], position: number): number {
  const value = found[position - 1];
  if (value === undefined) throw ERRORS.number;
  return value;
}

function percentileOf(parts: number): RangeFunction {
  return (evaluation, args) =>
    percentile(numbers(evaluation, args.slice(0, 1)), numberArgument(evaluation, args, 1, 0) / parts);
}

function mode(found: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const one of found) counts.set(one, (counts.get(one) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  if (most < 2) throw ERRORS.notAvailable;
  return [...counts].find(([, count]) => count === most)?.[0] ?? 0;
}

interface Test {
  readonly matrix: Matrix;
  readonly test: (value: Computed) => boolean;
}

/** The offsets of the cells that pass all tests, each on its own range. */
function* matching(tests: readonly Test[]): Generator<[number, number]> {
  const first = tests[0]?.matrix;
  if (!first) throw ERRORS.notAvailable;
  if (tests.some(({ matrix }) => matrix.rows !== first.rows || matrix.columns !== first.columns)) throw ERRORS.value;
  const needsAll = tests.every(({ test }) => test(null));
  const rows =
    first instanceof Area && !needsAll
      ? Math.max(...tests.map(({ matrix }) => (matrix instanceof Area ? matrix.usedRows : matrix.rows)))
      : first.rows;
  for (let row = 0; row < Math.min(rows, first.rows); row += 1) {
    for (let column = 0; column < first.columns; column += 1) {
      if (tests.every(({ matrix, test }) => test(matrix.at(row, column)))) yield [row, column];
    }
  }
}

/** COUNTIF, SUMIFS and their kin: pairs of range and criterion; criteria that are lists give a list inside ARRAYFORMULA. */
function criteria(evaluation: Evaluation, pairs: readonly Node[], apply: (tests: readonly Test[]) => Computed): Value {
  const matrices: Matrix[] = [];
  const wanted: Value[] = [];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    matrices.push(evaluation.matrix(given(pairs, index)));
    wanted.push(evaluation.value(given(pairs, index + 1)));
  }
  return evaluation.lift(wanted, (values) =>
    apply(
      matrices.map((matrix, index) => ({ matrix, test: criterion(values[index] ?? null, evaluation.conventions) })),
    ),
  );
}

/** SUMIF and its kin: one range with a criterion, and perhaps another range that is summed. */
function oneCriterion(apply: (found: readonly number[]) => number): RangeFunction {
  return (evaluation, args) => {
    const target = evaluation.matrix(args[2] ?? given(args, 0));
    return criteria(evaluation, args.slice(0, 2), (tests) => finite(apply(picked(target, tests))));
  };
}

function manyCriteria(apply: (found: readonly number[]) => number): RangeFunction {
  return (evaluation, args) => {
    const target = evaluation.matrix(given(args, 0));
    return criteria(evaluation, args.slice(1), (tests) => finite(apply(picked(target, tests))));
  };
}

function picked(target: Matrix, tests: readonly Test[]): number[] {
  const found: number[] = [];
  for (const [row, column] of matching(tests)) {
    const value = target.at(row, column);
    if (value instanceof CellError) throw value;
    if (typeof value === 'number') found.push(value);
  }
  return found;
}

function countMatching(tests: readonly Test[]): number {
  let count = 0;
  for (const _place of matching(tests)) count += 1;
  return count;
}

function distinct(found: readonly Computed[]): number {
  return new Set(found.filter((value) => value !== null && value !== '').map((value) => `${typeof value}${value}`))
    .size;
}

/** Numbers where text counts as 0 and TRUE as 1: AVERAGEA and its kin. */
function counted(evaluation: Evaluation, args: readonly Node[]): number[] {
  return values(evaluation, args)
    .filter((value) => value !== null)
    .map((value) => {
      if (value instanceof CellError) throw value;
      return typeof value === 'string' ? 0 : Number(value);
    });
}

/** The pairs of two lists where both are numbers. */
function paired(
  evaluation: Evaluation,
  args: readonly Node[],
): { readonly first: number[]; readonly second: number[] } {
  const [left, right] = [evaluation.matrix(given(args, 0)), evaluation.matrix(given(args, 1))];
  const [lefts, rights] = [[...cellsOf(left)], [...cellsOf(right)]];
  if (lefts.length !== rights.length) throw ERRORS.notAvailable;
  const first: number[] = [];
  const second: number[] = [];
  lefts.forEach((one, index) => {
    const other = rights[index];
    if (typeof one !== 'number' || typeof other !== 'number') return;
    first.push(one);
    second.push(other);
  });
  if (first.length === 0) throw ERRORS.divide;
  return { first, second };
}

function covariance(first: readonly number[], second: readonly number[]): number {
  const [a, b] = [average(first), average(second)];
  return sum(first.map((one, index) => (one - a) * ((second[index] ?? 0) - b))) / first.length;
}

function correlation(first: readonly number[], second: readonly number[]): number {
  return covariance(first, second) / Math.sqrt(variance(first, first.length) * variance(second, second.length));
}

function rank(average: boolean): RangeFunction {
  return (evaluation, args) => {
    const value = toNumber(evaluation.scalar(given(args, 0)), evaluation.conventions);
    const found = numbers(evaluation, args.slice(1, 2));
    const same = found.filter((one) => one === value).length;
    if (same === 0) throw ERRORS.notAvailable;
    const upwards = booleanArgument(evaluation, args, 2, false);
    const place = 1 + found.filter((one) => (upwards ? one < value : one > value)).length;
    return average ? place + (same - 1) / 2 : place;
  };
}

/** SUBTOTAL: the function by its number; other subtotals in the range are left out, and from 101 on hidden rows too. */
function subtotal(evaluation: Evaluation, args: readonly Node[]): Value {
  const code = wholeArgument(evaluation, args, 0, 0);
  const name = SUBTOTALS[(code > 100 ? code - 100 : code) - 1];
  const apply = name && statisticsFunctions[name];
  if (!apply) throw ERRORS.value;
  const kept: Computed[] = [];
  for (const arg of args.slice(1)) {
    const area = evaluation.value(arg);
    if (!(area instanceof Area)) throw ERRORS.notAvailable;
    const { sheet, range } = area;
    for (let row = range.top; row < range.top + area.usedRows; row += 1) {
      const { hidden, filtered } = sheet.rowSize(row);
      if (filtered || (hidden && code > 100)) continue;
      for (let column = range.left; column < range.right; column += 1) {
        if (/^=SUBTOTAL\(/i.test(sheet.layer('formula', row, column) ?? '')) continue;
        const value = sheet.value(row, column);
        if (value instanceof CellError) throw value;
        kept.push(value);
      }
    }
  }
  const cells = evaluation.with(SUBTOTAL_CELLS, matrixOf(kept.map((value) => [value])));
  return apply(cells, [{ type: 'name', name: SUBTOTAL_CELLS }]);
}

/** No name that a formula can write. */
const SUBTOTAL_CELLS = ' cells';
const SUBTOTALS = ['AVERAGE', 'COUNT', 'COUNTA', 'MAX', 'MIN', 'PRODUCT', 'STDEV', 'STDEVP', 'SUM', 'VAR', 'VARP'];

/** Functions that count, sum and compare, by their English names. */
export const statisticsFunctions: Readonly<Record<string, RangeFunction>> = {
  SUM: aggregate(sum),
  AVERAGE: aggregate(average),
  MIN: aggregate((found) => (found.length > 0 ? smallest(found) : 0)),
  MAX: aggregate((found) => (found.length > 0 ? largest(found) : 0)),
  PRODUCT: aggregate((found) => found.reduce((product, one) => product * one, 1)),
  MEDIAN: aggregate((found) => percentile(found, 0.5)),
  STDEV: aggregate((found) => Math.sqrt(variance(found, found.length - 1))),
  'STDEV.S': aggregate((found) => Math.sqrt(variance(found, found.length - 1))),
  'STDEV.P': aggregate((found) => Math.sqrt(variance(found, found.length))),
  STDEVP: aggregate((found) => Math.sqrt(variance(found, found.length))),
  VAR: aggregate((found) => variance(found, found.length - 1)),
  'VAR.S': aggregate((found) => variance(found, found.length - 1)),
  'VAR.P': aggregate((found) => variance(found, found.length)),
  VARP: aggregate((found) => variance(found, found.length)),
  SUMSQ: aggregate((found) => sum(found.map((one) => one * one))),
  MODE: aggregate(mode),
  'MODE.SNGL': aggregate(mode),
  COUNT: (evaluation, args) => values(evaluation, args).filter((value) => typeof value === 'number').length,
  COUNTA: (evaluation, args) => values(evaluation, args).filter((value) => value !== null).length,
  COUNTBLANK: (evaluation, args) => {
    let count = 0;
    for (const cell of cellsOf(evaluation.matrix(given(args, 0)))) if (cell === null || cell === '') count += 1;
    return count;
  },
  COUNTUNIQUE: (evaluation, args) => distinct(values(evaluation, args)),
  COUNTUNIQUEIFS: (evaluation, args) => {
    const target = evaluation.matrix(given(args, 0));
    return criteria(evaluation, args.slice(1), (tests) =>
      distinct([...matching(tests)].map(([row, column]) => target.at(row, column))),
    );
  },
  COUNTIF: (evaluation, args) => criteria(evaluation, args.slice(0, 2), countMatching),
  COUNTIFS: (evaluation, args) => criteria(evaluation, args, countMatching),
  SUMIF: oneCriterion(sum),
  AVERAGEIF: oneCriterion(average),
  SUMIFS: manyCriteria(sum),
  AVERAGEIFS: manyCriteria(average),
  MAXIFS: manyCriteria((found) => (found.length > 0 ? largest(found) : 0)),
  MINIFS: manyCriteria((found) => (found.length > 0 ? smallest(found) : 0)),
  LARGE: (evaluation, args) =>
    nth(
      ascending(numbers(evaluation, args.slice(0, 1))).reverse(),
      toNumber(evaluation.scalar(given(args, 1)), evaluation.conventions),
    ),
  SMALL: (evaluation, args) =>
    nth(
      ascending(numbers(evaluation, args.slice(0, 1))),
      toNumber(evaluation.scalar(given(args, 1)), evaluation.conventions),
    ),
  PERCENTILE: percentileOf(1),
  'PERCENTILE.INC': percentileOf(1),
  QUARTILE: percentileOf(4),
  'QUARTILE.INC': percentileOf(4),
  RANK: rank(false),
  'RANK.EQ': rank(false),
  'RANK.AVG': rank(true),
  SUBTOTAL: subtotal,
  AVERAGEA: (evaluation, args) => average(counted(evaluation, args)),
  MAXA: (evaluation, args) =>
    largest([0, ...counted(evaluation, args)].slice(counted(evaluation, args).length ? 1 : 0)),
  MINA: (evaluation, args) =>
    smallest([0, ...counted(evaluation, args)].slice(counted(evaluation, args).length ? 1 : 0)),
  'AVERAGE.WEIGHTED': (evaluation, args) => {
    const { first, second } = paired(evaluation, args);
    return finite(sum(first.map((one, index) => one * (second[index] ?? 0))) / sum(second));
  },
  CORREL: (evaluation, args) => {
    const { first, second } = paired(evaluation, args);
    return finite(correlation(first, second));
  },
  SLOPE: (evaluation, args) => {
    const { first, second } = paired(evaluation, args);
    return finite(covariance(first, second) / variance(second, second.length));
  },
  INTERCEPT: (evaluation, args) => {
    const { first, second } = paired(evaluation, args);
    return finite(average(first) - (covariance(first, second) / variance(second, second.length)) * average(second));
  },
  SUMPRODUCT: (evaluation, args) =>
    evaluation.inArray(() => {
      const matrices = args.map((arg) => evaluation.matrix(arg));
      const first = matrices[0];
      if (!first) throw ERRORS.notAvailable;
      if (matrices.some((one) => one.rows !== first.rows || one.columns !== first.columns)) throw ERRORS.value;
      let total = 0;
      for (let row = 0; row < first.rows; row += 1) {
        for (let column = 0; column < first.columns; column += 1) {
          total += matrices.reduce((product, one) => {
            const value = one.at(row, column);
            if (value instanceof CellError) throw value;
            return product * (typeof value === 'number' ? value : value === true && matrices.length === 1 ? 1 : 0);
          }, 1);
        }
      }
      return total;
    }),
};
