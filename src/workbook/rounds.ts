/** Rows to the rounds that the domain decides about. What cannot be right is named as a fault and kept out; the rest is used. */

import { preparationsOf } from '../domain/basis.ts';
import { byDay, type Day, formatDay } from '../domain/calendar.ts';
import { canonical } from '../domain/clean-text.ts';
import type { AdmissionDecision, FollowUpRecord, Occasion, Round } from '../domain/facts.ts';
import type { Fault } from './fault.ts';
import { occasionsOf } from './occasions-of-rounds.ts';
import { peopleOfRounds } from './people-of-rounds.ts';
import type { Reading } from './reading.ts';
import type { FollowUpRow, OccasionRow, PersonRow, UnitRow } from './records.ts';
import {
  type Complain,
  complainAbout,
  pastDays,
  type RoundContext,
  type RoundFacts,
  roundFinder,
} from './round-context.ts';

export interface RoundTabs {
  readonly units: Reading<UnitRow>;
  readonly occasions: Reading<OccasionRow>;
  readonly followUps: Reading<FollowUpRow>;
}

/** Rows that can be told apart: one a round, whatever order the tab has been sorted in. */
function distinctRows(units: Reading<UnitRow>, complain: Complain): readonly UnitRow[] {
  const usable = units.records.filter((row) => row.id !== '' && row.unit !== '' && row.programme !== '');
  // The row that has been there longest keeps the place, not the one that happens to stand first.
  const ordered = [...usable].sort(
    (left, right) =>
      Number(left.decision === null) - Number(right.decision === null) ||
      byDay(left.interestOn, right.interestOn) ||
      (left.id < right.id ? -1 : left.id > right.id ? 1 : left.row - right.row),
  );
  const byId = new Map<string, UnitRow>();
  const byName = new Map<string, UnitRow>();
  for (const row of ordered) {
    const name = `${canonical(row.unit)}#${row.round}`;
    const copied = byId.get(row.id);
    const taken = byName.get(name);
    if (copied) {
      complain('fault', 'unit', row.row, `Raden är en kopia av rad ${copied.row} och räknas inte. Ta bort den.`);
    } else if (taken) {
      const text = `${row.unit} finns redan på rad ${taken.row}. Skriv ${row.round + 1} i kolumnen Omgång, eller ta bort raden.`;
      complain('fault', 'round', row.row, text);
    } else {
      byId.set(row.id, row);
      byName.set(name, row);
    }
  }
  return usable.filter((row) => byId.get(row.id) === row);
}

function followUpsOf(
  followUps: Reading<FollowUpRow>,
  rounds: readonly UnitRow[],
  context: RoundContext,
  faults: Fault[],
): ReadonlyMap<string, readonly FollowUpRecord[]> {
  const complain = complainAbout('followUps', followUps, faults);
  const past = pastDays(context.today, complain);
  const find = roundFinder(rounds.map(named), context.aliases);
  const records = new Map<string, FollowUpRecord[]>();
  for (const row of followUps.records) {
    const found = find(row.unit, row.round);
    if ('problem' in found) {
      complain('fault', 'unit', row.row, found.problem);
      continue;
    }
    if (row.kind === null) complain('fault', 'kind', row.row, 'Raden saknar slag. Välj i listan.');
    if (row.on === null) complain('fault', 'on', row.row, 'Raden saknar datum. Skriv dagen då uppföljningen gjordes.');
    const on = past(row, 'on');
    if (row.kind === null || on === null) continue;
    const record = { id: `${row.kind}:${formatDay(on)}`, kind: row.kind, on, missed: row.missed };
    const list = records.get(found.round.id);
    if (!list) records.set(found.round.id, [record]);
    else if (list.some((one) => one.id === record.id))
      complain('remark', 'on', row.row, 'Samma uppföljning står två gånger. Den räknas en gång.');
    else list.push(record);
  }
  return records;
}

const named = ({ id, unit, round: number, programme, decision }: UnitRow) => ({
  id,
  unit,
  number,
  programme,
  decision,
});

/** The plan's day, unless it stands before the first session: then one of the two dates is wrong. */
function planDay(row: UnitRow, on: Day | null, occasions: readonly Occasion[], complain: Complain): Day | null {
  const days = occasions.flatMap((one) =>
    one.session === 1 && one.state !== 'cancelled' && one.day !== null ? [one.day] : [],
  );
  if (on === null || days.length === 0) return on;
  const first = Math.min(...days);
  if (on >= first) return on;
  complain(
    'fault',
    'planOn',
    row.row,
    'Planen har ett datum före första träffen. Rätta datumet för planen eller för träffen.',
  );
  return null;
}

/**
 * The day of a decision that somebody has chosen without a date: the day on which the product first saw it, since the rules of that day hold for
 * the round; but never later than what has already happened.
 */
