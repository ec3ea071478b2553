/** Who belongs to the staff on a day (decision 2). */
import { addDays, type Day } from './calendar.ts';
import type { Period, Person } from './facts.ts';

/** The last day of employment still counts. */
export function isEmployed(person: Person, day: Day): boolean {
  return (person.from === null || person.from <= day) && (person.to === null || person.to >= day);
}

/** Several leaves that follow on each other count as one. */
export function isOnLeave(leave: readonly Period[], from: Day, through: Day): boolean {
  if (leave.length === 0) return false;
  let covered: number = from;
  let grown = true;
  while (grown && covered <= through) {
    grown = false;
    for (const period of leave) {
      if (period.from > covered) continue;
      if (period.to === null) return true;
      if (period.to >= covered) {
        covered = period.to + 1;
        grown = true;
      }
    }
  }
  return covered > through;
}

/** The days from which a person is, or is no longer, among those at work. */
export function staffChanges({ from, to, leave }: Person): Day[] {
  const days = from === null ? [] : [from];
  if (to !== null) days.push(addDays(to, 1));
  for (const period of leave) {
    days.push(period.from);
    if (period.to !== null) days.push(addDays(period.to, 1));
  }
  return days;
}

/** The days that decide who is counted. */
export interface HeadCountDays {
  /** Employed on this day … */
  readonly on: Day;
  /** … and still on the day of the decision … */
  readonly decision: Day;
  /** … and not on leave over this whole period. */
  readonly from: Day;
  readonly through: Day;
}

export function isCounted(person: Person, days: HeadCountDays): boolean {
  if (person.from !== null && person.from > days.on) return false;
  if (person.to !== null && (person.to < days.decision || person.to < days.on)) return false;
  // Nearly everyone has none, and the whole staff is asked.
  return person.leave.length === 0 || !isOnLeave(person.leave, days.from, days.through);
}

/** Has done the training elsewhere: the diploma year has begun. */
export function hasEarlierDiploma(person: Person, year: number): boolean {
  return person.earlierDiploma !== null && person.earlierDiploma <= year;
}

export function isDone(on: Day | null, asOf: Day): boolean {
  return on !== null && on <= asOf;
}
