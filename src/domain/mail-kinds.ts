/** Every kind of mail that the product writes, what people call it, and how it behaves in the queue. */

/** In the order a unit meets them. */
export const MAIL_LABELS = {
  receipt: 'Bekräftelse',
  admitted: 'Antagen',
  waitlisted: 'Köplats',
  declined: 'Avböjd',
  'occasion-set': 'Tid för träff',
  'occasion-moved': 'Ändrad tid för träff',
  'occasion-cancelled': 'Inställd träff',
  material: 'Material inför träff 1',
  'attendance-met': 'Närvaron är uppnådd',
  'attendance-lost': 'Närvaron är inte längre uppnådd',
  'attendance-unreachable': 'Närvaron räcker inte',
  'plan-set': 'Datum för planen',
  'plan-open': 'Dags för planen',
  'plan-due-soon': 'Planen: snart sista dag',
  'plan-overdue': 'Planen är försenad',
  'plan-moved': 'Nytt datum för planen',
  'plan-feedback': 'Återkoppling på planen',
  'requirements-met': 'Krav uppfyllda',
  certified: 'Diplom',
  completed: 'Genomförd',
  'survey-open': 'Enkäten är öppen',
  'survey-low': 'Få svar på enkäten',
  'plan-revision': 'Revidera planen',
  'follow-up': 'Uppföljning',
  supplement: 'Komplettering krävs',
  'expiry-180': 'Diplomet går ut om 180 dagar',
  'expiry-90': 'Diplomet går ut om 90 dagar',
  'expiry-30': 'Diplomet går ut om 30 dagar',
  expired: 'Diplomet har gått ut',
  'rules-changed': 'Ändrade regler',
  digest: 'Sammanställning',
} as const;
export type MailKind = keyof typeof MAIL_LABELS;

export function isMailKind(text: string): text is MailKind {
  return Object.hasOwn(MAIL_LABELS, text);
}

export const MAIL_KINDS: readonly MailKind[] = Object.keys(MAIL_LABELS).filter(isMailKind);

/**
 * When a mail may leave: `at-once` for receipts, `office-hours` after the holding time, `next-morning` on the next working morning,
 * so that a slip at the keyboard can be mended before anybody is told that a goal was reached or lost.
 */
export type MailTiming = 'at-once' | 'office-hours' | 'next-morning';

export interface MailTraits {
  /** Lower leaves first when mail is scarce, and stands first in a joined mail. No two kinds share a number. */
  readonly urgency: number;
  readonly timing: MailTiming;
}

/**
 * Kinds whose cause is a day that comes, not something that somebody does: their notices' `since` is the day on which they would have been
 * caused by an undisturbed run, so that a later one is late.
 */
const BY_CALENDAR: ReadonlySet<MailKind> = new Set([
  'material',
  'plan-set',
  'plan-open',
  'plan-due-soon',
  'plan-overdue',
  'survey-open',
  'survey-low',
  'plan-revision',
  'follow-up',
  'expiry-180',
  'expiry-90',
  'expiry-30',
  'expired',
]);

export function isByCalendar(kind: MailKind): boolean {
  return BY_CALENDAR.has(kind);
}

/** The most urgent first. */
const BY_URGENCY: readonly MailKind[] = [
  'receipt',
  'occasion-cancelled',
  'occasion-moved',
  'plan-overdue',
  'attendance-lost',
  'attendance-unreachable',
  'expired',
  'expiry-30',
  'supplement',
  'plan-due-soon',
  'survey-low',
  'admitted',
  'declined',
  'waitlisted',
  'material',
  'occasion-set',
  'plan-moved',
  'plan-open',
  'plan-set',
  'survey-open',
  'expiry-90',
  'follow-up',
  'plan-revision',
  'certified',
  'completed',
  'requirements-met',
  'attendance-met',
  'plan-feedback',
  'rules-changed',
  'expiry-180',
  'digest',
];

const NEXT_MORNING: ReadonlySet<MailKind> = new Set([
  'attendance-lost',
  'attendance-unreachable',
  'expired',
  'expiry-30',
  'supplement',
  'expiry-90',
  'certified',
  'completed',
  'requirements-met',
  'attendance-met',
  'expiry-180',
]);

export function mailTraits(kind: MailKind): MailTraits {
  const timing = kind === 'receipt' ? 'at-once' : NEXT_MORNING.has(kind) ? 'next-morning' : 'office-hours';
  return { urgency: BY_URGENCY.indexOf(kind) + 1, timing };
}

/** Most urgent first; a new array. */
export function byUrgency(kinds: readonly MailKind[]): MailKind[] {
  return BY_URGENCY.filter((kind) => kinds.includes(kind));
}