function decisionDay(
  row: UnitRow,
  decision: AdmissionDecision,
  occasions: readonly Occasion[],
  context: RoundContext,
): Day {
  const seen = context.decisions?.get(row.id);
  if (seen?.decision === decision) return seen.on;
  const held = occasions.flatMap((one) => (one.state === 'held' ? [one.day] : []));
  return [row.diplomaOn, row.planOn, row.presentationOn, ...held].reduce<Day>(
    (earliest, day) => (day !== null && day < earliest ? day : earliest),
    context.today,
  );
}

/** The named values of a record, and no others. */
function picked<T, Key extends keyof T>(record: T, keys: readonly Key[]): Pick<T, Key> {
  const some: Partial<Pick<T, Key>> = {};
  for (const key of keys) some[key] = record[key];
  // Every key has its value now, which the compiler does not follow.
  return some as Pick<T, Key>;
}

/** Columns of Verksamheter that are facts as they stand. Notes and the like are none: a column becomes one only by being named here. */
export const AS_TYPED = [
  'id',
  'unit',
  'programme',
  'unitType',
  'administration',
  'package',
  'managerName',
  'managerEmail',
  'decisionReason',
  'rulesFrom',
  'planAreas',
  'overrideReason',
  'withdrawnReason',
  'planDue',
  'catchUpDue',
  'surveyDue',
] as const satisfies readonly (keyof UnitRow & keyof RoundFacts)[];

/** Columns that say on which day something happened. */
export const HAPPENED = [
  'interestOn',
  'reviewOn',
  'developmentTaskOn',
  'selfReflectionOn',
  'presentationOn',
  'diplomaOn',
  'personDiplomaOn',
] as const satisfies readonly (keyof UnitRow & keyof RoundFacts)[];

function factsOf(
  row: UnitRow,
  unitId: string,
  occasions: readonly Occasion[],
  followUps: readonly FollowUpRecord[],
  context: RoundContext,
  complain: Complain,
): RoundFacts {
  const past = pastDays(context.today, complain);
  const dated = past(row, 'decisionOn');
  const decision = row.decisionOn !== null && dated === null ? null : row.decision;
  const decisionOn = decision === null ? dated : (dated ?? decisionDay(row, decision, occasions, context));
  const withdrawnOn = past(row, 'withdrawnOn');
  if (withdrawnOn !== null && row.withdrawnReason === '') {
    complain('remark', 'withdrawnReason', row.row, 'Avbrottet saknar skäl. Välj ett i listan.');
  }
  const extended = row.planDue ?? row.catchUpDue ?? row.surveyDue;
  if (extended !== null && row.extensionReason === '') {
    complain('remark', 'extensionReason', row.row, 'Det ändrade datumet saknar skäl. Välj ett i listan.');
  }
  const happened = Object.fromEntries(HAPPENED.map((key) => [key, past(row, key)]));
  return {
    ...picked({ ...row, ...happened }, [...AS_TYPED, ...HAPPENED]),
    unitId,
    number: row.round,
    statedStaff: row.staff,
    preparations: preparationsOf(row.basis),
    decision,
    decisionOn,
    planOn: planDay(row, past(row, 'planOn'), occasions, complain),
    withdrawnOn,
    surveyAnswers: context.surveyAnswers.get(row.id) ?? 0,
    occasions,
    followUps,
  };
}

/** The rounds without their people, in the order of the rows. Rows without an id are left out. */
function roundFacts(
  tabs: RoundTabs,
  context: RoundContext,
): { readonly rounds: readonly RoundFacts[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const complain = complainAbout('units', tabs.units, faults);
  const rows = distinctRows(tabs.units, complain);
  const occasions = occasionsOf(tabs.occasions, rows.map(named), context, faults);
  const followUps = followUpsOf(tabs.followUps, rows, context, faults);
  const units = new Map<string, UnitRow>();
  for (const row of rows) {
    const first = units.get(canonical(row.unit));
    if (!first || row.round < first.round) units.set(canonical(row.unit), row);
  }
  const rounds = rows.map((row) =>
    factsOf(
      row,
      units.get(canonical(row.unit))?.id ?? row.id,
      occasions.get(row.id) ?? [],
      followUps.get(row.id) ?? [],
      context,
      complain,
    ),
  );
  return { rounds, faults };
}

/** The whole rounds: `roundFacts` with the people of Deltagare. Faults of the readings themselves are not repeated. */
export function roundsOf(
  tabs: RoundTabs & { readonly people: Reading<PersonRow> },
  context: RoundContext,
): { readonly rounds: readonly Round[]; readonly faults: readonly Fault[] } {
  const { rounds, faults } = roundFacts(tabs, context);
  const people = peopleOfRounds(tabs.people, rounds, context);
  return {
    rounds: rounds.map((round) => ({ ...round, people: people.byRound.get(round.id) ?? [] })),
    faults: [...faults, ...people.faults],
  };
}
