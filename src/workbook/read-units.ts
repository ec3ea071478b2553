import type { ProgrammeName } from './programme-name.ts';
import { collect, type Reading, rowReader } from './reading.ts';
import type { Cell, UnitRow } from './records.ts';
import { openTable } from './table.ts';
import { UNITS_TAB } from './tabs/units.ts';

/**
 * The rows of Verksamheter. A row that lacks its id is given with an empty one: the caller gives it an id before anything depends on it.
 * @param values the tab from row 1 on
 */
export function readUnits(
  values: readonly (readonly Cell[])[],
  programmes: readonly ProgrammeName[],
): Reading<UnitRow> {
  const table = openTable(UNITS_TAB, values);
  const read = rowReader(table, UNITS_TAB.columns, programmes);
  return collect(table, (cells, row) => {
    const record = read(cells, row);
    if (record.unit === '')
      table.fault('fault', 'unit', row, 'Raden saknar verksamhetens namn. Skriv namnet, eller ta bort raden.');
    if (record.programme === '' && (cells[table.place('programme')] ?? '') === '')
      table.fault('fault', 'programme', row, 'Raden saknar program. Välj ett program i listan.');
    return { ...record, row, round: record.round || 1, decision: record.decision || null };
  });
}
