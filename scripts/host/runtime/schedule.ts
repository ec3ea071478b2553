import { civilOf, instantOf, serialOf } from '../sheet/zone.ts';

/** When a clock trigger fires. Times of day are in `timeZone`. */
export type Schedule =
  | { readonly type: 'once'; readonly at: number }
  | { readonly type: 'minutes'; readonly every: number }
  | { readonly type: 'hours'; readonly every: number }
  | {
      readonly type: 'days';
      readonly every: number;
      readonly hour: number;
      readonly minute: number;
      readonly timeZone: string;
    }
  | {
      readonly type: 'weeks';
      readonly every: number;
      /** 1 is Monday, 7 is Sunday. */
      readonly weekday: number;
      readonly hour: number;
      readonly minute: number;
      readonly timeZone: string;
    }
  | {
      readonly type: 'month';
      readonly day: number;
      readonly hour: number;
      readonly minute: number;
      readonly timeZone: string;
    };

const MINUTE = 60_000;
const HOUR = 3_600_000;

function nextMultiple(after: number, step: number): number {
  return (Math.floor(after / step) + 1) * step;
}

/** The moment of a time of day on a civil day (serial number). A time that the clocks skip comes as much later. */
function momentOn(day: number, hour: number, minute: number, timeZone: string): number {
  return instantOf(day + (hour * 60 + minute) / 1440, timeZone);
}

/** 1 is Monday, 7 is Sunday; serial 2 is Monday, 1 January 1900. */
function weekdayOf(day: number): number {
  return ((((day - 2) % 7) + 7) % 7) + 1;
}

/**
 * The first moment after `after` at which a schedule fires, in milliseconds since 1970, or undefined if it never fires
 * again. `last` is when it fired last: "every second day" counts from there.
 */
export function nextFiring(schedule: Schedule, after: number, last?: number): number | undefined {
  switch (schedule.type) {
    case 'once':
      return schedule.at > after ? schedule.at : undefined;
    case 'minutes':
      return nextMultiple(after, schedule.every * MINUTE);
    case 'hours':
      return last === undefined ? nextMultiple(after, HOUR) : last + schedule.every * HOUR;
    default:
      return nextOnDay(schedule, after, last);
  }
}

function nextOnDay(
  schedule: Extract<Schedule, { timeZone: string }>,
  after: number,
  last?: number,
): number | undefined {
  const { hour, minute, timeZone } = schedule;
  const today = Math.floor(serialOf(after, timeZone));
  const lastDay = last === undefined ? undefined : Math.floor(serialOf(last, timeZone));
  for (let day = today; day <= today + 800; day += 1) {
    if (!firesOn(schedule, day, lastDay)) continue;
    const moment = momentOn(day, hour, minute, timeZone);
    if (moment > after) return moment;
  }
  return undefined;
}

function firesOn(schedule: Extract<Schedule, { timeZone: string }>, day: number, lastDay: number | undefined): boolean {
  switch (schedule.type) {
    case 'days':
      return lastDay === undefined || (day - lastDay) % schedule.every === 0;
    case 'weeks':
      return (
        weekdayOf(day) === schedule.weekday && (lastDay === undefined || ((day - lastDay) / 7) % schedule.every === 0)
      );
    case 'month':
      return civilOf(day).day === Math.min(schedule.day, daysInMonth(day));
  }
}

function daysInMonth(day: number): number {
  const { year, month } = civilOf(day);
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
