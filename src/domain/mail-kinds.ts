/** Every kind of mail that the product writes, in the order a unit meets them, and how each behaves in the queue. */

export const MAIL_KINDS = [
  'receipt',
  'admitted',
  'waitlisted',
  'declined',
  'occasion-set',
  'occasion-moved',
  'occasion-cancelled',
  'material',
  'attendance-met',
  'attendance-lost',
  'attendance-unreachable',
  'plan-set',
  'plan-open',
  'plan-due-soon',
  'plan-overdue',
  'plan-moved',
  'plan-feedback',
  'requirements-met',
  'certified',
  'completed',
  'survey-open',
  'survey-low',
  'plan-revision',
  'follow-up',
  'supplement',
  'expiry-180',
  'expiry-90',
  'expiry-30',
  'expired',
  'rules-changed',
  'digest',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/**
 * When a mail may leave: `at-once` for receipts, `office-hours` after the holding time, `next-morning` on the next working morning,
 * so that a slip at the keyboard can be mended before anybody is told that a goal was reached or lost.
 */
export type MailTiming = 'at-once' | 'office-hours' | 'next-morning';

/** Whom a kind of mail is for; `respondent` is whoever sent the form. */
type MailAudience = 'manager' | 'respondent' | 'coordinators';

export interface MailTraits {
  /** Lower leaves first when mail is scarce, and stands first in a joined mail. No two kinds share a number. */
  readonly urgency: number;
  readonly timing: MailTiming;
  readonly audience: MailAudience;
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

const TRAITS: Readonly<Record<MailKind, MailTraits>> = {
  receipt: { urgency: 1, timing: 'at-once', audience: 'respondent' },
  'occasion-cancelled': { urgency: 2, timing: 'office-hours', audience: 'manager' },
  'occasion-moved': { urgency: 3, timing: 'office-hours', audience: 'manager' },
  'plan-overdue': { urgency: 4, timing: 'office-hours', audience: 'manager' },
  'attendance-lost': { urgency: 5, timing: 'next-morning', audience: 'manager' },
  'attendance-unreachable': { urgency: 6, timing: 'next-morning', audience: 'manager' },
  expired: { urgency: 7, timing: 'next-morning', audience: 'manager' },
  'expiry-30': { urgency: 8, timing: 'next-morning', audience: 'manager' },
  supplement: { urgency: 9, timing: 'next-morning', audience: 'manager' },
  'plan-due-soon': { urgency: 10, timing: 'office-hours', audience: 'manager' },
  'survey-low': { urgency: 11, timing: 'office-hours', audience: 'manager' },
  admitted: { urgency: 12, timing: 'office-hours', audience: 'manager' },
  declined: { urgency: 13, timing: 'office-hours', audience: 'manager' },
  waitlisted: { urgency: 14, timing: 'office-hours', audience: 'manager' },
  material: { urgency: 15, timing: 'office-hours', audience: 'manager' },
  'occasion-set': { urgency: 16, timing: 'office-hours', audience: 'manager' },
  'plan-moved': { urgency: 17, timing: 'office-hours', audience: 'manager' },
  'plan-open': { urgency: 18, timing: 'office-hours', audience: 'manager' },
  'plan-set': { urgency: 19, timing: 'office-hours', audience: 'manager' },
  'survey-open': { urgency: 20, timing: 'office-hours', audience: 'manager' },
  'expiry-90': { urgency: 21, timing: 'next-morning', audience: 'manager' },
  'follow-up': { urgency: 22, timing: 'office-hours', audience: 'manager' },
  'plan-revision': { urgency: 23, timing: 'office-hours', audience: 'manager' },
  certified: { urgency: 24, timing: 'next-morning', audience: 'manager' },
  completed: { urgency: 25, timing: 'next-morning', audience: 'manager' },
  'requirements-met': { urgency: 26, timing: 'next-morning', audience: 'manager' },
  'attendance-met': { urgency: 27, timing: 'next-morning', audience: 'manager' },
  'plan-feedback': { urgency: 28, timing: 'office-hours', audience: 'manager' },
  'rules-changed': { urgency: 29, timing: 'office-hours', audience: 'manager' },
  'expiry-180': { urgency: 30, timing: 'next-morning', audience: 'manager' },
  digest: { urgency: 31, timing: 'office-hours', audience: 'coordinators' },
};

export function mailTraits(kind: MailKind): MailTraits {
  return TRAITS[kind];
}

export function isMailKind(text: string): text is MailKind {
  return Object.hasOwn(TRAITS, text);
}

/** Most urgent first; a new array. */
export function byUrgency(kinds: readonly MailKind[]): MailKind[] {
  return [...new Set(kinds)].sort((a, b) => TRAITS[a].urgency - TRAITS[b].urgency);
}
