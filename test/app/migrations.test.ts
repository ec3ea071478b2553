/** A workbook of an older version is brought up to date, with a copy of what that changes; one of a newer version is left alone. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildWhenStale } from '../../scripts/build.ts';
import type { Host } from '../../scripts/host/index.ts';
import { observeEvents, observeHealth, observeUnit } from '../../scripts/scenario/observe.ts';
import { migrated } from '../../src/app/migrations.ts';
import type { RoundState } from '../../src/app/round-state.ts';
import { arrived, mailOf, ToldStory, worldOf } from './told-story.ts';

const UNIT = 'Biblioteket';

/** Läge as version 1 kept it: recurring deadlines without a number, and no deadline with the day on which it was met. */
const SCRIPTS = `function age() {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Läge');
  const column = sheet.getRange('2:2').getValues()[0].indexOf('state') + 1;
  const cells = sheet.getRange(3, column, sheet.getMaxRows() - 2, 1);
  cells.setValues(cells.getValues().map(([text]) => [
    text.replace(/"version":\\d+/, '"version":1').replace(/"headCount":{[^}]*}/, '"counted":[]').replace(/"occurrence":\\d+,/g, '').replace(/"doneOn":(null|\\d+),/g, ''),
  ]));
}
function ripen() {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Läge');
  const cell = sheet.createTextFinder('"version":').findNext();
  cell.setValue(cell.getValue().replace(/"version":\\d+/, '"version":999'));
}
function kept() {
  return SpreadsheetApp.getActiveSpreadsheet().getSheets()
    .filter((sheet) => sheet.getName().startsWith('Läge'))
    .map((sheet) => [sheet.getName(), sheet.isSheetHidden(), /"occurrence"/.test(sheet.getDataRange().getValues().join()), /"version":3/.test(sheet.getDataRange().getValues().join())]);
}`;

/** Where the forms are answered, as managers have it in their mails. */
const LINKS = `function formLinks() {
  return SpreadsheetApp.getActiveSpreadsheet().getSheets().flatMap((sheet) => sheet.getFormUrl() ?? []);
}`;

/** Three units in February 2025, as the bundle of commit eaedeec left them on this host: certified, admitted and with mail that waits. */
const EARLY: ReturnType<Host['snapshot']> = JSON.parse(
  gunzipSync(readFileSync(new URL('fixtures/installed-by-eaedeec.json.gz', import.meta.url))).toString(),
);

let story: ToldStory;
let start: ReturnType<ToldStory['snapshot']>;
const events = (): number => (observeEvents(story.host) as readonly unknown[]).length;
const run = (name: string): unknown => {
  const { error, value } = story.host.run(name);
  expect(error).toBeUndefined();
  return value;
};

beforeAll(async () => {
  await buildWhenStale();
  const people = ['kim@example.org', 'lo@example.org'].map((email, index) => ({
    email,
    roles: index === 0 ? ['manager'] : [],
  }));
  story = new ToldStory('jamtland-harjedalen', '2025-01-13T08:00', {}, { 'age.js': SCRIPTS });
  story.tell([
    { interest: { unit: UNIT, staff: 2, managerName: 'Kim Ek', managerEmail: 'kim@example.org' } },
    { decide: { unit: UNIT, decision: 'admit' } },
    { people: { unit: UNIT, add: people } },
    { at: '2025-01-20T17:00', attendance: { unit: UNIT, session: 1, present: '*' } },
    { at: '2025-01-27T17:00', attendance: { unit: UNIT, session: 2, present: '*' } },
    { at: '2025-02-03T09:00', plan: { unit: UNIT, on: '2025-02-03' } },
    { presentation: { unit: UNIT, on: '2025-02-03' } },
    { outage: { until: '2026-02-09T08:00' } },
    { advance: '2026-02-09T12:00' },
    { menu: 'Uppdatera alla' },
  ]);
  start = story.snapshot();
}, 60_000);

describe('a workbook of version 1', () => {
  test('is taken over without a word in the journal or a mail, and with a hidden copy of what it was', () => {
    story.restore(start);
    const [before, world, mails] = [events(), worldOf(story, [UNIT]), arrived(story)];
    run('age');
    expect(run('kept')).toEqual([['Läge', true, false, false]]);
    story.tell([{ menu: 'Uppdatera alla' }]);
    expect(run('kept')).toEqual([
      ['Läge', true, true, true],
      ['Läge, version 1', true, false, false],
    ]);
    expect([events(), worldOf(story, [UNIT]), arrived(story)]).toEqual([before, world, mails]);
  });

  test('is taken over in the same way after an execution that died at any call', () => {
    story.restore(start);
    run('age');
    const old = story.snapshot();
    story.host.meter();
    story.tell([{ menu: 'Uppdatera alla' }]);
    const calls = story.host.meter().executions.reduce((sum, { backend }) => sum + backend, 0);
    const wanted = [run('kept'), worldOf(story, [UNIT]), events()];
    expect(calls).toBeGreaterThan(10);
    for (let nth = 1; nth <= calls; nth += 1) {
      story.restore(old);
      story.host.fault({ on: 'any', nth, when: 'after', kind: 'kill' });
      story.tell([{ menu: 'Uppdatera alla' }, { menu: 'Uppdatera alla' }]);
      expect([run('kept'), worldOf(story, [UNIT]), events()], `after call ${nth} of ${calls}`).toEqual(wanted);
    }
  });
});

