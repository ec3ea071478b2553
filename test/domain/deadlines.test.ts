import { describe, expect, test } from 'vitest';
import { isSameDeadline } from '../../src/domain/deadlines.ts';
import type { FollowUpRecord, Round } from '../../src/domain/facts.ts';
import type { RuleVersion } from '../../src/domain/rules.ts';
import { JAMTLAND_HARJEDALEN, STOCKHOLM, VARMLAND, VASTERBOTTEN } from '../../src/programmes/index.ts';
import { day, occasionOn, personWith, staffOf } from './builders.ts';
import { certified, decide, made, those } from './certified-round.ts';

const JH = JAMTLAND_HARJEDALEN;

describe('the plan', () => {
  const round = (facts: Partial<Round> = {}): Round => certified({ presentationOn: null, diplomaOn: null, ...facts });
  const held = { occasions: [occasionOn(1, '2023-10-02'), occasionOn(2, '2023-11-06')], planOn: null };

  test.each<[string, Partial<Round>, string, readonly string[]]>([
    ['has no date before the last session', held, '2023-11-05', []],
    ['has one from that day on', held, '2023-11-06', ['2024-01-01 2024-01-29 upcoming']],
    ['is due on the day', held, '2024-01-29', ['2024-01-01 2024-01-29 due']],
    ['is overdue the day after', held, '2024-01-30', ['2024-01-01 2024-01-29 overdue']],
    [
      'is done on its day',
      { ...held, planOn: day('2024-01-10') },
      '2024-01-10',
      ['2024-01-01 2024-01-29 done 2024-01-10'],
    ],
    ['is not done before it', { ...held, planOn: day('2024-01-10') }, '2024-01-09', ['2024-01-01 2024-01-29 upcoming']],
    [
      'has the coordinator’s date before any session',
      { ...held, occasions: [], planDue: day('2024-03-01') },
      '2023-10-01',
      ['2024-03-01 upcoming'],
    ],
    [
      'has the coordinator’s date after the sessions',
      { ...held, planDue: day('2024-03-01') },
      '2024-01-30',
      ['2024-01-01 2024-03-01 upcoming'],
    ],
    [
      'is asked of nobody who has withdrawn',
      { ...held, withdrawnOn: day('2024-01-30') },
      '2024-01-30',
      ['2024-01-01 2024-01-29 withdrawn'],
    ],
    [
      'nor of whom there was no place for',
      { ...held, decision: 'decline' },
      '2024-01-30',
      ['2024-01-01 2024-01-29 withdrawn'],
    ],
  ])('%s', (_, facts, today, expected) => {
    expect(those('plan', round(facts), JH, today)).toEqual(expected);
  });

  test('is no longer asked for where the diploma was given without it', () => {
    const given = certified({ planOn: null, presentationOn: null, overrideReason: 'Beslut' });
    expect(those('plan', given, JH, '2024-06-01')).toEqual(['2023-11-27 2023-12-25 withdrawn']);
    expect(decide(given, JH, '2023-12-14').deadlines[0]?.state).toBe('upcoming');
  });

  test('opens on no day where the programme has none', () => {
    const rules = { plan: { opens: null, due: 'P12W' as const, areas: [] } };
    expect(those('plan', round(held), JH, '2023-11-06', rules)).toEqual(['2024-01-29 upcoming']);
  });

  test.each<[Partial<Round>, string]>([
    [{ decisionOn: day('2023-09-01') }, '2023-09-01'],
    [{ decisionOn: null }, '2023-08-01'],
    [{ decisionOn: null, interestOn: null }, '2024-03-01'],
  ])('with a date from the coordinator alone is reckoned from the first day known', (facts, reference) => {
    const alone = round({ ...held, occasions: [], planDue: day('2024-03-01'), ...facts });
    expect(decide(alone, JH, '2023-10-01').deadlines).toMatchObject([{ kind: 'plan', reference: day(reference) }]);
  });
});

