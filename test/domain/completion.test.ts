import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, formatDay } from '../../src/domain/calendar.ts';
import { firstMet } from '../../src/domain/completion.ts';
import type { Person, Round } from '../../src/domain/facts.ts';
import { judge } from '../../src/domain/judgement.ts';
import type { RuleVersion } from '../../src/domain/rules.ts';
import { HBTQ_KLIVET, JAMTLAND_HARJEDALEN, VASTERBOTTEN } from '../../src/programmes/index.ts';
import { anyRound } from './arbitrary-round.ts';
import { day, occasionOn, present, roundWith, rulesOf, staffOf } from './builders.ts';

const KLIVET = rulesOf(HBTQ_KLIVET);

/** A group of four with everything done on one day, but for what is said of each. */
const klivetGroup = (each: (number: number) => Partial<Person> = () => ({})): Person[] =>
  staffOf(4, (number) => ({
    roles: number === 1 ? ['manager', 'group'] : ['group'],
    earlierDiploma: 2015,
    course: day('2025-03-10'),
    ...each(number),
  }));

const klivet = (facts: Partial<Round> = {}): Round =>
  roundWith({
    programme: 'hbtq-klivet',
    planOn: day('2025-04-01'),
    planAreas: rulesOf(HBTQ_KLIVET).plan?.areas ?? [],
    selfReflectionOn: day('2025-03-20'),
    people: klivetGroup(),
    ...facts,
  });

const metOn = (round: Round, rules: RuleVersion, today: string): string | null => {
  const judgement = firstMet(round, rules, day(today));
  return judgement === null ? null : formatDay(judgement.on);
};

describe('a round that is completed by itself', () => {
  test.each<[string, Partial<Round>, string, string | null]>([
    ['the day before the plan', {}, '2025-03-31', null],
    ['on the day of the plan', {}, '2025-04-01', '2025-04-01'],
    ['long after', {}, '2026-01-01', '2025-04-01'],
    ['without a plan', { planOn: null }, '2026-01-01', null],
    ['with the self-reflection last', { selfReflectionOn: day('2025-05-05') }, '2026-01-01', '2025-05-05'],
    ['without it', { selfReflectionOn: null }, '2026-01-01', null],
    ['with a plan that lacks an area', { planAreas: [] }, '2026-01-01', null],
    [
      'with one web training last',
      { people: klivetGroup((n) => (n === 3 ? { course: day('2025-06-02') } : {})) },
      '2026-01-01',
      '2025-06-02',
    ],
    [
      'with two web trainings last, each on its day',
      { people: klivetGroup((n) => (n > 2 ? { course: day(`2025-06-0${n}`) } : {})) },
      '2026-01-01',
      '2025-06-04',
    ],
    [
      'where somebody never did it',
      { people: klivetGroup((n) => (n === 3 ? { course: null } : {})) },
      '2026-01-01',
      null,
    ],
    [
      'where the one who never did it left',
      { people: klivetGroup((n) => (n === 4 ? { course: null, to: day('2025-07-31') } : {})) },
      '2026-01-01',
      '2025-08-01',
    ],
    [
      'where the one who never did it went on leave',
      {
        people: klivetGroup((n) =>
          n === 4 ? { course: null, leave: [{ from: day('2025-08-11'), to: day('2025-12-31') }] } : {},
        ),
      },
      '2026-01-01',
      '2025-08-11',
    ],
    [
      'where somebody without a diploma did the catch-up',
      { people: klivetGroup((n) => (n === 2 ? { earlierDiploma: null, catchUp: day('2025-09-01') } : {})) },
      '2026-01-01',
      '2025-09-01',
    ],
    [
      'where somebody has no diploma and did none',
      { people: klivetGroup((n) => (n === 2 ? { earlierDiploma: null } : {})) },
      '2026-01-01',
      null,
    ],
    [
      'the day before one of the group is back from leave',
      {
        people: klivetGroup((n) => (n === 1 ? { leave: [{ from: day('2025-03-01'), to: day('2025-08-10') }] } : {})),
      },
      '2025-08-10',
      null,
    ],
    [
      'when one of the group is back from leave',
      {
        people: klivetGroup((n) => (n === 1 ? { leave: [{ from: day('2025-03-01'), to: day('2025-08-10') }] } : {})),
      },
      '2026-01-01',
      '2025-08-11',
    ],
    [
      'the day before the year of a diploma from elsewhere',
      { people: klivetGroup((n) => (n === 2 ? { earlierDiploma: 2026 } : {})) },
      '2025-12-31',
      null,
    ],
    [
      'from the start of the year of a diploma from elsewhere',
      { people: klivetGroup((n) => (n === 2 ? { earlierDiploma: 2026 } : {})) },
      '2026-02-01',
      '2026-01-01',
    ],
    [
      'where the manager joins the group late',
      { people: klivetGroup((n) => (n === 1 ? { from: day('2025-10-01') } : {})) },
      '2026-01-01',
      '2025-10-01',
    ],
  ])('%s', (_, facts, today, expected) => {
    expect(metOn(klivet(facts), KLIVET, today)).toBe(expected);
  });
});

