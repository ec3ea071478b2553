import { describe, expect, it } from 'vitest';
import {
  columnIndex,
  columnName,
  OPEN_END,
  parseAddress,
  quoteSheetName,
  rectName,
} from '../../../scripts/host/sheet/address.ts';

describe('A1 notation', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [18_277, 'ZZZ'],
  ])('names column %i %s and back', (index, name) => {
    expect(columnName(index)).toBe(name);
    expect(columnIndex(name.toLowerCase())).toBe(index);
  });

  // Forms from reference/spreadsheet/Sheet.md getRange(a1Notation) and reference/spreadsheet/Spreadsheet.md getRange(a1Notation).
  it.each([
    ['B2', 1, 1, 2, 2],
    ['$B$2', 1, 1, 2, 2],
    ['A1:C3', 0, 0, 3, 3],
    ['C3:A1', 0, 0, 3, 3],
    ['A:A', 0, 0, OPEN_END, 1],
    ['2:2', 1, 0, 2, OPEN_END],
    ['B3:B', 2, 1, OPEN_END, 2],
    ['B3:3', 2, 1, 3, OPEN_END],
  ])('reads %s', (text, top, left, bottom, right) => {
    expect(parseAddress(text)).toEqual({ sheetName: null, top, left, bottom, right });
  });

  it.each(['', 'A', '12', 'A0', 'AAAA1', 'A1:', 'Namn', 'A1:B2:C3'])('takes "%s" for no address', (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  it.each([
    ['Data!A1', 'Data'],
    ["'Min flik'!A1", 'Min flik'],
    ["'Bo''s'!A1", "Bo's"],
  ])('finds the sheet in %s', (text, name) => {
    expect(parseAddress(text)?.sheetName).toBe(name);
  });

  it.each(['A1', 'A1:C3', 'A:B', '2:4', 'B3:B'])('writes %s as it was', (text) => {
    const address = parseAddress(text);
    expect(address && rectName(address)).toBe(text);
  });

  it.each([
    ['Deltagare', 'Deltagare'],
    ['Läge', 'Läge'],
    ['Min flik', "'Min flik'"],
    ['A1', "'A1'"],
    ["Bo's", "'Bo''s'"],
  ])('quotes the name %s where Sheets needs it', (name, quoted) => {
    expect(quoteSheetName(name)).toBe(quoted);
  });
});
