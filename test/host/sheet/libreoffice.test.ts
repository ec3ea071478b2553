import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Sheet } from '../../../scripts/host/sheet/sheet.ts';
import type { Workbook } from '../../../scripts/host/sheet/workbook.ts';
import { readXlsx } from '../../../scripts/host/sheet/xlsx/read.ts';
import { bookOf, formulaAt, shown } from './books.ts';
import { bookOfEverything, fixtures, VALIDATIONS } from './libreoffice-books.ts';

const COLUMNS = Array.from({ length: 12 }, (_, index) => index);
const ROWS = Array.from({ length: 20 }, (_, index) => index);

/** The cells of which `look` gives something, by sheet, row and column. */
const cellsOf = (book: Workbook, look: (sheet: Sheet, row: number, column: number) => unknown) =>
  book.sheets.flatMap((sheet) =>
    ROWS.flatMap((row) =>
      COLUMNS.flatMap((column) => {
        const seen = look(sheet, row, column);
        return seen === null || seen === undefined ? [] : [[sheet.name, row, column, seen]];
      }),
    ),
  );

const looksAt = (sheet: Sheet, row: number, column: number): string => {
  const { background, fontColor, fontWeight, fontStyle, horizontal } = sheet.layer('style', row, column)?.fields ?? {};
  return [background, fontColor, fontWeight, fontStyle, horizontal].join(' ').trim();
};

describe('a workbook that went through LibreOffice 7.4 as .xlsx and came back', () => {
  const before = bookOfEverything();
  const after = bookOf();
  const sheets = (book: Workbook) => book.sheets.map((sheet) => sheet.records);

  beforeAll(() => readXlsx(readFileSync(join(fixtures, 'through-libreoffice.xlsx')), after));

  it('shows the same in every cell of every tab', () => {
    expect(after.sheets.map((sheet) => [sheet.name, shown(sheet)])).toEqual(
      before.sheets.map((sheet) => [sheet.name, shown(sheet)]),
    );
  });

  it('holds the same values, days and moments as numbers and codes as text', () => {
    const near = (value: unknown) => (typeof value === 'number' ? Math.round(value * 1e8) / 1e8 : value);
    const values = (book: Workbook) => cellsOf(book, (sheet, row, column) => near(sheet.raw(row, column)));
    expect(values(after)).toEqual(values(before));
    expect([2, 5, 6].map((column) => after.sheets[0]?.raw(1, column))).toEqual([45_936, true, '007']);
  });

  it.each(VALIDATIONS.map(([kind, rule], row) => ({ kind, rule, row })))(
    'has its validation: $kind',
    ({ rule, row }) => {
      expect(after.sheets[1]?.layer('validation', row, 0)).toEqual(rule);
    },
  );

  it('has its colours, weights and notes', () => {
    const looks = (book: Workbook) => cellsOf(book, (sheet, row, column) => looksAt(sheet, row, column) || null);
    const notes = (book: Workbook) => cellsOf(book, (sheet, row, column) => sheet.layer('note', row, column));
    expect(looks(after)).toEqual(looks(before));
    expect(notes(after)).toEqual(notes(before));
    expect(sheets(after).map((one) => one.tabColor)).toEqual(sheets(before).map((one) => one.tabColor));
    expect(sheets(after).map((one) => one.conditionalFormats)).toEqual(
      sheets(before).map((one) => one.conditionalFormats),
    );
  });

  it('is protected where it was', () => {
    expect(sheets(after).map((one) => one.protections)).toEqual(sheets(before).map((one) => one.protections));
  });

  it('has its shape: merged, frozen and hidden parts, sizes that a person chose', () => {
    const shape = (book: Workbook) =>
      sheets(book).map(({ merges, frozenRows, hidden, rowSizes, columnSizes }) => ({
        merges,
        frozenRows,
        hidden,
        rowSizes: rowSizes.map((size) => size?.size ?? null),
        columnSizes: columnSizes.map((size) => [size?.size ?? null, size?.hidden ?? false]),
      }));
    expect(shape(after)).toEqual(shape(before));
  });
});

describe('a workbook that somebody made in LibreOffice 7.4', () => {
  const book = bookOf();
  const at = (row: number, column: number) => book.sheets[0]?.layer('validation', row, column);

  beforeAll(() => readXlsx(readFileSync(join(fixtures, 'made-in-libreoffice.xlsx')), book));

  it('shows what it showed there', () => {
    expect(book.sheets.map((sheet) => [sheet.name, shown(sheet)])).toEqual([
      [
        'Personal',
        [
          ['Namn', 'Började', 'Andel', 'Tid', 'Klar', 'Roll', 'Antal'],
          ['Åsa Öberg', '2025-10-06', '89,5%', '13:45', 'ja', 'Läkare', '12'],
          ['007', '29 februari 2024', 'SANT', '2025-10-06', 'många', '6,5', '-3'],
        ],
      ],
      [
        'Listor',
        [
          ['Läkare', '1,5'],
          ['Kurator', '2'],
          ['Chef', '3'],
        ],
      ],
    ]);
  });

  it('has its days as numbers, its codes as text and its formulas', () => {
    const [sheet] = book.sheets;
    expect([sheet?.raw(1, 1), sheet?.raw(2, 1), sheet?.raw(2, 0), sheet?.raw(2, 2)]).toEqual([
      45_936,
      45_351,
      '007',
      true,
    ]);
    expect(sheet && formulaAt(sheet, 2, 4)).toBe('=IF(G2>10;"många";"få")');
  });

  it('has its validations: a warning stays one, a list in a range keeps its range', () => {
    expect(at(1, 4)).toMatchObject({ criteria: 'VALUE_IN_LIST', values: ['ja', 'nej'], allowInvalid: false });
    expect(at(1, 1)).toMatchObject({
      criteria: 'DATE_ON_OR_AFTER',
      values: [{ date: 45_658 }],
      allowInvalid: true,
      helpText: 'Skriv ett datum.',
    });
    expect(at(1, 5)?.source).toEqual({
      sheetId: book.sheets[1]?.id,
      range: { top: 0, left: 0, bottom: 3, right: 1 },
    });
    expect(at(1, 6)).toBeNull();
  });

  it('has its colours', () => {
    expect(book.sheets[0] && looksAt(book.sheets[0], 0, 0)).toBe('#1f5a5e #ffffff bold');
  });

  it('is protected but for the cells that were unlocked', () => {
    expect(book.sheets.map((sheet) => sheet.records.protections)).toMatchObject([
      [{ type: 'SHEET', unprotected: [{ top: 1, left: 0, bottom: 3, right: 1 }], editors: ['agare@example.org'] }],
      [],
    ]);
  });
});
