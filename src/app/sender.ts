/**
 * The hourly run: in office time it looks for what an edit left undone, and recomputes when something may leave; then it claims, sends and
 * marks. Never holds the lock while it sends.
 */

import { mailTraits } from '../domain/mail-kinds.ts';
import { dayOfStamp, isOfficeTime, minuteOfStamp, type Stamp } from '../domain/mail-times.ts';
import { OUTBOX_TAB } from '../workbook/index.ts';
import { commit } from './commit.ts';
import { digestDue, digestLetter } from './digest.ts';
import type { JournalEvent } from './events.ts';
import { type FullRun, NOT_INSTALLED, openState } from './full-run.ts';
import { addressed, composeLetter, previewer, recipientOf } from './letters.ts';
import { answersAreDue, takeLostAnswers } from './lost-answers.ts';
import { afterSending, bundlesReady, hasReady, numbered } from './mail-queue.ts';
import { lookAround, recompute } from './nightly.ts';
import { planOutbox, writeOutbox } from './outbox.ts';
import type { Ports } from './ports.ts';
import { stampNow } from './register.ts';
import type { RoundState } from './round-state.ts';
import { claimFirst, digestWasSent, isOurs, isSending, type Letter, type SendResult, sendAll } from './sending.ts';
import { readSettings } from './settings.ts';
import type { Head } from './state-tab.ts';
import { cellsOf } from './tab-rows.ts';

const LOCK_WAIT = 20_000;
/** Kinds with a lower number are urgent: the last of the day's quota is kept for them. */
const FIRST_UNHURRIED = 12;

export interface SenderReport {
  readonly sent: number;
  readonly waiting: number;
  readonly unsure: number;
  /** Why nothing was even tried, in Swedish; empty where it was. */
  readonly refused: string;
}

const nothing = (refused = ''): SenderReport => ({ sent: 0, waiting: 0, unsure: 0, refused });

/** The nightly run comes between 04 and 05. */
const NIGHT_IS_OVER = 5 * 60;

function nightIsMissing(head: Head, now: Stamp): boolean {
  const last = head.lastNightly === null ? head.installedOn : dayOfStamp(head.lastNightly);
  return minuteOfStamp(now) >= NIGHT_IS_OVER && last < dayOfStamp(now);
}

/** The share of what is left of the day's quota that unhurried mail may not touch. */
const reserveOf = (remaining: number): number => Math.floor(remaining / 20);

function lettersFor(run: FullRun, remaining: number): { letters: Letter[]; waiting: number } {
  const context = { now: run.now, rounds: run.rounds, rules: run.rules, settings: run.settings, head: run.head };
  const letters: Letter[] = [];
  let left = remaining;
  let waiting = 0;
  for (const { state, mails } of bundlesReady([...run.states.values()], run.now)) {
    const [first, ...rest] = mails;
    const to = recipientOf(state, first, run.settings);
    const kept = mailTraits(first.kind).urgency < FIRST_UNHURRIED ? 0 : reserveOf(remaining);
    const letter =
      to === '' || left <= kept
        ? null
        : composeLetter(context, state, [first.notice, ...rest.map((mail) => mail.notice)]);
    if (letter === null) {
      waiting += 1;
      continue;
    }
    left -= 1;
    letters.push({ ids: [first.id, ...rest.map((mail) => mail.id)], mail: addressed(letter, to, run.settings) });
  }
  return { letters, waiting };
}

/** What left becomes part of the state, with the text as it left. */
function settleSent(
  states: ReadonlyMap<string, RoundState>,
  letters: readonly Letter[],
  result: SendResult,
  now: Stamp,
): { states: RoundState[]; events: JournalEvent[] } {
  const byId = new Map(letters.map((letter) => [letter.ids[0], letter.mail]));
  const changed: RoundState[] = [];
  const events: JournalEvent[] = [];
  for (const before of states.values()) {
    const step = numbered(afterSending(before, result, now));
    if (step.events.length === 0) continue;
    events.push(...step.events);
    const mails = step.state.mails.map((mail) => {
      const letter = mail.changed === now ? byId.get(mail.id) : undefined;
      return letter ? { ...mail, to: letter.to, subject: letter.subject, text: letter.text } : mail;
    });
    changed.push({ ...step.state, mails });
  }
  return { states: changed, events };
}

