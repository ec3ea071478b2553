import { describe, expect, it } from 'vitest';
import { civilOf, instantOf, offsetAt, serialOf, serialOfDate } from '../../../scripts/host/sheet/zone.ts';

const STOCKHOLM = 'Europe/Stockholm';

describe('serial dates', () => {
  // The epoch 30 December 1899: developers.google.com/workspace/sheets/api/guides/formats "About date & time values".
  it.each([
    [1899, 12, 30, 0],
    [1900, 1, 1, 2],
    [2025, 10, 6, 45_936],
    [2024, 2, 29, 45_351],
  ])('%i-%i-%i is %i', (year, month, day, serial) => {
    expect(serialOfDate(year, month, day)).toBe(serial);
    expect(civilOf(serial)).toMatchObject({ year, month, day, hour: 0 });
  });

  it.each([
    [2025, 2, 29],
    [2025, 13, 1],
    [2025, 4, 31],
  ])('%i-%i-%i does not exist', (year, month, day) => {
    expect(serialOfDate(year, month, day)).toBeNull();
  });

  it.each([
    ['winter', Date.UTC(2025, 0, 15, 11), 3_600_000],
    ['the last hour of winter time', Date.UTC(2025, 2, 30, 0, 59), 3_600_000],
    ['the first of summer time', Date.UTC(2025, 2, 30, 1), 7_200_000],
    ['the last of summer time', Date.UTC(2025, 9, 26, 0, 59), 7_200_000],
    ['the first of winter time', Date.UTC(2025, 9, 26, 1), 3_600_000],
  ])('knows the offset of Stockholm in %s', (_when, instant, offset) => {
    expect(offsetAt(instant, STOCKHOLM)).toBe(offset);
  });

  it.each([STOCKHOLM, 'America/Los_Angeles', 'Pacific/Auckland', 'Asia/Kolkata', 'UTC'])(
    'come back to the same instant in %s',
    (zone) => {
      for (let instant = Date.UTC(2025, 0, 1); instant < Date.UTC(2026, 0, 1); instant += 7 * 3_600_000) {
        const back = instantOf(serialOf(instant, zone), zone);
        const doubled = Math.abs(back - instant) === 3_600_000 && serialOf(back, zone) === serialOf(instant, zone);
        expect(back === instant || doubled).toBe(true);
      }
    },
  );

  it('read a time that the clock skips in spring as the hour after', () => {
    const serial = (serialOfDate(2025, 3, 30) ?? 0) + 2.5 / 24;
    expect(new Date(instantOf(serial, STOCKHOLM)).toISOString()).toBe('2025-03-30T01:30:00.000Z');
  });

  it('read a doubled time in autumn as the first of the two', () => {
    const serial = (serialOfDate(2025, 10, 26) ?? 0) + 2.5 / 24;
    expect(new Date(instantOf(serial, STOCKHOLM)).toISOString()).toBe('2025-10-26T00:30:00.000Z');
  });
});
