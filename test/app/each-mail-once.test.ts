/** Whatever becomes of the triggers, the clock and the quota: each mail arrives once, and none is lost. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWhenStale } from '../../scripts/build.ts';
import { FIRST_DATA_ROW, letters, TabView } from '../../scripts/scenario/tab-view.ts';
import { PROGRAMMES } from '../../src/programmes/index.ts';
import { programmeLabels } from '../../src/programmes/labels.ts';
import { mailOf, ToldStory } from './told-story.ts';

const START = '2025-09-15T08:00';
const UNIT = 'Vårdcentralen';
const DOUBLE = `function doubleTriggers() {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  ScriptApp.newTrigger('edited').forSpreadsheet(book).onEdit().create();
  ScriptApp.newTrigger('answerArrived').forSpreadsheet(book).onFormSubmit().create();
  ScriptApp.newTrigger('nightly').timeBased().everyDays(1).atHour(4).create();
  ScriptApp.newTrigger('hourly').timeBased().everyHours(1).create();
}`;

/** Weeks in which nothing falls due; without triggers, to make the test quicker. */
const quietUntil = (until: string): { outage: { until: string } } => ({ outage: { until } });

const ADMITTED = [
  { interest: { unit: UNIT, staff: 4, managerName: 'Kim Ek', managerEmail: 'kim.ek@example.org' } },
  { decide: { unit: UNIT, decision: 'admit' } },
  { people: { unit: UNIT, add: [{ email: 'kim.ek@example.org', roles: ['manager'] }, { email: 'p02@example.org' }] } },
  { occasion: { unit: UNIT, session: 1, starts: '2025-09-16T13:00' } },
  { occasion: { unit: UNIT, session: 2, starts: '2025-09-18T13:00' } },
  { at: '2025-09-16T16:30', attendance: { unit: UNIT, session: 1, present: '*' } },
  { occasion: { unit: UNIT, session: 2, starts: '2025-09-17T13:00' } },
  { at: '2025-09-17T16:30', attendance: { unit: UNIT, session: 2, present: '*' } },
  { advance: '2025-09-18T12:00' },
];
/** The plan opens on 12 November, is reminded of from 26 November, due on 10 December, and overdue the day after. */
const UNTIL_THE_PLAN_IS_OVERDUE = [
  quietUntil('2025-11-11T12:00'),
  { advance: '2025-11-12T12:00' },
  quietUntil('2025-11-25T12:00'),
  { advance: '2025-11-26T12:00' },
  quietUntil('2025-12-10T12:00'),
  { advance: '2025-12-11T12:00' },
];

const SUBJECTS = [
  'Handlingsplanen har inte kommit in',
  'Handlingsplanen ska vara klar senast onsdag 10 december 2025',
  'Ni är antagna till Hbtqi- och mångfaldsdiplomering',
  'Nu kan du lämna in handlingsplanen',
  'Ny tid för träff 2',
  'Påminnelse: handlingsplanen ska vara klar senast onsdag 10 december 2025',
  'Vi har tagit emot din intresseanmälan',
];

/** Subjects of what the manager got, without the unit's name. */
const heard = (story: ToldStory): string[] =>
  mailOf(story)
    .delivered.filter(({ to }) => to === 'kim.ek@example.org')
    .map(({ subject }) => subject.replace(` – ${UNIT}`, ''))
    .sort();

