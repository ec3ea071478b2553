/** Whether and when a round has got its diploma, and the judgement that this rests on. */
import type { Day } from './calendar.ts';
import { firstMet } from './completion.ts';
import type { Round } from './facts.ts';
import { type Judgement, judge } from './judgement.ts';
import type { RuleVersion } from './rules.ts';
import { isDone } from './staff.ts';

export interface Certification {
  /** As of the day of the diploma, of today until there is one. */
  readonly judgement: Judgement;
  readonly on: Day | null;
  /** A diploma date stands beside unmet requirements, without a reason to override. */
  readonly refused: boolean;
  /** The diploma has been given, and the facts as they are now say that it should not have been. */
  readonly contradicted: boolean;
}

/**
 * Decision 9: the diploma comes by the coordinator's date, by the final presentation where the programme says so and all else was met
 * by then, or by itself on the day the last requirement was met. The requirements are judged for the day of the diploma, so that
 * what happens afterwards neither gives nor takes it. A date in the future is no fact yet.
 *
 * A diploma that the unit has been told of stays, whatever is corrected afterwards, until a person takes its date away (decision 10).
 *
 * @param given days of the diplomas that the unit has been told of, oldest first
 */
export function certificationOf(round: Round, rules: RuleVersion, today: Day, given: readonly Day[]): Certification {
  const isCompletion = rules.diploma === 'completion';
  const excused = round.overrideReason !== '';
  const typed = !isCompletion && isDone(round.diplomaOn, today) ? round.diplomaOn : null;
  const presented = rules.presentation && isDone(round.presentationOn, today) ? round.presentationOn : null;
  let refused = false;
  for (const on of [typed, presented]) {
    if (on === null) continue;
    const judgement = judge(round, rules, on, true);
    const isGiven = given.includes(on);
    const accepted = judgement.allMet || (excused && (isGiven || on === typed));
    if (accepted || isGiven) return { judgement, on, refused, contradicted: !accepted };
    if (on === typed) refused = true;
  }
  if (rules.certifyAutomatically || isCompletion) {
    const [told = null] = given;
    const judgement = told === null ? firstMet(round, rules, today) : judge(round, rules, told, true);
    if (judgement !== null) {
      return { judgement, on: judgement.on, refused, contradicted: !judgement.allMet && !excused };
    }
  }
  return { judgement: judge(round, rules, today, false), on: null, refused, contradicted: false };
}
