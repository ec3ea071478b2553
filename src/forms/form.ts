/** What a form is: sections of questions with stable ids, so that titles may be reworded without losing what was answered. */

export type QuestionType =
  | 'text'
  | 'paragraph'
  | 'email'
  | 'integer'
  | 'date'
  | 'choice'
  | 'dropdown'
  | 'checkboxes'
  | 'scale';

export interface Option {
  readonly code: string;
  readonly label: string;
  /** Id of the section that follows this answer; without it the next in order. Only for `choice` and `dropdown`. */
  readonly goTo?: string;
  /** Swedish, for the coordinator: what speaks for waiting where this is the answer. Fixed, so that nothing that was typed is shown. */
  readonly consider?: string;
}

export interface Question {
  /** Stable and unique in the form; scenarios and prefilled links use it. */
  readonly id: string;
  /** Unique in the form: a sheet-bound event knows its answers by title alone. */
  readonly title: string;
  readonly help?: string;
  readonly type: QuestionType;
  readonly required: boolean;
  readonly options?: readonly Option[];
  /** For `integer` and `scale`: the whole numbers accepted. */
  readonly range?: { readonly min: number; readonly max: number };
  /** For `integer`: a number outside is accepted, but speaks for waiting. */
  readonly expected?: { readonly min: number; readonly max: number; readonly consider: string };
  /** For `scale`: what the ends mean. */
  readonly ends?: { readonly low: string; readonly high: string };
  /** For `text`: a regular expression that the whole answer must match. */
  readonly pattern?: string;
  /** What the form says when the answer does not pass. */
  readonly error?: string;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly help?: string;
  readonly questions: readonly Question[];
  /** Id of the section that follows, or `submit`; without it the next in order. */
  readonly next?: string;
}

export type FormKind = 'interest' | 'staff-change' | 'reflection' | 'plan' | 'survey' | 'self-assessment';

export interface FormDeclaration {
  /** `interest:varmland`, `staff-change` … */
  readonly id: string;
  readonly kind: FormKind;
  /** Id of the programme; null for a form that all share. */
  readonly programme: string | null;
  readonly title: string;
  readonly description: string;
  readonly confirmation: string;
  /** `workbook`: answers land in the workbook. `none`: everybody with the workbook would read them, so only the fact is taken over. */
  readonly destination: 'workbook' | 'none';
  /** The respondent may change the answer afterwards. */
  readonly editable: boolean;
  readonly sections: readonly Section[];
}

/** One submission by question id: a text, or several for check boxes. Unanswered questions are absent or empty. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;
