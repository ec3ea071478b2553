import type { Answer } from './form.ts';
import type { CountRule, GridQuestion, Question, TextRule } from './item.ts';

/** The messages that Google Forms shows a Swedish respondent where the form's maker has written none. */
export const MESSAGES = {
  required: 'Det här är en obligatorisk fråga',
  requiredRow: 'Den här frågan kräver ett svar per rad',
  requiredRowBoxes: 'Den här frågan kräver minst ett svar per rad',
  oneForColumn: 'Välj högst ett svar per kolumn',
  choice: 'Välj ett av alternativen',
  date: 'Ogiltigt datum',
  time: 'Ogiltig tid',
  duration: 'Ogiltig varaktighet',
  email: 'Måste vara en giltig e-postadress',
} as const;

const EMAIL = /^[^\s@<>(),;:"[\]]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;
const URL_SHAPE =
  /^(?:(?:https?|ftp):\/\/)?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?::\d+)?(?:[/?#]\S*)?$/i;

/** Whether Google Forms would take the text for an e-mail address. */
export function isEmail(text: string): boolean {
  return (
    text.length <= 254 && EMAIL.test(text) && !text.includes('..') && !text.startsWith('.') && !text.includes('.@')
  );
}

/** A typed number, with a decimal point or comma, or null. */
function numberOf(text: string): number | null {
  const trimmed = text.trim();
  return /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : null;
}

const number = (value: number | undefined) => String(value).replace('.', ',');

function defaultMessage(rule: TextRule): string {
  const [first, second] = rule.numbers;
  switch (rule.rule) {
    case 'number':
      return 'Måste vara ett tal';
    case 'wholeNumber':
      return 'Måste vara ett heltal';
    case 'equalTo':
      return `Måste vara ett tal som är lika med ${number(first)}`;
    case 'notEqualTo':
      return `Måste vara ett tal som inte är lika med ${number(first)}`;
    case 'greaterThan':
      return `Måste vara ett tal som är större än ${number(first)}`;
    case 'greaterThanOrEqualTo':
      return `Måste vara ett tal som är större än eller lika med ${number(first)}`;
    case 'lessThan':
      return `Måste vara ett tal som är mindre än ${number(first)}`;
    case 'lessThanOrEqualTo':
      return `Måste vara ett tal som är mindre än eller lika med ${number(first)}`;
    case 'between':
      return `Måste vara ett tal mellan ${number(first)} och ${number(second)}`;
    case 'notBetween':
      return `Måste vara ett tal som inte är mellan ${number(first)} och ${number(second)}`;
    case 'email':
      return MESSAGES.email;
    case 'url':
      return 'Måste vara en giltig webbadress';
    case 'contains':
      return `Måste innehålla ${rule.pattern}`;
    case 'doesNotContain':
      return `Får inte innehålla ${rule.pattern}`;
    case 'matches':
      return 'Måste matcha mönstret';
    case 'doesNotMatch':
      return 'Får inte matcha mönstret';
    case 'minLength':
      return `Måste innehålla minst ${number(first)} tecken`;
    case 'maxLength':
      return `Får innehålla högst ${number(first)} tecken`;
  }
}

function obeysNumberRule(rule: TextRule, value: number): boolean {
  const [first = 0, second = 0] = rule.numbers;
  switch (rule.rule) {
    case 'wholeNumber':
      return Number.isInteger(value);
    case 'equalTo':
      return value === first;
    case 'notEqualTo':
      return value !== first;
    case 'greaterThan':
      return value > first;
    case 'greaterThanOrEqualTo':
      return value >= first;
    case 'lessThan':
      return value < first;
    case 'lessThanOrEqualTo':
      return value <= first;
    case 'between':
      return value >= first && value <= second;
    case 'notBetween':
      return value < first || value > second;
    default:
      return true;
  }
}

/** The number of characters as a person counts them, not of UTF-16 units. */
const lengthOf = (text: string) => [...text].length;

function obeys(rule: TextRule, text: string): boolean {
  const limit = rule.numbers[0] ?? 0;
  switch (rule.rule) {
    case 'email':
      return isEmail(text);
    case 'url':
      return URL_SHAPE.test(text);
    case 'minLength':
      return lengthOf(text) >= limit;
    case 'maxLength':
      return lengthOf(text) <= limit;
    case 'contains':
      return new RegExp(rule.pattern).test(text);
    case 'doesNotContain':
      return !new RegExp(rule.pattern).test(text);
    case 'matches':
      return new RegExp(`^(?:${rule.pattern})$`).test(text);
    case 'doesNotMatch':
      return !new RegExp(`^(?:${rule.pattern})$`).test(text);
    default: {
      const value = numberOf(text);
      return value !== null && obeysNumberRule(rule, value);
    }
  }
}

/** The message for a text that breaks the rule, the maker's own if there is one; null for a text that obeys. */
function textFault(rule: TextRule | null, text: string): string | null {
  return rule === null || obeys(rule, text) ? null : rule.helpText || defaultMessage(rule);
}

/** The message for a wrong number of ticked boxes, or null. */
function countFault(rule: CountRule | null, ticked: number): string | null {
  if (rule === null) return null;
  const obeyed =
    rule.rule === 'atLeast'
      ? ticked >= rule.count
      : rule.rule === 'atMost'
        ? ticked <= rule.count
        : ticked === rule.count;
  if (obeyed) return null;
  const words = { atLeast: 'minst', atMost: 'högst', exactly: 'exakt' }[rule.rule];
  return rule.helpText || `Välj ${words} ${rule.count} alternativ`;
}

function gridFault(question: GridQuestion, rows: readonly (readonly string[])[]): string | null {
  if (question.required && rows.some((row) => row.length === 0)) {
    return question.kind === 'GRID' ? MESSAGES.requiredRow : MESSAGES.requiredRowBoxes;
  }
  if (rows.some((row) => row.some((value) => !question.columns.includes(value)))) return MESSAGES.choice;
  const chosen = rows.flat();
  if (question.columnRule && new Set(chosen).size < chosen.length) {
    return question.columnRule.helpText || MESSAGES.oneForColumn;
  }
  return null;
}

function isDate(text: string, year: boolean): boolean {
  const match = /^(?:(\d{4})-)?(\d{2})-(\d{2})$/.exec(text);
  if (!match || (match[1] !== undefined) !== year) return false;
  const [, years = '2000', month, day] = match;
  const date = new Date(Date.UTC(Number(years), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

const isTime = (text: string) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);

/** The rows of an answer to a grid, each a list of chosen columns. */
export function rowsOf(question: GridQuestion, answer: Answer | undefined): string[][] {
  return question.rows.map((_, row) => {
    const cell = answer === undefined || typeof answer === 'string' ? null : answer[row];
    if (cell === null || cell === undefined || cell === '') return [];
    return typeof cell === 'string' ? [cell] : [...cell];
  });
}

/**
 * What Google Forms would say of an answer, or null if it takes it. `undefined` is a question left empty; rules other
 * than "required" do not concern those.
 */
export function answerFault(question: Question, answer: Answer | undefined): string | null {
  if (question.kind === 'GRID' || question.kind === 'CHECKBOX_GRID')
    return gridFault(question, rowsOf(question, answer));
  if (answer === undefined || answer.length === 0) return question.required ? MESSAGES.required : null;
  const text = typeof answer === 'string' ? answer : '';
  switch (question.kind) {
    case 'TEXT':
    case 'PARAGRAPH_TEXT':
      return textFault(question.rule, text);
    case 'MULTIPLE_CHOICE':
    case 'LIST':
      return question.choices.some((choice) => choice.value === text) || (question.other && text)
        ? null
        : MESSAGES.choice;
    case 'CHECKBOX': {
      const values = typeof answer === 'string' ? [answer] : answer;
      const known = values.every((value) => question.choices.some((choice) => choice.value === value));
      return known || question.other ? countFault(question.countRule, values.length) : MESSAGES.choice;
    }
    case 'SCALE':
      return inRange(text, question.lower, question.upper) ? null : MESSAGES.choice;
    case 'RATING':
      return inRange(text, 1, question.levels) ? null : MESSAGES.choice;
    case 'DATE':
      return isDate(text, question.year) ? null : MESSAGES.date;
    case 'DATETIME': {
      const [date = '', time = ''] = text.split(' ');
      return isDate(date, question.year) && isTime(time) ? null : MESSAGES.date;
    }
    case 'TIME':
      return isTime(text) ? null : MESSAGES.time;
    case 'DURATION':
      return /^\d{2,}:[0-5]\d:[0-5]\d$/.test(text) ? null : MESSAGES.duration;
    case 'FILE_UPLOAD':
      return null;
  }
}

function inRange(text: string, lower: number, upper: number): boolean {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= lower && value <= upper;
}
