import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cell,
  FOLLOW_UPS_TAB,
  OCCASIONS_TAB,
  readFollowUps,
  readOccasions,
  readPeople,
  readUnits,
  roundsOf,
  type Tab,
  UNITS_TAB,
} from '../../src/workbook/index.ts';
import { type Cells, CONTEXT, grid, PEOPLE_TAB, PROGRAMMES, unit } from './builders.ts';

const UNITS: readonly Cells[] = [
  unit({ decision: 'Antagen', decisionOn: '2025-09-01', managerName: 'Anna', interestOn: '2025-08-01' }),
  unit({ id: 'r2', unit: 'Norra', round: 1, programme: 'varmland', decisionOn: '', planAreas: 'bemötande' }),
];
const PEOPLE: readonly Cells[] = [
  { unit: 'Biblioteket', email: 'a@example.org', session1: true, roles: 'Chef' },
  { unit: 'Biblioteket', email: 'b@example.org', session2: 'x', course: '6 okt 2025' },
  { unit: 'Norra', personId: 'M-1', leave: '2025-10-01–2025-10-31' },
];
const OCCASIONS: readonly Cells[] = [
  { unit: 'Biblioteket', session: 1, starts: '2025-10-06T13:00', state: 'Genomförd', attendanceComplete: true },
  { unit: 'Biblioteket', session: 2, starts: '2025-11-06T13:00' },
];
const FOLLOW_UPS: readonly Cells[] = [{ unit: 'Norra', kind: 'Enkät', on: '2025-11-20' }];

/** What a person may do to a tab: move columns, insert own ones, rename headings, sort the rows, leave empty ones. */
interface Rearrangement {
  readonly columns: readonly number[];
  readonly own: readonly number[];
  readonly rows: readonly number[];
  readonly heading: string;
  readonly blank: number;
}

const rearrangements = (tab: Tab, rows: readonly Cells[]): fc.Arbitrary<Rearrangement> =>
  fc.record({
    columns: fc.shuffledSubarray(
      tab.columns.map((_, index) => index),
      { minLength: tab.columns.length },
    ),
    own: fc.array(fc.nat({ max: tab.columns.length }), { maxLength: 4 }),
    rows: fc.shuffledSubarray(
      rows.map((_, index) => index),
      { minLength: rows.length },
    ),
    heading: fc.string({ maxLength: 8 }),
    blank: fc.nat({ max: 3 }),
  });

function rearranged(tab: Tab, rows: readonly Cells[], how: Rearrangement): Cell[][] {
  const [headings = [], keys = [], ...data] = grid(tab, rows);
  const order = <T>(list: readonly T[], places: readonly number[]): T[] =>
    places.flatMap((place) => list.slice(place, place + 1));
  const moved = [headings.map((heading) => `${how.heading}${heading}`), keys, ...order(data, how.rows)].map((row) =>
    order(row, how.columns),
  );
  const empty = Array.from({ length: how.blank }, () => moved[0]?.map((): Cell => '') ?? []);
  const [top = [], marks = [], ...rest] = moved;
  const all = [top, marks, ...empty, ...rest, ...empty];
  for (const place of how.own) {
    all.forEach((row, index) => {
      row.splice(place, 0, index === 1 ? '' : `eget ${index}`);
    });
  }
  return all;
}

const read = (units: Cell[][], people: Cell[][], occasions: Cell[][], followUps: Cell[][]) =>
  roundsOf(
    {
      units: readUnits(units, PROGRAMMES),
      people: readPeople(people, 4),
      occasions: readOccasions(occasions),
      followUps: readFollowUps(followUps),
    },
    CONTEXT,
  );

