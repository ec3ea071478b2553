import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/domain/calendar.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Person, Round } from '../../src/domain/facts.ts';
import type { Programme, RuleVersion } from '../../src/domain/rules.ts';
import { HBTQ_KLIVET, JAMTLAND_HARJEDALEN, VASTERBOTTEN } from '../../src/programmes/index.ts';
import { day, occasionOn, personWith, present, roundWith, rulesOf, staffOf } from './builders.ts';

const JH = JAMTLAND_HARJEDALEN;
const both = [occasionOn(1, '2025-10-06'), occasionOn(2, '2025-11-03')];

function decide(round: Round, programme: Programme, today: string, rules: Partial<RuleVersion> = {}): Decision {
  const decision = evaluate(round, { ...programme, versions: [rulesOf(programme, rules)] }, day(today));
  if ('noRuleInForce' in decision) throw new Error('No rule');
  return decision;
}

const owed = ({ duties }: Decision): string[] =>
  duties.map(({ personId, kind, due }) => [personId, kind, ...(due === null ? [] : [formatDay(due)])].join(' '));

describe('what a person still has to do in a programme with sessions', () => {
  const colleague = personWith('p1', { roles: ['manager'], attended: present(1, 2) });
  const alone = (facts: Partial<Person>, more: Partial<Round> = {}): Round =>
    roundWith({ occasions: both, people: [colleague, personWith('x', facts)], ...more });
  const one = [occasionOn(1, '2025-10-06'), occasionOn(2, '2025-11-03', { state: 'planned' })];

  test.each<[string, Partial<Person>, Partial<Round>, string, readonly string[]]>([
    ['nothing before the first session', {}, { occasions: [] }, '2025-10-01', []],
    [
      'the session to come',
      { attended: present(1) },
      { occasions: one },
      '2025-10-07',
      ['p1 attendance', 'x attendance'],
    ],
    ['the catch-up for a session missed', {}, { occasions: one }, '2025-10-07', ['p1 attendance', 'x catch-up']],
    ['nothing after both', { attended: present(1, 2) }, {}, '2025-11-04', []],
    ['the catch-up for one of two', { attended: present(2) }, {}, '2025-11-04', ['x catch-up']],
    [
      'by the coordinator’s date',
      { attended: 1 },
      { catchUpDue: day('2026-02-01') },
      '2025-11-04',
      ['x catch-up 2026-02-01'],
    ],
    ['nothing after the catch-up', { attended: present(2), catchUp: day('2025-11-10') }, {}, '2025-11-10', []],
    ['before its day has come', { attended: present(2), catchUp: day('2025-11-10') }, {}, '2025-11-09', ['x catch-up']],
    ['nothing with a diploma from elsewhere', { earlierDiploma: 2025 }, {}, '2025-11-04', []],
    ['but not with one of a year to come', { earlierDiploma: 2026 }, {}, '2025-12-31', ['x catch-up']],
    ['which counts from new year', { earlierDiploma: 2026 }, {}, '2026-01-01', []],
    ['nothing while on leave', { leave: [{ from: day('2025-11-04'), to: day('2025-11-10') }] }, {}, '2025-11-10', []],
    [
      'but when back',
      { leave: [{ from: day('2025-11-04'), to: day('2025-11-10') }] },
      {},
      '2025-11-11',
      ['x catch-up'],
    ],
    ['nothing after the last day of employment', { to: day('2025-11-10') }, {}, '2025-11-11', []],
    ['until then', { to: day('2025-11-10') }, {}, '2025-11-10', ['x catch-up']],
    ['nothing where there is no place', {}, { decision: 'waitlist' }, '2025-11-04', []],
  ])('%s', (_, facts, more, today, expected) => {
    expect(owed(decide(alone(facts, more), JH, today))).toEqual(expected);
  });

  test.each<[string, Partial<Person>, Partial<Round>, string, readonly string[]]>([
    ['six months from the first day', { from: day('2025-12-01') }, {}, '2025-12-01', ['x catch-up 2026-06-01']],
    ['not before that day', { from: day('2025-12-01') }, {}, '2025-11-30', []],
    [
      'of one hired the day after the head-count',
      { from: day('2025-10-07') },
      {},
      '2025-11-04',
      ['x catch-up 2026-04-07'],
    ],
    ['not of one hired on that day, who was absent', { from: day('2025-10-06') }, {}, '2025-11-04', ['x catch-up']],
    ['nothing once it is done', { from: day('2025-12-01'), catchUp: day('2025-12-10') }, {}, '2025-12-10', []],
    [
      'nothing while on leave',
      { from: day('2025-12-01'), leave: [{ from: day('2025-12-05'), to: null }] },
      {},
      '2025-12-10',
      [],
    ],
    [
      'the coordinator may give more time',
      { from: day('2025-12-01') },
      { catchUpDue: day('2026-06-02') },
      '2025-12-10',
      ['x catch-up 2026-06-02'],
    ],
    [
      'but not less',
      { from: day('2025-12-01') },
      { catchUpDue: day('2026-05-31') },
      '2025-12-10',
      ['x catch-up 2026-06-01'],
    ],
  ])('the catch-up of somebody new: %s', (_, facts, more, today, expected) => {
    expect(owed(decide(alone(facts, more), JH, today))).toEqual(expected);
  });

  test('the catch-up where all that the diploma asks for has been met', () => {
    const round = roundWith({
      occasions: both,
      planOn: day('2025-12-01'),
      people: staffOf(10, (number) => ({ attended: number === 10 ? present(1) : 3 })),
    });
    const decision = decide(round, JH, '2025-12-01', { presentation: false });
    expect([decision.status, ...owed(decision)]).toEqual(['requirementsMet', 'p10 catch-up']);
  });

  test('no catch-up, new or not, where the programme knows none', () => {
    const round = alone(
      { from: day('2025-12-01') },
      { people: [personWith('a'), personWith('b', { from: day('2025-12-01') })] },
    );
    expect(owed(decide(round, JH, '2025-12-10', { catchUp: null }))).toEqual([]);
  });

  test('in Västerbotten also the web training and the reflection, each until its day', () => {
    const round = alone(
      { attended: present(1, 2), course: day('2025-11-10'), reflection: day('2025-11-20') },
      {
        people: [
          personWith('x', { attended: present(1, 2), course: day('2025-11-10'), reflection: day('2025-11-20') }),
        ],
      },
    );
    expect(owed(decide(round, VASTERBOTTEN, '2025-11-09'))).toEqual(['x course', 'x reflection']);
    expect(owed(decide(round, VASTERBOTTEN, '2025-11-10'))).toEqual(['x reflection']);
    expect(owed(decide(round, VASTERBOTTEN, '2025-11-20'))).toEqual([]);
    expect(owed(decide(round, VASTERBOTTEN, '2025-11-09', { course: false }))).toEqual(['x reflection']);
    expect(owed(decide(round, VASTERBOTTEN, '2025-11-09', { course: false, reflection: null }))).toEqual([]);
  });

  test('not of those who came after the head-count', () => {
    const round = alone({}, { people: [personWith('x', { from: day('2025-12-01'), catchUp: day('2025-12-02') })] });
    expect(owed(decide(round, VASTERBOTTEN, '2025-12-10'))).toEqual([]);
  });
});

