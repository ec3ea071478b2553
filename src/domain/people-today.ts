/** One pass over the people as of today: how many are trained, what each still has to do, and how newcomers fare. */
import { addDuration, civilDate, type Day, type Duration, laterOf } from './calendar.ts';
import type { DiplomaPeriod, Duty, Share, Status } from './decision.ts';
import type { Person, Round } from './facts.ts';
import type { RuleVersion } from './rules.ts';
import type { Schedule } from './schedule.ts';
import { type HeadCountDays, hasEarlierDiploma, isCounted, isDone, isEmployed, isOnLeave } from './staff.ts';
import { asksOfEveryone, tasksLeft } from './tasks.ts';
import { hasRefresher, refresherOpens, validThrough } from './validity.ts';

/** Those hired on one day after the head-count, who are still there, and their catch-up. */
export interface Newcomers {
  readonly from: Day;
  readonly due: Day;
  allDone: boolean;
}

export interface PeopleToday {
  /** Of all who are employed today. */
  readonly trainedToday: Share;
  readonly trainedEver: number;
  readonly duties: readonly Duty[];
  readonly newcomers: readonly Newcomers[];
  /** Somebody who was there, or on leave, when the sessions were held has yet to make up for them. */
  readonly othersOweCatchUp: boolean;
}

/** What the duties of every person depend on. */
interface Situation {
  readonly round: Round;
  readonly rules: RuleVersion;
  readonly schedule: Schedule;
  readonly days: HeadCountDays;
  readonly today: Day;
  readonly year: number;
  /** The round has its diploma: what the diploma required is behind it. */
  readonly decided: boolean;
  /** First day of the refreshers that renew, once it has come. */
  readonly refresherFrom: Day | null;
  readonly validThrough: Day | null;
}

const HAVE_DUTIES: ReadonlySet<Status> = new Set([
  'admitted',
  'underway',
  'planning',
  'requirementsMet',
  'certified',
  'expired',
]);

export function peopleToday(
  round: Round,
  rules: RuleVersion,
  schedule: Schedule,
  days: HeadCountDays,
  status: Status,
  periods: readonly DiplomaPeriod[],
  today: Day,
): PeopleToday {
  const decided = status === 'certified' || status === 'expired';
  const through = decided ? validThrough(periods) : null;
  const opens = through === null || rules.refresher === null ? null : refresherOpens(through, rules.refresher.window);
  const situation: Situation = {
    round,
    rules,
    schedule,
    days,
    today,
    year: civilDate(today).year,
    decided,
    refresherFrom: opens !== null && opens <= today ? opens : null,
    validThrough: through,
  };
  const haveDuties = HAVE_DUTIES.has(status);
  const haveTasks = !decided && asksOfEveryone(rules);
  const duties: Duty[] = [];
  const newcomers: Newcomers[] = [];
  let trained = 0;
  let staff = 0;
  let trainedEver = 0;
  let othersOweCatchUp = false;
  for (const person of round.people) {
    const isTrained = hasTraining(person, situation);
    if (isTrained) trainedEver++;
    if (!isEmployed(person, today)) continue;
    staff++;
    if (isTrained) trained++;
    if (!haveDuties) continue;
    const { from } = person;
    if (from !== null && from > situation.days.on) {
      newcomerOwes(person, from, situation, isTrained, duties, newcomers);
    } else if (!isTrained && owesTraining(person, situation, duties)) {
      othersOweCatchUp = true;
    }
    if (situation.refresherFrom !== null) owesRefresher(person, situation.refresherFrom, situation, duties);
    if (haveTasks) owesTasks(person, situation, duties);
  }
  return { trainedToday: { have: trained, of: staff }, trainedEver, duties, newcomers, othersOweCatchUp };
}

/**
 * Trained are those who have been at all sessions, done the catch-up, or have a diploma from elsewhere; in programmes without
 * sessions, those who have done the web training.
 */
function hasTraining(person: Person, { schedule: { all, held }, today, year }: Situation): boolean {
  if (all === 0) return isDone(person.course, today);
  return (
    (held === all && (person.attended & all) === all) ||
    isDone(person.catchUp, today) ||
    hasEarlierDiploma(person, year)
  );
}

/** Whoever is hired after the head-count was never absent, but owes a catch-up within the programme's time (decisions 2 and 10). */
function newcomerOwes(
  person: Person,
  from: Day,
  { round, rules, today }: Situation,
  isTrained: boolean,
  duties: Duty[],
  newcomers: Newcomers[],
): void {
  if (rules.catchUp === null) return;
  let group = newcomers.find((one) => one.from === from);
  if (group === undefined) {
    group = { from, due: newcomerDue(round, rules.catchUp.within, from), allDone: true };
    newcomers.push(group);
  }
  if (isTrained) return;
  group.allDone = false;
  if (!isOnLeave(person.leave, today, today)) duties.push({ personId: person.id, kind: 'catch-up', due: group.due });
}

/**
 * Sessions still to come, or the catch-up for those missed (decision 3), without a last day unless the coordinator set one. Who is away
 * owes nothing until back. True when it is a catch-up.
 */
function owesTraining(
  person: Person,
  { round, rules, schedule: { held, closed }, today, decided }: Situation,
  duties: Duty[],
): boolean {
  if (isOnLeave(person.leave, today, today)) return false;
  const missed = decided || (person.attended & closed) !== closed;
  if (!missed) {
    if (held !== 0) duties.push({ personId: person.id, kind: 'attendance', due: null });
    return false;
  }
  if (rules.catchUp === null) return false;
  duties.push({ personId: person.id, kind: 'catch-up', due: round.catchUpDue });
  return true;
}

function owesRefresher(person: Person, from: Day, { today, validThrough: due }: Situation, duties: Duty[]): void {
  if (hasRefresher(person, from, today) || isOnLeave(person.leave, today, today)) return;
  duties.push({ personId: person.id, kind: 'refresher', due });
}

/** What everyone on the head-count does before the diploma. */
function owesTasks(person: Person, { rules, days, today, year }: Situation, duties: Duty[]): void {
  const left = tasksLeft(person, rules, today, year);
  if (left.length === 0 || !isCounted(person, days)) return;
  for (const kind of left) duties.push({ personId: person.id, kind, due: null });
}

/** Counted from the first day of employment; the coordinator's date can only give more time. */
function newcomerDue(round: Round, within: Duration, from: Day): Day {
  const due = addDuration(from, within);
  return laterOf(due, round.catchUpDue ?? due);
}
