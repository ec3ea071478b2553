import { describe, expect, test } from 'vitest';
import { addDays, formatDay } from '../../src/domain/calendar.ts';
import type { Decision, RequirementId } from '../../src/domain/decision.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Round } from '../../src/domain/facts.ts';
import type { AttendanceRule, Programme, RuleVersion } from '../../src/domain/rules.ts';
import { requirementText } from '../../src/domain/text.ts';
import { HBTQ_KLIVET, JAMTLAND_HARJEDALEN, STOCKHOLM, VARMLAND, VASTERBOTTEN } from '../../src/programmes/index.ts';
import { day, occasionOn, personWith, present, roundWith, staffOf } from './builders.ts';

/** The programme with its one version changed. */
function withRules(programme: Programme, rules: Partial<RuleVersion>): Programme {
  return { ...programme, versions: programme.versions.map((version) => ({ ...version, ...rules })) };
}

const ATTENDANCE: AttendanceRule = {
  share: { numerator: 9, denominator: 10 },
  count: 'same-people',
  headCount: 'first-session',
  catchUpCounts: true,
};

function decide(round: Round, programme: Programme, today: string): Decision {
  const decision = evaluate(round, programme, day(today));
  if ('noRuleInForce' in decision) throw new Error('No rule');
  return decision;
}

