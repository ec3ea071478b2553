import { byDay } from '../domain/calendar.ts';
import { quoted } from '../domain/clean-text.ts';
import type { AdmissionDecision, Occasion, OccasionState } from '../domain/facts.ts';
import type { Fault } from './fault.ts';
import type { Reading } from './reading.ts';
import type { OccasionRow } from './records.ts';
import {
  admittedLater,
  type Complain,
  complainAbout,
  type NamedRound,
  type RoundContext,
  roundFinder,
} from './round-context.ts';

interface Dated {
  readonly row: OccasionRow;
  readonly session: number;
  readonly state: OccasionState;
}

const LABEL = /^[A-ZÅÄÖ0-9]{1,3}$/;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function byTime(left: Dated, right: Dated): number {
  return (
    Number(left.state === 'cancelled') - Number(right.state === 'cancelled') ||
    byDay(left.row.starts?.day, right.row.starts?.day) ||
    (left.row.starts?.minute ?? 0) - (right.row.starts?.minute ?? 0) ||
    left.row.row - right.row.row
  );
}

/** Every occasion of one session with a label of its own, given in order of time, so that sorting the tab changes nothing. */
function labelled(dated: readonly Dated[], complain: Complain): readonly Occasion[] {
  const taken = new Set(dated.map((one) => one.row.label).filter((label) => LABEL.test(label)));
  const used = new Set<string>();
  return [...dated].sort(byTime).map(({ row, session, state }) => {
    let label = row.label;
    if (used.has(label) || (label !== '' && !LABEL.test(label))) {
      const free =
        [...LETTERS].find((letter) => !taken.has(letter) && (letter !== 'A' || used.size === 0)) ?? `${used.size}`;
      const text =
        label === ''
          ? `Träff ${session} finns flera gånger utan beteckning. Skriv A, B … i kolumnen Tillfälle. Raden läses som ${free}.`
          : `Beteckningen ${quoted(label)} kan inte användas. Skriv A, B … Raden läses som ${free}.`;
      complain('remark', 'label', row.row, text);
      label = free;
      taken.add(free);
    }
    used.add(label);
    return {
      id: `${session}:${label}`,
      session,
      label,
      day: row.starts?.day ?? null,
      minute: row.starts?.minute ?? null,
      digital: row.digital,
      place: row.place,
      trainer: row.trainer,
      state,
      attendanceComplete: state === 'held' && row.attendanceComplete,
    };
  });
}

/** A held session lies in the past; one that is said to be held later on is still planned. */
function stateOf(row: OccasionRow, context: RoundContext, complain: Complain): OccasionState {
  if (row.state !== 'held') return row.state;
  if (row.starts === null) {
    complain('remark', 'starts', row.row, 'Träffen är genomförd men saknar datum. Skriv dagen då den hölls.');
  } else if (row.starts.day > context.today) {
    complain(
      'fault',
      'state',
      row.row,
      'Träffen ligger i framtiden och kan inte vara genomförd. Den läses som planerad.',
    );
    return 'planned';
  }
  return 'held';
}

/** The occasions of every round, by the round's id, in order of session and time. */
export function occasionsOf(
  reading: Reading<OccasionRow>,
  rounds: readonly (NamedRound & { readonly programme: string; readonly decision: AdmissionDecision | null })[],
  context: RoundContext,
  faults: Fault[],
): ReadonlyMap<string, readonly Occasion[]> {
  const complain = complainAbout('occasions', reading, faults);
  const find = roundFinder(rounds, context.aliases);
  const later = admittedLater(rounds);
  const bySession = new Map<string, Map<number, Dated[]>>();
  for (const row of reading.records) {
    const found = find(row.unit, row.round);
    if ('problem' in found) {
      complain('fault', 'unit', row.row, found.problem);
      continue;
    }
    const programme = context.programmes.find((one) => one.id === found.round.programme);
    const sessions = programme?.sessions ?? 0;
    if (row.session === null) {
      complain('fault', 'session', row.row, 'Raden saknar träffens nummer. Skriv till exempel 1.');
      continue;
    }
    if (row.session < 1 || row.session > sessions) {
      const has = sessions === 0 ? 'inga träffar' : `träff 1–${sessions}`;
      complain(
        'fault',
        'session',
        row.row,
        `Träff ${row.session} finns inte. ${programme?.name ?? 'Programmet'} har ${has}.`,
      );
      continue;
    }
    const other = row.round === null && row.state === 'planned' ? later(found.round) : null;
    if (other !== null) {
      const text = `Tillfället räknas till omgång ${found.round.number}. Skriv ${other} i kolumnen Omgång om det gäller omgång ${other}, annars ${found.round.number}.`;
      complain('fault', 'round', row.row, text);
    }
    const ofRound = bySession.get(found.round.id) ?? new Map<number, Dated[]>();
    bySession.set(found.round.id, ofRound);
    const dated = { row, session: row.session, state: stateOf(row, context, complain) };
    ofRound.set(row.session, [...(ofRound.get(row.session) ?? []), dated]);
  }
  const occasions = new Map<string, readonly Occasion[]>();
  for (const [id, sessions] of bySession) {
    const ordered = [...sessions].sort(([left], [right]) => left - right);
    occasions.set(
      id,
      ordered.flatMap(([, dated]) => labelled(dated, complain)),
    );
  }
  return occasions;
}
