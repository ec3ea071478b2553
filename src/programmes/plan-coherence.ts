/** What the values of one plan must not say against each other. */
import { addDuration, type Duration, dayOf } from '../domain/calendar.ts';
import type { PlanRule } from '../domain/rules.ts';

/** Durations of different units compared by the days they give; any start will do for telling weeks from months. */
const START = dayOf(2021, 1, 1);
const isLonger = (one: Duration, other: Duration): boolean => addDuration(START, one) > addDuration(START, other);

/**
 * In Swedish what is wrong and what would be right; null where nothing is. These are the only values of the tab Regler that can contradict
 * each other; what else a programme's data could is the schema's to see.
 */
export function planContradiction({ opens, due }: PlanRule): string | null {
  if (opens === null || (due !== null && !isLonger(opens, due))) return null;
  return due === null
    ? 'Planen har en dag då den öppnar men ingen sista dag. Ange båda eller ingen av dem.'
    : 'Planen skulle öppna efter sin sista dag. Låt den öppna tidigare eller sätt en senare sista dag.';
}
