/** Days and times as a letter has them. No Intl: the same words on every machine. */
import { type Day, weekday } from '../domain/calendar.ts';
import { dayInWords, numberInWords, timeInWords } from '../domain/swedish.ts';

const WEEKDAYS = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'] as const;

/** "tisdag 16 december 2025" */
export function dateInWords(day: Day): string {
  return `${WEEKDAYS[weekday(day) - 1]} ${dayInWords(day)}`;
}

/** "tisdag 16 december 2025 kl. 13.00"; without the time where none is set. */
export function momentInWords(day: Day, minute: number | null): string {
  return minute === null ? dateInWords(day) : `${dateInWords(day)} ${timeInWords(minute)}`;
}

/** "en dag", "14 dagar" */
export function daysInWords(days: number): string {
  return days === 1 ? 'en dag' : `${numberInWords(days)} dagar`;
}
