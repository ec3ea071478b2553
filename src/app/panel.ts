/** The side panel: where the unit of the selected row stands and why, and the acts that a coordinator does most. */

import { type Day, formatDay } from '../domain/calendar.ts';
import { MAIL_LABELS } from '../domain/mail-kinds.ts';
import { dayOfStamp } from '../domain/mail-times.ts';
import type { Programme } from '../domain/rules.ts';
import { deadlineText, dutyText, requirementLabel } from '../domain/text.ts';
import { canonical, choiceLabel, KEY_ROW, MAIL_STATE_CHOICES, UNITS_TAB } from '../workbook/index.ts';
import { isDecision } from './advance.ts';
import { writeCells } from './cells.ts';
import { BUSY, fullRun, LOCK_WAIT, NOT_INSTALLED, openState } from './full-run.ts';
import { type Act, actsFor, cellsOfAct } from './panel-acts.ts';
import type { Cell, Ports } from './ports.ts';
import { type Rulebook, readUnitCells, rulebook, stampNow } from './register.ts';
import type { RoundState } from './round-state.ts';
import type { StateTab } from './state-tab.ts';

/** What the page shows: plain texts, which it writes as text and never as markup. */
export interface UnitView {
  readonly id: string;
  readonly name: string;
  /** "Värmland, omgång 2" */
  readonly programme: string;
  readonly status: string;
  readonly label: string;
  readonly summary: string;
  readonly nextStep: string;
  readonly requirements: readonly {
    readonly label: string;
    readonly state: 'met' | 'unmet' | 'unknown';
    readonly have: number;
    readonly need: number;
    readonly text: string;
  }[];
  readonly duties: readonly { readonly who: string; readonly text: string }[];
  readonly deadlines: readonly { readonly text: string; readonly state: string }[];
  readonly mails: readonly { readonly label: string; readonly state: string; readonly on: string }[];
  readonly acts: readonly Act[];
}

export interface PanelView {
  /** What came of the last act, or what is wrong; empty otherwise. */
  readonly message: string;
  readonly isProblem: boolean;
  readonly unit: UnitView | null;
  /** What can be chosen where the selected row belongs to no unit. */
  readonly choices: readonly RoundChoice[];
}

export interface RoundChoice {
  readonly id: string;
  /** The unit's name, and the round when it is not the first. */
  readonly name: string;
}

const MOST_MAILS = 8;

const problem = (message: string, unit: UnitView | null = null): PanelView => ({
  message,
  isProblem: true,
  unit,
  choices: [],
});
const inRound = (name: string, round: number): string => (round > 1 ? `${name}, omgång ${round}` : name);

/** Every round, by the unit's name. */
export function roundChoices(tab: StateTab): readonly RoundChoice[] {
  return tab.rows
    .flatMap((row) => row.state() ?? [])
    .map(({ roundId, facts }) => ({ id: roundId, name: inRound(facts.unit, facts.number) }))
    .sort((one, other) => one.name.localeCompare(other.name, 'sv'));
}

function unitView(state: RoundState, rules: Rulebook, today: Day): UnitView {
  const { facts, shown, decision } = state;
  const programme: Programme | undefined = rules.programmes.get(facts.programme);
  const name = rules.names.find((one) => one.id === facts.programme)?.name ?? facts.programme;
  const common = {
    id: state.roundId,
    name: facts.unit,
    programme: inRound(name, facts.number),
    status: shown.status,
    label: shown.label,
    summary: shown.summary,
    nextStep: shown.nextStep,
    mails: state.mails.slice(-MOST_MAILS).map((mail) => ({
      label: MAIL_LABELS[mail.kind],
      state: choiceLabel(MAIL_STATE_CHOICES, mail.state),
      on: formatDay(dayOfStamp(mail.state === 'queued' ? mail.after : mail.changed)),
    })),
  };
  if (!programme || !isDecision(decision)) return { ...common, requirements: [], duties: [], deadlines: [], acts: [] };
  return {
    ...common,
    requirements: decision.requirements.map((one) => ({
      label: requirementLabel(one.id),
      state: one.state,
      have: one.have,
      need: one.need,
      text: shown.requirements[one.id] ?? '',
    })),
    duties: decision.duties.map((duty) => ({ who: duty.personId, text: dutyText(duty, programme) })),
    deadlines: decision.deadlines
      .filter((one) => one.state !== 'withdrawn')
      .map((one) => ({ text: deadlineText(one, programme), state: one.state })),
    acts: actsFor(decision, programme, today),
  };
}

/** The round of a row in any tab: by its id in Verksamheter, elsewhere by the unit's name and round. */
export function roundOfRow(tab: StateTab, keys: readonly Cell[], row: readonly Cell[]): RoundState | null {
  const text = (key: string): string => {
    const place = keys.indexOf(key);
    return place < 0 ? '' : String(row[place] ?? '').trim();
  };
  const byId = tab.byId.get(text('id'))?.state();
  if (byId) return byId;
  const unit = canonical(text('unit'));
  if (unit === '') return null;
  const named = tab.rows
    .flatMap((one) => one.state() ?? [])
    .filter((state) => [state.facts.unit, ...state.formerNames].some((name) => canonical(name) === unit))
    .sort((left, right) => right.facts.number - left.facts.number);
  return named.find((state) => String(state.facts.number) === (text('round') || '1')) ?? named[0] ?? null;
}

/** One call beside those that found the row. */
export function panelView(ports: Ports, keys: readonly Cell[], row: readonly Cell[]): PanelView {
  const tab = openState(ports);
  if (!tab) return problem(NOT_INSTALLED);
  const state = roundOfRow(tab, keys, row);
  if (!state) return { message: '', isProblem: false, unit: null, choices: roundChoices(tab) };
  const today = dayOfStamp(stampNow(ports.now()));
  return { message: '', isProblem: false, unit: unitView(state, rulebook(tab.head.ruleRows), today), choices: [] };
}

/** Does an act for a round, decides anew and shows what came of it. */
export function panelAct(
  ports: Ports,
  roundId: string,
  key: string,
  given: Readonly<Record<string, unknown>>,
): PanelView {
  if (!ports.lock.take(LOCK_WAIT)) return problem(BUSY);
  const tab = openState(ports);
  if (!tab) return problem(NOT_INSTALLED);
  const now = stampNow(ports.now());
  const today = dayOfStamp(now);
  const state = tab.byId.get(roundId)?.state();
  if (!state) return problem('Verksamheten finns inte längre.');
  const before = unitView(state, rulebook(tab.head.ruleRows), today);
  const act = before.acts.find((one) => one.key === key);
  if (!act) return problem('Det går inte längre. Läget har ändrats.', before);
  const read = cellsOfAct(act, given, today);
  if ('problem' in read) return problem(read.problem, before);
  const cells = readUnitCells(ports.workbook);
  const written = cells.length >= KEY_ROW && writeCells(ports, UNITS_TAB, { row: roundId, values: read.cells }, cells);
  if (!written) return problem('Raden på fliken Verksamheter hittades inte.', before);
  const run = fullRun(ports, tab, { by: 'panel', now, showsOutbox: true });
  const after = run.states.get(roundId);
  const refused = after && isDecision(after.decision) && after.decision.refusedDiploma;
  return {
    message: refused ? after.shown.summary : `${act.label}: klart.`,
    isProblem: refused ?? false,
    unit: after ? unitView(after, run.rules, today) : null,
    choices: [],
  };
}
