import { ApiError } from '../runtime/contract.ts';
import { civilOf, instantOf, offsetAt, serialOf, serialOfDate } from '../sheet/zone.ts';
import { type DateLanguage, type Names, namesOf } from './date-names.ts';
import { zoneWords } from './zone-words.ts';

/** A time zone: a region known to Intl, or a fixed offset. */
interface Zone {
  readonly name: string;
  /** Minutes east of Greenwich of a zone without summer time; undefined for a region. */
  readonly fixed: number | undefined;
}

/** Reads a zone as Java's TimeZone does: regions, `GMT+1`, `GMT-03:30`, `UTC`, `CET`. Throws ApiError for an unknown one. */
function zoneOf(name: string): Zone {
  const fixed = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(name);
  if (fixed) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? 0);
    return { name, fixed: fixed[1] === '-' ? -minutes : minutes };
  }
  if (name === 'GMT' || name === 'UTC' || name === 'Z') return { name, fixed: 0 };
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    throw new ApiError(`Invalid argument: timeZone. Unknown time zone: ${name}`);
  }
  return { name, fixed: undefined };
}

function offsetMinutes(instant: number, zone: Zone): number {
  return zone.fixed ?? Math.round(offsetAt(instant, zone.name) / 60_000);
}

function serialIn(instant: number, zone: Zone): number {
  return zone.fixed === undefined ? serialOf(instant, zone.name) : serialOf(instant + zone.fixed * 60_000, 'UTC');
}

function instantIn(serial: number, zone: Zone): number {
  return zone.fixed === undefined ? instantOf(serial, zone.name) : instantOf(serial, 'UTC') - zone.fixed * 60_000;
}

type Piece = { readonly literal: string } | { readonly letter: string; readonly count: number };

const patterns = new Map<string, readonly Piece[]>();

/** Splits a pattern of SimpleDateFormat. Throws ApiError for an unknown letter or an open quote. */
function piecesOf(pattern: string): readonly Piece[] {
  const known = patterns.get(pattern);
  if (known) return known;
  const pieces: Piece[] = [];
  const token = /''|'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+|'/g;
  for (const match of pattern.matchAll(token)) {
    const text = match[0];
    const letter = match[2];
    if (text === "''") pieces.push({ literal: "'" });
    else if (text === "'") throw new ApiError('Unterminated quote');
    else if (match[1] !== undefined) pieces.push({ literal: match[1].replaceAll("''", "'") });
    else if (letter === undefined) pieces.push({ literal: text });
    else if (!'GyYMLwWDdFEuaHkKhmsSzZX'.includes(letter)) {
      throw new ApiError(`Illegal pattern character '${letter}'`);
    } else pieces.push({ letter, count: text.length });
  }
  patterns.set(pattern, pieces);
  return pieces;
}

const pad = (value: number, width: number) =>
  value < 0 ? `-${String(-value).padStart(width, '0')}` : String(value).padStart(width, '0');

function offsetText(minutes: number, colon: boolean, hoursOnly = false): string {
  const size = Math.abs(minutes);
  const hours = pad(Math.floor(size / 60), 2);
  const rest = hoursOnly ? '' : `${colon ? ':' : ''}${pad(size % 60, 2)}`;
  return `${minutes < 0 ? '-' : '+'}${hours}${rest}`;
}

function zoneName(instant: number, zone: Zone, long: boolean): string {
  if (zone.fixed !== undefined)
    return zone.name === 'UTC' || zone.fixed === 0 ? zone.name : `GMT${offsetText(zone.fixed, true)}`;
  const name = zoneWords(instant, zone.name, long);
  if (name !== null) return name;
  return `GMT${offsetText(offsetMinutes(instant, zone), true)}`;
}

/** Days since the start of the first week of a year. */
function firstWeekStart(year: number, names: Names): number {
  const newYear = serialOfDate(year, 1, 1) ?? 0;
  const into = (civilOf(newYear).weekday - names.firstDay + 7) % 7;
  return 7 - into >= names.minimalDays ? newYear - into : newYear - into + 7;
}

function weekOf(day: number, year: number, names: Names): { readonly week: number; readonly weekYear: number } {
  for (const weekYear of [year + 1, year, year - 1]) {
    const start = firstWeekStart(weekYear, names);
    if (day >= start) return { week: Math.floor((day - start) / 7) + 1, weekYear };
  }
  return { week: 1, weekYear: year };
}

