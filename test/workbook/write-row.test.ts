import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localeOf } from '../../scripts/host/sheet/locale.ts';
import { parseTyped } from '../../scripts/host/sheet/typed.ts';
import { newRow, readPeople, readUnits, safeText, textForTextCell, UNITS_TAB } from '../../src/workbook/index.ts';
import { withoutMark } from '../../src/workbook/safe-text.ts';
import { day, grid, PEOPLE_TAB, PROGRAMMES } from './builders.ts';

const HOSTILE = [
  '=IMPORTXML("https://example.org";"//a")',
  '=1+1',
  '+46 70 123',
  '-1',
  '@SUM(A1)',
  '\t=1+1',
  '\r\n=1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\ufeff=HYPERLINK("https://example.org")',
  "'=1+1",
  'TRUE',
  'sant',
  '007',
  '1-2',
  '2025-10-06',
  '12:30',
  '95 %',
  '1e5',
  'maj 3',
  'kr 5',
  '(5)',
  '＝1+1',
];

/** What the sheet makes of a cell that is written, as it makes of what a person types. */
const becomes = (text: string) => parseTyped(safeText(text), { locale: localeOf('sv_SE'), year: 2025 });

describe('a text from outside', () => {
  it.each(HOSTILE)('%j stays a text', (text) => {
    expect(becomes(text).kind).toBe('text');
  });

  it('never becomes anything but text or nothing, whatever it is', () => {
    const pieces = fc.oneof(
      fc.constantFrom(...HOSTILE, '=', '+', "'", '\n', ' ', 'a'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 5 }), (parts) => {
        expect(['text', 'empty']).toContain(becomes(parts.join('')).kind);
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same text again when it is read, with or without the mark, and written once more', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme' })), (text) => {
        const written = safeText(text);
        const kept = written.startsWith("'") ? written.slice(1) : written;
        expect(safeText(kept)).toBe(written);
        expect(withoutMark(written)).toBe(kept);
      }),
    );
  });

  it('keeps the letters, lines and apostrophes that a person wrote', () => {
    expect(safeText("Ängelholms bibliotek, 't Hooft & Åsa\nrad två")).toBe(
      "Ängelholms bibliotek, 't Hooft & Åsa\nrad två",
    );
    expect(withoutMark("'t Hooft")).toBe("'t Hooft");
  });

  it('is cut where a cell would not take it', () => {
    expect(safeText('a'.repeat(60_000)).length).toBeLessThan(50_000);
  });
});

describe('a text from outside in a cell that is formatted as text', () => {
  it('never starts a formula, whatever it is, also where somebody has changed the format', () => {
    const pieces = fc.oneof(
      fc.constantFrom(...HOSTILE, '=', '+', ' ', '\u00a0', '\ufeff', '\n', "'"),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 5 }), (parts) => {
        const written = textForTextCell(parts.join(''));
        expect(written).not.toMatch(/^[=+\-@]/);
        expect(parseTyped(written, { locale: localeOf('sv_SE'), year: 2025 }).kind).not.toBe('formula');
      }),
      { numRuns: 2000 },
    );
  });

  it.each(["'=1+1", 'Norra', '007', 'TRUE'])('%j is shown as it is', (text) =>
    expect(textForTextCell(text)).toBe(text),
  );
});

describe('a new row', () => {
  const keys = PEOPLE_TAB.columns.map((column) => column.key);

  it('stands in the order of the key row, also where people have moved and inserted columns', () => {
    const keyRow = ['', ...[...keys].reverse(), 'egen'];
    const row = newRow(PEOPLE_TAB, keyRow, {
      unit: '=Norra',
      email: 'a@example.org',
      roles: ['manager', 'doctor'],
      from: day('2025-10-06'),
    });
    expect(row).toHaveLength(keyRow.length);
    expect(row?.[keyRow.indexOf('unit')]).toBe(' =Norra');
    expect(row?.[keyRow.indexOf('roles')]).toBe('Chef, Läkare');
    expect(row?.[keyRow.indexOf('from')]).toBe('2025-10-06');
    expect(row?.[keyRow.indexOf('remaining')]).toMatch(/^=LET\(/);
    expect([row?.[0], row?.at(-1)]).toEqual(['', '']);
  });

  it('is not written where a column that it fills, or that every row needs, is missing', () => {
    expect(
      newRow(
        PEOPLE_TAB,
        keys.filter((key) => key !== 'name'),
        { unit: 'Norra', name: 'Anna' },
      ),
    ).toBeNull();
    expect(
      newRow(
        PEOPLE_TAB,
        keys.filter((key) => key !== 'unit'),
        { email: 'a@example.org' },
      ),
    ).toBeNull();
    expect(
      newRow(
        PEOPLE_TAB,
        keys.filter((key) => key !== 'leave'),
        { unit: 'Norra', leave: [] },
      ),
    ).not.toBeNull();
  });

  it('of a person reads back as what was written', () => {
    const leave = [
      { from: day('2025-10-01'), to: day('2025-12-31') },
      { from: day('2026-03-01'), to: null },
    ];
    const written = {
      unit: 'Norra',
      round: 2,
      name: '+Anna',
      email: '1a@example.org',
      roles: ['group'],
      leave,
      earlierDiploma: 2016,
      session2: true,
      course: day('2025-09-20'),
    };
    const row = newRow(PEOPLE_TAB, keys, written);
    const { records, faults } = readPeople([...grid(PEOPLE_TAB, []), row ?? []], 4);
    expect(faults).toEqual([]);
    const { session2: _, ...read } = written;
    expect(records).toMatchObject([{ ...read, attended: 2 }]);
  });

  it('of a unit reads back as what was written', () => {
    const written = {
      id: '12e456789012',
      unit: '1177',
      programme: 'Hbtq-klivet',
      decision: 'waitlist',
      decisionReason: 'no-places',
      planAreas: ['kunskap/kompetens', 'bemötande'],
      basis: '{"a":1}',
      consider: 'Chefen vill prata först.\nInte förankrat hos ledningen.',
    };
    const row = newRow(
      UNITS_TAB,
      UNITS_TAB.columns.map((column) => column.key),
      written,
    );
    const { records, faults } = readUnits([...grid(UNITS_TAB, []), row ?? []], PROGRAMMES);
    expect(faults).toEqual([]);
    expect(records).toMatchObject([{ ...written, programme: 'hbtq-klivet' }]);
  });
});
