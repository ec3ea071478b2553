import type { Day } from '../domain/calendar.ts';
import { RULE_CHOICES } from './choices.ts';
import { SERIAL_ZERO } from './formulas.ts';
import { type ProgrammeName, programmeChoices } from './programme-name.ts';
import { collect, type Reading } from './reading.ts';
import type { Cell, RuleRow } from './records.ts';
import { boolean, choice, day, openTable, text } from './table.ts';
import { RULES_TAB } from './tabs/rules.ts';

/** A value as it was typed: a cell that the sheet shows as 95 % holds 0.95. */
function typed(cell: Cell | undefined, path: string): string {
  if (typeof cell === 'number' && path === 'attendance.share' && cell > 0 && cell <= 1) {
    return `${String(Math.round(cell * 10_000) / 100).replace('.', ',')} %`;
  }
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nej';
  return String(cell ?? '');
}

/** How the row's formula names itself (see `reachOfRule`): its cells as they stand, a date as its serial number. */
function markOf(cells: readonly Cell[], places: readonly number[], from: Day | null): string {
  const [programme = '', on = '', path = ''] = places.map((place) => String(cells[place] ?? ''));
  return [programme, from !== null && /^\d{4}-/.test(on) ? String(from + SERIAL_ZERO) : on, path].join('#');
}

/** The rows of Regler. What a value means is for the programmes' own schema to say. @param values the tab from row 1 on */
export function readRules(
  values: readonly (readonly Cell[])[],
  programmes: readonly ProgrammeName[],
): Reading<RuleRow> {
  const table = openTable(RULES_TAB, values);
  const programme = choice(table, 'programme', programmeChoices(programmes));
  const from = day(table, 'from');
  const path = choice(table, 'path', RULE_CHOICES);
  const confirmed = boolean(table, 'confirmed');
  const note = text(table, 'note');
  const places = ['programme', 'from', 'path'].map((key) => table.place(key));
  return collect(table, (cells, row) => {
    const itsPath = path(cells, row) ?? '';
    const itsFrom = from(cells, row);
    return {
      row,
      programme: programme(cells, row) ?? '',
      from: itsFrom,
      mark: markOf(cells, places, itsFrom),
      path: itsPath,
      value: typed(cells[table.place('value')], itsPath).trim(),
      confirmed: confirmed(cells, row),
      note: note(cells, row),
      valueCell: table.cell('value', row),
    };
  });
}
