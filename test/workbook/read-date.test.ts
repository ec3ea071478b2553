import { describe, expect, it } from 'vitest';
import { formatDay } from '../../src/domain/calendar.ts';
import { readDay, readDays, readMoment, readPeriods } from '../../src/workbook/read-date.ts';

const shown = (cell: string | number | boolean): string | null | undefined => {
  const day = readDay(cell);
  return day === null || day === undefined ? day : formatDay(day);
};

describe('a date is read in every way that people write it', () => {
  it.each([
    ['2025-10-06'],
    ['2025-10-6'],
    ['2025-10-06T13:00'],
    ['2025-10-06 13:00'],
    ['6/10 2025'],
    ['6/10-2025'],
    ['06/10/2025'],
    ['6.10.2025'],
    ['06-10-2025'],
    ['6 okt 2025'],
    ['6 okt. 2025'],
    ['6 oktober 2025'],
    ['6:e oktober 2025'],
    ['den 6 oktober 2025'],
    ['måndag 6 oktober 2025'],
    ['Måndagen den 6 oktober 2025'.replace('Måndagen', 'Måndag')],
    ['  6\u00a0OKT\u202f2025 '],
    ['20251006'],
    ['251006'],
    [20251006],
    [45936],
    ['2025/10/06'],
    ['2025.10.06'],
    ['6 oktober 2025 kl. 13.00'],
  ])('%j', (cell) => {
    expect(shown(cell)).toBe('2025-10-06');
  });

  it.each([
    ['2025-02-30'],
    ['6/10'],
    ['okt 2025'],
    ['13/13 2025'],
    ['0025-10-06'],
    ['2225-10-06'],
    ['snart'],
    [true],
    [3],
    [-1],
    [99999999],
    ['2025-10-06–2025-10-08'],
    ['=A1'],
    ['29 februari 2025'],
  ])('%j cannot be read', (cell) => {
    expect(shown(cell)).toBeUndefined();
  });

  it.each([[''], ['  '], [false], ['\u00a0']])('%j is blank', (cell) => {
    expect(shown(cell)).toBeNull();
  });
});

describe('a time of day stands after the date', () => {
  it.each([
    ['2025-10-06T13:00', 780],
    ['2025-10-06 13.05', 785],
    ['6 okt 2025 kl 9', 540],
    ['6/10 2025 kl. 08:30', 510],
    ['2025-10-06', null],
    [45936.5, 720],
  ])('%j', (cell, minute) => {
    expect(readMoment(cell)).toEqual({ day: readDay('2025-10-06'), minute });
  });

  it.each([['2025-10-06 25:00'], ['13:00'], ['2025-10-06 13:75']])('%j cannot be read', (cell) => {
    expect(readMoment(cell)).toBeUndefined();
  });
});

describe('several days in one cell', () => {
  it.each([
    ['', []],
    [false, []],
    [45936, ['2025-10-06']],
    ['2025-10-06', ['2025-10-06']],
    ['måndag, 6 oktober 2025', ['2025-10-06']],
    ['2025-10-06; 2028-09-01', ['2025-10-06', '2028-09-01']],
    ['2025-10-06, 2028-09-01;', ['2025-10-06', '2028-09-01']],
    ['6/10 2025 och 1 sept 2028', ['2025-10-06', '2028-09-01']],
    ['2028-09-01\n2025-10-06', ['2028-09-01', '2025-10-06']],
  ])('%j', (cell, expected) => {
    expect(readDays(cell)?.map(formatDay)).toEqual(expected);
  });

  it.each([['2025-10-06; snart'], ['2025-02-29; 2028-09-01'], [true], ['ja']])('%j cannot be read', (cell) => {
    expect(readDays(cell)).toBeUndefined();
  });
});

describe('periods of leave', () => {
  const read = (cell: string): unknown =>
    readPeriods(cell)?.map((period) => [formatDay(period.from), period.to === null ? null : formatDay(period.to)]);

  it.each([
    ['2025-10-01–2025-12-31', [['2025-10-01', '2025-12-31']]],
    ['2025-10-01 - 2025-12-31', [['2025-10-01', '2025-12-31']]],
    ['2025-10-01-2025-12-31', [['2025-10-01', '2025-12-31']]],
    ['2025-10-01/2025-12-31', [['2025-10-01', '2025-12-31']]],
    ['1/10 2025 – 31/12 2025', [['2025-10-01', '2025-12-31']]],
    ['från 1 okt 2025 till 31 dec 2025', [['2025-10-01', '2025-12-31']]],
    ['2025-10-01 t.o.m. 2025-12-31', [['2025-10-01', '2025-12-31']]],
    ['2025-10-01 till och med 2025-12-31', [['2025-10-01', '2025-12-31']]],
    ['2025-10-01–', [['2025-10-01', null]]],
    [
      '2025-10-01–2025-10-31; 2026-01-01–2026-01-02',
      [
        ['2025-10-01', '2025-10-31'],
        ['2026-01-01', '2026-01-02'],
      ],
    ],
    ['', []],
    ['2025-10-01–2025-10-01', [['2025-10-01', '2025-10-01']]],
  ])('%j', (cell, expected) => {
    expect(read(cell)).toEqual(expected);
  });

  it.each([['2025-10-02–2025-10-01'], ['hela hösten'], ['2025-10-01'], ['–2025-10-01']])(
    '%j cannot be read',
    (cell) => {
      expect(read(cell)).toBeUndefined();
    },
  );
});
