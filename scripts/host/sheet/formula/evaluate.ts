import { OPEN_END, type Rect } from '../address.ts';
import { isDateKind } from '../number-format.ts';
import { CellError, type Computed } from '../row.ts';
import type { Sheet } from '../sheet.ts';
import { type Style, styleOf } from '../style.ts';
import { callCustom } from './custom.ts';
import { rangeFunctions } from './functions-range.ts';
import { scalarFunctions } from './functions-scalar.ts';
import { Lambda } from './lambda.ts';
import { callElsewhere } from './other-engine.ts';
import { type Node, type Operator, parseFormula } from './parse.ts';
import { resultStyle } from './result-format.ts';
import {
  arranged,
  type Conventions,
  compare,
  ERRORS,
  isMatrix,
  type Matrix,
  matrixOf,
  toNumber,
  toText,
  type Value,
} from './value.ts';

/** A range of a sheet as a matrix; an open end stops at the sheet's data, beyond which everything is empty. */
export class Area implements Matrix {
  readonly sheet: Sheet;
  readonly range: Rect;
  readonly rows: number;
  readonly columns: number;

  constructor(sheet: Sheet, range: Rect) {
    this.sheet = sheet;
    const bottom = range.bottom >= OPEN_END ? sheet.maxRows : range.bottom;
    const right = range.right >= OPEN_END ? sheet.maxColumns : range.right;
    this.range = { top: range.top, left: range.left, bottom, right };
    this.rows = Math.max(0, bottom - range.top);
    this.columns = Math.max(0, right - range.left);
  }

  at(row: number, column: number): Computed {
    return this.sheet.value(this.range.top + row, this.range.left + column);
  }

  styleAt(row: number, column: number): Style | null {
    return shownStyle(this.sheet, this.range.top + row, this.range.left + column);
  }

  /** How many rows can hold anything, so that whole columns cost no more than their data. */
  get usedRows(): number {
    if (this.sheet.formulaCount > 0) return this.rows;
    return Math.max(0, Math.min(this.rows, this.sheet.rows.length - this.range.top));
  }
}

/** The number format of a cell: its own, or what the result of its formula brings along. */
export function shownStyle(sheet: Sheet, row: number, column: number): Style | null {
  const pattern = sheet.layer('style', row, column)?.fields.numberFormat;
  if (pattern !== undefined) return styleOf({ numberFormat: pattern });
  return sheet.workbook.calculator.resultStyle(sheet, row, column);
}

/** True for more than one cell. */
export function isWide(value: Value): value is Matrix {
  return isMatrix(value) && value.rows * value.columns !== 1;
}

/** A part of a matrix; of a sheet's range a range, so that functions which ask where it lies can tell. */
export function slice(matrix: Matrix, top: number, left: number, rows: number, columns: number): Matrix {
  if (!(matrix instanceof Area)) return arranged(rows, columns, (row, column) => [matrix, top + row, left + column]);
  const { range } = matrix;
  return new Area(matrix.sheet, {
    top: range.top + top,
    left: range.left + left,
    bottom: range.top + top + rows,
    right: range.left + left + columns,
  });
}

/** Where a formula stands, and the variables of LET. */
export interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** Evaluates formulas for one place. `array`: ranges are taken element by element, as inside ARRAYFORMULA. */
export class Evaluation {
  readonly place: Place;
  readonly conventions: Conventions;
  array: boolean;
  /** How a result shows that a function of the script gave as a Date. */
  resultFormat: 'date' | 'dateTime' | undefined;
  private readonly variables: ReadonlyMap<string, Value | Lambda>;

  constructor(
    place: Place,
    conventions: Conventions,
    array = false,
    variables: ReadonlyMap<string, Value | Lambda> = new Map(),
  ) {
    this.place = place;
    this.conventions = conventions;
    this.array = array;
    this.variables = variables;
  }

  parse(formula: string): Node {
    return parseFormula(formula, this.conventions.locale);
  }

