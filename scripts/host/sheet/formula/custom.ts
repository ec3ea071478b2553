import { CellError, type Computed } from '../row.ts';
import { type ScriptValue, scriptValue } from '../script-value.ts';
import { serialOf } from '../zone.ts';
import { Area, type Evaluation } from './evaluate.ts';
import { ERRORS, isMatrix, matrixOf, type Value } from './value.ts';

function plain(value: Computed): ScriptValue {
  if (value instanceof CellError) throw value;
  return value ?? '';
}

/** An argument as the script gets it: a single cell as its value, a wider range as rows of values. */
function argumentOf(value: Value): ScriptValue | ScriptValue[][] {
  if (!isMatrix(value)) return plain(value);
  const at = (row: number, column: number): ScriptValue => {
    if (!(value instanceof Area)) return plain(value.at(row, column));
    return scriptValue(value.sheet, value.range.top + row, value.range.left + column);
  };
  if (value.rows === 1 && value.columns === 1) return at(0, 0);
  return Array.from({ length: value.rows }, (_, row) =>
    Array.from({ length: value.columns }, (__, column) => at(row, column)),
  );
}

function cellOf(evaluation: Evaluation, value: unknown): Computed {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw ERRORS.number;
    return value;
  }
  if (value instanceof Date) {
    const serial = serialOf(value.getTime(), evaluation.place.sheet.workbook.timeZone);
    evaluation.resultFormat ??= Number.isInteger(serial) ? 'date' : 'dateTime';
    return serial;
  }
  return String(value);
}

/**
 * Calls a function of the script from a formula (guide: sheets/functions); undefined where the script has none of that
 * name. A two-dimensional array fills the cells beside and below. What the script throws is #ERROR!.
 */
export function callCustom(evaluation: Evaluation, name: string, args: () => readonly Value[]): Value | undefined {
  const call = evaluation.place.sheet.workbook.host.customFunction?.(name);
  if (!call) return undefined;
  const result = call(args().map(argumentOf));
  if ('error' in result) throw new CellError(ERRORS.syntax.code, result.error);
  const { value } = result;
  if (!Array.isArray(value)) return cellOf(evaluation, value);
  const rows: unknown[][] = value.map((row: unknown) => (Array.isArray(row) ? row : [row]));
  const width = Math.max(0, ...rows.map((row) => row.length));
  return matrixOf(
    rows.map((row) => Array.from({ length: width }, (_, column) => cellOf(evaluation, row[column] ?? null))),
  );
}
