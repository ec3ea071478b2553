/** Where a round stands. Always computed, never typed. */

import type { Day } from './calendar.ts';
import type { Certification } from './certification.ts';
import type { DiplomaPeriod, Status } from './decision.ts';
import type { Round } from './facts.ts';
import type { RuleVersion } from './rules.ts';
import { allOver } from './schedule.ts';
import { isDone } from './staff.ts';
import { validThrough } from './validity.ts';

/** Whether the round has come past its admission; one that is under way without a decision on record counts as admitted. */
function isAdmitted(round: Round, today: Day): boolean {
  const decision = standingDecision(round, today);
  if (decision !== null) return decision === 'admit';
  return (
    isDone(round.diplomaOn, today) || round.occasions.some(({ state, day }) => state === 'held' && isDone(day, today))
  );
}

/** The decision on admission as far as its day has come; one without a date stands from the start. */
function standingDecision(round: Round, today: Day): Round['decision'] {
  return round.decisionOn === null || round.decisionOn <= today ? round.decision : null;
}

export function statusOf(
  round: Round,
  rules: RuleVersion,
  certification: Certification,
  periods: readonly DiplomaPeriod[],
  today: Day,
): Status {
  if (isDone(round.withdrawnOn, today)) return 'withdrawn';
  if (!isAdmitted(round, today)) {
    const decision = standingDecision(round, today);
    return decision === 'decline' ? 'declined' : decision === 'waitlist' ? 'waitlisted' : 'interested';
  }
  if (certification.on !== null) {
    if (rules.diploma === 'completion') return 'completed';
    const through = validThrough(periods);
    return through !== null && through < today ? 'expired' : 'certified';
  }
  const { judgement } = certification;
  if (judgement.allMet) return 'requirementsMet';
  if (rules.plan !== null && allOver(judgement.schedule)) return 'planning';
  const begun = rules.sessions > 0 ? judgement.schedule.held !== 0 : groupIsAppointed(round, rules);
  return begun ? 'underway' : 'admitted';
}

/** The group has once been named, whoever has left it since: what has begun stays begun. */
function groupIsAppointed(round: Round, { group }: RuleVersion): boolean {
  if (group === null) return false;
  const members = round.people.filter((person) => person.roles.includes('group'));
  return (
    members.length >= group.least && (!group.withManager || members.some((person) => person.roles.includes('manager')))
  );
}
