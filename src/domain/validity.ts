/** How long a diploma is valid, and its renewal by a refresher (decision 8). */
import { addDays, addDuration, type Day, type Duration, laterOf } from './calendar.ts';
import type { DiplomaPeriod } from './decision.ts';
import type { Person, Round } from './facts.ts';
import type { RuleVersion } from './rules.ts';
import { type Fraction, neededOf } from './share.ts';
import { isEmployed, isOnLeave, staffChanges } from './staff.ts';

/** Three years from 31 August 2024 are valid through 31 August 2027. */
function periodFrom(from: Day, validity: Duration | null): DiplomaPeriod {
  return { from, through: validity === null ? null : addDuration(from, validity) };
}

/** The first day on which a refresher counts for the period that ends on `through`. */
export function refresherOpens(through: Day, window: Duration): Day {
  return addDuration(through, window, -1);
}

/**
 * The diploma's periods, oldest first. A period that follows without a gap starts the day after the old one ended; a later one on the
 * day on which enough of the staff had done the refresher. Each period's length is counted from its own first day.
 */
export function periodsOf(round: Round, rules: RuleVersion, diplomaOn: Day, today: Day): DiplomaPeriod[] {
  let period = periodFrom(diplomaOn, rules.validity);
  const periods = [period];
  if (
    rules.refresher === null ||
    rules.attendance === null ||
    !round.people.some((person) => refreshersOf(person).length > 0)
  ) {
    return periods;
  }
  while (period.through !== null) {
    const opens = laterOf(refresherOpens(period.through, rules.refresher.window), addDays(period.from, 1));
    const renewedOn = dayOfShare(round.people, rules.attendance.share, opens, today);
    if (renewedOn === null) break;
    period = periodFrom(laterOf(renewedOn, addDays(period.through, 1)), rules.validity);
    periods.push(period);
  }
  return periods;
}

/** The first day by today on which at least the share of that day's staff had done the refresher on `opens` or later; null where there is none. */
function dayOfShare(people: readonly Person[], share: Fraction, opens: Day, today: Day): Day | null {
  const candidates = new Set<Day>();
  for (const person of people) {
    for (const on of [...refreshersOf(person), ...staffChanges(person)]) {
      if (on <= today) candidates.add(on);
    }
  }
  const inOrder = [...candidates].sort((one, other) => one - other);
  return inOrder.find((day) => hasShare(people, share, opens, day)) ?? null;
}

function hasShare(people: readonly Person[], share: Fraction, opens: Day, day: Day): boolean {
  let staff = 0;
  let done = 0;
  for (const person of people) {
    if (!isEmployed(person, day) || isOnLeave(person.leave, day, day)) continue;
    staff++;
    if (hasRefresher(person, opens, day)) done++;
  }
  return done > 0 && done >= neededOf(share, staff);
}

/** Whether the person has done a refresher between two days, both included. */
export function hasRefresher(person: Person, from: Day, through: Day): boolean {
  return refreshersOf(person).some((on) => on >= from && on <= through);
}

/** The days of all refreshers that are on record for the person, in no order. */
export function refreshersOf({ refresher, earlierRefreshers = [] }: Person): readonly Day[] {
  return refresher === null ? earlierRefreshers : [...earlierRefreshers, refresher];
}

/** The period that holds on a day: the last one begun. */
export function currentPeriod(periods: readonly DiplomaPeriod[], today: Day): DiplomaPeriod | null {
  return periods.filter(({ from }) => from <= today).at(-1) ?? null;
}

/** The last day of the last period, the one already renewed into included; null = none, or no end. */
export function validThrough(periods: readonly DiplomaPeriod[]): Day | null {
  return periods.at(-1)?.through ?? null;
}
