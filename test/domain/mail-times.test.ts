import { describe, expect, test } from 'vitest';
import {
  formatStamp,
  isOfficeTime,
  nextOfficeHour,
  nextWorkingMorning,
  parseStamp,
  type Stamp,
} from '../../src/domain/mail-times.ts';

function stamp(text: string): Stamp {
  const found = parseStamp(text);
  if (found === null) throw new Error(`${text} is no time`);
  return found;
}

describe('a time as text', () => {
  test.each(['2025-10-06T07:00', '2025-12-31T23:59', '1969-12-31T00:05', '2024-02-29T12:30'])(
    '%s comes back',
    (text) => {
      expect(formatStamp(stamp(text))).toBe(text);
    },
  );

  test('may have a space, as a spreadsheet writes it', () => {
    expect(stamp('2025-10-06 07:05')).toBe(stamp('2025-10-06T07:05'));
  });

  test.each([
    '',
    '2025-10-06',
    '2025-10-06T24:00',
    '2025-10-06T23:60',
    '2025-02-29T12:00',
    '2025-10-06T7:00',
    '2025-10-06T07:00:00',
    'x2025-10-06T07:00',
  ])('%s is none', (text) => {
    expect(parseStamp(text)).toBeNull();
  });
});

// 6 October 2025 is a Monday.
describe('weekdays 07–17', () => {
  test.each([
    ['2025-10-06T06:59', false],
    ['2025-10-06T07:00', true],
    ['2025-10-06T17:00', true],
    ['2025-10-06T17:01', false],
    ['2025-10-10T12:00', true],
    ['2025-10-11T12:00', false],
    ['2025-10-12T12:00', false],
  ])('%s: %s', (text, expected) => {
    expect(isOfficeTime(stamp(text))).toBe(expected);
  });
});

describe('the first full hour of the office', () => {
  test.each([
    ['2025-10-06T00:00', '2025-10-06T07:00'],
    ['2025-10-06T07:00', '2025-10-06T07:00'],
    ['2025-10-06T07:01', '2025-10-06T08:00'],
    ['2025-10-06T16:01', '2025-10-06T17:00'],
    ['2025-10-06T17:00', '2025-10-06T17:00'],
    ['2025-10-06T17:01', '2025-10-07T07:00'],
    ['2025-10-06T23:30', '2025-10-07T07:00'],
    ['2025-10-10T17:01', '2025-10-13T07:00'],
    ['2025-10-11T12:00', '2025-10-13T07:00'],
    ['2025-10-12T23:59', '2025-10-13T07:00'],
    ['2025-12-31T18:00', '2026-01-01T07:00'],
  ])('from %s is %s', (from, expected) => {
    expect(formatStamp(nextOfficeHour(stamp(from)))).toBe(expected);
  });
});

describe('the next working morning', () => {
  test.each([
    ['2025-10-06T06:59', '2025-10-06T07:00'],
    ['2025-10-06T07:00', '2025-10-06T07:00'],
    ['2025-10-06T07:01', '2025-10-07T07:00'],
    ['2025-10-10T16:45', '2025-10-13T07:00'],
    ['2025-10-11T05:00', '2025-10-13T07:00'],
  ])('from %s is %s', (from, expected) => {
    expect(formatStamp(nextWorkingMorning(stamp(from)))).toBe(expected);
  });
});
