/** What the use cases need from the outside; `src/google` implements it, one file a service. */

import type { Cell } from '../workbook/records.ts';
import type { TabKey } from '../workbook/tab.ts';

export type { Cell };

export interface WorkbookPort {
  /** The platform's id of the workbook: a copy has another. No call. */
  id(): string;
  /**
   * All rows of a tab from row 1, at least `columns` wide where the grid allows; null when there is no such tab. One call; without a
   * number of columns all of them, by two.
   */
  read(tab: string, columns: number | null): Cell[][] | null;
  /** From `firstRow` (1-based) to the end of the grid. One call. */
  readFrom(tab: string, firstRow: number, columns: number): Cell[][] | null;
  /** A single row; null when there is no such tab. One call. */
  readRow(tab: string, row: number, columns: number): Cell[] | null;
  /** One row after the last row with content, whatever others have appended meanwhile. One call. */
  append(tab: string, row: readonly Cell[]): void;
  /** Overwrites a block; the grid must hold it. One call. */
  write(tab: string, firstRow: number, firstColumn: number, rows: readonly (readonly Cell[])[]): void;
  /** Gives rows of a tab of people their tick boxes and computed cells; a call for each such column. */
  decorate(tab: TabKey, firstRow: number, lastRow: number): void;
  /** A hidden copy of a tab under another name; one that is there already stays. */
  duplicate(tab: string, name: string): void;
  /** Deletes a tab where there is one. */
  drop(tab: string): void;
  /** Puts back the columns of the tabs that are written by place, where people have moved them or put others in between. A call a tab. */
  arrange(): void;
  /** Makes room below; one call. */
  addRows(tab: string, after: number, count: number): void;
}

export interface LockPort {
  /** Tries to take the workbook's lock for at most `milliseconds`. One call; it is released when the execution ends. */
  take(milliseconds: number): boolean;
  release(): void;
}

export interface Attachment {
  readonly name: string;
  readonly contentType: string;
  readonly content: string;
  /** The content is a page that is to be sent as a PDF. */
  readonly asPdf?: true;
}

export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly senderName: string;
  readonly attachments: readonly Attachment[];
}

export interface MailPort {
  /** Recipients left today. One call. */
  remaining(): number;
  /**
   * False where the service takes no such address, and nothing went. Throws where the service does otherwise; the caller must treat a throw as
   * "not known whether it went". One call.
   */
  send(mail: OutgoingMail): boolean;
}

export interface PropertiesPort {
  get(name: string): string | null;
  all(): Readonly<Record<string, string>>;
  set(name: string, value: string): void;
  /** Those that it does not name stay. One call. */
  setAll(values: Readonly<Record<string, string>>): void;
  remove(name: string): void;
}

/** What the register needs to know of a form to read it. */
export interface FormHandle {
  readonly formId: string;
  /** Item ids by question id. */
  readonly items: Readonly<Record<string, number>>;
}

export interface FormAnswer {
  readonly at: Now;
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
}

export interface FormsPort {
  /** Answers by question id since a moment in minutes of local time since 1970, oldest first. One call. */
  answersSince(form: FormHandle, since: number): readonly FormAnswer[];
  /** Deletes answers for good, in the form and in the tab where they landed, and says how many. */
  forget(form: FormHandle & { readonly sheetId: number | null }, isToGo: (answer: FormAnswer) => boolean): number;
}

export interface LogPort {
  /** Ids and counts only: never a name, an address or a text that a person wrote. */
  info(message: string): void;
  error(message: string): void;
}

/** Local time in the workbook's zone. */
export interface Now {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Minutes after midnight. */
  readonly minute: number;
}

export interface Ports {
  readonly workbook: WorkbookPort;
  readonly lock: LockPort;
  readonly mail: MailPort;
  readonly properties: PropertiesPort;
  readonly forms: FormsPort;
  readonly log: LogPort;
  readonly now: () => Now;
  /** A random id that has not been used before. */
  readonly newId: () => string;
  /** Hex digest that ties the journal's rows together. */
  readonly digest: (text: string) => string;
}
