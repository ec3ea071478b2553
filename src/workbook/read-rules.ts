import type { Day } from '../domain/calendar.ts';
import { SERIAL_ZERO } from './formulas.ts';
import type { ProgrammeName } from './programme-name.ts';
import { collect, type Reading, rowReader } from './reading.ts';
import type { Cell, RuleRow } from './records.ts';
import { openTable } from './table.ts';
import { RULES_TAB } from './tabs/rules.ts';

/** A value as it was typed: a cell that the sheet shows as 95 % holds 0.95. */
function typed(cell: Cell | undefined, path: string): string {
  if (typeof cell === 'number' && path === 'attendance.share' && cell > 0 && cell <= 1) {
    return `${String(Math.round(cell * 10_000) / 100).replace('.', ',')} %`;
  }
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nej';
  return String(cell ?? '');
}

/** How the row's formula names itself (see `reachOfRule`): its cells as they stand, a date as its serial number, decimals with a point. */
function markOf(cells: readonly Cell[], places: readonly number[], from: Day | null): string {
  const [programme = '', on = '', path = '', value = ''] = places.map((place) => String(cells[place] ?? ''));
  const day = from !== null && /^\d{4}-/.test(on) ? String(from + SERIAL_ZERO) : on;
  return [programme, day, path, value.replaceAll(',', '.')].join('#');
}

/** The rows of Regler. What a value means is for the programmes' own schema to say. @param values the tab from row 1 on */
export function readRules(
  values: readonly (readonly Cell[])[],
  programmes: readonly ProgrammeName[],
): Reading<RuleRow> {
  const table = openTable(RULES_TAB, values);
  const read = rowReader(table, RULES_TAB.columns, programmes);
  const places = ['programme', 'from', 'path', 'value'].map((key) => table.place(key));
  return collect(table, (cells, row) => {
    const record = read(cells, row);
    return {
      ...record,
      row,
      mark: markOf(cells, places, record.from),
      value: typed(cells[table.place('value')], record.path).trim(),
      valueCell: table.cell('value', row),
    };
  });
}
