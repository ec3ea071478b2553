/** Mail texts with named placeholders: the defaults are data, the tab Mallar may replace any of them. */
import { nearest } from '../domain/clean-text.ts';
import { hasStrayBraces, placeholderName, placeholdersIn } from './markup.ts';
import { placeholdersFor } from './placeholders.ts';
import { defaultText, type TemplateKind } from './texts.ts';

/** One row of the tab Mallar. */
export interface TemplateRow {
  readonly kind: TemplateKind;
  /** A programme's id; empty = every programme that has no row of its own. */
  readonly programme: string;
  readonly subject: string;
  /** Paragraphs parted by empty lines, lists with "- ", links as "[text](address)", placeholders as "{{sista dag}}". */
  readonly body: string;
}

/** A mistake in an edited text: the default is used until it has been mended. */
export interface TemplateFault {
  readonly field: 'subject' | 'body';
  /** The placeholder as typed; empty when the mistake is another. */
  readonly placeholder: string;
  /** Swedish: what is wrong and what would be right. */
  readonly text: string;
}

function faultsOf(field: 'subject' | 'body', text: string, kind: TemplateKind): TemplateFault[] {
  const known = placeholdersFor(kind).map(({ name }) => name);
  const faults: TemplateFault[] = [];
  for (const typed of placeholdersIn(text)) {
    if (known.includes(placeholderName(typed))) continue;
    const near = nearest(placeholderName(typed), known);
    const advice = near === null ? 'Välj ett namn ur listan i hjälpen.' : `Menade du {{${near}}}?`;
    faults.push({
      field,
      placeholder: typed,
      text: `Platshållaren {{${typed}}} finns inte för det här mejlet. ${advice}`,
    });
  }
  if (hasStrayBraces(text)) {
    faults.push({
      field,
      placeholder: '',
      text: 'En platshållare är inte rätt skriven. Skriv två klamrar före och två efter namnet, till exempel {{verksamhet}}.',
    });
  }
  return faults;
}

/** What is wrong with an edited text; empty when it can be used. */
export function checkTemplate(row: TemplateRow): TemplateFault[] {
  const faults: TemplateFault[] = [];
  if (row.subject.trim() === '') {
    faults.push({ field: 'subject', placeholder: '', text: 'Ämnet är tomt. Skriv vad mejlet handlar om.' });
  }
  if (row.body.trim() === '')
    faults.push({ field: 'body', placeholder: '', text: 'Texten är tom. Skriv vad mejlet ska säga.' });
  faults.push(...faultsOf('subject', row.subject, row.kind), ...faultsOf('body', row.body, row.kind));
  return faults;
}

/** The rows that somebody has changed, so that the others need not be kept: without them the defaults hold just the same. */
export function changedTemplates(rows: readonly TemplateRow[]): TemplateRow[] {
  const forAll = new Set(rows.filter((row) => row.programme === '').map((row) => row.kind));
  return rows.filter(({ kind, programme, subject, body }) => {
    const usual = defaultText(kind, programme);
    // Where a row for all programmes has changed, an unchanged row of a programme still goes before it.
    return forAll.has(kind) || subject !== usual.subject || body !== usual.body;
  });
}

/**
 * The text that holds for a kind and a programme: the programme's own row, else the row for all, else the default. A faulty row counts
 * as not there.
 */
export function textFor(
  kind: TemplateKind,
  programme: string,
  rows: readonly TemplateRow[],
): Pick<TemplateRow, 'subject' | 'body'> {
  for (const wanted of [programme, '']) {
    const row = rows.find((one) => one.kind === kind && one.programme === wanted);
    if (row !== undefined && checkTemplate(row).length === 0) return row;
  }
  return defaultText(kind, programme);
}