describe('a round that is certified by itself', () => {
  const automatic = rulesOf(JAMTLAND_HARJEDALEN, { certifyAutomatically: true });
  const done = (facts: Partial<Round> = {}): Round =>
    roundWith({
      occasions: [occasionOn(1, '2025-10-06'), occasionOn(2, '2025-11-03')],
      planOn: day('2025-12-01'),
      presentationOn: day('2025-12-15'),
      people: staffOf(5, () => ({ attended: present(1, 2) })),
      ...facts,
    });

  test.each<[string, Partial<Round>, string | null]>([
    ['on the day of the presentation', {}, '2025-12-15'],
    ['not without it', { presentationOn: null }, null],
    ['not before the plan', { presentationOn: day('2025-11-20') }, '2025-12-01'],
    [
      'not before the last session',
      { occasions: [occasionOn(1, '2025-10-06'), occasionOn(2, '2026-01-12')] },
      '2026-01-12',
    ],
    [
      'an occasion that was cancelled, is only planned, or is of no session of the programme does not count',
      {
        occasions: [
          occasionOn(1, '2025-10-06'),
          occasionOn(2, '2025-11-03'),
          occasionOn(2, '2026-02-01', { label: 'B', state: 'cancelled' }),
          occasionOn(3, '2026-03-01'),
        ],
      },
      '2025-12-15',
    ],
    [
      'on the day of the catch-up that gives the share',
      { people: staffOf(5, (n) => (n === 5 ? { attended: present(1), catchUp: day('2026-01-20') } : { attended: 3 })) },
      '2026-01-20',
    ],
    [
      'on the day after somebody who lacked it had left',
      { people: staffOf(5, (n) => (n === 5 ? { attended: 1, to: day('2026-01-20') } : { attended: 3 })) },
      '2026-01-21',
    ],
  ])('%s', (_, facts, expected) => {
    expect(metOn(done(facts), automatic, '2026-06-01')).toBe(expected);
  });

  test('when every reflection is in', () => {
    const rules = rulesOf(VASTERBOTTEN, { certifyAutomatically: true });
    const round = roundWith({
      occasions: [1, 2, 3, 4].slice(0, rules.sessions).map((session) => occasionOn(session, `2025-10-0${session}`)),
      planOn: day('2025-12-01'),
      people: staffOf(5, (n) => ({
        attended: 15,
        course: day('2025-09-01'),
        reflection: day(n === 1 ? '2026-02-02' : '2025-11-01'),
      })),
    });
    expect(metOn(round, rules, '2026-02-01')).toBeNull();
    expect(metOn(round, rules, '2026-02-02')).toBe('2026-02-02');
  });
});

test('no day before the first one would have done, whatever the facts', () => {
  const START = day('2024-01-01');
  const rules = fc.constantFrom(
    KLIVET,
    rulesOf(HBTQ_KLIVET, { group: null, prerequisite: false }),
    rulesOf(JAMTLAND_HARJEDALEN, { certifyAutomatically: true, managerAttends: false }),
    rulesOf(VASTERBOTTEN, { certifyAutomatically: true }),
    rulesOf(VASTERBOTTEN, { certifyAutomatically: true, sessions: 1, course: false, reflection: null }),
  );
  fc.assert(
    fc.property(anyRound, rules, fc.integer({ min: 200, max: 500 }), (round, version, days) => {
      const today = addDays(START, days);
      const found = firstMet(round, version, today)?.on ?? null;
      let first: Day | null = null;
      for (let one = START; first === null && one <= today; one = addDays(one, 1)) {
        if (judge(round, version, one, false).allMet) first = one;
      }
      expect(found).toBe(first);
    }),
    { numRuns: 1500, seed: 9 },
  );
});
