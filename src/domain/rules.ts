/**
 * A programme's rules as data. Every version carries the day from which it holds and, for each value, which passage of which text it
 * was taken from, or that it is the product's assumption. Durations are ISO 8601, shares exact fractions.
 */
import type { Day, Duration } from './calendar.ts';
import type { NoRule } from './decision.ts';
import type { Fraction } from './share.ts';

/** Whose presence is counted: the same people at all sessions, or the session with fewest (decision 1). */
export const ATTENDANCE_COUNTS = ['same-people', 'each-session'] as const;
export type AttendanceCount = (typeof ATTENDANCE_COUNTS)[number];

/** The day on which the staff is counted (decision 2); `decision` is the day of the diploma, today until there is one. */
export const HEAD_COUNTS = ['first-session', 'last-session', 'decision'] as const;
export type HeadCount = (typeof HEAD_COUNTS)[number];

export interface AttendanceRule {
  readonly share: Fraction;
  readonly count: AttendanceCount;
  readonly headCount: HeadCount;
  /** A catch-up done by the decision counts as presence at every session (decision 3). */
  readonly catchUpCounts: boolean;
}

export interface GroupRule {
  readonly least: number;
  readonly most: number;
  /** The manager has to be one of them. */
  readonly withManager: boolean;
}

export interface PlanRule {
  /** Counted from the last session; null = the programme has no such day. */
  readonly opens: Duration | null;
  /** Counted from the last session; null = no deadline until the coordinator sets one. */
  readonly due: Duration | null;
  /** Areas that the plan must cover; empty where the programme names none. */
  readonly areas: readonly string[];
}

/** The share of the day's staff that must have done it is that of the attendance (decision 8). */
export interface RefresherRule {
  /** How long before the end of the period a refresher can be done and still renew without a gap. */
  readonly window: Duration;
}

export interface SurveyRule {
  readonly after: Duration;
  readonly open: Duration;
}

export interface FollowUpRule {
  readonly first: Duration;
  /** Counted from the first one (decision 7); null = only the first. */
  readonly every: Duration | null;
}

/** Facts that the programme asks to have recorded without requiring them for the diploma. */
export const RECORDED = ['course', 'development-task', 'review'] as const;
export type Recorded = (typeof RECORDED)[number];

/** Where one value comes from. */
export interface RuleSource {
  /** Which text and which passage, in our own words and in Swedish: coordinators read it. */
  readonly text: string;
  /** The programme's text does not say it: our default, which the coordinator can change. */
  readonly assumption: boolean;
}

export interface RuleVersion {
  /** First day on which the version holds; it holds until the next one. */
  readonly from: Day;
  /** Number of sessions; 0 where the programme has none. */
  readonly sessions: number;
  /** Null where the programme has no sessions. */
  readonly attendance: AttendanceRule | null;
  /** The manager takes part in all sessions (decision 13). */
  readonly managerAttends: boolean;
  /** Everyone on the head-count has done the web training. */
  readonly course: boolean;
  /** Everyone sends in a reflection, or the unit has had its time for self-reflection on a date; null = not asked. */
  readonly reflection: 'each-person' | 'unit' | null;
  readonly group: GroupRule | null;
  /** Everyone has a diploma from before or has done the catch-up. */
  readonly prerequisite: boolean;
  readonly plan: PlanRule | null;
  /** The plan is presented at a final presentation, at which the diploma is given. */
  readonly presentation: boolean;
  readonly diploma: 'unit' | 'unit-and-people' | 'completion';
  /** The round is certified on the day the last requirement is met, without a date from the coordinator (decision 9). */
  readonly certifyAutomatically: boolean;
  /** Null = the diploma has no end. */
  readonly validity: Duration | null;
  readonly refresher: RefresherRule | null;
  /** The time a new member of staff has for the catch-up; null = nobody owes one. */
  readonly catchUp: { readonly within: Duration } | null;
  readonly survey: SurveyRule | null;
  readonly contact: { readonly after: Duration } | null;
  readonly planRevision: { readonly every: Duration } | null;
  readonly followUp: FollowUpRule | null;
  readonly recorded: readonly Recorded[];
  /**
   * A source for every value, by path: every one of RULE_PATHS has to be there. Read when somebody asks; no decision does. No accessor, for
   * with one of its own each version would be another kind of object to the engine's machine, and every look at a rule slow.
   */
  readonly sources: () => Readonly<Record<RulePath, RuleSource>>;
}

/** From this day no rules hold until a later version: written down, so that an end cannot be mistaken for something forgotten. */
export interface Repeal {
  readonly from: Day;
  readonly repealed: true;
  readonly source: RuleSource;
}

/** Every value of a version by its path; those in CHANGEABLE_PATHS can be changed in the tab Regler. */
export const RULE_PATHS = [
  'from',
  'sessions',
  'attendance.share',
  'attendance.count',
  'attendance.headCount',
  'attendance.catchUpCounts',
  'managerAttends',
  'course',
  'reflection',
  'group',
  'prerequisite',
  'plan',
  'plan.opens',
  'plan.due',
  'plan.areas',
  'presentation',
  'diploma',
  'certifyAutomatically',
  'validity',
  'refresher',
  'catchUp.within',
  'survey',
  'contact',
  'planRevision',
  'followUp.first',
  'followUp.every',
  'recorded',
] as const;
export type RulePath = (typeof RULE_PATHS)[number];

export const CHANGEABLE_PATHS = [
  'attendance.share',
  'attendance.count',
  'attendance.headCount',
  'attendance.catchUpCounts',
  'plan.opens',
  'plan.due',
  'validity',
  'catchUp.within',
  'followUp.every',
  'certifyAutomatically',
] as const satisfies readonly RulePath[];
export type ChangeablePath = (typeof CHANGEABLE_PATHS)[number];

/** The programme's own words for what all of them have, in the forms that sentences need. */
export interface ProgrammeWords {
  /** "handlingsplan" or "utvecklingsplan" */
  readonly plan: string;
  /** "handlingsplanen" */
  readonly thePlan: string;
  /** As after "göra": "catch-up", "Andra chansen" */
  readonly catchUp: string;
  /** As after "har gjort": "webbutbildningen", "webbutbildningarna", "Normino" */
  readonly course: string;
  /** "diplom", or what the programme ends in */
  readonly diploma: string;
}

export interface Package {
  readonly id: string;
  readonly name: string;
  /** What the unit must have to choose it, in Swedish. */
  readonly criteria: readonly string[];
  /** Sessions that are live online. */
  readonly digitalSessions: readonly number[];
}

/** What the programme's text says that no computation needs: who it is for, time, preparations, support. */
export interface ProgrammeNote {
  readonly heading: string;
  readonly text: string;
  readonly source: RuleSource;
}

export interface Programme {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly words: ProgrammeWords;
  readonly packages: readonly Package[];
  /** Read when somebody asks. */
  readonly notes: () => readonly ProgrammeNote[];
  /** Ascending by `from`, no two on the same day. */
  readonly versions: readonly (RuleVersion | Repeal)[];
}

/**
 * The version that holds on a day: the last one whose `from` is not later. Before the first version, or after a repeal, there is none,
 * and that is an answer of its own, never a fallback.
 */
export function ruleInForce(programme: Programme, day: Day): RuleVersion | NoRule {
  const { versions } = programme;
  for (let index = versions.length - 1; index >= 0; index--) {
    const version = versions[index];
    if (version === undefined || version.from > day) continue;
    if ('repealed' in version) break;
    return version;
  }
  return { noRuleInForce: { programme: programme.id, on: day } };
}
