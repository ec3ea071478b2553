/** Mallar of a workbook from before it was filled: Installera adds what is missing and leaves what people wrote. */
import { beforeAll, expect, test } from 'vitest';
import { buildWhenStale } from '../../scripts/build.ts';
import { TabView } from '../../scripts/scenario/tab-view.ts';
import { FIRST_TEMPLATES } from '../../src/app/first-rows.ts';
import { ToldStory } from './told-story.ts';

beforeAll(async () => {
  await buildWhenStale();
}, 60_000);

const HBTQ_KLIVET = 'Hbtq-klivet';

/** As the first version left it, with two texts of the coordinators' own: one for a programme, one for all. */
const AS_IT_WAS = `function asItWas() {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Mallar');
  sheet.getRange(3, 1, sheet.getMaxRows() - 2, 4).clearContent();
  sheet.getRange(5, 1, 2, 4).setValues([
    ['Antagen', '${HBTQ_KLIVET}', 'Välkomna', 'Hej {{chef}}, {{verksamhet}} är med.'],
    ['Köplats', '', 'Kö', '{{verksamhet}} står i kö.'],
  ]);
}`;

test('what is missing comes below, once, and what people wrote stays as it was and in force', {
  timeout: 60_000,
}, () => {
  const story = new ToldStory('hbtq-klivet', '2025-09-15T08:00', {}, { 'as-it-was.js': AS_IT_WAS });
  const texts = (): string[] => {
    const view = new TabView(story.host, 'Mallar');
    return view
      .rows('kind')
      .map((row) => ['kind', 'programme', 'subject'].map((key) => view.get(row, key) ?? '').join('|'));
  };
  expect(story.host.run('asItWas').error).toBeUndefined();
  story.tell([{ menu: 'Installera' }]);
  const filled = texts();
  expect(filled.slice(0, 2)).toEqual([`Antagen|${HBTQ_KLIVET}|Välkomna`, 'Köplats||Kö']);
  // Klivet's admission is there already, and a place in the queue is for all five programmes.
  expect(filled).toHaveLength(2 + FIRST_TEMPLATES.length - 1 - 5);
  expect(new Set(filled.map((row) => row.split('|').slice(0, 2).join())).size).toBe(filled.length);
  expect(filled.filter((row) => row.startsWith('Köplats'))).toHaveLength(1);

  story.tell([{ menu: 'Installera' }]);
  expect(texts()).toEqual(filled);

  const interest = { staff: 4, managerName: 'Kim Ek', managerEmail: 'kim.ek@example.org' };
  story.tell([
    { interest: { unit: 'A', ...interest } },
    { interest: { unit: 'B', ...interest } },
    { decide: { unit: 'A', decision: 'admit' } },
    { decide: { unit: 'B', decision: 'waitlist' } },
    { advance: '2025-09-15T12:30' },
  ]);
  expect(story.host.mail.map(({ subject }) => subject)).toEqual(expect.arrayContaining(['Välkomna – A', 'Kö – B']));
});