/**
 * @param evenIfNothingIsDue a person asked: recompute and say how it stands
 */
export function sendMail(ports: Ports, by: string, evenIfNothingIsDue = false): SenderReport {
  const now = stampNow(ports.now());
  if (!ports.lock.take(LOCK_WAIT)) return nothing('En annan körning pågår. Försök igen om en stund.');
  const tab = openState(ports);
  if (!tab) return nothing(NOT_INSTALLED);
  if (isSending(tab.sending, now)) return nothing('Utskick pågår redan.');
  const { settings } = readSettings(tab.head.settings);
  const kept = tab.rows.flatMap((row) => (row.mayHaveMail ? (row.state() ?? []) : []));
  const digest = !settings.dryRun && digestDue(tab.head, now);
  const isMissing = nightIsMissing(tab.head, now);
  const readsAnswers =
    evenIfNothingIsDue || isMissing || (minuteOfStamp(now) >= NIGHT_IS_OVER && answersAreDue(tab.head, now));
  const readsAll =
    evenIfNothingIsDue || isMissing || digest || tab.sending !== null || (!settings.dryRun && hasReady(kept, now));
  if (!readsAll && !readsAnswers && !isOfficeTime(now)) return nothing();

  const caughtUp = readsAnswers ? takeLostAnswers(ports, tab, now) : { tab, forms: tab.head.forms };
  const run = readsAll ? recompute(ports, by, now, isMissing, caughtUp) : lookAround(ports, by, now, caughtUp);
  if (run === null) return nothing();
  if (run.settings.dryRun) return nothing('Torrkörning är på. Ingenting skickas.');
  const digests = digest ? digestLetter(run, dayOfStamp(now)) : [];
  if (digests.length === 0 && !hasReady([...run.states.values()], now)) {
    if (digest) finish(ports, by, run, [], { sent: [], unsure: null }, true);
    return nothing();
  }
  const remaining = ports.mail.remaining();
  const { letters, waiting } = lettersFor(run, remaining);
  // The digest is the least urgent of all: where it does not fit, it comes with a later run.
  const digestFits = digests.length <= remaining - letters.length;
  const all = digestFits ? [...letters, ...digests] : letters;
  if (all.length === 0 && !(digest && digests.length === 0)) return { ...nothing(), waiting };
  claimFirst(ports, all, now);
  ports.lock.release();
  const result = sendAll(ports, all, now);
  finish(ports, by, run, all, result, digest && digestFits && (digests.length === 0 || digestWasSent(result)));
  return {
    sent: result.sent.length,
    waiting: waiting + (result.rejected?.length ?? 0),
    unsure: result.unsure ? 1 : 0,
    refused: '',
  };
}

function finish(
  ports: Ports,
  by: string,
  run: FullRun,
  letters: readonly Letter[],
  result: SendResult,
  digest: boolean,
): void {
  const { now } = run;
  // Where the lock cannot be had, the sender's cell says what was done, and the next run takes it from there.
  if (!ports.lock.take(LOCK_WAIT)) return;
  const tab = openState(ports);
  if (!tab || (letters.length > 0 && !isOurs(tab.sending, result))) return;
  const current = new Map(
    tab.rows.flatMap((row) => {
      const state = row.state();
      return state ? [[row.roundId, state] as const] : [];
    }),
  );
  const settled = settleSent(current, letters, result, now);
  for (const state of settled.states) current.set(state.roundId, state);
  const outboxCells = cellsOf(ports.workbook, OUTBOX_TAB);
  const head = digest ? { ...tab.head, lastDigest: dayOfStamp(now) } : tab.head;
  const context = { now, rounds: run.rounds, rules: run.rules, settings: run.settings, head };
  const outbox = planOutbox(outboxCells, [...current.values()], new Set(), run.settings.dryRun, previewer(context));
  for (const state of outbox.pruned) current.set(state.roundId, state);
  const changed = new Set([...settled.states, ...outbox.pruned].map((state) => state.roundId));
  commit(
    ports,
    { ...tab, sending: null },
    {
      by,
      at: now,
      events: settled.events,
      states: [...changed].flatMap((id) => current.get(id) ?? []),
      head,
      tips: null,
    },
  );
  writeOutbox(ports, outbox, outboxCells.length);
}
