import { ROLES, type Role } from '../domain/facts.ts';
import { collect, type Reading, rowReader } from './reading.ts';
import type { Cell, PersonRow } from './records.ts';
import { openTable } from './table.ts';
import { PERSON_COLUMNS, peopleTab, sessionColumns } from './tabs/people.ts';

/** Of nearly everyone; one list for all, since tens of thousands of rows are usual. */
const NO_ROLES: readonly Role[] = [];

/**
 * The rows of Deltagare.
 * @param values the tab from row 1 on
 * @param sessions the largest number of sessions of the programmes in use
 */
export function readPeople(values: readonly (readonly Cell[])[], sessions: number): Reading<PersonRow> {
  const table = openTable(peopleTab(sessions), values);
  const read = rowReader(table, PERSON_COLUMNS);
  const ticks = rowReader(table, sessionColumns(sessions));
  const bits = Array.from({ length: sessions }, (_, index) => [`session${index + 1}`, 1 << index] as const);
  return collect(table, (cells, row) => {
    const record = read(cells, row);
    const ticked = ticks(cells, row);
    let attended = 0;
    for (const [session, bit] of bits) if (ticked[session]) attended |= bit;
    const { from, to } = record;
    const backwards = from !== null && to !== null && to < from;
    if (backwards) table.fault('fault', 'to', row, 'Slutat är före Anställd från. Rätta ett av datumen.');
    return {
      ...record,
      row,
      round: record.round || null,
      roles: record.roles.length > 0 ? ROLES.filter((role) => record.roles.includes(role)) : NO_ROLES,
      to: backwards ? null : to,
      attended,
    };
  });
}
