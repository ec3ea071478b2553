import { describe, expect, it } from 'vitest';
import { permuteRows, sortOrder } from '../../../scripts/host/sheet/order.ts';
import { formulaAt, sheetOf, shown } from './books.ts';

const COLUMN = { top: 0, left: 0, bottom: 7, right: 2 };

describe('sorting', () => {
  const rows = [['öl'], ['2'], [''], ['Apa'], ['SANT'], ['10'], ['ål']].map(([value = ''], index) => [value, index]);

  it.each([
    [true, ['2', '10', 'Apa', 'ål', 'öl', 'SANT', '']],
    [false, ['SANT', 'öl', 'ål', 'Apa', '10', '2', '']],
  ])(
    'puts numbers, then text in Swedish order, then booleans; empty cells last (ascending %s)',
    (ascending, result) => {
      const sheet = sheetOf(rows);
      permuteRows(sheet, COLUMN, sortOrder(sheet, COLUMN, [{ column: 0, ascending }]));
      expect(shown(sheet).map((row) => row[0])).toEqual(result);
    },
  );

  it('keeps the order of equal rows and takes a second key', () => {
    const sheet = sheetOf([
      ['b', '1'],
      ['a', '1'],
      ['B', '0'],
    ]);
    const area = { ...COLUMN, bottom: 3 };
    expect(sortOrder(sheet, area, [{ column: 0, ascending: true }])).toEqual([1, 0, 2]);
    expect(
      sortOrder(sheet, area, [
        { column: 0, ascending: true },
        { column: 1, ascending: true },
      ]),
    ).toEqual([1, 2, 0]);
  });

  it('lets formulas follow their row', () => {
    const sheet = sheetOf([
      ['2', '=A1*10'],
      ['1', '=A2*10'],
    ]);
    const area = { ...COLUMN, bottom: 2 };
    const order = sortOrder(sheet, area, [{ column: 0, ascending: true }]);
    permuteRows(sheet, area, order);
    expect([formulaAt(sheet, 0, 1), formulaAt(sheet, 1, 1)]).toEqual(['=A1*10', '=A2*10']);
    expect(shown(sheet)).toEqual([
      ['1', '10'],
      ['2', '20'],
    ]);
  });
});
