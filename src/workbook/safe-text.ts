import type { Cell } from './records.ts';

/** The longest text that goes into one cell; the platform takes 50,000 characters. */
const LONGEST = 49_000;
const LONGEST_OWN = 49_990;

// Everything but letters in front, and words that the sheet would take for a number, a date, a currency or yes and no.
const STARTS_AS_TEXT = /^[\p{L}]/u;
const LOOKS_LIKE_A_VALUE =
  /^(?:true|false|sant|falskt|wahr|falsch|kr|sek|nok|dkk|usd|eur|gbp|e\d|jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec|mån|tis|ons|tor|fre|lör|sön|mon|tue|wed|thu|fri|sat|sun)/i;
const CONTROL = /[\p{Cc}\u2028\u2029]/gu;
const HIDDEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * A text from outside as a cell that can only be that text: never a formula, a number, a date or a link. The apostrophe in front is the sheet's own mark for text; it is
 * not part of what the cell says. Every text that a person wrote, in a form, a mail or another tab, is written through this and nothing else.
 */
export function safeText(text: string): string {
  const clean = cleaned(text);
  if (clean === '') return '';
  return STARTS_AS_TEXT.test(clean) && !LOOKS_LIKE_A_VALUE.test(clean) ? clean : `'${clean}`;
}

/**
 * The same for a cell that is formatted as text, where an apostrophe would be shown: there everything is itself but what starts a formula,
 * which a space in front takes the power from.
 */
export function textForTextCell(text: string): string {
  const clean = cleaned(text);
  return /^[=+\-@]/.test(clean) ? ` ${clean}` : clean;
}

function cleaned(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, (mark) => (mark === '\n' ? mark : ' '))
    .replace(HIDDEN, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .slice(0, LONGEST)
    .trim();
}

/**
 * The product's own text (JSON, or a cell of its own that goes back as it was read): as it stands, never shortened.
 * @throws RangeError where the platform would refuse the cell
 */
export function ownText(text: string): string {
  if (text.length > LONGEST_OWN) throw new RangeError(`A cell cannot hold ${text.length} characters.`);
  return text === '' || (STARTS_AS_TEXT.test(text) && !LOOKS_LIKE_A_VALUE.test(text)) ? text : `'${text}`;
}

/** As `safeText` for texts; numbers and booleans are themselves. */
export function safeCell(value: Cell): Cell {
  return typeof value === 'string' ? safeText(value) : value;
}

/**
 * What `safeText` was given: where the sheet has kept the apostrophe as part of the text, which it may do in cells formatted as text, it is taken away again. An
 * apostrophe that a person wrote stays.
 */
export function withoutMark(text: string): string {
  if (!text.startsWith("'")) return text;
  const rest = text.slice(1);
  return safeText(rest) === text ? rest : text;
}
