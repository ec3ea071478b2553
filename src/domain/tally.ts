/** One pass over the people of a round: everything the requirements count. */
import { civilDate, type Day } from './calendar.ts';
import type { Person, Round } from './facts.ts';
import type { RuleVersion } from './rules.ts';
import type { Schedule } from './schedule.ts';
import { type HeadCountDays, hasEarlierDiploma, isCounted, isDone } from './staff.ts';

export interface Tally {
  readonly days: HeadCountDays;
  /** Ids of those who count as staff. */
  readonly counted: readonly string[];
  /** Present at all sessions held so far, or at the session with fewest. */
  readonly present: number;
  /** Those who can still be present at all sessions, or at the session with fewest, without a catch-up. */
  readonly possible: number;
  readonly managers: number;
  readonly managersPresent: number;
  /** Managers who have missed a session and not made up for it. */
  readonly managersMissed: number;
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

/** The person named as the unit's manager stands in where nobody on the head-count has the role. */
function managersOf(round: Round, days: HeadCountDays): readonly Person[] {
  const managers: Person[] = [];
  let named: Person | null = null;
  for (const person of round.people) {
    const hasRole = person.roles.length > 0 && person.roles.includes('manager');
    const isNamed = person.email !== '' && person.email === round.managerEmail;
    if ((hasRole || isNamed) && isCounted(person, days)) {
      if (hasRole) managers.push(person);
      else named = person;
    }
  }
  return managers.length > 0 || named === null ? managers : [named];
}

export function tallyOf(round: Round, rules: RuleVersion, schedule: Schedule, asOf: Day): Tally {
  const days = headCountDays(rules, schedule, asOf);
  const { held, closed } = schedule;
  const year = civilDate(asOf).year;
  const catchUpCounts = rules.attendance?.catchUpCounts === true;
  const eachSession = rules.attendance?.count === 'each-session';
  const attends = rules.attendance !== null;
  const counted: string[] = [];
  const absentAt: number[] = [];
  let present = 0;
  let possible = 0;
  let course = 0;
  let reflection = 0;
  let prerequisite = 0;
  let group = 0;
  let groupHasManager = false;
  for (const person of round.people) {
    if (!isCounted(person, days)) continue;
    counted.push(person.id);
    const caughtUp = isDone(person.catchUp, asOf);
    const earlier = person.earlierDiploma !== null && hasEarlierDiploma(person, year);
    if (isDone(person.course, asOf)) course++;
    if (isDone(person.reflection, asOf)) reflection++;
    if (caughtUp || earlier) prerequisite++;
    if (person.roles.length > 0 && person.roles.includes('group')) {
      group++;
      if (person.roles.includes('manager')) groupHasManager = true;
    }
    if (!attends) continue;
    if ((caughtUp && catchUpCounts) || earlier) {
      present++;
      possible++;
      continue;
    }
    const { attended } = person;
    if (held !== 0 && (attended & held) === held) present++;
    if ((attended & closed) === closed) possible++;
    if (eachSession) countAbsences(absentAt, held & ~attended);
  }
  if (eachSession && held !== 0) {
    present = counted.length - mostAbsent(absentAt, held);
    possible = counted.length - mostAbsent(absentAt, closed);
  }
  let managersPresent = 0;
  let managersMissed = 0;
  const managers = rules.managerAttends ? managersOf(round, days) : [];
  for (const manager of managers) {
    const madeUp = (catchUpCounts && isDone(manager.catchUp, asOf)) || hasEarlierDiploma(manager, year);
    if (madeUp || (held !== 0 && (manager.attended & held) === held)) managersPresent++;
    else if ((manager.attended & closed) !== closed) managersMissed++;
  }
  return {
    days,
    counted,
    present,
    possible,
    managers: managers.length,
    managersPresent,
    managersMissed,
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
