/** Installing on a workbook that has rows already sends nothing, and shows what would have gone. */
import { beforeAll, expect, test } from 'vitest';
import { buildWhenStale, pushedFiles } from '../../scripts/build.ts';
import { createHost } from '../../scripts/host/index.ts';
import { installProduct } from '../../scripts/scenario/run.ts';
import { mailOf, ToldStory } from './told-story.ts';

beforeAll(async () => {
  await buildWhenStale();
}, 60_000);

/** As a workbook looks whose rows were there before the product. */
const FORGET = `function forget() {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  for (const name of ['Läge', 'Utskick']) spreadsheet.deleteSheet(spreadsheet.getSheetByName(name));
}`;

test('what holds on the day of installation is shown and never sent, what comes later is sent', () => {
  const story = new ToldStory('vasterbotten', '2025-09-15T08:00', {}, { 'forget.js': FORGET });
  story.tell([
    { interest: { unit: 'Norra', staff: 4, managerName: 'Kim Ek', managerEmail: 'kim.ek@example.org' } },
    { setting: { dryRun: true } },
    { decide: { unit: 'Norra', decision: 'admit' } },
    { occasion: { unit: 'Norra', session: 1, starts: '2025-10-20T13:00' } },
  ]);
  expect(story.host.run('forget').error).toBeUndefined();
  story.tell([{ menu: 'Installera' }, { setting: { dryRun: false } }, { advance: '2025-09-17T12:00' }]);
  const silent = mailOf(story);
  expect(silent.counts).toMatchObject({ admitted: 0, 'occasion-set': 0 });
  expect(silent.outbox).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'admitted', state: 'withdrawn', subject: expect.stringContaining('Norra') }),
      expect.objectContaining({ kind: 'occasion-set', state: 'withdrawn' }),
    ]),
  );
  story.tell([
    { occasion: { unit: 'Norra', session: 1, starts: '2025-10-21T13:00' } },
    { advance: '2025-09-18T12:00' },
  ]);
  expect(mailOf(story).counts).toMatchObject({ admitted: 0, 'occasion-set': 0, 'occasion-moved': 1 });
});

test('the forms can be answered also where new ones are unpublished', () => {
  const switches = { formsUnpublishedFrom: '2025-01-01' };
  const host = createHost({ files: pushedFiles(), now: '2025-09-15T08:00', switches });
  installProduct(host);
  const sent = host.submitForm('Handlingsplan', { 'Verksamhetens namn': 'Norra', 'Din e-post': 'kim@example.org' });
  expect(sent.refused ?? []).toEqual([]);
});