describe('what a person in a Klivet group has to do', () => {
  const round = (facts: Partial<Person>): Round =>
    roundWith({
      people: staffOf(4, () => ({ roles: ['group'], earlierDiploma: 2015, course: day('2025-02-01'), ...facts })),
    });

  test.each<[string, Partial<Person>, string, readonly string[]]>([
    ['nothing with a diploma and the web training', {}, '2025-10-01', []],
    [
      'the catch-up without a diploma',
      { earlierDiploma: null },
      '2025-10-01',
      ['p1 catch-up', 'p2 catch-up', 'p3 catch-up', 'p4 catch-up'],
    ],
    ['until it is done', { earlierDiploma: null, catchUp: day('2025-10-02') }, '2025-10-02', []],
    ['the web training', { course: null }, '2025-10-01', ['p1 course', 'p2 course', 'p3 course', 'p4 course']],
  ])('%s', (_, facts, today, expected) => {
    expect(owed(decide(round(facts), HBTQ_KLIVET, today))).toEqual(expected);
  });
});

describe('the refresher', () => {
  const certified = (facts: Partial<Person>): Round =>
    roundWith({
      decisionOn: day('2024-01-15'),
      occasions: [occasionOn(1, '2024-03-04'), occasionOn(2, '2024-04-08')],
      planOn: day('2024-06-20'),
      presentationOn: day('2024-08-31'),
      people: [...staffOf(9, () => ({ attended: 3 })), personWith('x', { attended: 3, ...facts })],
    });

  test.each<[string, Partial<Person>, string, boolean]>([
    ['not before its window', {}, '2027-02-27', false],
    ['from the first day of it', {}, '2027-02-28', true],
    ['and after the diploma has ended', {}, '2027-09-01', true],
    ['not of whoever has done it', { refresher: day('2027-02-28') }, '2027-03-10', false],
    ['not by one done before the window', { refresher: day('2027-02-27') }, '2027-03-10', true],
    ['not while on leave', { leave: [{ from: day('2027-03-01'), to: day('2027-03-10') }] }, '2027-03-10', false],
  ])('is owed %s', (_, facts, today, expected) => {
    expect(owed(decide(certified(facts), JH, today)).includes('x refresher 2027-08-31')).toBe(expected);
  });

  test('is owed by nobody without a diploma, nor where the programme has none', () => {
    const round = certified({});
    expect(owed(decide({ ...round, presentationOn: null }, JH, '2027-03-10'))).toEqual([]);
    expect(owed(decide(round, JH, '2027-03-10', { refresher: null }))).toEqual([]);
  });

  test('after the diploma, those who missed a session owe the catch-up, and nobody owes a task of the diploma', () => {
    const round = certified({ attended: present(1) });
    expect(owed(decide(round, JH, '2024-10-01'))).toEqual(['x catch-up']);
    const overridden = { ...round, diplomaOn: day('2024-08-31'), overrideReason: 'Beslut' };
    expect(owed(decide(overridden, JH, '2024-10-01', { course: true }))).toEqual(['x catch-up']);
  });
});

