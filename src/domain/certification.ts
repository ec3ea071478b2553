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
}

/**
 * Decision 9: the diploma comes by the coordinator's date, by the final presentation where the programme says so and all else was met
 * by then, or by itself on the day the last requirement was met. The requirements are judged for the day of the diploma, so that
 * what happens afterwards neither gives nor takes it. A date in the future is no fact yet.
 */
export function certificationOf(round: Round, rules: RuleVersion, today: Day): Certification {
  let refused = false;
  if (rules.diploma !== 'completion' && round.diplomaOn !== null && round.diplomaOn <= today) {
    const judgement = judge(round, rules, round.diplomaOn, true);
    if (judgement.allMet || round.overrideReason !== '') return { judgement, on: round.diplomaOn, refused };
    refused = true;
  }
  const presented = rules.presentation && isDone(round.presentationOn, today) ? round.presentationOn : null;
  if (presented !== null) {
    const judgement = judge(round, rules, presented, true);
    if (judgement.allMet) return { judgement, on: presented, refused };
  }
  if (rules.certifyAutomatically || rules.diploma === 'completion') {
    const judgement = firstMet(round, rules, today);
    if (judgement !== null) return { judgement, on: judgement.on, refused };
  }
  return { judgement: judge(round, rules, today, false), on: null, refused };
}
