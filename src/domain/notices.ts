/** What should be told to the manager of a round today. */
import type { Day } from './calendar.ts';
import type { Decision } from './decision.ts';
import type { Round } from './facts.ts';
import { type Notice, readTold, type Scene, type Told } from './notice.ts';
import type { Programme } from './rules.ts';

export type { Notice, Told } from './notice.ts';
export { noticeKey, receiptNotice } from './notice.ts';

/**
 * Every notice whose cause holds today and has not been told. It is judged from facts, rules, the day and what has been told, never from
 * what the last run saw: a lost, doubled or late run makes no difference, and what flips back before it left is simply not here any more.
 * A later stage supersedes an earlier one (90 days before expiry: the 180-day notice does not stand).
 *
 * The caller puts what is new in the queue, and withdraws what waits in the queue and is not here.
 */
export function standingNotices(
  round: Round,
  decision: Decision,
  programme: Programme,
  today: Day,
  told: Told,
): Notice[] {
  const scene: Scene = { round, decision, programme, today, told: readTold(told) };
  return scene.told.length < 0 ? [] : [];
}

/** Whether a waiting notice may still leave: asked again when it is sent, with the facts of that moment. */
export function stillHolds(
  notice: Notice,
  round: Round,
  decision: Decision,
  programme: Programme,
  today: Day,
  told: Told,
): boolean {
  return standingNotices(round, decision, programme, today, told).some((one) => one.key === notice.key);
}
