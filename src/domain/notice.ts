/** One thing that somebody should be told, and the memory of what has been told already. */
import { type Day, formatDay, parseDay } from './calendar.ts';
import type { Decision } from './decision.ts';
import type { Round } from './facts.ts';
import { isMailKind, type MailKind } from './mail-kinds.ts';
import type { Programme } from './rules.ts';

export interface Notice {
  readonly kind: MailKind;
  readonly roundId: string;
  /** The date that the cause is about: a due date, an occasion's day, the diploma's date … */
  readonly reference: Day;
  /** The `from` of the rule version that the cause was judged by. */
  readonly ruleVersion: Day;
  /**
   * Tells causes of one kind and date apart: which occasion, and the how-manieth time. A code without names and free text, since it
   * is written to the journal.
   */
  readonly subject: string;
  /** Unit and round (by the round's id), kind, reference date, rule version and subject: one cause, one key, one mail. */
  readonly key: string;
  /** The first day on which the cause held, as far as the facts can tell: what began before the product saw the round is history. */
  readonly since: Day;
}

/**
 * Keys of what has been told about one round, oldest first, with the day. A mail counts from the moment it is claimed for sending, and
 * also when it is unsure whether it left, or when a person or the installation has silenced it. A mail that only waits does not count.
 */
export type Told = Readonly<Record<string, Day>>;

export interface ToldNotice {
  readonly kind: MailKind;
  readonly reference: Day;
  readonly ruleVersion: Day;
  readonly subject: string;
  readonly on: Day;
}

/** What every family of notices is judged from. */
export interface Scene {
  readonly round: Round;
  readonly decision: Decision;
  readonly programme: Programme;
  readonly today: Day;
  readonly told: readonly ToldNotice[];
}

function noticeKey(roundId: string, kind: MailKind, reference: Day, ruleVersion: Day, subject: string): string {
  return `${roundId}/${kind}/${formatDay(reference)}/${formatDay(ruleVersion)}/${subject}`;
}

export function noticeOf(scene: Scene, kind: MailKind, reference: Day, since: Day, subject = ''): Notice {
  const roundId = scene.round.id;
  const ruleVersion = scene.decision.ruleVersion;
  const key = noticeKey(roundId, kind, reference, ruleVersion, subject);
  return { kind, roundId, reference, ruleVersion, subject, key, since };
}

/** The cause of a receipt: at most one a form, address and day. The subject is a code of the address, never the address. */
export function receiptNotice(roundId: string, form: string, address: string, day: Day): Notice {
  const subject = `${form}.${shortCode(address)}`;
  const key = noticeKey(roundId, 'receipt', day, day, subject);
  return { kind: 'receipt', roundId, reference: day, ruleVersion: day, subject, key, since: day };
}

/** What the keys say, oldest first. Keys that this version does not know are left out: an older or newer product wrote them. */
export function readTold(told: Told): ToldNotice[] {
  const read: ToldNotice[] = [];
  for (const key of Object.keys(told)) {
    const [, kind = '', reference = '', ruleVersion = '', subject = ''] = key.split('/');
    const referenceDay = parseDay(reference);
    const ruleDay = parseDay(ruleVersion);
    const on = told[key];
    if (!isMailKind(kind) || referenceDay === null || ruleDay === null || on === undefined) continue;
    read.push({ kind, reference: referenceDay, ruleVersion: ruleDay, subject, on });
  }
  return read;
}

/**
 * Days of the diplomas and completions that the unit has been told of, oldest first. A notice with a subject of its own is about the
 * persons' diplomas.
 */
export function diplomasTold(told: Told): Day[] {
  return readTold(told)
    .filter(({ kind, subject }) => (kind === 'certified' || kind === 'completed') && subject === '')
    .map(({ reference }) => reference)
    .sort((one, other) => one - other);
}

/** The latest told notice of any of the kinds, or undefined. */
export function lastTold(told: readonly ToldNotice[], kinds: readonly MailKind[]): ToldNotice | undefined {
  for (let index = told.length - 1; index >= 0; index--) {
    const one = told[index];
    if (one !== undefined && kinds.includes(one.kind)) return one;
  }
  return undefined;
}

/** '' for the first of its kinds, then '#2', '#3' … so that what truly happens again has a key of its own. */
export function ordinal(told: readonly ToldNotice[], kinds: readonly MailKind[]): string {
  const count = told.filter((one) => kinds.includes(one.kind)).length;
  return count === 0 ? '' : `#${count + 1}`;
}

/** Four hexadecimal digits that change when the text does (FNV-1a, folded): enough to see a change, too little to read it back. */
export function shortCode(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (((hash >>> 16) ^ hash) & 0xffff).toString(16).padStart(4, '0');
}
