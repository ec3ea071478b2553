/** Small Swedish forms that sentences are put together from. */
import { civilDate, type Day, type Duration } from './calendar.ts';

const MONTHS = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];

const NUMBERS = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];

/** "16 december 2025" */
export function dayInWords(day: Day): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
}

/** "kl. 13.00", with a no-break space */
export function timeInWords(minute: number): string {
  return `kl.\u00a0${String(Math.floor(minute / 60)).padStart(2, '0')}.${String(minute % 60).padStart(2, '0')}`;
}

const UNITS: Readonly<Record<string, readonly [one: string, more: string]>> = {
  D: ['dag', 'dagar'],
  W: ['vecka', 'veckor'],
  M: ['månad', 'månader'],
  Y: ['år', 'år'],
};

/** "12 veckor", "1 år" */
export function durationInWords(duration: Duration): string {
  const amount = duration.slice(1, -1);
  return `${amount} ${UNITS[duration.slice(-1)]?.[amount === '1' ? 0 : 1]}`;
}

/** Up to twelve in words, as Swedish writing rules have it. */
export function numberInWords(number: number): string {
  return NUMBERS[number] ?? String(number);
}

/** "a", "a och b", "a, b och c" */
export function listInWords(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined) return '';
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} och ${last}`;
}

export function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
}
