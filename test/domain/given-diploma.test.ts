/** A diploma that the unit has been told of stays, whatever is corrected afterwards, until a person takes its date away. */
import { expect, test } from 'vitest';
import { formatDay } from '../../src/domain/calendar.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Round } from '../../src/domain/facts.ts';
import type { Programme } from '../../src/domain/rules.ts';
import { summaryText } from '../../src/domain/text.ts';
import { HBTQ_KLIVET, JAMTLAND_HARJEDALEN, VASTERBOTTEN } from '../../src/programmes/index.ts';
import { day, occasionOn, roundWith, staffOf } from './builders.ts';

const TODAY = day('2026-02-01');

/** Ten people of whom nine were at both sessions; `missed` of the nine are unticked. */
function withAbsent(missed: number, facts: Partial<Round>): Round {
  return roundWith({
    occasions: [occasionOn(1, '2025-10-06'), occasionOn(2, '2025-11-03')],
    people: staffOf(10, (number) => ({
      attended: number > 9 - missed ? 1 : 3,
      course: day('2025-10-01'),
      reflection: day('2025-11-10'),
    })),
    planOn: day('2025-12-01'),
    ...facts,
  });
}

const typed = { diplomaOn: day('2025-12-15') };
const presented = { presentationOn: day('2025-12-15') };
const automatic: Programme = {
  ...VASTERBOTTEN,
  versions: VASTERBOTTEN.versions.map((version) => ({ ...version, certifyAutomatically: true })),
};

test.each([
  { by: 'a typed date', programme: VASTERBOTTEN, facts: typed, told: '2025-12-15' },
  { by: 'the presentation', programme: JAMTLAND_HARJEDALEN, facts: presented, told: '2025-12-15' },
  { by: 'itself', programme: automatic, facts: {}, told: '2025-12-01' },
])('a told diploma, given by $by, stays when a tick is taken away', ({ programme, facts, told }) => {
  const corrected = withAbsent(1, facts);
  expect(evaluate(corrected, programme, TODAY)).toMatchObject({ diploma: null, contradictedDiploma: false });

  const decision = evaluate(corrected, programme, TODAY, [day(told)]);
  expect(decision).toMatchObject({
    status: 'certified',
    diploma: { on: day(told) },
    refusedDiploma: false,
    contradictedDiploma: true,
    judgedOn: day(told),
  });
  if ('noRuleInForce' in decision) throw new Error('No rule');
  const doubt = 'Uppgifterna säger nu att kraven inte var uppfyllda den dagen.';
  expect(summaryText(decision, programme, 'coordinator')).toContain(doubt);
  expect(summaryText(decision, programme, 'manager')).not.toContain(doubt);

  for (const settled of [withAbsent(0, facts), { ...corrected, overrideReason: 'other' }]) {
    expect(evaluate(settled, programme, TODAY, [day(told)])).toMatchObject({
      contradictedDiploma: false,
    });
  }
});

test('a reason to override stands beside a typed date alone: a presentation too early gives nothing by it', () => {
  const corrected = withAbsent(1, { ...presented, overrideReason: 'other' });
  expect(evaluate(corrected, JAMTLAND_HARJEDALEN, TODAY)).toMatchObject({ status: 'planning', diploma: null });
});

test.each([
  { told: '2025-12-14', why: 'another day was told' },
  { told: '2025-12-16', why: 'a day after it was told' },
])('a date that has not been told is judged as ever: $why', ({ told }) => {
  expect(evaluate(withAbsent(1, typed), VASTERBOTTEN, TODAY, [day(told)])).toMatchObject({
    status: 'planning',
    diploma: null,
    refusedDiploma: true,
    contradictedDiploma: false,
  });
});

test('a person takes the diploma back by taking its date away', () => {
  const taken = withAbsent(1, { diplomaOn: null });
  expect(evaluate(taken, VASTERBOTTEN, TODAY, [day('2025-12-15')])).toMatchObject({ status: 'planning' });
});

test('a diploma that came by itself keeps its first day, also when the corrected facts would give a later one', () => {
  const later = withAbsent(0, { planOn: day('2026-01-10') });
  const decision = evaluate(later, automatic, TODAY, [day('2025-12-01'), day('2026-01-20')]);
  if ('noRuleInForce' in decision) throw new Error('No rule');
  expect(formatDay(decision.diploma?.on ?? TODAY)).toBe('2025-12-01');
  expect(decision.contradictedDiploma).toBe(true);
});

test('a completion stays as well', () => {
  const members = staffOf(4, (number) => ({
    roles: number === 1 ? ['manager', 'group'] : ['group'],
    earlierDiploma: 2015,
    course: day('2025-11-01'),
  }));
  const round = roundWith({
    people: [...members, ...staffOf(1, () => ({ id: 'late', roles: [], earlierDiploma: null }))],
    selfReflectionOn: day('2025-11-10'),
    planOn: day('2025-12-01'),
    planAreas: ['kunskap/kompetens', 'bemötande', 'arbetsmiljö'],
  });
  expect(evaluate(round, HBTQ_KLIVET, TODAY)).toMatchObject({ status: 'underway' });
  expect(evaluate(round, HBTQ_KLIVET, TODAY, [day('2025-12-01')])).toMatchObject({
    status: 'completed',
    judgedOn: day('2025-12-01'),
    contradictedDiploma: true,
    diploma: null,
  });
});
