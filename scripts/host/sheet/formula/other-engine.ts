import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Model } from '@ironcalc/wasm';
import { CellError, type Computed } from '../row.ts';
import { Area, type Evaluation } from './evaluate.ts';
import type { Node } from './parse.ts';
import { nodesOf, printFormula } from './print.ts';
import { ERRORS, matrixOf, type Value } from './value.ts';

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
 * Evaluates a formula with functions that the host does not know itself by IronCalc, on a workbook that holds only the
 * cells that the formula names. What IronCalc does not know either gives #NAME?. Numbers carry 15 digits.
 */
export function evaluateElsewhere(evaluation: Evaluation, tree: Node): Value {
  const { Model } = load();
  const model = new Model('workbook', 'en', 'UTC', 'en');
  try {
    model.pauseEvaluation();
    const { workbook } = evaluation.place.sheet;
    workbook.sheets.forEach((sheet, index) => {
      if (index > 0) model.newSheet();
      model.renameSheet(index, sheet.name);
    });
    for (const node of nodesOf(tree)) {
      const value =
        node.type === 'reference'
          ? evaluation.value(node)
          : node.type === 'name'
            ? namedArea(evaluation, node, model)
            : null;
      if (value instanceof Area) copyArea(model, value);
    }
    const sheet = workbook.sheets.indexOf(evaluation.place.sheet);
    const row = evaluation.place.row + 1;
    const column = evaluation.place.column + 1;
    model.setUserInput(sheet, row, column, `=${printFormula(tree)}`);
    model.evaluate();
    return readResult(model, sheet, row, column);
  } finally {
    model.free();
  }
}

function namedArea(evaluation: Evaluation, node: Node, model: Model): Value {
  if (node.type !== 'name') return null;
  const { workbook } = evaluation.place.sheet;
  const named = workbook.records.namedRanges.find((one) => one.name.toLowerCase() === node.name.toLowerCase());
  const sheet = named && workbook.sheetById(named.sheetId);
  if (!named || !sheet) return null;
  const area = new Area(sheet, named.range);
  model.newDefinedName(named.name, null, printFormula({ type: 'reference', sheetName: sheet.name, range: area.range }));
  return area;
}

function copyArea(model: Model, area: Area): void {
  const index = area.sheet.workbook.sheets.indexOf(area.sheet);
  for (let row = 0; row < area.usedRows; row += 1) {
    for (let column = 0; column < area.columns; column += 1) {
      const value = area.at(row, column);
      if (value === null) continue;
      model.setUserInput(index, area.range.top + row + 1, area.range.left + column + 1, inputText(value));
    }
  }
}

function inputText(value: Computed): string {
  if (typeof value === 'string') return `'${value}`;
  return String(value).toUpperCase();
}

function readResult(model: Model, sheet: number, row: number, column: number): Value {
  const structure = model.getCellArrayStructure(sheet, row, column);
  if (typeof structure === 'object' && 'DynamicAnchor' in structure) {
    const [columns, rows] = structure.DynamicAnchor;
    return matrixOf(
      Array.from({ length: rows }, (_, down) =>
        Array.from({ length: columns }, (_, right) => readCell(model, sheet, row + down, column + right)),
      ),
    );
  }
  const value = readCell(model, sheet, row, column);
  if (value instanceof CellError) throw value;
  return value;
}

function readCell(model: Model, sheet: number, row: number, column: number): Computed {
  const type = model.getCellType(sheet, row, column);
  const shown = model.getFormattedCellValue(sheet, row, column);
  if (type === TEXT) return shown;
  if (type === LOGICAL) return shown === 'TRUE';
  if (type !== NUMBER) return new CellError(shown.startsWith('#') ? shown : ERRORS.value.code);
  model.updateRangeStyle({ sheet, row, column, width: 1, height: 1 }, 'num_fmt', ALL_DIGITS);
  return Number(model.getFormattedCellValue(sheet, row, column));
}
