/** Occasions that were set, moved or cancelled since the manager was last told. Only what lies ahead is worth a mail. */
import type { Day } from './calendar.ts';
import type { Occasion } from './facts.ts';
import type { MailKind } from './mail-kinds.ts';
import { type Notice, noticeOf, type Scene, shortCode, type ToldNotice } from './notice.ts';

const OCCASION_KINDS: readonly MailKind[] = ['occasion-set', 'occasion-moved', 'occasion-cancelled'];

/** What the subject of an occasion's notice says: `2A@780.3f2a#3`. */
export interface OccasionSubject {
  /** Session number and label: "2A". */
  readonly base: string;
  /** Minutes after midnight that were told; null when no time was set. */
  readonly minute: number | null;
  /** Code of place and form, so that a change of room is seen without the journal holding the room. */
  readonly print: string;
  /** How many mails about this occasion went before: the SEQUENCE of its calendar file. */
  readonly sequence: number;
}

const SUBJECT = /^([^@#]+)@(-|\d+)\.([0-9a-f]{4})(?:#(\d+))?$/;
const PLAIN_LABEL = /^[\p{L}\p{N}]{0,8}$/u;

export function readOccasionSubject(subject: string): OccasionSubject | null {
  const match = SUBJECT.exec(subject);
  if (!match) return null;
  const [, base = '', minute = '-', print = '', count] = match;
  return { base, minute: minute === '-' ? null : Number(minute), print, sequence: count ? Number(count) - 1 : 0 };
}

/** Session and label as a code. A label that is more than a few letters may be anything: its code stands in for it. */
export function occasionBase(occasion: Occasion): string {
  const label = PLAIN_LABEL.test(occasion.label) ? occasion.label : `x${shortCode(occasion.label)}`;
  return `${occasion.session}${label}`;
}

function printOf(occasion: Occasion): string {
  return shortCode(`${occasion.digital ? 'd' : 'p'}|${occasion.place}`);
}

export interface ToldOccasion extends OccasionSubject {
  readonly kind: MailKind;
  readonly day: Day;
}

/** What was last told about an occasion, with the number of mails so far; null when nothing was. */
export function toldOccasion(told: readonly ToldNotice[], base: string): ToldOccasion | null {
  let last: ToldOccasion | null = null;
  for (const one of told) {
    if (!OCCASION_KINDS.includes(one.kind)) continue;
    const subject = readOccasionSubject(one.subject);
    if (subject?.base === base) last = { ...subject, kind: one.kind, day: one.reference };
  }
  return last;
}

function occasionNotice(scene: Scene, occasion: Occasion): Notice | null {
  const { today } = scene;
  const base = occasionBase(occasion);
  const told = toldOccasion(scene.told, base);
  const known = told !== null && told.kind !== 'occasion-cancelled';
  const count = told === null ? '' : `#${told.sequence + 2}`;
  if (occasion.state === 'cancelled') {
    // Only a cancellation that somebody chose: a row that cannot be read, or is gone, is a question for the coordinator.
    if (!known || told.day < today) return null;
    const minute = told.minute === null ? '-' : String(told.minute);
    return noticeOf(scene, 'occasion-cancelled', told.day, today, `${base}@${minute}.${told.print}${count}`);
  }
  if (occasion.state === 'held' || occasion.day === null || occasion.day < today) return null;
  const print = printOf(occasion);
  const same = known && told.day === occasion.day && told.minute === occasion.minute && told.print === print;
  if (same) return null;
  const subject = `${base}@${occasion.minute === null ? '-' : String(occasion.minute)}.${print}${count}`;
  return noticeOf(scene, known ? 'occasion-moved' : 'occasion-set', occasion.day, today, subject);
}

export function occasionNotices(scene: Scene): Notice[] {
  return scene.round.occasions
    .map((occasion) => occasionNotice(scene, occasion))
    .filter((notice): notice is Notice => notice !== null);
}
