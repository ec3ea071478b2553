/** What a submission says, ready for the register. */
import type { Day } from '../domain/calendar.ts';
import type { Preparations, Role } from '../domain/facts.ts';

/** Which unit the respondent means: the code of a prefilled link, and what was typed. */
export interface UnitReference {
  readonly code: string;
  readonly name: string;
}

export interface InterestSubmission {
  readonly kind: 'interest';
  readonly programme: string;
  readonly unit: string;
  readonly unitType: string;
  readonly administration: string;
  readonly package: string;
  readonly staff: number | null;
  readonly managerName: string;
  readonly managerEmail: string;
  readonly preparations: Preparations;
  /** Swedish sentences for the column Att beakta: what speaks for waiting. Fixed wordings, nothing that was typed. */
  readonly consider: readonly string[];
  /** JSON for the hidden column Underlag: codes and numbers of the remaining answers, by question id. */
  readonly basis: string;
}

export type StaffChange = 'new' | 'leaving' | 'leave' | 'new-manager' | 'confirmed';

export interface StaffChangeSubmission {
  readonly kind: 'staff-change';
  readonly unit: UnitReference;
  readonly respondent: string;
  readonly change: StaffChange;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  /** First day, last day, or first day of the leave or as manager. */
  readonly from: Day | null;
  /** Last day of the leave. */
  readonly to: Day | null;
}

export interface ReflectionSubmission {
  readonly kind: 'reflection';
  readonly unit: UnitReference;
  /** Address or typed id, in lower case; "" where neither was given. */
  readonly person: string;
}

export interface PlanSubmission {
  readonly kind: 'plan';
  readonly unit: UnitReference;
  readonly respondent: string;
  /** The day that the manager states (Klivet: the plan exists); null = the day of submission. */
  readonly on: Day | null;
  readonly areas: readonly string[];
  readonly link: string;
  readonly wantsFeedback: boolean;
}

export interface SurveySubmission {
  readonly kind: 'survey';
  readonly wave: 'before' | 'after' | 'follow-up';
  readonly unit: UnitReference;
  /** Answers of closed questions by question id: whole numbers of the scale. Free text never leaves the form. */
  readonly values: Readonly<Record<string, number>>;
}

export type Submission =
  | InterestSubmission
  | StaffChangeSubmission
  | ReflectionSubmission
  | PlanSubmission
  | SurveySubmission;
