import { describe, expect, it } from 'vitest';
import { isDateKind } from '../../../scripts/host/sheet/number-format.ts';
import { bookOf, firstSheet, formulaValue, NOON, sheetOf, shown, type } from './books.ts';

const TABLE = [
  ['a', 1, '2025-10-06'],
  ['b', 2, '2025-10-07'],
  ['A', 3, ''],
  ['', 4, ''],
];

describe('formulas with Swedish conventions', () => {
  // Meanings as in Google's list of functions, support.google.com/docs/table/25273.
  it.each<[string, unknown]>([
    ['=1+2*3', 7],
    ['=-2^2', 4],
    ['=50%', 0.5],
    ['=1,5*2', 3],
    ['="a"&1,5', 'a1,5'],
    ['="A"="a"', true],
    ['=1/0', '#DIV/0!'],
    ['=1/3', 1 / 3],
    ['="x"+1', '#VALUE!'],
    ['=SUM(B2:B5)', 10],
    ['=SUM(B:B)', '#REF!'],
    ['=AVERAGE(B2:B5)', 2.5],
    ['=COUNT(A2:B5)', 4],
    ['=COUNTA(A2:A5)', 3],
    ['=COUNTIF(A2:A5;"a")', 2],
    ['=COUNTIF(B2:B5;">=2")', 3],
    ['=COUNTIF(A2:A5;"<>a")', 2],
    ['=COUNTIFS(A2:A5;"a";B2:B5;">1")', 1],
    ['=SUMIF(A2:A5;"a";B2:B5)', 4],
    ['=SUMIFS(B2:B5;A2:A5;"a";B2:B5;"<3")', 1],
    ['=VLOOKUP("b";A2:B5;2;FALSE)', 2],
    ['=VLOOKUP("z";A2:B5;2;FALSE)', '#N/A'],
    ['=VLOOKUP("b";A2:B5;9;FALSE)', '#REF!'],
    ['=VLOOKUP(2,5;B2:C5;1)', 2],
    ['=LOOKUP("b";A2:A3;B2:B3)', 2],
    ['=XLOOKUP("b";A2:A5;B2:B5)', 2],
    ['=XLOOKUP("z";A2:A5;B2:B5;"saknas")', 'saknas'],
    ['=XLOOKUP(2,5;B2:B5;A2:A5;"";-1)', 'b'],
    ['=XLOOKUP(2,5;B2:B5;B2:B5;"";1)', 3],
    ['=INDEX(B2:B5;MATCH("b";A2:A5;0))', 2],
    ['=IFERROR(VLOOKUP("z";A2:B5;2;FALSE);"")', ''],
    ['=IFERROR(1/0)', null],
    ['=+A2', 'a'],
    ['=UMINUS(B3)', -2],
    ['=UNARY_PERCENT(50)', 0.5],
    ['=TO_TEXT(C2)', '2025-10-06'],
    ['=TO_TEXT(TODAY())', '2025-10-06'],
    ['=TO_TEXT(1,5)', '1,5'],
    ['=XNPV(1;2)', '#VALUE!'],
    ['=IFNA(1/0;"x")', '#DIV/0!'],
    ['=IF(B2>0;"ja";"nej")', 'ja'],
    ['=IF(A5="";"tom";"full")', 'tom'],
    ['=IFS(B2>1;"a";B2=1;"b")', 'b'],
    ['=SWITCH(B2;1;"ett";"annat")', 'ett'],
    ['=AND(TRUE;B2=1)', true],
    ['=OR(FALSE;B2=2)', false],
    ['=ISBLANK(A5)', true],
    ['=TEXT(C2;"yyyy-mm-dd")', '2025-10-06'],
    ['=TEXT(0,895;"0,0%")', '90%'],
    ['=TEXTJOIN(", ";TRUE;A2:A5)', 'a, b, A'],
    ['=LEFT("Kim";2)', 'Ki'],
    ['=SUBSTITUTE("a-b-c";"-";"+")', 'a+b+c'],
    ['=REGEXMATCH("abc";"^a.c$")', true],
    ['=LEN("åäö")', 3],
    ['=ROUND(2,345;2)', 2.35],
    ['=MOD(-1;3)', 2],
    ['=YEAR(C2)', 2025],
    ['=WEEKDAY(C2;2)', 1],
    ['=ISOWEEKNUM(C2)', 41],
    ['=DATEDIF(C2;C2+40;"M")', 1],
    ['=EDATE(DATE(2025;1;31);1)', 45_716],
    ['=NETWORKDAYS(C2;C2+6)', 5],
    ['=SUMPRODUCT((A2:A5="a")*B2:B5)', 4],
    ['=ROWS(A2:A5)', 4],
    ['=INDIRECT("B3")', 2],
    ['=LET(x;2;x*x)', 4],
    ['=FOO(1)', '#NAME?'],
    ['=Namnlöst', '#NAME?'],
    ['=SUM(1;', '#ERROR!'],
    ['=Saknas!A1', '#REF!'],
  ])('%s gives %o', (formula, value) => {
    expect(formulaValue(formula, TABLE)).toEqual(value);
  });

  it('leave functions that the host lacks to IronCalc', () => {
    expect(formulaValue('=PMT(0,1;10;100)')).toBeCloseTo(-16.2745394882512, 9);
    expect(formulaValue('=DAYS360(C2;C2+31)', TABLE)).toBe(30);
    expect(formulaValue('=YEARFRAC(C2;C2+31)', TABLE)).toBeCloseTo(30 / 360, 9);
    expect(formulaValue('=GCD(B2;12)', [['', 8]])).toBe(4);
  });
});

