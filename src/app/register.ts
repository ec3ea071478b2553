/** Reads the tabs of people into rounds. The rules that hold are the programmes' own with the coordinators' changes. */
import type { Day } from '../domain/calendar.ts';
import type { AdmissionDecision, Round } from '../domain/facts.ts';
import { dayOfStamp, type Stamp, stampOf } from '../domain/mail-times.ts';
import type { Programme } from '../domain/rules.ts';
import { applyRuleRows, PROGRAMMES } from '../programmes/index.ts';
import { programmeLabels } from '../programmes/labels.ts';
import type { RuleFault, RuleRow } from '../programmes/rule-changes.ts';
import {
  type Fault,
  FOLLOW_UPS_TAB,
  OCCASIONS_TAB,
  type PersonRow,
  type ProgrammeName,
  peopleOfRounds,
  peopleTab,
  type Reading,
  type RoundContext,
  type RoundFacts,
  readFollowUps,
  readOccasions,
  readPeople,
  readUnits,
  roundsOf,
  type TabKey,
  UNITS_TAB,
  type UnitRow,
  USUAL_SESSIONS,
} from '../workbook/index.ts';
import type { Cell, Now, WorkbookPort } from './ports.ts';
import type { StateTab } from './state-tab.ts';
import { cellsOf } from './tab-rows.ts';

/** The programmes with the coordinators' dated changes, and what the workbook needs to know of them. */
export interface Rulebook {
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly names: readonly ProgrammeName[];
  /** The largest number of sessions, which is how many tick boxes Deltagare has. */
  readonly sessions: number;
}

export function rulebook(rows: readonly RuleRow[]): Rulebook {
  const { programmes } = applyRuleRows(PROGRAMMES, rows);
  const labels = programmeLabels(programmes);
  const names = programmes.map((programme) => ({
    id: programme.id,
    name: labels.get(programme.id) ?? programme.name,
    sessions: Math.max(0, ...programme.versions.map((version) => ('sessions' in version ? version.sessions : 0))),
  }));
  return {
    programmes: new Map(programmes.map((programme) => [programme.id, programme])),
    names,
    sessions: Math.max(USUAL_SESSIONS, ...names.map((name) => name.sessions)),
  };
}

/** What cannot be right among the rows of Regler. */
export function ruleFaults(rows: readonly RuleRow[]): readonly RuleFault[] {
  return applyRuleRows(PROGRAMMES, rows).faults;
}

export const stampNow = (now: Now): Stamp => stampOf(now.day as Day, now.minute);

/** Former names of units, so that rows which still bear them are found; the last known one too, which the tab may just have changed. */
function aliases(tab: StateTab): Map<string, string> {
  const names = new Map<string, string>();
  for (const row of tab.rows) {
    const state = row.state();
    for (const name of state ? [...state.formerNames, state.facts.unit] : []) names.set(name, row.roundId);
  }
  return names;
}

export function roundContext(tab: StateTab, rules: Rulebook, now: Stamp): RoundContext {
  const surveyAnswers = new Map<string, number>();
  const decisions = new Map<string, { decision: AdmissionDecision; on: Day }>();
  for (const row of tab.rows) {
    const facts = row.state()?.facts;
    surveyAnswers.set(row.roundId, facts?.surveyAnswers ?? 0);
    if (facts?.decision && facts.decisionOn !== null)
      decisions.set(row.roundId, { decision: facts.decision, on: facts.decisionOn });
  }
  return { programmes: rules.names, today: dayOfStamp(now), aliases: aliases(tab), surveyAnswers, decisions };
}

export interface Register {
  readonly rounds: readonly Round[];
  readonly faults: readonly Fault[];
  readonly units: Reading<UnitRow>;
  readonly peoplePrints: ReadonlyMap<string, string>;
  /** 1-based last row that says something, by the tab's key. */
  readonly lastRows: LastRows;
  /** False where a tab could not be understood: then nothing may be concluded from what it lacks. */
  readonly usable: boolean;
}

export type LastRows = Readonly<Partial<Record<TabKey, number>>>;

export function lastRow(reading: Reading<{ readonly row: number }>): number {
  return reading.records.reduce((last, { row }) => Math.max(last, row), 0);
}

/** 53-bit FNV-like fingerprint: enough to see that rows have changed; nothing depends on it being unpredictable. */
export function fingerprint(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return (high >>> 0).toString(36) + (low >>> 0).toString(36);
}

export function peoplePrints(rounds: readonly Pick<Round, 'id' | 'people'>[]): Map<string, string> {
  return new Map(rounds.map((round) => [round.id, fingerprint(JSON.stringify(round.people))]));
}

/** Three calls: everything that people type but the units. */
export function readRegister(
  workbook: WorkbookPort,
  unitCells: readonly (readonly Cell[])[],
  rules: Rulebook,
  context: RoundContext,
): Register {
  const units = readUnits(unitCells, rules.names);
  const tab = peopleTab(rules.sessions);
  const people = readPeople(cellsOf(workbook, tab), rules.sessions);
  const occasions = readOccasions(cellsOf(workbook, OCCASIONS_TAB));
  const followUps = readFollowUps(cellsOf(workbook, FOLLOW_UPS_TAB));
  const { rounds, faults } = roundsOf({ units, people, occasions, followUps }, context);
  return {
    rounds,
    units,
    faults: [...units.faults, ...people.faults, ...occasions.faults, ...followUps.faults, ...faults],
    peoplePrints: peoplePrints(rounds),
    lastRows: {
      units: lastRow(units),
      people: lastRow(people),
      occasions: lastRow(occasions),
      followUps: lastRow(followUps),
    },
    usable: units.usable && people.usable && occasions.usable && followUps.usable,
  };
}

/** One call. */
export function readUnitCells(workbook: WorkbookPort): Cell[][] {
  return cellsOf(workbook, UNITS_TAB);
}

/** One call: the people alone, for rounds whose other facts Läge knows. */
export function readPeopleOf(
  workbook: WorkbookPort,
  rounds: readonly RoundFacts[],
  rules: Rulebook,
  context: RoundContext,
): { readonly rounds: readonly Round[]; readonly reading: Reading<PersonRow>; readonly faults: readonly Fault[] } {
  const tab = peopleTab(rules.sessions);
  const reading = readPeople(cellsOf(workbook, tab), rules.sessions);
  const { byRound, faults } = peopleOfRounds(reading, rounds, context);
  return {
    reading,
    faults: [...reading.faults, ...faults],
    rounds: rounds.map((facts) => ({ ...facts, people: byRound.get(facts.id) ?? [] })),
  };
}
