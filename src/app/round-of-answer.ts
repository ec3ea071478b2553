/** Which round an answer is about. */
import type { Status } from '../domain/decision.ts';
import type { UnitReference } from '../forms/index.ts';
import { canonical } from '../workbook/index.ts';
import type { RoundState } from './round-state.ts';

/** A round that nobody works in: not begun, or come to its end. */
const AT_REST: readonly Status[] = ['interested', 'waitlisted', 'declined', 'withdrawn', 'expired'];

function isWorkedIn({ decision }: RoundState): boolean {
  return decision !== null && 'status' in decision && !AT_REST.includes(decision.status);
}

/**
 * Finds it by the code of the respondent's link, else by the unit's name as it is or has been; of several rounds the latest that is worked in,
 * else the latest. Null where no unit is called so.
 */
export function roundOfAnswer(states: Iterable<RoundState>): (unit: UnitReference) => RoundState | null {
  const inOrder = [...states].sort(
    (one, other) => Number(isWorkedIn(one)) - Number(isWorkedIn(other)) || one.facts.number - other.facts.number,
  );
  const byCode = new Map(inOrder.map((state) => [state.roundId, state]));
  const byName = new Map<string, RoundState>();
  for (const state of inOrder) for (const name of state.formerNames) byName.set(canonical(name), state);
  for (const state of inOrder) byName.set(canonical(state.facts.unit), state);
  return ({ code, name }) => byCode.get(code.trim()) ?? byName.get(canonical(name)) ?? null;
}
