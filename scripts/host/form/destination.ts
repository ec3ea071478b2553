import type { Answer, ColumnKey, Destination, Form, FormResponse } from './form.ts';
import { type FormItem, isQuestion } from './item.ts';
import { publishedUrl } from './links.ts';
import { rowsOf } from './rules.ts';

/**
 * What goes into a cell: a moment, a text that Sheets reads as if it were typed (`07` becomes 7, `2025-09-01` a date,
 * shown as the workbook's locale shows such), a text that stays as it is, or nothing.
 */
export type ResponseCell =
  | { readonly instant: number }
  | { readonly typed: string; readonly shownAs?: 'date' | 'dateTime' | 'time' }
  | { readonly literal: string }
  | null;

/** The workbook that responses go to, as far as forms need it. Rows and columns count from 1; marks follow moves. */
export interface ResponseBook {
  /** `sv` or another language, after the workbook's locale. */
  readonly language: string;
  sheetNames(): readonly string[];
  /** Adds a sheet for the responses of the form with this link and gives its id. */
  addSheet(name: string, formUrl: string): number;
  /** Lets a sheet be an ordinary one again. */
  unlinkSheet(sheetId: number): void;
  hasSheet(sheetId: number): boolean;
  /** Marks a column or row so that it is found again wherever people move it. */
  mark(sheetId: number, axis: 'row' | 'column', index: number): string;
  /** Where a mark is now, or null when what it marked was deleted. */
  find(sheetId: number, axis: 'row' | 'column', mark: string): number | null;
  /** The rows with this moment in the column. */
  rowsAt(sheetId: number, column: number, instant: number): readonly number[];
  /** Whether a row or column holds no value at all; true beyond the sheet's edge. */
  isEmpty(sheetId: number, axis: 'row' | 'column', index: number): boolean;
  /** Makes room: an empty row or column at the index, the rest moving on. */
  insert(sheetId: number, axis: 'row' | 'column', index: number): void;
  /** The last row with a value in any of these columns, 0 if there is none. */
  lastRow(sheetId: number, columns: readonly number[]): number;
  write(sheetId: number, row: number, column: number, cell: ResponseCell): void;
  /** What the cell shows. */
  display(sheetId: number, row: number, column: number): string;
}

const WORDS = {
  sv: { sheet: 'Formulärsvar', timestamp: 'Tidstämpel', email: 'E-postadress' },
  en: { sheet: 'Form Responses', timestamp: 'Timestamp', email: 'Email Address' },
} as const;

const wordsOf = (book: ResponseBook) => (book.language === 'sv' ? WORDS.sv : WORDS.en);

function itemColumns(item: FormItem): { key: ColumnKey; heading: string }[] {
  if (!isQuestion(item)) return [];
  if (item.kind !== 'GRID' && item.kind !== 'CHECKBOX_GRID') return [{ key: `item:${item.id}`, heading: item.title }];
  return item.rows.map((row, index) => ({ key: `item:${item.id}:${index}`, heading: `${item.title} [${row}]` }));
}

/** The columns that a form's responses need, in the order a new response sheet has them. */
function neededColumns(form: Form, book: ResponseBook): { key: ColumnKey; heading: string }[] {
  const words = wordsOf(book);
  return [
    { key: 'timestamp', heading: words.timestamp },
    ...(form.collectEmail ? [{ key: 'email' as const, heading: words.email }] : []),
    ...form.items.flatMap(itemColumns),
  ];
}

function columnsInUse(form: Form, book: ResponseBook): { key: string; column: number }[] {
  const { destination } = form;
  if (!destination) return [];
  return Object.entries(destination.columns).flatMap(([key, mark]) => {
    const column = book.find(destination.sheetId, 'column', mark);
    return column === null ? [] : [{ key, column }];
  });
}

/**
 * Brings the response sheet's columns up to date with the form: a new question gets a column after the last response
 * column, a changed title a new heading. Columns of questions that are gone stay, as do headings that a person wrote.
 */
export function syncColumns(form: Form, book: ResponseBook): void {
  const { destination } = form;
  if (!destination || !book.hasSheet(destination.sheetId)) return;
  const { sheetId, columns, headings } = destination;
  const inUse = new Map(columnsInUse(form, book).map(({ key, column }) => [key, column]));
  let last = Math.max(0, ...inUse.values());
  for (const { key, heading } of neededColumns(form, book)) {
    let column = inUse.get(key);
    if (column === undefined) {
      last += 1;
      column = last;
      if (!book.isEmpty(sheetId, 'column', column)) book.insert(sheetId, 'column', column);
      columns[key] = book.mark(sheetId, 'column', column);
      delete headings[key];
    }
    if (headings[key] === heading) continue;
    book.write(sheetId, 1, column, heading ? { literal: heading } : null);
    headings[key] = heading;
  }
}

/** Links a form to a workbook: a new sheet "Formulärsvar N" with the headings and all responses so far. */
export function link(form: Form, book: ResponseBook, spreadsheetId: string): void {
  const names = new Set(book.sheetNames());
  let number = 1;
  while (names.has(`${wordsOf(book).sheet} ${number}`)) number += 1;
  const sheetId = book.addSheet(`${wordsOf(book).sheet} ${number}`, publishedUrl(form));
  form.destination = { spreadsheetId, sheetId, columns: {}, headings: {}, rows: {} };
  syncColumns(form, book);
  for (const response of form.responses) writeResponse(form, book, response);
}

