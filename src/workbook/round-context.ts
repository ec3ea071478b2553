import type { Day } from '../domain/calendar.ts';
import { canonical, nearest, quoted } from '../domain/clean-text.ts';
import type { AdmissionDecision, Round } from '../domain/facts.ts';
import type { Fault } from './fault.ts';
import type { ProgrammeName } from './programme-name.ts';
import type { Reading } from './reading.ts';
import type { TabKey } from './tab.ts';
import { TAB_NAMES } from './tabs/index.ts';

/** What the rows are read against. */
export interface RoundContext {
  readonly programmes: readonly ProgrammeName[];
  /** The calendar day of the execution: facts dated later are refused. */
  readonly today: Day;
  /** Names that units have or have had as far as Läge knows, in any writing, with the id of a round of the unit. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Answers to the follow-up survey of the current period, by round id. */
  readonly surveyAnswers: ReadonlyMap<string, number>;
  /** The decision that the product has seen before, by round id: its day holds where the coordinator has chosen a decision but typed no date. */
  readonly decisions?: ReadonlyMap<string, { readonly decision: AdmissionDecision; readonly on: Day }>;
}

export type RoundFacts = Omit<Round, 'people'>;

/** Adds a fault about one cell of a reading. */
export type Complain = (level: Fault['level'], key: string, row: number, text: string) => void;

export function complainAbout(tab: TabKey, reading: Reading<unknown>, faults: Fault[]): Complain {
  return (level, key, row, text) => {
    faults.push({ tab, tabName: TAB_NAMES[tab], cell: reading.cell(key, row), row, column: key, text, level });
  };
}

/** Reads days on which something is said to have happened: one that is later than today is a fault, and null. */
export function pastDays(today: Day, complain: Complain) {
  return <Key extends string>(
    row: Readonly<Record<Key, Day | null>> & { readonly row: number },
    key: Key,
  ): Day | null => {
    const on = row[key];
    if (on === null || on <= today) return on;
    complain('fault', key, row.row, 'Datumet ligger i framtiden. Skriv dagen då det har skett.');
    return null;
  };
}

export interface NamedRound {
  readonly id: string;
  readonly unit: string;
  readonly number: number;
}

/** Tells of a round whether its unit has been admitted to a later one: the number of the last such, else null. */
export function admittedLater(
  rounds: readonly (NamedRound & { readonly decision: AdmissionDecision | null })[],
): (round: NamedRound) => number | null {
  const last = new Map<string, number>();
  for (const { unit, number, decision } of rounds) {
    if (decision === 'admit') last.set(canonical(unit), Math.max(number, last.get(canonical(unit)) ?? 0));
  }
  return ({ unit, number }) => {
    const later = last.get(canonical(unit)) ?? 0;
    return later > number ? later : null;
  };
}

/** A tab that is pasted full of foreign names is named cell by cell, but not compared with every unit each time. */
const MOST_SUGGESTIONS = 100;

type Found<R> = { readonly round: R } | { readonly problem: string };

/** Finds the round that a row names by the unit's name and the number of the round; the same wording is looked up once. */
export function roundFinder<R extends NamedRound>(
  rounds: readonly R[],
  aliases: ReadonlyMap<string, string>,
): (unit: string, number: number | null) => Found<R> {
  const byUnit = new Map<string, R[]>();
  const byId = new Map<string, R[]>();
  for (const round of rounds) {
    const key = canonical(round.unit);
    const list = byUnit.get(key) ?? [];
    list.push(round);
    byUnit.set(key, list);
    byId.set(round.id, list);
  }
  const former = new Map<string, R[] | undefined>();
  for (const [name, id] of aliases) former.set(canonical(name), byId.get(id));

  let suggestions = 0;
  const look = (unit: string, number: number | null): Found<R> => {
    const key = canonical(unit);
    if (key === '') return { problem: 'Raden saknar verksamhet. Välj i listan. Dela upp sammanfogade celler först.' };
    const candidates = byUnit.get(key) ?? former.get(key);
    if (!candidates) {
      suggestions += 1;
      const names = suggestions > MOST_SUGGESTIONS ? [] : rounds.map((round) => round.unit);
      const near = nearest(unit, names);
      const hint = near === null ? 'Lägg till den på fliken Verksamheter, eller rätta namnet.' : `Menade du ${near}?`;
      return { problem: `Verksamheten ${quoted(unit)} finns inte. ${hint}` };
    }
    const wanted = candidates.find((round) => round.number === (number ?? 1));
    if (wanted) return { round: wanted };
    const only = candidates[0];
    if (number === null && candidates.length === 1 && only) return { round: only };
    const numbers = candidates.map((round) => round.number).sort((left, right) => left - right);
    return { problem: `${quoted(unit)} har ingen omgång ${number ?? 1}. Skriv något av: ${numbers.join(', ')}.` };
  };

  const known = new Map<string, Map<number | null, Found<R>>>();
  return (unit, number) => {
    const byNumber = known.get(unit) ?? new Map<number | null, Found<R>>();
    known.set(unit, byNumber);
    const found = byNumber.get(number) ?? look(unit, number);
    byNumber.set(number, found);
    return found;
  };
}
