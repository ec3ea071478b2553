/** What a form is made of: one plain, JSON-serialisable record per item, told apart by `kind` (the name in FormApp.ItemType). */

export type Alignment = 'LEFT' | 'CENTER' | 'RIGHT';
export type NavigationType = 'CONTINUE' | 'GO_TO_PAGE' | 'RESTART' | 'SUBMIT';
export type RatingIcon = 'STAR' | 'HEART' | 'THUMB_UP';

/** Where a choice or a page break leads; `page` is the id of a page break and is set only for GO_TO_PAGE. */
export interface Navigation {
  readonly type: NavigationType;
  readonly page: number | null;
}

export interface Choice {
  readonly value: string;
  readonly correct: boolean;
  /** Null on a choice that says nothing of pages. */
  readonly navigation: Navigation | null;
}

export interface Feedback {
  readonly text: string;
  readonly links: readonly { readonly url: string; readonly text: string }[];
}

export type TextRuleName =
  | 'number'
  | 'wholeNumber'
  | 'equalTo'
  | 'notEqualTo'
  | 'greaterThan'
  | 'greaterThanOrEqualTo'
  | 'lessThan'
  | 'lessThanOrEqualTo'
  | 'between'
  | 'notBetween'
  | 'email'
  | 'url'
  | 'contains'
  | 'doesNotContain'
  | 'matches'
  | 'doesNotMatch'
  | 'minLength'
  | 'maxLength';

/** A rule for a short or long text. `numbers` and `pattern` hold what the rule compares with. */
export interface TextRule {
  readonly rule: TextRuleName;
  readonly numbers: readonly number[];
  readonly pattern: string;
  readonly helpText: string;
}

/** A rule for how many boxes may be ticked. */
export interface CountRule {
  readonly rule: 'atLeast' | 'atMost' | 'exactly';
  readonly count: number;
  readonly helpText: string;
}

/** The only rule of grids: no column is chosen on two rows. */
export interface ColumnRule {
  readonly helpText: string;
}

interface ItemBase {
  readonly id: number;
  title: string;
  helpText: string;
}

interface QuestionBase extends ItemBase {
  /** The number in the `entry.NNN` parameter of a prefilled link; a grid has one per row. */
  readonly entry: number;
  required: boolean;
  points: number;
  correctFeedback: Feedback | null;
  incorrectFeedback: Feedback | null;
  generalFeedback: Feedback | null;
}

export interface TextQuestion extends QuestionBase {
  readonly kind: 'TEXT' | 'PARAGRAPH_TEXT';
  rule: TextRule | null;
}

export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'MULTIPLE_CHOICE' | 'LIST' | 'CHECKBOX';
  choices: readonly Choice[];
  other: boolean;
  countRule: CountRule | null;
}

export interface GridQuestion extends QuestionBase {
  readonly kind: 'GRID' | 'CHECKBOX_GRID';
  rows: readonly string[];
  columns: readonly string[];
  columnRule: ColumnRule | null;
}

export interface ScaleQuestion extends QuestionBase {
  readonly kind: 'SCALE';
  lower: number;
  upper: number;
  leftLabel: string;
  rightLabel: string;
}

export interface RatingQuestion extends QuestionBase {
  readonly kind: 'RATING';
  icon: RatingIcon;
  levels: number;
}

export interface DateQuestion extends QuestionBase {
  readonly kind: 'DATE' | 'DATETIME';
  year: boolean;
}

export interface TimeQuestion extends QuestionBase {
  readonly kind: 'TIME' | 'DURATION';
}

export interface UploadQuestion extends QuestionBase {
  readonly kind: 'FILE_UPLOAD';
}

export interface SectionHeader extends ItemBase {
  readonly kind: 'SECTION_HEADER';
}

export interface PageBreak extends ItemBase {
  readonly kind: 'PAGE_BREAK';
  /** What happens after the page *before* this break. */
  navigation: Navigation;
}

export interface ImageLayout extends ItemBase {
  readonly kind: 'IMAGE';
  alignment: Alignment;
  width: number;
  image: { readonly base64: string; readonly contentType: string; readonly name: string } | null;
}

export interface VideoLayout extends ItemBase {
  readonly kind: 'VIDEO';
  alignment: Alignment;
  width: number;
  url: string;
}

export type Question =
  | TextQuestion
  | ChoiceQuestion
  | GridQuestion
  | ScaleQuestion
  | RatingQuestion
  | DateQuestion
  | TimeQuestion
  | UploadQuestion;

export type FormItem = Question | SectionHeader | PageBreak | ImageLayout | VideoLayout;
export type ItemKind = FormItem['kind'];

/** The records that carry a given kind, e.g. `ItemOf<'TEXT'>` is `TextQuestion`. */
export type ItemOf<K extends ItemKind> = FormItem extends infer I
  ? I extends { kind: infer J }
    ? K extends J
      ? I
      : never
    : never
  : never;

const LAYOUT: ReadonlySet<ItemKind> = new Set(['SECTION_HEADER', 'PAGE_BREAK', 'IMAGE', 'VIDEO']);

/** Whether the item asks the respondent something. */
export function isQuestion(item: FormItem): item is Question {
  return !LAYOUT.has(item.kind);
}

/** Google puts one nameless choice, row or column in a new item; a script that forgets to fill it sees the same here. */
const EMPTY_CHOICE: Choice = { value: '', correct: false, navigation: null };

/** A new item as FormApp's `add…Item()` leaves it: no title, not required, the documented defaults. */
export function newItem(kind: ItemKind, id: number, entry: number): FormItem {
  const base = { id, title: '', helpText: '' };
  const question = {
    ...base,
    entry,
    required: false,
    points: 0,
    correctFeedback: null,
    incorrectFeedback: null,
    generalFeedback: null,
  };
  switch (kind) {
    case 'TEXT':
    case 'PARAGRAPH_TEXT':
      return { ...question, kind, rule: null };
    case 'MULTIPLE_CHOICE':
    case 'LIST':
    case 'CHECKBOX':
      return { ...question, kind, choices: [EMPTY_CHOICE], other: false, countRule: null };
    case 'GRID':
    case 'CHECKBOX_GRID':
      return { ...question, kind, rows: [''], columns: [''], columnRule: null };
    case 'SCALE':
      return { ...question, kind, lower: 1, upper: 5, leftLabel: '', rightLabel: '' };
    case 'RATING':
      return { ...question, kind, icon: 'STAR', levels: 3 };
    case 'DATE':
    case 'DATETIME':
      return { ...question, kind, year: true };
    case 'TIME':
    case 'DURATION':
    case 'FILE_UPLOAD':
      return { ...question, kind };
    case 'SECTION_HEADER':
      return { ...base, kind };
    case 'PAGE_BREAK':
      return { ...base, kind, navigation: { type: 'CONTINUE', page: null } };
    case 'IMAGE':
      return { ...base, kind, alignment: 'LEFT', width: 600, image: null };
    case 'VIDEO':
      return { ...base, kind, alignment: 'LEFT', width: 600, url: '' };
  }
}
