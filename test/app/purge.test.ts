import { describe, expect, it } from 'vitest';
import type { Host } from '../../scripts/host/index.ts';
import { observeEvents, observePeople, observeUnit } from '../../scripts/scenario/observe.ts';
import { TabView } from '../../scripts/scenario/tab-view.ts';
import { Verbs } from '../../scripts/scenario/verbs.ts';
import { workbookWith } from '../pages/stage.ts';

const [unit, declined] = ['Biblioteket', 'Stadsarkivet'];
const STORY = [
  { interest: { unit, staff: 2, managerName: 'Kim Ek', managerEmail: 'kim@example.org' } },
  { interest: { unit: declined, staff: 9, managerName: 'Bo Ek', managerEmail: 'bo@example.org' } },
  { decide: { unit, decision: 'admit' } },
  { decide: { unit: declined, decision: 'decline' } },
  {
    people: {
      unit,
      add: [
        { email: 'kim@example.org', name: 'Kim Ek' },
        { email: 'lo@example.org', name: 'Lo Ek' },
      ],
    },
  },
  { occasion: { unit, session: 1, starts: '2025-09-10T13:00' } },
  { at: '2025-09-10T17:00', attendance: { unit, session: 1, present: '*' } },
  { at: '2025-09-15T12:00', people: { unit, change: [{ email: 'lo@example.org', to: '2025-09-15' }] } },
  { reflection: { unit, person: 'kim@example.org', text: 'En text.' } },
];

const told = await workbookWith(STORY);
new Verbs(told, 'vasterbotten').setting({ purgeAfterMonths: 1 });
// Copies are made of the rows that may be deleted.
told.menu('Uppdatera alla');
const begin = told.snapshot();

const textOf = (host: Host, name: string): string => {
  const view = new TabView(host, name);
  const { rows, columns } = view.size;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => view.cell(row, column)).join('|'),
  ).join('\n');
};
const everything = (host: Host, tabs = /^(Verksamheter|Deltagare|Läge|Kopior|Svar: )/): string =>
  host.spreadsheet.sheets
    .filter(({ name }) => tabs.test(name))
    .map(({ name }) => textOf(host, name))
    .join('\n');
/** What the hourly runs do meanwhile is not of interest here. */
const skipTo = (at: string): void => {
  told.outage(at);
  told.advance(at);
};
const counts = () => {
  const { attendance } = Object(observeUnit(told, unit)).requirements;
  return attendance;
};

describe('purging', () => {
  it('only reminds as long as there is no decision', () => {
    told.restore(begin);
    skipTo('2025-10-16T12:00');
    const before = everything(told, /^(Deltagare|Svar: )/);
    told.menu('Gallra…');
    expect(told.dialogs.at(-1)?.content).toContain('1 medarbetare som har slutat och 1 avböjda anmälningar');
    expect(told.dialogs.at(-1)?.content).toContain('Ingenting gallras utan beslut');
    expect(everything(told, /^(Deltagare|Svar: )/)).toBe(before);
    expect(textOf(told, 'Start')).toContain('Ett gallringsbeslut behövs.');
  });

  it.each([
    ['the day before the time is out', '2025-10-14T12:00', '0 medarbetare, 1 avböjda'],
    ['when the time is out', '2025-10-15T12:00', '1 medarbetare, 1 avböjda'],
  ])('takes what is old enough and no more: %s', (_, at, done) => {
    told.restore(begin);
    new Verbs(told, 'vasterbotten').setting({ purgeReference: 'FHN 2025/7', purgeDecidedOn: '2025-09-15' });
    skipTo(at);
    told.answer('YES');
    told.menu('Gallra…');
    expect(told.dialogs.at(-1)?.content).toContain(done);
  });

  it('takes names, addresses and answers away, keeps the figures, and leaves a protocol', () => {
    told.restore(begin);
    new Verbs(told, 'vasterbotten').setting({ purgeReference: 'FHN 2025/7', purgeDecidedOn: '2025-09-15' });
    skipTo('2025-10-16T12:00');
    const before = counts();
    told.answer('YES');
    told.menu('Gallra…');
    expect(everything(told)).not.toMatch(/lo@example|Lo Ek|bo@example|Bo Ek/);
    expect(everything(told)).toMatch(/kim@example/);
    expect(counts()).toEqual(before);
    expect(observePeople(told, unit)).toMatchObject([{ name: 'Kim Ek' }, { name: '' }]);
    expect(told.forms.map((form) => form.responses.length).reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(observeEvents(told)).toEqual(
      expect.arrayContaining([
        { on: '2025-10-16', unit: '', what: 'purged:people', from: '2025-09-16', to: '1', why: '2025-09-15' },
        { on: '2025-10-16', unit: '', what: 'purged:declined', from: '2025-09-16', to: '1', why: '2025-09-15' },
      ]),
    );
  });
});
