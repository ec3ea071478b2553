/** What a cell of a column accepts from a person. Nothing is rejected: what cannot be read is marked and listed in the health check. */
import { type ProgrammeName, programmeChoices } from './programme-name.ts';
import type { Choice, Column, TabKey } from './tab.ts';

export type Validation =
  | { readonly kind: 'list'; readonly values: readonly string[]; readonly help: string }
  /** A drop-down of what stands in a column of another tab. */
  | { readonly kind: 'column'; readonly tab: TabKey; readonly column: string; readonly help: string }
  | { readonly kind: 'date'; readonly help: string }
  /** Only on rows with a person: an empty row with a tick box would count as filled. */
  | { readonly kind: 'tick'; readonly help: string }
  | { readonly kind: 'whole-number'; readonly help: string };

const labels = (choices: readonly Choice[]): readonly string[] => choices.map((choice) => choice.label);

export function validationOf(column: Column, programmes: readonly ProgrammeName[]): Validation | null {
  switch (column.type) {
    case 'date':
    case 'datetime':
      return { kind: 'date', help: 'Skriv ett datum, till exempel 2025-10-06.' };
    case 'boolean':
      return { kind: 'tick', help: 'Kryssa i rutan.' };
    case 'integer':
      return { kind: 'whole-number', help: 'Skriv ett heltal.' };
    default:
      break;
  }
  if (column.choicesFrom === 'programmes') {
    return { kind: 'list', values: labels(programmeChoices(programmes)), help: 'Välj ett program i listan.' };
  }
  if (column.choicesFrom === 'units') {
    return {
      kind: 'column',
      tab: 'units',
      column: 'unit',
      help: 'Välj en verksamhet som finns på fliken Verksamheter.',
    };
  }
  if (column.type === 'choice' && column.choices) {
    return { kind: 'list', values: labels(column.choices), help: 'Välj i listan.' };
  }
  // Several of a list: a drop-down would take one alone, so the note on the heading explains instead.
  return null;
}