function weekInMonth(day: number, dayOfMonth: number, names: Names): number {
  const first = day - dayOfMonth + 1;
  const into = (civilOf(first).weekday - names.firstDay + 7) % 7;
  const start = 7 - into >= names.minimalDays ? first - into : first - into + 7;
  return Math.floor((day - start) / 7) + 1;
}

/**
 * Formats an instant as Java's SimpleDateFormat does (reference: utilities/Utilities.formatDate). Throws ApiError for a
 * pattern or a zone that Java does not know.
 */
export function formatJavaDate(instant: number, timeZone: string, pattern: string, language: DateLanguage): string {
  const zone = zoneOf(timeZone);
  const names = namesOf(language);
  const serial = serialIn(instant, zone);
  const day = Math.floor(serial);
  const civil = civilOf(serial);
  const year = civil.year <= 0 ? 1 - civil.year : civil.year;
  const yearText = (value: number, count: number) => (count === 2 ? pad(value % 100, 2) : pad(value, count));
  const text = (letter: string, count: number): string => {
    switch (letter) {
      case 'G':
        return names.eras[civil.year <= 0 ? 0 : 1];
      case 'y':
        return yearText(year, count);
      case 'Y':
        return yearText(weekOf(day, civil.year, names).weekYear, count);
      case 'M':
      case 'L':
        if (count >= 4) return names.months[civil.month - 1] ?? '';
        return count === 3 ? (names.shortMonths[civil.month - 1] ?? '') : pad(civil.month, count);
      case 'w':
        return pad(weekOf(day, civil.year, names).week, count);
      case 'W':
        return pad(weekInMonth(day, civil.day, names), count);
      case 'D':
        return pad(day - (serialOfDate(civil.year, 1, 1) ?? 0) + 1, count);
      case 'd':
        return pad(civil.day, count);
      case 'F':
        return pad(Math.floor((civil.day - 1) / 7) + 1, count);
      case 'E':
        return (count >= 4 ? names.days : names.shortDays)[civil.weekday] ?? '';
      case 'u':
        return pad(civil.weekday === 0 ? 7 : civil.weekday, count);
      case 'a':
        return names.halves[civil.hour < 12 ? 0 : 1];
      case 'H':
        return pad(civil.hour, count);
      case 'k':
        return pad(civil.hour === 0 ? 24 : civil.hour, count);
      case 'K':
        return pad(civil.hour % 12, count);
      case 'h':
        return pad(civil.hour % 12 === 0 ? 12 : civil.hour % 12, count);
      case 'm':
        return pad(civil.minute, count);
      case 's':
        return pad(civil.second, count);
      case 'S':
        return pad(((instant % 1000) + 1000) % 1000, count);
      case 'z':
        return zoneName(instant, zone, count >= 4);
      case 'Z':
        return offsetText(offsetMinutes(instant, zone), false);
      default: {
        const minutes = offsetMinutes(instant, zone);
        return minutes === 0 ? 'Z' : offsetText(minutes, count >= 3, count === 1);
      }
    }
  };
  return piecesOf(pattern)
    .map((piece) => ('literal' in piece ? piece.literal : text(piece.letter, piece.count)))
    .join('');
}

interface Fields {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  half: number | undefined;
  offset: number | undefined;
}

function readName(
  text: string,
  at: number,
  lists: readonly (readonly string[])[],
): readonly [number, number] | undefined {
  let best: readonly [number, number] | undefined;
  const rest = text.slice(at).toLowerCase();
  for (const list of lists) {
    for (const [index, name] of list.entries()) {
      const length = best?.[1] ?? 0;
      if (name.length > length && rest.startsWith(name.toLowerCase())) best = [index, name.length];
    }
  }
  return best;
}

function readOffset(text: string, at: number): readonly [number, number] | undefined {
  const match = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?|^(?:GMT|UTC|Z)/i.exec(text.slice(at));
  if (!match) return undefined;
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  return [match[1] === '-' ? -minutes : minutes, match[0].length];
}

/**
 * Reads a date as Java's lenient SimpleDateFormat does (reference: utilities/Utilities.parseDate); gives milliseconds
 * since 1970. `now` places two-digit years. Throws ApiError `Unparseable date: "..."`.
 */
