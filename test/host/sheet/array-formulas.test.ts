import { describe, expect, it } from 'vitest';
import { formulaValue, spread } from './books.ts';

const TABLE = [
  ['Ort', 'Enhet', 'Poäng', 'Dag'],
  ['Umeå', 'Norr', 3, '2025-10-06'],
  ['Lycksele', 'Söder', 1, '2025-10-07'],
  ['Umeå', 'Öster', 2, '2025-10-08'],
  ['Vindeln', 'Väster', 3, ''],
];

describe('functions that give several cells', () => {
  // Meanings as in Google's list of functions, support.google.com/docs/table/25273.
  it.each<[string, string[][]]>([
    ['=TRANSPOSE(A2:A5)', [['Umeå', 'Lycksele', 'Umeå', 'Vindeln']]],
    ['=UNIQUE(A2:A5)', [['Umeå'], ['Lycksele'], ['Vindeln']]],
    ['=UNIQUE(A2:A5;FALSE;TRUE)', [['Lycksele'], ['Vindeln']]],
    [
      '=FILTER(B2:C5;A2:A5="Umeå")',
      [
        ['Norr', '3'],
        ['Öster', '2'],
      ],
    ],
    ['=FILTER(B2:B5;A2:A5="Umeå";C2:C5<3)', [['Öster']]],
    ['=FILTER(B2:B5;A2:A5="Kiruna")', [['#N/A']]],
    [
      '=FILTER(A2:C3;{TRUE\\FALSE\\TRUE})',
      [
        ['Umeå', '3'],
        ['Lycksele', '1'],
      ],
    ],
    ['=FILTER(D2:D5;C2:C5=1)', [['2025-10-07']]],
    [
      '=SORT(A2:C5;3;FALSE;1;TRUE)',
      [
        ['Umeå', 'Norr', '3'],
        ['Vindeln', 'Väster', '3'],
        ['Umeå', 'Öster', '2'],
        ['Lycksele', 'Söder', '1'],
      ],
    ],
    ['=SORT(B2:B5;C2:C5;TRUE)', [['Söder'], ['Öster'], ['Norr'], ['Väster']]],
    ['=SORTN(C2:C5;1;0;1;FALSE)', [['3']]],
    ['=SORTN(C2:C5;1;1;1;FALSE)', [['3'], ['3']]],
    ['=SORTN(C2:C5;2;2;1;FALSE)', [['3'], ['2']]],
    ['=FLATTEN(A2:A3;B2:B3)', [['Umeå'], ['Lycksele'], ['Norr'], ['Söder']]],
    ['=TOROW(A2:B3)', [['Umeå', 'Norr', 'Lycksele', 'Söder']]],
    ['=TOCOL(A2:B3;0;TRUE)', [['Umeå'], ['Lycksele'], ['Norr'], ['Söder']]],
    [
      '=VSTACK(A2:B2;C2)',
      [
        ['Umeå', 'Norr'],
        ['3', '#N/A'],
      ],
    ],
    [
      '=HSTACK(A2:A3;C2:C3)',
      [
        ['Umeå', '3'],
        ['Lycksele', '1'],
      ],
    ],
    [
      '=CHOOSECOLS(A2:C3;3;-3)',
      [
        ['3', 'Umeå'],
        ['1', 'Lycksele'],
      ],
    ],
    ['=CHOOSEROWS(A2:A5;-1)', [['Vindeln']]],
    [
      '=WRAPROWS(A2:A4;2;"-")',
      [
        ['Umeå', 'Lycksele'],
        ['Umeå', '-'],
      ],
    ],
    ['=ARRAY_CONSTRAIN(A2:C5;1;2)', [['Umeå', 'Norr']]],
    [
      '=SEQUENCE(2;3;10;5)',
      [
        ['10', '15', '20'],
        ['25', '30', '35'],
      ],
    ],
    ['=SPLIT("a, b,c";", ")', [['a', 'b', 'c']]],
    ['=SPLIT("a, b,c";", ";FALSE)', [['a', 'b,c']]],
    ['=SPLIT("2025-10-06 2";" ")', [['2025-10-06', '2']]],
    [
      '=ARRAYFORMULA(SPLIT(A2:A3;"e"))',
      [
        ['Um', 'å'],
        ['Lycks', 'l'],
      ],
    ],
    ['=REGEXEXTRACT("2025-10";"(\\d+)-(\\d+)")', [['2025', '10']]],
    ['=ARRAYFORMULA(A2:A3&" "&C2:C3)', [['Umeå 3'], ['Lycksele 1']]],
    ['=ARRAYFORMULA(IFERROR(VLOOKUP({"Lycksele";"Kiruna"};A2:C5;3;FALSE);"-"))', [['1'], ['-']]],
    ['=ARRAYFORMULA(COUNTIF(A2:A5;{"Umeå"\\"Vindeln"}))', [['2', '1']]],
    ['=ARRAYFORMULA(SUMIF(A2:A5;UNIQUE(A2:A5);C2:C5))', [['5'], ['1'], ['3']]],
    [
      '={A2\\B2;A3\\B3}',
      [
        ['Umeå', 'Norr'],
        ['Lycksele', 'Söder'],
      ],
    ],
    ['=MMULT({1\\2;3\\4};{1;1})', [['3'], ['7']]],
    ['=FREQUENCY(C2:C5;{1;2})', [['1'], ['1'], ['2']]],
    ['=INDEX(A2:C5;2;0)', [['Lycksele', 'Söder', '1']]],
    ['=XLOOKUP("Lycksele";A2:A5;B2:C5)', [['Söder', '1']]],
    ['=IF(TRUE;A2:A3;"")', [['Umeå'], ['Lycksele']]],
  ])('%s', (formula, cells) => {
    expect(spread(formula, TABLE)).toEqual(cells);
  });
});

