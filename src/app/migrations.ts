/** What older versions of the product have kept in Läge, brought up to date. */
import type { Decision } from '../domain/decision.ts';
import type { RoundState } from './round-state.ts';

const RECURRING: readonly string[] = ['plan-revision', 'follow-up'];

/** Version 1 told what recurs apart by its dates, and did not keep on which day a deadline was met. */
function withOccurrences(state: RoundState): RoundState {
  const { decision } = state;
  if (decision === null || !('deadlines' in decision)) return state;
  const times = new Map<string, number>();
  const deadlines = decision.deadlines.map((deadline) => {
    const { kind, reference } = deadline;
    const count = (times.get(`${kind} ${reference}`) ?? 0) + 1;
    times.set(`${kind} ${reference}`, count);
    return { ...deadline, doneOn: deadline.doneOn ?? null, occurrence: RECURRING.includes(kind) ? count : 1 };
  });
  return { ...state, decision: { ...decision, deadlines } };
}

/** Version 2 kept the ids of those counted; the days that they follow from are decided anew in the run that takes the workbook over. */
function withHeadCount(state: RoundState): RoundState {
  const { decision } = state;
  if (decision === null || !('deadlines' in decision)) return state;
  const {
    counted: _,
    headCount,
    judgedOn: on,
    ...rest
  }: Decision & { readonly counted?: readonly string[] } = decision;
  const days = headCount ?? { on, decision: on, from: on, through: on };
  return { ...state, decision: { ...rest, judgedOn: on, headCount: days } };
}

/**
 * The first brings a round of version 1 to version 2, and so on. Each may meet what it has done already: an execution that writes one round
 * and dies leaves the others, and the version of the whole, as they were.
 */
const STEPS: readonly ((state: RoundState) => RoundState)[] = [withOccurrences, withHeadCount];

export const STATE_VERSION = 3;

/** @param version under which the round was written, from 1 on */
export function migrated(state: RoundState, version: number): RoundState {
  return STEPS.slice(version - 1).reduce((before, step) => step(before), state);
}

/** The tab that keeps Läge as an older version left it. */
export const keptTab = (version: number): string => `Läge, version ${version}`;
