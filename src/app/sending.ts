/**
 * Claim, send, mark. The claim of a mail and the mark of the one before it are one write of one cell, so that a mail costs two calls, and
 * an execution that dies leaves at most one mail of which nobody knows whether it went.
 */
import type { Stamp } from '../domain/mail-times.ts';
import { STATE_TAB } from '../workbook/tabs/state.ts';
import type { OutgoingMail, Ports } from './ports.ts';
import { stampNow } from './register.ts';
import { SENDING_CELL, type Sending } from './state-tab.ts';

/** Ids of the causes that one letter carries, the most urgent first: it gives the letter its row in Utskick. */
export type LetterIds = readonly [string, ...string[]];

export interface Letter {
  readonly ids: LetterIds;
  readonly mail: OutgoingMail;
}

export interface SentLetter {
  readonly ids: LetterIds;
  readonly on: Stamp;
}

export interface SendResult {
  readonly sent: readonly SentLetter[];
  /** The letter at which the service failed: it may have gone. */
  readonly unsure: LetterIds | null;
  /** Letters to addresses that the service does not take: they have not gone. */
  readonly rejected?: readonly Letter[];
}

/** An execution lives six minutes at the most; a claim older than this belongs to one that died. */
const CLAIM_IS_DEAD_AFTER = 7;

/** Google ends an execution after six minutes: better to stop in time than to die with a mail in hand. */
const MINUTES_OF_SENDING = 4;

/** A cell holds 50,000 characters: what does not fit leaves with the next run. */
const MOST_CHARACTERS = 45_000;

/** False, and nothing written, where the cell is full. */
function note(ports: Ports, sending: Sending): boolean {
  const text = JSON.stringify(sending);
  if (sending.claimed !== null && text.length > MOST_CHARACTERS) return false;
  ports.workbook.write(STATE_TAB.name, SENDING_CELL.row, SENDING_CELL.column, [[text]]);
  return true;
}

/** Takes the first letter in hand; to be done while the lock is held, so that nobody else begins to send. One call. */
export function claimFirst(
  ports: Ports,
  letters: readonly Letter[],
  now: Stamp,
  carried: readonly SentLetter[] = [],
): void {
  const [first] = letters;
  if (first) note(ports, { started: now, claimed: first.ids, sent: carried });
}

/** Is somebody else sending just now? */
export function isSending(sending: Sending | null, now: Stamp): boolean {
  return sending !== null && sending.claimed !== null && now - sending.started < CLAIM_IS_DEAD_AFTER;
}

/** Does the sender's cell still say what this run wrote there last? If not, another run has taken it over. */
export function isOurs(sending: Sending | null, { sent, unsure }: SendResult): boolean {
  return sending !== null && JSON.stringify([sending.claimed, sending.sent]) === JSON.stringify([unsure, sent]);
}

/** What an earlier execution left in the sender's cell without having it committed. */
export function leftBehind(sending: Sending | null, now: Stamp): SendResult | null {
  if (sending === null || isSending(sending, now)) return null;
  return { sent: sending.sent, unsure: sending.claimed };
}

/**
 * Sends in order what `claimFirst` has begun. Stops at the first failure of the service, since it cannot be told what it did.
 * The last letter has a mark of its own, so that only a letter in the hands of a dying execution can be unsure.
 * @param carried letters that left before and stand in the sender's cell until a run takes them over
 */
export function sendAll(
  ports: Ports,
  letters: readonly Letter[],
  now: Stamp,
  carried: readonly SentLetter[] = [],
): SendResult {
  const sent: SentLetter[] = [...carried];
  const rejected: Letter[] = [];
  for (const [index, letter] of letters.entries()) {
    if (stampNow(ports.now()) - now >= MINUTES_OF_SENDING) break;
    if (index > 0 && !note(ports, { started: now, claimed: letter.ids, sent })) break;
    try {
      if (ports.mail.send(letter.mail)) sent.push({ ids: letter.ids, on: now });
      else rejected.push(letter);
    } catch (cause) {
      ports.log.error(`Utskick ${letter.ids[0]}: ${cause instanceof Error ? cause.name : 'fel'} vid sändning`);
      return { sent, unsure: letter.ids, rejected };
    }
  }
  if (letters.length > 0) note(ports, { started: now, claimed: null, sent });
  return { sent, unsure: null, rejected };
}

/** Ids of the coordinators' digests start so; they belong to no round. */
export const DIGEST_ID = 'digest-';

export function digestWasSent(result: SendResult): boolean {
  const letters = [...result.sent.map(({ ids }) => ids), ...(result.unsure ? [result.unsure] : [])];
  return letters.some(([id]) => id.startsWith(DIGEST_ID));
}