describe('the survey', () => {
  test.each<[string, Partial<Round>, string, readonly string[]]>([
    ['opens after six months and closes three weeks later', {}, '2024-06-14', ['2024-06-15 2024-07-06 upcoming']],
    ['is open to the last day', { surveyAnswers: 1 }, '2024-07-06', ['2024-06-15 2024-07-06 due']],
    [
      'is done the day after it closed, with one answer',
      { surveyAnswers: 1 },
      '2024-07-07',
      ['2024-06-15 2024-07-06 done 2024-07-06'],
    ],
    ['is not done without any', {}, '2024-07-07', ['2024-06-15 2024-07-06 overdue']],
    [
      'closes on the coordinator’s date',
      { surveyAnswers: 1, surveyDue: day('2024-08-01') },
      '2024-07-07',
      ['2024-06-15 2024-08-01 upcoming'],
    ],
    [
      'and is done after that',
      { surveyAnswers: 1, surveyDue: day('2024-08-01') },
      '2024-08-02',
      ['2024-06-15 2024-08-01 done 2024-08-01'],
    ],
    [
      'does not close before it opens',
      { surveyDue: day('2024-06-14') },
      '2024-06-01',
      ['2024-06-15 2024-07-06 upcoming'],
    ],
    [
      'may close on the day it opens',
      { surveyDue: day('2024-06-15') },
      '2024-06-01',
      ['2024-06-15 2024-06-15 upcoming'],
    ],
    [
      'is done by a record of it',
      { followUps: [made('survey', '2024-06-20')] },
      '2024-06-20',
      ['2024-06-15 2024-07-06 done 2024-06-20'],
    ],
    [
      'but not by one from before it opened',
      { followUps: [made('survey', '2024-06-14')] },
      '2024-06-20',
      ['2024-06-15 2024-07-06 upcoming'],
    ],
    [
      'nor by a contact',
      { followUps: [made('contact', '2024-06-20')] },
      '2024-06-20',
      ['2024-06-15 2024-07-06 upcoming'],
    ],
    [
      'nor by one that the unit missed',
      { followUps: [made('survey', '2024-06-20', true)] },
      '2024-06-20',
      ['2024-06-15 2024-07-06 upcoming'],
    ],
    [
      'nor by one to come',
      { followUps: [made('survey', '2024-06-21')] },
      '2024-06-20',
      ['2024-06-15 2024-07-06 upcoming'],
    ],
  ])('%s', (_, facts, today, expected) => {
    expect(those('survey', certified(facts), JH, today)).toEqual(expected);
  });
});

describe('the contact', () => {
  test.each<[string, readonly FollowUpRecord[], string, string]>([
    ['the day before', [], '2025-06-14', '2025-06-15 upcoming'],
    ['the day of', [], '2025-06-15', '2025-06-15 due'],
    ['the day after', [], '2025-06-16', '2025-06-15 overdue'],
    ['made on the day of the diploma', [made('contact', '2023-12-15')], '2024-01-01', '2025-06-15 done 2023-12-15'],
    ['made before it', [made('contact', '2023-12-14')], '2024-01-01', '2025-06-15 upcoming'],
    [
      'made twice',
      [made('contact', '2025-06-20'), made('contact', '2025-06-10')],
      '2025-07-01',
      '2025-06-15 done 2025-06-10',
    ],
  ])('%s', (_, followUps, today, expected) => {
    expect(those('contact', certified({ followUps }), JH, today)).toEqual([expected]);
  });
});

describe('what recurs', () => {
  test.each<[string, readonly FollowUpRecord[], string, readonly string[]]>([
    ['has only its next date', [], '2024-12-14', ['2024-12-15 upcoming']],
    ['stands on its day', [], '2024-12-15', ['2024-12-15 due', '2025-12-15 upcoming']],
    ['ends with the diploma', [], '2026-12-15', ['2024-12-15 overdue', '2025-12-15 overdue', '2026-12-15 due']],
    [
      'and does not go on after',
      [],
      '2027-06-01',
      ['2024-12-15 withdrawn', '2025-12-15 withdrawn', '2026-12-15 withdrawn'],
    ],
    [
      'done late counts for the date that had passed',
      [made('plan-revision', '2025-06-14')],
      '2025-06-20',
      ['2024-12-15 done 2025-06-14', '2025-12-15 upcoming'],
    ],
    [
      'done past the middle counts for the date ahead',
      [made('plan-revision', '2025-06-15')],
      '2025-06-20',
      ['2024-12-15 overdue', '2025-12-15 done 2025-06-15', '2026-12-15 upcoming'],
    ],
  ])('%s', (_, followUps, today, expected) => {
    expect(those('plan-revision', certified({ followUps }), JH, today)).toEqual(expected);
  });

  test('is counted from the diploma in one step, so that the day of the month stays', () => {
    const round = certified({
      planOn: day('2023-12-01'),
      presentationOn: day('2024-08-31'),
      diplomaOn: day('2024-08-31'),
    });
    const rules = { followUp: { first: 'P6M', every: 'P2Y' } } as const;
    expect(those('follow-up', round, VASTERBOTTEN, '2029-03-01', rules)).toEqual([
      '2025-02-28 overdue',
      '2027-02-28 overdue',
      '2029-02-28 overdue',
      '2031-02-28 upcoming',
    ]);
    const yearly = { followUp: { first: 'P6M', every: 'P1Y' } } as const;
    expect(those('follow-up', round, VASTERBOTTEN, '2028-02-01', yearly).at(-1)).toBe('2028-02-29 upcoming');
  });

  test.each<[string, RuleVersion['followUp'], readonly string[]]>([
    ['in weeks', { first: 'P4W', every: 'P2W' }, ['2024-01-12 overdue', '2024-01-26 overdue', '2024-02-09 upcoming']],
    [
      'months, then weeks',
      { first: 'P1M', every: 'P2W' },
      ['2024-01-15 overdue', '2024-01-29 overdue', '2024-02-12 upcoming'],
    ],
    ['weeks, then months', { first: 'P4W', every: 'P1M' }, ['2024-01-12 overdue', '2024-02-12 upcoming']],
    ['once', { first: 'P1M', every: null }, ['2024-01-15 overdue']],
    ['none', null, []],
  ])('%s', (_, followUp, expected) => {
    expect(those('follow-up', certified(), VASTERBOTTEN, '2024-02-01', { followUp })).toEqual(expected);
  });

  test('is numbered', () => {
    const { deadlines } = decide(certified(), JH, '2025-12-15');
    const revisions = deadlines.filter(({ kind }) => kind === 'plan-revision');
    expect(revisions.map(({ occurrence }) => occurrence)).toEqual([1, 2, 3]);
    const [first, second] = revisions;
    if (first === undefined || second === undefined) throw new Error('Too few');
    expect([isSameDeadline(first, { ...first, due: second.due }), isSameDeadline(first, second)]).toEqual([
      true,
      false,
    ]);
    expect(isSameDeadline(first, { ...first, kind: 'follow-up' })).toBe(false);
    expect(isSameDeadline(first, { ...first, reference: second.due })).toBe(false);
  });
});

