import { attempt, Evaluation } from './formula/evaluate.ts';
import { maySpill } from './formula/may-spill.ts';
import { FormulaSyntaxError, type Node, parseFormula } from './formula/parse.ts';
import { derivedStyle, resultStyle } from './formula/result-format.ts';
import { ERRORS, isMatrix, lookupKey, type Matrix } from './formula/value.ts';
import { CellError, type Computed } from './row.ts';
import type { Sheet } from './sheet.ts';
import type { Style } from './style.ts';
import type { Workbook } from './workbook.ts';

interface Result {
  readonly value: Computed;
  readonly style: Style | null;
}

interface Spill {
  readonly cells: Map<number, Result>;
  rows: number;
  columns: number;
}

const TELLS_TIME = /TODAY|NOW|RAND/i;

function cellKey(row: number, column: number): number {
  return row * 20_000 + column;
}

const markOf = (sheet: Sheet, key: number) => `${sheet.id}:${key}`;

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
  private readonly waiting = new Map<Sheet, { readonly row: number; readonly column: number }[]>();
  /** How often a formula has come back to one that is being evaluated. */
  private cycles = 0;
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
    this.waiting.clear();
    this.lookups.clear();
  }

  /** The result of the formula in the cell; an error is a value. */
  result(sheet: Sheet, row: number, column: number): Computed {
    return this.resultOf(sheet, row, column).value;
  }

  /** The number format that the result of a formula, here or in a cell from which it spills, brings along. */
  resultStyle(sheet: Sheet, row: number, column: number): Style | null {
    if (sheet.formulaCount === 0) return null;
    if (sheet.layer('formula', row, column)) return this.resultOf(sheet, row, column).style;
    if (sheet.raw(row, column) !== null) return null;
    return this.spillInto(sheet, row, column)?.cells.get(cellKey(row, column))?.style ?? null;
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
    const mark = markOf(sheet, key);
    if (this.running.has(mark)) {
      this.cycles += 1;
      return { value: ERRORS.reference, style: null };
    }
    this.running.add(mark);
    const { cycles } = this;
    try {
      const result = this.compute(sheet, row, column, formula);
      // What met a formula that is still being evaluated may come out differently once that one is done.
      if (cycles === this.cycles || this.running.size === 1) known.set(key, result);
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
      const found = evaluation.value(tree);
      style = resultStyle(evaluation, tree, found);
      if (!isMatrix(found)) return found;
      if (tree.type === 'reference' || tree.type === 'name') return evaluation.reduce(found);
      if (found.rows === 0 || found.columns === 0) return null;
      if (found.rows > 1 || found.columns > 1) this.spill(sheet, row, column, found, derivedStyle(evaluation, tree));
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

  private spill(sheet: Sheet, top: number, left: number, matrix: Matrix, style: Style | null): void {
    const rows = Math.min(matrix.rows, sheet.maxRows - top);
    const columns = Math.min(matrix.columns, sheet.maxColumns - left);
    const spill = this.spills.get(sheet) ?? { cells: new Map<number, Result>(), rows: 0, columns: 0 };
    const cells: [number, Result][] = [];
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        if (row === 0 && column === 0) continue;
        if (sheet.row(top + row)?.hasContent(left + column)) {
          throw new CellError('#REF!', 'Array result was not expanded because it would overwrite data');
        }
        const brought = matrix.styleAt?.(row, column);
        const result = { value: matrix.at(row, column), style: brought === undefined ? style : brought };
        cells.push([cellKey(top + row, left + column), result]);
      }
    }
    for (const [key, value] of cells) spill.cells.set(key, value);
    spill.rows = Math.max(spill.rows, top + rows);
    spill.columns = Math.max(spill.columns, left + columns);
    this.spills.set(sheet, spill);
  }

  private maySpill(formula: string): boolean {
    try {
      return maySpill(this.parse(formula), (name) => this.workbook.host.customFunction?.(name) !== undefined);
    } catch (error) {
      if (error instanceof CellError) return false;
      throw error;
    }
  }

  /** Formulas that may fill cells beside their own, and are not evaluated yet. */
  private waitingOf(sheet: Sheet): { readonly row: number; readonly column: number }[] {
    let waiting = this.waiting.get(sheet);
    if (!waiting) {
      waiting = [];
      for (const [row, cells] of sheet.rows.entries()) {
        for (const [column, formula] of (cells?.layers.formula ?? []).entries()) {
          if (formula && this.maySpill(formula)) waiting.push({ row, column });
        }
      }
      this.waiting.set(sheet, waiting);
    }
    return waiting;
  }

  /**
   * Evaluates the array formulas that could reach a cell: those above it and to its left. One that is being evaluated
   * right now waits for its own end, as does one that came to need it.
   */
  private spillInto(sheet: Sheet, row: number, column: number): Spill | undefined {
    this.refresh();
    const waiting = this.waitingOf(sheet);
    for (let at = waiting.length - 1; at >= 0; at -= 1) {
      const anchor = waiting[at];
      if (!anchor || anchor.row > row || anchor.column > column) continue;
      if (this.running.has(markOf(sheet, cellKey(anchor.row, anchor.column)))) continue;
      const cycles = this.cycles;
      this.resultOf(sheet, anchor.row, anchor.column);
      const place = waiting.indexOf(anchor);
      if (cycles === this.cycles && place >= 0) waiting.splice(place, 1);
    }
    return this.spills.get(sheet);
  }

  /** What an array formula elsewhere puts in this cell, which has no content of its own. */
  spilled(sheet: Sheet, row: number, column: number): Computed {
    return this.spillInto(sheet, row, column)?.cells.get(cellKey(row, column))?.value ?? null;
  }

  /** Whether an array formula may reach a row from above. Evaluates nothing. */
  mayReach(sheet: Sheet, row: number): boolean {
    if (sheet.formulaCount === 0) return false;
    this.refresh();
    return row < (this.spills.get(sheet)?.rows ?? 0) || this.waitingOf(sheet).some((anchor) => anchor.row < row);
  }

  /** How far array formulas reach. */
  spillSize(sheet: Sheet): { readonly rows: number; readonly columns: number } {
    return this.spillInto(sheet, sheet.maxRows, sheet.maxColumns) ?? { rows: 0, columns: 0 };
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
