/** One pass over the people of a round: everything the requirements count. */
import { civilDate, type Day } from './calendar.ts';
import type { Person, Round } from './facts.ts';
import type { RuleVersion } from './rules.ts';
import type { Schedule } from './schedule.ts';
import { type HeadCountDays, hasEarlierDiploma, isCounted, isDone, isEmployed, isOnLeave } from './staff.ts';

/** Managers on the head-count, and how it went for them. */
export interface Managers {
  readonly count: number;
  readonly present: number;
  /** Have missed a session that is closed, and not made up for it. */
  readonly missed: number;
}

export interface Tally {
  readonly days: HeadCountDays;
  readonly staff: number;
  /** Present at all sessions held so far, or at the session with fewest. */
  readonly present: number;
  /** Those who can still be present at all sessions, or at the session with fewest, without a catch-up. */
  readonly possible: number;
  readonly managers: Managers;
  /** This and the next two are counted where the programme asks it of everyone. */
  readonly course: number;
  readonly reflection: number;
  readonly prerequisite: number;
  readonly group: number;
  readonly groupHasManager: boolean;
}

/** The days on which a round's staff is counted, judged as of a day. Without a session held, all of them are that day. */
export function headCountDays(rules: RuleVersion, schedule: Schedule, asOf: Day): HeadCountDays {
  const { first, last, end } = schedule;
  if (rules.attendance === null || first === null || last === null || end === null) {
    return { on: asOf, decision: asOf, from: asOf, through: asOf };
  }
  const { headCount } = rules.attendance;
  const on = headCount === 'first-session' ? first : headCount === 'last-session' ? last : asOf;
  return { on, decision: asOf, from: first, through: end };
}

/** At every session held so far; a catch-up that counts, or a diploma from before, is as good (decision 3). */
function isPresent(person: Person, held: number, catchUpCounts: boolean, asOf: Day, year: number): boolean {
  return (
    (held !== 0 && (person.attended & held) === held) ||
    (catchUpCounts && isDone(person.catchUp, asOf)) ||
    hasEarlierDiploma(person, year)
  );
}

function managersAmong(
  managers: readonly Person[],
  { held, closed }: Schedule,
  catchUpCounts: boolean,
  asOf: Day,
  year: number,
): Managers {
  let present = 0;
  let missed = 0;
  for (const manager of managers) {
    if (isPresent(manager, held, catchUpCounts, asOf, year)) present++;
    else if ((manager.attended & closed) !== closed) missed++;
  }
  return { count: managers.length, present, missed };
}

/**
 * Whom the manager's own requirement is about where nobody on the head-count has the role: the person named as the unit's manager, or else
 * whoever has come with the role since then, and can take part by a catch-up.
 */
function otherManagers({ people, managerEmail }: Round, days: HeadCountDays, asOf: Day): Person[] {
  const named = people.find((person) => person.email === managerEmail && isCounted(person, days));
  if (named && managerEmail !== '') return [named];
  return people.filter(
    (person) =>
      person.roles.includes('manager') && isEmployed(person, asOf) && !isOnLeave(person.leave, days.from, days.through),
  );
}

export function tallyOf(round: Round, rules: RuleVersion, schedule: Schedule, asOf: Day): Tally {
  const days = headCountDays(rules, schedule, asOf);
  const { held, closed } = schedule;
  const year = civilDate(asOf).year;
  const attends = rules.attendance !== null;
  const catchUpCounts = attends && rules.attendance.catchUpCounts;
  const asksReflection = rules.reflection === 'each-person';
  const absentAt: number[] | null = attends && rules.attendance.count === 'each-session' ? [] : null;
  const managers: Person[] = [];
  let staff = 0;
  let present = 0;
  let possible = 0;
  let course = 0;
  let reflection = 0;
  let prerequisite = 0;
  let group = 0;
  let groupHasManager = false;
  for (const person of round.people) {
    if (!isCounted(person, days)) continue;
    staff++;
    if (rules.course && isDone(person.course, asOf)) course++;
    if (asksReflection && isDone(person.reflection, asOf)) reflection++;
    if (person.roles.length > 0) {
      const isManager = person.roles.includes('manager');
      if (isManager) managers.push(person);
      if (person.roles.includes('group')) {
        group++;
        if (isManager) groupHasManager = true;
      }
    }
    if (rules.prerequisite && (isDone(person.catchUp, asOf) || hasEarlierDiploma(person, year))) prerequisite++;
    if (isPresent(person, held, catchUpCounts, asOf, year)) {
      present++;
      possible++;
      continue;
    }
    if ((person.attended & closed) === closed) possible++;
    if (absentAt !== null) countAbsences(absentAt, held & ~person.attended);
  }
  if (absentAt !== null && held !== 0) {
    present = staff - mostAbsent(absentAt, held);
    possible = staff - mostAbsent(absentAt, closed);
  }
  const led = rules.managerAttends && managers.length === 0 ? otherManagers(round, days, asOf) : managers;
  return {
    days,
    staff,
    present,
    possible,
    managers: managersAmong(led, schedule, catchUpCounts, asOf, year),
    course,
    reflection,
    prerequisite,
    group,
    groupHasManager,
  };
}

function countAbsences(absentAt: number[], absent: number): void {
  for (let session = 0; absent >> session !== 0; session++) {
    if ((absent >> session) & 1) absentAt[session] = (absentAt[session] ?? 0) + 1;
  }
}

function mostAbsent(absentAt: readonly number[], sessions: number): number {
  let most = 0;
  for (let session = 0; session < absentAt.length; session++) {
    if ((sessions >> session) & 1) most = Math.max(most, absentAt[session] ?? 0);
  }
  return most;
}
