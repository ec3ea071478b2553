/** Diplomas for persons, in programmes that give them beside the unit's. */
import type { Day } from './calendar.ts';
import type { Decision } from './decision.ts';
import type { Person, Round } from './facts.ts';
import type { RuleVersion } from './rules.ts';
import { scheduleOf } from './schedule.ts';
import { isDone } from './staff.ts';

/**
 * The date on a person's diploma; null where there is none. It takes all sessions, or the catch-up where that counts, and bears the unit's
 * date; where the unit has no diploma, the date that the coordinator set. Somebody trained after that date has none from this round.
 */
export function personalDiploma(
  person: Person,
  round: Round,
  rules: RuleVersion,
  decision: Decision,
  today: Day,
): Day | null {
  if (rules.diploma !== 'unit-and-people') return null;
  const on = decision.diploma?.on ?? (isDone(round.personDiplomaOn, today) ? round.personDiplomaOn : null);
  if (on === null) return null;
  const { all, held } = scheduleOf(round, rules.sessions, on, true);
  const attended = held === all && (person.attended & all) === all;
  const caughtUp = rules.attendance?.catchUpCounts === true && isDone(person.catchUp, on);
  return attended || caughtUp ? on : null;
}