describe('LAMBDA and the functions that take one', () => {
  it.each<[string, string[][]]>([
    ['=LAMBDA(a;b;a*b)(3;4)', [['12']]],
    ['=LAMBDA(a;a)', [['#N/A']]],
    ['=LET(dubbel;LAMBDA(x;x*2);dubbel(dubbel(3)))', [['12']]],
    ['=LET(x;2;LAMBDA(y;x+y)(5))', [['7']]],
    ['=MAP(C2:C3;LAMBDA(p;IF(p>1;"ja";"nej")))', [['ja'], ['nej']]],
    ['=MAP(A2:A3;C2:C3;LAMBDA(ort;p;ort&p))', [['Umeå3'], ['Lycksele1']]],
    ['=BYROW(A2:C3;LAMBDA(rad;INDEX(rad;1;2)))', [['Norr'], ['Söder']]],
    ['=BYCOL(C2:C5;LAMBDA(kolumn;SUM(kolumn)))', [['9']]],
    ['=REDUCE(0;C2:C5;LAMBDA(summa;p;summa+p))', [['9']]],
    ['=SCAN(0;C2:C5;LAMBDA(summa;p;summa+p))', [['3'], ['4'], ['6'], ['9']]],
    [
      '=MAKEARRAY(2;2;LAMBDA(rad;kolumn;rad*10+kolumn))',
      [
        ['11', '12'],
        ['21', '22'],
      ],
    ],
  ])('%s', (formula, cells) => {
    expect(spread(formula, TABLE)).toEqual(cells);
  });
});

describe('functions that sum up', () => {
  it.each<[string, unknown]>([
    ['=MEDIAN(C3:C6)', 2.5],
    ['=MODE(C3:C6)', 3],
    ['=STDEV(C3:C6)', Math.sqrt(2.75 / 3)],
    ['=VARP(C3:C6)', 0.6875],
    ['=PERCENTILE(C3:C6;0,5)', 2.5],
    ['=QUARTILE(C3:C6;1)', 1.75],
    ['=RANK(2;C3:C6)', 3],
    ['=RANK.AVG(3;C3:C6)', 1.5],
    ['=LARGE(C3:C6;2)', 3],
    ['=SMALL(C3:C6;9)', '#NUM!'],
    ['=COUNTUNIQUE(A3:A6)', 3],
    ['=COUNTBLANK(D3:D6)', 1],
    ['=MAXIFS(C3:C6;A3:A6;"Umeå")', 3],
    ['=MINIFS(C3:C6;A3:A6;"Umeå")', 2],
    ['=AVERAGEIF(A3:A6;"Umeå";C3:C6)', 2.5],
    ['=AVERAGEIFS(C3:C6;A3:A6;"Kiruna")', '#DIV/0!'],
    ['=SUBTOTAL(9;C3:C6)', 9],
    ['=CORREL(C3:C6;C3:C6)', 1],
    ['=SLOPE({2;4;6};{1;2;3})', 2],
    ['=INTERCEPT({3;5;7};{1;2;3})', 1],
    ['=AVERAGE.WEIGHTED({1;3};{3;1})', 1.5],
    ['=NETWORKDAYS.INTL(DATE(2025;10;6);DATE(2025;10;12);"0000011")', 5],
    ['=WORKDAY(DATE(2025;10;3);1)-DATE(2025;10;6)', 0],
    ['=WORKDAY.INTL(DATE(2025;10;3);1;1;DATE(2025;10;6))-DATE(2025;10;7)', 0],
    ['=ISBETWEEN(3;1;3;TRUE;FALSE)', false],
    ['=ISDATE(D3)', true],
    ['=ISDATE(C3)', false],
    ['=ADDRESS(2;28;4)', 'AB2'],
    ['=CELL("address";C3)', '$C$3'],
    ['=ERROR.TYPE(NA())', 7],
    ['=XMATCH("Vindeln";A3:A6)', 4],
    ['=HLOOKUP("Poäng";A2:D6;3;FALSE)', 1],
    ['=SUM(OFFSET(C3;1;0;2;1))', 3],
    ['=REGEXREPLACE("Kim Ek";"(\\w+) (\\w+)";"$2 $1")', 'Ek Kim'],
    ['=REGEXMATCH("ABC";"(?i)b")', true],
    ['=IMPORTRANGE("x";"A1")', '#REF!'],
  ])('%s gives %o', (formula, value) => {
    const found = formulaValue(formula, TABLE);
    if (typeof value === 'number') expect(found).toBeCloseTo(value, 12);
    else expect(found).toBe(value);
  });
});
