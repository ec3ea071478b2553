import type { Computed } from '../row.ts';
import { arrayArgument, asMatrix, given, type RangeFunction, wholeArgument } from './arguments.ts';
import { attempt, type Evaluation, slice } from './evaluate.ts';
import type { Node } from './parse.ts';
import { arranged, ERRORS, type Matrix, matrixOf, type Value } from './value.ts';

/** A function that a formula makes itself: LAMBDA(name; ...; formula), with the names around it. */
export class Lambda {
  private readonly scope: Evaluation;
  private readonly parameters: readonly string[];
  private readonly body: Node;

  constructor(scope: Evaluation, args: readonly Node[]) {
    this.scope = scope;
    this.body = given(args, args.length - 1);
    this.parameters = args.slice(0, -1).map((node) => {
      if (node.type !== 'name') throw ERRORS.value;
      return node.name;
    });
  }

  call(...values: readonly Value[]): Value {
    if (values.length !== this.parameters.length) throw ERRORS.notAvailable;
    const scope = this.parameters.reduce((inner, name, index) => inner.with(name, values[index] ?? null), this.scope);
    return scope.value(this.body);
  }

  /** A result that must be a single value. */
  single(...values: readonly Value[]): Computed {
    const result = asMatrix(this.call(...values));
    if (result.rows !== 1 || result.columns !== 1) throw ERRORS.value;
    return result.at(0, 0);
  }
}

/** Results beside each other and below each other; one that is a row of several values widens the whole. */
function laidOut(results: readonly (readonly Matrix[])[]): Matrix {
  if (results.some((line) => line.some((one) => one.rows !== 1))) throw ERRORS.value;
  const wide = results.some((line) => line.some((one) => one.columns !== 1));
  if (!wide) {
    return arranged(results.length, results[0]?.length ?? 0, (row, column) => {
      const one = results[row]?.[column];
      return one ? [one, 0, 0] : null;
    });
  }
  if (results.some((line) => line.length !== 1)) throw ERRORS.value;
  const width = Math.max(...results.map(([one]) => one?.columns ?? 0));
  return arranged(results.length, width, (row, column) => {
    const one = results[row]?.[0];
    return one && column < one.columns ? [one, 0, column] : null;
  });
}

function last(evaluation: Evaluation, args: readonly Node[]): Lambda {
  return evaluation.lambda(given(args, args.length - 1));
}

function folded(keepAll: boolean): RangeFunction {
  return (evaluation, args) => {
    const lambda = last(evaluation, args);
    let sum = evaluation.value(given(args, 0));
    const matrix = arrayArgument(evaluation, args, 1);
    const steps: Computed[][] = [];
    for (let row = 0; row < matrix.rows; row += 1) {
      const line: Computed[] = [];
      for (let column = 0; column < matrix.columns; column += 1) {
        const next = slice(matrix, row, column, 1, 1);
        if (keepAll) {
          const value = lambda.single(sum, next);
          line.push(value);
          sum = value;
        } else sum = lambda.call(sum, next);
      }
      steps.push(line);
    }
    return keepAll ? matrixOf(steps) : sum;
  };
}

/** LAMBDA and the functions that call one (support.google.com/docs, "LAMBDA function" and its helpers). */
export const lambdaFunctions: Readonly<Record<string, RangeFunction>> = {
  LAMBDA: () => {
    throw ERRORS.notAvailable;
  },
  MAP: (evaluation, args) => {
    const lambda = last(evaluation, args);
    const matrices = args.slice(0, -1).map((_, index) => arrayArgument(evaluation, args, index));
    const [first] = matrices;
    if (!first || matrices.some((one) => one.rows !== first.rows || one.columns !== first.columns))
      throw ERRORS.notAvailable;
    return laidOut(
      Array.from({ length: first.rows }, (_, row) =>
        Array.from({ length: first.columns }, (__, column) =>
          asMatrix(attempt(() => lambda.call(...matrices.map((one) => slice(one, row, column, 1, 1))))),
        ),
      ),
    );
  },
  BYROW: (evaluation, args) => {
    const lambda = last(evaluation, args);
    const matrix = arrayArgument(evaluation, args, 0);
    return laidOut(
      Array.from({ length: matrix.rows }, (_, row) => [
        asMatrix(attempt(() => lambda.call(slice(matrix, row, 0, 1, matrix.columns)))),
      ]),
    );
  },
  BYCOL: (evaluation, args) => {
    const lambda = last(evaluation, args);
    const matrix = arrayArgument(evaluation, args, 0);
    return laidOut([
      Array.from({ length: matrix.columns }, (_, column) =>
        asMatrix(attempt(() => lambda.call(slice(matrix, 0, column, matrix.rows, 1)))),
      ),
    ]);
  },
  REDUCE: folded(false),
  SCAN: folded(true),
  MAKEARRAY: (evaluation, args) => {
    const lambda = last(evaluation, args);
    const rows = wholeArgument(evaluation, args, 0, 1);
    const columns = wholeArgument(evaluation, args, 1, 1);
    if (rows < 1 || columns < 1) throw ERRORS.number;
    return matrixOf(
      Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (__, column) => lambda.single(row + 1, column + 1)),
      ),
    );
  },
};
