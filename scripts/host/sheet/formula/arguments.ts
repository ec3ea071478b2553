import type { Evaluation } from './evaluate.ts';
import type { Node } from './parse.ts';
import { ERRORS, isMatrix, type Matrix, matrixOf, toBoolean, toNumber, toText, type Value } from './value.ts';

/** A function that takes its arguments unevaluated: ranges, lists of any length, branches. */
export type RangeFunction = (evaluation: Evaluation, args: readonly Node[]) => Value;

/** The argument, without which the function cannot be called. */
export function given(args: readonly Node[], index: number): Node {
  const node = args[index];
  if (!node) throw ERRORS.notAvailable;
  return node;
}

/** True when something stands in the argument's place: "f(x;;y)" leaves the second one out. */
export function isGiven(args: readonly Node[], index: number): boolean {
  const node = args[index];
  return node !== undefined && !(node.type === 'value' && node.value === null);
}

export function numberArgument(
  evaluation: Evaluation,
  args: readonly Node[],
  index: number,
  otherwise: number,
): number {
  return isGiven(args, index) ? toNumber(evaluation.scalar(given(args, index)), evaluation.conventions) : otherwise;
}

export function wholeArgument(evaluation: Evaluation, args: readonly Node[], index: number, otherwise: number): number {
  return Math.trunc(numberArgument(evaluation, args, index, otherwise));
}

export function textArgument(evaluation: Evaluation, args: readonly Node[], index: number): string {
  return toText(evaluation.scalar(given(args, index)), evaluation.conventions);
}

export function booleanArgument(
  evaluation: Evaluation,
  args: readonly Node[],
  index: number,
  otherwise: boolean,
): boolean {
  return isGiven(args, index) ? toBoolean(evaluation.scalar(given(args, index))) : otherwise;
}

/** The argument as a matrix, computed element by element as inside ARRAYFORMULA. */
export function arrayArgument(evaluation: Evaluation, args: readonly Node[], index: number): Matrix {
  return evaluation.inArray(() => evaluation.matrix(given(args, index)));
}

export function asMatrix(value: Value): Matrix {
  return isMatrix(value) ? value : matrixOf([[value]]);
}
