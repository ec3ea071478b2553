import { describe, expect, it } from 'vitest';
import { localeOf } from '../../../scripts/host/sheet/locale.ts';
import {
  automaticText,
  formatNumber,
  formatText,
  numberFormat,
  roundHalfUp,
} from '../../../scripts/host/sheet/number-format.ts';

const swedish = localeOf('sv_SE');
const english = localeOf('en_US');

describe('number formats', () => {
  // Tokens of developers.google.com/workspace/sheets/api/guides/formats, examples in the tables there among them.
  it.each([
    [12345.678, '0', '12346'],
    [12345.678, '0.00', '12345.68'],
    [12345.678, '#,##0.0', '12,345.7'],
    [0.5, '#.##', '.5'],
    [5, '0.##', '5'],
    [0.125, '0.0%', '12.5%'],
    [0.895, '0.0%', '89.5%'],
    [-3.2, '0.0', '-3.2'],
    [-3.2, '0.0;(0.0)', '(3.2)'],
    [0, '0.0;-0.0;"noll"', 'noll'],
    [1234567, '0.00E+00', '1.23E+06'],
    [1234567, '#,##0,', '1,235'],
    [1.005, '0.00', '1.01'],
    [5, '[<10]"low";"high"', 'low'],
    [15, '[<10]"low";"high"', 'high'],
    [3, '0 "st"', '3 st'],
    [45_936, 'yyyy-mm-dd', '2025-10-06'],
    [45_936, 'M/d/yyyy', '10/6/2025'],
    [45_936, 'dddd d mmmm', 'Monday 6 October'],
    [45_936.5625, 'yyyy-mm-dd hh:mm', '2025-10-06 13:30'],
    [45_936.5625, 'h:mm am/pm', '1:30 PM'],
    [0.5625, 'hh:mm:ss', '13:30:00'],
    [1.0625, '[h]:mm', '25:30'],
    [0.999999, 'hh:mm', '00:00'],
  ])('shows %d by %s as %s', (value, pattern, text) => {
    expect(formatNumber(value, numberFormat(pattern), english)).toBe(text);
  });

  it.each([
    [1234.5, '#,##0.00', '1\u00a0234,50'],
    [45_936, 'd mmmm yyyy', '6 oktober 2025'],
    [45_936, 'ddd d mmm', 'mån 6 okt.'],
    [0.895, '0.0%', '89,5%'],
  ])('shows %d by %s in Swedish as %s', (value, pattern, text) => {
    expect(formatNumber(value, numberFormat(pattern), swedish)).toBe(text);
  });

  it.each([
    ['yyyy-mm-dd', 'date'],
    ['M/d', 'date'],
    ['hh:mm', 'time'],
    ['yyyy-mm-dd hh:mm', 'datetime'],
    ['[h]:mm', 'duration'],
    ['0.00', 'number'],
    ['0%', 'percent'],
    ['@', 'text'],
    ['General', 'general'],
    ['#,##0 "kr"', 'number'],
  ])('knows the kind of %s', (pattern, kind) => {
    expect(numberFormat(pattern).kind).toBe(kind);
  });

  it.each([
    [0.1 + 0.2, '0,3'],
    [1 / 3, '0,3333333333'],
    [10 / 3, '3,333333333'],
    [1 / 24, '0,04166666667'],
    [Math.PI, '3,141592654'],
    [1e5 + 1 / 3, '100000,3333'],
    [1e11 + 1 / 3, '100000000000'],
    [123_456_789_012, '123456789012'],
    [9.99999999999, '10'],
    [1.5, '1,5'],
    [1e15, '1E+15'],
    [123_456_789, '123456789'],
    [0, '0'],
    [-2.5, '-2,5'],
  ])('shows %d without a format as %s', (value, text) => {
    expect(automaticText(value, swedish)).toBe(text);
  });

  it.each([
    ['0.5', 0, '1'],
    ['2.5', 0, '3'],
    ['1.255', 2, '1.26'],
    ['0.994', 2, '0.99'],
    ['9.995', 2, '10.00'],
  ])('rounds %s to %i decimals half up', (value, digits, text) => {
    expect(roundHalfUp(Number(value), digits)).toBe(text);
  });

  it.each([
    ['de_DE', '#,##0.00', '1.234,50', '06.10.2025'],
    ['fr_FR', '#,##0.00', '1\u202f234,50', '06/10/2025'],
    ['nb_NO', '0.0', '1234,5', '06.10.2025'],
  ])('follows the conventions of %s', (name, pattern, number, date) => {
    const locale = localeOf(name);
    expect(formatNumber(1234.5, numberFormat(pattern), locale)).toBe(number);
    expect(formatNumber(45_936, numberFormat(locale.date), locale)).toBe(date);
  });

  it('puts text into the text section', () => {
    expect(formatText('Kim', numberFormat('0;0;0;"Namn: "@'))).toBe('Namn: Kim');
    expect(formatText('Kim', numberFormat('0.00'))).toBe('Kim');
  });
});
