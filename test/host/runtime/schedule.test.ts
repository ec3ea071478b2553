import { describe, expect, it } from 'vitest';
import { momentOf } from '../../../scripts/host/runtime/local-time.ts';
import { nextFiring, type Schedule } from '../../../scripts/host/runtime/schedule.ts';

const ZONE = 'Europe/Stockholm';
const at = (time: string) => momentOf(time, ZONE);
const local = (moment: number | undefined) =>
  moment === undefined
    ? 'never'
    : new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: ZONE }).format(moment);

const NIGHTLY: Schedule = { type: 'days', every: 1, hour: 4, minute: 17, timeZone: ZONE };

describe('the next firing of a clock trigger', () => {
  it.each<[string, Schedule, string, string | undefined, string]>([
    ['before the time of day, today', NIGHTLY, '2025-09-01T04:16', undefined, '2025-09-01 04:17'],
    ['at the time of day, tomorrow', NIGHTLY, '2025-09-01T04:17', undefined, '2025-09-02 04:17'],
    ['across the change to winter time', NIGHTLY, '2025-10-25T04:17', '2025-10-25T04:17', '2025-10-26 04:17'],
    ['across the change to summer time', NIGHTLY, '2026-03-28T04:17', '2026-03-28T04:17', '2026-03-29 04:17'],
    [
      'at an hour that the clocks skip, as much later',
      { ...NIGHTLY, hour: 2, minute: 30 },
      '2026-03-28T12:00',
      undefined,
      '2026-03-29 03:30',
    ],
    [
      'every second day from the last time',
      { ...NIGHTLY, every: 2 },
      '2025-09-01T04:17',
      '2025-09-01T04:17',
      '2025-09-03 04:17',
    ],
    ['the next full hour', { type: 'hours', every: 1 }, '2025-09-01T08:00', undefined, '2025-09-01 09:00'],
    [
      'six hours after the last time',
      { type: 'hours', every: 6 },
      '2025-09-01T09:00',
      '2025-09-01T09:00',
      '2025-09-01 15:00',
    ],
    ['the next multiple of minutes', { type: 'minutes', every: 15 }, '2025-09-01T08:07', undefined, '2025-09-01 08:15'],
    [
      'the next Monday',
      { type: 'weeks', every: 1, weekday: 1, hour: 7, minute: 0, timeZone: ZONE },
      '2025-09-02T08:00',
      undefined,
      '2025-09-08 07:00',
    ],
    [
      'the same Monday, earlier',
      { type: 'weeks', every: 1, weekday: 1, hour: 7, minute: 0, timeZone: ZONE },
      '2025-09-01T06:59',
      undefined,
      '2025-09-01 07:00',
    ],
    [
      'two weeks after the last time',
      { type: 'weeks', every: 2, weekday: 1, hour: 7, minute: 0, timeZone: ZONE },
      '2025-09-01T07:00',
      '2025-09-01T07:00',
      '2025-09-15 07:00',
    ],
    [
      'the day of the month',
      { type: 'month', day: 1, hour: 0, minute: 0, timeZone: ZONE },
      '2025-12-01T00:00',
      undefined,
      '2026-01-01 00:00',
    ],
    [
      'the last day of a shorter month',
      { type: 'month', day: 31, hour: 5, minute: 0, timeZone: ZONE },
      '2026-02-01T00:00',
      undefined,
      '2026-02-28 05:00',
    ],
    [
      'a moment to come',
      { type: 'once', at: at('2025-09-01T10:00') },
      '2025-09-01T09:59',
      undefined,
      '2025-09-01 10:00',
    ],
    [
      'never again after the moment',
      { type: 'once', at: at('2025-09-01T10:00') },
      '2025-09-01T10:00',
      undefined,
      'never',
    ],
  ])('is %s', (_, schedule, after, last, expected) => {
    expect(local(nextFiring(schedule, at(after), last === undefined ? undefined : at(last)))).toBe(expected);
  });
});

describe('a local time', () => {
  it.each([
    ['2025-09-01', '2025-08-31T22:00:00.000Z'],
    ['2025-09-01T08:00', '2025-09-01T06:00:00.000Z'],
    ['2025-12-01 08:00:30', '2025-12-01T07:00:30.000Z'],
    ['2025-09-01T08:00:00Z', '2025-09-01T08:00:00.000Z'],
  ])('%s is %s', (text, iso) => {
    expect(new Date(at(text)).toISOString()).toBe(iso);
  });

  it.each(['2025-02-30', '2025-09-01T8', 'tomorrow'])('%s is refused', (text) => {
    expect(() => at(text)).toThrow(RangeError);
  });
});
