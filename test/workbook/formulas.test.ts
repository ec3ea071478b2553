import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { columnLetters, formulaAt } from '../../src/workbook/formulas.ts';
import { peopleTab, STATE_TAB, type Tab, UNITS_TAB } from '../../src/workbook/index.ts';

const SHEETS = ['Läge', 'Verksamheter', 'Deltagare'];

beforeAll(() => {
  const wasm = createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm');
  initSync({ module: readFileSync(wasm) });
});

/** A workbook with one round in Läge; `keys` is the order of the tab's columns. */
function workbook(sheet: number, tab: Tab, keys: readonly string[], rows: readonly Readonly<Record<string, string>>[]) {
  const model = new Model('workbook', 'en', 'Europe/Stockholm', 'en');
  for (let index = 1; index < SHEETS.length; index += 1) model.newSheet();
  SHEETS.forEach((name, index) => {
    model.renameSheet(index, name);
  });
  const state: Record<string, string> = {
    id: 'r1',
    lookup: 'Biblioteket#1',
    unit: 'Biblioteket',
    label: 'Pågår',
    nextStep: 'Håll träff 2',
    attendance: '16 av 20',
    duties: '|anna@example.org=Reflektion|7=Catch-up|',
  };
  STATE_TAB.columns.forEach((column, index) => {
    model.setUserInput(0, 4, index + 1, state[column.key] ?? '');
  });
  rows.forEach((row, index) => {
    keys.forEach((key, place) => {
      const column = tab.columns.find((one) => one.key === key);
      const formula = column?.formula ? formulaAt(column.formula(), keys) : null;
      model.setUserInput(sheet, index + 3, place + 1, formula?.replace(/;/g, ',') ?? row[key] ?? '');
    });
  });
  model.evaluate();
  return (row: number, key: string): string => model.getFormattedCellValue(sheet, row, keys.indexOf(key) + 1);
}

describe('computed cells', () => {
  const keys = UNITS_TAB.columns.map((column) => column.key);

  it.each([
    ['in their first order', keys],
    ['with the columns turned round', [...keys].reverse()],
  ])('show what Läge says about the row by its id, %s', (_, order) => {
    const shown = workbook(1, UNITS_TAB, order, [{ id: 'r1', unit: 'Ett annat namn' }, { id: 'r2' }, {}]);
    expect([shown(3, 'status'), shown(3, 'nextStep'), shown(3, 'attendance')]).toEqual([
      'Pågår',
      'Håll träff 2',
      '16 av 20',
    ]);
    expect([shown(4, 'status'), shown(5, 'status')]).toEqual(['', '']);
  });

  it('show what a person owes by address or id, whatever the case', () => {
    const people = peopleTab(4);
    const shown = workbook(
      2,
      people,
      people.columns.map((column) => column.key),
      [
        { unit: 'biblioteket', email: 'Anna@example.org' },
        { unit: 'Biblioteket', round: '1', personId: '7' },
        { unit: 'Biblioteket', email: 'bo@example.org' },
        { unit: 'Okänd', email: 'anna@example.org' },
        { unit: 'Biblioteket' },
      ],
    );
    expect([3, 4, 5, 6, 7].map((row) => shown(row, 'remaining'))).toEqual(['Reflektion', 'Catch-up', '', '', '']);
  });

  it('are not written where a column that they need is missing', () => {
    expect(formulaAt('={email}&{round}', ['email'])).toBeNull();
    expect(formulaAt('={email}', ['', 'email'])).toBe('=INDEX($B:$B;ROW())');
  });

  it('divide their arguments by semicolons alone', () => {
    const formulas = [...UNITS_TAB.columns, ...peopleTab(4).columns].flatMap((column) =>
      'formula' in column ? [column.formula?.() ?? ''] : [],
    );
    expect(formulas.length).toBe(4);
    for (const formula of formulas) expect(formula).not.toContain(',');
  });
});

describe('column letters', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [703, 'AAA'],
  ])('%i is %s', (column, letters) => expect(columnLetters(column)).toBe(letters));
});
