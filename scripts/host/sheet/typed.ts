import type { SheetLocale } from './locale.ts';
import { serialOfDate } from './zone.ts';

/** What typed text becomes. `format` is the pattern that Sheets gives a cell without a format of its own. */
export type Typed =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'formula'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number; readonly format: string | null };

/** What the parser must know besides the text: the locale, and the year for dates that name none. */
export interface TypedContext {
  readonly locale: SheetLocale;
  readonly year: number;
}

const EMPTY: Typed = { kind: 'empty' };
const DIGIT = /\d/;
const LETTER = /^\p{L}/u;
const beginnings = new Map<string, ReadonlySet<string>>();

/** Of texts that begin with a letter only months, "den 6 ..." and money can be anything but text. */
function mayBeginValue(text: string, locale: SheetLocale): boolean {
  let known = beginnings.get(locale.name);
  if (!known) {
    const words = ['den', ...locale.months, ...locale.monthsShort, ...locale.currency];
    known = new Set(words.map((word) => word.slice(0, 2).toLowerCase()));
    beginnings.set(locale.name, known);
  }
  return known.has(text.slice(0, 2).toLowerCase());
}

/**
 * Reads text as Google Sheets reads what a person types in a cell that is not formatted as text (which is also how
 * strings from setValue and setValues are read): formulas, booleans, numbers, per cent, money, dates, times.
 */
export function parseTyped(text: string, context: TypedContext): Typed {
  if (text === '') return EMPTY;
  const first = text.charCodeAt(0);
  if (first === 0x3d && text.length > 1) return { kind: 'formula', value: text };
  if (first === 0x27) return text.length > 1 ? { kind: 'text', value: text.slice(1) } : EMPTY;
  if (text.length > 60) return { kind: 'text', value: text };
  const { locale } = context;
  if (!DIGIT.test(text)) return parseWord(text, locale);
  if (LETTER.test(text) && !mayBeginValue(text, locale)) return { kind: 'text', value: text };
  const trimmed = text.trim();
  const number = parseNumber(trimmed, locale);
  if (number) return number;
  const temporal = parseTemporal(trimmed, context);
  return temporal ?? { kind: 'text', value: text };
}

function parseWord(text: string, locale: SheetLocale): Typed {
  if (text.length < 10) {
    const upper = text.trim().toUpperCase();
    if (upper === 'TRUE' || upper === locale.yes) return { kind: 'boolean', value: true };
    if (upper === 'FALSE' || upper === locale.no) return { kind: 'boolean', value: false };
  }
  return { kind: 'text', value: text };
}

interface NumberPatterns {
  readonly plain: RegExp;
  readonly groups: RegExp;
  readonly currency: RegExp;
}

const patterns = new Map<string, NumberPatterns>();

function patternsOf(locale: SheetLocale): NumberPatterns {
  let made = patterns.get(locale.name);
  if (!made) {
    const decimal = locale.decimal === '.' ? '\\.' : locale.decimal;
    const group = `[${locale.groupsRead.join('')}]`;
    const currency = locale.currency.map((sign) => sign.replace(/[$]/g, '\\$&')).join('|');
    made = {
      plain: new RegExp(`^(\\d+|\\d{1,3}(?:${group}\\d{3})+)?(?:${decimal}(\\d*))?(?:[eE]([+-]?\\d{1,3}))?$`),
      groups: new RegExp(group, 'g'),
      currency: new RegExp(`^(?:(${currency})\\s?)?(.*?)(?:\\s?(${currency}))?$`, 'i'),
    };
    patterns.set(locale.name, made);
  }
  return made;
}

