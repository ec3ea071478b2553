import { Workbook as FileWorkbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import { OPEN_END, rectName } from '../../../scripts/host/sheet/address.ts';
import { localeOf } from '../../../scripts/host/sheet/locale.ts';
import type { Validation } from '../../../scripts/host/sheet/rules.ts';
import { restyle } from '../../../scripts/host/sheet/style.ts';
import { insertSheet } from '../../../scripts/host/sheet/tabs.ts';
import { setValidation } from '../../../scripts/host/sheet/validation.ts';
import type { Workbook } from '../../../scripts/host/sheet/workbook.ts';
import { fromFileFormula, toFileFormula } from '../../../scripts/host/sheet/xlsx/formula-dialect.ts';
import { readXlsx } from '../../../scripts/host/sheet/xlsx/read.ts';
import { writeXlsx } from '../../../scripts/host/sheet/xlsx/write.ts';
import { bookOf, firstSheet, formulaAt, sheetOf, shown, type } from './books.ts';

const swedish = localeOf('sv_SE');

async function throughFile(book: Workbook): Promise<Workbook> {
  const again = bookOf();
  await readXlsx(await writeXlsx(book), again);
  return again;
}

function rule(criteria: string, values: Validation['values'] = [], more: Partial<Validation> = {}): Validation {
  return { criteria, values, source: null, showDropdown: true, allowInvalid: false, helpText: null, ...more };
}

describe('a formula in a file', () => {
  it.each([
    ['=IF(A1>1,5;"a;b";SANT)', 'IF(A1>1.5,"a;b",TRUE)'],
    ['=SUM($A2:A;C:C)', 'SUM($A2:A1048576,C:C)'],
    ["=XLOOKUP(A1;'Min flik'!A:A;B1:B9)", "_xlfn.XLOOKUP(A1,'Min flik'!A:A,B1:B9)"],
    ['=SUM({1\\2;3\\4})', 'SUM({1,2;3,4})'],
  ])('%s is %s', (sheet, file) => {
    expect(toFileFormula(sheet, swedish)).toBe(file);
    expect(fromFileFormula(file, swedish)).toBe(sheet.replace('SANT', 'TRUE'));
  });
});

describe('a workbook through an .xlsx file', () => {
  it('keeps values, dates, formulas, formats, looks and notes', async () => {
    const sheet = sheetOf([
      ['Namn', 'Antal', 'Datum', 'Tid', 'Andel', 'Klar', 'Kod'],
      ['Åsa', '2,5', '2025-10-06', '13:45', '89,5 %', 'SANT', "'007"],
      ['', '=B2*2', '2025-10-06 09:30', '', '', 'FALSKT', '=1/0'],
    ]);
    sheet.setLayer(
      'style',
      0,
      0,
      restyle(null, {
        background: '#ffee00',
        fontWeight: 'bold',
        fontColor: '#aa0000',
        horizontal: 'center',
        wrap: 'WRAP',
      }),
    );
    sheet.setLayer('note', 1, 0, 'En not\npå två rader');
    const again = firstSheet(await throughFile(sheet.workbook));
    expect(shown(again)).toEqual(shown(sheet));
    expect([again.raw(1, 2), again.raw(1, 6), formulaAt(again, 2, 1)]).toEqual([45_936, '007', '=B2*2']);
    expect(again.raw(2, 2)).toBeCloseTo(45_936 + 9.5 / 24, 8);
    expect(again.layer('style', 0, 0)).toBe(sheet.layer('style', 0, 0));
    expect(again.layer('note', 1, 0)).toBe('En not\npå två rader');
  });

  it('keeps the shape of its sheets', async () => {
    const sheet = sheetOf([['a', 'b', 'c']]);
    const { workbook, records } = sheet;
    records.frozenRows = 1;
    records.frozenColumns = 2;
    records.tabColor = '#00ff00';
    records.merges = [{ top: 2, left: 0, bottom: 3, right: 2 }];
    records.filter = { range: { top: 0, left: 0, bottom: 5, right: 3 }, columns: new Map() };
    sheet.setSize('columns', 1, { hidden: true });
    sheet.setSize('columns', 2, { size: 210 });
    sheet.setSize('rows', 4, { hidden: true });
    insertSheet(workbook, 'Dold flik', 1).records.hidden = true;
    workbook.records.namedRanges.push({
      id: 'n',
      name: 'Namn',
      sheetId: sheet.id,
      range: { top: 0, left: 0, bottom: 3, right: 2 },
    });
    workbook.records.metadata.push({
      id: 9,
      key: 'k',
      value: 'v',
      visibility: 'DOCUMENT',
      location: { type: 'ROW', sheetId: sheet.id, index: 3 },
    });
    const again = await throughFile(workbook);
    const first = firstSheet(again);
    expect(again.sheets.map((one) => [one.name, one.id, one.records.hidden])).toEqual(
      workbook.sheets.map((one) => [one.name, one.id, one.records.hidden]),
    );
    expect([first.records.frozenRows, first.records.frozenColumns, first.records.tabColor]).toEqual([1, 2, '#00ff00']);
    expect([
      first.columnSize(1).hidden,
      first.columnSize(2).size,
      first.rowSize(4).hidden,
      first.columnSize(0).hidden,
    ]).toEqual([true, 210, true, false]);
    expect(first.records.merges.map(rectName)).toEqual(['A3:B3']);
    expect(first.records.filter && rectName(first.records.filter.range)).toBe('A1:C5');
    expect(again.records.namedRanges.map((one) => [one.name, rectName(one.range)])).toEqual([['Namn', 'A1:B3']]);
    expect(again.records.metadata).toEqual(workbook.records.metadata);
    expect([first.maxRows, first.maxColumns]).toEqual([1000, 26]);
  });

  it.each<[string, Validation]>([
    ['a list', rule('VALUE_IN_LIST', ['ja', 'nej'])],
    ['a list with commas', rule('VALUE_IN_LIST', ['ja, tack', 'nej "tack"'])],
    [
      'a long list',
      rule(
        'VALUE_IN_LIST',
        Array.from({ length: 60 }, (_, index) => `Val nummer ${index}`),
      ),
    ],
    [
      'a range',
      rule('VALUE_IN_RANGE', [], { source: { sheetId: 0, range: { top: 0, left: 2, bottom: 5, right: 3 } } }),
    ],
    ['a tick box', rule('CHECKBOX')],
    ['a date', rule('DATE_IS_VALID_DATE', [], { allowInvalid: true, helpText: 'Skriv ett datum' })],
    ['a date after', rule('DATE_ON_OR_AFTER', [{ date: 45_936 }])],
    ['a date between', rule('DATE_BETWEEN', [{ date: 45_936 }, { date: 46_000 }])],
    ['a number', rule('NUMBER_BETWEEN', [1, 9.5])],
    ['a mail address', rule('TEXT_IS_VALID_EMAIL')],
    ['a text that contains', rule('TEXT_CONTAINS', ['@'])],
    ['a formula', rule('CUSTOM_FORMULA', ['=LEN(A1)<4'])],
  ])('keeps a validation by %s', async (_kind, one) => {
    const sheet = sheetOf([['x']]);
    setValidation(sheet, { top: 0, left: 0, bottom: 3, right: 1 }, one);
    const again = firstSheet(await throughFile(sheet.workbook));
    expect(again.layer('validation', 0, 0)).toEqual(one);
    expect([again.layer('validation', 2, 0) !== null, again.layer('validation', 3, 0)]).toEqual([true, null]);
  });

  it('keeps protections, and locks their cells for other programs', async () => {
    const sheet = sheetOf([['a', 'b']]);
    const hard = {
      id: 4,
      type: 'RANGE' as const,
      range: { top: 0, left: 0, bottom: 1, right: 1 },
      namedRangeId: null,
      description: 'Rubrik',
      warningOnly: false,
      domainEdit: false,
      editors: ['agare@example.org'],
      unprotected: [],
    };
    sheet.records.protections = [hard];
    const bytes = await writeXlsx(sheet.workbook);
    const again = bookOf();
    await readXlsx(bytes, again);
    expect(firstSheet(again).records.protections).toEqual([hard]);
    const file = new FileWorkbook();
    await file.xlsx.load(Uint8Array.from(bytes).buffer);
    const page = file.getWorksheet(sheet.name);
    expect(page?.sheetProtection?.sheet).toBe(true);
    expect([page?.getCell('A1').protection?.locked ?? true, page?.getCell('B1').protection?.locked]).toEqual([
      true,
      false,
    ]);
  });

  it('takes a file of another program with its dates and formulas', async () => {
    const file = new FileWorkbook();
    const page = file.addWorksheet('Data');
    page.getCell('A1').value = new Date(Date.UTC(2025, 9, 6));
    page.getCell('A1').numFmt = 'yyyy\\-mm\\-dd';
    page.getCell('A2').value = { formula: 'ROUND(1.25,1)', result: 1.3 };
    page.getCell('A3').value = { richText: [{ text: 'fet' }, { text: ' text' }] };
    const book = bookOf();
    type(firstSheet(book), [['gammalt']]);
    await readXlsx(new Uint8Array(await file.xlsx.writeBuffer()), book);
    expect(shown(firstSheet(book))).toEqual([['2025-10-06'], ['1,3'], ['fet text']]);
    expect(formulaAt(firstSheet(book), 1, 0)).toBe('=ROUND(1,25;1)');
  });

  it('keeps tabs whose names a file cannot hold, and the formulas that point to them', async () => {
    const book = bookOf();
    const name = 'Svar: Intresseanmälan – Hbtq-diplomering/Region';
    const answers = insertSheet(book, name, 1);
    const twin = insertSheet(book, `${name} 2`, 2);
    type(answers, [['7']]);
    type(twin, [['8']]);
    type(firstSheet(book), [[`='${name}'!A1+'${name} 2'!A1`]]);
    const again = await throughFile(book);
    expect(again.sheets.map((sheet) => sheet.name)).toEqual(book.sheets.map((sheet) => sheet.name));
    expect(shown(firstSheet(again))[0]?.[0]).toBe('15');
    const file = new FileWorkbook();
    await file.xlsx.load(Uint8Array.from(await writeXlsx(book)).buffer);
    for (const page of file.worksheets) expect(page.name).toMatch(/^[^*?:\\/[\]]{1,31}$/);
  });
  it('keeps open ends, long texts, moments to the millisecond and the columns of a form', async () => {
    const sheet = sheetOf([
      ['Svar', 'Namn', 'Anteckning'],
      ['2025-09-01 08:00', 'Kim'],
    ]);
    const long = 'å'.repeat(40_000);
    sheet.put(sheet.writable(1), 2, long, null);
    sheet.setSize('columns', 1, { mark: 'f7' });
    const source = { sheetId: sheet.id, range: { top: 1, left: 1, bottom: OPEN_END, right: 2 } };
    setValidation(sheet, { top: 1, left: 3, bottom: 2, right: 4 }, rule('VALUE_IN_RANGE', [], { source }));
    const moment = sheet.raw(1, 0);
    const again = firstSheet(await throughFile(sheet.workbook));
    expect(again.raw(1, 0)).toBe(moment);
    expect(again.raw(1, 2)).toBe(long);
    expect(again.records.columnSizes[1]?.mark).toBe('f7');
    expect(again.layer('validation', 1, 3)?.source?.range).toEqual(source.range);
  });

  it('lets go of a long text that another program has changed, and finds a form column that it has moved', async () => {
    const sheet = sheetOf([
      ['Svar', 'Namn'],
      ['x', 'Kim'],
    ]);
    sheet.put(sheet.writable(1), 0, 'å'.repeat(40_000), null);
    sheet.setSize('columns', 1, { mark: 'f7' });
    const file = new FileWorkbook();
    await file.xlsx.load(Uint8Array.from(await writeXlsx(sheet.workbook)).buffer);
    const page = file.worksheets[0];
    if (!page) throw new Error('No page');
    expect(String(page.getCell('A2').value)).toHaveLength(32_767);
    page.getCell('A1').value = 'Namn';
    page.getCell('B1').value = 'Svar';
    page.getCell('A2').value = 'kort';
    const again = bookOf();
    await readXlsx(new Uint8Array(await file.xlsx.writeBuffer()), again);
    expect(firstSheet(again).raw(1, 0)).toBe('kort');
    expect(firstSheet(again).records.columnSizes.map((size) => size?.mark)).toEqual(['f7']);
  });

  it('opens on the first sheet that is not hidden, so that no program shows a hidden one', async () => {
    const book = sheetOf([['a']]).workbook;
    insertSheet(book, 'Start', 1);
    firstSheet(book).records.hidden = true;
    const file = new FileWorkbook();
    await file.xlsx.load(Uint8Array.from(await writeXlsx(book)).buffer);
    expect(file.views[0]?.activeTab).toBe(1);
  });

  it('reads what LibreOffice makes of comparisons and of functions that it does not know', async () => {
    const file = new FileWorkbook();
    const page = file.addWorksheet('Blad1');
    page.getCell('A1').value = { formula: 'xlookup(1,B:B,C:C)', result: 0 };
    page.getCell('B1').value = { formula: 'TRUE()', result: true };
    page.getCell('A2').dataValidation = { type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0, 0] };
    const again = bookOf();
    await readXlsx(new Uint8Array(await file.xlsx.writeBuffer()), again);
    expect(formulaAt(firstSheet(again), 0, 0)).toBe('=XLOOKUP(1;B:B;C:C)');
    expect([firstSheet(again).raw(0, 1), formulaAt(firstSheet(again), 0, 1)]).toEqual([true, null]);
    expect(firstSheet(again).layer('validation', 1, 0)?.values).toEqual([0]);
  });

  it('leaves the workbook alone when the file is none', async () => {
    const book = bookOf();
    type(firstSheet(book), [['kvar']]);
    await expect(readXlsx(new Uint8Array([1, 2, 3]), book)).rejects.toThrow();
    expect(shown(firstSheet(book))).toEqual([['kvar']]);
  });
});