describe('formulas in a Swedish sheet', () => {
  it.each<[string, unknown]>([
    ['=SUMMA(B2:B5)', 10],
    ['=OM(ÄRTOM(A5);"tom";"full")', 'tom'],
    ['=OMFEL(LETARAD("b";A2:B5;2;FALSKT);0)', 2],
    ['=VLOOKUP("b";A2:B5;2;FALSE)', 2],
    ['=SUM({1\\2,5;3\\4})', 10.5],
    // https://www.benlcollins.com/spreadsheets/sheets-location/: where the comma is the decimal sign, ";" stands between arguments
    // and "\\" between columns. A comma typed there is never taken for them, as people who move a formula from an English sheet find.
    ['=ROUND(B2,1)', '#ERROR!'],
    ['=IF(B2>0, "ja", "nej")', '#ERROR!'],
    ['=DATE(2025,10,6)', '#ERROR!'],
    ['={1,2,3}', '#ERROR!'],
  ])('%s gives %o', (formula, value) => {
    expect(formulaValue(formula, TABLE)).toEqual(value);
  });

  it('give the same chance in every run', () => {
    const first = formulaValue('=RAND()');
    expect(first).toBe(formulaValue('=RAND()'));
    expect(Number(first) >= 0 && Number(first) < 1).toBe(true);
  });
});

describe('formulas with English conventions', () => {
  it.each<[string, unknown]>([
    ['=SUM(1.5,2)', 3.5],
    ['=IF(B2>0,"yes","no")', 'yes'],
    ['=IF(B2>0;"yes";"no")', 'yes'],
    ['="a"&1.5', 'a1.5'],
    ['=SUM({1,2;3,4})', 10],
  ])('%s gives %o', (formula, value) => {
    expect(formulaValue(formula, TABLE, 'en_US')).toEqual(value);
  });
});

describe('results', () => {
  it('are computed again when a cell changes, and kept until then', () => {
    const sheet = sheetOf([['1', '=A1*2']]);
    expect(sheet.value(0, 1)).toBe(2);
    type(sheet, [['5']]);
    expect(sheet.value(0, 1)).toBe(10);
  });

  it('of TODAY follow the clock and are dates', () => {
    const clock = { now: NOON };
    const sheet = firstSheet(bookOf('sv_SE', 'Europe/Stockholm', clock));
    type(sheet, [['=TODAY()', '=A1+1', '=A1-A1']]);
    expect(shown(sheet)).toEqual([['2025-10-06', '2025-10-07', '0']]);
    clock.now += 86_400_000;
    expect(sheet.value(0, 0)).toBe(45_937);
    const style = sheet.workbook.calculator.resultStyle(sheet, 0, 0);
    expect(style?.format && isDateKind(style.format.kind)).toBe(true);
  });

  it('of a cell that refers to itself are #REF!', () => {
    expect(shown(sheetOf([['=B1', '=A1']]))).toEqual([['#REF!', '#REF!']]);
  });

  it('spill over the cells beside and below', () => {
    const sheet = sheetOf([
      ['b', '=UNIQUE(A1:A3)'],
      ['a', ''],
      ['b', ''],
    ]);
    expect(shown(sheet)).toEqual([
      ['b', 'b'],
      ['a', 'a'],
      ['b', ''],
    ]);
    type(sheet, [['x']], 1, 1);
    expect(shown(sheet)[0]).toEqual(['b', '#REF!']);
  });

  it('of ARRAYFORMULA go element by element and count as data', () => {
    const sheet = sheetOf([['1', '=ARRAYFORMULA(IF(A1:A3>1;A1:A3*10;"-"))'], ['2'], ['3']]);
    expect(shown(sheet).map((row) => row[1])).toEqual(['-', '20', '30']);
  });

  it('may build on each other down whole columns', () => {
    const sheet = sheetOf([
      ['1', '10', '=ARRAYFORMULA(A1:A+0)', '=ARRAYFORMULA(B1:B*C1:C)'],
      ['2', '20'],
      ['3', '30'],
    ]);
    expect(
      shown(sheet)
        .slice(0, 4)
        .map((row) => [row[2], row[3]]),
    ).toEqual([
      ['1', '10'],
      ['2', '40'],
      ['3', '90'],
      ['0', '0'],
    ]);
  });

  it('in FILTER and SORT keep what they pick', () => {
    const sheet = sheetOf([
      ['3', 'x', '=SORT(FILTER(A1:A3;B1:B3="x");1;TRUE)'],
      ['2', 'y'],
      ['1', 'x'],
    ]);
    expect(shown(sheet).map((row) => row[2])).toEqual(['1', '3', '']);
  });
});
