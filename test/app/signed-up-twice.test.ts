/** A unit that is on its way signs up once more by mistake. */
import { beforeEach, describe, expect, it } from 'vitest';
import { stateOf } from '../../scripts/scenario/observe.ts';
import { TabView } from '../../scripts/scenario/tab-view.ts';
import { Verbs } from '../../scripts/scenario/verbs.ts';
import { workbookWith } from '../pages/stage.ts';

const unit = 'Biblioteket';
const interest = { unit, staff: 2, managerName: 'Kim Ek', managerEmail: 'kim@example.org' };
const told = await workbookWith([
  { interest },
  { decide: { unit, decision: 'admit' } },
  { people: { unit, add: [{ email: 'kim@example.org', roles: ['manager'] }, { email: 'lo@example.org' }] } },
  { occasion: { unit, session: 1, starts: '2025-09-10T13:00' } },
  { at: '2025-09-10T17:00', attendance: { unit, session: 1, present: '*' } },
  { at: '2025-09-11T10:00', interest },
  { advance: '2025-09-15T10:00' },
]);
const begin = told.snapshot();
const verbs = new Verbs(told, 'vasterbotten');
beforeEach(() => told.restore(begin));

const type = (column: string, value: string) =>
  verbs.edit({ tab: 'Verksamheter', row: { Verksamhet: unit, Omgång: '2' }, column, value });
const decline = (reason: string) => {
  type('Beslut', 'Avböjd');
  type('Skäl för beslut', reason);
};
const cells = (tab: string, ...keys: readonly string[]) => {
  const view = new TabView(told, tab);
  return view.rows('unit').map((row) => keys.map((key) => view.get(row, key) ?? ''));
};

it('is told to the coordinator, with what to do', () => {
  const view = new TabView(told, 'Start');
  const toDecide = view.rows('text').filter((row) => view.get(row, 'section') === 'Att besluta');
  expect(toDecide.map((row) => view.get(row, 'text'))).toEqual([
    'Intresseanmälan väntar på beslut. Verksamheten har redan en omgång på väg. Kom anmälan av misstag? Välj Avböjd och skälet Redan anmäld, då går inget mejl.',
  ]);
});

it.each([
  ['Redan anmäld', 0],
  ['Inga lediga platser', 1],
])('declined as %s the manager gets %d mail of no place', (reason, count) => {
  decline(reason);
  told.advance('2025-09-17T12:00');
  expect(told.mail.filter(({ subject }) => subject.startsWith('Besked om er anmälan'))).toHaveLength(count);
});

describe('what comes by a form without the code of the link', () => {
  const plan = () => {
    const sent = told.submitForm('Handlingsplan', {
      'Verksamhetens namn': unit,
      'Din e-post': 'kim@example.org',
    });
    expect(sent.refused ?? []).toEqual([]);
    return cells('Verksamheter', 'round', 'planOn').map(([round, on]) => [round, on !== '']);
  };

  it.each([
    ['is waiting for a decision', () => {}],
    ['is declined', () => decline('Redan anmäld')],
    ['has a place in the queue', () => type('Beslut', 'I kö')],
  ])('goes to the round that is worked in, while the other %s', (_, decide) => {
    decide();
    expect(plan()).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  it('goes to the new round once it is admitted', () => {
    type('Beslut', 'Antagen');
    expect(plan()).toEqual([
      [1, false],
      [2, true],
    ]);
  });
});

it('belongs to the new round when the diploma of the one before has expired', async () => {
  const old = [
    { interest },
    { decide: { unit, decision: 'admit' } },
    { certify: { unit, on: '2021-09-01', override: true } },
  ];
  const host = await workbookWith(old, '2025-09-01T08:00', 'jamtland-harjedalen');
  expect(stateOf(host, unit)?.decision).toMatchObject({ status: 'expired' });
  new Verbs(host, 'jamtland-harjedalen').interest(interest);
  const sent = host.submitForm('Handlingsplan', { 'Verksamhetens namn': unit, 'Din e-post': 'kim@example.org' });
  expect(sent.refused ?? []).toEqual([]);
  const view = new TabView(host, 'Verksamheter');
  expect(view.rows('unit').map((row) => view.get(row, 'planOn') !== null)).toEqual([false, true]);
});