/** Ends the link; the sheet stays with what it holds. */
export function unlink(form: Form, book: ResponseBook | null): void {
  if (form.destination) book?.unlinkSheet(form.destination.sheetId);
  form.destination = null;
}

/** The text of an answer as one cell shows it. */
function textOf(item: FormItem, answer: Answer | undefined, row: number): string {
  if (item.kind === 'GRID' || item.kind === 'CHECKBOX_GRID') return (rowsOf(item, answer)[row] ?? []).join(', ');
  if (answer === undefined) return '';
  return typeof answer === 'string' ? answer : answer.join(', ');
}

function parseKey(key: string): { item: number; row: number } | null {
  const match = /^item:(\d+)(?::(\d+))?$/.exec(key);
  return match ? { item: Number(match[1]), row: Number(match[2] ?? 0) } : null;
}

/** What an answer leaves in its cell, and the text in the event where it is not what the cell shows. Formulas stay text. */
function cellFor(form: Form, response: FormResponse, key: string): { cell: ResponseCell; raw: string | null } {
  if (key === 'timestamp') return { cell: { instant: response.timestamp }, raw: null };
  if (key === 'email') return { cell: response.email ? { literal: response.email } : null, raw: response.email ?? '' };
  const place = parseKey(key);
  const item = form.items.find((candidate) => candidate.id === place?.item);
  if (!place || !item) return { cell: null, raw: '' };
  const answer = response.answers.find((given) => given.item === place.item)?.answer;
  const text = textOf(item, answer, place.row);
  if (!text) return { cell: null, raw: '' };
  switch (item.kind) {
    case 'DATE':
      return { cell: { typed: text, shownAs: 'date' }, raw: null };
    case 'DATETIME':
      return { cell: { typed: text, shownAs: 'dateTime' }, raw: null };
    case 'TIME':
      return { cell: { typed: text, shownAs: 'time' }, raw: null };
    case 'DURATION':
      return { cell: { typed: text }, raw: null };
    default:
      return { cell: text.startsWith('=') ? { literal: text } : { typed: text }, raw: text };
  }
}

/** A response's row, for the event of the spreadsheet's form-submit triggers. */
export interface ResponseRow {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  /** One text for each column of the range, as the event's `values`. */
  readonly values: readonly string[];
  /** As the event's `namedValues`: by the form's titles. */
  readonly namedValues: Readonly<Record<string, readonly string[]>>;
}

type Columns = readonly { readonly key: string; readonly column: number }[];

/**
 * The row that a response was written to, or null. A sort moves what stands in rows but not their marks, so the row must
 * also show the time that was written there; otherwise the row that does is taken.
 */
function rowOf(destination: Destination, book: ResponseBook, response: FormResponse, columns: Columns): number | null {
  const { sheetId, rows } = destination;
  const known = rows[response.id];
  if (!known) return null;
  const marked = book.find(sheetId, 'row', known.mark);
  const timeColumn = columns.find(({ key }) => key === 'timestamp')?.column;
  const timed = timeColumn === undefined ? [] : book.rowsAt(sheetId, timeColumn, known.timestamp);
  if (marked !== null && (timed.length === 0 || timed.includes(marked))) return marked;
  const others = Object.entries(rows)
    .filter(([id, other]) => id !== response.id && other.timestamp === known.timestamp)
    .map(([, other]) => book.find(sheetId, 'row', other.mark));
  return timed.find((row) => !others.includes(row)) ?? null;
}

function addRow(destination: Destination, book: ResponseBook, columns: Columns): number {
  const { sheetId } = destination;
  const places = columns.map(({ column }) => column);
  const row = Math.max(1, book.lastRow(sheetId, places)) + 1;
  if (!book.isEmpty(sheetId, 'row', row)) book.insert(sheetId, 'row', row);
  return row;
}

/**
 * Writes a response to its row: a new one after the last response, an edited one over its own. Gives what the event
 * needs, or null for a form without a destination. With `onlyChanged` the event carries "" for other answers.
 */
export function writeResponse(
  form: Form,
  book: ResponseBook,
  response: FormResponse,
  onlyChanged?: readonly number[],
): ResponseRow | null {
  const { destination } = form;
  if (!destination || !book.hasSheet(destination.sheetId)) return null;
  syncColumns(form, book);
  const { sheetId, rows, headings } = destination;
  const columns = columnsInUse(form, book).sort((a, b) => a.column - b.column);
  const row = rowOf(destination, book, response, columns) ?? addRow(destination, book, columns);
  const mark = book.mark(sheetId, 'row', row);
  rows[response.id] = { mark, timestamp: response.timestamp };
  const first = columns[0]?.column ?? 1;
  const last = columns[columns.length - 1]?.column ?? first;
  const values: string[] = new Array(last - first + 1).fill('');
  const namedValues: Record<string, string[]> = {};
  for (const { key, column } of columns) {
    const { cell, raw } = cellFor(form, response, key);
    book.write(sheetId, row, column, cell);
    const place = parseKey(key);
    const silent = onlyChanged !== undefined && place !== null && !onlyChanged.includes(place.item);
    const shown = silent ? '' : (raw ?? book.display(sheetId, row, column));
    values[column - first] = shown;
    const heading = headings[key] ?? '';
    namedValues[heading] = [...(namedValues[heading] ?? []), shown];
  }
  return { sheetId, row, column: first, columns: last - first + 1, values, namedValues };
}
