/** What Regler says beside a changed rule, read in the cells as a coordinator reads them. */
import { afterEach, beforeAll, expect, test } from 'vitest';
import { buildWhenStale, pushedFiles } from '../../scripts/build.ts';
import { createHost, type Host } from '../../scripts/host/index.ts';
import { installProduct, runStory } from '../../scripts/scenario/run.ts';
import { parseScenario } from '../../scripts/scenario/scenario.ts';
import { TabView } from '../../scripts/scenario/tab-view.ts';

const PROGRAMME = 'jamtland-harjedalen';
const START = '2025-09-01T08:00';

let host: Host;

beforeAll(async () => {
  await buildWhenStale();
}, 60_000);
afterEach(() => host.close());

/** Vården: 17 of 20 at both sessions. Huset: admitted, no more. Both have been told of the rules, so that a change is one mail to each. */
function tell(...steps: readonly unknown[]): void {
  const people = Array.from({ length: 20 }, (_, index) => ({ email: `p${index + 1}@example.org` }));
  const interest = (unit: string) => ({ unit, staff: 20, managerName: 'Kim Ek', managerEmail: 'kim.ek@example.org' });
  const scenario = parseScenario(
    JSON.stringify({
      name: 'Regler',
      programme: PROGRAMME,
      start: START,
      steps: [
        { setting: { dryRun: false } },
        { interest: interest('Vården') },
        { interest: interest('Huset') },
        { decide: { unit: 'Vården', decision: 'admit' } },
        { decide: { unit: 'Huset', decision: 'admit' } },
        { people: { unit: 'Vården', add: people } },
        {
          at: '2025-09-22T17:00',
          attendance: { unit: 'Vården', session: 1, present: '*', absent: ['p1@example.org', 'p2@example.org'] },
        },
        {
          at: '2025-10-06T17:00',
          attendance: { unit: 'Vården', session: 2, present: '*', absent: ['p1@example.org', 'p3@example.org'] },
        },
        { advance: '2025-10-08T12:00' },
        ...steps,
      ],
    }),
  );
  host = createHost({ files: pushedFiles(), now: START });
  installProduct(host);
  runStory(host, scenario);
}

function reaches(): string[] {
  const view = new TabView(host, 'Regler');
  return view.rows('programme').map((row) => String(view.computed(row, view.column('reach')) ?? ''));
}

const rule = (from: string, set: Record<string, string>, confirm = false) => ({ rule: { from, set, confirm } });

test('a lower share tells what it would let go and withdraw; confirmed, it says from when it holds', () => {
  tell(rule('2025-09-01', { 'attendance.share': '85 %' }), rule('2025-09-02', { 'plan.due': '10 veckor' }));
  expect(reaches()).toEqual([
    'Berör 2 verksamheter. Nya utskick: Vården (2); Huset (1). Övriga: Vården (ändrade regler); Huset (ändrade regler).',
    'Ändrar inget för någon verksamhet i dag. De som antas från och med 2 september 2025 följer regeln.',
  ]);
  host.edit({ sheet: 'Regler', range: 'F3', value: true });
  expect(reaches()[0]).toBe('Bekräftad. Gäller från 1 september 2025.');
});

test('a date that would move is named with both days', () => {
  tell(rule('2025-09-01', { 'plan.due': 'P10W' }));
  expect(reaches()).toEqual([
    'Berör 2 verksamheter. Datum: Vården (plan 29 december 2025 → 15 december 2025). Nya utskick: Vården (2); Huset (1). Övriga: Huset (ändrade regler).',
  ]);
});

test('a value that cannot be read says so on its own row, whatever stands on another row for the same rule', () => {
  tell(
    rule('2025-09-01', { 'attendance.share': '109 %' }, true),
    rule('2025-09-01', { 'attendance.share': '92,5 %' }, true),
  );
  expect(reaches()).toEqual([
    'Andelen kan inte läsas: ”109 %”. Skriv till exempel 95\u00a0%.',
    'Bekräftad. Gäller från 1 september 2025.',
  ]);
});

test('a value changed beside its tick waits with its preview until the tick is made anew', () => {
  tell(rule('2025-09-01', { 'attendance.share': '85 %' }, true));
  host.edit({ sheet: 'Regler', range: 'D3', value: '95 %' });
  expect(reaches()).toEqual([
    'Raden har ändrats. Kryssa ur Bekräftad, läs, och kryssa i igen. Berör 2 verksamheter. Nya utskick: Vården (1); Huset (1). Övriga: Vården (ändrade regler); Huset (ändrade regler).',
  ]);
});
