/** The journal's events: random ids, dates and codes. No name, no address and no free text, so that nothing here needs purging. */
import type { Stamp } from '../domain/mail-times.ts';

export const EVENT_KINDS = [
  'round',
  'status',
  'requirement',
  'deadline',
  'diploma',
  'trained',
  'mail',
  'rules',
  'settings',
  'form',
  'installed',
  'purged',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export interface JournalEvent {
  /** Empty for what concerns the whole workbook. */
  readonly roundId: string;
  /** Number within the round (or within the workbook); the later commit of the same number holds. */
  readonly number: number;
  readonly what: EventKind;
  /** Which requirement, deadline or mail it concerns. */
  readonly about: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

export interface Commit {
  readonly id: string;
  readonly at: Stamp;
  /** The entry point that ran. */
  readonly by: string;
  readonly parents: readonly string[];
  readonly hash: string;
  readonly events: readonly JournalEvent[];
}
