import { describe, expect, test } from 'vitest';
import { attendanceRequirement, managerRequirement } from '../../src/domain/attendance.ts';
import { formatDay } from '../../src/domain/calendar.ts';
import type { Requirement } from '../../src/domain/decision.ts';
import { evaluate, rulesDay } from '../../src/domain/evaluate.ts';
import type { Occasion, Person, Round } from '../../src/domain/facts.ts';
import { judge } from '../../src/domain/judgement.ts';
import { personalDiploma } from '../../src/domain/personal-diploma.ts';
import { type Programme, type RuleVersion, ruleInForce } from '../../src/domain/rules.ts';
import { allOver, scheduleOf } from '../../src/domain/schedule.ts';
import { countedIds } from '../../src/domain/tally.ts';
import {
  everyone,
  groupRequirement,
  once,
  planAreasRequirement,
  planIsIn,
  planRequirement,
} from '../../src/domain/tasks.ts';
import { HBTQ_KLIVET, JAMTLAND_HARJEDALEN, STOCKHOLM, VARMLAND, VASTERBOTTEN } from '../../src/programmes/index.ts';
import { day, occasionOn, personWith, present, roundWith, rulesOf, staffOf } from './builders.ts';

const planned = { state: 'planned' } as const;

describe('the sessions as of 10 November', () => {
  const schedule = (occasions: readonly Occasion[], final = false) => {
    const { all, held, over, closed, first, last, end } = scheduleOf(
      roundWith({ occasions }),
      3,
      day('2025-11-10'),
      final,
    );
    const sessions = (bits: number): string => [1, 2, 3].filter((one) => bits & present(one)).join('');
    const date = (on: typeof first): string => (on === null ? '–' : formatDay(on).slice(5));
    expect(all).toBe(7);
    return `held ${sessions(held)} over ${sessions(over)} closed ${sessions(closed)} ${date(first)} ${date(last)} ${date(end)}`;
  };

  test.each<[string, readonly Occasion[], string]>([
    ['none', [], 'held  over  closed  – – –'],
    ['one held', [occasionOn(1, '2025-10-06')], 'held 1 over 1 closed 1 10-06 10-06 10-06'],
    ['held today', [occasionOn(1, '2025-11-10')], 'held 1 over 1 closed 1 11-10 11-10 11-10'],
    ['held tomorrow is not held yet', [occasionOn(1, '2025-11-11')], 'held  over  closed  – – 11-11'],
    ['held without a date', [occasionOn(1, null)], 'held  over  closed  – – –'],
    ['planned without a date', [occasionOn(1, null, planned)], 'held  over  closed  – – –'],
    ['planned', [occasionOn(1, '2025-12-01', planned)], 'held  over  closed  – – 12-01'],
    ['cancelled', [occasionOn(1, '2025-12-01', { state: 'cancelled' })], 'held  over  closed  – – –'],
    [
      'attendance not complete',
      [occasionOn(1, '2025-10-06', { attendanceComplete: false })],
      'held 1 over 1 closed  10-06 10-06 10-06',
    ],
    [
      'an occasion left keeps the session open',
      [occasionOn(1, '2025-10-06', { label: 'A' }), occasionOn(1, '2025-12-01', { label: 'B', ...planned })],
      'held 1 over  closed  10-06 10-06 12-01',
    ],
    [
      'the days in any order of rows',
      [occasionOn(2, '2025-11-03'), occasionOn(1, '2025-10-06'), occasionOn(3, '2025-10-20')],
      'held 123 over 123 closed 123 10-06 11-03 11-03',
    ],
    [
      'those the programme does not have',
      [occasionOn(0, '2025-01-01'), occasionOn(4, '2025-01-02'), occasionOn(3, '2025-10-06')],
      'held 3 over 3 closed 3 10-06 10-06 10-06',
    ],
  ])('%s', (_, occasions, expected) => {
    expect(schedule(occasions)).toBe(expected);
  });

  test('for a diploma, what comes after its day is left out instead of keeping a session open', () => {
    const later = occasionOn(1, '2025-12-01', { label: 'B', ...planned });
    expect(schedule([occasionOn(1, '2025-10-06'), later], true)).toBe('held 1 over 1 closed 1 10-06 10-06 10-06');
    const sameDay = occasionOn(1, '2025-11-10', { label: 'B', ...planned });
    expect(schedule([occasionOn(1, '2025-10-06'), sameDay], true)).toBe('held 1 over  closed  10-06 10-06 11-10');
    const undated = occasionOn(1, null, { label: 'B', ...planned });
    expect(schedule([occasionOn(1, '2025-10-06'), undated], true)).toBe('held 1 over  closed  10-06 10-06 10-06');
  });

  test('are all over when there are some and each is', () => {
    const over = (sessions: number, occasions: readonly Occasion[]): boolean =>
      allOver(scheduleOf(roundWith({ occasions }), sessions, day('2025-11-10'), false));
    expect([over(1, [occasionOn(1, '2025-11-10')]), over(2, [occasionOn(1, '2025-11-10')]), over(0, [])]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('the plan', () => {
  const schedule = scheduleOf(roundWith({ occasions: [occasionOn(1, '2025-10-06')] }), 2, day('2025-11-10'), false);
  const none = scheduleOf(roundWith(), 2, day('2025-11-10'), false);
  const withoutSessions = scheduleOf(roundWith(), 0, day('2025-11-10'), false);
  test.each([
    ['2025-10-05', '2025-11-10', false, 'before-first-session'],
    ['2025-10-06', '2025-11-10', true, undefined],
    ['2025-11-10', '2025-11-10', true, undefined],
    ['2025-11-11', '2025-11-10', false, 'not-yet'],
  ])('of %s is in on %s: %s', (on, today, expected, missing) => {
    expect(planIsIn(day(on), schedule, day(today))).toBe(expected);
    expect(planRequirement(day(on), schedule, day(today))).toMatchObject({
      id: 'plan',
      state: expected ? 'met' : 'unmet',
      missing: missing === undefined ? [] : [missing],
    });
  });

  test('is not in without a date, nor before any session, but at any time where there are none', () => {
    const today = day('2025-11-10');
    expect(planIsIn(null, schedule, today)).toBe(false);
    expect(planIsIn(null, withoutSessions, today)).toBe(false);
    expect(planIsIn(today, none, today)).toBe(false);
    expect(planRequirement(today, none, today).missing).toEqual(['before-first-session']);
    expect(planRequirement(null, schedule, today).missing).toEqual(['not-yet']);
    expect(planIsIn(today, withoutSessions, today)).toBe(true);
  });

  const rule = { opens: null, due: null, areas: ['kunskap', 'bemötande', 'arbetsmiljö'] };
  test.each<[string, readonly string[], boolean, Partial<Requirement>]>([
    [
      'all areas',
      ['arbetsmiljö', 'bemötande', 'kunskap'],
      true,
      { state: 'met', have: 3, of: 3, need: 3, short: 0, missing: [] },
    ],
    ['one missing', ['bemötande', 'kunskap'], true, { state: 'unmet', have: 2, short: 1, missing: ['arbetsmiljö'] }],
    ['one that nobody asked for', ['bemötande', 'kunskap', 'annat'], true, { have: 2, missing: ['arbetsmiljö'] }],
    [
      'areas without a plan',
      ['arbetsmiljö', 'bemötande', 'kunskap'],
      false,
      { state: 'unmet', have: 0, short: 3, missing: rule.areas },
    ],
  ])('%s', (_, areas, planIn, expected) => {
    expect(planAreasRequirement(rule, areas, planIn)).toMatchObject({ id: 'plan-areas', reach: 'open', ...expected });
  });
});

describe('what everyone, or the unit once, has to do', () => {
  test.each([
    [0, 0, { state: 'unknown', need: 0, short: 0, missing: ['no-people'] }],
    [0, 3, { state: 'unmet', need: 3, short: 3, missing: [] }],
    [2, 3, { state: 'unmet', need: 3, short: 1, missing: [] }],
    [3, 3, { state: 'met', need: 3, short: 0, missing: [] }],
  ])('%d of %d', (have, of, expected) => {
    expect(everyone('course', have, of)).toEqual({ id: 'course', have, of, reach: 'open', ...expected });
  });

  test('once', () => {
    const common = { id: 'presentation', of: 1, need: 1, reach: 'open' };
    expect(once('presentation', true)).toEqual({ ...common, state: 'met', have: 1, short: 0, missing: [] });
    expect(once('presentation', false)).toEqual({ ...common, state: 'unmet', have: 0, short: 1, missing: ['not-yet'] });
  });
});

describe('the group of three to five with the manager', () => {
  const group = (members: number, others: number, managerInGroup: boolean): Person[] => [
    personWith('boss', { roles: managerInGroup ? ['manager', 'group'] : ['manager'] }),
    ...Array.from({ length: members }, (_, index) => personWith(`g${index}`, { roles: ['group'] })),
    ...Array.from({ length: others }, (_, index) => personWith(`o${index}`)),
  ];
  test.each<[string, Person[], Partial<Requirement>]>([
    [
      'two with the manager',
      group(1, 4, true),
      { state: 'unmet', have: 2, need: 3, of: 5, short: 1, missing: ['too-few'] },
    ],
    ['three with the manager', group(2, 4, true), { state: 'met', have: 3, short: 0, missing: [] }],
    [
      'three without the manager',
      group(3, 4, false),
      { state: 'unmet', have: 3, short: 0, missing: ['no-manager-in-group'] },
    ],
    ['five with the manager', group(4, 0, true), { state: 'met', have: 5, missing: [] }],
    ['six with the manager', group(5, 0, true), { state: 'unmet', have: 6, short: 0, missing: ['too-many'] }],
    ['nobody', group(0, 3, false), { state: 'unmet', have: 0, short: 3, missing: ['too-few', 'no-manager-in-group'] }],
  ])('%s', (_, people, expected) => {
    const { requirements } = judge(roundWith({ people }), rulesOf(HBTQ_KLIVET), day('2025-10-01'), false);
    expect(requirements.find(({ id }) => id === 'group')).toMatchObject({ reach: 'open', ...expected });
  });

  test('without the manager, where the programme does not ask for that', () => {
    const rules = rulesOf(HBTQ_KLIVET, { group: { least: 3, most: 5, withManager: false } });
    const { tally } = judge(roundWith({ people: group(3, 4, false) }), rules, day('2025-10-01'), false);
    expect(groupRequirement({ least: 3, most: 5, withManager: false }, tally)).toMatchObject({
      state: 'met',
      missing: [],
    });
  });
});

describe('the attendance of ten', () => {
  const requirement = (
    absentees: number,
    occasions: readonly Occasion[],
    rules: Partial<RuleVersion> = {},
  ): Requirement => {
    const version = rulesOf(JAMTLAND_HARJEDALEN, rules);
    const people = staffOf(10, (number) => ({ attended: number > 10 - absentees ? present(2) : present(1, 2) }));
    const { schedule, tally } = judge(roundWith({ occasions, people }), version, day('2025-11-10'), false);
    if (version.attendance === null) throw new Error('No attendance');
    return attendanceRequirement(version.attendance, schedule, tally);
  };
  const first = [occasionOn(1, '2025-10-06')];
  const both = [...first, occasionOn(2, '2025-11-03')];

  test.each<[string, number, readonly Occasion[], Partial<Requirement>]>([
    [
      'nothing held',
      0,
      [],
      { state: 'unknown', have: 0, need: 9, short: 9, reach: 'open', missing: ['not-held:1', 'not-held:2'] },
    ],
    [
      'first held, all there',
      0,
      first,
      { state: 'unknown', have: 10, short: 0, reach: 'open', missing: ['not-held:2'] },
    ],
    ['first held, one away', 1, first, { state: 'unknown', have: 9, short: 0, reach: 'just', missing: ['not-held:2'] }],
    ['first held, two away', 2, first, { state: 'unknown', have: 8, short: 1, reach: 'only-by-catch-up' }],
    ['both held, one away', 1, both, { state: 'met', have: 9, short: 0, reach: 'open', missing: [] }],
    ['both held, two away', 2, both, { state: 'unmet', have: 8, short: 1, reach: 'only-by-catch-up', missing: [] }],
    [
      'the second not complete',
      1,
      [...first, occasionOn(2, '2025-11-03', { attendanceComplete: false })],
      { state: 'unknown', have: 9, reach: 'just', missing: ['not-complete:2'] },
    ],
  ])('%s', (_, absentees, occasions, expected) => {
    expect(requirement(absentees, occasions)).toMatchObject({ id: 'attendance', of: 10, ...expected });
  });

  test('cannot be told of nobody', () => {
    const rules = rulesOf(JAMTLAND_HARJEDALEN);
    const { requirements } = judge(roundWith({ occasions: both }), rules, day('2025-11-10'), false);
    expect(requirements[0]).toEqual({
      id: 'attendance',
      state: 'unknown',
      have: 0,
      of: 0,
      need: 0,
      short: 0,
      reach: 'open',
      missing: ['no-people'],
    });
  });

  test('with the catch-up, everyone who can still be counted is', () => {
    const people = staffOf(10, (number) =>
      number > 8 ? { attended: 0, catchUp: day('2025-11-05') } : { attended: 3 },
    );
    const { tally } = judge(
      roundWith({ occasions: both, people }),
      rulesOf(JAMTLAND_HARJEDALEN),
      day('2025-11-10'),
      false,
    );
    expect(tally).toMatchObject({ staff: 10, present: 10, possible: 10 });
  });

  test('each session for itself: no session after those that somebody missed is taken for missed', () => {
    const attendance = { ...JAMTLAND_HARJEDALEN_ATTENDANCE, count: 'each-session' as const };
    const people = staffOf(10, (number) => ({
      attended: number > 7 ? present(2) : number > 5 ? present(1) : present(1, 2),
    }));
    const half = [...first, occasionOn(2, '2025-11-03', { attendanceComplete: false })];
    const tally = (occasions: readonly Occasion[]) =>
      judge(roundWith({ occasions, people }), rulesOf(JAMTLAND_HARJEDALEN, { attendance }), day('2025-11-10'), false)
        .tally;
    expect(tally(both)).toMatchObject({ present: 7, possible: 7 });
    expect(tally([occasionOn(2, '2025-11-03')])).toMatchObject({ present: 8, possible: 8 });
    expect(tally(half)).toMatchObject({ present: 7, possible: 7 });
    expect(tally([])).toMatchObject({ present: 0, possible: 10 });
  });
});

const JAMTLAND_HARJEDALEN_ATTENDANCE = {
  share: { numerator: 9, denominator: 10 },
  count: 'same-people',
  headCount: 'first-session',
  catchUpCounts: true,
} as const;

describe('the manager’s own participation', () => {
  const requirement = (
    manager: Partial<Person> | null,
    occasions: readonly Occasion[],
    facts: Partial<Round> = {},
  ): Requirement => {
    const people = [
      personWith('x', { attended: 3 }),
      ...(manager === null ? [] : [personWith('m', { roles: ['manager'], ...manager })]),
    ];
    const round = roundWith({ occasions, people, ...facts });
    const { schedule, tally } = judge(round, rulesOf(JAMTLAND_HARJEDALEN), day('2025-11-10'), false);
    return managerRequirement(schedule, tally);
  };
  const first = [occasionOn(1, '2025-10-06')];
  const both = [...first, occasionOn(2, '2025-11-03')];

  test.each<[string, Partial<Person> | null, readonly Occasion[], Partial<Requirement>]>([
    [
      'nobody has the role',
      null,
      both,
      { state: 'unknown', have: 0, of: 1, need: 1, short: 1, missing: ['no-manager'] },
    ],
    ['at both', { attended: 3 }, both, { state: 'met', have: 1, short: 0, reach: 'open', missing: [] }],
    ['at one of both', { attended: 2 }, both, { state: 'unmet', have: 0, short: 1, reach: 'only-by-catch-up' }],
    [
      'one left',
      { attended: 1 },
      first,
      { state: 'unknown', have: 1, short: 0, reach: 'just', missing: ['not-held:2'] },
    ],
    [
      'one missed, one left',
      { attended: 0 },
      first,
      { state: 'unknown', have: 0, short: 1, reach: 'only-by-catch-up' },
    ],
    ['nothing held', { attended: 0 }, [], { state: 'unknown', have: 0, short: 1, reach: 'just' }],
    ['made up for', { catchUp: day('2025-11-10') }, both, { state: 'met', have: 1 }],
    ['not before that day', { catchUp: day('2025-11-11') }, both, { state: 'unmet', have: 0 }],
    ['a diploma from elsewhere', { earlierDiploma: 2020 }, both, { state: 'met', have: 1 }],
  ])('%s', (_, manager, occasions, expected) => {
    expect(requirement(manager, occasions)).toMatchObject({ id: 'manager', ...expected });
  });

  test('one of two namesakes of the address stands for the unit', () => {
    const people = [
      personWith('a', { email: 'chef@example.org', attended: 3 }),
      personWith('b', { email: 'chef@example.org' }),
    ];
    expect(requirement(null, both, { managerEmail: 'chef@example.org', people })).toMatchObject({
      state: 'met',
      of: 1,
    });
  });
});

test('those who count are told in the order of the rows', () => {
  const people = [personWith('c'), personWith('late', { from: day('2025-10-07') }), personWith('a'), personWith('b')];
  const round = roundWith({ occasions: [occasionOn(1, '2025-10-06')], people });
  const { tally } = judge(round, rulesOf(JAMTLAND_HARJEDALEN), day('2025-11-10'), false);
  expect(countedIds(round, tally)).toEqual(['c', 'a', 'b']);
});

describe('the day whose rules hold', () => {
  const today = day('2025-11-10');
  const held = { occasions: [occasionOn(1, '2025-10-06'), occasionOn(2, '2025-09-08'), occasionOn(3, '2025-12-01')] };
  const bare = { decision: null, decisionOn: null };
  test.each<[string, Partial<Round>, string]>([
    ['that of the admission', { decisionOn: day('2025-09-01') }, '2025-09-01'],
    ['the one the coordinator chose', { rulesFrom: day('2026-01-01'), decisionOn: day('2025-09-01') }, '2026-01-01'],
    ['today’s admission', { decisionOn: today }, '2025-11-10'],
    ['an admission to come: today', { decisionOn: day('2025-11-11') }, '2025-11-10'],
    ['an admission to come: the first session', { decisionOn: day('2025-11-11'), ...held }, '2025-09-08'],
    ['without a decision: today', bare, '2025-11-10'],
    ['without a decision: the first session', { ...bare, ...held }, '2025-09-08'],
    ['without a decision: the diploma', { ...bare, ...held, diplomaOn: day('2025-09-07') }, '2025-09-07'],
    ['the first session before the diploma', { ...bare, ...held, diplomaOn: day('2025-11-01') }, '2025-09-08'],
    ['a diploma to come', { ...bare, diplomaOn: day('2025-12-01') }, '2025-11-10'],
    [
      'planned sessions say nothing',
      { ...bare, occasions: [occasionOn(1, '2025-10-06', planned), occasionOn(2, null)] },
      '2025-11-10',
    ],
    ['waiting: today', { decision: 'waitlist', ...held }, '2025-11-10'],
    ['declined: today', { decision: 'decline', ...held }, '2025-11-10'],
    ['admitted without a date: the first session', { decisionOn: null, ...held }, '2025-09-08'],
  ])('%s', (_, facts, expected) => {
    expect(formatDay(rulesDay(roundWith(facts), today))).toBe(expected);
  });
});

test('the rules of a day are the last version begun, and none after a repeal', () => {
  const version = rulesOf(VASTERBOTTEN);
  const source = { text: 'Beslut', assumption: false };
  const programme: Programme = {
    ...VASTERBOTTEN,
    versions: [
      { ...version, from: day('2020-01-01') },
      { ...version, from: day('2025-01-01') },
      { from: day('2026-01-01'), repealed: true, source },
      { ...version, from: day('2027-01-01') },
    ],
  };
  const on = (text: string): string => {
    const found = ruleInForce(programme, day(text));
    return 'noRuleInForce' in found ? 'none' : formatDay(found.from);
  };
  const days = [
    '2019-12-31',
    '2020-01-01',
    '2024-12-31',
    '2025-01-01',
    '2025-12-31',
    '2026-01-01',
    '2026-12-31',
    '2027-01-01',
  ];
  expect(days.map(on)).toEqual([
    'none',
    '2020-01-01',
    '2020-01-01',
    '2025-01-01',
    '2025-01-01',
    'none',
    'none',
    '2027-01-01',
  ]);
});

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
