/** The diplomas that a mail carries: pages that the mail service makes into PDFs. */
import type { Round } from '../domain/facts.ts';
import type { Programme } from '../domain/rules.ts';
import { diplomaDocument } from '../reports/index.ts';
import { isDecision } from './advance.ts';
import type { Attachment } from './ports.ts';
import type { RoundState } from './round-state.ts';
import type { Settings } from './settings.ts';

export interface Diplomas {
  readonly files: readonly Attachment[];
  /** Is the unit's own among them? */
  readonly ofUnit: boolean;
  /** How many persons have one, a page each in one file. */
  readonly people: number;
}

export const NO_DIPLOMAS: Diplomas = { files: [], ofUnit: false, people: 0 };

/** A renewal is the unit's alone: the persons have theirs since before. */
export function diplomasOf(
  { unit, people }: Round,
  { decision, personDiplomas }: RoundState,
  programme: Programme,
  settings: Settings,
): Diplomas {
  if (!isDecision(decision)) return NO_DIPLOMAS;
  const { diploma, periods } = decision;
  const issuer = [settings.office, programme.region].filter(Boolean).join(', ');
  const common = { unit, programmeName: programme.name, issuer };
  const persons = people.flatMap(({ id, name, email }) => {
    const on = personDiplomas[id];
    return on === undefined || periods.length > 1 ? [] : [{ ...common, person: name || email || id, on }];
  });
  const { compare } = new Intl.Collator('sv');
  persons.sort((a, b) => compare(a.person, b.person));
  const files: Attachment[] = [];
  const add = (name: string, content: string): void => {
    files.push({ name, contentType: 'text/html', content, asPdf: true });
  };
  if (diploma !== null) {
    const { on, validThrough } = diploma;
    add('diplom.pdf', diplomaDocument(`Diplom – ${unit}`, [{ ...common, person: null, on, validThrough }]));
  }
  if (persons.length > 0) {
    const pages = persons.map((one) => ({ ...one, validThrough: null }));
    add('personliga-diplom.pdf', diplomaDocument(`Personliga diplom – ${unit}`, pages));
  }
  return { files, ofUnit: diploma !== null, people: persons.length };
}
