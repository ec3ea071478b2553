import { MAIL_KIND_CHOICES } from './choices.ts';
import { type ProgrammeName, programmeChoices } from './programme-name.ts';
import { collect, type Reading } from './reading.ts';
import type { Cell, TemplateRow } from './records.ts';
import { choice, openTable, text } from './table.ts';
import { TEMPLATES_TAB } from './tabs/templates.ts';

/** The rows of Mallar. Kinds and placeholders are for the messages to judge. @param values the tab from row 1 on */
export function readTemplates(
  values: readonly (readonly Cell[])[],
  programmes: readonly ProgrammeName[],
): Reading<TemplateRow> {
  const table = openTable(TEMPLATES_TAB, values);
  const kind = choice(table, 'kind', MAIL_KIND_CHOICES);
  const programme = choice(table, 'programme', programmeChoices(programmes));
  const subject = text(table, 'subject');
  const body = text(table, 'body');
  return collect(table, (cells, row) => {
    const itsKind = kind(cells, row);
    if (itsKind === null) {
      if ((cells[table.place('kind')] ?? '') === '')
        table.fault('fault', 'kind', row, 'Raden saknar slag. Välj i listan.');
      return null;
    }
    return {
      row,
      kind: itsKind,
      programme: programme(cells, row) ?? '',
      subject: subject(cells, row),
      body: body(cells, row),
    };
  });
}