export function parseJavaDate(
  text: string,
  timeZone: string,
  pattern: string,
  language: DateLanguage,
  now: number,
): number {
  const zone = zoneOf(timeZone);
  const names = namesOf(language);
  const fields: Fields = {
    year: 1970,
    month: 1,
    day: 1,
    hour: 0,
    minute: 0,
    second: 0,
    millisecond: 0,
    half: undefined,
    offset: undefined,
  };
  const fail = (): never => {
    throw new ApiError(`Unparseable date: "${text}"`);
  };
  let at = 0;
  const pieces = piecesOf(pattern);
  for (const [index, piece] of pieces.entries()) {
    if ('literal' in piece) {
      if (text.startsWith(piece.literal, at)) at += piece.literal.length;
      else fail();
      continue;
    }
    const { letter, count } = piece;
    const follower = pieces[index + 1];
    const adjacent = follower !== undefined && 'letter' in follower;
    const number = (): number => {
      while (text[at] === ' ') at += 1;
      const match = (adjacent ? new RegExp(`^\\d{1,${count}}`) : /^-?\d+/).exec(text.slice(at));
      if (!match) return fail();
      at += match[0].length;
      return Number(match[0]);
    };
    const name = (...lists: readonly (readonly string[])[]): number => {
      const found = readName(text, at, lists);
      if (!found) return fail();
      at += found[1];
      return found[0];
    };
    switch (letter) {
      case 'y':
      case 'Y': {
        const start = at;
        const value = number();
        const short = count <= 2 && at - start === 2;
        fields.year = short ? twoDigitYear(value, now) : value;
        break;
      }
      case 'M':
      case 'L':
        fields.month = count >= 3 ? name(names.months, names.shortMonths) + 1 : number();
        break;
      case 'd':
        fields.day = number();
        break;
      case 'D':
        fields.month = 1;
        fields.day = number();
        break;
      case 'H':
        fields.hour = number();
        break;
      case 'k':
      case 'h': {
        const hour = number();
        fields.hour = hour === (letter === 'k' ? 24 : 12) ? 0 : hour;
        break;
      }
      case 'K':
        fields.hour = number();
        break;
      case 'm':
        fields.minute = number();
        break;
      case 's':
        fields.second = number();
        break;
      case 'S':
        fields.millisecond = number();
        break;
      case 'a':
        fields.half = name(names.halves);
        break;
      case 'E':
        name(names.days, names.shortDays);
        break;
      case 'G':
        name(names.eras);
        break;
      case 'z':
      case 'Z':
      case 'X': {
        const found = readOffset(text, at) ?? namedOffset(text, at);
        if (!found) return fail();
        fields.offset = found[0];
        at += found[1];
        break;
      }
      default:
        number();
    }
  }
  return toInstant(fields, zone);
}

const NAMED_OFFSETS: Readonly<Record<string, number>> = {
  CEST: 120,
  CET: 60,
  EET: 120,
  EEST: 180,
  WET: 0,
  WEST: 60,
  BST: 60,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  JST: 540,
  IST: 330,
};

function namedOffset(text: string, at: number): readonly [number, number] | undefined {
  const word = /^[A-Za-z]+/.exec(text.slice(at))?.[0] ?? '';
  const offset = NAMED_OFFSETS[word.toUpperCase()];
  return offset === undefined ? undefined : [offset, word.length];
}

/** Java puts two-digit years within 80 years before and 20 years after the present. */
function twoDigitYear(value: number, now: number): number {
  const start = new Date(now).getUTCFullYear() - 80;
  const year = start - (start % 100) + value;
  return year < start ? year + 100 : year;
}

function toInstant(fields: Fields, zone: Zone): number {
  const date = new Date(0);
  date.setUTCFullYear(fields.year, fields.month - 1, 1);
  const day = (serialOfDate(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) ?? 0) + fields.day - 1;
  const hour = fields.half === 1 ? (fields.hour % 12) + 12 : fields.hour;
  const seconds = hour * 3600 + fields.minute * 60 + fields.second;
  const serial = day + seconds / 86_400;
  const used: Zone = fields.offset === undefined ? zone : { name: 'GMT', fixed: fields.offset };
  return instantIn(serial, used) + fields.millisecond;
}
