/**
 * The whole recomputation: reads every fact, decides about every round and commits what follows. The nightly run, the sender, the
 * menu's "Uppdatera alla" and every edit that is not a mere tick take this road, so whatever an execution left undone is done here.
 */

import type { Day } from '../domain/calendar.ts';
import type { Round } from '../domain/facts.ts';
import { dayOfStamp, type Stamp } from '../domain/mail-times.ts';
import { EVENTS_TAB, type Fault, OUTBOX_TAB, type OutboxRow, readOutbox, STATE_TAB } from '../workbook/index.ts';
import { advance } from './advance.ts';
import { commit } from './commit.ts';
import { decorateNewRows } from './decorate.ts';
import type { JournalEvent } from './events.ts';
import { JOURNAL_COLUMNS, type JournalTail, readJournal } from './journal.ts';
import { keeps, previewer } from './letters.ts';
import { afterAction, afterSending, numbered } from './mail-queue.ts';
import { keptTab, STATE_VERSION } from './migrations.ts';
import { planOutbox, writeOutbox } from './outbox.ts';
import { judgeChoices } from './outbox-choices.ts';
import type { Ports } from './ports.ts';
import {
  type LastRows,
  type Register,
  type Rulebook,
  readRegister,
  readUnitCells,
  roundContext,
  rulebook,
} from './register.ts';
import type { RoundState } from './round-state.ts';
import { reachesText } from './rule-confirmation.ts';
import { digestWasSent, leftBehind, type SendResult } from './sending.ts';
import { readSettings, type Settings } from './settings.ts';
import { listFaults, shownFault } from './shown-faults.ts';
import { type Head, type OpenState, packState, readStateTab, upToDate } from './state-tab.ts';
import { cellsOf } from './tab-rows.ts';
import { giveIds } from './unit-ids.ts';
import { withPage } from './unit-pages.ts';

/** Milliseconds that a person waits for another execution to end. */
export const LOCK_WAIT = 30_000;

export interface FullRun {
  readonly now: Stamp;
  readonly tab: OpenState;
  readonly head: Head;
  readonly settings: Settings;
  readonly rules: Rulebook;
  readonly register: Register;
  readonly rounds: ReadonlyMap<string, Round>;
  /** After this run, by round id, in the order of Läge. */
  readonly states: ReadonlyMap<string, RoundState>;
  /** What cannot be read on the tabs that this run has read. */
  readonly faults: readonly Fault[];
  readonly journal: JournalTail | null;
}

export interface FullRunOptions {
  readonly by: string;
  readonly now: Stamp;
  /** Reads the journal's tail and names its loose ends: the nightly run, the sender and the health check. */
  readonly readsJournal?: boolean;
  /** Brings Utskick up to date. */
  readonly showsOutbox?: boolean;
  /** What has changed in the head, for instance settings that have been read anew. */
  readonly head?: (head: Head) => Head;
  /** Answers to the follow-up survey by round id, when they have been counted anew. */
  readonly surveyAnswers?: ReadonlyMap<string, number> | null;
  /** A further step for single rounds, for instance a receipt. */
  readonly also?: (
    state: RoundState,
  ) => { readonly state: RoundState; readonly events: readonly JournalEvent[] } | null;
  /** Nothing that holds already is told. */
  readonly isFirstInstallation?: boolean;
  /** Last rows of the tabs that the caller has read itself. */
  readonly lastRows?: LastRows;
  /** Further events of the whole workbook. */
  readonly events?: readonly Omit<JournalEvent, 'number' | 'roundId'>[];
}

/** What a person is told where another execution holds the workbook. */
export const BUSY = 'Arbetsboken är upptagen. Försök igen om en stund.';

/** What a person is told where `openState` gives nothing. */
export const NOT_INSTALLED =
  'Välj Diplomering → Installera först. I en kopia av en arbetsbok gör programmet ingenting innan dess.';

