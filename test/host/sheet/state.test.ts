import { describe, expect, it } from 'vitest';
import { applyFilter } from '../../../scripts/host/sheet/filter.ts';
import { loadWorkbook, saveWorkbook } from '../../../scripts/host/sheet/json.ts';
import { shownLooks } from '../../../scripts/host/sheet/looks.ts';
import { restyle } from '../../../scripts/host/sheet/style.ts';
import { setValidation } from '../../../scripts/host/sheet/validation.ts';
import { bookOf, firstSheet, sheetOf, shown, type } from './books.ts';

describe('a snapshot', () => {
  it('puts back what was, and what is written later does not reach it', () => {
    const book = bookOf();
    type(firstSheet(book), [['a', '=A1&"!"']]);
    const before = book.snapshot();
    type(firstSheet(book), [['b']]);
    firstSheet(book).records.frozenRows = 3;
    expect(shown(firstSheet(book))).toEqual([['b', 'b!']]);
    book.restore(before);
    expect(shown(firstSheet(book))).toEqual([['a', 'a!']]);
    expect(firstSheet(book).records.frozenRows).toBe(0);
    type(firstSheet(book), [['c']]);
    book.restore(before);
    expect(shown(firstSheet(book))).toEqual([['a', 'a!']]);
  });
});

describe('a saved workbook', () => {
  it('comes back the same through JSON text', () => {
    const sheet = sheetOf([
      ['a', '2,5', '2025-10-06', '=B1*2', 'sant'],
      ['', '', 'sist'],
    ]);
    sheet.setLayer('note', 0, 0, 'en not');
    setValidation(
      sheet,
      { top: 0, left: 4, bottom: 3, right: 5 },
      { criteria: 'CHECKBOX', values: [], source: null, showDropdown: true, allowInvalid: false, helpText: null },
    );
    sheet.setLayer('style', 1, 2, restyle(null, { background: '#ff0000', fontWeight: 'bold' }));
    sheet.records.filter = {
      range: { top: 0, left: 0, bottom: 2, right: 3 },
      columns: new Map([[1, { hiddenValues: ['x'], visibleValues: null, condition: null }]]),
    };
    const saved = saveWorkbook(sheet.workbook);
    const again = loadWorkbook(JSON.parse(JSON.stringify(saved)), sheet.workbook.host);
    expect(shown(firstSheet(again))).toEqual(shown(sheet));
    expect(JSON.stringify(saveWorkbook(again))).toBe(JSON.stringify(saved));
    expect(firstSheet(again).layer('style', 1, 2)).toBe(sheet.layer('style', 1, 2));
  });
});

describe('a filter', () => {
  it('hides the rows below its header that do not match', () => {
    const sheet = sheetOf([['Namn'], ['a'], ['b'], ['']]);
    const column = { hiddenValues: ['a'], visibleValues: null, condition: { criteria: 'CELL_NOT_EMPTY', values: [] } };
    sheet.records.filter = { range: { top: 0, left: 0, bottom: 4, right: 1 }, columns: new Map([[0, column]]) };
    applyFilter(sheet);
    expect([0, 1, 2, 3].map((row) => sheet.rowSize(row).filtered)).toEqual([false, true, false, true]);
    sheet.records.filter = null;
    applyFilter(sheet);
    expect(sheet.rowSize(1).filtered).toBe(false);
  });
});

describe('the looks on screen', () => {
  it('are those of the first conditional format that applies, over banding', () => {
    const sheet = sheetOf([['Rubrik'], ['5'], ['15']]);
    sheet.records.bandings.push({
      id: 1,
      range: { top: 0, left: 0, bottom: 3, right: 1 },
      direction: 'rows',
      header: '#111111',
      first: '#222222',
      second: '#333333',
      footer: null,
    });
    const above = (limit: number, background: string) => ({
      ranges: [{ top: 1, left: 0, bottom: 3, right: 1 }],
      condition: { criteria: 'NUMBER_GREATER_THAN', values: [limit] },
      looks: { background },
      gradient: null,
    });
    sheet.records.conditionalFormats = [above(10, '#00ff00'), above(12, '#0000ff')];
    expect([0, 1, 2].map((row) => shownLooks(sheet, row, 0).background)).toEqual(['#111111', '#222222', '#00ff00']);
  });

  it('interpolate a colour scale', () => {
    const sheet = sheetOf([['0'], ['5'], ['10']]);
    const point = (type: string, color: string) => ({ type, color, value: '' });
    sheet.records.conditionalFormats = [
      {
        ranges: [{ top: 0, left: 0, bottom: 3, right: 1 }],
        condition: null,
        looks: {},
        gradient: { min: point('MIN', '#000000'), mid: null, max: point('MAX', '#646464') },
      },
    ];
    expect([0, 1, 2].map((row) => shownLooks(sheet, row, 0).background)).toEqual(['#000000', '#323232', '#646464']);
  });
});
