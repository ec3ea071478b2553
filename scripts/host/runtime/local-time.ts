import { instantOf, serialOfDate } from '../sheet/zone.ts';

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * Milliseconds since 1970 of a Date, a number of milliseconds, or a local time in a zone (`2025-09-01`,
 * `2025-09-01T08:00`). Throws RangeError for a text that is no such time.
 */
export function momentOf(time: Date | number | string, timeZone: string): number {
  if (typeof time === 'number') return time;
  if (time instanceof Date) return time.getTime();
  const match = LOCAL.exec(time);
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match ?? [];
  const serial = match ? serialOfDate(Number(year), Number(month), Number(day)) : null;
  if (serial === null) {
    const absolute = /[Zz]$|[+-]\d{2}:?\d{2}$/.test(time) ? Date.parse(time) : Number.NaN;
    if (Number.isNaN(absolute)) throw new RangeError(`Not a time: ${time}`);
    return absolute;
  }
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return instantOf(serial + seconds / 86_400, timeZone);
}
