/** A commit in words for the tab Händelser: what a coordinator reads there. Codes become Swedish; no name and no free text goes in. */

import { STATUSES } from '../domain/decision.ts';
import { DEADLINE_LABELS, REQUIREMENT_LABELS, statusLabel } from '../domain/labels.ts';
import { MAIL_LABELS } from '../domain/mail-kinds.ts';
import { DECISION_REASONS, reasonLabel, WITHDRAWAL_REASONS } from '../domain/reasons.ts';
import { columnLetters } from '../workbook/formulas.ts';
import { columnNumber } from '../workbook/tab.ts';
import { STATE_TAB } from '../workbook/tabs/state.ts';
import type { JournalEvent } from './events.ts';
import type { VisibleTexts } from './journal.ts';
import { SETTING_LABELS } from './settings.ts';

const REQUIREMENT_STATES: Readonly<Record<string, string>> = {
  '': '',
  met: 'uppfyllt',
  unmet: 'inte uppfyllt',
  unknown: 'går inte att säga än',
};
const STATES: Readonly<Record<string, string>> = {
  '': '',
  queued: 'i kö',
  held: 'hålls',
  sent: 'skickat',
  withdrawn: 'återtaget',
  unsure: 'osäkert',
  'send-now': 'skickas nu',
  rejected: 'adressen godtas inte',
  bounced: 'kom i retur',
  silenced: 'skickas inte (historik)',
  done: 'klart',
  gone: 'utgår',
  upcoming: 'kommande',
  due: 'i dag',
  overdue: 'försenat',
};

/** What a table calls a code; the code itself where an older version had one that is gone. */
const called = (labels: Readonly<Record<string, string>>, code: string): string => labels[code] ?? code;

function status(code: string): string {
  const known = STATUSES.find((one) => one === code);
  return known ? statusLabel(known) : code === 'noRuleInForce' ? 'Ingen regel gäller' : '';
}

const PURGED: Readonly<Record<string, string>> = {
  people: 'medarbetare som slutat',
  declined: 'avböjda anmälningar',
  reflections: 'reflektioner',
  answers: 'formulärsvar',
};

export const FORM_NAMES: Readonly<Record<string, string>> = {
  interest: 'Intresseanmälan',
  'staff-change': 'Personaländring',
  plan: 'Planen',
  reflection: 'Reflektionen',
};

/** What has become of an answer, where it is not in the register on a day. */
const ANSWER_STATES: Readonly<Record<string, string>> = { unmatched: 'hör inte till någon', settled: 'avklarat' };

const ROUND_FACTS: Readonly<Record<string, string>> = {
  unitType: 'Typ av verksamhet',
  administration: 'Förvaltning',
  unit: 'Hör till verksamhet',
};

function described(event: JournalEvent): Pick<VisibleTexts, 'what' | 'from' | 'to' | 'why'> {
  const { about, from, to, why } = event;
  switch (event.what) {
    case 'status':
      return {
        what: 'Status',
        from: status(from),
        to: status(to),
        // It comes with a reason only where the unit has left the way.
        why: reasonLabel([...WITHDRAWAL_REASONS, ...DECISION_REASONS], why),
      };
    case 'requirement':
      return {
        what: `Krav: ${called(REQUIREMENT_LABELS, about)}`,
        from: called(REQUIREMENT_STATES, from),
        to: called(REQUIREMENT_STATES, to),
        why: why.replace(/^(\d+)\/(\d+), (\d+)$/, '$1 av $2, $3 behövs'),
      };
    case 'deadline':
      return {
        what: `Datum: ${called(DEADLINE_LABELS, about.split(' ')[0] ?? '')}`,
        from: called(STATES, from),
        to: called(STATES, to),
        why,
      };
    case 'mail':
      // The key that it is told by is for the program; what it is about stands in the row.
      return {
        what: `Utskick: ${called(MAIL_LABELS, about)}`,
        from: called(STATES, from),
        to: called(STATES, to),
        why: '',
      };
    case 'diploma':
      return { what: 'Diplom', from, to, why: why === '' ? '' : `giltigt till och med ${why}` };
    case 'trained':
      return { what: 'Utbildade i dag', from, to, why: '' };
    case 'round': {
      const what = ROUND_FACTS[about];
      return { what: what ?? 'Ny i registret', from, to: what === undefined ? '' : to, why: '' };
    }
    case 'rules':
      return { what: about === '' ? 'Regler som gäller' : `Regel: ${about}`, from, to, why };
    case 'settings':
      return { what: `Inställning: ${called(SETTING_LABELS, about)}`, from, to, why };
    case 'form':
      return {
        what: `Formulär: ${called(FORM_NAMES, about)}`,
        from: called(ANSWER_STATES, from),
        to: called(ANSWER_STATES, to),
        why,
      };
    case 'purged':
      return { what: `Gallring: ${called(PURGED, about)}`, from: `till och med ${from}`, to, why: `beslut ${why}` };
    default:
      return { what: 'Installation', from, to, why };
  }
}

/** The most telling first: what a coordinator would want to see of a commit with several events. */
const ORDER: readonly JournalEvent['what'][] = [
  'status',
  'diploma',
  'installed',
  'purged',
  'settings',
  'rules',
  'form',
  'requirement',
  'deadline',
  'mail',
  'round',
  'trained',
];

/** The unit's name is looked up where the row stands, so that the journal itself holds none. */
function unitFormula(): string {
  const [id, unit] = [columnNumber(STATE_TAB, 'id'), columnNumber(STATE_TAB, 'unit')];
  const table = `'${STATE_TAB.name}'!$${columnLetters(id)}:$${columnLetters(unit)}`;
  return `=IFERROR(VLOOKUP(INDEX($B:$B;ROW());${table};${unit - id + 1};FALSE);"")`;
}

export function describeEvents(events: readonly JournalEvent[]): VisibleTexts {
  const rounds = new Set(events.map((event) => event.roundId));
  const first = [...events].sort((a, b) => ORDER.indexOf(a.what) - ORDER.indexOf(b.what))[0];
  if (first === undefined) throw new RangeError('A commit has at least one event.');
  const text = described(first);
  const others = events.length - 1;
  const more = others > 0 ? `och ${others} till` : '';
  const why = [text.why, more].filter(Boolean).join(', ');
  if (rounds.size > 1) return { ...text, roundId: '', unit: `${rounds.size} verksamheter`, why };
  return { ...text, roundId: first.roundId, unit: first.roundId === '' ? '' : unitFormula(), why };
}
