import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addDuration, type Day, formatDay } from '../../src/domain/calendar.ts';
import type { Person } from '../../src/domain/facts.ts';
import type { RuleVersion } from '../../src/domain/rules.ts';
import { isEmployed, isOnLeave } from '../../src/domain/staff.ts';
import { currentPeriod, hasRefresher, periodsOf, validThrough } from '../../src/domain/validity.ts';
import { JAMTLAND_HARJEDALEN } from '../../src/programmes/index.ts';
import { day, personWith, roundWith, rulesOf, staffOf } from './builders.ts';

/** Three years, a refresher in the last six months, 90 %. */
const RULES = rulesOf(JAMTLAND_HARJEDALEN);
const DIPLOMA = '2024-08-31';

function periods(people: readonly Person[], today: string, rules: RuleVersion = RULES): string[] {
  return periodsOf(roundWith({ people }), rules, day(DIPLOMA), day(today)).map(
    ({ from, through }) => `${formatDay(from)}–${through === null ? '' : formatDay(through)}`,
  );
}

const FIRST = '2024-08-31–2027-08-31';
const SECOND = '2027-09-01–2030-09-01';
const on = (refresher: string): Partial<Person> => ({ refresher: day(refresher) });

describe('a diploma of three years', () => {
  test.each<[string, readonly Person[], string, readonly string[]]>([
    ['nobody has done a refresher', staffOf(10), '2027-08-31', [FIRST]],
    ['everyone did it the day before the window opens', staffOf(10, () => on('2027-02-27')), '2027-08-31', [FIRST]],
    ['everyone did it on the day it opens', staffOf(10, () => on('2027-02-28')), '2027-08-31', [FIRST, SECOND]],
    ['everyone does it tomorrow', staffOf(10, () => on('2027-06-02')), '2027-06-01', [FIRST]],
    ['everyone does it today', staffOf(10, () => on('2027-06-01')), '2027-06-01', [FIRST, SECOND]],
    ['eight of ten', staffOf(10, (number) => (number > 2 ? on('2027-06-01') : {})), '2027-08-31', [FIRST]],
    ['nine of ten', staffOf(10, (number) => (number > 1 ? on('2027-06-01') : {})), '2027-08-31', [FIRST, SECOND]],
    ['on the last day', staffOf(10, () => on('2027-08-31')), '2027-12-01', [FIRST, SECOND]],
    ['the day after it, without a gap', staffOf(10, () => on('2027-09-01')), '2027-12-01', [FIRST, SECOND]],
    ['later, from that day on', staffOf(10, () => on('2027-09-02')), '2027-12-01', [FIRST, '2027-09-02–2030-09-02']],
    ['nobody is left', staffOf(10, () => ({ ...on('2027-06-02'), to: day('2027-06-01') })), '2027-12-01', [FIRST]],
  ])('where %s', (_, people, today, expected) => {
    expect(periods(people, today)).toEqual(expected);
  });

  test.each([
    ['2027-06-01', '2027-06-01', [FIRST]],
    ['2027-06-01', '2027-06-02', [FIRST, SECOND]],
    ['2027-08-31', '2027-09-01', [FIRST, SECOND]],
    ['2027-09-01', '2027-09-02', [FIRST, '2027-09-02–2030-09-02']],
  ])('is renewed the day after the last day (%s) of somebody who had not done it', (last, today, expected) => {
    const people = staffOf(10, (number) => (number > 2 ? on('2027-05-01') : { to: day(last) }));
    const staying = people.filter(({ id }) => id !== 'p1');
    expect(periods([personWith('leaving', { to: day(last) }), ...staying], today)).toEqual(expected);
  });

  test('is renewed on the day on which there were enough, though others did it later', () => {
    const people = staffOf(10, (number) =>
      on(number === 1 ? '2027-11-05' : number === 2 ? '2027-09-10' : '2027-09-09'),
    );
    expect(periods(people, '2027-12-01')).toEqual([FIRST, '2027-09-10–2030-09-10']);
  });

  test('counts nobody who is on leave, nor who has not begun', () => {
    const away = { leave: [{ from: day('2027-01-01'), to: null }] };
    const people = staffOf(10, (number) => (number > 2 ? on('2027-06-01') : number === 1 ? away : {}));
    expect(periods(people, '2027-08-31')).toEqual([FIRST]);
    const others = [...people.slice(0, 1), ...people.slice(2), personWith('new', { from: day('2027-06-02') })];
    expect(periods(others, '2027-08-31')).toEqual([FIRST, SECOND]);
  });

  test('is renewed twice by those who did it twice', () => {
    const people = staffOf(10, () => ({ ...on('2030-05-01'), earlierRefreshers: [day('2027-05-01')] }));
    expect(periods(people, '2030-09-01')).toEqual([FIRST, SECOND, '2030-09-02–2033-09-02']);
    expect(periods(people, '2030-04-30')).toEqual([FIRST, SECOND]);
  });

  test('is renewed where only the earlier refresher is on record', () => {
    const people = staffOf(10, () => ({ earlierRefreshers: [day('2027-05-01')] }));
    expect(periods(people, '2027-05-01')).toEqual([FIRST, SECOND]);
  });

  test('is not renewed by a refresher from before the diploma, however long the window', () => {
    const long = { ...RULES, refresher: { window: 'P4Y' as const } };
    expect(
      periods(
        staffOf(10, () => on(DIPLOMA)),
        '2027-08-31',
        long,
      ),
    ).toEqual([FIRST]);
    expect(
      periods(
        staffOf(10, () => on('2024-09-01')),
        '2027-08-31',
        long,
      ),
    ).toEqual([FIRST, SECOND]);
  });

  test.each<[string, Partial<RuleVersion>, readonly string[]]>([
    ['has no refresher', { refresher: null }, [FIRST]],
    ['counts no attendance', { attendance: null }, [FIRST]],
    ['states no end', { validity: null }, ['2024-08-31–']],
  ])('is never renewed where the programme %s', (_, rules, expected) => {
    expect(
      periods(
        staffOf(10, () => on('2027-06-01')),
        '2027-08-31',
        rulesOf(JAMTLAND_HARJEDALEN, rules),
      ),
    ).toEqual(expected);
  });

  test('is renewed on the first day on which a count of that day’s staff gives the share', () => {
    const diploma = day(DIPLOMA);
    const opens = addDuration(addDuration(diploma, 'P3Y'), 'P6M', -1);
    const near = fc.integer({ min: -5, max: 40 }).map((days) => addDays(opens, days));
    const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
    const person = fc.record({
      from: maybe(near),
      to: maybe(near),
      leave: fc.array(fc.record({ from: near, to: maybe(near) }), { maxLength: 1 }),
      refresher: fc.option(near, { nil: null, freq: 8 }),
    });
    const enough = (people: readonly Person[], today: Day): boolean => {
      const staff = people.filter((one) => isEmployed(one, today) && !isOnLeave(one.leave, today, today));
      const done = staff.filter(({ refresher }) => refresher !== null && refresher >= opens && refresher <= today);
      return done.length > 0 && done.length * 10 >= staff.length * 9;
    };
    fc.assert(
      fc.property(fc.array(person, { maxLength: 6 }), fc.integer({ min: -5, max: 50 }), (facts, days) => {
        const people = facts.map((one, index) => personWith(`p${index}`, one));
        const today = addDays(opens, days);
        let renewed = false;
        for (let one = opens; one <= today; one = addDays(one, 1)) renewed ||= enough(people, one);
        expect(periodsOf(roundWith({ people }), RULES, diploma, today)).toHaveLength(renewed ? 2 : 1);
      }),
      { numRuns: 300, seed: 8 },
    );
  });
});