  with(name: string, value: Value | Lambda): Evaluation {
    return new Evaluation(
      this.place,
      this.conventions,
      this.array,
      new Map(this.variables).set(name.toLowerCase(), value),
    );
  }

  /** Runs with ranges taken element by element. */
  inArray<T>(run: () => T): T {
    const before = this.array;
    this.array = true;
    try {
      return run();
    } finally {
      this.array = before;
    }
  }

  value(node: Node): Value {
    switch (node.type) {
      case 'value':
        return node.value;
      case 'error':
        throw new CellError(node.code);
      case 'reference':
        return this.area(node.sheetName, node.range);
      case 'name':
        return this.named(node.name);
      case 'unary':
        return this.lift([this.value(node.operand)], ([operand = null]) =>
          node.operator === '-' ? 0 - toNumber(operand, this.conventions) : operand,
        );
      case 'percent':
        return this.lift([this.value(node.operand)], ([operand = null]) => toNumber(operand, this.conventions) / 100);
      case 'binary':
        return this.lift([this.value(node.left), this.value(node.right)], ([left = null, right = null]) =>
          this.operate(node.operator, left, right),
        );
      case 'array':
        return this.inArray(() => this.stack(node.rows));
      case 'call':
        return this.call(node.name, node.args);
      case 'apply':
        return this.lambda(node.target).call(...node.args.map((arg) => this.value(arg)));
    }
  }

  /** The value as one cell; a wider range gives the cell in the formula's own row or column, as Sheets does. */
  scalar(node: Node): Computed {
    return this.reduce(this.value(node));
  }

  reduce(value: Value): Computed {
    if (!isMatrix(value)) return value;
    if (value.rows === 1 && value.columns === 1) return value.at(0, 0);
    if (value instanceof Area) {
      const { row, column } = this.place;
      if (value.columns === 1 && row >= value.range.top && row < value.range.bottom)
        return value.at(row - value.range.top, 0);
      if (value.rows === 1 && column >= value.range.left && column < value.range.right)
        return value.at(0, column - value.range.left);
      throw ERRORS.value;
    }
    return value.at(0, 0);
  }

  /** True when the formula would show a date or a time in a cell without a format. */
  showsDate(node: Node): boolean {
    const kind = resultStyle(this, node, this.value(node))?.format?.kind;
    return kind !== undefined && isDateKind(kind);
  }

  matrix(node: Node): Matrix {
    const value = this.value(node);
    return isMatrix(value) ? value : matrixOf([[value]]);
  }

  /** The function that LAMBDA, or a name that LET or LAMBDA gave one, stands for. */
  lambda(node: Node): Lambda {
    if (node.type === 'call' && node.name === 'LAMBDA') return new Lambda(this, node.args);
    const known = node.type === 'name' ? this.variables.get(node.name.toLowerCase()) : undefined;
    if (!(known instanceof Lambda)) throw ERRORS.value;
    return known;
  }

  /** What a name shall stand for: a function stays one. */
  bound(node: Node): Value | Lambda {
    const known = node.type === 'name' ? this.variables.get(node.name.toLowerCase()) : undefined;
    if (known instanceof Lambda || (node.type === 'call' && node.name === 'LAMBDA')) return this.lambda(node);
    return this.value(node);
  }

  area(sheetName: string | null, range: Rect): Area {
    const { workbook } = this.place.sheet;
    const sheet = sheetName === null ? this.place.sheet : workbook.sheetByName(sheetName);
    if (!sheet) throw ERRORS.reference;
    return new Area(sheet, range);
  }

  private named(name: string): Value {
    const lower = name.toLowerCase();
    const variable = this.variables.get(lower);
    // A function that is not called has no value.
    if (variable instanceof Lambda) throw ERRORS.notAvailable;
    if (variable !== undefined) return variable;
    const { workbook } = this.place.sheet;
    const found = workbook.records.namedRanges.find((one) => one.name.toLowerCase() === lower);
    const sheet = found && workbook.sheetById(found.sheetId);
    if (!found || !sheet) throw ERRORS.name;
    return new Area(sheet, found.range);
  }

