/** The health check: what cannot be read in the workbook, answers that belong to nobody, and rows of units that have been deleted and can come back. */
import { formatDay } from '../domain/calendar.ts';
import { dayOfStamp } from '../domain/mail-times.ts';
import {
  AS_TYPED,
  EVENTS_TAB,
  FIRST_DATA_ROW,
  HAPPENED,
  KEY_ROW,
  peopleTab,
  UNITS_TAB,
  type Value,
} from '../workbook/index.ts';
import { fullRun, openInstalled, openLocked } from './full-run.ts';
import { checkJournal, JOURNAL_COLUMNS, type JournalFault } from './journal.ts';
import { JOURNAL_PROPERTY, writeStart } from './nightly.ts';
import { goneCopies, keepCopies, rowOfCopy } from './people-copies.ts';
import type { Ports } from './ports.ts';
import { readUnitCells, rulebook, stampNow } from './register.ts';
import type { RoundState } from './round-state.ts';
import { openAnswers } from './start-tab.ts';
import { parsed, type Unmatched } from './state-tab.ts';
import { cellsOf, completeRow } from './tab-rows.ts';
import { FORM_NAMES } from './visible-events.ts';

export interface HealthView {
  readonly faults: readonly { readonly where: string; readonly text: string }[];
  readonly missing: readonly { readonly id: string; readonly name: string }[];
  /** Rows of Deltagare that have been deleted. */
  readonly missingPeople: readonly {
    readonly roundId: string;
    readonly personId: string;
    readonly name: string;
    readonly unit: string;
  }[];
  readonly unmatched: readonly { readonly on: string; readonly text: string; readonly print: string }[];
}

const JOURNAL_FAULTS: Readonly<Record<JournalFault['problem'], string>> = {
  unreadable: 'Händelsen kan inte läsas.',
  changed: 'Händelsen har ändrats efter att den skrevs.',
  parentMissing: 'En händelse före den här saknas.',
  cut: 'Händelser som fanns i natt saknas.',
};

/** What somebody has done to the journal. Two calls: the tab, and its end as the last nightly run kept it. */
function journalFaults({ workbook, properties, digest }: Ports): HealthView['faults'] {
  const rows = workbook.readFrom(EVENTS_TAB.name, FIRST_DATA_ROW, JOURNAL_COLUMNS) ?? [];
  const kept = parsed<{ readonly tips: readonly string[] }>(properties.get(JOURNAL_PROPERTY) ?? '');
  return checkJournal(rows, FIRST_DATA_ROW, kept?.tips ?? [], digest).map(({ row, problem }) => ({
    where: `${EVENTS_TAB.name} A${row}`,
    text: `${JOURNAL_FAULTS[problem]} Hämta tillbaka fliken med Arkiv → Versionshistorik.`,
  }));
}

/** Four calls. @throws in Swedish where the product is not installed */
export function healthView(ports: Ports): HealthView {
  const tab = openInstalled(ports);
  const shown = tab.head.faults.map(({ tab: name, cell, text }) => ({ where: `${name} ${cell}`.trim(), text }));
  return {
    faults: [...shown, ...journalFaults(ports)],
    missing: tab.rows.flatMap((row) => {
      const state = row.state();
      return state?.missing ? [{ id: state.roundId, name: state.facts.unit }] : [];
    }),
    missingPeople: goneCopies(ports.workbook).map(({ roundId, person: { id, name, email } }) => ({
      roundId,
      personId: id,
      name: name || email || id,
      unit: tab.byId.get(roundId)?.state()?.facts.unit ?? '',
    })),
    unmatched: openAnswers(tab.head).map(({ on, form, problem, print }) => ({
      on: `${formatDay(on)}, ${FORM_NAMES[form] ?? form}`,
      text: problem,
      print,
    })),
  };
}

/** A person has seen to an answer that belonged to nobody: it is shown no more. @throws in Swedish */
export function settleAnswer(ports: Ports, print: string): HealthView {
  const tab = openLocked(ports);
  const isIt = (one: Unmatched): boolean => one.print === print;
  const form = tab.head.unmatched.find(isIt)?.form ?? '';
  const run = fullRun(ports, tab, {
    by: 'health',
    now: stampNow(ports.now()),
    head: (head) => ({ ...head, unmatched: head.unmatched.map((one) => (isIt(one) ? { ...one, isDone: true } : one)) }),
    events: [{ what: 'form', about: form, from: 'unmatched', to: 'settled', why: '' }],
  });
  writeStart(ports, run);
  return healthView(ports);
}

/** Facts whose column bears the same key. */
const KEPT = [...AS_TYPED, ...HAPPENED, 'decision', 'decisionOn', 'planOn', 'withdrawnOn'] as const;

function rowValues({ facts }: RoundState, programme: string): Record<string, Value> {
  const moved = facts.planDue ?? facts.catchUpDue ?? facts.surveyDue;
  return {
    ...Object.fromEntries(KEPT.map((key) => [key, facts[key]])),
    programme,
    round: facts.number === 1 ? null : facts.number,
    staff: facts.statedStaff,
    // A moved date needs a reason beside it; which one it was is not among the facts.
    extensionReason: moved === null ? null : 'other',
  };
}

/** Puts back a unit's row as the register last knew it, with its id, so that everything else finds it again. @throws in Swedish */
export function restoreUnit(ports: Ports, roundId: string): HealthView {
  const tab = openLocked(ports);
  const state = tab.byId.get(roundId)?.state();
  const cells = readUnitCells(ports.workbook);
  const keys = cells[KEY_ROW - 1] ?? [];
  const isThere = cells.some((row) => row[keys.indexOf('id')] === roundId);
  if (state && !isThere) {
    const programme = rulebook([]).names.find((one) => one.id === state.facts.programme)?.name ?? '';
    ports.workbook.append(UNITS_TAB.name, completeRow(UNITS_TAB, keys, rowValues(state, programme)));
  }
  fullRun(ports, tab, { by: 'restore', now: stampNow(ports.now()) });
  return healthView(ports);
}

/** Puts back a person's row as it was last seen. @throws in Swedish */
export function restorePerson(ports: Ports, roundId: string, personId: string): HealthView {
  const tab = openLocked(ports);
  const now = stampNow(ports.now());
  const copy = goneCopies(ports.workbook).find((one) => one.roundId === roundId && one.person.id === personId);
  const facts = tab.byId.get(roundId)?.state()?.facts;
  if (copy && facts) {
    const people = peopleTab(rulebook(tab.head.ruleRows).sessions);
    const keys = cellsOf(ports.workbook, people)[KEY_ROW - 1];
    ports.workbook.append(people.name, completeRow(people, keys, rowOfCopy(copy, facts.unit, facts.number)));
  }
  const run = fullRun(ports, tab, { by: 'restore', now, showsOutbox: true });
  keepCopies(ports.workbook, run, dayOfStamp(now));
  return healthView(ports);
}
