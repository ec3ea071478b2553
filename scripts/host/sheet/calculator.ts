import { attempt, Evaluation, UnknownFunction } from './formula/evaluate.ts';
import { evaluateElsewhere } from './formula/other-engine.ts';
import { FormulaSyntaxError, type Node, parseFormula } from './formula/parse.ts';
import { resultStyle } from './formula/result-format.ts';
import { ERRORS, isMatrix, lookupKey, type Matrix, type Value } from './formula/value.ts';
import { CellError, type Computed } from './row.ts';
import type { Sheet } from './sheet.ts';
import type { Style } from './style.ts';
import type { Workbook } from './workbook.ts';

interface Result {
  readonly value: Computed;
  readonly style: Style | null;
}

interface Spill {
  readonly cells: Map<number, Computed>;
  rows: number;
  columns: number;
}

const MAY_SPILL = /ARRAYFORMULA|FILTER|UNIQUE|SORT|TRANSPOSE|FLATTEN|SEQUENCE|SPLIT|\{/i;
const TELLS_TIME = /TODAY|NOW|RAND/i;

function cellKey(row: number, column: number): number {
  return row * 20_000 + column;
}

/**
 * Results of formulas. A formula is evaluated when its cell is read, with the cells it needs, and the result is kept
 * until a value changes anywhere in the workbook (or, with TODAY and NOW, until the clock moves).
 */
export class Calculator {
  private readonly workbook: Workbook;
  private readonly results = new Map<Sheet, Map<number, Result>>();
  private readonly spills = new Map<Sheet, Spill>();
  private readonly lookups = new Map<string, ReadonlyMap<string | number | boolean | null, number>>();
  private readonly running = new Set<string>();
  private version = -1;
  private moment = 0;
  private tellsTime = false;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  private refresh(): void {
    const now = this.workbook.host.now();
    if (this.version === this.workbook.valueVersion && (!this.tellsTime || now === this.moment)) return;
    this.version = this.workbook.valueVersion;
    this.moment = now;
    this.tellsTime = false;
    this.results.clear();
    this.spills.clear();
    this.lookups.clear();
  }

  /** The result of the formula in the cell; an error is a value. */
  result(sheet: Sheet, row: number, column: number): Computed {
    return this.resultOf(sheet, row, column).value;
  }

  /** The number format that the result brings along where the cell has none; null for cells without a formula. */
  resultStyle(sheet: Sheet, row: number, column: number): Style | null {
    if (sheet.formulaCount === 0 || !sheet.layer('formula', row, column)) return null;
    return this.resultOf(sheet, row, column).style;
  }

  private resultOf(sheet: Sheet, row: number, column: number): Result {
    this.refresh();
    let known = this.results.get(sheet);
    if (!known) {
      known = new Map();
      this.results.set(sheet, known);
    }
    const key = cellKey(row, column);
    const found = known.get(key);
    if (found) return found;
    const formula = sheet.layer('formula', row, column);
    if (!formula) return { value: null, style: null };
    const mark = `${sheet.id}:${key}`;
    if (this.running.has(mark)) return { value: ERRORS.reference, style: null };
    this.running.add(mark);
    try {
      const result = this.compute(sheet, row, column, formula);
      known.set(key, result);
      return result;
    } finally {
      this.running.delete(mark);
    }
  }

  private compute(sheet: Sheet, row: number, column: number, formula: string): Result {
    if (TELLS_TIME.test(formula)) this.tellsTime = true;
    const evaluation = new Evaluation({ sheet, row, column }, this.workbook.typing);
    let style: Style | null = null;
    const value = attempt(() => {
      const tree = this.parse(formula);
      const found = this.valueOf(evaluation, tree);
      style = resultStyle(evaluation, tree, found);
      if (!isMatrix(found)) return found;
      if (tree.type === 'reference' || tree.type === 'name') return evaluation.reduce(found);
      if (found.rows === 0 || found.columns === 0) return null;
      if (found.rows > 1 || found.columns > 1) this.spill(sheet, row, column, found);
      return found.at(0, 0);
    });
    return { value, style };
  }

  private parse(formula: string): Node {
    try {
      return parseFormula(formula, this.workbook.locale);
    } catch (error) {
      if (error instanceof FormulaSyntaxError) throw new CellError(ERRORS.syntax.code, error.message);
      throw error;
    }
  }

  private valueOf(evaluation: Evaluation, tree: Node): Value {
    try {
      return evaluation.value(tree);
    } catch (error) {
      if (!(error instanceof UnknownFunction)) throw error;
      return evaluateElsewhere(evaluation, tree);
    }
  }

  private spill(sheet: Sheet, top: number, left: number, matrix: Matrix): void {
    const rows = Math.min(matrix.rows, sheet.maxRows - top);
    const columns = Math.min(matrix.columns, sheet.maxColumns - left);
    const spill = this.spills.get(sheet) ?? { cells: new Map<number, Computed>(), rows: 0, columns: 0 };
    const cells: [number, Computed][] = [];
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        if (row === 0 && column === 0) continue;
        if (sheet.row(top + row)?.hasContent(left + column)) {
          throw new CellError('#REF!', 'Array result was not expanded because it would overwrite data');
        }
        cells.push([cellKey(top + row, left + column), matrix.at(row, column)]);
      }
    }
    for (const [key, value] of cells) spill.cells.set(key, value);
    spill.rows = Math.max(spill.rows, top + rows);
    spill.columns = Math.max(spill.columns, left + columns);
    this.spills.set(sheet, spill);
  }

  private spillOf(sheet: Sheet): Spill {
    this.refresh();
    const known = this.spills.get(sheet);
    const mark = `spill:${sheet.id}`;
    if (this.running.has(mark) || this.lookups.has(mark)) return known ?? { cells: new Map(), rows: 0, columns: 0 };
    this.running.add(mark);
    try {
      sheet.rows.forEach((row, index) => {
        row?.layers.formula?.forEach((formula, column) => {
          if (formula && MAY_SPILL.test(formula)) this.resultOf(sheet, index, column);
        });
      });
      this.lookups.set(mark, new Map());
    } finally {
      this.running.delete(mark);
    }
    return this.spills.get(sheet) ?? { cells: new Map(), rows: 0, columns: 0 };
  }

  /** What an array formula elsewhere puts in this cell, which has no content of its own. */
  spilled(sheet: Sheet, row: number, column: number): Computed {
    return this.spillOf(sheet).cells.get(cellKey(row, column)) ?? null;
  }

  /** How far array formulas reach. */
  spillSize(sheet: Sheet): { readonly rows: number; readonly columns: number } {
    return this.spillOf(sheet);
  }

  /** The value of a formula as if it stood in the cell. */
  evaluate(sheet: Sheet, row: number, column: number, formula: string): Computed {
    this.refresh();
    const text = formula.startsWith('=') ? formula : `=${formula}`;
    return this.compute(sheet, row, column, text).value;
  }

  /** Where each value of a line first stands; made once and kept until a value changes. */
  lookup(
    key: string,
    length: number,
    at: (index: number) => Computed,
  ): ReadonlyMap<string | number | boolean | null, number> {
    const known = this.lookups.get(key);
    if (known) return known;
    const made = new Map<string | number | boolean | null, number>();
    for (let index = 0; index < length; index += 1) {
      const value = lookupKey(at(index));
      if (value !== null && !made.has(value)) made.set(value, index);
    }
    this.lookups.set(key, made);
    return made;
  }
}