  private call(name: string, args: readonly Node[]): Value {
    const own = this.variables.get(name.toLowerCase());
    if (own instanceof Lambda) return own.call(...args.map((arg) => this.value(arg)));
    const scalar = scalarFunctions[name];
    if (scalar) {
      return this.lift(
        args.map((arg) => attempt(() => this.value(arg))),
        (values) => scalar(values, { ...this.conventions, place: this.place }),
      );
    }
    const range = rangeFunctions[name];
    if (range) return range(this, args);
    const custom = callCustom(this, name, () => args.map((arg) => this.value(arg)));
    if (custom !== undefined) return custom;
    return callElsewhere(
      name,
      args.map((arg) => this.value(arg)),
    );
  }

  /** Applies a function of single values; element by element where that is asked for. */
  lift(values: readonly Value[], apply: (values: readonly Computed[]) => Value): Value {
    const matrices = this.array ? values.filter(isWide) : [];
    if (matrices.length === 0) return apply(values.map((value) => attempt(() => this.reduce(value))));
    const rows = Math.max(...matrices.map((one) => one.rows));
    const columns = Math.max(...matrices.map((one) => one.columns));
    const cells = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => {
        const found = attempt(() => apply(values.map((value) => element(value, row, column))));
        return isMatrix(found) ? found : matrixOf([[found]]);
      }),
    );
    return arranged(rows, columns, (row, column) => {
      const cell = cells[row]?.[column];
      return cell ? [cell, 0, 0] : null;
    });
  }

  private operate(operator: Operator, left: Computed, right: Computed): Computed {
    if (operator === '&') return toText(left, this.conventions) + toText(right, this.conventions);
    if (operator === '=') return compare(left, right) === 0;
    if (operator === '<>') return compare(left, right) !== 0;
    if (operator === '<') return compare(left, right) < 0;
    if (operator === '>') return compare(left, right) > 0;
    if (operator === '<=') return compare(left, right) <= 0;
    if (operator === '>=') return compare(left, right) >= 0;
    const a = toNumber(left, this.conventions);
    const b = toNumber(right, this.conventions);
    if (operator === '+') return a + b;
    if (operator === '-') return a - b;
    if (operator === '*') return a * b;
    if (operator === '^') return finite(a ** b);
    if (b === 0) throw ERRORS.divide;
    return a / b;
  }

  private stack(rows: readonly (readonly Node[])[]): Matrix {
    const lines: Computed[][] = [];
    for (const row of rows) {
      const parts = row.map((node) => this.matrix(node));
      const height = parts[0]?.rows ?? 0;
      if (parts.some((part) => part.rows !== height)) throw ERRORS.value;
      for (let index = 0; index < height; index += 1) {
        const line: Computed[] = [];
        for (const part of parts) {
          for (let column = 0; column < part.columns; column += 1) line.push(part.at(index, column));
        }
        lines.push(line);
      }
    }
    const width = lines[0]?.length ?? 0;
    if (lines.some((line) => line.length !== width)) throw ERRORS.value;
    return matrixOf(lines);
  }
}

function element(value: Value, row: number, column: number): Computed {
  if (!isMatrix(value)) return value;
  const atRow = value.rows === 1 ? 0 : row;
  const atColumn = value.columns === 1 ? 0 : column;
  return atRow < value.rows && atColumn < value.columns ? value.at(atRow, atColumn) : ERRORS.notAvailable;
}

/** The result, or the error as a value. */
export function attempt(run: () => Computed): Computed;
export function attempt(run: () => Value): Value;
export function attempt(run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    if (error instanceof CellError) return error;
    throw error;
  }
}

/** The number, or #NUM! for what is none. */
export function finite(number: number): number {
  if (!Number.isFinite(number)) throw ERRORS.number;
  return number;
}
