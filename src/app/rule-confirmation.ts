/** A changed rule is first a draft that tells what it would touch, and takes force when it is ticked (decision 11). */
import type { Day } from '../domain/calendar.ts';
import { isSameDeadline } from '../domain/deadlines.ts';
import type { Deadline, Decision } from '../domain/decision.ts';
import { evaluate } from '../domain/evaluate.ts';
import type { Round } from '../domain/facts.ts';
import { deadlineLabel, statusLabel } from '../domain/labels.ts';
import type { Notice } from '../domain/notice.ts';
import { diplomasTold, standingNotices } from '../domain/notices.ts';
import { type Programme, ruleInForce } from '../domain/rules.ts';
import { dayInWords } from '../domain/swedish.ts';
import type { RuleRow } from '../workbook/index.ts';
import { isDecision, isWaiting } from './advance.ts';
import { rulebook, ruleFaults } from './register.ts';
import type { RoundState } from './round-state.ts';

/** A row of Regler as Läge's head keeps it. */
export type KeptRule = Omit<RuleRow, 'row'>;

interface KeptRules {
  readonly ruleRows: readonly KeptRule[];
  readonly ruleDrafts: readonly KeptRule[];
}

const isWhole = ({ programme, from, path }: KeptRule): boolean => programme !== '' && from !== null && path !== '';

const isSameRule = (one: KeptRule, other: KeptRule): boolean =>
  one.programme === other.programme && one.from === other.from && one.path === other.path;

const saysTheSame = (one: KeptRule, other: KeptRule): boolean => isSameRule(one, other) && one.value === other.value;

/**
 * A ticked row is in force unless it was known with another value, or none, beside the same tick: then it waits, with its preview, until
 * the tick is made anew. A row that comes with its tick, as when it is pasted, is confirmed by whoever pasted it.
 */
export function sortRules(
  rows: readonly RuleRow[],
  known: KeptRules,
): { readonly inForce: readonly KeptRule[]; readonly drafts: readonly KeptRule[] } {
  const inForce: KeptRule[] = [];
  const drafts: KeptRule[] = [];
  for (const { row: _row, ...rule } of rows) {
    if (!isWhole(rule)) continue;
    const isNew = ![...known.ruleRows, ...known.ruleDrafts].some((one) => isSameRule(one, rule));
    const seen = known.ruleDrafts.some((draft) => !draft.confirmed && saysTheSame(draft, rule));
    const held = known.ruleRows.some((one) => saysTheSame(one, rule));
    if (rule.confirmed && (isNew || seen || held)) inForce.push(rule);
    else drafts.push(rule);
  }
  return { inForce, drafts };
}

export interface Scene {
  readonly ruleRows: readonly KeptRule[];
  readonly ruleDrafts: readonly KeptRule[];
  readonly rounds: ReadonlyMap<string, Round>;
  /** After the run, under the rules in force. */
  readonly states: ReadonlyMap<string, RoundState>;
  readonly today: Day;
}

/**
 * `|mark=text|` one after the other, for the column "Berörda verksamheter": what every row of Regler does or would do. Rows of one
 * programme and day are one version and are tried together.
 */
export function reachesText(scene: Scene): string {
  const texts = scene.ruleRows.map((rule): [KeptRule, string] => [
    rule,
    `Bekräftad. Gäller från ${dayInWords(rule.from ?? scene.today)}.`,
  ]);
  const versions = new Map<string, KeptRule[]>();
  for (const draft of scene.ruleDrafts) {
    const key = `${draft.programme} ${draft.from}`;
    versions.set(key, [...(versions.get(key) ?? []), draft]);
  }
  for (const version of versions.values()) {
    const rows = [...scene.ruleRows, ...version];
    const faults = ruleFaults(rows);
    const reach = reachOf(version, rows, scene);
    for (const draft of version) {
      const again = draft.confirmed ? 'Raden har ändrats. Kryssa ur Bekräftad, läs, och kryssa i igen. ' : '';
      texts.push([draft, faults.find(({ cell }) => cell === draft.valueCell)?.text ?? again + reach]);
    }
  }
  if (texts.length === 0) return '';
  const clean = (text: string): string => text.replaceAll('|', '/');
  return `|${texts.map(([{ mark }, text]) => `${clean(mark)}=${clean(text)}`).join('|')}|`;
}

/** What would change for one round, as the cell says it; empty where nothing would. */
interface Touched {
  readonly unit: string;
  readonly status: string;
  readonly dates: string;
  readonly mails: string;
  readonly withdrawn: string;
  readonly rest: string;
}

