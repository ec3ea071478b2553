import { collatorOf, compareValues } from '../order.ts';
import { CellError, type Computed } from '../row.ts';
import type { Evaluation } from './evaluate.ts';
import type { RangeFunction } from './functions-range.ts';
import type { Node } from './parse.ts';
import { cellsOf, ERRORS, type Matrix, matrixOf, toBoolean, toNumber, toText } from './value.ts';

function needed(args: readonly Node[], index: number): Node {
  const node = args[index];
  if (!node) throw ERRORS.notAvailable;
  return node;
}

function rowsOf(matrix: Matrix): Computed[][] {
  return Array.from({ length: matrix.rows }, (_, row) =>
    Array.from({ length: matrix.columns }, (_, column) => matrix.at(row, column)),
  );
}

function number(evaluation: Evaluation, args: readonly Node[], index: number, otherwise: number): number {
  const node = args[index];
  return node ? toNumber(evaluation.scalar(node), evaluation.conventions) : otherwise;
}

function holds(value: Computed): boolean {
  return value instanceof CellError ? false : toBoolean(value);
}

/** Functions whose result is an array that spills into the cells beside and below, by their English names. */
export const arrayFunctions: Readonly<Record<string, RangeFunction>> = {
  ARRAYFORMULA: (evaluation, args) => evaluation.inArray(() => evaluation.value(needed(args, 0))),
  FILTER: (evaluation, args) =>
    evaluation.inArray(() => {
      const matrix = evaluation.matrix(needed(args, 0));
      const tests = args.slice(1).map((arg) => evaluation.matrix(arg));
      const byColumn = tests[0] !== undefined && tests[0].rows === 1 && matrix.rows !== 1;
      const rows = rowsOf(matrix);
      if (byColumn) {
        const kept = (_: Computed, column: number): boolean => tests.every((test) => holds(test.at(0, column)));
        const found = rows.map((row) => row.filter(kept));
        if ((found[0]?.length ?? 0) === 0) throw ERRORS.notAvailable;
        return matrixOf(found);
      }
      if (tests.some((test) => test.rows !== matrix.rows)) throw ERRORS.notAvailable;
      const found = rows.filter((_, row) => tests.every((test) => holds(test.at(row, 0))));
      if (found.length === 0) throw ERRORS.notAvailable;
      return matrixOf(found);
    }),
  UNIQUE: (evaluation, args) => {
    const seen = new Set<string>();
    const found = rowsOf(evaluation.matrix(needed(args, 0))).filter((row) => {
      const key = JSON.stringify(row);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
    return matrixOf(found);
  },
  SORT: (evaluation, args) => {
    const rows = rowsOf(evaluation.matrix(needed(args, 0)));
    const keys: { column: number; direction: number }[] = [];
    for (let index = 1; index < Math.max(args.length, 2); index += 2) {
      const upwards = args[index + 1] ? toBoolean(evaluation.scalar(needed(args, index + 1))) : true;
      keys.push({ column: number(evaluation, args, index, 1) - 1, direction: upwards ? 1 : -1 });
    }
    const collator = collatorOf(evaluation.conventions.locale.name);
    rows.sort((a, b) => {
      for (const { column, direction } of keys) {
        const [first = null, second = null] = [a[column], b[column]];
        if (first === null || second === null) {
          if (first !== second) return first === null ? 1 : -1;
          continue;
        }
        const difference = compareValues(first, second, collator) * direction;
        if (difference !== 0) return difference;
      }
      return 0;
    });
    return matrixOf(rows);
  },
  TRANSPOSE: (evaluation, args) => {
    const matrix = evaluation.inArray(() => evaluation.matrix(needed(args, 0)));
    return { rows: matrix.columns, columns: matrix.rows, at: (row, column) => matrix.at(column, row) };
  },
  FLATTEN: (evaluation, args) =>
    matrixOf(
      args.flatMap((arg) => [...cellsOf(evaluation.inArray(() => evaluation.matrix(arg)))].map((value) => [value])),
    ),
  SEQUENCE: (evaluation, args) => {
    const rows = number(evaluation, args, 0, 1);
    const columns = number(evaluation, args, 1, 1);
    const start = number(evaluation, args, 2, 1);
    const step = number(evaluation, args, 3, 1);
    return { rows, columns, at: (row, column) => start + step * (row * columns + column) };
  },
  SPLIT: (evaluation, args) => {
    const text = toText(evaluation.scalar(needed(args, 0)), evaluation.conventions);
    const delimiter = toText(evaluation.scalar(needed(args, 1)), evaluation.conventions);
    const byEach = args[2] ? toBoolean(evaluation.scalar(args[2])) : true;
    const escaped = delimiter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const parts = text.split(byEach ? new RegExp(`[${delimiter.replace(/[\\\]^-]/g, '\\$&')}]`) : new RegExp(escaped));
    const keepEmpty = args[3] ? !toBoolean(evaluation.scalar(args[3])) : false;
    return matrixOf([keepEmpty ? parts : parts.filter((part) => part !== '')]);
  },
};
