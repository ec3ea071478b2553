/** People delete and rename tabs, and rows by the hundred: mail leaves all the same, and the next installation mends what can be mended. */
import { beforeEach, describe, expect, it } from 'vitest';
import { observeHealth, observeUnit } from '../../scripts/scenario/observe.ts';
import { Verbs } from '../../scripts/scenario/verbs.ts';
import { workbookWith } from '../pages/stage.ts';
import { UNDERWAY, UNIT } from './unit-underway.ts';

const told = await workbookWith(UNDERWAY);
const begin = told.snapshot();
beforeEach(() => told.restore(begin));

const names = (): string[] => told.spreadsheet.sheets.map(({ name }) => name);
const rename = (from: string, to: string) => told.renameSheet({ sheet: from, name: to });
const deleteBelow = (tab: string) => {
  const rows = told.spreadsheet.sheetByName(tab)?.maxRows ?? 0;
  told.deleteRows({ sheet: tab, at: 4, count: rows - 3 });
};
const failures = (work: () => void): string[] => {
  const before = told.executions.length;
  work();
  return told.executions
    .slice(before)
    .filter(({ status }) => status !== 'completed')
    .map(({ entry, error }) => `${entry}: ${error?.message}`);
};

describe('a tab under another name', () => {
  it.each(['Start', 'Verksamheter', 'Deltagare', 'Tillfällen', 'Utskick', 'Händelser', 'Inställningar', 'Rapport'])(
    'stops nothing, and has its own again after the next installation: %s',
    (tab) => {
      const before = names();
      expect(
        failures(() => {
          rename(tab, 'Något annat');
          told.advance('2025-09-12T12:00');
          told.menu('Installera');
          told.advance('2025-09-13T12:00');
        }),
      ).toEqual([]);
      expect(names()).toEqual(before);
      expect(observeUnit(told, UNIT)).toMatchObject({ status: 'underway', requirements: { attendance: { have: 2 } } });
      expect(observeHealth(told)).toEqual([]);
    },
  );

  it('is named in the health check, once, with what to do', () => {
    rename('Deltagare', 'Personal');
    told.advance('2025-09-12T12:00');
    expect(observeHealth(told)).toEqual([
      expect.objectContaining({
        tab: 'Deltagare',
        text: 'Fliken saknas, eller heter något annat. Ångra ändringen, eller välj Diplomering → Installera.',
      }),
    ]);
  });
});

describe('the tab Start', () => {
  it.each([
    ['is deleted', () => told.deleteSheet({ sheet: 'Start' })],
    ['has another name', () => rename('Start', 'Översikt')],
    ['has lost its rows', () => deleteBelow('Start')],
  ])('keeps no mail back when it %s', (_, act) => {
    act();
    new Verbs(told, 'vasterbotten').occasion({ unit: UNIT, session: 2, starts: '2025-10-10T13:00' });
    const before = told.mail.length;
    expect(failures(() => told.advance('2025-09-12T12:00'))).toEqual([]);
    expect(told.mail.slice(before).map(({ to }) => to.join())).toContain('kim@example.org');
  });
});

it('goes on when somebody has deleted the rows of the journal', () => {
  deleteBelow('Händelser');
  expect(
    failures(() => {
      told.menu('Installera');
      told.advance('2025-09-12T12:00');
    }),
  ).toEqual([]);
  expect(observeUnit(told, UNIT)).toMatchObject({ status: 'underway' });
  expect(JSON.stringify(told.call('healthView', []).value)).toContain('Händelser som fanns i natt saknas.');
});
