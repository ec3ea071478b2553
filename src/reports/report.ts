/** The figures that the board asks for, as of a day, each with what it means. */
import { addMonths, civilDate, type Day } from '../domain/calendar.ts';
import { ON_THE_WAY, type Status } from '../domain/decision.ts';
import { FIGURE_TEXTS, GROUP_TEXTS } from './figure-texts.ts';
import { groupedBy } from './grouped-by.ts';
import { type DeadlineHistory, type HistoryEvent, historyAsOf, type RoundHistory } from './history.ts';

/** `certified`, `trainedToday` … */
export type FigureId = keyof typeof FIGURE_TEXTS;

export interface Figure {
  readonly id: FigureId;
  readonly section: string;
  readonly label: string;
  /** Null where there is nothing to reckon from. */
  readonly value: number | null;
  /** What a share is reckoned of; null where the figure is no share. */
  readonly of: number | null;
  readonly definition: string;
}

/** The five counts of units for one type or administration. */
export type UnitCounts = Readonly<Record<UnitFigure, number>>;
export type UnitFigure = 'certified' | 'underway' | 'waiting' | 'expired' | 'withdrawn';

export interface Report {
  readonly asOf: Day;
  readonly figures: readonly Figure[];
  readonly byType: Readonly<Record<string, UnitCounts>>;
  readonly byAdministration: Readonly<Record<string, UnitCounts>>;
  /** Units by the code of the reason. */
  readonly withdrawnReasons: Readonly<Record<string, number>>;
}

const WAITING: readonly Status[] = ['interested', 'waitlisted'];
const DIPLOMA: readonly Status[] = ['certified', 'completed'];
const FOLLOW_UPS: readonly DeadlineHistory['kind'][] = ['survey', 'contact', 'follow-up'];

export const UNIT_FIGURE_IDS = [
  'certified',
  'underway',
  'waiting',
  'expired',
  'withdrawn',
] as const satisfies readonly UnitFigure[];

interface Unit {
  readonly rounds: readonly RoundHistory[];
  readonly type: string;
  readonly administration: string;
}

/** What was said last, where something was said. */
const lastText = (texts: readonly string[]): string => texts.filter((text) => text !== '').at(-1) ?? '';

function unitsOf(rounds: readonly RoundHistory[]): readonly Unit[] {
  return [...groupedBy(rounds, (round) => round.unitId).values()].map((ofUnit) => ({
    rounds: ofUnit,
    type: lastText(ofUnit.map((round) => round.unitType)),
    administration: lastText(ofUnit.map((round) => round.administration)),
  }));
}

function figuresOf(unit: Unit): Readonly<Record<UnitFigure, boolean>> {
  const any = (statuses: readonly Status[]): boolean =>
    unit.rounds.some((round) => round.status !== null && statuses.includes(round.status));
  const [certified, underway, waiting] = [any(DIPLOMA), any(ON_THE_WAY), any(WAITING)];
  const expired = !certified && any(['expired']);
  return {
    certified,
    underway,
    waiting,
    expired,
    withdrawn: !certified && !underway && !waiting && !expired && any(['withdrawn']),
  };
}

function countsOf(units: readonly Unit[]): UnitCounts {
  const counts: Record<UnitFigure, number> = { certified: 0, underway: 0, waiting: 0, expired: 0, withdrawn: 0 };
  for (const unit of units) {
    const holds = figuresOf(unit);
    for (const id of UNIT_FIGURE_IDS) if (holds[id]) counts[id] += 1;
  }
  return counts;
}

function grouped(units: readonly Unit[], groupOf: (unit: Unit) => string): Readonly<Record<string, UnitCounts>> {
  const groups = groupedBy(units, (unit) => groupOf(unit) || GROUP_TEXTS.unnamed);
  const collator = new Intl.Collator('sv');
  return Object.fromEntries(
    [...groups]
      .sort(([left], [right]) => collator.compare(left, right))
      .map(([name, members]) => [name, countsOf(members)]),
  );
}

