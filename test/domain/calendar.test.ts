import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addDuration,
  addMonths,
  byDay,
  civilDate,
  type Day,
  type Duration,
  dayOf,
  earliestOf,
  formatDay,
  isDuration,
  laterOf,
  parseDay,
  weekday,
} from '../../src/domain/calendar.ts';
import { day } from './builders.ts';

const FIRST = dayOf(2000, 1, 1);
const CYCLE = 146_097;

const plain = (on: Day): Temporal.PlainDate => Temporal.PlainDate.from('1970-01-01').add({ days: on });
const anyDay = fc
  .integer({ min: dayOf(1900, 1, 1), max: dayOf(2300, 12, 31) })
  .map((value) => addDays(dayOf(1970, 1, 1), value));

describe('every day of the 400-year cycle', () => {
  test('has the date, the weekday and the text that Temporal gives it', () => {
    let oracle = plain(FIRST);
    for (let index = 0; index < CYCLE; index++) {
      const on = addDays(FIRST, index);
      const { year, month, day: dayOfMonth } = civilDate(on);
      const text = oracle.toString();
      if (
        formatDay(on) !== text ||
        parseDay(text) !== on ||
        dayOf(year, month, dayOfMonth) !== on ||
        weekday(on) !== oracle.dayOfWeek
      ) {
        expect.fail(`${text} is read as ${formatDay(on)}, weekday ${weekday(on)}`);
      }
      oracle = oracle.add({ days: 1 });
    }
    expect(oracle.toString()).toBe('2400-01-01');
  });

  test.each([1, 6, 12, 18, 36, -6])(
    'plus %i months is what Temporal gives, the last day of the month where it has no such day',
    (months) => {
      let oracle = plain(FIRST);
      for (let index = 0; index < CYCLE; index++) {
        const sum = addMonths(addDays(FIRST, index), months);
        const expected = oracle.add({ months });
        const { year, month, day: dayOfMonth } = civilDate(sum);
        if (year !== expected.year || month !== expected.month || dayOfMonth !== expected.day) {
          expect.fail(`${oracle} plus ${months} months is ${expected}, not ${formatDay(sum)}`);
        }
        oracle = oracle.add({ days: 1 });
      }
    },
  );
});

describe('durations', () => {
  test.each([
    ['2025-08-31', 'P6M', 1, '2026-02-28'],
    ['2027-08-31', 'P6M', 1, '2028-02-29'],
    ['2024-02-29', 'P1Y', 1, '2025-02-28'],
    ['2024-02-29', 'P1Y', 4, '2028-02-29'],
    ['2024-02-29', 'P3Y', 1, '2027-02-28'],
    ['2025-10-20', 'P12W', 1, '2026-01-12'],
    ['2025-03-24', 'P1W', 1, '2025-03-31'],
    ['2025-12-31', 'P1D', 1, '2026-01-01'],
    ['2027-08-31', 'P6M', -1, '2027-02-28'],
    ['2025-01-31', 'P1M', 13, '2026-02-28'],
  ] as const)('%s plus %s, %i times, is %s', (from, duration, times, expected) => {
    expect(formatDay(addDuration(day(from), duration, times))).toBe(expected);
  });

  test('agree with Temporal for any date, length and number of times, and never build up in a chain', () => {
    const units = { D: 'days', W: 'weeks', M: 'months', Y: 'years' } as const;
    const unit = fc.constantFrom<keyof typeof units>('D', 'W', 'M', 'Y');
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 60 }),
        unit,
        fc.integer({ min: -5, max: 5 }),
        (from, amount, letter, times) => {
          const duration: Duration = `P${amount}${letter}`;
          const expected = plain(from).add({ [units[letter]]: amount * times });
          expect(formatDay(addDuration(from, duration, times))).toBe(expected.toString());
        },
      ),
    );
  });

  test.each(['P8W', 'P14D', 'P6M', 'P3Y', 'P9999D'])('%s is one', (text) => expect(isDuration(text)).toBe(true));
  test.each(['', 'P', '8W', 'P8', 'PT8H', 'P1Y6M', 'P-1D', 'P1.5Y', 'p8w', 'P12345D', 'xP8W', 'P8Wx'])(
    '"%s" is none',
    (text) => expect(isDuration(text)).toBe(false),
  );
});

describe('dates that do not exist', () => {
  test.each([
    '2025-02-29',
    '2025-00-10',
    '2025-13-01',
    '2025-04-31',
    '2025-10-00',
    '2025-1-1',
    '20250101',
    '12025-10-06',
    '2025-10-061',
    '2100-02-29',
    '',
  ])('%s is none', (text) => expect(parseDay(text)).toBeNull());
  test.each(['2024-02-29', '2000-02-29', '2025-12-31', '0001-01-01'])('%s is one', (text) => {
    const read = parseDay(text);
    expect(read === null ? null : formatDay(read)).toBe(text);
  });
});

test('of two days one is the earlier and one the later, also where they are the same', () => {
  const [first, second] = [day('2025-10-06'), day('2025-10-07')];
  expect([earliestOf(first, second), earliestOf(second, first), earliestOf(first, first)]).toEqual([
    first,
    first,
    first,
  ]);
  expect([earliestOf(first, null), earliestOf(null, first), earliestOf(null, null)]).toEqual([first, first, null]);
  expect([laterOf(first, second), laterOf(second, first), laterOf(first, first)]).toEqual([second, second, first]);
});

test('what has no day is sorted last, and what comes first in time stands first', () => {
  const [first, second] = [day('2025-10-06'), day('2025-10-07')];
  expect([null, second, undefined, first].sort(byDay)).toEqual([first, second, null, undefined]);
  expect(byDay(first, first)).toBe(0);
});
