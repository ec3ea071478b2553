import { parseAddress } from '../address.ts';
import { CellError, type Computed } from '../row.ts';
import { civilOf } from '../zone.ts';
import { Area, type Evaluation, finite } from './evaluate.ts';
import { arrayFunctions } from './functions-array.ts';
import { lookupFunctions } from './functions-lookup.ts';
import type { Node } from './parse.ts';
import { cellsOf, criterion, ERRORS, isMatrix, type Matrix, toBoolean, toNumber, toText, type Value } from './value.ts';

/** A function that takes its arguments unevaluated: ranges, lists of any length, branches. */
export type RangeFunction = (evaluation: Evaluation, args: readonly Node[]) => Value;

/** Numbers of the arguments: all of a range's numbers, and single values as numbers. Errors are thrown. */
function numbers(evaluation: Evaluation, args: readonly Node[]): number[] {
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

function values(evaluation: Evaluation, args: readonly Node[]): Computed[] {
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

/** The offsets of the cells that meet all criteria, given as pairs of range and criterion. */
function* matching(evaluation: Evaluation, pairs: readonly Node[]): Generator<[number, number]> {
  const tests: { matrix: Matrix; test: (value: Computed) => boolean }[] = [];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const [range, wanted] = [pairs[index], pairs[index + 1]];
    if (!range || !wanted) continue;
    tests.push({
      matrix: evaluation.matrix(range),
      test: criterion(evaluation.scalar(wanted), evaluation.conventions),
    });
  }
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

/** SUMIF and its kin: one range with a criterion, and perhaps another range that is summed. */
function oneCriterion(apply: (found: readonly number[]) => number): RangeFunction {
  return (evaluation, [range, wanted, target]) => {
    if (!range || !wanted) throw ERRORS.notAvailable;
    return finite(apply(picked(evaluation, evaluation.matrix(target ?? range), [range, wanted])));
  };
}

function manyCriteria(apply: (found: readonly number[]) => number): RangeFunction {
  return (evaluation, [target, ...pairs]) => {
    if (!target) throw ERRORS.notAvailable;
    return finite(apply(picked(evaluation, evaluation.matrix(target), pairs)));
  };
}

function picked(evaluation: Evaluation, target: Matrix, pairs: readonly Node[]): number[] {
  const found: number[] = [];
  for (const [row, column] of matching(evaluation, pairs)) {
    const value = target.at(row, column);
    if (value instanceof CellError) throw value;
    if (typeof value === 'number') found.push(value);
  }
  return found;
}

function countMatching(evaluation: Evaluation, pairs: readonly Node[]): number {
  let count = 0;
  for (const _place of matching(evaluation, pairs)) count += 1;
  return count;
}

function logical(evaluation: Evaluation, args: readonly Node[]): boolean[] {
  return values(evaluation, args)
    .filter((value) => value !== null && value !== '')
    .map(toBoolean);
}

function given(args: readonly Node[], index: number): Node {
  const node = args[index];
  if (!node) throw ERRORS.notAvailable;
  return node;
}

/** The first value, or what comes instead when it is an error that the test names. */
function instead(handles: (error: CellError) => boolean): RangeFunction {
  return (evaluation, args) => {
    const other = (): Value => (args[1] ? evaluation.value(args[1]) : null);
    try {
      const value = evaluation.value(given(args, 0));
      if (evaluation.array && isMatrix(value) && value.rows * value.columns !== 1) {
        return evaluation.lift([value, other()], ([one = null, replacement = null]) =>
          one instanceof CellError && handles(one) ? replacement : one,
        );
      }
      const one = isMatrix(value) && value.rows * value.columns === 1 ? value.at(0, 0) : value;
      return one instanceof CellError && handles(one) ? other() : value;
    } catch (error) {
      if (error instanceof CellError && handles(error)) return other();
      throw error;
    }
  };
}

function errorOf(evaluation: Evaluation, node: Node): CellError | null {
  try {
    const value = evaluation.scalar(node);
    return value instanceof CellError ? value : null;
  } catch (error) {
    if (error instanceof CellError) return error;
    throw error;
  }
}

function workdays(evaluation: Evaluation, node: Node | undefined): Set<number> {
  return new Set(node ? numbers(evaluation, [node]).map(Math.floor) : []);
}

function isWorkday(day: number, holidays: ReadonlySet<number>): boolean {
  const { weekday } = civilOf(day);
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

const statistics: Record<string, RangeFunction> = {
  SUM: aggregate(sum),
  AVERAGE: aggregate(average),
  MIN: aggregate((found) => (found.length > 0 ? smallest(found) : 0)),
  MAX: aggregate((found) => (found.length > 0 ? largest(found) : 0)),
  PRODUCT: aggregate((found) => found.reduce((product, one) => product * one, 1)),
  MEDIAN: aggregate((found) => percentile(found, 0.5)),
  STDEV: aggregate((found) => Math.sqrt(variance(found, found.length - 1))),
  STDEVP: aggregate((found) => Math.sqrt(variance(found, found.length))),
  VAR: aggregate((found) => variance(found, found.length - 1)),
  VARP: aggregate((found) => variance(found, found.length)),
  SUMSQ: aggregate((found) => sum(found.map((one) => one * one))),
  MODE: aggregate((found) => {
    const counts = new Map<number, number>();
    for (const one of found) counts.set(one, (counts.get(one) ?? 0) + 1);
    const most = Math.max(0, ...counts.values());
    if (most < 2) throw ERRORS.notAvailable;
    return [...counts].find(([, count]) => count === most)?.[0] ?? 0;
  }),
  COUNT: (evaluation, args) => values(evaluation, args).filter((value) => typeof value === 'number').length,
  COUNTA: (evaluation, args) => values(evaluation, args).filter((value) => value !== null).length,
  COUNTBLANK: (evaluation, args) => {
    let count = 0;
    for (const cell of cellsOf(evaluation.matrix(given(args, 0)))) if (cell === null || cell === '') count += 1;
    return count;
  },
  COUNTUNIQUE: (evaluation, args) =>
    new Set(
      values(evaluation, args)
        .filter((value) => value !== null && value !== '')
        .map((value) => `${typeof value}${value}`),
    ).size,
  COUNTIF: (evaluation, args) => countMatching(evaluation, args.slice(0, 2)),
  COUNTIFS: countMatching,
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
  PERCENTILE: (evaluation, args) =>
    percentile(
      numbers(evaluation, args.slice(0, 1)),
      toNumber(evaluation.scalar(given(args, 1)), evaluation.conventions),
    ),
  QUARTILE: (evaluation, args) =>
    percentile(
      numbers(evaluation, args.slice(0, 1)),
      toNumber(evaluation.scalar(given(args, 1)), evaluation.conventions) / 4,
    ),
  RANK: (evaluation, args) => {
    const value = toNumber(evaluation.scalar(given(args, 0)), evaluation.conventions);
    const found = numbers(evaluation, args.slice(1, 2));
    if (!found.includes(value)) throw ERRORS.notAvailable;
    const upwards = args[2] ? toBoolean(evaluation.scalar(args[2])) : false;
    return 1 + found.filter((one) => (upwards ? one < value : one > value)).length;
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

const logic: Record<string, RangeFunction> = {
  IF: (evaluation, args) => {
    const condition = evaluation.value(given(args, 0));
    const branch = (node: Node | undefined, otherwise: Computed): Value => (node ? evaluation.value(node) : otherwise);
    if (evaluation.array && isMatrix(condition) && condition.rows * condition.columns !== 1) {
      return evaluation.lift(
        [condition, branch(args[1], true), branch(args[2], false)],
        ([test = null, yes = null, no = null]) => (toBoolean(test) ? yes : no),
      );
    }
    return toBoolean(evaluation.reduce(condition)) ? branch(args[1], true) : branch(args[2], false);
  },
  IFS: (evaluation, args) => {
    for (let index = 0; index + 1 < args.length; index += 2) {
      if (toBoolean(evaluation.scalar(given(args, index)))) return evaluation.value(given(args, index + 1));
    }
    throw ERRORS.notAvailable;
  },
  SWITCH: (evaluation, args) => {
    const value = evaluation.scalar(given(args, 0));
    let index = 1;
    for (; index + 1 < args.length; index += 2) {
      if (evaluation.scalar(given(args, index)) === value) return evaluation.value(given(args, index + 1));
    }
    return evaluation.value(given(args, index));
  },
  CHOOSE: (evaluation, args) => {
    const index = Math.trunc(toNumber(evaluation.scalar(given(args, 0)), evaluation.conventions));
    if (index < 1 || index >= args.length) throw ERRORS.number;
    return evaluation.value(given(args, index));
  },
  AND: (evaluation, args) => logical(evaluation, args).every(Boolean),
  OR: (evaluation, args) => logical(evaluation, args).some(Boolean),
  XOR: (evaluation, args) => logical(evaluation, args).filter(Boolean).length % 2 === 1,
  IFERROR: instead(() => true),
  IFNA: instead((error) => error.code === '#N/A'),
  ISERROR: (evaluation, args) => errorOf(evaluation, given(args, 0)) !== null,
  ISERR: (evaluation, args) => {
    const error = errorOf(evaluation, given(args, 0));
    return error !== null && error.code !== '#N/A';
  },
  ISNA: (evaluation, args) => errorOf(evaluation, given(args, 0))?.code === '#N/A',
  ISFORMULA: (evaluation, args) => {
    const area = evaluation.value(given(args, 0));
    return area instanceof Area && area.sheet.layer('formula', area.range.top, area.range.left) !== null;
  },
  LET: (evaluation, args) => {
    let scope = evaluation;
    for (let index = 0; index + 1 < args.length; index += 2) {
      const name = given(args, index);
      if (name.type !== 'name') throw ERRORS.name;
      scope = scope.with(name.name, scope.value(given(args, index + 1)));
    }
    return scope.value(given(args, args.length - 1));
  },
};

const text: Record<string, RangeFunction> = {
  CONCATENATE: (evaluation, args) =>
    values(evaluation, args)
      .map((value) => toText(value, evaluation.conventions))
      .join(''),
  JOIN: (evaluation, args) => {
    const separator = toText(evaluation.scalar(given(args, 0)), evaluation.conventions);
    return values(evaluation, args.slice(1))
      .map((value) => toText(value, evaluation.conventions))
      .join(separator);
  },
  TEXTJOIN: (evaluation, args) => {
    const separator = toText(evaluation.scalar(given(args, 0)), evaluation.conventions);
    const skip = toBoolean(evaluation.scalar(given(args, 1)));
    const texts = values(evaluation, args.slice(2)).map((value) => toText(value, evaluation.conventions));
    return (skip ? texts.filter((one) => one !== '') : texts).join(separator);
  },
};

const places: Record<string, RangeFunction> = {
  ROW: (evaluation, args) => {
    const area = args[0] ? evaluation.value(args[0]) : null;
    return (area instanceof Area ? area.range.top : evaluation.place.row) + 1;
  },
  COLUMN: (evaluation, args) => {
    const area = args[0] ? evaluation.value(args[0]) : null;
    return (area instanceof Area ? area.range.left : evaluation.place.column) + 1;
  },
  ROWS: (evaluation, args) => evaluation.matrix(given(args, 0)).rows,
  COLUMNS: (evaluation, args) => evaluation.matrix(given(args, 0)).columns,
  INDIRECT: (evaluation, args) => {
    const written = toText(evaluation.scalar(given(args, 0)), evaluation.conventions);
    const address = parseAddress(written);
    if (address) return evaluation.area(address.sheetName, address);
    return evaluation.value({ type: 'name', name: written });
  },
  OFFSET: (evaluation, args) => {
    const area = evaluation.value(given(args, 0));
    if (!(area instanceof Area)) throw ERRORS.value;
    const at = (index: number, otherwise: number): number =>
      args[index] ? Math.trunc(toNumber(evaluation.scalar(given(args, index)), evaluation.conventions)) : otherwise;
    const top = area.range.top + at(1, 0);
    const left = area.range.left + at(2, 0);
    if (top < 0 || left < 0) throw ERRORS.reference;
    return new Area(area.sheet, { top, left, bottom: top + at(3, area.rows), right: left + at(4, area.columns) });
  },
  NETWORKDAYS: (evaluation, args) => {
    const [start = 0, end = 0] = numbers(evaluation, args.slice(0, 2)).map(Math.floor);
    const holidays = workdays(evaluation, args[2]);
    let count = 0;
    for (let day = Math.min(start, end); day <= Math.max(start, end); day += 1)
      if (isWorkday(day, holidays)) count += 1;
    return start <= end ? count : -count;
  },
  WORKDAY: (evaluation, args) => {
    const [start = 0, count = 0] = numbers(evaluation, args.slice(0, 2)).map(Math.floor);
    const holidays = workdays(evaluation, args[2]);
    let day = start;
    for (let left = Math.abs(count); left > 0; ) {
      day += Math.sign(count);
      if (isWorkday(day, holidays)) left -= 1;
    }
    return day;
  },
};

/** Functions over ranges by their English names. */
export const rangeFunctions: Readonly<Record<string, RangeFunction>> = {
  ...statistics,
  ...logic,
  ...text,
  ...places,
  ...lookupFunctions,
  ...arrayFunctions,
};
