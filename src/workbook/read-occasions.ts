import { collect, type Reading, rowReader } from './reading.ts';
import type { Cell, OccasionRow } from './records.ts';
import { openTable } from './table.ts';
import { OCCASIONS_TAB } from './tabs/occasions.ts';

/** The rows of Tillfällen. @param values the tab from row 1 on */
export function readOccasions(values: readonly (readonly Cell[])[]): Reading<OccasionRow> {
  const table = openTable(OCCASIONS_TAB, values);
  const read = rowReader(table, OCCASIONS_TAB.columns);
  return collect(table, (cells, row) => {
    const record = read(cells, row);
    const { round, label, state } = record;
    return { ...record, row, round: round || null, label: label.toUpperCase(), state: state || 'planned' };
  });
}
