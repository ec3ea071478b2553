import { describe, expect, it } from 'vitest';
import { rectName } from '../../../scripts/host/sheet/address.ts';
import { fromR1C1, relocateFormula, toR1C1 } from '../../../scripts/host/sheet/formula-text.ts';
import { type Change, shiftIndex, shiftRect } from '../../../scripts/host/sheet/shift.ts';
import { restructure } from '../../../scripts/host/sheet/structure.ts';
import { copySheet, deleteSheet, insertSheet, renameSheet } from '../../../scripts/host/sheet/tabs.ts';
import { setValidation } from '../../../scripts/host/sheet/validation.ts';
import { formulaAt, sheetOf, shown, type } from './books.ts';

const insertRows = (at: number, count = 1): Change => ({ kind: 'insert', axis: 'rows', at, count });
const deleteRows = (at: number, count = 1): Change => ({ kind: 'delete', axis: 'rows', at, count });
const rows = (top: number, bottom: number) => ({ top, bottom, left: 0, right: 1 });

describe('where a range goes', () => {
  it.each<[string, Change, [number, number] | null]>([
    ['a row above it pushes it down', insertRows(1), [3, 6]],
    ['a row at its first row pushes it down', insertRows(2), [3, 6]],
    ['a row inside makes it longer', insertRows(3), [2, 6]],
    ['a row after its last leaves it', insertRows(5), [2, 5]],
    ['a deleted row above pulls it up', deleteRows(0), [1, 4]],
    ['its first row deleted', deleteRows(2), [2, 4]],
    ['its last row deleted', deleteRows(4), [2, 4]],
    ['the row after it deleted', deleteRows(5), [2, 5]],
    ['all of it deleted', deleteRows(1, 5), null],
    ['all but the last deleted', deleteRows(2, 2), [2, 3]],
  ])('%s', (_what, change, span) => {
    expect(shiftRect(rows(2, 5), change)).toEqual(span && rows(...span));
  });

  it('a moved row makes room for each row once', () => {
    for (const [at, count, to] of [
      [1, 2, 6],
      [5, 1, 0],
      [3, 3, 9],
    ] as const) {
      const change: Change = { kind: 'move', axis: 'rows', at, count, to };
      const moved = Array.from({ length: 10 }, (_, index) => shiftIndex(index, change));
      expect([...moved].sort((a, b) => Number(a) - Number(b))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
  });
});

describe('rows and columns inserted, deleted and moved', () => {
  it('take formulas of every sheet along', () => {
    const sheet = sheetOf([
      ['a', 1],
      ['b', 2],
      ['c', '=SUM(B1:B2)+$B$2'],
    ]);
    const other = insertSheet(sheet.workbook, 'Annan', 1);
    type(other, [[`=${sheet.name}!B2*2`, '=B2']]);
    restructure(sheet, insertRows(1));
    expect(formulaAt(sheet, 3, 1)).toBe('=SUM(B1:B3)+$B$3');
    expect([formulaAt(other, 0, 0), formulaAt(other, 0, 1)]).toEqual([`=${sheet.name}!B3*2`, '=B2']);
    restructure(sheet, { kind: 'insert', axis: 'columns', at: 0, count: 2 });
    expect(formulaAt(sheet, 3, 3)).toBe('=SUM(D1:D3)+$D$3');
    restructure(sheet, deleteRows(2));
    expect(formulaAt(other, 0, 0)).toBe('=#REF!*2');
    expect(shown(sheet)).toEqual([
      ['', '', 'a', '1'],
      ['', '', '', ''],
      ['', '', 'c', '#REF!'],
    ]);
  });

  it('take notes, looks and validations along, and a new row looks like the one above', () => {
    const sheet = sheetOf([['a'], ['b']]);
    sheet.setLayer('note', 1, 0, 'not');
    const rule = {
      criteria: 'CHECKBOX',
      values: [],
      source: null,
      showDropdown: true,
      allowInvalid: false,
      helpText: null,
    };
    sheet.setLayer('validation', 0, 0, rule);
    restructure(sheet, insertRows(1));
    expect(sheet.layer('note', 2, 0)).toBe('not');
    expect([0, 1, 2].map((row) => sheet.layer('validation', row, 0) === rule)).toEqual([true, true, false]);
    expect(sheet.layer('note', 1, 0)).toBeNull();
    expect(sheet.maxRows).toBe(1001);
  });

  it('take named ranges, protections, conditional formats, merges, the filter and metadata along', () => {
    const sheet = sheetOf([['a', 'b', 'c']]);
    const { records, workbook } = sheet;
    workbook.records.namedRanges.push({
      id: 'n',
      name: 'Namn',
      sheetId: sheet.id,
      range: { top: 0, left: 1, bottom: 5, right: 2 },
    });
    workbook.records.metadata.push({
      id: 1,
      key: 'k',
      value: null,
      visibility: 'DOCUMENT',
      location: { type: 'COLUMN', sheetId: sheet.id, index: 2 },
    });
    records.protections.push({
      id: 1,
      type: 'RANGE',
      range: { top: 0, left: 2, bottom: 5, right: 3 },
      namedRangeId: null,
      description: '',
      warningOnly: true,
      domainEdit: false,
      editors: [],
      unprotected: [],
    });
    records.merges.push({ top: 0, left: 1, bottom: 1, right: 3 });
    records.conditionalFormats.push({
      ranges: [{ top: 0, left: 1, bottom: 3, right: 2 }],
      condition: null,
      looks: {},
      gradient: null,
    });
    records.filter = {
      range: { top: 0, left: 0, bottom: 5, right: 3 },
      columns: new Map([[2, { hiddenValues: ['x'], visibleValues: null, condition: null }]]),
    };
    restructure(sheet, { kind: 'move', axis: 'columns', at: 2, count: 1, to: 0 });
    expect(workbook.records.namedRanges.map((one) => rectName(one.range))).toEqual(['C1:C5']);
    expect(workbook.records.metadata.map((one) => one.location)).toEqual([
      { type: 'COLUMN', sheetId: sheet.id, index: 0 },
    ]);
    expect(records.protections.map((one) => one.range && rectName(one.range))).toEqual(['A1:A5']);
    expect([...(records.filter?.columns.keys() ?? [])]).toEqual([0]);
    restructure(sheet, { kind: 'delete', axis: 'columns', at: 0, count: 1 });
    expect(workbook.records.metadata).toEqual([]);
    expect(records.protections).toEqual([]);
    expect(records.conditionalFormats.map((one) => one.ranges.map(rectName))).toEqual([['B1:B3']]);
  });

  it('take the formulas of conditional formats and validations along', () => {
    const sheet = sheetOf([['a', 'b']]);
    const condition = { criteria: 'CUSTOM_FORMULA', values: ['=$A1="x"'] };
    const range = { top: 0, left: 1, bottom: 1, right: 2 };
    sheet.records.conditionalFormats = [{ ranges: [range], condition, looks: { bold: true }, gradient: null }];
    setValidation(sheet, range, {
      ...condition,
      source: null,
      showDropdown: true,
      allowInvalid: false,
      helpText: null,
    });
    restructure(sheet, { kind: 'insert', axis: 'columns', at: 0, count: 1 });
    expect(sheet.records.conditionalFormats.map((one) => one.condition?.values)).toEqual([['=$B1="x"']]);
    expect(sheet.layer('validation', 0, 2)?.values).toEqual(['=$B1="x"']);
  });

  // reference/spreadsheet/Sheet.md deleteRows; the refusal texts are those that users report.
  it.each([
    ['past the end', deleteRows(999, 2), 'Those rows are out of bounds.'],
    ['all rows', deleteRows(0, 1000), "You can't delete all the rows on the sheet."],
  ])('refuse to delete %s', (_what, change, message) => {
    expect(() => restructure(sheetOf([['a']]), change)).toThrow(message);
  });

  it('keep the limit of ten million cells', () => {
    const sheet = sheetOf([['a']]);
    expect(() => restructure(sheet, insertRows(1000, 383_616))).toThrow('above the limit of 10000000 cells');
    restructure(sheet, insertRows(1000, 383_615));
    expect(sheet.maxRows).toBe(384_615);
  });
});

describe('formulas as text', () => {
  it.each([
    ['=A1+$A$1+A$1+$A1', 1, 1, '=B2+$A$1+B$1+$A2'],
    ['=SUM(A:A)+SUM(1:1)', 2, 3, '=SUM(D:D)+SUM(3:3)'],
    ['=LOG10(A1)&"A1"', 1, 0, '=LOG10(A2)&"A1"'],
    ["='Min flik'!A1", 1, 0, "='Min flik'!A2"],
    ['=A1', -1, 0, '=#REF!'],
    ['=Namn_A1+x1y', 1, 1, '=Namn_A1+x1y'],
  ])('%s copied %i down and %i right reads %s', (formula, down, right, result) => {
    expect(relocateFormula(formula, down, right)).toBe(result);
  });

  // reference/spreadsheet/Range.md setFormulaR1C1: "=SUM(R[-3]C[0]:R[-1]C[0])".
  it.each([
    ['=SUM(B1:B3)', '=SUM(R[-3]C[0]:R[-1]C[0])'],
    ['=$A$1', '=R1C1'],
    ['=A4&"R1C1"', '=R[0]C[-1]&"R1C1"'],
  ])('%s in B4 is %s and back', (a1, r1c1) => {
    expect(toR1C1(a1, 3, 1)).toBe(r1c1);
    expect(fromR1C1(r1c1, 3, 1)).toBe(a1);
  });
});

describe('tabs', () => {
  it('renamed take references along, deleted leave #REF!', () => {
    const sheet = sheetOf([['1']]);
    const other = insertSheet(sheet.workbook, 'Annan', 1);
    type(other, [[`=${sheet.name}!A1+1`]]);
    renameSheet(sheet, 'Min flik');
    expect(formulaAt(other, 0, 0)).toBe("='Min flik'!A1+1");
    expect(shown(other)).toEqual([['2']]);
    deleteSheet(sheet);
    expect(shown(other)).toEqual([['#REF!']]);
  });

  it('need names of their own', () => {
    const { workbook } = sheetOf([['1']]);
    expect(() => insertSheet(workbook, 'blad1', 1)).toThrow(
      'A sheet with the name "blad1" already exists. Please enter another name.',
    );
    expect(insertSheet(workbook, null, 1).name).toBe('Blad2');
  });

  it('are not all deleted', () => {
    expect(() => deleteSheet(sheetOf([['1']]))).toThrow("You can't remove all the sheets in a document.");
  });

  it('copied share nothing', () => {
    const sheet = sheetOf([['a']]);
    const copy = copySheet(sheet, sheet.workbook);
    expect(copy.name).toBe('Kopia av Blad1');
    type(copy, [['b']]);
    type(sheet, [['c']], 1);
    expect([shown(sheet), shown(copy)]).toEqual([[['a'], ['c']], [['b']]]);
  });
});
