/** Dates as people write them. A text that could be read in two ways is not read at all. */
import { type Day, dayOf, daysInMonth } from '../domain/calendar.ts';
import { canonical } from '../domain/clean-text.ts';
import type { Period } from '../domain/facts.ts';
import type { Cell, Moment } from './records.ts';

const MONTHS = [
  ['januari', 'jan'],
  ['februari', 'feb', 'febr'],
  ['mars', 'mar'],
  ['april', 'apr'],
  ['maj'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['augusti', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
/** Day 0 of the sheet's serial numbers is 1899-12-30. */
export const SERIAL_EPOCH = 25569;
/** Smaller numbers are rather counts that have ended up in the wrong column: serials from 1954 through 2199. */
const FIRST_SERIAL = 20000;
const LAST_SERIAL_DAY = 84005;

function civil(year: number, month: number, day: number): Day | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return undefined;
  }
  return dayOf(year, month, day);
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((names) => names.some((one) => one === name)) + 1;
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2}) ?[/.-] ?(\d{1,2})[ /.-] ?(\d{4})$/;
const WITH_MONTH = /^(?:den )?(\d{1,2})(?:[:.]?e|:a|\.)? ?([a-zåäö]+)\.?,? (\d{4})$/;
const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const SIX_DIGITS = /^(\d{2})(\d{2})(\d{2})$/;
const WEEKDAY =
  /^(?:måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mån|tis|ons|tor|tors|fre|lör|sön)\.?,? (?:den )?/;

function dayOfText(text: string): Day | undefined {
  const parts = (match: RegExpExecArray, year: number, month: number, day: number): Day | undefined =>
    civil(Number(match[year]), Number(match[month]), Number(match[day]));
  const iso = ISO.exec(text);
  if (iso) return parts(iso, 1, 2, 3);
  const bare = text.replace(WEEKDAY, '');
  const yearFirst = YEAR_FIRST.exec(bare) ?? EIGHT_DIGITS.exec(bare);
  if (yearFirst) return parts(yearFirst, 1, 2, 3);
  const dayFirst = DAY_FIRST.exec(bare);
  if (dayFirst) return parts(dayFirst, 3, 2, 1);
  const named = WITH_MONTH.exec(bare);
  if (named) return civil(Number(named[3]), monthNumber(named[2] ?? ''), Number(named[1]));
  const short = SIX_DIGITS.exec(bare);
  if (short) return civil(2000 + Number(short[1]), Number(short[2]), Number(short[3]));
  return undefined;
}

function momentOfNumber(value: number): Moment | undefined {
  const whole = Math.floor(value);
  if (whole === value && value >= 1_000_000) {
    const day = dayOfText(String(value));
    return day === undefined ? undefined : { day, minute: null };
  }
  // A date cell whose format somebody changed to a number.
  const day = whole - SERIAL_EPOCH;
  if (whole < FIRST_SERIAL || day > LAST_SERIAL_DAY) return undefined;
  const minute = Math.round((value - whole) * 1440);
  return { day: day as Day, minute: minute === 0 ? null : Math.min(minute, 1439) };
}

const TIME_AT_END = /^(.+?)(?:t|,? (?:kl\.? ?)?)(\d{1,2})[:.](\d{2})(?::\d{2})?$/;
const HOUR_AT_END = /^(.+?),? kl\.? ?(\d{1,2})$/;

function momentOfText(typed: string): Moment | null | undefined {
  const text = canonical(typed);
  if (text === '') return null;
  const alone = dayOfText(text);
  if (alone !== undefined) return { day: alone, minute: null };
  const timed = TIME_AT_END.exec(text) ?? HOUR_AT_END.exec(text);
  if (!timed) return undefined;
  const day = dayOfText((timed[1] ?? '').trim());
  const [hour, minute] = [Number(timed[2]), Number(timed[3] ?? 0)];
  if (day === undefined || hour > 23 || minute > 59) return undefined;
  return { day, minute: hour * 60 + minute };
}

/** A day with or without a time. Null = blank, undefined = cannot be read. */
export function readMoment(cell: Cell): Moment | null | undefined {
  if (typeof cell === 'number') return momentOfNumber(cell);
  return typeof cell === 'boolean' ? (cell ? undefined : null) : momentOfText(cell);
}

/** A day; a time of day beside it is not looked at. Null = blank, undefined = cannot be read. */
export function readDay(cell: Cell): Day | null | undefined {
  if (cell === '') return null;
  const moment = readMoment(cell);
  return moment ? moment.day : moment;
}

/** One day, or several such as "2027-05-10; 2030-04-28". Undefined where a part cannot be read. */
export function readDays(cell: Cell): readonly Day[] | undefined {
  const whole = readDay(cell);
  // A single day may be written with a comma, or with a month that ends like a word.
  const days = whole === undefined && typeof cell === 'string' ? cell.split(/[;,\n]| och /).map(readDay) : [whole];
  return days.includes(undefined) ? undefined : days.filter((day) => day != null);
}

const BETWEEN_ISO = /^(\d{4}-\d{2}-\d{2}) ?[-–—/] ?(\d{4}-\d{2}-\d{2})?$/;
const BETWEEN = /^(.+?) ?(?:–|—| - | -$|\btill\b(?: och med)?|\bt\.?o\.?m\.?(?= |$)) ?(.*)$/;

/** Of nearly everyone; one list for all, since tens of thousands of rows are usual. */
const NO_PERIODS: readonly Period[] = [];

/**
 * Periods such as "2025-10-01–2025-12-31; 2026-03-01–". Undefined where a part cannot be read, where a single date stands alone or where an
 * end comes before its beginning.
 */
export function readPeriods(cell: Cell): readonly Period[] | undefined {
  if (cell === '' || cell === false) return NO_PERIODS;
  if (typeof cell !== 'string') return undefined;
  const periods: Period[] = [];
  for (const part of cell.split(/[;\n]/)) {
    const text = canonical(part).replace(/^(?:från och med|fr\.?o\.?m\.?|från) /, '');
    if (text === '') continue;
    const match = BETWEEN_ISO.exec(text) ?? BETWEEN.exec(text);
    if (!match) return undefined;
    const from = readDay(match[1] ?? '');
    const to = readDay(match[2] ?? '');
    if (!from || to === undefined || (to !== null && to < from)) return undefined;
    periods.push({ from, to });
  }
  return periods;
}