function requirement(decision: Decision, id: RequirementId): Decision['requirements'][number] {
  const found = decision.requirements.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No requirement ${id}`);
  return found;
}

const twoSessions = [occasionOn(1, '2025-10-06'), occasionOn(2, '2025-11-03')];

describe('how the attendance is counted, where the coordinator has chosen otherwise', () => {
  const people = staffOf(10, (number) => ({
    attended: number === 9 ? present(1) : number === 10 ? present(2) : present(1, 2),
  }));
  const round = roundWith({ occasions: twoSessions, people });

  test('each session for itself: the one with fewest decides', () => {
    const each = withRules(VASTERBOTTEN, { attendance: { ...ATTENDANCE, count: 'each-session' } });
    const decision = decide(round, each, '2025-11-04');
    const attendance = requirement(decision, 'attendance');
    expect(attendance).toMatchObject({ state: 'met', have: 9, of: 10, need: 9, short: 0 });
    expect(requirementText(attendance, decision, each, 'manager')).toBe(
      '9 av 10 har varit med på träffen med lägst närvaro. Kravet är uppfyllt.',
    );
    expect(requirement(decide(round, VASTERBOTTEN, '2025-11-04'), 'attendance')).toMatchObject({
      state: 'unmet',
      have: 8,
    });
  });

  test('each session for itself, before any is held', () => {
    const each = withRules(VASTERBOTTEN, { attendance: { ...ATTENDANCE, count: 'each-session' } });
    expect(requirement(decide(round, each, '2025-10-05'), 'attendance')).toMatchObject({
      state: 'unknown',
      have: 0,
      of: 10,
    });
  });

  test('each session for itself, lost at the first one already', () => {
    const each = withRules(VASTERBOTTEN, { attendance: { ...ATTENDANCE, count: 'each-session' } });
    const few = { ...round, people: staffOf(10, (number) => ({ attended: number > 8 ? 0 : present(1) })) };
    expect(requirement(decide(few, each, '2025-10-07'), 'attendance')).toMatchObject({
      have: 8,
      reach: 'only-by-catch-up',
    });
  });

  test('a catch-up that does not count leaves the goal out of reach, and says so', () => {
    const strict = withRules(VASTERBOTTEN, { attendance: { ...ATTENDANCE, catchUpCounts: false } });
    const caughtUp = { ...round, people: round.people.map((one) => ({ ...one, catchUp: day('2025-11-04') })) };
    const decision = decide(caughtUp, strict, '2025-11-05');
    const attendance = requirement(decision, 'attendance');
    expect(attendance).toMatchObject({ state: 'unmet', have: 8, short: 1 });
    expect(requirementText(attendance, decision, strict, 'manager')).toBe(
      '8 av 10 har varit med på båda träffarna. 1 till behövs. Målet går inte längre att nå.',
    );
  });

  test('a manager whose catch-up does not count has not been there', () => {
    const strict = withRules(VASTERBOTTEN, { attendance: { ...ATTENDANCE, catchUpCounts: false } });
    const away = staffOf(10, (number) => ({ attended: number === 1 ? 0 : 3, catchUp: day('2025-11-03') }));
    expect(requirement(decide({ ...round, people: away }, strict, '2025-11-05'), 'manager').state).toBe('unmet');
    expect(requirement(decide({ ...round, people: away }, VASTERBOTTEN, '2025-11-05'), 'manager').state).toBe('met');
  });

  test.each([
    ['first-session', '2025-10-06', 11],
    ['first-session', '2025-10-07', 10],
    ['last-session', '2025-11-03', 11],
    ['last-session', '2025-11-04', 10],
    ['decision', '2025-11-10', 11],
    ['decision', '2025-11-11', 10],
  ] as const)('with the head-count at the %s somebody hired on %s makes it %i', (headCount, from, of) => {
    const programme = withRules(VASTERBOTTEN, { attendance: { ...ATTENDANCE, headCount } });
    const hired = { ...round, people: [...round.people, personWith('new', { from: day(from) })] };
    expect(requirement(decide(hired, programme, '2025-11-10'), 'attendance').of).toBe(of);
  });

  test('with the head-count at the decision, the diploma fixes it', () => {
    const programme = withRules(VARMLAND, { sessions: 2, attendance: { ...ATTENDANCE, headCount: 'decision' } });
    const hired = roundWith({
      occasions: twoSessions,
      people: [...staffOf(10, () => ({ attended: 3 })), personWith('new', { from: day('2026-02-01') })],
      planOn: day('2025-12-01'),
      diplomaOn: day('2025-12-15'),
    });
    expect(requirement(decide(hired, programme, '2026-03-01'), 'attendance').of).toBe(10);
    expect(requirement(decide({ ...hired, diplomaOn: null }, programme, '2026-03-01'), 'attendance').of).toBe(11);
  });
});

describe('who stands in as manager', () => {
  const people = [...staffOf(9, () => ({ roles: [], attended: 3 })), personWith('boss', { attended: 1 })];

  test('the person named as the unit’s manager, where nobody has the role', () => {
    const round = roundWith({ occasions: twoSessions, people, managerEmail: 'boss@example.org' });
    expect(requirement(decide(round, VASTERBOTTEN, '2025-11-04'), 'manager')).toMatchObject({
      state: 'unmet',
      have: 0,
      of: 1,
    });
  });

  test('but not where somebody has it', () => {
    const led = people.map((one, index) => (index === 0 ? { ...one, roles: ['manager' as const] } : one));
    const round = roundWith({ occasions: twoSessions, people: led, managerEmail: 'boss@example.org' });
    expect(requirement(decide(round, VASTERBOTTEN, '2025-11-04'), 'manager')).toMatchObject({
      state: 'met',
      have: 1,
      of: 1,
    });
  });

  test('nor where that person is not on the head-count', () => {
    const hired = people.map((one) => (one.id === 'boss' ? { ...one, from: day('2025-10-07') } : one));
    const round = roundWith({ occasions: twoSessions, people: hired, managerEmail: 'boss@example.org' });
    expect(requirement(decide(round, VASTERBOTTEN, '2025-11-04'), 'manager')).toMatchObject({
      state: 'unknown',
      missing: ['no-manager'],
    });
  });

  test('a protected identity without an address is nobody’s manager by that', () => {
    const nameless = people.map((one) => ({ ...one, email: '' }));
    const round = roundWith({ occasions: twoSessions, people: nameless, managerEmail: '' });
    expect(requirement(decide(round, VASTERBOTTEN, '2025-11-04'), 'manager').state).toBe('unknown');
  });
});

describe('certified by itself, where the coordinator has chosen so', () => {
  const programme = withRules(VASTERBOTTEN, { certifyAutomatically: true });
  const round = roundWith({
    occasions: twoSessions,
    people: staffOf(10, (number) => ({
      attended: number > 8 ? 1 : 3,
      course: day('2025-09-01'),
      reflection: day(number === 5 ? '2025-12-05' : '2025-11-10'),
      catchUp: number === 9 ? day('2025-12-10') : null,
    })),
    planOn: day('2025-11-20'),
  });

  test.each([
    ['2025-12-09', 'planning', null],
    ['2025-12-10', 'certified', '2025-12-10'],
    ['2026-05-01', 'certified', '2025-12-10'],
  ])('on %s it is %s', (today, status, on) => {
    const decision = decide(round, programme, today);
    expect([decision.status, decision.diploma && formatDay(decision.diploma.on)]).toEqual([status, on]);
  });

  test('without the setting it waits for the coordinator', () => {
    expect(decide(round, VASTERBOTTEN, '2025-12-10')).toMatchObject({ status: 'requirementsMet', diploma: null });
  });

  test('a coordinator’s date goes before', () => {
    expect(decide({ ...round, diplomaOn: day('2025-12-16') }, programme, '2026-01-01').diploma?.on).toBe(
      day('2025-12-16'),
    );
  });

  test('never while a session has an occasion left', () => {
    const open = {
      ...round,
      occasions: [...twoSessions, occasionOn(2, '2026-02-02', { state: 'planned', label: 'B' })],
    };
    expect(decide(open, programme, '2026-01-01').diploma).toBeNull();
  });

  test('never without a plan, or with a session that has no date', () => {
    expect(decide({ ...round, planOn: null }, programme, '2026-01-01').diploma).toBeNull();
    expect(
      decide({ ...round, occasions: [occasionOn(1, null), occasionOn(2, '2025-11-03')] }, programme, '2026-01-01')
        .diploma,
    ).toBeNull();
  });
});

describe('what the presentation and the coordinator’s date say together', () => {
  const round = roundWith({
    occasions: twoSessions,
    people: staffOf(10, () => ({ attended: 3 })),
    planOn: day('2025-12-15'),
    presentationOn: day('2025-12-15'),
  });

  test('a date too early is refused, but the presentation still gives the diploma', () => {
    const decision = decide({ ...round, diplomaOn: day('2025-12-14') }, JAMTLAND_HARJEDALEN, '2025-12-20');
    expect(decision).toMatchObject({ status: 'certified', refusedDiploma: true, judgedOn: day('2025-12-15') });
  });

  test('a date on the day of a presentation that came too early is refused', () => {
    const early = { ...round, planOn: day('2025-12-16'), diplomaOn: day('2025-12-15') };
    expect(decide(early, JAMTLAND_HARJEDALEN, '2025-12-20')).toMatchObject({
      status: 'requirementsMet',
      refusedDiploma: true,
    });
  });

  test('a presentation means nothing to a programme without one', () => {
    expect(decide(round, VARMLAND, '2025-12-20').diploma).toBeNull();
  });
});

describe('rounds without all their facts', () => {
  test('nothing known but the interest', () => {
    const decision = decide(roundWith({ decision: null, decisionOn: null }), STOCKHOLM, '2025-09-01');
    expect(decision).toMatchObject({
      status: 'interested',
      duties: [],
      deadlines: [],
      diploma: null,
      trainedToday: { have: 0, of: 0 },
    });
  });

  test('admitted without a date', () => {
    expect(decide(roundWith({ decisionOn: null }), STOCKHOLM, '2025-09-01').status).toBe('admitted');
  });

  test('a session that the programme does not have is left out', () => {
    const round = roundWith({
      occasions: [...twoSessions, occasionOn(3, '2025-12-01')],
      people: staffOf(10, () => ({ attended: 3 })),
    });
    expect(requirement(decide(round, VASTERBOTTEN, '2025-12-02'), 'attendance')).toMatchObject({
      state: 'met',
      have: 10,
    });
  });

  test('a session held without a date has not been held yet', () => {
    const round = roundWith({
      occasions: [occasionOn(1, '2025-10-06'), occasionOn(2, null)],
      people: staffOf(3, () => ({ attended: 3 })),
    });
    expect(requirement(decide(round, VASTERBOTTEN, '2025-12-02'), 'attendance')).toMatchObject({
      state: 'unknown',
      missing: ['not-held:2'],
    });
  });

  test('ticks at a session that has not been held are no attendance', () => {
    const round = roundWith({ occasions: [occasionOn(1, '2025-10-06')], people: staffOf(3, () => ({ attended: 3 })) });
    const decision = decide(round, VASTERBOTTEN, '2025-12-02');
    expect(decision).toMatchObject({ status: 'underway', trainedToday: { have: 0, of: 3 }, trainedEver: 0 });
  });

  test('a round that runs without a decision goes by the rules of its first session', () => {
    const round = roundWith({
      decision: null,
      decisionOn: null,
      occasions: [occasionOn(1, '2019-12-31')],
      people: staffOf(1),
    });
    expect(evaluate(round, VASTERBOTTEN, day('2025-01-01'))).toEqual({
      roundId: 'r1',
      noRuleInForce: { programme: 'vasterbotten', on: day('2019-12-31') },
    });
  });

  test('waiting or declined, a round goes by the rules of the day', () => {
    for (const decision of ['waitlist', 'decline'] as const) {
      const round = roundWith({ decision, decisionOn: day('2019-06-01') });
      expect(decide(round, VASTERBOTTEN, '2025-01-01').ruleVersion).toBe(day('2020-01-01'));
    }
  });
});

describe('what is left to do', () => {
  const people = staffOf(4, (number) => ({ attended: number === 2 ? 0 : present(1) }));
  const round = roundWith({
    programme: 'jamtland-harjedalen',
    occasions: [twoSessions[0], occasionOn(2, '2025-11-03', { state: 'planned' })].filter((one) => one !== undefined),
    people,
  });
  const dutiesOf = (decision: Decision): string[] =>
    decision.duties.map(({ personId, kind, due }) => `${personId} ${kind}${due === null ? '' : ` ${formatDay(due)}`}`);

  test('the session that is left, or the catch-up for the one that was missed', () => {
    expect(dutiesOf(decide(round, JAMTLAND_HARJEDALEN, '2025-10-07'))).toEqual([
      'p1 attendance',
      'p2 catch-up',
      'p3 attendance',
      'p4 attendance',
    ]);
  });

  test('nothing before the first session', () => {
    expect(dutiesOf(decide(round, JAMTLAND_HARJEDALEN, '2025-10-05'))).toEqual([]);
  });

  test('a date from the coordinator for those who missed it, as a deadline too, whether or not there is a diploma', () => {
    const decision = decide({ ...round, catchUpDue: day('2025-12-01') }, JAMTLAND_HARJEDALEN, '2025-12-02');
    expect(dutiesOf(decision)).toContain('p2 catch-up 2025-12-01');
    expect(decision.deadlines).toMatchObject([{ kind: 'catch-up', due: day('2025-12-01'), state: 'overdue' }]);
  });

  test('nobody owes a catch-up where the coordinator has taken it away', () => {
    const none = withRules(JAMTLAND_HARJEDALEN, { catchUp: null });
    const hired = { ...round, people: [...people, personWith('new', { from: day('2025-10-20') })] };
    expect(dutiesOf(decide(hired, none, '2025-10-20'))).toEqual(['p1 attendance', 'p3 attendance', 'p4 attendance']);
  });

  test('nothing once the round is withdrawn or declined', () => {
    expect(dutiesOf(decide({ ...round, withdrawnOn: day('2025-10-07') }, JAMTLAND_HARJEDALEN, '2025-10-07'))).toEqual(
      [],
    );
    expect(dutiesOf(decide({ ...round, decision: 'decline' }, JAMTLAND_HARJEDALEN, '2025-10-07'))).toEqual([]);
  });

  test('all deadlines of a withdrawn round are withdrawn, but for what was done', () => {
    const held = roundWith({
      occasions: twoSessions,
      people: staffOf(4, () => ({ attended: 3 })),
      withdrawnOn: day('2025-12-01'),
    });
    expect(decide(held, JAMTLAND_HARJEDALEN, '2026-03-01').deadlines).toMatchObject([
      { kind: 'plan', state: 'withdrawn' },
    ]);
    expect(decide({ ...held, planOn: day('2025-11-28') }, JAMTLAND_HARJEDALEN, '2026-03-01').deadlines).toMatchObject([
      { kind: 'plan', state: 'done' },
    ]);
  });
});

describe('a deadline says where it comes from', () => {
  const round = roundWith({ occasions: twoSessions, people: staffOf(4, () => ({ attended: 3 })) });

  test('the plan: counted from the last session, with the day it opens', () => {
    expect(decide(round, JAMTLAND_HARJEDALEN, '2025-11-03').deadlines).toEqual([
      {
        kind: 'plan',
        opens: day('2025-12-29'),
        due: day('2026-01-26'),
        state: 'upcoming',
        reference: day('2025-11-03'),
        occurrence: 1,
        doneOn: null,
        duty: 'manager',
        extended: false,
        original: day('2026-01-26'),
      },
    ]);
  });

  test('moved by the coordinator, it remembers what the rule gave', () => {
    expect(decide({ ...round, planDue: day('2026-03-02') }, JAMTLAND_HARJEDALEN, '2025-11-03').deadlines).toMatchObject(
      [{ due: day('2026-03-02'), original: day('2026-01-26'), extended: true, reference: day('2025-11-03') }],
    );
    expect(decide({ ...round, planDue: day('2026-01-26') }, JAMTLAND_HARJEDALEN, '2025-11-03').deadlines).toMatchObject(
      [{ extended: false }],
    );
  });

  test('set by the coordinator alone, it refers to the admission', () => {
    expect(decide({ ...round, planDue: day('2026-03-02') }, VARMLAND, '2025-11-03').deadlines).toMatchObject([
      { due: day('2026-03-02'), opens: null, reference: day('2025-09-01'), extended: false },
    ]);
  });

  test('the contact is the coordinator’s duty, everything else the manager’s', () => {
    const certified = { ...round, planOn: day('2025-12-01'), presentationOn: day('2025-12-15') };
    const { deadlines } = decide(certified, JAMTLAND_HARJEDALEN, '2026-01-01');
    expect(deadlines.map(({ kind, duty }) => `${kind} ${duty}`)).toEqual([
      'plan manager',
      'survey manager',
      'contact coordinator',
      'plan-revision manager',
      'expiry manager',
    ]);
  });
});

describe('Klivet', () => {
  test('the group counts from the day its members are there', () => {
    const people = staffOf(6, (number) => ({
      roles: number === 1 ? ['manager', 'group'] : number < 4 ? ['group'] : [],
      from: number === 3 ? day('2025-03-10') : null,
      earlierDiploma: 2015,
      course: day('2025-02-01'),
    }));
    const round = roundWith({
      decisionOn: day('2025-01-13'),
      people,
      planOn: day('2025-03-03'),
      planAreas: ['kunskap/kompetens', 'bemötande', 'arbetsmiljö'],
      selfReflectionOn: day('2025-02-20'),
    });
    expect(decide(round, HBTQ_KLIVET, '2025-03-09').status).toBe('underway');
    const completed = decide(round, HBTQ_KLIVET, '2025-06-01');
    expect([completed.status, formatDay(completed.judgedOn)]).toEqual(['completed', '2025-03-10']);
    expect(decide(round, HBTQ_KLIVET, formatDay(addDays(day('2025-03-10'), 0))).status).toBe('completed');
  });
});
