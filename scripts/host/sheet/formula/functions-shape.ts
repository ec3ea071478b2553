import { CellError, type Computed } from '../row.ts';
import { restyle, type Style } from '../style.ts';
import { parseTyped } from '../typed.ts';
import {
  arrayArgument,
  booleanArgument,
  isGiven,
  numberArgument,
  type RangeFunction,
  textArgument,
  wholeArgument,
} from './arguments.ts';
import { chance } from './chance.ts';
import type { Evaluation } from './evaluate.ts';
import type { Node } from './parse.ts';
import { regularExpression } from './regular-expression.ts';
import {
  arranged,
  type Conventions,
  cellsOf,
  ERRORS,
  type Matrix,
  matrixOf,
  toNumber,
  toText,
  transposed,
} from './value.ts';

function matrices(evaluation: Evaluation, args: readonly Node[]): Matrix[] {
  return args.map((_, index) => arrayArgument(evaluation, args, index));
}

/** Below each other; what is narrower is filled with #N/A. */
function stacked(parts: readonly Matrix[]): Matrix {
  const columns = Math.max(...parts.map((part) => part.columns));
  const rows = parts.flatMap((part) => Array.from({ length: part.rows }, (_, row) => ({ part, row })));
  return arranged(rows.length, columns, (row, column) => {
    const from = rows[row];
    return from && column < from.part.columns ? [from.part, from.row, column] : ERRORS.notAvailable;
  });
}

/** The cells in one column, by rows or by columns. `ignore`: 1 leaves out empty cells, 2 errors, 3 both. */
function inOneColumn(matrix: Matrix, ignore: number, byColumn: boolean): Matrix {
  const source = byColumn ? transposed(matrix) : matrix;
  const places: [number, number][] = [];
  for (let row = 0; row < source.rows; row += 1) {
    for (let column = 0; column < source.columns; column += 1) {
      const value = source.at(row, column);
      if (ignore % 2 === 1 && value === null) continue;
      if (ignore >= 2 && value instanceof CellError) continue;
      places.push([row, column]);
    }
  }
  return arranged(places.length, 1, (row) => {
    const [fromRow = 0, fromColumn = 0] = places[row] ?? [];
    return [source, fromRow, fromColumn];
  });
}

function toColumn(evaluation: Evaluation, args: readonly Node[]): Matrix {
  const ignore = wholeArgument(evaluation, args, 1, 0);
  return inOneColumn(arrayArgument(evaluation, args, 0), ignore, booleanArgument(evaluation, args, 2, false));
}

/** A line broken into rows of a width; the last is filled up with #N/A or the third argument. */
function wrapped(evaluation: Evaluation, args: readonly Node[]): Matrix {
  const line = inOneColumn(arrayArgument(evaluation, args, 0), 0, false);
  const width = wholeArgument(evaluation, args, 1, 1);
  if (width < 1) throw ERRORS.number;
  const filling = isGiven(args, 2) ? arrayArgument(evaluation, args, 2) : null;
  return arranged(Math.ceil(line.rows / width), width, (row, column) => {
    const index = row * width + column;
    if (index < line.rows) return [line, index, 0];
    return filling ? [filling, 0, 0] : ERRORS.notAvailable;
  });
}

/** Rows chosen by numbers from 1, or from -1 backwards. */
function chosenRows(evaluation: Evaluation, matrix: Matrix, args: readonly Node[]): Matrix {
  const rows = matrices(evaluation, args).flatMap((part) =>
    [...cellsOf(part)].map((value) => {
      const number = Math.trunc(toNumber(value, evaluation.conventions));
      const row = number < 0 ? matrix.rows + number : number - 1;
      if (number === 0 || row < 0 || row >= matrix.rows) throw ERRORS.value;
      return row;
    }),
  );
  return arranged(rows.length, matrix.columns, (row, column) => [matrix, rows[row] ?? 0, column]);
}

function numbersOf(matrix: Matrix): number[][] {
  return Array.from({ length: matrix.rows }, (_, row) =>
    Array.from({ length: matrix.columns }, (__, column) => {
      const value = matrix.at(row, column);
      if (typeof value !== 'number') throw value instanceof CellError ? value : ERRORS.value;
      return value;
    }),
  );
}

/** The parts of a text; what looks like a number or a date becomes one, as when it is typed. */
function splitText(
  text: string,
  delimiter: string,
  byEach: boolean,
  keepEmpty: boolean,
  conventions: Conventions,
): Matrix {
  const separator = byEach ? new RegExp(`[${delimiter.replace(/[\\\]^-]/g, '\\$&')}]`) : delimiter;
  const parts = text.split(separator).filter((part) => keepEmpty || part !== '');
  if (parts.length === 0) throw ERRORS.value;
  const cells = parts.map((part): { value: Computed; style: Style | null } => {
    const typed = parseTyped(part, conventions);
    if (typed.kind !== 'number') return { value: part, style: null };
    return { value: typed.value, style: typed.format === null ? null : restyle(null, { numberFormat: typed.format }) };
  });
  return {
    rows: 1,
    columns: cells.length,
    at: (_, column) => cells[column]?.value ?? null,
    styleAt: (_, column) => cells[column]?.style ?? null,
  };
}

