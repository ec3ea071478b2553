import type { ProgrammeName } from './programme-name.ts';
import { collect, type Reading, rowReader } from './reading.ts';
import type { Cell, TemplateRow } from './records.ts';
import { openTable } from './table.ts';
import { TEMPLATES_TAB } from './tabs/templates.ts';

/** The rows of Mallar. Kinds and placeholders are for the messages to judge. @param values the tab from row 1 on */
export function readTemplates(
  values: readonly (readonly Cell[])[],
  programmes: readonly ProgrammeName[],
): Reading<TemplateRow> {
  const table = openTable(TEMPLATES_TAB, values);
  const read = rowReader(table, TEMPLATES_TAB.columns, programmes);
  return collect(table, (cells, row) => {
    const record = read(cells, row);
    if (record.kind !== '') return { ...record, row };
    if ((cells[table.place('kind')] ?? '') === '')
      table.fault('fault', 'kind', row, 'Raden saknar slag. Välj i listan.');
    return null;
  });
}
