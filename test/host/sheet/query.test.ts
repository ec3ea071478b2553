import { describe, expect, it } from 'vitest';
import { spread } from './books.ts';

/** The table of the reference of the query language, developers.google.com/chart/interactive/docs/querylanguage. */
const STAFF = [
  ['name', 'dept', 'lunchTime', 'salary', 'hireDate', 'age', 'isSenior'],
  ['John', 'Eng', '12:00:00', 1000, '2005-03-19', 35, true],
  ['Dave', 'Eng', '12:00:00', 500, '2006-04-19', 27, false],
  ['Sally', 'Eng', '13:00:00', 600, '2005-10-10', 30, false],
  ['Ben', 'Sales', '12:00:00', 400, '2002-10-10', 32, true],
  ['Dana', 'Sales', '12:00:00', 350, '2004-09-08', 25, false],
  ['Mike', 'Marketing', '13:00:00', 800, '2005-01-10', 24, true],
];

function ask(query: string): string[][] {
  return spread(`=QUERY(A1:G7;"${query}")`, STAFF);
}

describe('QUERY answers as the reference of its language shows', () => {
  it.each<[string, string[][]]>([
    [
      'select B, sum(D) group by B',
      [
        ['dept', 'sum salary'],
        ['Eng', '2100'],
        ['Marketing', '800'],
        ['Sales', '750'],
      ],
    ],
    [
      'select B, max(D), count(A) group by B',
      [
        ['dept', 'max salary', 'count name'],
        ['Eng', '1000', '3'],
        ['Marketing', '800', '1'],
        ['Sales', '400', '2'],
      ],
    ],
    ['select A where D > 700', [['name'], ['John'], ['Mike']]],
    ['select A where D > 700 order by A desc', [['name'], ['Mike'], ['John']]],
    [
      'select A, D order by D limit 2',
      [
        ['name', 'salary'],
        ['Dana', '350'],
        ['Ben', '400'],
      ],
    ],
    ['select A order by D limit 2 offset 1', [['name'], ['Ben'], ['Dave']]],
    ["select A where B = 'Eng' and G = true", [['name'], ['John']]],
    ["select A where B <> 'Eng' and not (G = true)", [['name'], ['Dana']]],
    ["select A where B = 'Sales' or (B = 'Eng' and F < 30)", [['name'], ['Dave'], ['Ben'], ['Dana']]],
    ["select A where A contains 'a'", [['name'], ['Dave'], ['Sally'], ['Dana']]],
    ["select A where A starts with 'Da'", [['name'], ['Dave'], ['Dana']]],
    ["select A where A ends with 'e'", [['name'], ['Dave'], ['Mike']]],
    ["select A where A like '_a%'", [['name'], ['Dave'], ['Sally'], ['Dana']]],
    ["select A where A matches '.*a'", [['name'], ['Dana']]],
    ["select A where lower(A) = 'ben'", [['name'], ['Ben']]],
    [
      "select A, E where E >= date '2005-10-10'",
      [
        ['name', 'hireDate'],
        ['Dave', '2006-04-19'],
        ['Sally', '2005-10-10'],
      ],
    ],
    ["select A where C = timeofday '13:00:00'", [['name'], ['Sally'], ['Mike']]],
    ["select sum(D) where B = 'Eng' label sum(D) 'Lön'", [['Lön'], ['2100']]],
    ["select sum(D) label sum(D) ''", [['3650']]],
    ["select E where A = 'Ben' label E 'Dag' format E 'yyyy'", [['Dag'], ['2002']]],
    [
      'select sum(D) pivot B',
      [
        ['Eng', 'Marketing', 'Sales'],
        ['2100', '800', '750'],
      ],
    ],
    [
      'select B, sum(D) group by B pivot C',
      [
        ['dept', '12:00:00', '13:00:00'],
        ['Eng', '1500', '600'],
        ['Marketing', '', '800'],
        ['Sales', '750', ''],
      ],
    ],
    [
      'select B, sum(D), max(F) group by B pivot G',
      [
        ['dept', 'FALSKT sum salary', 'SANT sum salary', 'FALSKT max age', 'SANT max age'],
        ['Eng', '1100', '1000', '30', '35'],
        ['Marketing', '', '800', '', '24'],
        ['Sales', '350', '400', '25', '32'],
      ],
    ],
    ['select avg(F) group by B order by avg(F) desc', [['avg age'], ['30,66666667'], ['28,5'], ['24']]],
    [
      'select year(E), count(A) group by year(E) order by count(A) desc limit 1',
      [
        ['year(hireDate)', 'count name'],
        ['2005', '3'],
      ],
    ],
    [
      "select A, month(E) where A = 'John'",
      [
        ['name', 'month(hireDate)'],
        ['John', '2'],
      ],
    ],
    ["select D / 100 + 1 where A = 'Ben' label D / 100 + 1 'kvot'", [['kvot'], ['5']]],
    ["select dateDiff(E, date '2002-10-01') where A = 'Ben' label dateDiff(E, date '2002-10-01') ''", [['9']]],
    ['SELECT `A` WHERE Col4 = 400', [['name'], ['Ben']]],
    ["select count(A) where A = 'Nobody'", [['count name']]],
  ])('%s', (query, answer) => {
    expect(ask(query)).toEqual(answer);
  });
});

