import { civilDate, type Day, earliestOf, laterOf } from '../domain/calendar.ts';
import { canonical } from '../domain/clean-text.ts';
import { type AdmissionDecision, type Person, ROLES } from '../domain/facts.ts';
import { refreshersOf } from '../domain/validity.ts';
import type { Fault } from './fault.ts';
import type { Reading } from './reading.ts';
import type { PersonRow } from './records.ts';
import {
  admittedLater,
  complainAbout,
  type NamedRound,
  pastDays,
  type RoundContext,
  roundFinder,
} from './round-context.ts';

const FIRST_DIPLOMA_YEAR = 1990;

export interface PeopleOfRounds {
  readonly byRound: ReadonlyMap<string, readonly Person[]>;
  readonly faults: readonly Fault[];
}

/** What tells one person of a unit from another: the address, else the typed id, else the name. Empty where the row has none of them. */
export function keyOfPerson(row: PersonRow): string {
  if (row.email !== '') return row.email;
  return row.personId === '' ? canonical(row.name) : row.personId;
}

/** The latest counts today; the others have carried earlier periods. */
function refreshers(days: readonly Day[]): Pick<Person, 'refresher' | 'earlierRefreshers'> {
  const [refresher = null, ...earlierRefreshers] = [...new Set(days)].sort((one, other) => other - one);
  return { refresher, earlierRefreshers };
}

/** The same person on two rows: everything that either says is so; employment spans both. */
function merged(left: Person, right: Person): Person {
  return {
    ...left,
    name: left.name === '' ? right.name : left.name,
    roles: ROLES.filter((role) => left.roles.includes(role) || right.roles.includes(role)),
    from: left.from === null || right.from === null ? null : earliestOf(left.from, right.from),
    to: left.to === null || right.to === null ? null : laterOf(left.to, right.to),
    leave: [...left.leave, ...right.leave],
    earlierDiploma: left.earlierDiploma ?? right.earlierDiploma,
    attended: left.attended | right.attended,
    course: earliestOf(left.course, right.course),
    reflection: earliestOf(left.reflection, right.reflection),
    catchUp: earliestOf(left.catchUp, right.catchUp),
    ...refreshers([...refreshersOf(left), ...refreshersOf(right)]),
  };
}

/** The people of every round, by the round's id. One pass over the rows: tens of thousands are usual. */
export function peopleOfRounds(
  reading: Reading<PersonRow>,
  rounds: readonly (NamedRound & {
    readonly unitId: string;
    readonly programme: string;
    readonly decision: AdmissionDecision | null;
  })[],
  context: Pick<RoundContext, 'aliases' | 'today' | 'programmes'>,
): PeopleOfRounds {
  const faults: Fault[] = [];
  const complain = complainAbout('people', reading, faults);
  const find = roundFinder(rounds, context.aliases);
  const sessionsOf = new Map(context.programmes.map((programme) => [programme.id, programme.sessions]));
  const later = admittedLater(rounds);
  const byRound = new Map<string, Map<string, Person>>();
  const unitOfAddress = new Map<string, { readonly unitId: string; readonly unit: string }>();
  const past = pastDays(context.today, complain);
  for (const row of reading.records) {
    const found = find(row.unit, row.round);
    if ('problem' in found) {
      complain('fault', 'unit', row.row, found.problem);
      continue;
    }
    const { round } = found;
    const id = keyOfPerson(row);
    if (id === '') {
      complain('fault', 'email', row.row, 'Raden saknar person. Skriv e-post, medarbetar-id eller namn.');
      continue;
    }
    if (row.email === '' && row.personId === '') {
      complain('remark', 'email', row.row, 'Personen saknar e-post och medarbetar-id och känns igen på namnet.');
    }
    const sessions = sessionsOf.get(round.programme) ?? 0;
    const attended = row.attended & ((1 << sessions) - 1);
    if (attended !== row.attended) {
      const extra = 32 - Math.clz32(row.attended);
      const has = sessions === 0 ? 'inga träffar' : `bara ${sessions} träffar`;
      complain(
        'fault',
        `session${extra}`,
        row.row,
        `Träff ${extra} finns inte: programmet har ${has}. Ta bort krysset.`,
      );
    }
    const year = row.earlierDiploma;
    const isPast = year === null || (year >= FIRST_DIPLOMA_YEAR && year <= civilDate(context.today).year);
    if (!isPast) {
      const text = `${year} är inget år som har varit. Skriv årtalet med fyra siffror, till exempel 2016.`;
      complain('fault', 'earlierDiploma', row.row, text);
    }
    const { row: _row, unit: _unit, round: _number, personId: _personId, ...told } = row;
    const person: Person = {
      ...told,
      id,
      attended,
      earlierDiploma: isPast ? year : null,
      course: past(row, 'course'),
      reflection: past(row, 'reflection'),
      catchUp: past(row, 'catchUp'),
      ...refreshers(row.refresher.filter((refresher) => past({ row: row.row, refresher }, 'refresher') !== null)),
    };
    const people = byRound.get(round.id) ?? new Map<string, Person>();
    byRound.set(round.id, people);
    const before = people.get(id);
    if (before) {
      const other = row.round === null ? later(round) : null;
      const text = 'Personen står två gånger på verksamheten och räknas som en.';
      if (other === null) complain('remark', 'email', row.row, text);
      else
        complain(
          'fault',
          'round',
          row.row,
          `${text} Skriv ${other} i kolumnen Omgång om raden gäller omgång ${other}.`,
        );
      people.set(id, merged(before, person));
      continue;
    }
    people.set(id, person);
    if (row.email === '' || row.to !== null) continue;
    const other = unitOfAddress.get(row.email);
    if (other === undefined) unitOfAddress.set(row.email, round);
    else if (other.unitId !== round.unitId) {
      complain(
        'remark',
        'email',
        row.row,
        `Personen står även på ${other.unit} och räknas på båda. Skriv datum i Slutat om hen har bytt.`,
      );
    }
  }
  const lists = new Map<string, readonly Person[]>();
  for (const [id, people] of byRound) lists.set(id, [...people.values()]);
  return { byRound: lists, faults };
}