describe('the share trained today', () => {
  const trained = (
    facts: readonly Partial<Person>[],
    today: string,
    more: Partial<Round> = {},
    programme = JH,
  ): string => {
    const people = facts.map((one, index) => personWith(`p${index}`, one));
    const { trainedToday: share, trainedEver } = decide(
      roundWith({ occasions: both, people, ...more }),
      programme,
      today,
    );
    return `${share.have} av ${share.of}, ${trainedEver} sedan starten`;
  };

  test.each<[string, readonly Partial<Person>[], string, string]>([
    ['all sessions', [{ attended: 3 }, { attended: 1 }], '2025-11-03', '1 av 2, 1 sedan starten'],
    ['not before the last has been held', [{ attended: 3 }], '2025-11-02', '0 av 1, 0 sedan starten'],
    ['a catch-up', [{ catchUp: day('2025-11-20') }, {}], '2025-11-20', '1 av 2, 1 sedan starten'],
    ['not before its day', [{ catchUp: day('2025-11-20') }, {}], '2025-11-19', '0 av 2, 0 sedan starten'],
    ['a diploma from elsewhere', [{ earlierDiploma: 2020 }, {}], '2025-10-01', '1 av 2, 1 sedan starten'],
    [
      'one who has left was trained once',
      [{ attended: 3, to: day('2025-11-10') }, {}],
      '2025-11-11',
      '0 av 1, 1 sedan starten',
    ],
    ['on the last day still', [{ attended: 3, to: day('2025-11-10') }, {}], '2025-11-10', '1 av 2, 1 sedan starten'],
    [
      'somebody on leave is employed',
      [{ attended: 3, leave: [{ from: day('2025-11-01'), to: null }] }],
      '2025-11-10',
      '1 av 1, 1 sedan starten',
    ],
    ['nobody', [], '2025-11-10', '0 av 0, 0 sedan starten'],
  ])('%s', (_, facts, today, expected) => {
    expect(trained(facts, today)).toBe(expected);
  });

  test('is counted for those who were never admitted too', () => {
    expect(trained([{ earlierDiploma: 2020 }], '2025-10-01', { decision: null })).toBe('1 av 1, 1 sedan starten');
  });

  test('is the web training in a programme without sessions', () => {
    const people = [{ course: day('2025-10-02') }, { earlierDiploma: 2015 }, { attended: 15 }];
    expect(trained(people, '2025-10-01', {}, HBTQ_KLIVET)).toBe('0 av 3, 0 sedan starten');
    expect(trained(people, '2025-10-02', {}, HBTQ_KLIVET)).toBe('1 av 3, 1 sedan starten');
  });
});
