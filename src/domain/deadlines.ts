/** The dates a round has to keep, or its coordinator for it. */
import { addDays, addDuration, addMonths, type Day, monthsOf } from './calendar.ts';
import type { Deadline, DeadlineKind, DeadlineState, DiplomaPeriod, Status } from './decision.ts';
import type { FollowUpRecord, Round } from './facts.ts';
import type { PeopleToday } from './people-today.ts';
import type { FollowUpRule, RuleVersion } from './rules.ts';
import { allOver, type Schedule } from './schedule.ts';
import { planIsIn } from './tasks.ts';

/** How a date stands that nobody has met yet; today is the day itself. */
function stateOf(due: Day, today: Day): DeadlineState {
  return today < due ? 'upcoming' : today === due ? 'due' : 'overdue';
}

/** What decides a deadline's state besides its date. */
interface Standing {
  readonly today: Day;
  /** Nobody is held to it any more. */
  readonly withdrawn: boolean;
}

export function isSameDeadline(one: Deadline, other: Deadline): boolean {
  return one.kind === other.kind && one.reference === other.reference && one.occurrence === other.occurrence;
}

/** `moved` is the coordinator's date instead of the rule's; `done` is true where no single day is that of the deed. */
function deadline(
  kind: DeadlineKind,
  reference: Day,
  opens: Day | null,
  original: Day,
  moved: Day | null,
  done: Day | boolean,
  { today, withdrawn }: Standing,
  occurrence = 1,
): Deadline {
  const due = moved ?? original;
  return {
    kind,
    opens,
    due,
    state: done !== false ? 'done' : withdrawn ? 'withdrawn' : stateOf(due, today),
    reference,
    occurrence,
    doneOn: typeof done === 'number' ? done : null,
    // The contact is made by the coordinator; everything else is for the manager to see to.
    duty: kind === 'contact' ? 'coordinator' : 'manager',
    extended: due !== original,
    original,
  };
}

/** Every deadline of the round: the plan's, then those of each period of the diploma, then the catch-ups, each kind by date. */
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
  pushPlan(deadlines, round, rules, schedule, { today, withdrawn: ended || periods.length > 0 });
  for (const [index, period] of periods.entries()) {
    const next = periods[index + 1] ?? null;
    // Only the last period that has begun can still be worked on; what an earlier one left undone is closed with it.
    const closed = ended || status === 'expired' || (next !== null && next.from <= today);
    pushFollowUps(deadlines, round, rules, period, next, { today, withdrawn: closed });
    if (period.through === null) continue;
    const standing = { today, withdrawn: ended };
    deadlines.push(deadline('expiry', period.from, null, period.through, null, next?.from ?? false, standing));
  }
  deadlines.push(...catchUps(round, periods, people, { today, withdrawn: ended || status === 'expired' }));
  return deadlines;
}

/** Decision 6: counted from the last session; the coordinator's date comes instead, and alone where the programme has none. */
function pushPlan(
  deadlines: Deadline[],
  round: Round,
  rules: RuleVersion,
  schedule: Schedule,
  standing: Standing,
): void {
  if (rules.plan === null) return;
  const { opens, due } = rules.plan;
  const { planDue } = round;
  const last = allOver(schedule) ? schedule.last : null;
  const done = planIsIn(round.planOn, schedule, standing.today) && (round.planOn ?? true);
  if (due !== null && last !== null) {
    const opensOn = opens === null ? null : addDuration(last, opens);
    deadlines.push(deadline('plan', last, opensOn, addDuration(last, due), planDue, done, standing));
  } else if (planDue !== null) {
    const reference = round.decisionOn ?? round.interestOn ?? planDue;
    deadlines.push(deadline('plan', reference, null, planDue, null, done, standing));
  }
}