describe('QUERY', () => {
  it('reads columns of an array as Col1, Col2, and names rows that no header has', () => {
    expect(spread('=QUERY({A2:A4\\D2:D4};"select Col1 where Col2 > 550";0)', STAFF)).toEqual([['John'], ['Sally']]);
    expect(spread('=QUERY(A2:D7;"select B, sum(D) group by B limit 1";0)', STAFF)).toEqual([
      ['', 'sum '],
      ['Eng', '2100'],
    ]);
  });

  it('gives all columns without a query, and joins several header rows', () => {
    const rows = [
      ['Namn', 'Antal'],
      ['', 'per år'],
      ['Norr', 3],
      ['Söder', 4],
    ];
    expect(spread('=QUERY(A1:B4;"")', rows)).toEqual([
      ['Namn', 'Antal per år'],
      ['Norr', '3'],
      ['Söder', '4'],
    ]);
    expect(spread('=QUERY(A1:B4;"select *";1)', rows)).toEqual([
      ['Namn', 'Antal'],
      ['', ''],
      ['Norr', '3'],
      ['Söder', '4'],
    ]);
  });

  it('holds what is of another type than most of the column for empty', () => {
    const rows = [[1], ['saknas'], [2], ['']];
    expect(spread('=QUERY(A1:A4;"select A where A is null";0)', rows)).toEqual([]);
    expect(spread("=QUERY(A1:A4;\"select count(A), sum(A) label count(A) '', sum(A) ''\";0)", rows)).toEqual([
      ['2', '3'],
    ]);
  });

  it('compares nothing with an empty cell, which "is null" finds', () => {
    const rows = [
      ['a', 1],
      ['', 2],
      ['b', 3],
    ];
    expect(spread('=QUERY(A1:B3;"select B where A <> \'a\'";0)', rows)).toEqual([['3']]);
    expect(spread('=QUERY(A1:B3;"select B where not A = \'a\'";0)', rows)).toEqual([['2'], ['3']]);
    expect(spread('=QUERY(A1:B3;"select B where A is null";0)', rows)).toEqual([['2']]);
    expect(spread('=QUERY(A1:B3;"select A, B order by A";0)', rows).map(([, number]) => number)).toEqual([
      '2',
      '1',
      '3',
    ]);
  });

  it.each([
    ['select H', '#VALUE!'],
    ['select a', '#VALUE!'],
    ['select A group by B', '#VALUE!'],
    ['select sum(A)', '#VALUE!'],
    ['select A where', '#VALUE!'],
    ['where D > 1 select A', '#VALUE!'],
    ["select A where E > date '05-03'", '#VALUE!'],
  ])('refuses "%s" with %s', (query, error) => {
    expect(ask(query)).toEqual([[error]]);
  });

  it('is #N/A when nothing is left, not even a header', () => {
    expect(spread('=QUERY(A2:D7;"select A where D > 9999";0)', STAFF)).toEqual([['#N/A']]);
  });
});
