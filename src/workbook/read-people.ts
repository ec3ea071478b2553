import { ROLES, type Role } from '../domain/facts.ts';
import { ROLE_CHOICES } from './choices.ts';
import { collect, type Reading } from './reading.ts';
import type { Cell, PersonRow } from './records.ts';
import { boolean, choices, day, email, integer, openTable, periods, type Reader, text } from './table.ts';
import { peopleTab, sessionOfColumn } from './tabs/people.ts';

const FIRST_DIPLOMA_YEAR = 1990;
const LAST_DIPLOMA_YEAR = 2199;

const rolesOf = (codes: readonly string[]): readonly Role[] => ROLES.filter((role) => codes.includes(role));

/**
 * The rows of Deltagare.
 * @param values the tab from row 1 on
 * @param sessions the largest number of sessions of the programmes in use
 */
export function readPeople(values: readonly (readonly Cell[])[], sessions: number): Reading<PersonRow> {
  const table = openTable(peopleTab(sessions), values);
  const unit = text(table, 'unit');
  const round = integer(table, 'round', '2');
  const name = text(table, 'name');
  const address = email(table, 'email');
  const personId = text(table, 'personId');
  const roles = choices(table, 'roles', ROLE_CHOICES, 'remark');
  const from = day(table, 'from');
  const to = day(table, 'to');
  const leave = periods(table, 'leave');
  const earlierDiploma = integer(table, 'earlierDiploma', '2016');
  const course = day(table, 'course');
  const reflection = day(table, 'reflection');
  const catchUp = day(table, 'catchUp');
  const refresher = day(table, 'refresher');
  const ticks: { readonly bit: number; readonly ticked: Reader<boolean> }[] = [];
  for (const column of table.tab.columns) {
    const session = sessionOfColumn(column.key);
    if (session !== null) ticks.push({ bit: 1 << (session - 1), ticked: boolean(table, column.key) });
  }
  return collect(table, (cells, row) => {
    let attended = 0;
    for (const tick of ticks) if (tick.ticked(cells, row)) attended |= tick.bit;
    const [first, last] = [from(cells, row), to(cells, row)];
    let year = earlierDiploma(cells, row);
    if (year !== null && (year < FIRST_DIPLOMA_YEAR || year > LAST_DIPLOMA_YEAR)) {
      table.fault(
        'fault',
        'earlierDiploma',
        row,
        `${year} är inget år. Skriv årtalet med fyra siffror, till exempel 2016.`,
      );
      year = null;
    }
    const backwards = first !== null && last !== null && last < first;
    if (backwards) table.fault('fault', 'to', row, 'Slutat är före Anställd från. Rätta ett av datumen.');
    return {
      row,
      unit: unit(cells, row),
      round: round(cells, row) || null,
      name: name(cells, row),
      email: address(cells, row),
      personId: personId(cells, row),
      roles: rolesOf(roles(cells, row)),
      from: first,
      to: backwards ? null : last,
      leave: leave(cells, row),
      earlierDiploma: year,
      attended,
      course: course(cells, row),
      reflection: reflection(cells, row),
      catchUp: catchUp(cells, row),
      refresher: refresher(cells, row),
    };
  });
}