test('a decision of version 2 loses the ids of those counted, and what it had not kept stands on the day that it was judged for', () => {
  const state: RoundState = JSON.parse(
    '{"roundId":"r1","decision":{"deadlines":[],"counted":["kim@example.org"],"judgedOn":20000}}',
  );
  const days = { on: 20_000, decision: 20_000, from: 20_000, through: 20_000 };
  const taken = { roundId: 'r1', decision: { deadlines: [], judgedOn: 20_000, headCount: days } };
  expect(migrated(state, 2)).toEqual(taken);
  expect(migrated(migrated(state, 2), 2)).toEqual(taken);
});

describe('a workbook of a newer version', () => {
  test('is left alone by every trigger and menu item, and Installera says why', () => {
    story.restore(start);
    run('ripen');
    const [before, mails] = [events(), arrived(story)];
    story.tell([
      { people: { unit: UNIT, add: [{ email: 'ny@example.org', from: '2026-02-09' }] } },
      { menu: 'Uppdatera alla' },
      { advance: '2026-02-11T12:00' },
    ]);
    expect(story.host.menu('Installera').error?.message).toContain('nyare version av Diplomering');
    expect([events(), arrived(story)]).toEqual([before, mails]);
  });
});

describe('a workbook that an early version has installed and worked in', { timeout: 60_000 }, () => {
  const from = (hostFiles: Record<string, string> = {}): ToldStory => {
    const early = new ToldStory('jamtland-harjedalen', '2025-01-13T08:00', {}, hostFiles);
    early.host.restore(EARLY);
    early.tell([{ at: '2025-02-04T12:00', advance: '2025-02-04T12:00' }]);
    return early;
  };
  const links = (early: ToldStory): unknown => early.host.run('formLinks').value;

  test('goes on where it was: what is told is not told again, what waited leaves once, nobody changes status', () => {
    const early = from();
    const told = arrived(early);
    // Sentences have been improved since; what they say has not changed.
    const states = (): string =>
      JSON.stringify(
        ['Biblioteket', 'Museet', 'Arkivet'].map((unit) => observeUnit(early.host, unit)),
        (key, value: unknown) => (key === 'text' || key === 'summary' ? undefined : value),
      );
    const before = states();
    early.tell([{ advance: '2025-02-06T12:00' }]);
    expect(arrived(early).filter((mail) => !told.includes(mail))).toEqual([
      '["a0@example.org","Ni står i kö till Hbtqi- och mångfaldsdiplomering – Arkivet",[]]',
      '["m0@example.org","Tid för träff 1 – Museet",["traff-1.ics"]]',
    ]);
    expect(states()).toBe(before);
    // A column that has come since is asked for, and comes with the next installation.
    expect(observeHealth(early.host)).toEqual([
      expect.objectContaining({
        text: expect.stringMatching(/^Kolumnen Personallista bekräftad saknas\..*Installera\.$/),
      }),
    ]);
    expect(early.host.executions.filter(({ status }) => status !== 'completed')).toEqual([]);
  });

  test('takes Installera, which changes no link, and then forms, ticks and mails as a new one does', () => {
    const early = from({ 'links.js': LINKS });
    const before = links(early);
    early.tell([
      { menu: 'Installera' },
      { interest: { unit: 'Teatern', staff: 2, managerName: 'Bo Al', managerEmail: 't0@example.org' } },
      { decide: { unit: 'Teatern', decision: 'admit' } },
      { at: '2025-02-10T17:00', attendance: { unit: 'Museet', session: 1, present: '*' } },
      { at: '2025-02-11T17:00', attendance: { unit: 'Museet', session: 2, present: '*' } },
      { advance: '2025-02-12T12:00' },
    ]);
    expect(links(early)).toEqual(before);
    expect(observeUnit(early.host, 'Museet')).toMatchObject({ requirements: { attendance: { state: 'met' } } });
    expect(mailOf(early).counts).toMatchObject({ 'attendance-met': 2, 'plan-set': 2, admitted: 3 });
    expect(observeHealth(early.host)).toEqual([]);
  });
});
