/** What can be printed for a unit: its diplomas, and a list for each occasion on which the trainer marks who is there. */
import type { Day } from '../domain/calendar.ts';
import type { Occasion, Round } from '../domain/facts.ts';
import { dayOfStamp } from '../domain/mail-times.ts';
import { isEmployed, isOnLeave } from '../domain/staff.ts';
import { dayInWords, timeInWords } from '../domain/swedish.ts';
import { attendanceListDocument } from '../reports/index.ts';
import { diplomasOf } from './diplomas.ts';
import { openInstalled } from './full-run.ts';
import { type RoundChoice, roundChoices, roundOfRow } from './panel.ts';
import type { Cell, Ports } from './ports.ts';
import { readPeopleOf, roundContext, rulebook, stampNow } from './register.ts';
import { readSettings } from './settings.ts';

export interface PrintView {
  /** Empty where the selected row belongs to no unit. */
  readonly unit: string;
  /** What can be chosen then. */
  readonly choices: readonly RoundChoice[];
  readonly documents: readonly { readonly label: string; readonly html: string }[];
}

/** "Träff 1 A, 6 oktober 2025 kl. 13.00" */
export function occasionInWords({ session, label, day, minute }: Occasion): string {
  const when = day === null ? '' : `, ${dayInWords(day)}${minute === null ? '' : ` ${timeInWords(minute)}`}`;
  return `Träff ${session}${label === '' ? '' : ` ${label}`}${when}`;
}

/** Those employed on the day and not on leave, in alphabetical order; who has no name is known by address or id. */
function namesOn({ people }: Round, day: Day): string[] {
  return people
    .filter((person) => isEmployed(person, day) && !isOnLeave(person.leave, day, day))
    .map(({ name, email, id }) => name || email || id)
    .sort(new Intl.Collator('sv').compare);
}

/** Two calls beside those that found the row: Läge and the people. @throws in Swedish where the product is not installed */
export function printView(ports: Ports, keys: readonly Cell[], row: readonly Cell[]): PrintView {
  const tab = openInstalled(ports);
  const state = roundOfRow(tab, keys, row);
  const rules = rulebook(tab.head.ruleRows);
  const programme = rules.programmes.get(state?.facts.programme ?? '');
  if (!state || !programme) return { unit: '', choices: roundChoices(tab), documents: [] };
  const now = stampNow(ports.now());
  const round: Round = { ...state.facts, people: [] };
  const [known = round] = readPeopleOf(ports.workbook, [state.facts], rules, roundContext(tab, rules, now)).rounds;
  const diplomas = diplomasOf(known, state, programme, readSettings(tab.head.settings).settings).files;
  const occasions = known.occasions
    .filter(({ state: standing }) => standing !== 'cancelled')
    .sort((one, other) => one.session - other.session || (one.day ?? 0) - (other.day ?? 0));
  return {
    unit: known.unit,
    choices: [],
    documents: [
      ...diplomas.map(({ name, content }) => ({
        label: name === 'diplom.pdf' ? 'Diplom' : 'Personliga diplom',
        html: content,
      })),
      ...occasions.map((one) => ({
        label: `Närvarolista: ${occasionInWords(one)}`,
        html: attendanceListDocument({
          unit: known.unit,
          programmeName: programme.name,
          occasion: occasionInWords(one),
          place: one.digital ? 'Digitalt' : one.place,
          trainer: one.trainer,
          names: namesOn(known, one.day ?? dayOfStamp(now)),
        }),
      })),
    ],
  };
}
