/** What follows from a round's facts, its rules and a day. Every number here is explained by `text.ts`, never by itself. */
import type { Day } from './calendar.ts';
import type { HeadCountDays } from './staff.ts';

export const STATUSES = [
  'interested',
  'waitlisted',
  'declined',
  'admitted',
  'underway',
  'planning',
  'requirementsMet',
  'certified',
  'completed',
  'expired',
  'withdrawn',
] as const;
export type Status = (typeof STATUSES)[number];

/** Admitted, and neither done nor left. */
export const ON_THE_WAY: readonly Status[] = ['admitted', 'underway', 'planning', 'requirementsMet'];

export const REQUIREMENT_IDS = [
  'attendance',
  'manager',
  'course',
  'reflection',
  'plan',
  'plan-areas',
  'presentation',
  'group',
  'prerequisite',
] as const;
export type RequirementId = (typeof REQUIREMENT_IDS)[number];

export type RequirementState = 'met' | 'unmet' | 'unknown';

/** How far an unmet share is from being lost: people who can still meet it without a catch-up. */
export type Reach = 'open' | 'just' | 'only-by-catch-up';

export interface Requirement {
  readonly id: RequirementId;
  readonly state: RequirementState;
  /** Whole people (or plan areas); a requirement that is not counted has 1 of 1 or 0 of 1. */
  readonly have: number;
  readonly of: number;
  readonly need: number;
  readonly short: number;
  readonly reach: Reach;
  /** What made the result: session numbers still missing, areas missing, the role in question … codes, for text and journal. */
  readonly missing: readonly string[];
}

export const DEADLINE_KINDS = [
  'plan',
  'survey',
  'contact',
  'plan-revision',
  'follow-up',
  'expiry',
  'catch-up',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];
export type DeadlineState = 'upcoming' | 'due' | 'overdue' | 'done' | 'withdrawn';

export interface Deadline {
  readonly kind: DeadlineKind;
  /** The day the work may start or the mail opens it, where the programme has such a day. */
  readonly opens: Day | null;
  readonly due: Day;
  readonly state: DeadlineState;
  /** The date that `due` was reckoned from; with the kind and the occurrence it makes the deadline's identity. */
  readonly reference: Day;
  /** Of what recurs, the how-manieth time; 1 of everything else. */
  readonly occurrence: number;
  /** The day of the fact that settled it, which may be earlier than the day on which the register heard of it. */
  readonly doneOn: Day | null;
  /** 'manager' or 'coordinator': whose duty it is. */
  readonly duty: 'manager' | 'coordinator';
  /** The coordinator moved it. */
  readonly extended: boolean;
  /** The due date that the rules gave, before any extension. */
  readonly original: Day;
}

export type DutyKind = 'attendance' | 'catch-up' | 'course' | 'reflection' | 'refresher';

export interface Duty {
  readonly personId: string;
  readonly kind: DutyKind;
  /** Last day, where one is set. */
  readonly due: Day | null;
}

export interface Share {
  readonly have: number;
  readonly of: number;
}

export interface Diploma {
  readonly on: Day;
  /** Null where the programme states no end. */
  readonly validThrough: Day | null;
  readonly supplementNeeded: boolean;
}

/** A validity period of a diploma; renewed ones keep the old. */
export interface DiplomaPeriod {
  readonly from: Day;
  readonly through: Day | null;
}

export interface Decision {
  readonly roundId: string;
  /** The day the rules in force were taken for, and the `from` of the version used. */
  readonly ruleVersion: Day;
  readonly status: Status;
  readonly requirements: readonly Requirement[];
  readonly duties: readonly Duty[];
  readonly deadlines: readonly Deadline[];
  readonly diploma: Diploma | null;
  readonly periods: readonly DiplomaPeriod[];
  readonly trainedToday: Share;
  readonly trainedEver: number;
  /** Who counts as staff follows from these days (see `isCounted`). */
  readonly headCount: HeadCountDays;
  /** A diploma date that stands beside unmet requirements without an override: refused. */
  readonly refusedDiploma: boolean;
  /** The diploma, or the completion, has been told; the facts as they are now say that the requirements were not met. It stays. */
  readonly contradictedDiploma: boolean;
  /** The day the requirements were judged for: the day of the diploma or completion, today until there is one. */
  readonly judgedOn: Day;
}

/** No version of the programme's rules is in force on the day: an answer of its own, never a fallback. */
export interface NoRule {
  readonly noRuleInForce: { readonly programme: string; readonly on: Day };
}

export interface NoRuleInForce extends NoRule {
  readonly roundId: string;
}
