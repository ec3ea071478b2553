/**
 * Serial dates (days since 1899-12-30, as in every spreadsheet) and instants in a time zone. The zone's offsets come from
 * Intl once a year and zone; after that a conversion is arithmetic, since a sheet may hold hundreds of thousands of dates.
 */
const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

interface Span {
  readonly from: number;
  readonly offset: number;
}

const tables = new Map<string, Map<number, Span[]>>();
const formats = new Map<string, Intl.DateTimeFormat>();

function offsetByIntl(instant: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const field: Record<string, number> = {};
  let before = false;
  for (const part of format.formatToParts(instant)) {
    if (part.type === 'era') before = part.value.startsWith('B');
    else field[part.type] = Number(part.value);
  }
  const year = before ? 1 - (field.year ?? 1) : (field.year ?? 1970);
  const wall = new Date(0);
  wall.setUTCFullYear(year, (field.month ?? 1) - 1, field.day ?? 1);
  wall.setUTCHours(field.hour ?? 0, field.minute ?? 0, field.second ?? 0);
  return wall.getTime() - Math.floor(instant / 1000) * 1000;
}

function yearTable(year: number, zone: string): Span[] {
  let years = tables.get(zone);
  if (!years) {
    years = new Map();
    tables.set(zone, years);
  }
  const known = years.get(year);
  if (known) return known;
  const spans: Span[] = [];
  let previous = Number.NaN;
  for (let month = 0; month <= 12; month += 1) {
    const start = new Date(0);
    start.setUTCFullYear(year, month, 1);
    const at = start.getTime();
    const offset = offsetByIntl(at, zone);
    if (spans.length === 0) spans.push({ from: at, offset });
    else if (offset !== previous) spans.push({ from: firstWith(offset, at - 31 * DAY, at, zone), offset });
    previous = offset;
  }
  years.set(year, spans);
  return spans;
}

function firstWith(offset: number, low: number, high: number, zone: string): number {
  let from = low;
  let to = high;
  while (to - from > 1000) {
    const middle = Math.floor((from + to) / 2000) * 1000;
    if (middle === from) break;
    if (offsetByIntl(middle, zone) === offset) to = middle;
    else from = middle;
  }
  return to;
}

let last = { zone: '', from: 0, to: 0, offset: 0 };

/** The zone's offset from UTC in milliseconds at an instant. */
export function offsetAt(instant: number, zone: string): number {
  if (last.zone === zone && instant >= last.from && instant < last.to) return last.offset;
  const year = new Date(instant).getUTCFullYear();
  const spans = yearTable(year, zone);
  let found = spans[0] ?? { from: instant, offset: 0 };
  let to = Date.UTC(year + 1, 0, 1);
  for (const span of spans) {
    if (span.from > instant) {
      to = span.from;
      break;
    }
    found = span;
  }
  if (year > 99) last = { zone, from: found.from, to, offset: found.offset };
  return found.offset;
}

/** The serial date that a clock on the wall in the zone shows at the instant (milliseconds since 1970). */
export function serialOf(instant: number, zone: string): number {
  return (instant + offsetAt(instant, zone) - EPOCH) / DAY;
}

/**
 * The instant (milliseconds) of a serial date in the zone. A time that does not exist (spring) is read with the offset
 * that was in force before it, a doubled one (autumn) is the first of the two, as java.time and JavaScript do.
 */
export function instantOf(serial: number, zone: string): number {
  const wall = Math.round(serial * DAY) + EPOCH;
  const before = offsetAt(wall - DAY, zone);
  const first = wall - before;
  if (offsetAt(first, zone) === before) return first;
  const after = offsetAt(first, zone);
  return offsetAt(wall - after, zone) === after ? wall - after : first;
}

/** Serial of a calendar date (month 1-12); null when the date does not exist. */
export function serialOfDate(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return Math.round((date.getTime() - EPOCH) / DAY);
}

export interface CivilTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** The parts of a serial date; month 1-12, weekday 0 = Sunday. Rounded to the millisecond. */
export function civilOf(serial: number): CivilTime {
  const date = new Date(Math.round(serial * DAY) + EPOCH);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
}
