/** After any single failure at any call of any execution, the next runs leave the same state as if nothing had failed. */
import { beforeAll, describe, expect, test } from 'vitest';
import { buildWhenStale } from '../../scripts/build.ts';
import { arrived, inOneOrder, mailOf, ToldStory, worldOf } from './told-story.ts';

const UNIT = 'Kliniken';

interface Broken {
  readonly name: string;
  readonly units: readonly string[];
  /** What happens before the execution that is broken. */
  readonly before: readonly Readonly<Record<string, unknown>>[];
  readonly act: Readonly<Record<string, unknown>>;
  /** The next runs are those until `quiet`, and from four o'clock on the next day. */
  readonly quiet: string;
  readonly night: string;
  readonly until: string;
}

const interest = (unit: string, managerEmail: string): Readonly<Record<string, unknown>> => ({
  interest: { unit, staff: 5, managerName: 'Bo Ek', managerEmail },
});

const EXECUTIONS: readonly Broken[] = [
  {
    name: 'attendance that crosses the threshold',
    units: [UNIT],
    before: [{ advance: '2025-10-20T13:30' }],
    act: { attendance: { unit: UNIT, session: 2, present: '*' } },
    quiet: '2025-10-20T16:00',
    night: '2025-10-21T03:59',
    until: '2025-10-21T09:00',
  },
  {
    name: 'an interest form',
    units: [UNIT, 'Labbet'],
    before: [{ advance: '2025-10-14T10:10' }],
    act: interest('Labbet', 'bo@example.org'),
    quiet: '2025-10-14T12:00',
    night: '2025-10-15T03:59',
    until: '2025-10-15T09:00',
  },
  {
    name: 'a plan sent in by its form',
    units: [UNIT],
    before: [{ advance: '2025-10-14T10:10' }],
    act: { plan: { unit: UNIT, on: '2025-10-13', via: 'form' } },
    quiet: '2025-10-14T12:00',
    night: '2025-10-15T03:59',
    until: '2025-10-15T09:00',
  },
  {
    name: 'the night on which the plan opens',
    units: [UNIT],
    before: [
      { at: '2025-10-20T16:30', attendance: { unit: UNIT, session: 2, present: '*' } },
      { advance: '2025-12-15T04:00' },
    ],
    act: { advance: '2025-12-15T04:59' },
    quiet: '2025-12-15T09:00',
    night: '2025-12-16T03:59',
    until: '2025-12-16T09:00',
  },
  {
    name: 'the sender with two mails',
    units: [UNIT, 'Labbet', 'Vården'],
    before: [
      { advance: '2025-10-14T10:10' },
      interest('Labbet', 'bo@example.org'),
      interest('Vården', 'cilla@example.org'),
      { decide: { unit: 'Labbet', decision: 'admit' } },
      { decide: { unit: 'Vården', decision: 'waitlist' } },
    ],
    act: { advance: '2025-10-14T11:00' },
    quiet: '2025-10-14T12:00',
    night: '2025-10-15T03:59',
    until: '2025-10-15T09:00',
  },
  {
    name: 'the run that takes in an answer whose event was lost',
    units: [UNIT, 'Labbet'],
    before: [
      { advance: '2025-10-14T10:10' },
      { outage: { until: '2025-10-14T11:30' } },
      interest('Labbet', 'bo@example.org'),
      { advance: '2025-10-14T11:59' },
    ],
    act: { advance: '2025-10-14T12:00' },
    quiet: '2025-10-14T12:30',
    night: '2025-10-15T03:59',
    until: '2025-10-15T09:00',
  },
];

describe.each(EXECUTIONS)('$name', ({ units, before, act, quiet, night, until }) => {
  // Triggers that rest in the meantime make the test quicker, and the recovery harder.
  const next = [{ advance: quiet }, { outage: { until: night } }, { advance: until }];
  let story: ToldStory;
  let start: ReturnType<ToldStory['snapshot']>;
  let calls = 0;
  let world: string[] = [];
  let mails: string[] = [];

  beforeAll(async () => {
    await buildWhenStale();
    story = new ToldStory('jamtland-harjedalen', '2025-10-10T08:00');
    story.tell([
      interest(UNIT, 'kim.ek@example.org'),
      { decide: { unit: UNIT, decision: 'admit' } },
      {
        people: {
          unit: UNIT,
          add: [
            { email: 'kim.ek@example.org', roles: ['manager'] },
            { email: 'p02@example.org' },
            { email: 'p03@example.org' },
          ],
        },
      },
      { occasion: { unit: UNIT, session: 1, starts: '2025-10-13T13:00' } },
      { occasion: { unit: UNIT, session: 2, starts: '2025-10-20T13:00' } },
      { at: '2025-10-13T16:30', attendance: { unit: UNIT, session: 1, present: '*' } },
      ...before,
    ]);
    start = story.snapshot();
    story.host.meter();
    story.tell([act]);
    calls = story.host.meter().executions.reduce((sum, { backend }) => sum + backend, 0);
    story.tell(next);
    world = worldOf(story, units);
    mails = arrived(story);
  }, 60_000);

  test.each([
    ['kill', 'before'],
    ['kill', 'after'],
    ['throw', 'before'],
    ['throw', 'after'],
  ] as const)(
    '%s %s each of its calls',
    (kind, when) => {
      expect(calls).toBeGreaterThan(5);
      for (let nth = 1; nth <= calls; nth += 1) {
        const place = `${kind} ${when} call ${nth} of ${calls}`;
        story.restore(start);
        story.host.fault({ on: 'any', nth, when, kind });
        story.tell([act, ...next]);
        expect(worldOf(story, units), place).toEqual(world);
        const unsure = mailOf(story).outbox.filter(({ state }) => state === 'unsure');
        expect(unsure.length, place).toBeLessThanOrEqual(1);
        const lost = [...mails];
        for (const one of arrived(story)) {
          const index = lost.indexOf(one);
          expect(index, `${place}: ${one} arrived twice, or should not have arrived`).toBeGreaterThanOrEqual(0);
          lost.splice(index, 1);
        }
        expect(lost.length, `${place}: ${lost.join(' ')} is lost without being shown as unsure`).toBeLessThanOrEqual(
          unsure.length,
        );
      }
    },
    180_000,
  );

  test('a person sorts the tabs just before each of its calls', () => {
    for (let nth = 1; nth <= calls; nth += 1) {
      const place = `before call ${nth} of ${calls}`;
      story.restore(start);
      const { host } = story;
      const sort = (): void => {
        for (const sheet of ['Verksamheter', 'Deltagare', 'Tillfällen', 'Utskick'])
          for (const column of [1, 4]) host.sort({ sheet, column, descending: true });
      };
      host.meanwhile({ on: 'any', nth, act: sort });
      story.tell([act, ...next]);
      expect(worldOf(story, units).map(inOneOrder), place).toEqual(world.map(inOneOrder));
      expect(arrived(story), place).toEqual(mails);
    }
  }, 180_000);
});
