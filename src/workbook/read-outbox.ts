import { collect, type Reading, rowReader } from './reading.ts';
import type { Cell, OutboxRow } from './records.ts';
import { openTable } from './table.ts';
import { OUTBOX_TAB } from './tabs/outbox.ts';

/** What a person has chosen in Åtgärd on the rows of Utskick; the rest is the product's own. @param values the tab from row 1 on */
export function readOutbox(values: readonly (readonly Cell[])[]): Reading<OutboxRow> {
  const table = openTable(OUTBOX_TAB, values);
  const read = rowReader(
    table,
    OUTBOX_TAB.columns.filter(({ key }) => key === 'id' || key === 'action' || key === 'state'),
  );
  return collect(table, (cells, row) => {
    const chosen = read(cells, row);
    const own = (key: string): string => String(cells[table.place(key)] ?? '');
    return {
      row,
      id: chosen.id,
      action: chosen.action || null,
      state: chosen.state || null,
      to: own('to'),
      kinds: own('kinds'),
      mailKey: own('mailKey'),
    };
  });
}