/**
 * Läge as an execution finds it, brought up to date where an older version has written it. Null where nothing may be done: the product is
 * not installed, the workbook is a copy of the one that it was installed in, or a newer version has written it.
 */
export function openState(ports: Ports): OpenState | null {
  let tab = readStateTab(ports.workbook);
  // The event of a moved column may have been lost; two executions must not move it back at once.
  if (tab && !tab.isArranged && ports.lock.take(LOCK_WAIT)) {
    ports.workbook.arrange();
    tab = readStateTab(ports.workbook);
  }
  if (tab?.head?.workbookId !== ports.workbook.id() || tab.head.version > STATE_VERSION) return null;
  return upToDate({ ...tab, head: tab.head });
}

/** What a person's wish from the menu or a page starts with. @throws in Swedish where it cannot be met now */
export function openLocked(ports: Ports): OpenState {
  if (!ports.lock.take(LOCK_WAIT)) throw new Error(BUSY);
  return openInstalled(ports);
}

/** As `openLocked`, for reading alone. */
export function openInstalled(ports: Ports): OpenState {
  const tab = openState(ports);
  if (!tab) throw new Error(NOT_INSTALLED);
  return tab;
}

/**
 * What an earlier sender has done becomes part of the state, and then what a person has chosen in Utskick.
 * @param taken gets the ids of the choices that the round has taken
 */
function settle(
  before: RoundState,
  result: SendResult | null,
  choices: readonly OutboxRow[],
  taken: Set<string>,
  now: Stamp,
): { state: RoundState; events: readonly JournalEvent[] } {
  const sent = result === null ? null : numbered(afterSending(before, result, now));
  let state = sent?.state ?? before;
  const events = [...(sent?.events ?? [])];
  for (const choice of choices) {
    const step = afterAction(state, choice, now);
    if (step === null) continue;
    taken.add(choice.id);
    const done = numbered(step);
    events.push(...done.events);
    state = done.state;
  }
  return { state, events };
}

/**
 * Must be called with the lock held. `tab` is what `openState` gave under the same lock.
 */
