/** What people take back, at once or the day after, is as if it had not been; what they merge is named, and stops nobody else. */
import { beforeAll, describe, expect, it, test } from 'vitest';
import { buildWhenStale } from '../../scripts/build.ts';
import { observeHealth, observeUnit } from '../../scripts/scenario/observe.ts';
import { TabView } from '../../scripts/scenario/tab-view.ts';
import { arrived, inOneOrder, ToldStory } from './told-story.ts';

const UNITS = ['Berget', 'Centrum'];
const PEOPLE = [0, 1, 2, 3];
const person = (unit: string, number: number): string => `${unit[0]?.toLowerCase()}${number}@example.org`;

const MERGE = `function merge(tab, range) {
  SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab).getRange(range).merge();
}`;

const STARTS: readonly Readonly<Record<string, unknown>>[] = [
  ...UNITS.flatMap((unit) => [
    { interest: { unit, staff: 4, managerName: 'Kim Ek', managerEmail: person(unit, 0) } },
    { decide: { unit, decision: 'admit' } },
    {
      people: {
        unit,
        add: PEOPLE.map((number) => ({ email: person(unit, number), roles: number === 0 ? ['manager'] : [] })),
      },
    },
    { occasion: { unit, session: 1, starts: '2025-10-06T13:00' } },
    { occasion: { unit, session: 2, starts: '2025-10-13T13:00' } },
  ]),
  ...UNITS.map((unit) => ({ at: '2025-10-07T09:00', attendance: { unit, session: 1, present: '*' } })),
  { advance: '2025-10-08T12:00' },
];
const ENDS: readonly Readonly<Record<string, unknown>>[] = [
  { at: '2025-10-13T17:00', attendance: { unit: 'Berget', session: 2, present: '*' } },
  { attendance: { unit: 'Centrum', session: 2, present: '*', absent: [person('Centrum', 1)] } },
  { advance: '2025-10-14T12:00' },
];

let story: ToldStory;
let start: ReturnType<ToldStory['snapshot']>;
let usual: unknown;

const seen = () => ({
  units: UNITS.map((unit) => inOneOrder(JSON.stringify(observeUnit(story.host, unit)))),
  mail: arrived(story),
  health: observeHealth(story.host),
});

beforeAll(async () => {
  await buildWhenStale();
  story = new ToldStory('vasterbotten', '2025-09-29T08:00', {}, { 'merge.js': MERGE });
  story.tell(STARTS);
  start = story.snapshot();
  story.tell(ENDS);
  usual = seen();
}, 120_000);

const acts: readonly (readonly [string, () => void])[] = [
  ['a deleted row of a unit', () => story.host.deleteRows({ sheet: 'Verksamheter', at: 3 })],
  ['deleted rows of people', () => story.host.deleteRows({ sheet: 'Deltagare', at: 4, count: 3 })],
  ['a deleted row of an occasion', () => story.host.deleteRows({ sheet: 'Tillfällen', at: 3 })],
  ['a deleted column of attendance', () => story.host.deleteColumns({ sheet: 'Deltagare', at: 11 })],
  [
    'the deleted column of what was decided',
    () => story.host.deleteColumns({ sheet: 'Verksamheter', at: columnOf('decision') }),
  ],
  ['a tab sorted by another column', () => story.host.sort({ sheet: 'Deltagare', column: 4, descending: true })],
  [
    'attendance that was dragged down over everybody, both units',
    () => story.host.paste({ sheet: 'Deltagare', range: 'L3:L10', values: PEOPLE.concat(PEOPLE).map(() => [true]) }),
  ],
  ['attendance that was emptied', () => story.host.clear({ sheet: 'Deltagare', range: 'K3:K10' })],
  ['an address written over', () => story.host.edit({ sheet: 'Verksamheter', range: 'I3', value: 'x@example.org' })],
];

const columnOf = (key: string): number => new TabView(story.host, 'Verksamheter').column(key) + 1;

