/** An installation that is cut off anywhere goes on where it was when somebody chooses Installera again. */
import { beforeAll, describe, expect, test } from 'vitest';
import { buildWhenStale, pushedFiles } from '../../scripts/build.ts';
import { createHost, type Host } from '../../scripts/host/index.ts';

/** All that an installation makes, as a script sees it, without ids. */
const LOOK = `function look() {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const tabs = spreadsheet.getSheets().map((sheet) => {
    const data = sheet.getRange(1, 1, Math.min(6, sheet.getMaxRows()), sheet.getMaxColumns());
    const described = (protection) => protection.getDescription();
    return [
      sheet.getName(), sheet.isSheetHidden(), sheet.getMaxRows(), sheet.getMaxColumns(),
      sheet.getFrozenRows(), sheet.getFrozenColumns(), sheet.getTabColor(),
      sheet.getName() === 'Läge' || sheet.getName() === 'Händelser' ? '' : data.getDisplayValues(),
      data.getNumberFormats(), data.getBackgrounds(), data.getNotes(), data.getWraps(),
      data.getDataValidations().map((row) => row.map((rule) => rule && [rule.getCriteriaType(), rule.getHelpText()])),
      data.getValues()[0].map((_, index) => [sheet.getColumnWidth(index + 1), sheet.isColumnHiddenByUser(index + 1)]),
      sheet.getConditionalFormatRules().length,
      sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).map(described),
      sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).map(described).sort(),
    ];
  });
  const forms = spreadsheet.getSheets().map((sheet) => sheet.getFormUrl()).filter(Boolean).map((url) => {
    const form = FormApp.openByUrl(url);
    return [form.getTitle(), form.isPublished(), form.getItems().map((item) => [String(item.getType()), item.getTitle(), item.getHelpText()])];
  });
  const triggers = ScriptApp.getProjectTriggers()
    .map((trigger) => trigger.getHandlerFunction() + ' ' + trigger.getEventType()).sort();
  return JSON.stringify({ tabs, forms, triggers });
}
function ownReport() {
  SpreadsheetApp.getActiveSpreadsheet().insertSheet('Rapport').getRange('B2').setValue('mitt');
}
function loseForm() {
  const head = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Läge').createTextFinder('"formId":').findNext();
  head.setValue(head.getValue().replace(/"formId":"[^"]+"/, '"formId":"borta"'));
}`;

let host: Host;
let empty: ReturnType<Host['snapshot']>;
let calls = 0;
let whole = '';

const look = (): string => String(host.run('look').value);

beforeAll(async () => {
  await buildWhenStale();
  host = createHost({ files: { ...pushedFiles(), 'look.js': LOOK }, now: '2025-09-01T08:00' });
  host.open();
  empty = host.snapshot();
  host.meter();
  host.menu('Installera');
  calls = host.meter().executions.reduce((sum, { backend }) => sum + backend, 0);
  whole = look();
}, 60_000);

/** Some twenty calls over the whole installation; another start each time that the number of calls changes. */
const STEP = 47;

describe('an installation', () => {
  test('is described whole', () => {
    const { tabs, forms, triggers } = JSON.parse(whole);
    expect([tabs.length > 15, forms.length > 5, triggers.length > 4]).toEqual([true, true, true]);
  });

  test.each([
    ['kill', 'before'],
    ['kill', 'after'],
    ['throw', 'after'],
  ] as const)(
    'that is cut off (%s %s a call) is completed by the next one',
    (kind, when) => {
      expect(calls).toBeGreaterThan(500);
      for (let nth = (calls % STEP) + 1; nth <= calls; nth += STEP) {
        host.restore(empty);
        host.fault({ on: 'any', nth, when, kind });
        host.menu('Installera');
        expect(host.menu('Installera').error, `after call ${nth}`).toBeUndefined();
        expect(JSON.parse(look()), `after call ${nth} of ${calls}`).toEqual(JSON.parse(whole));
      }
    },
    120_000,
  );

  test('for which Google has too little time stops between two forms, says so, and goes on', () => {
    host.restore(empty);
    for (let nth = 1; nth <= 20; nth += 1) {
      // Half a minute a form: five minutes for all ten.
      host.meanwhile({
        on: 'FormApp.create',
        nth,
        act: () => {
          host.world.now += 30_000;
        },
      });
    }
    const first = host.menu('Installera');
    expect([first.status, first.error?.message]).toEqual([
      'failed',
      'Installationen hann inte bli klar. Välj Installera igen, så fortsätter den.',
    ]);
    expect(host.menu('Installera').error).toBeUndefined();
    host.clearFaults();
    expect(JSON.parse(look())).toEqual(JSON.parse(whole));
  });

  test('that is chosen again asks for little and changes nothing', () => {
    host.restore(empty);
    host.menu('Installera');
    host.meter();
    host.menu('Installera');
    const again = host.meter().executions.reduce((sum, { backend }) => sum + backend, 0);
    expect(JSON.parse(look())).toEqual(JSON.parse(whole));
    expect(again).toBeLessThan(calls / 2);
  });

  test('makes a form anew that somebody has deleted for good', () => {
    host.restore(empty);
    host.menu('Installera');
    const titles = (): string[] => JSON.parse(look()).forms.map(([title]: [string]) => title);
    const before = titles();
    expect(host.run('loseForm').error).toBeUndefined();
    expect(host.menu('Installera').error).toBeUndefined();
    expect(titles()).toHaveLength(before.length + 1);
    expect(new Set(titles())).toEqual(new Set(before));
  });

  test('lets a tab of somebody’s own that has the name of one of ours make way, with all that is in it', () => {
    host.restore(empty);
    expect(host.run('ownReport').error).toBeUndefined();
    expect(host.menu('Installera').error).toBeUndefined();
    const tabs: [string, ...unknown[]][] = JSON.parse(look()).tabs;
    expect(JSON.stringify(tabs.find(([name]) => name === 'Rapport (egen)'))).toContain('mitt');
    const own = JSON.parse(whole).tabs.find(([name]: [string]) => name === 'Rapport');
    expect(tabs.find(([name]) => name === 'Rapport')).toEqual(own);
  });
});
