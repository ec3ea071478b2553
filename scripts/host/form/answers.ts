import type { Answer, Form } from './form.ts';
import { isQuestion, type Question } from './item.ts';

/**
 * What a person answers. Boxes are lists; a grid takes a list with an entry per row, or an object from row to answer.
 * Dates are `2025-09-01`, dates with time `2025-09-01 08:30`, times `08:30`, lengths of time `01:30:00`. Null leaves empty.
 */
export type GivenAnswer =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly (string | number | null | readonly (string | number)[])[]
  | { readonly [row: string]: string | number | null | readonly (string | number)[] };

/** Answers by item id or by the question's title. */
export type GivenAnswers = Readonly<Record<string, GivenAnswer>> | ReadonlyMap<number, GivenAnswer>;

/** One line, as the box for short answers holds it. */
const oneLine = (text: string) => text.replace(/\r\n|\r|\n/g, ' ');

const pad = (text: string) => text.padStart(2, '0');

function clockTime(text: string): string {
  const match = /^(\d{1,2})[:.](\d{2})(?::\d{2})?$/.exec(text.trim());
  return match ? `${pad(match[1] ?? '')}:${match[2]}` : text;
}

function duration(text: string): string {
  const match = /^(\d+):(\d{1,2}):(\d{1,2})$/.exec(text.trim());
  return match
    ? match
        .slice(1)
        .map((part) => pad(part))
        .join(':')
    : text;
}

function cellOf(value: unknown): string | string[] | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.map(String);
  return String(value);
}

function gridAnswer(question: Question & { kind: 'GRID' | 'CHECKBOX_GRID' }, given: GivenAnswer): Answer | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const cells = question.rows.map((row, index) => cellOf(isList(given) ? given[index] : given[row]));
  if (cells.every((cell) => cell === null || cell.length === 0)) return undefined;
  if (question.kind === 'GRID') return cells.map((cell) => (Array.isArray(cell) ? (cell[0] ?? null) : cell));
  return cells.map((cell) => (typeof cell === 'string' ? [cell] : cell));
}

function isList(given: GivenAnswer): given is readonly (string | number | null | readonly (string | number)[])[] {
  return Array.isArray(given);
}

/** A given answer in the form that the store keeps, or undefined for a question left empty. */
export function toAnswer(question: Question, given: GivenAnswer): Answer | undefined {
  if (given === null || given === undefined || given === '') return undefined;
  if (question.kind === 'GRID' || question.kind === 'CHECKBOX_GRID') return gridAnswer(question, given);
  if (question.kind === 'CHECKBOX') {
    const values = isList(given) ? given.map(String) : [String(given)];
    return values.length > 0 ? values : undefined;
  }
  const text = isList(given) ? String(given[0] ?? '') : String(given);
  if (text === '') return undefined;
  if (question.kind === 'TEXT') return oneLine(text);
  if (question.kind === 'TIME') return clockTime(text);
  if (question.kind === 'DURATION') return duration(text);
  if (question.kind === 'DATETIME') {
    const [date = '', time = ''] = text.split(/[ T]/);
    return `${date} ${clockTime(time)}`;
  }
  return text;
}

/** The question that a key names: by id, by exact title, or by title without spaces around it. */
function questionOf(form: Form, key: string | number): Question | undefined {
  const questions = form.items.filter(isQuestion);
  const named = String(key);
  return (
    questions.find((question) => String(question.id) === named) ??
    questions.find((question) => question.title === named) ??
    questions.find((question) => question.title.trim() === named.trim())
  );
}

/** The answers by question, and the keys that name no question. */
export function readAnswers(
  form: Form,
  given: GivenAnswers,
): { readonly answers: Map<number, Answer | undefined>; readonly unknown: readonly string[] } {
  const answers = new Map<number, Answer | undefined>();
  const unknown: string[] = [];
  const entries: Iterable<[string | number, GivenAnswer]> =
    given instanceof Map ? given.entries() : Object.entries(given);
  for (const [key, value] of entries) {
    const question = questionOf(form, key);
    if (question) answers.set(question.id, toAnswer(question, value));
    else unknown.push(String(key));
  }
  return { answers, unknown };
}