describe('each mail arrives once', { timeout: 180_000 }, () => {
  beforeAll(buildWhenStale, 60_000);

  it('where nothing is out of the ordinary', () => {
    const story = new ToldStory('jamtland-harjedalen', START);
    story.tell([...ADMITTED, ...UNTIL_THE_PLAN_IS_OVERDUE]);
    expect(heard(story)).toEqual(SUBJECTS);
    expect(mailOf(story).outbox.filter(({ late }) => late)).toEqual([]);
  });

  it('where every trigger is there twice', () => {
    const story = new ToldStory('jamtland-harjedalen', START, {}, { 'double.js': DOUBLE });
    expect(story.host.run('doubleTriggers').error).toBeUndefined();
    story.tell([...ADMITTED, ...UNTIL_THE_PLAN_IS_OVERDUE]);
    expect(heard(story)).toEqual(SUBJECTS);
  });

  it('where two accounts have installed, each with triggers and a quota of its own', () => {
    const story = new ToldStory('jamtland-harjedalen', START);
    const before = story.host.triggers.length;
    expect(story.host.menu('Installera', { user: 'kollega@example.org' }).error).toBeUndefined();
    expect(story.host.triggers.length).toBe(2 * before);
    story.tell([...ADMITTED, ...UNTIL_THE_PLAN_IS_OVERDUE]);
    expect(heard(story)).toEqual(SUBJECTS);
  });

  it('where no trigger fires for weeks: what holds when they are back, marked as late', () => {
    const story = new ToldStory('jamtland-harjedalen', START);
    story.tell([...ADMITTED, quietUntil('2025-12-01T08:30'), { advance: '2025-12-01T09:00' }]);
    // The reminder of 26 November says all that the mail of 12 November would have said.
    const late = mailOf(story).outbox.filter((mail) => mail.late);
    expect(late.map(({ kind, state, on }) => [kind, state, on])).toEqual([
      ['plan-due-soon', 'sent', '2025-12-01T09:00'],
    ]);
    story.tell([quietUntil('2025-12-10T12:00'), { advance: '2025-12-11T12:00' }]);
    expect(heard(story)).toEqual(SUBJECTS.filter((subject) => subject !== 'Nu kan du lämna in handlingsplanen'));
  });

  it('where the clock is put back and the same hours come again', () => {
    const story = new ToldStory('jamtland-harjedalen', START);
    story.tell([...ADMITTED, quietUntil('2025-11-11T12:00'), { advance: '2025-11-12T12:00' }]);
    const before = heard(story);
    for (const hours of [1, 24, 48]) {
      story.host.world.now -= hours * 3_600_000;
      for (const entry of ['hourly', 'nightly', 'hourly']) expect(story.host.run(entry).error).toBeUndefined();
      expect(heard(story), `${hours} hours back`).toEqual(before);
    }
    story.host.advance('2025-11-13T12:00');
    expect(heard(story)).toEqual(before);
    story.tell(UNTIL_THE_PLAN_IS_OVERDUE.slice(2));
    expect(heard(story)).toEqual(SUBJECTS);
  });
});

/** How many mails left on each day from units that are all admitted at once; each must have left once, in the order of the rows. */
function emptied(units: number, quota: number): number[] {
  const story = new ToldStory('jamtland-harjedalen', START);
  const { host } = story;
  const paste = (column: string, value: (index: number) => string): void => {
    const view = new TabView(host, 'Verksamheter');
    const letter = letters(view.column(column));
    const values = Array.from({ length: units }, (_, index) => [value(index)]);
    const from = FIRST_DATA_ROW + 1;
    expect(
      host.paste({ sheet: 'Verksamheter', range: `${letter}${from}:${letter}${from + units - 1}`, values }).refused,
    ).toBeFalsy();
  };
  paste('unit', (index) => `Enhet ${index + 1}`);
  paste('managerEmail', (index) => `chef${index + 1}@example.org`);
  paste('decision', () => 'Antagen');
  const label = programmeLabels(PROGRAMMES).get('jamtland-harjedalen') ?? '';
  paste('programme', () => label);
  let day = Date.UTC(2025, 8, 15);
  const order: string[] = [];
  const perDay: number[] = [];
  const dayText = (): string => new Date(day).toISOString().slice(0, 10);
  for (let days = 0; order.length < units && days < 2 * (units / quota) + 4; days += 1) {
    // One run a day makes the test quicker.
    host.outage(`${dayText()}T11:30`);
    host.advance(`${dayText()}T11:30`);
    host.setQuota(quota);
    const before = host.mail.length;
    host.advance(`${dayText()}T12:00`);
    order.push(...host.mail.slice(before).flatMap((mail) => mail.to));
    perDay.push(host.mail.length - before);
    day += 86_400_000;
  }
  expect(order).toEqual(Array.from({ length: units }, (_, index) => `chef${index + 1}@example.org`));
  return perDay;
}

/** `UNITS=5000 QUOTA=100` tells the same of a whole region's backlog. */
const UNITS = Number(process.env.UNITS ?? 300);
const QUOTA = Number(process.env.QUOTA ?? 20);

describe('a backlog empties in order, without a loss and without a double', { timeout: 600_000 }, () => {
  it('over many days, where the quota is small', () => {
    expect(Math.max(...emptied(UNITS, QUOTA))).toBeLessThanOrEqual(QUOTA);
  });

  it('in two runs, where more may leave at once than the cell of the sender can take note of', () => {
    expect(emptied(1300, 1500)).toHaveLength(2);
  });
});
