import { expect, test } from 'vitest';
import type { Duration } from '../../src/domain/calendar.ts';
import {
  capitalized,
  dayInWords,
  durationInWords,
  listInWords,
  numberInWords,
  timeInWords,
} from '../../src/domain/swedish.ts';
import { day } from './builders.ts';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a och b'],
  [['a', 'b', 'c'], 'a, b och c'],
])('%j is listed as "%s"', (items, text) => expect(listInWords(items)).toBe(text));

test('numbers up to twelve are written in letters', () => {
  const numbers = Array.from({ length: 14 }, (_, number) => numberInWords(number)).join(' ');
  expect(numbers).toBe('noll en två tre fyra fem sex sju åtta nio tio elva tolv 13');
});

test('days are written with the month in letters', () => {
  const days = Array.from({ length: 12 }, (_, month) => {
    const number = String(month + 1).padStart(2, '0');
    return dayInWords(day(`2025-${number}-${number}`));
  });
  expect(days.join(', ')).toBe(
    '1 januari 2025, 2 februari 2025, 3 mars 2025, 4 april 2025, 5 maj 2025, 6 juni 2025, 7 juli 2025, ' +
      '8 augusti 2025, 9 september 2025, 10 oktober 2025, 11 november 2025, 12 december 2025',
  );
});

test.each([
  [0, 'kl. 00.00'],
  [9 * 60 + 5, 'kl. 09.05'],
  [13 * 60, 'kl. 13.00'],
  [23 * 60 + 59, 'kl. 23.59'],
])('minute %i of a day is written "%s", which never breaks over two lines', (minute, text) =>
  expect(timeInWords(minute)).toBe(text.replace(' ', '\u00a0')),
);

test.each<[Duration, string]>([
  ['P1D', '1 dag'],
  ['P14D', '14 dagar'],
  ['P1W', '1 vecka'],
  ['P12W', '12 veckor'],
  ['P1M', '1 månad'],
  ['P6M', '6 månader'],
  ['P1Y', '1 år'],
  ['P11Y', '11 år'],
])('%s is written "%s"', (duration, text) => expect(durationInWords(duration)).toBe(text));

test('a sentence begins with a capital letter, in Swedish ones too', () => {
  expect(['planen', 'åtta', 'Ö', ''].map(capitalized)).toEqual(['Planen', 'Åtta', 'Ö', '']);
});
