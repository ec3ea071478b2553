/** The figures that the board asks for, as of a day, each with what it means. */
import { addMonths, civilDate, type Day } from '../domain/calendar.ts';
import type { Status } from '../domain/decision.ts';
import { reasonLabel, WITHDRAWAL_REASONS } from '../domain/reasons.ts';
import { type DeadlineHistory, type HistoryEvent, historyAsOf, type RoundHistory } from './history.ts';

export interface Figure {
  /** Stable id: `certified`, `trainedToday` … */
  readonly id: string;
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

const UNDERWAY: readonly Status[] = ['admitted', 'underway', 'planning', 'requirementsMet'];
const WAITING: readonly Status[] = ['interested', 'waitlisted'];
const DIPLOMA: readonly Status[] = ['certified', 'completed'];
const FOLLOW_UPS: readonly DeadlineHistory['kind'][] = ['survey', 'contact', 'follow-up'];

const UNIT_FIGURES: Readonly<Record<UnitFigure, { readonly label: string; readonly definition: string }>> = {
  certified: {
    label: 'Diplomerade',
    definition: 'Verksamheter med ett giltigt diplom, eller som har genomfört Hbtq-klivet, denna dag.',
  },
  underway: {
    label: 'Pågår',
    definition:
      'Antagna verksamheter som ännu inte har fått sitt diplom. En diplomerad verksamhet som går en ny omgång räknas även här.',
  },
  waiting: { label: 'Väntar', definition: 'Verksamheter i kö, och anmälda som väntar på beslut.' },
  expired: {
    label: 'Utgångna',
    definition: 'Verksamheter vars diplom har gått ut och som inte har något annat giltigt.',
  },
  withdrawn: {
    label: 'Avbrutna',
    definition: 'Verksamheter som har avbrutit och som varken är diplomerade, pågår eller väntar.',
  },
};

const UNIT_FIGURE_IDS = [
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
  const byUnit = new Map<string, RoundHistory[]>();
  for (const round of rounds) byUnit.set(round.unitId, [...(byUnit.get(round.unitId) ?? []), round]);
  return [...byUnit.values()].map((ofUnit) => ({
    rounds: ofUnit,
    type: lastText(ofUnit.map((round) => round.unitType)),
    administration: lastText(ofUnit.map((round) => round.administration)),
  }));
}

function figuresOf(unit: Unit): Readonly<Record<UnitFigure, boolean>> {
  const any = (statuses: readonly Status[]): boolean =>
    unit.rounds.some((round) => round.status !== null && statuses.includes(round.status));
  const [certified, underway, waiting] = [any(DIPLOMA), any(UNDERWAY), any(WAITING)];
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

const UNNAMED = 'Ej angivet';

function grouped(units: readonly Unit[], groupOf: (unit: Unit) => string): Readonly<Record<string, UnitCounts>> {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    const name = groupOf(unit) || UNNAMED;
    groups.set(name, [...(groups.get(name) ?? []), unit]);
  }
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

function figure(
  id: string,
  section: string,
  label: string,
  value: number | null,
  definition: string,
  of: number | null = null,
): Figure {
  return { id, section, label, value, of, definition };
}

function trainingFigures(rounds: readonly RoundHistory[]): readonly Figure[] {
  const valid = rounds.filter((round) => round.status !== null && DIPLOMA.includes(round.status));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const have = sum(valid.map((round) => round.trainedToday.have));
  const of = sum(valid.map((round) => round.trainedToday.of));
  const section = 'Medarbetare';
  return [
    figure(
      'trainedEver',
      section,
      'Utbildade medarbetare sammanlagt',
      sum(rounds.map((round) => round.trainedEver)),
      'Alla som har gått en hel utbildning i någon omgång, även de som har slutat.',
    ),
    figure(
      'trainedToday',
      section,
      'Utbildade av dagens medarbetare',
      have,
      'Av dem som är anställda denna dag i diplomerade verksamheter: de som har gått hela utbildningen eller catch-up.',
      of,
    ),
  ];
}

function followUpFigures(rounds: readonly RoundHistory[], asOf: Day): readonly Figure[] {
  const deadlines = rounds.flatMap((round) => round.deadlines).filter((deadline) => !deadline.withdrawn);
  const due = deadlines.filter((deadline) => FOLLOW_UPS.includes(deadline.kind) && deadline.due <= asOf);
  const inTime = due.filter((deadline) => deadline.doneOn !== null && deadline.doneOn <= deadline.due);
  const done = due.filter((deadline) => deadline.doneOn !== null);
  const year = civilDate(asOf).year;
  const revised = deadlines.filter(
    (deadline) =>
      deadline.kind === 'plan-revision' && deadline.doneOn !== null && civilDate(deadline.doneOn).year === year,
  );
  const section = 'Uppföljning';
  return [
    figure(
      'followUpsDue',
      section,
      'Uppföljningar som skulle vara gjorda',
      due.length,
      'Enkäter, kontakter och uppföljningar vars sista dag har passerat.',
    ),
    figure(
      'followUpsDone',
      section,
      'Varav gjorda',
      done.length,
      'De av dem som har gjorts, i tid eller senare.',
      due.length,
    ),
    figure(
      'followUpsInTime',
      section,
      'Varav gjorda i tid',
      inTime.length,
      'De av dem som gjordes senast den sista dagen.',
      due.length,
    ),
    figure(
      'plansRevised',
      section,
      `Reviderade planer ${year}`,
      revised.length,
      'Årliga revideringar av handlingsplanen som har gjorts under kalenderåret.',
    ),
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
  const time = 'Tid';
  return {
    asOf,
    figures: [
      ...UNIT_FIGURE_IDS.map((id) =>
        figure(id, 'Verksamheter', UNIT_FIGURES[id].label, counts[id], UNIT_FIGURES[id].definition),
      ),
      figure(
        'completed',
        'Verksamheter',
        'Varav genomfört Hbtq-klivet',
        units.filter((unit) => unit.rounds.some((round) => round.status === 'completed')).length,
        'Ingår i Diplomerade. Hbtq-klivet ger inget nytt diplom.',
      ),
      figure(
        'waitlisted',
        'Verksamheter',
        'Varav i kö',
        units.filter((unit) => unit.rounds.some((round) => round.status === 'waitlisted')).length,
        'Ingår i Väntar: verksamheter som har fått beslut om köplats.',
      ),
      ...trainingFigures(rounds),
      figure(
        'interestToDiploma',
        time,
        'Dagar från intresse till diplom (median)',
        median(times),
        'Mittvärdet för de omgångar vars intresseanmälan kom in till registret och som har fått diplom.',
      ),
      figure(
        'interestToDiplomaCount',
        time,
        'Antal omgångar bakom tiden',
        times.length,
        'Så många omgångar som mittvärdet bygger på.',
      ),
      ...followUpFigures(rounds, asOf),
      figure(
        'expiring',
        'Kommande',
        'Diplom som går ut inom 12 månader',
        expiring.length,
        'Giltiga diplom vars sista dag infaller inom 12 månader.',
      ),
    ],
    byType: grouped(units, (unit) => unit.type),
    byAdministration: grouped(units, (unit) => unit.administration),
    withdrawnReasons: reasons,
  };
}

/** "Tiden räcker inte"; for the code of withdrawals without a reason: "Skäl saknas". */
export function withdrawalLabel(code: string): string {
  return code === 'unknown' ? 'Skäl saknas' : reasonLabel(WITHDRAWAL_REASONS, code);
}

export const unitFigureLabel = (id: UnitFigure): string => UNIT_FIGURES[id].label;
export { UNIT_FIGURE_IDS };
