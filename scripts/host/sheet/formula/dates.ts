import { civilOf } from '../zone.ts';

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** Serial of a date whose month and day may lie outside the calendar and carry over (month 13, day 0). */
export function days(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round((date.getTime() - EPOCH) / DAY);
}

/** The same day so many months later, or the last day of a month that is too short. */
export function monthsLater(serial: number, months: number): number {
  const { year, month, day } = civilOf(Math.floor(serial));
  const target = month + Math.trunc(months);
  const last = civilOf(days(year, target + 1, 0)).day;
  return days(year, target, Math.min(day, last));
}
