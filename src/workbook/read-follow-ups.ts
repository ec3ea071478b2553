import { collect, type Reading, rowReader } from './reading.ts';
import type { Cell, FollowUpRow } from './records.ts';
import { openTable } from './table.ts';
import { FOLLOW_UPS_TAB } from './tabs/follow-ups.ts';

/** The rows of Uppföljning. @param values the tab from row 1 on */
export function readFollowUps(values: readonly (readonly Cell[])[]): Reading<FollowUpRow> {
  const table = openTable(FOLLOW_UPS_TAB, values);
  const read = rowReader(table, FOLLOW_UPS_TAB.columns);
  return collect(table, (cells, row) => {
    const record = read(cells, row);
    return { ...record, row, round: record.round || null, kind: record.kind || null };
  });
}
