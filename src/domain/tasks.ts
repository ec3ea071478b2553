/** The requirements that everyone on the head-count meets by doing something, and those the unit meets on a date. */

import { NO_PEOPLE } from './attendance.ts';
import type { Day } from './calendar.ts';
import type { DutyKind, Requirement, RequirementId } from './decision.ts';
import type { Person } from './facts.ts';
import type { GroupRule, PlanRule, RuleVersion } from './rules.ts';
import type { Schedule } from './schedule.ts';
import { hasEarlierDiploma, isDone } from './staff.ts';
import type { Tally } from './tally.ts';

/** Codes in `missing`. */
export const BEFORE_FIRST_SESSION = 'before-first-session';
const NOT_YET = 'not-yet';
export const TOO_FEW = 'too-few';
export const TOO_MANY = 'too-many';
export const NO_MANAGER_IN_GROUP = 'no-manager-in-group';

const NOTHING: readonly string[] = [];

/** Everyone has done it: the web training, the reflection, the diploma or catch-up that Klivet builds on. */
export function everyone(id: RequirementId, have: number, of: number): Requirement {
  if (of === 0) return { id, state: 'unknown', have, of, need: 0, short: 0, reach: 'open', missing: [NO_PEOPLE] };
  const short = of - have;
  return { id, state: short === 0 ? 'met' : 'unmet', have, of, need: of, short, reach: 'open', missing: NOTHING };
}

/** Whether there is anything that everyone on the head-count must do. */
export function asksOfEveryone({ course, reflection, prerequisite }: RuleVersion): boolean {
  return course || prerequisite || reflection === 'each-person';
}

/** What a person has yet to do of what everyone on the head-count must do, whether on it or not. */
export function tasksLeft(person: Person, rules: RuleVersion, asOf: Day, year: number): DutyKind[] {
  const left: DutyKind[] = [];
  if (!isDone(person.catchUp, asOf) && !hasEarlierDiploma(person, year) && rules.prerequisite) left.push('catch-up');
  if (!isDone(person.course, asOf) && rules.course) left.push('course');
  if (!isDone(person.reflection, asOf) && rules.reflection === 'each-person') left.push('reflection');
  return left;
}

/** Done once by the unit as a whole. */
export function once(id: RequirementId, done: boolean, why = NOT_YET): Requirement {
  const have = done ? 1 : 0;
  const missing = done ? NOTHING : [why];
  return { id, state: done ? 'met' : 'unmet', have, of: 1, need: 1, short: 1 - have, reach: 'open', missing };
}

/**
 * A plan says how the work goes on after the sessions, so one dated before the first of them is not counted. Programmes without
 * sessions take any plan.
 */
export function planIsIn(planOn: Day | null, schedule: Schedule, asOf: Day): boolean {
  if (!isDone(planOn, asOf) || planOn === null) return false;
  return schedule.all === 0 || (schedule.first !== null && planOn >= schedule.first);
}

export function planRequirement(planOn: Day | null, schedule: Schedule, asOf: Day): Requirement {
  const done = planIsIn(planOn, schedule, asOf);
  return once('plan', done, !done && isDone(planOn, asOf) ? BEFORE_FIRST_SESSION : NOT_YET);
}

/** The areas that the plan must cover; those it names without being asked do not count. */
export function planAreasRequirement(rule: PlanRule, planAreas: readonly string[], planIn: boolean): Requirement {
  const missing = planIn ? rule.areas.filter((area) => !planAreas.includes(area)) : rule.areas;
  const of = rule.areas.length;
  const short = missing.length;
  const state = short === 0 ? 'met' : 'unmet';
  return { id: 'plan-areas', state, have: of - short, of, need: of, short, reach: 'open', missing };
}

/** A group of the right size, with the manager in it where the programme says so. */
export function groupRequirement(rule: GroupRule, tally: Tally): Requirement {
  const have = tally.group;
  const missing: string[] = [];
  if (have < rule.least) missing.push(TOO_FEW);
  if (have > rule.most) missing.push(TOO_MANY);
  if (rule.withManager && !tally.groupHasManager) missing.push(NO_MANAGER_IN_GROUP);
  return {
    id: 'group',
    state: missing.length === 0 ? 'met' : 'unmet',
    have,
    of: rule.most,
    need: rule.least,
    short: Math.max(0, rule.least - have),
    reach: 'open',
    missing,
  };
}
