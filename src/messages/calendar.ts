/** Calendar files for occasions (RFC 5545), small enough to read: one event a file, in Stockholm's time. */
import { addDays, type Day, formatDay } from '../domain/calendar.ts';
import { TIME_ZONE } from './default-texts.ts';

export interface CalendarEvent {
  /** The same for every file about the occasion, so that a calendar knows it again. */
  readonly uid: string;
  /** Higher for each change that is sent. */
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly day: Day;
  /** Minutes after midnight; null = the whole day. */
  readonly minute: number | null;
  readonly durationMinutes: number;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  /** Whom to ask; empty = nobody is named. */
  readonly organiserName: string;
  readonly organiserEmail: string;
  /** The day the file is written. */
  readonly written: Day;
}

const LINE_OCTETS = 75;

function escaped(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[;,]/g, '\\$&')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '');
}

/** A quoted parameter value can hold neither quotes nor control characters. */
const parameter = (text: string): string => `"${text.replace(/["\p{Cc}\p{Cf}\p{Cs}]/gu, '')}"`;

const octets = (character: string): number => encodeURIComponent(character).replace(/%../g, '.').length;

/** Lines longer than 75 octets go on after a line break and a space, never within a character. */
function folded(line: string): string {
  let out = '';
  let length = 0;
  for (const character of line) {
    const size = octets(character);
    if (length + size > LINE_OCTETS) {
      out += '\r\n ';
      length = 1;
    }
    out += character;
    length += size;
  }
  return out;
}

const dateDigits = (day: Day): string => formatDay(day).replace(/-/g, '');

function localTime(day: Day, minute: number): string {
  const date = addDays(day, Math.floor(minute / 1440));
  const rest = minute % 1440;
  return `${dateDigits(date)}T${String(Math.floor(rest / 60)).padStart(2, '0')}${String(rest % 60).padStart(2, '0')}00`;
}

function times({ day, minute, durationMinutes }: CalendarEvent): string[] {
  if (minute === null)
    return [`DTSTART;VALUE=DATE:${dateDigits(day)}`, `DTEND;VALUE=DATE:${dateDigits(addDays(day, 1))}`];
  const zone = 'TZID=Europe/Stockholm';
  return [`DTSTART;${zone}:${localTime(day, minute)}`, `DTEND;${zone}:${localTime(day, minute + durationMinutes)}`];
}

/** The file's text, with CRLF. METHOD is CANCEL for what is cancelled, else PUBLISH: nobody is asked to reply. */
export function calendarFile(event: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Diplomering//Utbildningsträffar//SV',
    'CALSCALE:GREGORIAN',
    `METHOD:${event.cancelled ? 'CANCEL' : 'PUBLISH'}`,
    ...TIME_ZONE,
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${dateDigits(event.written)}T000000Z`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...times(event),
    `SUMMARY:${escaped(event.summary)}`,
  ];
  if (event.location !== '') lines.push(`LOCATION:${escaped(event.location)}`);
  if (event.description !== '') lines.push(`DESCRIPTION:${escaped(event.description)}`);
  if (event.organiserEmail !== '') {
    const name = event.organiserName === '' ? '' : `;CN=${parameter(event.organiserName)}`;
    lines.push(`ORGANIZER${name}:mailto:${event.organiserEmail}`);
  }
  lines.push('END:VEVENT', 'END:VCALENDAR');
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
