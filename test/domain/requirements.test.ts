import { describe, expect, test } from 'vitest';
import { attendanceRequirement, managerRequirement } from '../../src/domain/attendance.ts';
import type { Requirement } from '../../src/domain/decision.ts';
import type { Occasion, Person, Round } from '../../src/domain/facts.ts';
import { judge } from '../../src/domain/judgement.ts';
import type { RuleVersion } from '../../src/domain/rules.ts';
import { scheduleOf } from '../../src/domain/schedule.ts';
import {
  everyone,
  groupRequirement,
  once,
  planAreasRequirement,
  planIsIn,
  planRequirement,
} from '../../src/domain/tasks.ts';
import { HBTQ_KLIVET, JAMTLAND_HARJEDALEN } from '../../src/programmes/index.ts';
import { day, occasionOn, personWith, present, roundWith, rulesOf, staffOf } from './builders.ts';

const JAMTLAND_HARJEDALEN_ATTENDANCE = {
  share: { numerator: 9, denominator: 10 },
  count: 'same-people',
  headCount: 'first-session',
  catchUpCounts: true,
} as const;

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
      attended: number > 7 ? present(2) : number > 3 ? present(1) : present(1, 2),
    }));
    const half = [...first, occasionOn(2, '2025-11-03', { attendanceComplete: false })];
    const tally = (occasions: readonly Occasion[]) =>
      judge(roundWith({ occasions, people }), rulesOf(JAMTLAND_HARJEDALEN, { attendance }), day('2025-11-10'), false)
        .tally;
    expect(tally(both)).toMatchObject({ present: 6, possible: 6 });
    expect(tally([occasionOn(2, '2025-11-03')])).toMatchObject({ present: 6, possible: 6 });
    expect(tally(half)).toMatchObject({ present: 6, possible: 7 });
    expect(tally([])).toMatchObject({ present: 0, possible: 10 });
  });
});

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

  test('is not that of somebody with another role', () => {
    const people = [personWith('d', { roles: ['doctor'], attended: 3 }), personWith('g', { roles: ['group'] })];
    expect(requirement(null, both, { people })).toMatchObject({ state: 'unknown', missing: ['no-manager'] });
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