export function fullRun(ports: Ports, tab: OpenState, options: FullRunOptions): FullRun {
  const { now } = options;
  const oldHead = tab.head;
  const isOld = oldHead.version < STATE_VERSION;
  if (isOld) ports.workbook.duplicate(STATE_TAB.name, keptTab(oldHead.version));
  let head: Head = { ...(options.head ? options.head(oldHead) : oldHead), version: STATE_VERSION };
  const rules = rulebook(head.ruleRows);
  const { settings } = readSettings(head.settings);
  const isKept = keeps(settings.dryRun || readSettings(oldHead.settings).settings.dryRun, settings);
  const known = roundContext(tab, rules, now);
  const context = options.surveyAnswers ? { ...known, surveyAnswers: options.surveyAnswers } : known;
  const register = readRegister(ports.workbook, giveIds(ports, readUnitCells(ports.workbook), tab), rules, context);
  const journal = options.readsJournal
    ? readJournal(
        ports.workbook.readFrom(EVENTS_TAB.name, head.journalRow, JOURNAL_COLUMNS) ?? [],
        head.journalRow,
        head.tips,
        ports.digest,
      )
    : null;

  const outboxCells = options.showsOutbox ? cellsOf(ports.workbook, OUTBOX_TAB) : null;
  const outboxRows = outboxCells ? readOutbox(outboxCells) : null;
  const choices = (outboxRows?.records ?? []).filter(({ action }) => action !== null);
  const taken = new Set<string>();
  const answersFrom = dayOfStamp(Math.min(now, ...Object.values(head.forms).map((form) => form.readUntil)));
  const result = leftBehind(tab.sending, now);
  const events: JournalEvent[] = [];
  const changed: RoundState[] = [];
  const states = new Map<string, RoundState>();
  const rounds = new Map(register.rounds.map((round) => [round.id, round]));

  const take = (before: RoundState | null, round: Round): void => {
    const settled = before === null ? null : settle(before, result, choices, taken, now);
    const step = advance(settled?.state ?? null, round, {
      now,
      programme: rules.programmes.get(round.programme) ?? null,
      holdMinutes: settings.holdMinutes,
      peoplePrint: register.peoplePrints.get(round.id) ?? '',
      newId: ports.newId,
      isFirstInstallation: options.isFirstInstallation === true,
      isKept,
    });
    const also = options.also?.(step.state) ?? null;
    const state = withPage(withoutOldAnswers(also?.state ?? step.state, answersFrom), settings, ports.newId);
    events.push(...(settled?.events ?? []), ...step.events, ...(also?.events ?? []));
    states.set(round.id, state);
    changed.push(state);
  };

  for (const row of tab.rows) {
    const before = row.state();
    const round = rounds.get(row.roundId);
    if (round && register.usable) take(before, round);
    else if (before) {
      const settled = settle(before, result, choices, taken, now);
      const state = { ...settled.state, missing: register.usable };
      events.push(...settled.events);
      states.set(row.roundId, state);
      if (isOld || state.missing !== before.missing || settled.events.length > 0) changed.push(state);
    }
  }
  if (register.usable) {
    for (const round of register.rounds) if (!tab.byId.has(round.id)) take(null, round);
  }

  (options.events ?? []).forEach((event, index) => {
    events.push({ ...event, roundId: '', number: head.events + index });
  });
  head = { ...head, events: head.events + (options.events?.length ?? 0) };
  const outboxFaults = outboxRows ? judgeChoices(outboxRows, states.values(), taken) : null;
  const faults = listFaults([
    ...head.tabFaults,
    ...register.faults.map(shownFault),
    ...(outboxFaults?.map(shownFault) ?? head.faults.filter((fault) => fault.tab === OUTBOX_TAB.name)),
  ]);
  const ruleReaches = reachesText({ ...head, rounds, states, today: dayOfStamp(now) });
  const lastRows = { ...register.lastRows, ...options.lastRows };
  head = { ...head, faults, ruleReaches, decorated: decorateNewRows(ports, head.decorated, lastRows) };
  if (result && digestWasSent(result)) head = { ...head, lastDigest: dayOfStamp(now) };
  if (journal) head = { ...head, journalRow: Math.max(head.journalRow, journal.nextRow - 1), tips: journal.tips };

  const outbox = outboxCells
    ? planOutbox(
        outboxCells,
        [...states.values()],
        taken,
        settings.dryRun,
        previewer({ now, rounds, rules, settings, head }),
      )
    : null;
  for (const state of outbox?.pruned ?? []) {
    states.set(state.roundId, state);
    if (!changed.some((one) => one.roundId === state.roundId)) changed.push(state);
  }
  const current = changed.map((state) => states.get(state.roundId) ?? state).filter((state) => differs(tab, state));
  // While another execution sends, its cell in the head's row is its own.
  const headChanged = JSON.stringify(head) !== JSON.stringify(oldHead) || result !== null;
  commit(ports, result === null ? tab : { ...tab, sending: null }, {
    by: options.by,
    at: now,
    events,
    states: current,
    head: headChanged ? head : null,
    tips: journal ? journal.tips : null,
  });
  if (outbox && outboxCells) writeOutbox(ports, outbox, outboxCells.length);
  const found = [...register.faults, ...(outboxFaults ?? [])];
  return { now, tab, head, settings, rules, register, rounds, states, faults: found, journal };
}

/** What no run will read again in its form needs not be known. */
function withoutOldAnswers(state: RoundState, from: Day): RoundState {
  const kept = Object.entries(state.answers).filter(([, day]) => day >= from);
  return kept.length === Object.keys(state.answers).length ? state : { ...state, answers: Object.fromEntries(kept) };
}

/** Compared as Läge keeps them, so that a run in which nothing happens writes nothing. */
function differs(tab: OpenState, state: RoundState): boolean {
  const before = tab.byId.get(state.roundId)?.state();
  return !before || JSON.stringify(packState(before)) !== JSON.stringify(packState(state));
}