function pushFollowUps(
  deadlines: Deadline[],
  round: Round,
  rules: RuleVersion,
  period: DiplomaPeriod,
  next: DiplomaPeriod | null,
  standing: Standing,
): void {
  const { survey, contact, planRevision, followUp } = rules;
  const reference = period.from;
  const { today, withdrawn } = standing;
  const records = recordsWithin(round.followUps, reference, next === null ? null : addDays(next.from, -1), today);
  if (survey !== null) {
    const opens = addDuration(reference, survey.after);
    const original = addDuration(opens, survey.open);
    // The coordinator's date and the answers belong to the period that runs; a date from before the survey opened was meant for an earlier one.
    const moved = withdrawn || round.surveyDue === null || round.surveyDue < opens ? null : round.surveyDue;
    const closed = moved ?? original;
    const answered = !withdrawn && round.surveyAnswers > 0 && today > closed;
    const done = answered ? closed : recordedOn(records, 'survey', opens, null);
    deadlines.push(deadline('survey', reference, opens, original, moved, done, standing));
  }
  if (contact !== null) {
    const due = addDuration(reference, contact.after);
    const done = recordedOn(records, 'contact', reference, null);
    deadlines.push(deadline('contact', reference, null, due, null, done, standing));
  }
  if (planRevision !== null) {
    const { every } = planRevision;
    pushRecurring(deadlines, 'plan-revision', { first: every, every }, records, period, standing);
  }
  if (followUp !== null) pushRecurring(deadlines, 'follow-up', followUp, records, period, standing);
}

/**
 * The first time plus `count` times the interval, added in one step to the date itself (decision 5): 31 August gives 28 February after
 * six months and 28 or 29 February after thirty. Null after the only time.
 */
function recurrence(from: Day, { first, every }: FollowUpRule, count: number): Day | null {
  if (count === 0) return addDuration(from, first);
  if (every === null) return null;
  const months = monthsOf(first);
  const step = monthsOf(every);
  if (months === null || step === null) return addDuration(addDuration(from, first), every, count);
  return addMonths(from, months + step * count);
}

/**
 * All dates that have come, and the next. A record belongs to the date it lies nearest to, so that one done late counts for the date
 * that had passed and one done early for the date ahead.
 */
function pushRecurring(
  deadlines: Deadline[],
  kind: 'plan-revision' | 'follow-up',
  rule: FollowUpRule,
  records: readonly FollowUpRecord[],
  period: DiplomaPeriod,
  standing: Standing,
): void {
  let windowFrom = period.from;
  let due = recurrence(period.from, rule, 0);
  for (let count = 0; due !== null && (period.through === null || due <= period.through); count++) {
    const following = recurrence(period.from, rule, count + 1);
    const windowEnd = following === null ? null : addDays(due, Math.floor((following - due) / 2));
    const done = recordedOn(records, kind, windowFrom, windowEnd);
    deadlines.push(deadline(kind, period.from, null, due, null, done, standing, count + 1));
    if (due > standing.today && done === false) break;
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
  return records.filter(({ on }) => on >= from && on <= today && (through === null || on <= through));
}

/** The first day on which it was done between two days, the second not included; false where it was not. A missed one is not done. */
function recordedOn(
  records: readonly FollowUpRecord[],
  kind: FollowUpRecord['kind'],
  from: Day,
  before: Day | null,
): Day | false {
  let first: Day | false = false;
  for (const { kind: its, missed, on } of records) {
    if (its !== kind || missed || on < from || (before !== null && on >= before)) continue;
    if (first === false || on < first) first = on;
  }
  return first;
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
function catchUps(
  round: Round,
  periods: readonly DiplomaPeriod[],
  { newcomers, othersOweCatchUp }: PeopleToday,
  standing: Standing,
): Deadline[] {
  const deadlines: Deadline[] = [];
  if (periods.length > 0) {
    for (const { from, due, allDone } of newcomers) {
      deadlines.push(deadline('catch-up', from, null, due, null, allDone, standing));
    }
  }
  if (round.catchUpDue !== null && othersOweCatchUp) {
    const reference = periods[0]?.from ?? round.decisionOn ?? round.catchUpDue;
    deadlines.push(deadline('catch-up', reference, null, round.catchUpDue, null, false, standing));
  }
  return deadlines.sort((one, other) => one.due - other.due || one.reference - other.reference);
}