describe('a renewed diploma', () => {
  const renewed = (facts: Partial<Round> = {}): Round =>
    certified({
      people: staffOf(5, () => ({ attended: 15, refresher: day('2026-10-01') })),
      ...facts,
    });

  test('closes what the old one left undone on the day it begins, not before', () => {
    expect(those('contact', renewed(), JH, '2026-12-15')).toEqual(['2025-06-15 overdue', '2028-06-16 upcoming']);
    expect(those('contact', renewed(), JH, '2026-12-16')).toEqual(['2025-06-15 withdrawn', '2028-06-16 upcoming']);
    expect(those('expiry', renewed(), JH, '2026-12-16')).toEqual(['2026-12-15 done 2026-12-16', '2029-12-16 upcoming']);
  });

  test('keeps apart what was done in each period', () => {
    const followUps = [made('contact', '2026-12-15'), made('survey', '2027-06-20')];
    expect(those('contact', renewed({ followUps }), JH, '2027-07-10')).toEqual([
      '2025-06-15 done 2026-12-15',
      '2028-06-16 upcoming',
    ]);
    expect(those('survey', renewed({ followUps, surveyDue: day('2027-09-01') }), JH, '2027-07-10')).toEqual([
      '2024-06-15 2024-07-06 withdrawn',
      '2027-06-16 2027-09-01 done 2027-06-20',
    ]);
    const first = those('contact', renewed({ followUps: [made('contact', '2026-12-16')] }), JH, '2027-07-10');
    expect(first).toEqual(['2025-06-15 withdrawn', '2028-06-16 done 2026-12-16']);
  });

  test('counts the answers for the period that runs', () => {
    expect(those('survey', renewed({ surveyAnswers: 3 }), JH, '2027-08-01')).toEqual([
      '2024-06-15 2024-07-06 withdrawn',
      '2027-06-16 2027-07-07 done 2027-07-07',
    ]);
  });
});

describe('a diploma that has ended', () => {
  test('asks for nothing more, but keeps its end', () => {
    const people = [...certified().people, personWith('new', { from: day('2024-01-10') })];
    const { deadlines } = decide(certified({ people, catchUpDue: day('2026-06-01') }), JH, '2026-12-16');
    expect(deadlines).toHaveLength(8);
    expect(deadlines.filter(({ state }) => state !== 'withdrawn').map(({ kind, state }) => `${kind} ${state}`)).toEqual(
      ['plan done', 'expiry overdue'],
    );
  });

  test.each(['withdraw', 'decline'])('%s closes every date', (how) => {
    const ended = how === 'withdraw' ? { withdrawnOn: day('2024-02-01') } : { decision: 'decline' as const };
    const { deadlines } = decide(certified(ended), JH, '2026-12-16');
    expect(deadlines.filter(({ state }) => !['withdrawn', 'done'].includes(state))).toEqual([]);
  });

  test('has no end in a programme that states none', () => {
    expect(those('expiry', certified(), VASTERBOTTEN, '2024-02-01', { validity: null })).toEqual([]);
  });
});

test.each([
  ['Stockholm', STOCKHOLM],
  ['Värmland', VARMLAND],
])('%s, whose text names no date for what comes after, asks for nothing', (_, programme) => {
  expect(decide(certified(), programme, '2024-01-01').deadlines).toEqual([]);
});
