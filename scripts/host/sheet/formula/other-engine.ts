import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Model } from '@ironcalc/wasm';
import { columnName } from '../address.ts';
import { CellError, type Computed } from '../row.ts';
import { ERRORS, isMatrix, type Matrix, matrixOf, type Value } from './value.ts';

const NUMBER = 1;
const TEXT = 2;
const LOGICAL = 4;
/** Enough digits to read a result back; the engine gives results only as formatted text. */
const ALL_DIGITS = '0.00000000000000E+00';

type Engine = typeof import('@ironcalc/wasm');
let engine: Engine | null = null;

/** Loaded when a formula first needs it: it costs tens of milliseconds and megabytes that most workbooks never use. */
function load(): Engine {
  if (engine) return engine;
  const require = createRequire(import.meta.url);
  const loaded: Engine = require('@ironcalc/wasm');
  loaded.initSync({ module: readFileSync(require.resolve('@ironcalc/wasm/wasm_bg.wasm')) });
  engine = loaded;
  return loaded;
}

/**
 * Calls a function that the host does not know itself in IronCalc, with arguments that are already values. What IronCalc
 * does not know either is #NAME?. Numbers come back with 15 digits. Throws errors as CellError.
 */
export function callElsewhere(name: string, args: readonly Value[]): Value {
  const { Model } = load();
  const model = new Model('workbook', 'en', 'UTC', 'en');
  try {
    model.pauseEvaluation();
    model.newSheet();
    model.renameSheet(1, 'Args');
    let column = 1;
    const written = args.map((arg) => {
      if (!isMatrix(arg)) return literal(arg);
      const reference = copyMatrix(model, arg, column);
      column += arg.columns + 1;
      return reference;
    });
    model.setUserInput(0, 1, 1, `=${name}(${written.join(',')})`);
    model.evaluate();
    const result = readResult(model);
    model.free();
    return result;
  } catch (error) {
    if (error instanceof CellError) {
      model.free();
      throw error;
    }
    // The engine panics over arguments that make no sense; the model can then not even be freed.
    throw ERRORS.value;
  }
}

function literal(value: Computed): string {
  if (value instanceof CellError) throw value;
  if (value === null) return '';
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  return String(value).toUpperCase();
}

function copyMatrix(model: Model, matrix: Matrix, left: number): string {
  for (let row = 0; row < matrix.rows; row += 1) {
    for (let column = 0; column < matrix.columns; column += 1) {
      const value = matrix.at(row, column);
      if (value === null) continue;
      model.setUserInput(
        1,
        row + 1,
        left + column,
        typeof value === 'string' ? `'${value}` : String(value).toUpperCase(),
      );
    }
  }
  // The engine takes a range of one cell for a list, which its functions of single values refuse.
  if (matrix.rows === 1 && matrix.columns === 1) return `Args!${columnName(left - 1)}1`;
  return `Args!${columnName(left - 1)}1:${columnName(left + matrix.columns - 2)}${matrix.rows}`;
}

function readResult(model: Model): Value {
  const structure = model.getCellArrayStructure(0, 1, 1);
  if (typeof structure === 'object' && 'DynamicAnchor' in structure) {
    const [columns, rows] = structure.DynamicAnchor;
    return matrixOf(
      Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (__, column) => readCell(model, row + 1, column + 1)),
      ),
    );
  }
  const value = readCell(model, 1, 1);
  if (value instanceof CellError) throw value;
  return value;
}

function readCell(model: Model, row: number, column: number): Computed {
  const type = model.getCellType(0, row, column);
  const shown = model.getFormattedCellValue(0, row, column);
  if (type === TEXT) return shown;
  if (type === LOGICAL) return shown === 'TRUE';
  if (type !== NUMBER) return new CellError(shown.startsWith('#') ? shown : ERRORS.value.code);
  model.updateRangeStyle({ sheet: 0, row, column, width: 1, height: 1 }, 'num_fmt', ALL_DIGITS);
  return Number(model.getFormattedCellValue(0, row, column));
}
