import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/domain/calendar.ts';
import { evaluate, rulesDay } from '../../src/domain/evaluate.ts';
import type { Occasion, Round } from '../../src/domain/facts.ts';
import { type Programme, ruleInForce } from '../../src/domain/rules.ts';
import { allOver, scheduleOf } from '../../src/domain/schedule.ts';
import { VASTERBOTTEN } from '../../src/programmes/index.ts';
import { day, occasionOn, present, roundWith, rulesOf, staffOf } from './builders.ts';

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

describe('the day whose rules hold', () => {
  const today = day('2025-11-10');
  const held = { occasions: [occasionOn(1, '2025-10-06'), occasionOn(2, '2025-09-08'), occasionOn(3, '2025-12-01')] };
  const bare = { decision: null, decisionOn: null };
  test.each<[string, Partial<Round>, string]>([
    ['that of the admission', { decisionOn: day('2025-09-01') }, '2025-09-01'],
    ['the one the coordinator chose', { rulesFrom: day('2026-01-01'), decisionOn: day('2025-09-01') }, '2026-01-01'],
    ['today’s admission', { decisionOn: today }, '2025-11-10'],
    ['today’s admission of a unit that has begun', { decisionOn: today, ...held }, '2025-11-10'],
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

describe('a round without a decision', () => {
  const status = (facts: Partial<Round>): unknown =>
    evaluate(
      roundWith({ decision: null, decisionOn: null, people: staffOf(3), ...facts }),
      VASTERBOTTEN,
      day('2025-11-10'),
    );
  test.each<[string, Partial<Round>, string]>([
    ['is one of interest', {}, 'interested'],
    ['is under way once a session has been held', { occasions: [occasionOn(1, '2025-11-10')] }, 'underway'],
    ['not by one tomorrow', { occasions: [occasionOn(1, '2025-11-11')] }, 'interested'],
    ['nor by one that was only planned', { occasions: [occasionOn(1, '2025-11-03', planned)] }, 'interested'],
    [
      'nor by one that was cancelled',
      { occasions: [occasionOn(1, '2025-11-03', { state: 'cancelled' })] },
      'interested',
    ],
    ['is admitted by a diploma date', { diplomaOn: day('2025-11-10') }, 'admitted'],
    ['waits where the decision to wait has no date', { decision: 'waitlist' }, 'waitlisted'],
    ['is declined on the day', { decision: 'decline', decisionOn: day('2025-11-10') }, 'declined'],
    ['not before it', { decision: 'decline', decisionOn: day('2025-11-11') }, 'interested'],
  ])('%s', (_, facts, expected) => {
    expect(status(facts)).toMatchObject({ status: expected });
  });
});
