/** The first day on which all requirements of a round were met, for rounds that are certified or completed by themselves. */
import { civilDate, type Day, dayOf, earliestOf, laterOf } from './calendar.ts';
import type { Person, Round } from './facts.ts';
import { type Judgement, judge } from './judgement.ts';
import type { RuleVersion } from './rules.ts';
import { scheduleOf } from './schedule.ts';
import { isCounted, staffChanges } from './staff.ts';
import { headCountDays } from './tally.ts';
import { tasksLeft } from './tasks.ts';

/**
 * The judgement of the first day, up to today, on which everything was met; null where there has been none. What is met later than it
 * was is not undone by those who come or leave afterwards.
 *
 * Between two dated facts nothing can change, so only such days are judged; and where someone still lacks what everyone must have,
 * no day counts before that person has it or no longer belongs to the staff.
 */
export function firstMet(round: Round, rules: RuleVersion, today: Day): Judgement | null {
  let day: Day | null = earliestPossible(round, rules);
  while (day !== null && day <= today) {
    const complete = whenNobodyLacks(round, rules, day);
    if (complete === day) {
      const judgement = judge(round, rules, day, false);
      if (judgement.allMet) return judgement;
      day = nextFact(round.people, day);
    } else day = complete;
  }
  return null;
}

/** What the unit does once has to be done, each of it, and the last session held. */
function earliestPossible(round: Round, rules: RuleVersion): Day | null {
  let day: Day | null = null;
  const needed: (Day | null)[] = [];
  if (rules.plan) needed.push(round.planOn);
  if (rules.presentation) needed.push(round.presentationOn);
  if (rules.reflection === 'unit') needed.push(round.selfReflectionOn);
  for (const { session, state, day: held } of round.occasions) {
    if (session <= rules.sessions && state === 'held') needed.push(held);
  }
  for (const one of needed) {
    if (one === null) return null;
    if (day === null || one > day) day = one;
  }
  return day;
}

/**
 * `day` where everyone on its head-count has done what everyone must do; else a later day, before which somebody still lacks it; null where
 * somebody always will.
 */
function whenNobodyLacks(round: Round, rules: RuleVersion, day: Day): Day | null {
  const days = headCountDays(rules, scheduleOf(round, rules.sessions, day, false), day);
  const year = civilDate(day).year;
  let complete = day;
  for (const person of round.people) {
    if (tasksLeft(person, rules, day, year).length === 0 || !isCounted(person, days)) continue;
    const change = nextChange(person, day);
    if (change === null) return null;
    complete = laterOf(complete, change);
  }
  return complete;
}

function nextFact(people: readonly Person[], day: Day): Day | null {
  let next: Day | null = null;
  for (const person of people) next = earliestOf(next, nextChange(person, day));
  return next;
}

/** The first day after `day` on which a fact about the person changes what is counted; a diploma from elsewhere counts from the start of its year. */
function nextChange(person: Person, day: Day): Day | null {
  const { course, reflection, catchUp, earlierDiploma } = person;
  const began = earlierDiploma === null ? null : dayOf(earlierDiploma, 1, 1);
  let next: Day | null = null;
  for (const one of [course, reflection, catchUp, began, ...staffChanges(person)]) {
    if (one !== null && one > day) next = earliestOf(next, one);
  }
  return next;
}
