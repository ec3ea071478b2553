/** What the rows of the tabs say, each cell read as far as it can be read: null or an empty text where it is blank or was a fault. */
import type { Day } from '../domain/calendar.ts';
import type { AdmissionDecision, FollowUpKind, OccasionState, Period, Role } from '../domain/facts.ts';
import type { MAIL_ACTION_CHOICES, MAIL_STATE_CHOICES } from './choices.ts';

/** As the adapter gives it: a date cell is `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. */
export type Cell = string | number | boolean;

/** A day with or without a time of day (minutes after midnight, local). */
export interface Moment {
  readonly day: Day;
  readonly minute: number | null;
}

interface Row {
  /** 1-based row in the tab at the time of reading: for pointing out a fault, never for writing. */
  readonly row: number;
}

export interface UnitRow extends Row {
  /** Empty where the row is new and has not been given its id. */
  readonly id: string;
  readonly unit: string;
  /** Id of the programme, empty where it could not be read. */
  readonly programme: string;
  readonly round: number;
  readonly managerName: string;
  /** Canonical, empty where there is none or it is no address. */
  readonly managerEmail: string;
  readonly unitType: string;
  readonly administration: string;
  readonly package: string;
  readonly staff: number | null;
  readonly staffConfirmedOn: Day | null;
  readonly interestOn: Day | null;
  readonly consider: string;
  readonly decision: AdmissionDecision | null;
  readonly decisionOn: Day | null;
  readonly decisionReason: string;
  readonly decidedBy: string;
  readonly caseNumber: string;
  readonly planOn: Day | null;
  readonly planAreas: readonly string[];
  readonly planLink: string;
  readonly reviewOn: Day | null;
  readonly developmentTaskOn: Day | null;
  readonly selfReflectionOn: Day | null;
  readonly presentationOn: Day | null;
  readonly diplomaOn: Day | null;
  readonly overrideReason: string;
  readonly personDiplomaOn: Day | null;
  readonly rulesFrom: Day | null;
  readonly planDue: Day | null;
  readonly catchUpDue: Day | null;
  readonly surveyDue: Day | null;
  readonly extensionReason: string;
  readonly withdrawnOn: Day | null;
  readonly withdrawnReason: string;
  readonly note: string;
  /** JSON of the interest form's codes (`src/domain/basis.ts`), or empty. */
  readonly basis: string;
}

/** The columns that name a round in the other tabs of people. */
interface RoundName {
  readonly unit: string;
  /** Null where the cell is blank, which means the first. */
  readonly round: number | null;
}

export interface PersonRow extends Row, RoundName {
  readonly name: string;
  readonly email: string;
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly from: Day | null;
  readonly to: Day | null;
  readonly leave: readonly Period[];
  readonly earlierDiploma: number | null;
  /** Bit n-1 for session n. */
  readonly attended: number;
  readonly course: Day | null;
  readonly reflection: Day | null;
  readonly catchUp: Day | null;
  /** Of every period, in any order. */
  readonly refresher: readonly Day[];
}

export interface OccasionRow extends Row, RoundName {
  readonly session: number | null;
  readonly label: string;
  readonly starts: Moment | null;
  readonly digital: boolean;
  readonly place: string;
  readonly trainer: string;
  readonly state: OccasionState;
  readonly attendanceComplete: boolean;
  readonly note: string;
}

export interface FollowUpRow extends Row, RoundName {
  readonly kind: FollowUpKind | null;
  readonly on: Day | null;
  readonly missed: boolean;
  readonly note: string;
}

export interface OutboxRow extends Row {
  readonly id: string;
  readonly action: (typeof MAIL_ACTION_CHOICES)[number]['code'] | null;
  readonly state: (typeof MAIL_STATE_CHOICES)[number]['code'] | null;
  readonly to: string;
  readonly kinds: string;
  readonly mailKey: string;
}

export interface RuleRow extends Row {
  /** Id of the programme, empty where it could not be read. */
  readonly programme: string;
  readonly from: Day | null;
  /** One of the rule paths (`attendance.share` …), empty where it could not be read. */
  readonly path: string;
  /** As typed: the programmes' own schema reads it. */
  readonly value: string;
  /** The coordinator has seen what the change touches: only then it is in force. */
  readonly confirmed: boolean;
  /** How the row's formula finds in Läge what the change touches. */
  readonly mark: string;
  readonly note: string;
  /** "D5": where `value` stands, for faults that the schema finds. */
  readonly valueCell: string;
}

export interface SettingRow extends Row {
  readonly setting: string;
  readonly value: Cell;
  readonly valueCell: string;
}

export interface TemplateRow extends Row {
  /** A kind of mail. */
  readonly kind: string;
  /** Id of the programme, empty for all. */
  readonly programme: string;
  readonly subject: string;
  readonly body: string;
}
