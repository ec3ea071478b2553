/** Whatever people do to the shape of the tabs between two steps of a story, the story ends the same. */
import { beforeAll, expect, test } from 'vitest';
import { buildWhenStale } from '../../scripts/build.ts';
import { observeHealth } from '../../scripts/scenario/observe.ts';
import { TabView } from '../../scripts/scenario/tab-view.ts';
import { arrived, inOneOrder, ToldStory, worldOf } from './told-story.ts';

const UNITS = ['Ängens bibliotek', 'Berget', 'Centrum'];

const person = (unit: string, number: number) => `${unit[0]?.normalize('NFD')[0]?.toLowerCase()}${number}@example.org`;

const STARTS: readonly Readonly<Record<string, unknown>>[] = [
  ...UNITS.flatMap((unit, index) => [
    { interest: { unit, staff: 4, managerName: 'Kim Ek', managerEmail: person(unit, 0) } },
    { decide: { unit, decision: index === 2 ? 'waitlist' : 'admit' } },
    {
      people: {
        unit,
        add: [0, 1, 2, 3].map((number) => ({
          email: person(unit, number),
          name: `P ${9 - number}`,
          roles: number === 0 ? ['manager'] : [],
        })),
      },
    },
    { occasion: { unit, session: 1, starts: `2025-10-0${6 + index}T13:00` } },
    { occasion: { unit, session: 2, starts: `2025-11-0${3 + index}T13:00` } },
  ]),
  { at: '2025-10-09T09:00', attendance: { unit: 'Berget', session: 1, present: '*', absent: ['b3@example.org'] } },
  { attendance: { unit: 'Ängens bibliotek', session: 1, present: '*' } },
  { advance: '2025-10-10T12:00' },
];

const ENDS: readonly Readonly<Record<string, unknown>>[] = [
  { decide: { unit: 'Centrum', decision: 'admit' } },
  { at: '2025-11-06T09:00', attendance: { unit: 'Berget', session: 2, present: '*' } },
  { attendance: { unit: 'Ängens bibliotek', session: 2, present: '*', absent: [person('Ängens bibliotek', 2)] } },
  { complete: { unit: 'Berget', activity: 'course', people: '*', on: '2025-11-06' } },
  { interest: { unit: 'Dalen', staff: 4, managerName: 'Bo Ek', managerEmail: 'd0@example.org' } },
  { advance: '2025-11-10T12:00' },
];

const ALL = [...UNITS, 'Dalen'];
let story: ToldStory;
let start: ReturnType<ToldStory['snapshot']>;
let usual: unknown;

const seen = () => ({
  world: worldOf(story, ALL).map(inOneOrder),
  mail: arrived(story),
  health: observeHealth(story.host),
});

beforeAll(async () => {
  await buildWhenStale();
  story = new ToldStory('vasterbotten', '2025-09-29T08:00');
  story.tell(STARTS);
  start = story.snapshot();
  story.tell(ENDS);
  usual = seen();
}, 120_000);

/** Where people type. Händelser and Läge are the product's own and read by place. */
const TABS = [
  'Verksamheter',
  'Deltagare',
  'Tillfällen',
  'Uppföljning',
  'Regler',
  'Inställningar',
  'Mallar',
  'Utskick',
  'Start',
  'Rapport',
];

const rearranged: readonly (readonly [string, (tab: string) => void])[] = [
  [
    'sorted by every column, both ways',
    (tab) => {
      const { columns } = new TabView(story.host, tab).size;
      for (let column = 1; column <= columns; column += 1) {
        story.host.sort({ sheet: tab, column });
        story.host.sort({ sheet: tab, column, descending: true });
      }
    },
  ],
  [
    'with a column of people’s own before every fifth, more than are usually read',
    (tab) => {
      const { columns } = new TabView(story.host, tab).size;
      for (let column = columns; column >= 1; column -= 5) story.host.insertColumns({ sheet: tab, at: column });
    },
  ],
  [
    'with their first columns last',
    (tab) => {
      const { columns } = new TabView(story.host, tab).size;
      for (let times = 0; times < 3; times += 1) story.host.moveColumns({ sheet: tab, at: 2, before: columns + 1 });
    },
  ],
  [
    'with other headings',
    (tab) => {
      const view = new TabView(story.host, tab);
      for (let column = 0; column < view.size.columns; column += 1)
        story.host.edit({ sheet: tab, range: view.address(0, column), value: `R${column}` });
    },
  ],
  [
    'with empty rows above the first, between and at the end',
    (tab) => {
      const { rows } = new TabView(story.host, tab).size;
      for (const at of [rows + 1, 4, 3]) story.host.insertRows({ sheet: tab, at });
    },
  ],
];

test.each(rearranged)('all tabs %s: the story ends as it would have', (_, rearrange) => {
  story.restore(start);
  for (const tab of TABS) rearrange(tab);
  story.tell(ENDS);
  expect(seen()).toEqual(usual);
});

test.each(['Händelser', 'Läge'])('%s with other headings and empty rows: the story ends as it would have', (tab) => {
  story.restore(start);
  for (const [name, rearrange] of rearranged) if (/headings|rows/.test(name)) rearrange(tab);
  story.tell(ENDS);
  expect(seen()).toEqual(usual);
});

const untoldInState: readonly (readonly [string, (tab: string) => void])[] = [
  ['a column put in the middle', (sheet) => story.host.insertColumns({ sheet, at: 9 })],
  ['the first column moved last', (sheet) => story.host.moveColumns({ sheet, at: 1, before: 30 })],
];

test.each(untoldInState)('in Läge %s while triggers were lost: the next execution moves it back', (_, rearrange) => {
  story.restore(start);
  const { host } = story;
  host.outage('2099-01-01T00:00');
  rearrange('Läge');
  host.outage(host.now);
  story.tell(ENDS);
  expect(seen()).toEqual(usual);
});