function split(evaluation: Evaluation, args: readonly Node[]): Matrix {
  const texts = evaluation.array ? arrayArgument(evaluation, args, 0) : matrixOf([[textArgument(evaluation, args, 0)]]);
  const delimiter = textArgument(evaluation, args, 1);
  if (delimiter === '') throw ERRORS.value;
  const byEach = booleanArgument(evaluation, args, 2, true);
  const keepEmpty = !booleanArgument(evaluation, args, 3, true);
  const one = (value: Computed): Matrix =>
    splitText(toText(value, evaluation.conventions), delimiter, byEach, keepEmpty, evaluation.conventions);
  if (texts.rows * texts.columns === 1) return one(texts.at(0, 0));
  const lines = [...cellsOf(texts)].map((value) => (value === null ? matrixOf([[null]]) : one(value)));
  const columns = Math.max(...lines.map((line) => line.columns));
  return arranged(lines.length, columns, (row, column) => {
    const line = lines[row];
    return line && column < line.columns ? [line, 0, column] : null;
  });
}

/** Functions that make arrays or give them another shape, by their English names. */
export const shapeFunctions: Readonly<Record<string, RangeFunction>> = {
  TRANSPOSE: (evaluation, args) => transposed(arrayArgument(evaluation, args, 0)),
  FLATTEN: (evaluation, args) => stacked(matrices(evaluation, args).map((one) => inOneColumn(one, 0, false))),
  VSTACK: (evaluation, args) => stacked(matrices(evaluation, args)),
  HSTACK: (evaluation, args) => transposed(stacked(matrices(evaluation, args).map(transposed))),
  TOCOL: toColumn,
  TOROW: (evaluation, args) => transposed(toColumn(evaluation, args)),
  WRAPROWS: wrapped,
  WRAPCOLS: (evaluation, args) => transposed(wrapped(evaluation, args)),
  CHOOSEROWS: (evaluation, args) => chosenRows(evaluation, arrayArgument(evaluation, args, 0), args.slice(1)),
  CHOOSECOLS: (evaluation, args) =>
    transposed(chosenRows(evaluation, transposed(arrayArgument(evaluation, args, 0)), args.slice(1))),
  ARRAY_CONSTRAIN: (evaluation, args) => {
    const matrix = arrayArgument(evaluation, args, 0);
    const rows = Math.min(matrix.rows, wholeArgument(evaluation, args, 1, 1));
    const columns = Math.min(matrix.columns, wholeArgument(evaluation, args, 2, 1));
    return arranged(rows, columns, (row, column) => [matrix, row, column]);
  },
  SEQUENCE: (evaluation, args) => {
    const rows = wholeArgument(evaluation, args, 0, 1);
    const columns = wholeArgument(evaluation, args, 1, 1);
    if (rows < 1 || columns < 1) throw ERRORS.number;
    const start = numberArgument(evaluation, args, 2, 1);
    const step = numberArgument(evaluation, args, 3, 1);
    return { rows, columns, at: (row, column) => start + step * (row * columns + column) };
  },
  RANDARRAY: (evaluation, args) => ({
    rows: wholeArgument(evaluation, args, 0, 1),
    columns: wholeArgument(evaluation, args, 1, 1),
    at: (row, column) => {
      const { sheet, row: top, column: left } = evaluation.place;
      return chance({ sheet, row: top + row, column: left + column });
    },
  }),
  MMULT: (evaluation, args) => {
    const left = numbersOf(arrayArgument(evaluation, args, 0));
    const right = numbersOf(arrayArgument(evaluation, args, 1));
    if (left[0]?.length !== right.length) throw ERRORS.value;
    return matrixOf(
      left.map((line) =>
        (right[0] ?? []).map((_, column) =>
          line.reduce((sum, one, index) => sum + one * (right[index]?.[column] ?? 0), 0),
        ),
      ),
    );
  },
  FREQUENCY: (evaluation, args) => {
    const numbers = (index: number): number[] =>
      [...cellsOf(arrayArgument(evaluation, args, index))].filter((value) => typeof value === 'number');
    const bounds = numbers(1).sort((a, b) => a - b);
    const counts = Array.from({ length: bounds.length + 1 }, () => 0);
    for (const number of numbers(0)) {
      const found = bounds.findIndex((bound) => number <= bound);
      const at = found < 0 ? bounds.length : found;
      counts[at] = (counts[at] ?? 0) + 1;
    }
    return matrixOf(counts.map((count) => [count]));
  },
  SPLIT: split,
  REGEXEXTRACT: (evaluation, args) =>
    evaluation.lift(
      args.map((arg) => evaluation.value(arg)),
      ([text = null, source = null]) => {
        const { conventions } = evaluation;
        const found = regularExpression(toText(source, conventions)).exec(toText(text, conventions));
        if (!found) throw ERRORS.notAvailable;
        return found.length > 2 ? matrixOf([found.slice(1).map((one) => one ?? '')]) : (found[1] ?? found[0]);
      },
    ),
};