test.each(acts)('%s, undone at once: the story ends as it would have', (_, act) => {
  story.restore(start);
  act();
  expect(story.host.undo().refused).toBeUndefined();
  story.tell(ENDS);
  expect(seen()).toEqual(usual);
});

test('a chain of acts is undone step by step, done again and undone again: the story ends as it would have', () => {
  story.restore(start);
  const { host } = story;
  const chain: readonly (() => void)[] = [
    () => host.insertColumns({ sheet: 'Deltagare', at: 5 }),
    () => host.edit({ sheet: 'Deltagare', range: 'E2', value: 'Egen anteckning' }),
    () => host.edit({ sheet: 'Deltagare', range: 'M4', value: true }),
    () => host.sort({ sheet: 'Deltagare', column: 4, descending: true }),
    () => host.edit({ sheet: 'Verksamheter', range: 'I3', value: 'x@example.org' }),
    () => host.deleteRows({ sheet: 'Tillfällen', at: 3 }),
  ];
  for (const act of chain) act();
  const done = host.shown('Deltagare!A1:P10');
  for (const _ of chain) expect(host.undo().refused).toBeUndefined();
  for (const _ of chain) expect(host.redo().refused).toBeUndefined();
  expect(host.shown('Deltagare!A1:P10')).toEqual(done);
  for (const _ of chain) expect(host.undo().refused).toBeUndefined();
  story.tell(ENDS);
  expect(seen()).toEqual(usual);
});

/** The cells of a tab as they were, typed in again. */
function keep(tab: string): () => void {
  const view = new TabView(story.host, tab);
  const { rows, columns } = view.size;
  const values = Array.from({ length: rows }, (_row, row) =>
    Array.from({ length: columns }, (_column, column) => view.cell(row, column)),
  );
  return () => story.host.paste({ sheet: tab, range: 'A1', values });
}

describe('what is put back before the next morning', () => {
  it.each([
    ['a deleted row of a unit', 'Verksamheter', 3, 1],
    ['deleted rows of people', 'Deltagare', 4, 3],
  ])('%s, as a new row: the story ends as it would have', (_, tab, at, count) => {
    story.restore(start);
    const putBack = keep(tab);
    story.host.deleteRows({ sheet: tab, at, count });
    story.tell([{ advance: '2025-10-09T06:30' }]);
    story.host.insertRows({ sheet: tab, at, count });
    putBack();
    story.tell(ENDS);
    expect(seen()).toEqual(usual);
  });

  it.each(acts.slice(-3))('%s: no manager hears of it', (_, act) => {
    story.restore(start);
    act();
    story.tell([{ advance: '2025-10-09T06:30' }]);
    expect(story.host.undo().refused).toBeUndefined();
    story.tell(ENDS);
    expect(seen()).toEqual(usual);
  });
});

describe('cells that somebody has merged', () => {
  const merge = (tab: string, range: string): void => {
    expect(story.host.run('merge', tab, range).error).toBeUndefined();
  };

  it('down the units of Deltagare are named, and the other unit goes on', () => {
    story.restore(start);
    merge('Deltagare', 'A3:A6');
    story.tell(ENDS);
    expect(observeHealth(story.host)).toEqual(
      ['A4', 'A5', 'A6'].map((cell) => ({
        tab: 'Deltagare',
        cell,
        level: 'fault',
        text: 'Raden saknar verksamhet. Välj i listan. Dela upp sammanfogade celler först.',
      })),
    );
    expect(seen().units[1]).toEqual((usual as ReturnType<typeof seen>).units[1]);
  });

  it('in what the product computes stop nothing', () => {
    story.restore(start);
    merge('Verksamheter', 'E3:F4');
    merge('Utskick', 'B3:C6');
    merge('Start', 'A3:C8');
    merge('Rapport', 'A3:B6');
    story.tell([...ENDS, { menu: 'Rapport' }]);
    expect(seen()).toEqual(usual);
    expect(story.host.executions.filter(({ status }) => status !== 'completed')).toEqual([]);
  });
});
