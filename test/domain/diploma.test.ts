import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/domain/calendar.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Person, Round } from '../../src/domain/facts.ts';
import { personalDiploma } from '../../src/domain/personal-diploma.ts';
import type { Programme, RuleVersion } from '../../src/domain/rules.ts';
import { HBTQ_KLIVET, STOCKHOLM, VARMLAND, VASTERBOTTEN } from '../../src/programmes/index.ts';
import { day, occasionOn, personWith, roundWith, rulesOf, staffOf } from './builders.ts';

const JAMTLAND_HARJEDALEN_ATTENDANCE = {
  share: { numerator: 9, denominator: 10 },
  count: 'same-people',
  headCount: 'first-session',
  catchUpCounts: true,
} as const;

const planned = { state: 'planned' } as const;

describe('a person’s own diploma', () => {
  const occasions = [1, 2, 3, 4].map((session) => occasionOn(session, `2025-10-0${session}`));
  const dated = (
    person: Partial<Person>,
    round: Partial<Round>,
    programme: Programme,
    today: string,
    rules: Partial<RuleVersion> = {},
  ) => {
    const one = personWith('x', { attended: 15, ...person });
    const version = rulesOf(programme, rules);
    const whole = roundWith({ occasions, people: [one, ...staffOf(20, () => ({ attended: 15 }))], ...round });
    const decision = evaluate(whole, { ...programme, versions: [version] }, day(today));
    if ('noRuleInForce' in decision) throw new Error('No rule');
    const on = personalDiploma(one, whole, version, decision, day(today));
    return on === null ? null : formatDay(on);
  };
  const given = { diplomaOn: day('2025-11-01') };
  const forPeople = { personDiplomaOn: day('2025-11-01'), people: [personWith('x', { attended: 15 }), ...staffOf(9)] };

  test.each<[string, Partial<Person>, Partial<Round>, Programme, string, string | null]>([
    ['bears the unit’s date', {}, given, STOCKHOLM, '2025-11-01', '2025-11-01'],
    ['is not given before it', {}, given, STOCKHOLM, '2025-10-31', null],
    ['takes all sessions', { attended: 7 }, given, STOCKHOLM, '2025-12-01', null],
    ['or the catch-up', { attended: 7, catchUp: day('2025-11-01') }, given, STOCKHOLM, '2025-12-01', '2025-11-01'],
    ['by the day of the diploma', { attended: 7, catchUp: day('2025-11-02') }, given, STOCKHOLM, '2025-12-01', null],
    ['bears the coordinator’s date where the unit has none', {}, forPeople, STOCKHOLM, '2025-11-01', '2025-11-01'],
    ['not before that date', {}, forPeople, STOCKHOLM, '2025-10-31', null],
    ['is not given without any date', {}, {}, STOCKHOLM, '2025-11-01', null],
    [
      'is not given before all sessions have been held',
      {},
      { ...forPeople, occasions: occasions.slice(0, 3) },
      STOCKHOLM,
      '2025-12-01',
      null,
    ],
    [
      'is not given where only the unit gets one',
      {},
      { ...given, planOn: day('2025-10-20') },
      VARMLAND,
      '2025-12-01',
      null,
    ],
  ])('%s', (_, person, round, programme, today, expected) => {
    expect(dated(person, round, programme, today)).toBe(expected);
  });

  test('is not given for a catch-up that does not count', () => {
    const attendance = { ...JAMTLAND_HARJEDALEN_ATTENDANCE, catchUpCounts: false };
    const person = { attended: 7, catchUp: day('2025-11-01') };
    expect(dated(person, given, STOCKHOLM, '2025-12-01', { attendance })).toBeNull();
    expect(dated(person, forPeople, STOCKHOLM, '2025-12-01', { attendance: null })).toBeNull();
  });
});

describe('a programme that ends in completion', () => {
  const on = day('2025-10-01');
  const done = roundWith({
    people: staffOf(3, (number) => ({
      roles: number === 1 ? ['manager', 'group'] : ['group'],
      earlierDiploma: 2015,
      course: on,
    })),
    selfReflectionOn: on,
    planOn: on,
    planAreas: rulesOf(HBTQ_KLIVET).plan?.areas ?? [],
  });
  const decide = (facts: Partial<Round>, rules: Partial<RuleVersion> = {}) =>
    evaluate({ ...done, ...facts }, { ...HBTQ_KLIVET, versions: [rulesOf(HBTQ_KLIVET, rules)] }, day('2025-11-01'));

  test('takes no date of a diploma, with or without a reason', () => {
    const facts = { diplomaOn: day('2025-09-10'), overrideReason: 'Beslut' };
    expect(decide(facts)).toMatchObject({ status: 'completed', judgedOn: on, diploma: null, refusedDiploma: false });
    expect(decide({ ...facts, planOn: null })).toMatchObject({ status: 'underway', refusedDiploma: false });
  });

  test('is completed by itself whatever the rules say of diplomas', () => {
    expect(decide({}, { certifyAutomatically: false })).toMatchObject({ status: 'completed', judgedOn: on });
  });
});

test('an occasion planned after the day of the diploma does not undo it', () => {
  const occasions = [1, 2].map((session) => occasionOn(session, `2025-10-0${session}`));
  const extra = occasionOn(2, '2025-12-01', { label: 'B', ...planned });
  const round = roundWith({
    occasions: [...occasions, extra],
    planOn: day('2025-10-10'),
    diplomaOn: day('2025-10-20'),
    people: staffOf(5, () => ({ attended: 15, course: day('2025-09-15'), reflection: day('2025-10-10') })),
  });
  expect(evaluate(round, VASTERBOTTEN, day('2025-11-01'))).toMatchObject({
    status: 'certified',
    refusedDiploma: false,
  });
});
