/** People delete columns: the health check says which is gone, nothing stops, and the next installation puts it back. */
import { beforeEach, describe, expect, it } from 'vitest';
import { observeHealth, observeUnit } from '../../scripts/scenario/observe.ts';
import { TabView } from '../../scripts/scenario/tab-view.ts';
import { workbookWith } from '../pages/stage.ts';
import { UNDERWAY, UNIT } from './unit-underway.ts';

const told = await workbookWith(UNDERWAY);
const begin = told.snapshot();
beforeEach(() => told.restore(begin));

/** Deletes, lets a coordinator work on and a night go by, and gives what did not end well. */
const workOnWithout = (tab: string, column: number): unknown[] => {
  const before = told.executions.length;
  expect(told.deleteColumns({ sheet: tab, at: column + 1, count: 1 }).refused).toBeUndefined();
  told.edit({ sheet: 'Deltagare', range: 'C4', value: 'x' });
  told.submitForm('Personaländring', {
    'Verksamhetens namn': UNIT,
    'Din e-post': 'kim@example.org',
    'Vad vill du anmäla?': 'Inget har ändrats, listan stämmer',
  });
  told.advance('2025-09-12T12:00');
  return told.executions
    .slice(before)
    .filter(({ status }) => status !== 'completed')
    .map(({ entry, error }) => `${entry}: ${error?.message}`);
};

describe('a deleted column', () => {
  it.each([
    ['Verksamheter', 'unit', 'Kolumnen Verksamhet saknas.'],
    ['Verksamheter', 'status', 'Kolumnen Status saknas.'],
    ['Verksamheter', 'staffConfirmedOn', 'Kolumnen Personallista bekräftad saknas.'],
    ['Deltagare', 'email', 'Kolumnen E-post saknas.'],
    ['Deltagare', 'session1', 'Kolumnen Träff 1 saknas.'],
    ['Tillfällen', 'starts', 'Kolumnen Börjar saknas.'],
    ['Uppföljning', 'on', 'Kolumnen Datum saknas.'],
    ['Utskick', 'kind', 'Kolumnen Slag saknas.'],
    ['Regler', 'value', 'Kolumnen Värde saknas.'],
    ['Inställningar', 'value', 'Kolumnen Värde saknas.'],
    ['Mallar', 'subject', 'saknas.'],
  ])('of %s is named, stops nothing, and comes back: %s', (tab, key, text) => {
    expect(workOnWithout(tab, new TabView(told, tab).column(key))).toEqual([]);
    expect(observeHealth(told)).toContainEqual(expect.objectContaining({ tab, text: expect.stringContaining(text) }));
    expect(told.menu('Installera').error).toBeUndefined();
    expect(new TabView(told, tab).column(key)).toBeGreaterThanOrEqual(0);
    told.advance('2025-09-13T12:00');
    expect(told.executions.at(-1)?.status).toBe('completed');
  });

  it.each(['Verksamheter', 'Deltagare', 'Tillfällen', 'Händelser', 'Start', 'Rapport'])(
    'of %s that nobody had filled changes nothing',
    (tab) => {
      expect(workOnWithout(tab, new TabView(told, tab).size.columns)).toEqual([]);
      expect(observeUnit(told, UNIT)).toMatchObject({ status: 'underway', requirements: { attendance: { have: 2 } } });
      expect(observeHealth(told)).toEqual([]);
    },
  );
});
