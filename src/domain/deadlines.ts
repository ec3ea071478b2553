/** The dates a round has to keep, or its coordinator for it. */
import { addDays, addDuration, type Day } from './calendar.ts';
import type { Deadline, DeadlineKind, DeadlineState, DiplomaPeriod, Status } from './decision.ts';
import type { FollowUpRecord, Round } from './facts.ts';
import type { PeopleToday } from './people-today.ts';
import type { RuleVersion } from './rules.ts';
import { allOver, type Schedule } from './schedule.ts';
import { planIsIn } from './tasks.ts';

/** How a date stands that nobody has met yet; today is the day itself. */
function stateOf(due: Day, today: Day): DeadlineState {
  return today < due ? 'upcoming' : today === due ? 'due' : 'overdue';
}

interface Terms {
  readonly kind: DeadlineKind;
  readonly reference: Day;
  readonly original: Day;
  readonly opens?: Day;
  /** The coordinator's date instead of the rule's. */
  readonly moved?: Day | null;
  readonly duty?: Deadline['duty'];
  readonly done: boolean;
  /** Nobody is held to it any more. */
  readonly withdrawn: boolean;
}

function deadline(terms: Terms, today: Day): Deadline {
  const due = terms.moved ?? terms.original;
  return {
    kind: terms.kind,
    opens: terms.opens ?? null,
    due,
    state: terms.done ? 'done' : terms.withdrawn ? 'withdrawn' : stateOf(due, today),
    reference: terms.reference,
    duty: terms.duty ?? 'manager',
    extended: due !== terms.original,
    original: terms.original,
  };
}

/** Every deadline of the round, by kind in the order a unit meets them, each kind by date. */
export function deadlinesOf(
  round: Round,
  rules: RuleVersion,
  schedule: Schedule,
  status: Status,
  periods: readonly DiplomaPeriod[],
  people: PeopleToday,
  today: Day,
): Deadline[] {
  const deadlines: Deadline[] = [];
  const ended = status === 'withdrawn' || status === 'declined';
  pushPlan(deadlines, round, rules, schedule, ended || periods.length > 0, today);
  for (let index = 0; index < periods.length; index++) {
    const period = periods[index];
    if (period === undefined) continue;
    const next = periods[index + 1] ?? null;
    // Only the last period that has begun can still be worked on; what an earlier one left undone is closed with it.
    const closed = ended || status === 'expired' || (next !== null && next.from <= today);
    pushFollowUps(deadlines, round, rules, period, next, closed, today);
    if (period.through === null) continue;
    const terms = { kind: 'expiry', reference: period.from, original: period.through } as const;
    deadlines.push(deadline({ ...terms, done: next !== null, withdrawn: ended }, today));
  }
  pushCatchUps(deadlines, round, periods, people, ended || status === 'expired', today);
  return deadlines;
}

/** Decision 6: counted from the last session; the coordinator's date comes instead, and alone where the programme has none. */
function pushPlan(
  deadlines: Deadline[],
  round: Round,
  rules: RuleVersion,
  schedule: Schedule,
  withdrawn: boolean,
  today: Day,
): void {
  if (rules.plan === null) return;
  const { opens, due } = rules.plan;
  const last = allOver(schedule) ? schedule.last : null;
  const terms = { kind: 'plan', done: planIsIn(round.planOn, schedule, today), withdrawn } as const;
  if (due !== null && last !== null) {
    const original = addDuration(last, due);
    const window = opens === null ? {} : { opens: addDuration(last, opens) };
    deadlines.push(deadline({ ...terms, ...window, reference: last, original, moved: round.planDue }, today));
  } else if (round.planDue !== null) {
    const reference = round.decisionOn ?? round.interestOn ?? round.planDue;
    deadlines.push(deadline({ ...terms, reference, original: round.planDue }, today));
  }
}

function pushFollowUps(
  deadlines: Deadline[],
  round: Round,
  rules: RuleVersion,
  period: DiplomaPeriod,
  next: DiplomaPeriod | null,
  withdrawn: boolean,
  today: Day,
): void {
  const reference = period.from;
  const through = next === null ? null : addDays(next.from, -1);
  const records = recordsWithin(round.followUps, reference, through, today);
  if (rules.survey !== null) {
    const opens = addDuration(reference, rules.survey.after);
    const original = addDuration(opens, rules.survey.open);
    const moved = withdrawn ? null : round.surveyDue;
    const answered = !withdrawn && round.surveyAnswers > 0 && today > (moved ?? original);
    const done = answered || isRecorded(records, 'survey', opens, null);
    deadlines.push(deadline({ kind: 'survey', reference, opens, original, moved, done, withdrawn }, today));
  }
  if (rules.contact !== null) {
    const original = addDuration(reference, rules.contact.after);
    const done = isRecorded(records, 'contact', reference, null);
    deadlines.push(deadline({ kind: 'contact', reference, original, duty: 'coordinator', done, withdrawn }, today));
  }
  if (rules.planRevision !== null) {
    const { every } = rules.planRevision;
    const dues = (count: number): Day => addDuration(reference, every, count + 1);
    pushRecurring(deadlines, 'plan-revision', dues, records, period, withdrawn, today);
  }
  if (rules.followUp !== null) {
    const { first, every } = rules.followUp;
    const start = addDuration(reference, first);
    // Added to the diploma's own date and not to the first follow-up: 31 August gives 28 February, and then 28 or 29 February again.
    const dues = (count: number): Day | null =>
      count === 0 ? start : every === null ? null : addBoth(reference, first, every, count);
    pushRecurring(deadlines, 'follow-up', dues, records, period, withdrawn, today);
  }
}

