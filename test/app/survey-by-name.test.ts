/** Answers to the survey from a link that has lost its code: the unit's name tells whose they are. */
import { expect, it } from 'vitest';
import { observeSurvey } from '../../scripts/scenario/observe.ts';
import { workbookWith } from '../pages/stage.ts';

const unit = 'Norra';
const programme = 'jamtland-harjedalen';
const on = '2025-11-25';
const told = await workbookWith([
  { interest: { unit, programme, staff: 6, managerName: 'Kim Ek', managerEmail: 'p0@example.org' } },
  { decide: { unit, decision: 'admit' } },
  {
    people: {
      unit,
      add: [0, 1, 2, 3, 4, 5].map((index) => ({
        email: `p${index}@example.org`,
        roles: index === 0 ? ['manager'] : [],
      })),
    },
  },
  { occasion: { unit, session: 1, starts: '2025-09-10T13:00' } },
  { occasion: { unit, session: 2, starts: '2025-09-20T13:00' } },
  { at: '2025-09-10T17:00', attendance: { unit, session: 1, present: '*' } },
  { at: '2025-09-20T17:00', attendance: { unit, session: 2, present: '*' } },
  { outage: { until: '2025-11-25T08:00' } },
  { at: '2025-11-25T10:00', plan: { unit, on } },
  { presentation: { unit, on } },
  { edit: { tab: 'Verksamheter', row: { unit }, column: 'Verksamhet', value: 'Norra hälsocentralen' } },
  { outage: { until: '2026-05-26T08:00' } },
  { advance: '2026-05-26T10:00' },
]);

it('counts what comes under the name that the unit has, or has had, and nothing else', () => {
  const form = told.form('Uppföljningsenkät');
  const scales = form?.items.filter(({ kind }) => kind === 'SCALE').map(({ title }) => title) ?? [];
  expect(scales.length).toBeGreaterThan(0);
  for (const name of ['norra', 'Norra', 'Norra hälsocentralen', ' NORRA  hälsocentralen', 'Norra', 'Södra']) {
    const answers = Object.fromEntries(scales.map((title) => [title, '4']));
    const sent = told.submitForm('Uppföljningsenkät', { 'Verksamhetens namn': name, ...answers });
    expect(sent.refused ?? []).toEqual([]);
  }
  told.menu('Rapport');
  const { units } = Object(observeSurvey(told, 'follow-up'));
  expect(Object.keys(units)).toEqual(['Norra hälsocentralen']);
  for (const result of Object.values(units['Norra hälsocentralen']))
    expect(result).toMatchObject({ answers: 5, of: 6 });
});
