/** What people have said and done: the only input of every decision, besides the rules and today's date. */
import type { Day } from './calendar.ts';

export const ROLES = ['manager', 'doctor', 'municipal', 'group'] as const;
export type Role = (typeof ROLES)[number];

export interface Period {
  readonly from: Day;
  /** The last day; null while it is not known. */
  readonly to: Day | null;
}

export interface Person {
  readonly id: string;
  /** Canonical (lower case, NFC); empty for a protected identity. */
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** First day of employment; null = since before the round. */
  readonly from: Day | null;
  /** Last day of employment; null = still employed. */
  readonly to: Day | null;
  readonly leave: readonly Period[];
  /** Year of a diploma earned in another certified unit or an earlier programme. */
  readonly earlierDiploma: number | null;
  /** Bit n-1 is set when the person has been ticked as present at session n. An empty box is not recorded, not absent. */
  readonly attended: number;
  readonly course: Day | null;
  readonly reflection: Day | null;
  readonly catchUp: Day | null;
  /** The latest refresher. */
  readonly refresher: Day | null;
  /** Refreshers before the latest one, where the cell holds several dates: they carry the earlier renewals. */
  readonly earlierRefreshers?: readonly Day[];
}

export const OCCASION_STATES = ['planned', 'held', 'cancelled'] as const;
export type OccasionState = (typeof OCCASION_STATES)[number];

export interface Occasion {
  readonly id: string;
  /** 1-based number of the programme's session. */
  readonly session: number;
  /** "A", "B" … where a session is offered more than once; empty where not. */
  readonly label: string;
  readonly day: Day | null;
  /** Minutes after midnight, local time; null when no time has been set. */
  readonly minute: number | null;
  readonly digital: boolean;
  readonly place: string;
  readonly trainer: string;
  readonly state: OccasionState;
  readonly attendanceComplete: boolean;
}

export const DECISIONS = ['admit', 'waitlist', 'decline'] as const;
export type AdmissionDecision = (typeof DECISIONS)[number];

export const FOLLOW_UP_KINDS = ['contact', 'plan-revision', 'follow-up', 'survey'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/** One row of the tab Uppföljning. */
export interface FollowUpRecord {
  readonly id: string;
  readonly kind: FollowUpKind;
  readonly on: Day;
  /** The unit did not take part (uteblev). */
  readonly missed: boolean;
}

/** Answers of the interest form that a coordinator weighs before admitting; null = not asked or not answered. */
export interface Preparations {
  readonly wantsToTalkFirst: boolean | null;
  readonly harassmentPlan: boolean | null;
  readonly anchored: boolean | null;
  readonly singlePerson: boolean | null;
}

/** One run of a unit through a programme, as the row in Verksamheter and the rows that belong to it say. */
export interface Round {
  /** Random id of the row; the key of everything else. */
  readonly id: string;
  /** Random id shared by all rounds of one unit. */
  readonly unitId: string;
  readonly unit: string;
  /** 1, 2 … per unit */
  readonly number: number;
  readonly programme: string;
  readonly unitType: string;
  readonly administration: string;
  readonly package: string;
  readonly statedStaff: number | null;
  readonly managerName: string;
  readonly managerEmail: string;
  readonly preparations: Preparations;
  readonly interestOn: Day | null;
  readonly decision: AdmissionDecision | null;
  readonly decisionOn: Day | null;
  readonly decisionReason: string;
  /** Day whose rules hold for this round where the coordinator moved it; null = the day of admission. */
  readonly rulesFrom: Day | null;
  readonly planOn: Day | null;
  readonly planAreas: readonly string[];
  readonly reviewOn: Day | null;
  readonly developmentTaskOn: Day | null;
  /** The day on which the unit as a whole had time for self-reflection, confirmed by the manager (Klivet). */
  readonly selfReflectionOn: Day | null;
  readonly presentationOn: Day | null;
  readonly diplomaOn: Day | null;
  readonly overrideReason: string;
  /** Diploma date of the persons where the unit failed (Stockholm). */
  readonly personDiplomaOn: Day | null;
  readonly withdrawnOn: Day | null;
  readonly withdrawnReason: string;
  readonly planDue: Day | null;
  readonly catchUpDue: Day | null;
  readonly surveyDue: Day | null;
  /** Number of answers received to the follow-up survey of the current period. */
  readonly surveyAnswers: number;
  readonly occasions: readonly Occasion[];
  readonly followUps: readonly FollowUpRecord[];
  readonly people: readonly Person[];
}