function parseNumber(text: string, locale: SheetLocale): Typed | null {
  const made = patternsOf(locale);
  let body = text;
  let negative = false;
  if (body.startsWith('(') && body.endsWith(')')) {
    negative = true;
    body = body.slice(1, -1);
  } else if (/^[-\u2212+]/.test(body)) {
    negative = body[0] !== '+';
    body = body.slice(1);
  }
  let percent = false;
  if (body.endsWith('%')) {
    percent = true;
    body = body.slice(0, -1).trimEnd();
  }
  let money = false;
  const parts = made.currency.exec(body);
  if (parts && (parts[1] || parts[3]) && !(parts[1] && parts[3])) {
    money = true;
    body = parts[2] ?? '';
    if (/^[-\u2212]/.test(body) && !negative) {
      negative = true;
      body = body.slice(1);
    }
  }
  const match = made.plain.exec(body);
  if (!match || (!match[1] && !match[2])) return null;
  const digits = `${(match[1] ?? '0').replace(made.groups, '')}.${match[2] || '0'}e${match[3] ?? '0'}`;
  const size = Number(digits);
  if (!Number.isFinite(size)) return null;
  const value = (negative ? -size : size) / (percent ? 100 : 1);
  return {
    kind: 'number',
    value: value === 0 ? 0 : tidy(value, percent),
    format: numberPattern(match, percent, money, locale),
  };
}

/** 89.5 % is 0.895, not 0.8949999999999999: a quotient by 100 is rounded to what was typed. */
function tidy(value: number, percent: boolean): number {
  return percent ? Number(value.toPrecision(15)) : value;
}

function numberPattern(match: RegExpExecArray, percent: boolean, money: boolean, locale: SheetLocale): string | null {
  if (percent) return match[2] ? '0.00%' : '0%';
  if (money) return match[2] ? locale.currencyFormat : locale.currencyFormat.replace('.00', '');
  if (match[3] !== undefined) return '0.00E+00';
  if (match[1] && /\D/.test(match[1])) return match[2] ? '#,##0.00' : '#,##0';
  return null;
}

const TIME = /^(\d{1,3}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3}))?)?(?:\s?([ap])\.?m\.?)?$/i;
const DATE_AND_TIME = /^(.*?\S)[ ,]+(\d{1,2}:\d{2}.*)$/;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const THREE_NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const DAY_MONTH_YEAR_MIXED = /^(\d{1,2})\/(\d{1,2})-(\d{4}|\d{2})$/;
const TWO_NUMBERS = /^(\d{1,2})([-/])(\d{1,2})$/;
const DAY_THEN_NAME = /^(?:den )?(\d{1,2})(?::e|\.|st|nd|rd|th)?[ -]?([\p{L}]{3,9})\.?(?:[ ,-]+(\d{4}))?$/iu;
const NAME_THEN_DAY = /^([\p{L}]{3,9})\.?[ -](\d{1,2})(?:st|nd|rd|th)?(?:,? +(\d{4}))?$/iu;
const NAME_THEN_YEAR = /^([\p{L}]{3,9})\.?[ -](\d{4})$/iu;

function parseTemporal(text: string, context: TypedContext): Typed | null {
  const alone = parseTime(text);
  if (alone) return { kind: 'number', value: alone.value, format: alone.format };
  const both = DATE_AND_TIME.exec(text);
  if (both) {
    const date = parseDate(both[1] ?? '', context);
    const time = parseTime(both[2] ?? '');
    if (!date || !time || time.value >= 1) return null;
    return { kind: 'number', value: date.value + time.value, format: `${date.format} ${time.format}` };
  }
  const date = parseDate(text, context);
  return date && { kind: 'number', value: date.value, format: date.format };
}

interface Found {
  readonly value: number;
  readonly format: string;
}

function parseTime(text: string): Found | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, hourText = '', minuteText = '', secondText, fraction, half] = match;
  let hour = Number(hourText);
  const minute = Number(minuteText);
  const second = Number(secondText ?? 0);
  if (minute > 59 || second > 59) return null;
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const value = (hour * 3600 + minute * 60 + second + Number(`0.${fraction ?? 0}`)) / 86_400;
  if (hour >= 24) return { value, format: secondText ? '[h]:mm:ss' : '[h]:mm' };
  const hours = half ? 'h' : hourText.length === 1 ? 'H' : 'HH';
  return { value, format: `${hours}:mm${secondText ? ':ss' : ''}${fraction ? '.000' : ''}${half ? ' am/pm' : ''}` };
}

