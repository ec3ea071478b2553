/** Records to rows for tabs of people: placed by the key row as it stands, every text through the safe writer, computed cells as formulas. */
import { type Day, formatDay } from '../domain/calendar.ts';
import type { Period } from '../domain/facts.ts';
import { formulaAt } from './formulas.ts';
import type { Cell, Moment } from './records.ts';
import { textForTextCell } from './safe-text.ts';
import type { Choice, Tab } from './tab.ts';

type List = readonly (string | Period | Day)[];

/** What a cell of a column is to say. Days are told from numbers by the column's type. */
export type Value = string | number | boolean | Day | Moment | List | null;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** "2025-10-06 13:00", or the day alone. The sheet reads both as dates. */
function formatMoment(moment: Moment): string {
  const day = formatDay(moment.day);
  if (moment.minute === null) return day;
  return `${day} ${twoDigits(Math.floor(moment.minute / 60))}:${twoDigits(moment.minute % 60)}`;
}

const labelOf = (choices: readonly Choice[] | undefined, code: string): string =>
  choices?.find((choice) => choice.code === code)?.label ?? code;

/** "Chef, Läkare", "2027-05-10; 2030-04-28" or "2025-10-01–2025-12-31; 2026-03-01–": the sheet reads a day that stands alone as a date. */
function listText(list: List, choices: readonly Choice[] | undefined): string {
  const parts = list.map((part) => {
    if (typeof part === 'string') return labelOf(choices, part);
    if (typeof part === 'number') return formatDay(part);
    return `${formatDay(part.from)}–${part.to === null ? '' : formatDay(part.to)}`;
  });
  return parts.join(typeof list[0] === 'string' ? ', ' : '; ');
}

const isList = (value: Value): value is List => Array.isArray(value);

function cellOf(tab: Tab, key: string, value: Value): Cell {
  const column = tab.columns.find((one) => one.key === key);
  if (!column) throw new RangeError(`The tab ${tab.key} has no column ${key}`);
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    // A date of the register as the sheet's own date, so that it sorts and shows as one.
    return column.type === 'date' ? formatDay(value as Day) : value;
  }
  if (isList(value)) return textForTextCell(listText(value, column.choices));
  if (typeof value === 'object') return formatMoment(value);
  return textForTextCell(column.type === 'choice' ? labelOf(column.choices, value) : value);
}

/**
 * A new row for a tab, as wide as its key row. Columns that `values` leaves out stay empty; computed ones get their formula, which needs
 * no row number. Null where the key row lacks a column that `values` fills or that every row needs: then nothing may be written.
 * @param keyRow the key row as it was just read
 */
export function newRow(
  tab: Tab,
  keyRow: readonly Cell[],
  values: Readonly<Record<string, Value>>,
): readonly Cell[] | null {
  const places = new Map<string, number>();
  keyRow.forEach((key, index) => {
    if (typeof key === 'string' && key !== '' && !places.has(key)) places.set(key, index);
  });
  const row: Cell[] = keyRow.map(() => '');
  for (const [key, value] of Object.entries(values)) {
    const cell = cellOf(tab, key, value);
    const index = places.get(key);
    if (index !== undefined) row[index] = cell;
    else if (cell !== '') return null;
  }
  for (const column of tab.columns) {
    const index = places.get(column.key);
    if (index === undefined) {
      if (column.required || column.type === 'id') return null;
      continue;
    }
    const formula = column.formula ? formulaAt(column.formula(), keyRow) : null;
    if (formula !== null) row[index] = formula;
  }
  return row;
}
