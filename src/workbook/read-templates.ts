import { type ProgrammeName, programmeChoices } from './programme-name.ts';
import { collect, type Reading } from './reading.ts';
import type { Cell, TemplateRow } from './records.ts';
import { choice, openTable, raw, text } from './table.ts';
import { TEMPLATES_TAB } from './tabs/templates.ts';

/** The rows of Mallar. Kinds and placeholders are for the messages to judge. @param values the tab from row 1 on */
export function readTemplates(
  values: readonly (readonly Cell[])[],
  programmes: readonly ProgrammeName[],
): Reading<TemplateRow> {
  const table = openTable(TEMPLATES_TAB, values);
  const kind = raw(table, 'kind');
  const programme = choice(table, 'programme', programmeChoices(programmes));
  const subject = text(table, 'subject');
  const body = text(table, 'body');
  return collect(table, (cells, row) => ({
    row,
    kind: kind(cells, row).trim(),
    programme: programme(cells, row) ?? '',
    subject: subject(cells, row),
    body: body(cells, row),
  }));
}
