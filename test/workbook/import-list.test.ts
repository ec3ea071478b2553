import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  newRow,
  pastedGrid,
  planPeopleImport,
  planUnitImport,
  readPeople,
  readUnits,
  recognisedColumns,
  UNITS_TAB,
} from '../../src/workbook/index.ts';
import { day, grid, PEOPLE_TAB, PROGRAMMES } from './builders.ts';

describe('a pasted list', () => {
  it.each<[string, string, string[][]]>([
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons',
      'a;b\r\n1;"2;3"',
      [
        ['a', 'b'],
        ['1', '2;3'],
      ],
    ],
    [
      'commas',
      'a,b\n"1 ""x""","2\n3"',
      [
        ['a', 'b'],
        ['1 "x"', '2\n3'],
      ],
    ],
    [
      'rows of different lengths',
      'a\tb\n1',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    [
      'empty lines',
      '\ufeffa\tb\n\n\t\n1\t2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['nothing', '', []],
  ])('with %s', (_, text, expected) => expect(pastedGrid(text)).toEqual(expected));

  it('gives back the cells that were put in', () => {
    const cell = fc.string({ unit: 'grapheme-ascii' }).map((text) => text.replace(/[\t\r"]/g, ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const text = [['x', 'y'], ...rows].map((row) => row.map((one) => `"${one}"`).join('\t')).join('\n');
        expect(pastedGrid(text)).toEqual([['x', 'y'], ...rows.filter((row) => row.some((one) => one.trim() !== ''))]);
      }),
    );
  });
});

describe('headings of people’s own lists', () => {
  it.each([
    ['Enhet', 'unit'],
    ['VERKSAMHET ', 'unit'],
    ['Dnr:', 'caseNumber'],
    ['Diplomeringsdatum', 'diplomaOn'],
    ['E-post chef', 'managerEmail'],
    ['Antal medarbetare', 'staff'],
    ['Forvaltning', 'administration'],
    ['Skostorlek', ''],
    ['', ''],
  ])('%j', (heading, key) => expect(recognisedColumns(UNITS_TAB, [heading])).toEqual([key]));

  it('go to each column once, the exact heading first', () => {
    expect(recognisedColumns(UNITS_TAB, ['Enhet', 'Verksamhet', 'Enhet'])).toEqual(['', 'unit', '']);
  });

  it('never fill a computed column or an id', () => {
    expect(recognisedColumns(UNITS_TAB, ['Status', 'Kod', 'id', 'Underlag', 'Närvaro'])).toEqual(['', '', '', '', '']);
  });
});

const UNIT_LIST = [
  ['Enhet', 'Program', 'Diplomerad', 'Chefens mejl', 'Skostorlek'],
  ['Biblioteket', '', '6/10 2025', 'chef@example.org', '42'],
  ['Norra', 'Hbtq-klivet', 'snart', '', ''],
  ['', 'Hbtq-klivet', '', 'x@example.org', ''],
  ['Södra', 'Okänt', '', '', ''],
  ['biblioteket ', '', '', '', ''],
];

describe('importing units', () => {
  const plan = planUnitImport(UNIT_LIST, [], PROGRAMMES, 'vasterbotten');

  it('shows what is added, with what could not be read', () => {
    expect(plan.columns.map((column) => column.key)).toEqual(['unit', 'programme', 'diplomaOn', 'managerEmail']);
    expect(plan.unknown).toEqual(['Skostorlek']);
    expect(plan.added).toEqual([
      {
        line: 2,
        name: 'Biblioteket',
        values: {
          unit: 'Biblioteket',
          programme: 'Hbtq-diplomering i Västerbotten',
          diplomaOn: day('2025-10-06'),
          managerEmail: 'chef@example.org',
        },
      },
      { line: 3, name: 'Norra', values: { unit: 'Norra', programme: 'Hbtq-klivet' } },
    ]);
    expect(plan.remarks).toEqual([
      { line: 3, text: 'Diplomerad: Kan inte läsas: ”snart”. Skriv ett datum som 2025-10-06.' },
    ]);
  });

  it('refuses rows with a reason', () => {
    expect(plan.refused).toEqual([
      { line: 4, text: 'Raden saknar verksamhetens namn.' },
      { line: 5, text: 'Raden saknar ett program som finns. Välj program för hela listan, eller skriv det på raden.' },
      { line: 6, text: 'Samma som rad 2 i listan. Ta bort en av dem.' },
    ]);
  });

  it('leaves out the hidden keys of a tab that was copied whole, and counts the lines as they stand in the list', () => {
    const keys = ['unit', 'programme', 'diplomaOn', 'managerEmail', ''];
    const copied = planUnitImport(
      [...UNIT_LIST.slice(0, 1), keys, ...UNIT_LIST.slice(1)],
      [],
      PROGRAMMES,
      'vasterbotten',
    );
    const later = <T extends { readonly line: number }>(rows: readonly T[]) =>
      rows.map((row) => ({ ...row, line: row.line + 1 }));
    expect(copied.added).toEqual(later(plan.added));
    expect(copied.refused).toEqual([
      ...later(plan.refused.slice(0, 2)),
      { line: 7, text: expect.stringContaining('rad 3') },
    ]);
  });

  it('refuses every row where no heading is understood', () => {
    const list = [['Skostorlek'], ['42'], ['43']];
    expect(planUnitImport(list, [], PROGRAMMES, 'vasterbotten').refused.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('shows what is changed, and never empties a cell', () => {
    const existing = readUnits(
      grid(UNITS_TAB, [
        {
          id: 'r1',
          unit: 'Biblioteket',
          programme: 'vasterbotten',
          managerEmail: 'gammal@example.org',
          managerName: 'Anna',
          diplomaOn: '2025-10-06',
        },
      ]),
      PROGRAMMES,
    ).records;
    const changed = planUnitImport(UNIT_LIST.slice(0, 2), existing, PROGRAMMES, 'vasterbotten');
    expect(changed).toMatchObject({
      added: [],
      unchanged: 0,
      changed: [{ line: 2, row: 3, values: { managerEmail: 'chef@example.org' } }],
    });
    expect(Object.keys(changed.changed[0]?.values ?? {})).toEqual(['managerEmail']);
  });

  it('changes nothing the second time', () => {
    const keys = UNITS_TAB.columns.map((column) => column.key);
    const rows = plan.added.map((row, index) => newRow(UNITS_TAB, keys, { ...row.values, id: `r${index}` }) ?? []);
    const existing = readUnits([...grid(UNITS_TAB, []), ...rows], PROGRAMMES).records;
    expect(planUnitImport(UNIT_LIST, existing, PROGRAMMES, 'vasterbotten')).toMatchObject({
      added: [],
      changed: [],
      unchanged: 2,
    });
  });
});

describe('importing people', () => {
  const LIST = [
    ['Arbetsplats', 'Namn', 'Mejladress', 'Befattning', 'Träff 1', 'Dag 2', 'Tidigare diplomerad'],
    ['Biblioteket', 'Anna', 'A@example.org', 'Chef', 'x', '', '2016'],
    ['Okänd', 'Bo', 'b@example.org', '', '', '', ''],
    ['Biblioteket', '', '', '', 'x', '', ''],
  ];
  const isRound = (unit: string): boolean => unit === 'Biblioteket';

  it('takes roles, ticks and earlier diplomas along, and nothing the second time', () => {
    const plan = planPeopleImport(LIST, [], 4, isRound);
    expect(plan.added).toEqual([
      {
        line: 2,
        name: 'Anna',
        values: {
          unit: 'Biblioteket',
          name: 'Anna',
          email: 'a@example.org',
          roles: ['manager'],
          earlierDiploma: 2016,
          session1: true,
        },
      },
    ]);
    expect(plan.refused).toEqual([
      { line: 3, text: 'Verksamheten Okänd finns inte. Lägg till den först.' },
      { line: 4, text: 'Raden saknar e-post, medarbetar-id och namn.' },
    ]);
    const rows = plan.added.map(
      (row) =>
        newRow(
          PEOPLE_TAB,
          PEOPLE_TAB.columns.map((column) => column.key),
          row.values,
        ) ?? [],
    );
    const existing = readPeople([...grid(PEOPLE_TAB, []), ...rows], 4).records;
    expect(planPeopleImport(LIST, existing, 4, isRound)).toMatchObject({ added: [], changed: [], unchanged: 1 });
  });
});
