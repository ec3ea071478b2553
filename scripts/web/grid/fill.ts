import { inputText } from '../../host/sheet/display.ts';
import { relocateFormula } from '../../host/sheet/formula-text.ts';
import { isDateKind } from '../../host/sheet/number-format.ts';
import type { Sheet } from '../../host/sheet/sheet.ts';
import type { GridArea } from './view.ts';

/** What is written into a cell as a person writes it. */
export type Typed = string | number | boolean | null;

const typedAt = (sheet: Sheet, row: number, column: number): Typed => {
  const formula = sheet.layer('formula', row, column);
  if (formula) return formula;
  const raw = sheet.raw(row, column);
  return typeof raw === 'string' ? inputText(sheet, row, column) : raw;
};

const isDate = (sheet: Sheet, row: number, column: number): boolean => {
  const kind = sheet.layer('style', row, column)?.format?.kind;
  return kind !== undefined && isDateKind(kind);
};

/** One line of cells continued: two or more numbers go on by their step, a single date by days, the rest is repeated. */
const continued = (cells: readonly { value: Typed; date: boolean }[], place: number): Typed => {
  const numbers = cells.map((cell) => cell.value);
  const last = numbers.length - 1;
  if (numbers.every((value) => typeof value === 'number') && (last > 0 || cells[0]?.date)) {
    const first = Number(numbers[0]);
    const step = last > 0 ? (Number(numbers[last]) - first) / last : 1;
    return first + step * place;
  }
  const at = ((place % cells.length) + cells.length) % cells.length;
  const value = cells[at]?.value ?? null;
  const numbered = cells.length === 1 && typeof value === 'string' ? /^(.*\D)(\d+)$/.exec(value) : null;
  return numbered && !String(value).startsWith('=') ? `${numbered[1]}${Number(numbered[2]) + place}` : value;
};

/** What dragging the corner of `from` over `to` writes, and where: only the new cells. */
export const filled = (
  sheet: Sheet,
  from: GridArea,
  to: GridArea,
): { row: number; column: number; values: Typed[][] } | null => {
  const down = to.rows > from.rows;
  if (!down && to.columns <= from.columns) return null;
  const before = down ? from.row - to.row : from.column - to.column;
  const length = down ? from.rows : from.columns;
  const added = (down ? to.rows : to.columns) - length;
  const places = Array.from({ length: added }, (_, index) => (before > 0 ? index - before : index + length));
  const lines = down ? from.columns : from.rows;
  const cell = (line: number, index: number) =>
    down ? ([from.row + index, from.column + line] as const) : ([from.row + line, from.column + index] as const);
  const value = (line: number, place: number): Typed => {
    const source = Array.from({ length }, (_, index) => {
      const [row, column] = cell(line, index);
      return { value: typedAt(sheet, row, column), date: isDate(sheet, row, column) };
    });
    const model = ((place % length) + length) % length;
    const formula = source[model]?.value;
    if (typeof formula === 'string' && formula.startsWith('=')) {
      return relocateFormula(formula, down ? place - model : 0, down ? 0 : place - model);
    }
    return continued(source, place);
  };
  const first = places[0] ?? 0;
  const values = down
    ? places.map((place) => Array.from({ length: lines }, (_, line) => value(line, place)))
    : Array.from({ length: lines }, (_, line) => places.map((place) => value(line, place)));
  return { row: down ? from.row + first : from.row, column: down ? from.column : from.column + first, values };
};
