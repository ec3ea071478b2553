import { describe, expect, it } from 'vitest';
import { localeOf } from '../../../scripts/host/sheet/locale.ts';
import { parseTyped } from '../../../scripts/host/sheet/typed.ts';
import { sheetOf, shown } from './books.ts';

const swedish = { locale: localeOf('sv_SE'), year: 2025 };
const english = { locale: localeOf('en_US'), year: 2025 };
const DAY = 45_936;

describe('text typed in a Swedish sheet', () => {
  it.each<[string, number, string | null]>([
    ['12', 12, null],
    ['-12', -12, null],
    ['\u221212', -12, null],
    ['007', 7, null],
    ['2,5', 2.5, null],
    ['1 000', 1000, '#,##0'],
    ['1\u00a0000,5', 1000.5, '#,##0.00'],
    ['1e3', 1000, '0.00E+00'],
    ['95 %', 0.95, '0%'],
    ['89,5 %', 0.895, '0.00%'],
    ['89,5\u00a0%', 0.895, '0.00%'],
    ['100 kr', 100, '#,##0 "kr"'],
    ['12,50 kr', 12.5, '#,##0.00 "kr"'],
    ['2025-10-06', DAY, 'yyyy-mm-dd'],
    ['2025/10/6', DAY, 'yyyy/mm/dd'],
    ['25-10-06', DAY, 'yy-mm-dd'],
    ['6/10', DAY, 'd/M'],
    ['6/10-2025', DAY, 'd/M-yyyy'],
    ['6/10/2025', DAY, 'd/M/yyyy'],
    ['10-6', DAY, 'M-d'],
    ['6 okt 2025', DAY, 'd MMM yyyy'],
    ['6 oktober 2025', DAY, 'd MMMM yyyy'],
    ['6 okt.', DAY, 'd MMM'],
    ['den 6 oktober', DAY, 'd MMMM'],
    ['13:45', 13.75 / 24, 'HH:mm'],
    ['9:05', 545 / 1440, 'H:mm'],
    ['25:30', 25.5 / 24, '[h]:mm'],
    ['2025-10-06 12:00', DAY + 0.5, 'yyyy-mm-dd HH:mm'],
    ['2025-10-06 12:00:00', DAY + 0.5, 'yyyy-mm-dd HH:mm:ss'],
  ])('%s is the number %d', (text, value, format) => {
    expect(parseTyped(text, swedish)).toEqual({ kind: 'number', value, format });
  });

  it.each([
    'Kim',
    '2.5',
    '1 00',
    '1,000,000',
    '$2.99',
    '850101-1234',
    '070-123 45 67',
    '2025-02-29',
    '31/4',
    '6 foo 2025',
    '12:60',
    '2025-10-06T12:00',
    'maj kommer',
    'Avdelning 3',
    'kl 13',
    '%',
    '-',
    '12 st',
  ])('%s stays text', (text) => {
    expect(parseTyped(text, swedish)).toEqual({ kind: 'text', value: text });
  });

  it.each([
    ['SANT', true],
    ['sant', true],
    ['TRUE', true],
    ['FALSKT', false],
    ['false', false],
  ])('%s is a boolean', (text, value) => {
    expect(parseTyped(text, swedish)).toEqual({ kind: 'boolean', value });
  });

  it.each<[string, object]>([
    ["'007", { kind: 'text', value: '007' }],
    ["'=1+1", { kind: 'text', value: '=1+1' }],
    ["'", { kind: 'empty' }],
    ['', { kind: 'empty' }],
    ['=A1', { kind: 'formula', value: '=A1' }],
    ['=', { kind: 'text', value: '=' }],
  ])('%s is %o', (text, typed) => {
    expect(parseTyped(text, swedish)).toEqual(typed);
  });
});

describe('text typed in an American sheet', () => {
  // The three strings of reference/spreadsheet/Range.md setValues: "2.000", "1,000,000", "$2.99".
  it.each<[string, number, string | null]>([
    ['2.000', 2, null],
    ['1,000,000', 1_000_000, '#,##0'],
    ['$2.99', 2.99, '"$"#,##0.00'],
    ['(5)', -5, null],
    ['10/6/2025', DAY, 'M/d/yyyy'],
    ['10/6', DAY, 'M/d'],
    ['Oct 6, 2025', DAY, 'MMM d, yyyy'],
    ['2025-10-06', DAY, 'yyyy-mm-dd'],
    ['1:45 PM', 13.75 / 24, 'h:mm am/pm'],
    ['12:00 AM', 0, 'h:mm am/pm'],
  ])('%s is the number %d', (text, value, format) => {
    expect(parseTyped(text, english)).toEqual({ kind: 'number', value, format });
  });

  it.each(['2,5', '1,00', '13/6/2025', 'SANT', '100 kr'])('%s stays text', (text) => {
    expect(parseTyped(text, english).kind).toBe('text');
  });
});

describe('what a typed cell shows', () => {
  it('keeps the way in which it was typed', () => {
    const row = ['1 000,5', '95 %', '2025-10-06', '6/10', '13:45', 'sant', "'007", '12,50 kr', '2,50'];
    expect(shown(sheetOf([row]))).toEqual([
      ['1\u00a0000,50', '95%', '2025-10-06', '6/10', '13:45', 'SANT', '007', '12,50 kr', '2,5'],
    ]);
  });
});
