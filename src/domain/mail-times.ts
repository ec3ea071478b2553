/** When a mail may leave: rules of the mail in the product's text, in whole minutes of local civil time. */
import { addDays, type Day, formatDay, parseDay, weekday } from './calendar.ts';

/** Minutes of local civil time since 1970-01-01T00:00; the clock's changes to and from summer time do not show in it. */
export type Stamp = number;

const MINUTES_A_DAY = 1440;
const OFFICE_OPENS = 7 * 60;
const OFFICE_CLOSES = 17 * 60;

export function stampOf(day: Day, minute: number): Stamp {
  return day * MINUTES_A_DAY + minute;
}

export function dayOfStamp(stamp: Stamp): Day {
  return addDays(0 as Day, Math.floor(stamp / MINUTES_A_DAY));
}

export function minuteOfStamp(stamp: Stamp): number {
  return stamp - dayOfStamp(stamp) * MINUTES_A_DAY;
}

/** `YYYY-MM-DDTHH:MM` */
export function formatStamp(stamp: Stamp): string {
  const minute = minuteOfStamp(stamp);
  const hours = String(Math.floor(minute / 60)).padStart(2, '0');
  return `${formatDay(dayOfStamp(stamp))}T${hours}:${String(minute % 60).padStart(2, '0')}`;
}

/** With a space too, as a spreadsheet writes it. */
const STAMP = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})$/;

export function parseStamp(text: string): Stamp | null {
  const match = STAMP.exec(text);
  const day = match?.[1] ? parseDay(match[1]) : null;
  if (!match || day === null) return null;
  const [hours, minutes] = [Number(match[2]), Number(match[3])];
  return hours < 24 && minutes < 60 ? stampOf(day, hours * 60 + minutes) : null;
}

function isWorkingDay(day: Day): boolean {
  return weekday(day) <= 5;
}

/** Ordinary mail leaves on weekdays 07–17, both full hours included. */
export function isOfficeTime(stamp: Stamp): boolean {
  const minute = minuteOfStamp(stamp);
  return isWorkingDay(dayOfStamp(stamp)) && minute >= OFFICE_OPENS && minute <= OFFICE_CLOSES;
}

/** The first full hour within office time that is not before `stamp`: the sender runs every full hour. */
export function nextOfficeHour(stamp: Stamp): Stamp {
  let hour = Math.ceil(stamp / 60) * 60;
  if (minuteOfStamp(hour) > OFFICE_CLOSES) hour = stampOf(addDays(dayOfStamp(hour), 1), OFFICE_OPENS);
  if (minuteOfStamp(hour) < OFFICE_OPENS) hour = stampOf(dayOfStamp(hour), OFFICE_OPENS);
  while (!isWorkingDay(dayOfStamp(hour))) hour = stampOf(addDays(dayOfStamp(hour), 1), OFFICE_OPENS);
  return hour;
}

/** 07:00 on the first weekday that is not before `stamp`. */
export function nextWorkingMorning(stamp: Stamp): Stamp {
  let morning = stampOf(dayOfStamp(stamp), OFFICE_OPENS);
  if (morning < stamp) morning = stampOf(addDays(dayOfStamp(stamp), 1), OFFICE_OPENS);
  return nextOfficeHour(morning);
}
