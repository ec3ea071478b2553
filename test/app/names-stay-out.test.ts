/**
 * What nobody can purge holds nothing that needs purging: the journal and the log of executions know random ids, dates and codes. The
 * journal has the words for a workplace's type and administration too, which the report as of a day counts by.
 */
import { beforeAll, expect, test } from 'vitest';
import { buildWhenStale } from '../../scripts/build.ts';
import { TabView } from '../../scripts/scenario/tab-view.ts';
import { ToldStory } from './told-story.ts';

const UNIT = 'Kanariehuset';
const CANARIES = ['Kanarie', 'kanarie', '070-123 45 67', 'hemlig'];
const person = (number: number): string => `kanarie${number}@example.org`;

const STEPS = [
  {
    interest: {
      unit: UNIT,
      staff: 4,
      managerName: 'Kim Kanarie',
      managerEmail: person(0),
      answers: { managerPhone: '070-123 45 67' },
    },
  },
  { decide: { unit: UNIT, decision: 'admit', reason: 'hemlig orsak' } },
  {
    people: {
      unit: UNIT,
      add: [0, 1, 2, 3].map((number) => ({
        email: person(number),
        name: `Kanarie ${number}`,
        roles: number === 0 ? ['manager'] : [],
      })),
    },
  },
  { people: { unit: UNIT, add: [{ email: '=hemlig(', name: 'Kanarie felskriven', from: 'hemlig dag' }] } },
  { occasion: { unit: UNIT, session: 1, starts: '2025-09-16T13:00', place: 'hemlig sal' } },
  { occasion: { unit: UNIT, session: 2, starts: '2025-09-17T13:00' } },
  { at: '2025-09-16T17:00', attendance: { unit: UNIT, session: 1, present: '*' } },
  { at: '2025-09-17T17:00', attendance: { unit: UNIT, session: 2, present: '*', absent: [person(2)] } },
  { reflection: { unit: UNIT, person: person(1), text: 'hemlig reflektion' } },
  { reflection: { unit: UNIT, person: 'okand.kanarie@example.org', text: 'hemlig reflektion' } },
  { complete: { unit: UNIT, activity: 'catch-up', people: [person(2)], on: '2025-09-17' } },
  { plan: { unit: UNIT, on: '2025-09-17' } },
  { fault: { on: 'mail', nth: 1, when: 'before', kind: 'throw' } },
  { advance: '2025-09-18T12:00' },
  { fault: { on: 'write', nth: 2, when: 'before', kind: 'throw' } },
  { edit: { tab: 'Verksamheter', row: { Verksamhet: UNIT }, column: 'Anteckning', value: 'hemlig anteckning' } },
  { edit: { tab: 'Verksamheter', row: { Verksamhet: UNIT }, column: 'Verksamhet', value: 'Kanarieboet' } },
  { fault: { on: 'read', nth: 4, when: 'before', kind: 'throw' } },
  { menu: 'Uppdatera alla' },
  { menu: 'Uppdatera alla' },
  { extend: { unit: 'Kanarieboet', deadline: 'plan', to: '2025-12-20', reason: 'hemlig förlängning' } },
  { withdraw: { unit: 'Kanarieboet', reason: 'hemligt avbrott' } },
  { advance: '2025-09-22T12:00' },
];

let story: ToldStory;

beforeAll(async () => {
  await buildWhenStale();
  story = new ToldStory('vasterbotten', '2025-09-15T08:00');
  story.tell(STEPS);
}, 60_000);

const canariesIn = (text: string): string[] => CANARIES.filter((canary) => text.includes(canary));

test('the journal holds no name, no address and no free text, whatever was typed and whatever failed', () => {
  const view = new TabView(story.host, 'Händelser');
  const { rows, columns } = view.size;
  const stored = view.column('unit');
  const cells = Array.from({ length: rows }, (_row, row) =>
    Array.from({ length: columns }, (_column, column) =>
      column === stored ? '' : String(view.cell(row, column) ?? ''),
    ),
  );
  expect(cells.filter((row) => row.join('').length > 20).length).toBeGreaterThan(10);
  expect(cells.flatMap((row) => canariesIn(row.join(' ')).map((canary) => `${canary}: ${row.join(' ')}`))).toEqual([]);
});

test('the log of executions holds ids, also where executions failed', () => {
  const { executions } = story.host;
  const failed = executions.filter(({ status }) => status === 'failed');
  expect(failed.length).toBeGreaterThan(0);
  const lines = executions.flatMap(({ entry, log, error }) => [
    ...log.map(({ text }) => `${entry}: ${text}`),
    `${entry}: ${error?.message ?? ''} ${error?.stack ?? ''}`,
  ]);
  expect(lines.filter((line) => canariesIn(line).length > 0)).toEqual([]);
  expect(lines.some((line) => line.includes('Utskick'))).toBe(true);
});
