/**
 * Calendar days without time zones. A day is the number of days since 1970-01-01 in the proleptic Gregorian calendar, so that sums
 * and comparisons are integer work and no clock, zone or daylight saving can disturb them.
 */
declare const dayBrand: unique symbol;
export type Day = number & { readonly [dayBrand]: true };

/** ISO 8601 calendar durations of one unit: `P8W`, `P14D`, `P6M`, `P3Y`. */
export type Duration = `P${number}${'D' | 'W' | 'M' | 'Y'}`;

const CYCLE_DAYS = 146097;
const EPOCH_OFFSET = 719468;

/** The whole part of a quotient of two whole numbers, neither of them negative. A date takes ten of them, and with fractions they cost half as much again. */
function quotient(whole: number, by: number): number {
  return (whole / by) | 0;
}

/** The day of a civil date; `month` 1–12. The parts must name a real date (see `parseDay` for input that may not). */
export function dayOf(year: number, month: number, day: number): Day {
  // Howard Hinnant's civil calendar arithmetic: the year starts in March, so that leap days come last.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = quotient(153 * (month > 2 ? month - 3 : month + 9) + 2, 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + quotient(yearOfEra, 4) - quotient(yearOfEra, 100) + dayOfYear;
  return (era * CYCLE_DAYS + dayOfEra - EPOCH_OFFSET) as Day;
}

export interface CivilDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  readonly day: number;
}

export function civilDate(day: Day): CivilDate {
  const shifted = day + EPOCH_OFFSET;
  const era = Math.floor(shifted / CYCLE_DAYS);
  const dayOfEra = shifted - era * CYCLE_DAYS;
  const yearOfEra = quotient(
    dayOfEra - quotient(dayOfEra, 1460) + quotient(dayOfEra, 36524) - quotient(dayOfEra, 146096),
    365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + quotient(yearOfEra, 4) - quotient(yearOfEra, 100));
  const shiftedMonth = quotient(5 * dayOfYear + 2, 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - quotient(153 * shiftedMonth + 2, 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day that `YYYY-MM-DD` names, or null where it names none (2025-02-30, other forms). */
export function parseDay(text: string): Day | null {
  const match = ISO_DATE.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayOf(year, month, day);
}

/** `YYYY-MM-DD` */
export function formatDay(day: Day): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

export function addDays(day: Day, days: number): Day {
  return (day + days) as Day;
}

/**
 * Months are added to the date itself; where the month has no such day, its last day holds, as in the Swedish act on the computation
 * of statutory time (1930:173, section 1) and in Temporal's `constrain`.
 */
export function addMonths(from: Day, months: number): Day {
  const { year, month, day } = civilDate(from);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return dayOf(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** 1 = Monday … 7 = Sunday */
export function weekday(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

const DURATION = /^P(\d{1,4})([DWMY])$/;

export function isDuration(text: string): text is Duration {
  return DURATION.test(text);
}

// Read by hand: this runs several times a round, and a regular expression took a tenth of the whole evaluation.
function unitOf(duration: Duration): string {
  return duration.charAt(duration.length - 1);
}

function amountOf(duration: Duration): number {
  const end = duration.length - 1;
  let amount = 0;
  for (let index = 1; index < end; index++) amount = amount * 10 + duration.charCodeAt(index) - 48;
  return amount;
}

/** Null for days and weeks, which no month is a whole number of. */
export function monthsOf(duration: Duration): number | null {
  const unit = unitOf(duration);
  if (unit === 'M') return amountOf(duration);
  return unit === 'Y' ? amountOf(duration) * 12 : null;
}

/** Adds `times` durations to the date itself, never in a chain (decision 5): a negative `times` goes back. */
export function addDuration(from: Day, duration: Duration, times = 1): Day {
  const months = monthsOf(duration);
  if (months !== null) return addMonths(from, months * times);
  return addDays(from, amountOf(duration) * (unitOf(duration) === 'W' ? 7 : 1) * times);
}

/** Later than any day that a workbook holds. */
const UNDATED = 1e9;

/** For sorting by day; what has none comes last. */
export function byDay(one: Day | null | undefined, other: Day | null | undefined): number {
  return (one ?? UNDATED) - (other ?? UNDATED);
}

export function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other;
}

/** The only one where there is no other. */
export function earliestOf(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
