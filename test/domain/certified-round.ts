/** A unit that got its diploma on 15 December 2023, and the dates that follow from it. */
import { formatDay } from '../../src/domain/calendar.ts';
import type { Deadline, DeadlineKind, Decision } from '../../src/domain/decision.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { FollowUpRecord, Round } from '../../src/domain/facts.ts';
import type { Programme, RuleVersion } from '../../src/domain/rules.ts';
import { day, occasionOn, roundWith, rulesOf, staffOf } from './builders.ts';

export const certified = (facts: Partial<Round> = {}): Round =>
  roundWith({
    interestOn: day('2023-08-01'),
    decisionOn: day('2023-09-01'),
    occasions: [1, 2, 3, 4].map((session) => occasionOn(session, `2023-10-0${session}`)),
    planOn: day('2023-12-01'),
    presentationOn: day('2023-12-15'),
    diplomaOn: day('2023-12-15'),
    people: staffOf(5, () => ({ attended: 15, course: day('2023-09-15'), reflection: day('2023-11-01') })),
    ...facts,
  });

export const made = (kind: FollowUpRecord['kind'], on: string, missed = false): FollowUpRecord => ({
  id: on,
  kind,
  on: day(on),
  missed,
});

/** By the programme's rules, changed where a test says so. */
export function decide(round: Round, programme: Programme, today: string, rules: Partial<RuleVersion> = {}): Decision {
  const decision = evaluate(round, { ...programme, versions: [rulesOf(programme, rules)] }, day(today));
  if ('noRuleInForce' in decision) throw new Error('No rule');
  return decision;
}

/** "2024-06-15 2024-07-06 upcoming": the day it opens where there is one, the last day, how it stands, and when it was done. */
const inWords = ({ opens, due, state, doneOn }: Deadline): string =>
  [
    ...(opens === null ? [] : [formatDay(opens)]),
    formatDay(due),
    state,
    ...(doneOn === null ? [] : [formatDay(doneOn)]),
  ].join(' ');

/** The deadlines of one kind, in words. */
export const those = (
  kind: DeadlineKind,
  round: Round,
  programme: Programme,
  today: string,
  rules?: Partial<RuleVersion>,
): string[] =>
  decide(round, programme, today, rules)
    .deadlines.filter((one) => one.kind === kind)
    .map(inWords);