function dated(year: number, month: number, day: number, format: string): Found | null {
  const value = serialOfDate(year, month, day);
  return value === null ? null : { value, format };
}

/** Two digits of a year: 00-29 is this century, 30-99 the last, as spreadsheets read them. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function parseDate(text: string, context: TypedContext): Found | null {
  const { locale, year } = context;
  const iso = YEAR_FIRST.exec(text);
  if (iso) {
    const separator = iso[2] ?? '-';
    if (separator === '.') return null;
    return dated(Number(iso[1]), Number(iso[3]), Number(iso[4]), `yyyy${separator}mm${separator}dd`);
  }
  const three = THREE_NUMBERS.exec(text);
  if (three) {
    const [, first = '', separator = '/', second = '', third = ''] = three;
    if (separator === '.' && !locale.date.includes('.')) return null;
    if (locale.order === 'ymd' && separator === '-' && third.length === 2) {
      return dated(fullYear(first.padStart(2, '0')), Number(second), Number(third), 'yy-mm-dd');
    }
    const dayFirst = locale.shortOrder === 'dm';
    const [day, month] = dayFirst ? [first, second] : [second, first];
    const wide = third.length === 4 ? 'yyyy' : 'yy';
    const shape = dayFirst ? `d${separator}M${separator}${wide}` : `M${separator}d${separator}${wide}`;
    return dated(fullYear(third), Number(month), Number(day), shape);
  }
  const mixed = locale.shortOrder === 'dm' ? DAY_MONTH_YEAR_MIXED.exec(text) : null;
  if (mixed) return dated(fullYear(mixed[3] ?? ''), Number(mixed[2]), Number(mixed[1]), 'd/M-yyyy');
  const two = TWO_NUMBERS.exec(text);
  if (two) {
    const [, first = '', separator = '/', second = ''] = two;
    const dayFirst = locale.shortOrder === 'dm' && separator === '/';
    return dayFirst
      ? dated(year, Number(second), Number(first), 'd/M')
      : dated(year, Number(first), Number(second), `M${separator}d`);
  }
  return namedDate(text, context);
}

function namedDate(text: string, { locale, year }: TypedContext): Found | null {
  const dayFirst = DAY_THEN_NAME.exec(text);
  if (dayFirst) {
    const month = monthOf(dayFirst[2] ?? '', locale);
    if (!month) return null;
    const shape = `d ${month.wide ? 'MMMM' : 'MMM'}${dayFirst[3] ? ' yyyy' : ''}`;
    return dated(dayFirst[3] ? Number(dayFirst[3]) : year, month.number, Number(dayFirst[1]), shape);
  }
  const nameFirst = NAME_THEN_DAY.exec(text);
  if (nameFirst) {
    const month = monthOf(nameFirst[1] ?? '', locale);
    if (!month) return null;
    const shape = `${month.wide ? 'MMMM' : 'MMM'} d${nameFirst[3] ? ', yyyy' : ''}`;
    return dated(nameFirst[3] ? Number(nameFirst[3]) : year, month.number, Number(nameFirst[2]), shape);
  }
  const whole = NAME_THEN_YEAR.exec(text);
  if (!whole) return null;
  const month = monthOf(whole[1] ?? '', locale);
  return month && dated(Number(whole[2]), month.number, 1, `${month.wide ? 'MMMM' : 'MMM'} yyyy`);
}

function monthOf(name: string, locale: SheetLocale): { number: number; wide: boolean } | null {
  const lower = name.toLowerCase();
  for (let index = 0; index < 12; index += 1) {
    const whole = (locale.months[index] ?? '').toLowerCase();
    if (lower === whole) return { number: index + 1, wide: whole.length > 3 };
    if (lower === whole.slice(0, 3) || lower === (locale.monthsShort[index] ?? '').toLowerCase().replace('.', '')) {
      return { number: index + 1, wide: false };
    }
  }
  return null;
}