describe('the period that holds', () => {
  const both = [
    { from: day('2024-08-31'), through: day('2027-08-31') },
    { from: day('2027-09-01'), through: day('2030-09-01') },
  ];
  test.each([
    ['2024-08-30', null],
    ['2024-08-31', both[0]],
    ['2027-08-31', both[0]],
    ['2027-09-01', both[1]],
    ['2031-01-01', both[1]],
  ])('on %s', (today, expected) => {
    expect(currentPeriod(both, day(today))).toBe(expected);
  });

  test('ends with the last one', () => {
    expect(validThrough(both)).toBe(day('2030-09-01'));
    expect(validThrough([{ from: day('2024-08-31'), through: null }])).toBeNull();
    expect(validThrough([])).toBeNull();
  });
});

test.each([
  ['2027-03-01', '2027-03-01', false],
  ['2027-03-02', '2027-03-02', true],
  ['2027-02-01', '2027-03-31', true],
  ['2027-03-02', '2027-03-01', false],
  ['2027-03-03', '2027-03-31', false],
  ['2026-03-03', '2026-03-03', true],
  ['2026-03-04', '2027-03-01', false],
])('a refresher of 2026-03-03 and one of 2027-03-02, between %s and %s: %s', (from, through, expected) => {
  const person = personWith('p', { ...on('2027-03-02'), earlierRefreshers: [day('2026-03-03')] });
  expect(hasRefresher(person, day(from), day(through))).toBe(expected);
});