function addBoth(from: Day, first: RuleDuration, every: RuleDuration, count: number): Day {
  const months = monthsOf(first);
  const step = monthsOf(every);
  if (months === null || step === null) return addDuration(addDuration(from, first), every, count);
  return addDuration(from, `P${months + step * count}M`);
}

type RuleDuration = Parameters<typeof addDuration>[1];

function monthsOf(duration: RuleDuration): number | null {
  const amount = Number(duration.slice(1, -1));
  return duration.endsWith('M') ? amount : duration.endsWith('Y') ? amount * 12 : null;
}

/**
 * All dates that have come, and the next. A record belongs to the date it lies nearest to, so that one done late counts for the date
 * that had passed and one done early for the date ahead.
 */
function pushRecurring(
  deadlines: Deadline[],
  kind: 'plan-revision' | 'follow-up',
  dueOf: (count: number) => Day | null,
  records: readonly FollowUpRecord[],
  period: DiplomaPeriod,
  withdrawn: boolean,
  today: Day,
): void {
  let windowFrom = period.from;
  let due = dueOf(0);
  for (let count = 0; due !== null && (period.through === null || due <= period.through); count++) {
    const following = dueOf(count + 1);
    const windowEnd = following === null ? null : addDays(due, Math.floor((following - due) / 2));
    const done = isRecorded(records, kind, windowFrom, windowEnd);
    deadlines.push(deadline({ kind, reference: period.from, original: due, done, withdrawn }, today));
    if (due > today && !done) break;
    if (windowEnd === null) break;
    windowFrom = windowEnd;
    due = following;
  }
}

/** Records from the period's first day on, those dated in the future left out. */
function recordsWithin(
  records: readonly FollowUpRecord[],
  from: Day,
  through: Day | null,
  today: Day,
): readonly FollowUpRecord[] {
  if (records.length === 0) return records;
  return records.filter(({ on }) => on >= from && on <= today && (through === null || on <= through));
}

/** Done between two days, the second not included; a missed one is not done. */
function isRecorded(
  records: readonly FollowUpRecord[],
  kind: FollowUpRecord['kind'],
  from: Day,
  before: Day | null,
): boolean {
  return records.some(
    (one) => one.kind === kind && !one.missed && one.on >= from && (before === null || one.on < before),
  );
}

/** The unit was absent from a follow-up since the period began and has not made up for it by one of the same kind. */
export function hasMissedFollowUp(round: Round, period: DiplomaPeriod, today: Day): boolean {
  const records = recordsWithin(round.followUps, period.from, null, today);
  return records.some(
    (missed) =>
      missed.missed && !records.some((made) => !made.missed && made.kind === missed.kind && made.on >= missed.on),
  );
}

/** After the diploma, a date for each day on which somebody was hired; at any time, the one the coordinator set for those who missed. */
function pushCatchUps(
  deadlines: Deadline[],
  round: Round,
  periods: readonly DiplomaPeriod[],
  { newcomers, othersOweCatchUp }: PeopleToday,
  withdrawn: boolean,
  today: Day,
): void {
  const start = deadlines.length;
  if (periods.length > 0) {
    for (const { from, due, allDone } of newcomers) {
      deadlines.push(deadline({ kind: 'catch-up', reference: from, original: due, done: allDone, withdrawn }, today));
    }
  }
  if (round.catchUpDue !== null && othersOweCatchUp) {
    const reference = periods[0]?.from ?? round.decisionOn ?? round.catchUpDue;
    deadlines.push(
      deadline({ kind: 'catch-up', reference, original: round.catchUpDue, done: false, withdrawn }, today),
    );
  }
  if (deadlines.length - start > 1) {
    const inOrder = deadlines
      .splice(start)
      .sort((one, other) => one.due - other.due || one.reference - other.reference);
    deadlines.push(...inOrder);
  }
}
