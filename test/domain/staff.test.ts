import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/domain/calendar.ts';
import type { Period } from '../../src/domain/facts.ts';
import { hasEarlierDiploma, isCounted, isDone, isEmployed, isOnLeave, staffChanges } from '../../src/domain/staff.ts';
import { day, personWith } from './builders.ts';

const period = (from: string, to: string | null = null): Period => ({
  from: day(from),
  to: to === null ? null : day(to),
});

describe('employed', () => {
  test.each<[string, string | null, string | null, boolean]>([
    ['since before, and still', null, null, true],
    ['from the day before', '2025-10-05', null, true],
    ['from the day', '2025-10-06', null, true],
    ['from the day after', '2025-10-07', null, false],
    ['to the day before', null, '2025-10-05', false],
    ['to the day', null, '2025-10-06', true],
    ['to the day after', null, '2025-10-07', true],
    ['on that one day', '2025-10-06', '2025-10-06', true],
  ])('on 6 October: %s', (_, from, to, expected) => {
    const person = personWith('p', { from: from === null ? null : day(from), to: to === null ? null : day(to) });
    expect(isEmployed(person, day('2025-10-06'))).toBe(expected);
  });
});

describe('on leave over the whole of 6–10 October', () => {
  test.each<[string, readonly Period[], boolean]>([
    ['no leave', [], false],
    ['exactly those days', [period('2025-10-06', '2025-10-10')], true],
    ['a day too late', [period('2025-10-07', '2025-10-10')], false],
    ['a day too short', [period('2025-10-06', '2025-10-09')], false],
    ['without an end', [period('2025-10-06')], true],
    ['without an end, from a day too late', [period('2025-10-07')], false],
    ['two that follow on each other', [period('2025-10-01', '2025-10-07'), period('2025-10-08', '2025-10-20')], true],
    ['two in the other order', [period('2025-10-08', '2025-10-20'), period('2025-10-01', '2025-10-07')], true],
    ['two with a day between', [period('2025-10-01', '2025-10-07'), period('2025-10-09', '2025-10-20')], false],
    ['two that overlap', [period('2025-10-01', '2025-10-08'), period('2025-10-07', '2025-10-10')], true],
    ['one of a single day on the first', [period('2025-10-06', '2025-10-06')], false],
    ['one that had ended', [period('2025-09-01', '2025-10-05')], false],
    [
      'three that follow, the last without an end',
      [period('2025-10-09'), period('2025-10-07', '2025-10-08'), period('2025-10-06', '2025-10-06')],
      true,
    ],
  ])('%s: %s', (_, leave, expected) => {
    expect(isOnLeave(leave, day('2025-10-06'), day('2025-10-10'))).toBe(expected);
  });

  test('on a single day', () => {
    const leave = [period('2025-10-06', '2025-10-06')];
    const on = (text: string): boolean => isOnLeave(leave, day(text), day(text));
    expect([on('2025-10-05'), on('2025-10-06'), on('2025-10-07')]).toEqual([false, true, false]);
  });
});

describe('counted: there on 6 October and on the decision, 1 December, and not away from 6 October to 3 November', () => {
  const days = {
    on: day('2025-10-06'),
    decision: day('2025-12-01'),
    from: day('2025-10-06'),
    through: day('2025-11-03'),
  };
  test.each<[string, Parameters<typeof personWith>[1], boolean]>([
    ['somebody who was there all the time', {}, true],
    ['hired on the day', { from: day('2025-10-06') }, true],
    ['hired the day after', { from: day('2025-10-07') }, false],
    ['left on the day of the decision', { to: day('2025-12-01') }, true],
    ['left the day before', { to: day('2025-11-30') }, false],
    ['on leave all the time', { leave: [period('2025-10-06', '2025-11-03')] }, false],
    ['on leave but for the last day', { leave: [period('2025-10-06', '2025-11-02')] }, true],
  ])('%s: %s', (_, facts, expected) => {
    expect(isCounted(personWith('p', facts), days)).toBe(expected);
  });

  test('where the count comes after the decision, whoever has left before the count is not in it', () => {
    const late = { ...days, on: day('2025-12-10') };
    expect(isCounted(personWith('p', { to: day('2025-12-09') }), late)).toBe(false);
    expect(isCounted(personWith('p', { to: day('2025-12-10') }), late)).toBe(true);
  });
});

test('comes, goes and returns on these days', () => {
  const person = personWith('p', {
    from: day('2025-01-07'),
    to: day('2025-12-31'),
    leave: [period('2025-03-01', '2025-03-31'), period('2025-06-01')],
  });
  expect(staffChanges(person).map(formatDay)).toEqual([
    '2025-01-07',
    '2026-01-01',
    '2025-03-01',
    '2025-04-01',
    '2025-06-01',
  ]);
  expect(staffChanges(personWith('q'))).toEqual([]);
});

test.each([
  [null, false],
  [2024, true],
  [2025, true],
  [2026, false],
])('a diploma from %s counts in 2025: %s', (earlierDiploma, expected) => {
  expect(hasEarlierDiploma(personWith('p', { earlierDiploma }), 2025)).toBe(expected);
});

test('done is what has a date that has come', () => {
  const on = day('2025-10-06');
  expect([isDone(null, on), isDone(day('2025-10-07'), on), isDone(on, on), isDone(day('2025-10-05'), on)]).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