/** The middle of the numbers, rounded down; null of none. */
function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((left, right) => left - right);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : Math.floor((low + high) / 2);
}

/** Days from the interest to the diploma, of rounds whose interest the register has seen. */
function waitingTimes(rounds: readonly RoundHistory[]): readonly number[] {
  return rounds.flatMap((round) => {
    const interest = round.first === 'interested' ? round.reached.get('interested') : undefined;
    return interest !== undefined && round.diplomaOn !== null && round.diplomaOn >= interest
      ? [round.diplomaOn - interest]
      : [];
  });
}

type Counted = readonly [id: FigureId, value: number | null, of?: number];

function trainingFigures(rounds: readonly RoundHistory[]): readonly Counted[] {
  const valid = rounds.filter((round) => round.status !== null && DIPLOMA.includes(round.status));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const today = valid.map((round) => round.trainedToday);
  return [
    ['trainedEver', sum(rounds.map((round) => round.trainedEver))],
    ['trainedToday', sum(today.map(({ have }) => have)), sum(today.map(({ of }) => of))],
  ];
}

function followUpFigures(rounds: readonly RoundHistory[], asOf: Day): readonly Counted[] {
  const deadlines = rounds.flatMap((round) => round.deadlines).filter((deadline) => !deadline.withdrawn);
  const due = deadlines.filter((deadline) => FOLLOW_UPS.includes(deadline.kind) && deadline.due <= asOf);
  const done = due.filter((deadline) => deadline.doneOn !== null);
  const inTime = done.filter((deadline) => deadline.doneOn !== null && deadline.doneOn <= deadline.due);
  const year = civilDate(asOf).year;
  const revised = deadlines.filter(
    (deadline) =>
      deadline.kind === 'plan-revision' && deadline.doneOn !== null && civilDate(deadline.doneOn).year === year,
  );
  return [
    ['followUpsDue', due.length],
    ['followUpsDone', done.length, due.length],
    ['followUpsInTime', inTime.length, due.length],
    ['plansRevised', revised.length],
  ];
}

/**
 * The report as of a day.
 * @param events the journal in its order
 */
export function report(events: readonly HistoryEvent[], asOf: Day): Report {
  const rounds = historyAsOf(events, asOf);
  const units = unitsOf(rounds);
  const counts = countsOf(units);
  const inAYear = addMonths(asOf, 12);
  const expiring = rounds.filter(
    (round) =>
      round.status === 'certified' &&
      round.validThrough !== null &&
      round.validThrough >= asOf &&
      round.validThrough <= inAYear,
  );
  const times = waitingTimes(rounds);
  const withdrawn = units.filter((unit) => figuresOf(unit).withdrawn);
  const reasons: Record<string, number> = {};
  for (const unit of withdrawn) {
    const reason = lastText(unit.rounds.map((round) => round.withdrawnReason)) || 'unknown';
    reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  const withStatus = (status: Status): number =>
    units.filter((unit) => unit.rounds.some((round) => round.status === status)).length;
  const counted: readonly Counted[] = [
    ...UNIT_FIGURE_IDS.map((id): Counted => [id, counts[id]]),
    ['completed', withStatus('completed')],
    ['waitlisted', withStatus('waitlisted')],
    ...trainingFigures(rounds),
    ['interestToDiploma', median(times)],
    ['interestToDiplomaCount', times.length],
    ...followUpFigures(rounds, asOf),
    ['expiring', expiring.length],
  ];
  return {
    asOf,
    figures: counted.map(([id, value, of = null]) => {
      const { section, label, definition } = FIGURE_TEXTS[id];
      return { id, section, label: label.replace('{year}', String(civilDate(asOf).year)), value, of, definition };
    }),
    byType: grouped(units, (unit) => unit.type),
    byAdministration: grouped(units, (unit) => unit.administration),
    withdrawnReasons: reasons,
  };
}
