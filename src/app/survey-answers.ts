/** Which answers of the follow-up survey belong together. One form gathers them all, and a renewed diploma asks again. */
import type { Day } from '../domain/calendar.ts';
import { isDecision } from './advance.ts';
import type { FormAnswer } from './ports.ts';
import type { RoundState } from './round-state.ts';

/** The days on which the round's surveys have opened, oldest first. */
export function surveysOpened({ decision }: RoundState, today: Day): readonly Day[] {
  if (!isDecision(decision)) return [];
  return decision.deadlines.flatMap(({ kind, opens }) =>
    kind === 'survey' && opens !== null && opens <= today ? [opens] : [],
  );
}

/** An answer belongs to the survey that opened last before it; what came before the first one has opened belongs to that. */
export function isOfLatestSurvey(state: RoundState, { at }: FormAnswer, today: Day): boolean {
  const [, ...again] = surveysOpened(state, today);
  return again.every((opened) => at.day >= opened);
}
