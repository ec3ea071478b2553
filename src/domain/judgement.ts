/** All requirements of a round, judged as of one day. */
import { attendanceRequirement, managerRequirement } from './attendance.ts';
import type { Day } from './calendar.ts';
import type { Requirement } from './decision.ts';
import type { Round } from './facts.ts';
import type { RuleVersion } from './rules.ts';
import { type Schedule, scheduleOf } from './schedule.ts';
import { isDone } from './staff.ts';
import { type Tally, tallyOf } from './tally.ts';
import { everyone, groupRequirement, once, planAreasRequirement, planIsIn, planRequirement } from './tasks.ts';

export interface Judgement {
  readonly on: Day;
  readonly schedule: Schedule;
  readonly tally: Tally;
  readonly requirements: readonly Requirement[];
  readonly allMet: boolean;
}

/** `final` leaves out what is dated after the day instead of letting it keep a session open (see `scheduleOf`). */
export function judge(round: Round, rules: RuleVersion, on: Day, final: boolean): Judgement {
  const schedule = scheduleOf(round, rules.sessions, on, final);
  const tally = tallyOf(round, rules, schedule, on);
  const requirements = requirementsOf(round, rules, schedule, tally, on);
  let allMet = true;
  for (const requirement of requirements) if (requirement.state !== 'met') allMet = false;
  return { on, schedule, tally, requirements, allMet };
}

/** In the order in which a unit meets them. */
function requirementsOf(round: Round, rules: RuleVersion, schedule: Schedule, tally: Tally, on: Day): Requirement[] {
  const staff = tally.staff;
  const requirements: Requirement[] = [];
  if (rules.prerequisite) requirements.push(everyone('prerequisite', tally.prerequisite, staff));
  if (rules.group) requirements.push(groupRequirement(rules.group, tally));
  if (rules.attendance) requirements.push(attendanceRequirement(rules.attendance, schedule, tally));
  if (rules.managerAttends) requirements.push(managerRequirement(schedule, tally));
  if (rules.course) requirements.push(everyone('course', tally.course, staff));
  if (rules.reflection === 'each-person') requirements.push(everyone('reflection', tally.reflection, staff));
  if (rules.reflection === 'unit') requirements.push(once('reflection', isDone(round.selfReflectionOn, on)));
  if (rules.plan) {
    requirements.push(planRequirement(round.planOn, schedule, on));
    if (rules.plan.areas.length > 0) {
      requirements.push(planAreasRequirement(rules.plan, round.planAreas, planIsIn(round.planOn, schedule, on)));
    }
  }
  if (rules.presentation) requirements.push(once('presentation', isDone(round.presentationOn, on)));
  return requirements;
}
