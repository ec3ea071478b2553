/** The order in which units wait for a place, and how many of the term's places are taken. */
import { byDay, civilDate, type Day, dayOf } from '../domain/calendar.ts';
import { canonical } from '../domain/clean-text.ts';
import type { Round } from '../domain/facts.ts';
import { isDecision } from './advance.ts';
import type { FullRun } from './full-run.ts';

export interface Waiting {
  readonly round: Round;
  /** 1-based, within the programme. */
  readonly number: number;
}

const cameBefore = (one: Round, other: Round): number =>
  byDay(one.interestOn, other.interestOn) || (canonical(one.unit) < canonical(other.unit) ? -1 : 1);

/** Everyone who waits, those who signed up first first, each programme for itself. */
export function queueOf({ rounds, states }: Pick<FullRun, 'rounds' | 'states'>): Waiting[] {
  const lengths = new Map<string, number>();
  return [...rounds.values()]
    .filter(({ id }) => {
      const decision = states.get(id)?.decision;
      return decision !== undefined && isDecision(decision) && decision.status === 'waitlisted';
    })
    .sort(cameBefore)
    .map((round) => {
      const number = (lengths.get(round.programme) ?? 0) + 1;
      lengths.set(round.programme, number);
      return { round, number };
    });
}

/** "Hösten 2025: 6 av 8 platser är tagna": places are taken by those admitted in the half-year of `today` who have not withdrawn. */
export function placesText({ rounds }: Pick<FullRun, 'rounds'>, places: number, today: Day): string {
  const { year, month } = civilDate(today);
  const [term, from, before] =
    month < 7 ? ['Våren', dayOf(year, 1, 1), dayOf(year, 7, 1)] : ['Hösten', dayOf(year, 7, 1), dayOf(year + 1, 1, 1)];
  const taken = [...rounds.values()].filter(
    ({ decision, decisionOn, withdrawnOn }) =>
      decision === 'admit' && decisionOn !== null && decisionOn >= from && decisionOn < before && withdrawnOn === null,
  );
  return `${term} ${year}: ${taken.length} av ${places} platser är tagna`;
}