describe('a workbook that people have rearranged', () => {
  it('says the same as before', () => {
    const plain = read(
      grid(UNITS_TAB, UNITS),
      grid(PEOPLE_TAB, PEOPLE),
      grid(OCCASIONS_TAB, OCCASIONS),
      grid(FOLLOW_UPS_TAB, FOLLOW_UPS),
    );
    expect(plain.faults).toEqual([]);
    const ordered = (made: ReturnType<typeof read>) =>
      [...made.rounds]
        .sort((left, right) => (left.id < right.id ? -1 : 1))
        .map((round) => ({ ...round, people: [...round.people].sort((left, right) => (left.id < right.id ? -1 : 1)) }));
    fc.assert(
      fc.property(
        rearrangements(UNITS_TAB, UNITS),
        rearrangements(PEOPLE_TAB, PEOPLE),
        rearrangements(OCCASIONS_TAB, OCCASIONS),
        rearrangements(FOLLOW_UPS_TAB, FOLLOW_UPS),
        (units, people, occasions, followUps) => {
          const changed = read(
            rearranged(UNITS_TAB, UNITS, units),
            rearranged(PEOPLE_TAB, PEOPLE, people),
            rearranged(OCCASIONS_TAB, OCCASIONS, occasions),
            rearranged(FOLLOW_UPS_TAB, FOLLOW_UPS, followUps),
          );
          expect(ordered(changed)).toEqual(ordered(plain));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('names a column that has been deleted, and is not used where every row needs it', () => {
    const keep = (key: string): Cell[][] => {
      const place = UNITS_TAB.columns.findIndex((column) => column.key === key);
      return grid(UNITS_TAB, UNITS).map((row) => row.filter((_, index) => index !== place));
    };
    const without = readUnits(keep('managerName'), PROGRAMMES);
    expect(without.usable).toBe(true);
    expect(without.records.map((row) => row.managerName)).toEqual(['', '']);
    expect(without.faults.map((fault) => fault.text)).toEqual([
      'Kolumnen Chef saknas. Ångra ändringen, eller välj Diplomering → Installera.',
    ]);
    for (const key of ['id', 'unit', 'programme'])
      expect(readUnits(keep(key), PROGRAMMES), key).toMatchObject({ usable: false, records: [] });
  });

  it.each([
    ['emptied', (rows: Cell[][]) => rows.map((row, index) => (index === 1 ? row.map(() => '') : row))],
    ['deleted', (rows: Cell[][]) => rows.filter((_, index) => index !== 1)],
  ])('is read by its headings when the key row has been %s', (_, change) => {
    const { records, faults, keyRow } = readOccasions(change(grid(OCCASIONS_TAB, OCCASIONS)));
    expect(records.map((row) => row.session)).toEqual([1, 2]);
    expect(faults.map((fault) => fault.text)).toEqual([
      'Den dolda nyckelraden (rad 2) saknas. Välj Diplomering → Installera, så läggs den tillbaka.',
    ]);
    expect(keyRow).toEqual([]);
  });

  it('reads the left one of a copied column and names it', () => {
    const copied = grid(OCCASIONS_TAB, OCCASIONS).map((row) => [...row, row[2] ?? '']);
    const { records, faults } = readOccasions(copied);
    expect(records.map((row) => row.session)).toEqual([1, 2]);
    expect(faults.map((fault) => fault.text)).toEqual([
      'Kolumnen Träff finns två gånger. Den vänstra används. Ta bort den andra.',
    ]);
  });

  it('takes a row of tick boxes alone for an empty one', () => {
    const ticks = Object.fromEntries(
      OCCASIONS_TAB.columns.filter((column) => column.type === 'boolean').map((column) => [column.key, false]),
    );
    expect(readOccasions(grid(OCCASIONS_TAB, [ticks])).records).toEqual([]);
  });

  it('never throws, and reads what it can, whatever stands in the cells', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constantFrom('2025-13-01', '#REF!', '=A1', "'", '2025-10-06', 'Biblioteket', 'Norra', 'x'),
    );
    const rows = fc.array(fc.array(cell, { minLength: 40, maxLength: 40 }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, rows, rows, rows, (units, people, occasions, followUps) => {
        const made = read(
          [...grid(UNITS_TAB, UNITS), ...units],
          [...grid(PEOPLE_TAB, PEOPLE), ...people],
          [...grid(OCCASIONS_TAB, OCCASIONS), ...occasions],
          [...grid(FOLLOW_UPS_TAB, FOLLOW_UPS), ...followUps],
        );
        expect(made.rounds.length).toBeGreaterThanOrEqual(2);
        for (const fault of made.faults) expect(fault.cell).toMatch(/^[A-Z]{1,2}\d+$/);
      }),
      { numRuns: 200 },
    );
  });
});
