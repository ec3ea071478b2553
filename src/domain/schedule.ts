/** Which sessions have been held on a day, and how much is known of them. Sessions are bits: bit n-1 stands for session n. */
import type { Day } from './calendar.ts';
import type { Round } from './facts.ts';

export interface Schedule {
  /** All sessions of the programme. */
  readonly all: number;
  /** At least one occasion held. */
  readonly held: number;
  /** Held, with no further occasion planned. */
  readonly over: number;
  /** Over, with the attendance complete at every occasion: who was not there was absent. */
  readonly closed: number;
  /** First and last day on which an occasion was held. */
  readonly first: Day | null;
  readonly last: Day | null;
  /** Last day of any occasion, planned ones too: the end of the session period as far as it is known. */
  readonly end: Day | null;
}

/**
 * The schedule as of a day. An occasion counts as held when it is marked so and its day has come (decision 12). With `final`, what is
 * planned or held after the day is left out instead of keeping its session open: a diploma is not undone by a later extra occasion.
 */
export function scheduleOf(round: Round, sessions: number, asOf: Day, final: boolean): Schedule {
  const all = (1 << sessions) - 1;
  let held = 0;
  let open = 0;
  let incomplete = 0;
  let first: Day | null = null;
  let last: Day | null = null;
  let end: Day | null = null;
  for (const occasion of round.occasions) {
    if (occasion.state === 'cancelled' || occasion.session < 1 || occasion.session > sessions) continue;
    const bit = 1 << (occasion.session - 1);
    const { day } = occasion;
    if (final && day !== null && day > asOf) continue;
    if (day !== null && (end === null || day > end)) end = day;
    if (occasion.state === 'planned' || day === null || day > asOf) {
      open |= bit;
      continue;
    }
    held |= bit;
    if (!occasion.attendanceComplete) incomplete |= bit;
    if (first === null || day < first) first = day;
    if (last === null || day > last) last = day;
  }
  const over = held & ~open;
  return { all, held, over, closed: over & ~incomplete, first, last, end };
}

export function allOver(schedule: Schedule): boolean {
  return schedule.all !== 0 && schedule.over === schedule.all;
}
