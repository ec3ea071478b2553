/** From facts, rules and a day to a decision. */
import type { Day } from './calendar.ts';
import { certificationOf } from './certification.ts';
import { deadlinesOf, hasMissedFollowUp } from './deadlines.ts';
import type { Decision, Diploma, DiplomaPeriod, Duty, NoRuleInForce, Status } from './decision.ts';
import type { Round } from './facts.ts';
import { peopleToday } from './people-today.ts';
import { type Programme, type RuleVersion, ruleInForce } from './rules.ts';
import { scheduleOf } from './schedule.ts';
import { statusOf } from './status.ts';
import { currentPeriod, periodsOf, validThrough } from './validity.ts';

/**
 * The day whose rules hold for a round (decision 11): the one the coordinator moved it to, else that of its admission, else today. A
 * round that runs without a decision on record takes the first day of which anything is known.
 */
export function rulesDay(round: Round, today: Day): Day {
  if (round.rulesFrom !== null) return round.rulesFrom;
  if (round.decision === 'admit' && round.decisionOn !== null && round.decisionOn <= today) return round.decisionOn;
  if (round.decision !== null && round.decision !== 'admit') return today;
  let first = today;
  if (round.diplomaOn !== null && round.diplomaOn < first) first = round.diplomaOn;
  for (const { state, day } of round.occasions) if (state === 'held' && day !== null && day < first) first = day;
  return first;
}

/** Which version of the programme's rules holds for the round today, or that none does. */
export function rulesFor(round: Round, programme: Programme, today: Day): RuleVersion | NoRuleInForce {
  const rules = ruleInForce(programme, rulesDay(round, today));
  return 'noRuleInForce' in rules ? { roundId: round.id, noRuleInForce: rules.noRuleInForce } : rules;
}

/**
 * What follows from a round's facts on a day. Pure: the same facts, rules and day give the same decision, whatever the order of rows.
 * Facts dated after `today` are ignored. No text is made here; `text.ts` explains a decision on demand.
 *
 * @param given days of the diplomas that the unit has been told of, oldest first (see `certificationOf`)
 */
export function evaluate(
  round: Round,
  programme: Programme,
  today: Day,
  given: readonly Day[] = NOT_GIVEN,
): Decision | NoRuleInForce {
  const rules = rulesFor(round, programme, today);
  if ('noRuleInForce' in rules) return rules;
  const certification = certificationOf(round, rules, today, given);
  const { judgement, on } = certification;
  const gives = on !== null && rules.diploma !== 'completion';
  const periods = gives ? periodsOf(round, rules, on, today) : NO_PERIODS;
  const status = statusOf(round, rules, certification, periods, today);
  const schedule = on === null ? judgement.schedule : scheduleOf(round, rules.sessions, today, false);
  const people = peopleToday(round, rules, schedule, judgement.tally.days, status, periods, today);
  return {
    roundId: round.id,
    ruleVersion: rules.from,
    status,
    requirements: judgement.requirements,
    duties: people.duties,
    deadlines: deadlinesOf(round, rules, schedule, status, periods, people, today),
    diploma: gives ? diplomaOf(round, on, status, periods, people.duties, today) : null,
    periods,
    trainedToday: people.trainedToday,
    trainedEver: people.trainedEver,
    headCount: judgement.tally.days,
    refusedDiploma: certification.refused,
    contradictedDiploma: certification.contradicted,
    judgedOn: judgement.on,
  };
}

const NO_PERIODS: readonly DiplomaPeriod[] = [];
const NOT_GIVEN: readonly Day[] = [];

/** Decision 10: "Komplettering krävs" stands beside a diploma in force; the diploma itself is never withdrawn by the machine. */
function diplomaOf(
  round: Round,
  on: Day,
  status: Status,
  periods: readonly DiplomaPeriod[],
  duties: readonly Duty[],
  today: Day,
): Diploma {
  const period = currentPeriod(periods, today);
  const isLate = duties.some(({ kind, due }) => kind === 'catch-up' && due !== null && due < today);
  const missed = period !== null && hasMissedFollowUp(round, period, today);
  return { on, validThrough: validThrough(periods), supplementNeeded: status === 'certified' && (isLate || missed) };
}
