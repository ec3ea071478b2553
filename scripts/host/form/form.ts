import type { Feedback, FormItem } from './item.ts';

/**
 * The answer to one question, as `ItemResponse.getResponse()` gives it: a string, the ticked boxes, or one entry per row
 * of a grid (null where a row has no answer).
 */
export type Answer = string | readonly string[] | readonly (string | null)[] | readonly (readonly string[] | null)[];

export interface ItemAnswer {
  readonly item: number;
  readonly answer: Answer;
}

export interface Grade {
  readonly score: number | null;
  readonly feedback: Feedback | null;
}

export interface FormResponse {
  readonly id: string;
  /** Milliseconds since 1970: when it was sent, or last edited. */
  timestamp: number;
  /** Null unless the form collected it. */
  email: string | null;
  answers: readonly ItemAnswer[];
  /** By item id. */
  readonly grades: Record<string, Grade>;
}

/** What a column of the response sheet holds. A grid has one column a row. */
export type ColumnKey = 'timestamp' | 'email' | `item:${number}` | `item:${number}:${number}`;

/** The link to a response sheet. Columns and rows are kept as ids of the sheet's own, so that they follow moves. */
export interface Destination {
  readonly spreadsheetId: string;
  readonly sheetId: number;
  /** The mark of the column in the sheet, by key. */
  readonly columns: Record<string, string>;
  /** The heading last written, by key: a heading that a person changed is left alone until the question's title changes. */
  readonly headings: Record<string, string>;
  /** The mark of the row in the sheet and the time last written there, by response id. */
  readonly rows: Record<string, { readonly mark: string; readonly timestamp: number }>;
}

export interface Form {
  readonly id: string;
  /** The id in the link for respondents. */
  readonly publishedId: string;
  /** The name of the file in Drive; the title that respondents see is another thing. */
  fileName: string;
  title: string;
  description: string;
  confirmationMessage: string;
  closedMessage: string;
  published: boolean;
  acceptingResponses: boolean;
  allowResponseEdits: boolean;
  collectEmail: boolean;
  requireLogin: boolean;
  limitOneResponse: boolean;
  progressBar: boolean;
  shuffleQuestions: boolean;
  respondAgainLink: boolean;
  publishingSummary: boolean;
  quiz: boolean;
  editors: readonly string[];
  publishedReaders: readonly string[];
  items: FormItem[];
  responses: FormResponse[];
  destination: Destination | null;
}

/** A new form with the settings Google gives it. */
export function newForm(id: string, publishedId: string, name: string, owner: string, published: boolean): Form {
  return {
    id,
    publishedId,
    fileName: name,
    title: '',
    description: '',
    confirmationMessage: '',
    closedMessage: '',
    published,
    acceptingResponses: published,
    allowResponseEdits: false,
    collectEmail: false,
    requireLogin: false,
    limitOneResponse: false,
    progressBar: false,
    shuffleQuestions: false,
    respondAgainLink: true,
    publishingSummary: false,
    quiz: false,
    editors: [owner],
    publishedReaders: [],
    items: [],
    responses: [],
    destination: null,
  };
}

/** The name a person knows the form by: its title, or the file's name while it has none. */
export function captionOf(form: Form): string {
  return form.title || form.fileName;
}