function reachOf(version: readonly KeptRule[], rows: readonly KeptRule[], scene: Scene): string {
  const [first] = version;
  if (!first) return '';
  const programme = rulebook(rows).programmes.get(first.programme);
  const before = rulebook(scene.ruleRows).programmes.get(first.programme);
  if (!programme || !before) return '';
  const touched: Touched[] = [];
  for (const [id, round] of scene.rounds) {
    const state = scene.states.get(id);
    if (round.programme !== programme.id || !state) continue;
    const one = touchedRound(round, state, before, programme, scene.today);
    if (one) touched.push(one);
  }
  if (touched.length === 0) {
    const from = dayInWords(first.from ?? scene.today);
    return `Ändrar inget för någon verksamhet i dag. De som antas från och med ${from} följer regeln.`;
  }
  return [
    `Berör ${touched.length} ${touched.length === 1 ? 'verksamhet' : 'verksamheter'}.`,
    listed('Status', touched, 'status'),
    listed('Datum', touched, 'dates'),
    listed('Nya utskick', touched, 'mails'),
    listed('Återtagna utskick', touched, 'withdrawn'),
    listed('Övriga', touched, 'rest'),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** The cell is read, not scrolled. */
const MOST_NAMED = 8;

function listed(heading: string, touched: readonly Touched[], what: Exclude<keyof Touched, 'unit'>): string {
  const found = touched.filter((one) => one[what] !== '').map((one) => `${one.unit} (${one[what]})`);
  if (found.length === 0) return '';
  const rest = found.length - MOST_NAMED;
  return `${heading}: ${found.slice(0, MOST_NAMED).join('; ')}${rest > 0 ? ` och ${rest} till` : ''}.`;
}

function touchedRound(
  round: Round,
  state: RoundState,
  before: Programme,
  after: Programme,
  today: Day,
): Touched | null {
  const known = { ...round, decisionOn: round.decisionOn ?? state.facts.decisionOn };
  const given = diplomasTold(state.told);
  const [old, now] = [evaluate(known, before, today, given), evaluate(known, after, today, given)];
  if (!isDecision(now)) return null;
  // The values alone: JSON leaves the sources out.
  const rules = (decision: Decision, programme: Programme): string =>
    JSON.stringify(ruleInForce(programme, decision.ruleVersion));
  if (isDecision(old) && rules(old, before) === rules(now, after)) return null;
  // What is said of the same thing under another version is the same mail to whoever gets it.
  const cause = ({ kind, reference, subject }: Notice): string => `${kind}/${reference}/${subject}`;
  const causes = (decision: Decision, programme: Programme): string[] =>
    standingNotices(known, decision, programme, today, state.told).map(cause);
  const [oldCauses, newCauses] = [isDecision(old) ? causes(old, before) : [], causes(now, after)];
  const waits = state.mails.filter(isWaiting).map(({ notice }) => cause(notice));
  const count = (mails: readonly string[]): string => (mails.length === 0 ? '' : String(mails.length));
  const oldStatus = isDecision(old) ? statusLabel(old.status) : 'Ingen regel gäller';
  const newStatus = statusLabel(now.status);
  const status = oldStatus === newStatus ? '' : `${oldStatus} → ${newStatus}`;
  const dates = movedDates(isDecision(old) ? old.deadlines : [], now.deadlines).join(', ');
  return {
    unit: round.number > 1 ? `${round.unit}, omgång ${round.number}` : round.unit,
    status,
    dates,
    mails: count(newCauses.filter((one) => !oldCauses.includes(one))),
    withdrawn: count(waits.filter((one) => oldCauses.includes(one) && !newCauses.includes(one))),
    rest: status === '' && dates === '' ? 'ändrade regler' : '',
  };
}

function movedDates(before: readonly Deadline[], after: readonly Deadline[]): string[] {
  const texts: string[] = [];
  const name = ({ kind, due }: Deadline): string => `${deadlineLabel(kind).toLowerCase()} ${dayInWords(due)}`;
  for (const one of after) {
    if (before.some((other) => other.kind === one.kind && other.due === one.due)) continue;
    const moved = before.find((other) => isSameDeadline(other, one));
    texts.push(moved ? `${name(moved)} → ${dayInWords(one.due)}` : name(one));
  }
  for (const one of before) {
    if (!after.some((other) => other.kind === one.kind)) texts.push(`${name(one)} utgår`);
  }
  return texts;
}
