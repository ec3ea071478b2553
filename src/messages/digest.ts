/** The coordinators' mail of a working day: what needs a person, overdue first. */
import type { Day } from '../domain/calendar.ts';

export const DIGEST_GROUPS = ['unsure', 'failed', 'overdue', 'decide', 'due', 'fault', 'coming'] as const;
/**
 * In the order of the mail: mail that may or may not have left, mail that could not leave, what is past its day, what waits for a
 * decision, what is to be done now, what cannot be read in the workbook, and what comes within fourteen days.
 */
export type DigestGroup = (typeof DIGEST_GROUPS)[number];

export interface DigestItem {
  readonly group: DigestGroup;
  /** The unit's name, or the tab where no unit is concerned. */
  readonly about: string;
  /** One Swedish sentence: what is to be done. */
  readonly text: string;
  /** Where it has a day; earliest first within the group. */
  readonly day: Day | null;
}
