/** How people write a rule's value, read into the rules' own types. Null = it cannot be read. */
import { type Duration, isDuration } from '../domain/calendar.ts';
import type { AttendanceCount, HeadCount } from '../domain/rules.ts';
import type { Fraction } from '../domain/share.ts';

const PERCENT = /^(\d{1,3})(?:[.,](\d{1,3}))?\s*%$/;
const NUMBER = /^(\d{1,3})(?:[.,](\d{1,6}))?$/;
const PARTS = /^(\d{1,4})\s*(?:\/|av)\s*(\d{1,4})$/;
const WORDED_DURATION = /^(\d{1,4})\s*(dag|dagar|vecka|veckor|månad|månader|år)$/;

const UNITS: Readonly<Record<string, 'D' | 'W' | 'M' | 'Y'>> = {
  dag: 'D',
  dagar: 'D',
  vecka: 'W',
  veckor: 'W',
  månad: 'M',
  månader: 'M',
  år: 'Y',
};

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

function reduced(numerator: number, denominator: number): Fraction | null {
  if (numerator <= 0 || numerator > denominator) return null;
  let [larger, smaller] = [denominator, numerator];
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
  return { numerator: numerator / larger, denominator: denominator / larger };
}

/**
 * "95 %", "92,5 %", "9/10", "9 av 10", and 0.95 as a cell with a per cent format gives it. More than nothing, at most all. A bare number above
 * one is refused: 95 could be meant as per cent or as a slip.
 */
export function readShare(text: string): Fraction | null {
  const value = tidy(text);
  const percent = PERCENT.exec(value);
  if (percent) {
    const decimals = percent[2] ?? '';
    return reduced(Number(`${percent[1]}${decimals}`), 100 * 10 ** decimals.length);
  }
  const parts = PARTS.exec(value);
  if (parts) return reduced(Number(parts[1]), Number(parts[2]));
  const number = NUMBER.exec(value);
  if (!number) return null;
  const decimals = number[2] ?? '';
  return reduced(Number(`${number[1]}${decimals}`), 10 ** decimals.length);
}

/** "P8W", "8 veckor", "6 månader", "3 år". At least one, at most a hundred years. */
export function readDuration(text: string): Duration | null {
  const value = tidy(text);
  const worded = WORDED_DURATION.exec(value);
  const unit = worded ? UNITS[worded[2] ?? ''] : undefined;
  const duration = worded && unit ? `P${Number(worded[1])}${unit}` : value.toUpperCase();
  if (!isDuration(duration)) return null;
  const amount = Number(duration.slice(1, -1));
  return amount >= 1 && amount <= (LONGEST[duration.slice(-1)] ?? 0) ? duration : null;
}

const LONGEST: Readonly<Record<string, number>> = { D: 9999, W: 5200, M: 1200, Y: 100 };

/** "ingen", "inget", "nej", "-": the rule is taken away. */
export function isNone(text: string): boolean {
  return ['ingen', 'inget', 'inga', 'nej', '-', '–'].includes(tidy(text));
}

export function readYesNo(text: string): boolean | null {
  const value = tidy(text);
  if (['ja', 'sant', 'true', 'på', 'x', '1'].includes(value)) return true;
  return ['nej', 'falskt', 'false', 'av', '0'].includes(value) ? false : null;
}

export function readCount(text: string): AttendanceCount | null {
  switch (tidy(text)) {
    case 'same-people':
    case 'samma personer':
      return 'same-people';
    case 'each-session':
    case 'varje träff':
      return 'each-session';
    default:
      return null;
  }
}

export function readHeadCount(text: string): HeadCount | null {
  switch (tidy(text)) {
    case 'first-session':
    case 'första träffen':
      return 'first-session';
    case 'last-session':
    case 'sista träffen':
      return 'last-session';
    case 'decision':
    case 'beslutet':
      return 'decision';
    default:
      return null;
  }
}
