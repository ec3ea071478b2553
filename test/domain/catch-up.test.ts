import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/domain/calendar.ts';
import type { FollowUpRecord, Person, Round } from '../../src/domain/facts.ts';
import { JAMTLAND_HARJEDALEN as JH, VASTERBOTTEN } from '../../src/programmes/index.ts';
import { day, occasionOn, personWith, present, staffOf } from './builders.ts';
import { certified, decide, made, those } from './certified-round.ts';

describe('the catch-up', () => {
  const absent = personWith('absent', { attended: present(1) });
  const hired = (id: string, from: string, facts: Partial<Person> = {}): Person =>
    personWith(id, { from: day(from), ...facts });
  const people = (...others: readonly Person[]): Person[] => [
    ...staffOf(12, () => ({ attended: 15, course: day('2023-09-15'), reflection: day('2023-11-01') })),
    ...others,
  ];

  test.each<[string, readonly Person[], Partial<Round>, readonly string[]]>([
    ['of nobody', [], { catchUpDue: day('2024-05-01') }, []],
    ['of one hired after the diploma', [hired('a', '2024-01-10')], {}, ['2024-07-10 upcoming']],
    [
      'of two hired on one day, one of whom has done it',
      [hired('a', '2024-01-10'), hired('b', '2024-01-10', { catchUp: day('2024-01-20') })],
      {},
      ['2024-07-10 upcoming'],
    ],
    [
      'of two who have both done it',
      [
        hired('a', '2024-01-10', { catchUp: day('2024-01-30') }),
        hired('b', '2024-01-10', { catchUp: day('2024-01-20') }),
      ],
      {},
      ['2024-07-10 done'],
    ],
    [
      'in the order of the days, whatever that of the rows',
      [hired('b', '2024-01-20'), hired('a', '2024-01-10')],
      {},
      ['2024-07-10 upcoming', '2024-07-20 upcoming'],
    ],
    [
      'with more time from the coordinator',
      [hired('a', '2024-01-10')],
      { catchUpDue: day('2024-08-01') },
      ['2024-08-01 upcoming'],
    ],
    [
      'with less time from the coordinator, who cannot shorten it',
      [hired('a', '2024-01-10')],
      { catchUpDue: day('2024-05-01') },
      ['2024-07-10 upcoming'],
    ],
    ['of one who missed a session', [absent], { catchUpDue: day('2024-05-01') }, ['2024-05-01 upcoming']],
    ['of one who missed a session, without a date', [absent], {}, []],
    [
      'of one who is away',
      [{ ...absent, leave: [{ from: day('2024-01-01'), to: null }] }],
      { catchUpDue: day('2024-05-01') },
      [],
    ],
    [
      'of both kinds',
      [hired('a', '2024-01-10'), absent],
      { catchUpDue: day('2024-05-01') },
      ['2024-05-01 upcoming', '2024-07-10 upcoming'],
    ],
  ])('%s', (_, others, facts, expected) => {
    const round = certified({ people: people(...others), ...facts });
    expect(those('catch-up', round, JH, '2024-02-01')).toEqual(expected);
  });

  test('has no date where the programme knows none, nor while a session is left for whoever has missed none', () => {
    const facts = { catchUpDue: day('2024-05-01'), diplomaOn: null, presentationOn: null };
    const round = certified({ people: people(absent), ...facts });
    expect(those('catch-up', round, JH, '2024-02-01', { catchUp: null })).toEqual([]);
    const left = [occasionOn(1, '2023-10-02'), occasionOn(2, '2024-03-04', { state: 'planned' })];
    expect(those('catch-up', { ...round, occasions: left }, JH, '2024-02-01')).toEqual([]);
  });

  test('two that end on one day stand in the order of what they are reckoned from', () => {
    const round = certified({
      people: people(hired('b', '2024-01-20'), hired('a', '2024-01-10')),
      catchUpDue: day('2024-09-01'),
    });
    const { deadlines } = decide(round, JH, '2024-02-01');
    const references = deadlines.filter(({ kind }) => kind === 'catch-up').map(({ reference }) => formatDay(reference));
    expect(references).toEqual(['2024-01-10', '2024-01-20']);
  });

  test('of those hired before the diploma has no date of its own yet', () => {
    const round = certified({ diplomaOn: null, presentationOn: null, people: people(hired('a', '2023-11-01')) });
    expect(those('catch-up', round, JH, '2023-12-01')).toEqual([]);
  });

  test.each<[string, Partial<Round>, string]>([
    ['the diploma', {}, '2023-12-15'],
    ['the admission', { diplomaOn: null, presentationOn: null }, '2023-09-01'],
    ['itself', { diplomaOn: null, presentationOn: null, decisionOn: null }, '2024-05-01'],
  ])('of those who missed a session is reckoned from %s', (_, facts, reference) => {
    const round = certified({ people: people(absent), catchUpDue: day('2024-05-01'), ...facts });
    expect(decide(round, JH, '2024-02-01').deadlines.find(({ kind }) => kind === 'catch-up')).toMatchObject({
      reference: day(reference),
    });
  });
});

describe('"Komplettering krävs"', () => {
  const needed = (
    followUps: readonly FollowUpRecord[],
    today: string,
    facts: Partial<Round> = {},
  ): boolean | undefined => decide(certified({ followUps, ...facts }), VASTERBOTTEN, today).diploma?.supplementNeeded;

  test.each<[string, readonly FollowUpRecord[], string, boolean]>([
    ['after a follow-up that was missed', [made('follow-up', '2024-06-10', true)], '2024-06-10', true],
    ['not before it', [made('follow-up', '2024-06-10', true)], '2024-06-09', false],
    [
      'not once it has been made up for',
      [made('follow-up', '2024-06-10', true), made('follow-up', '2024-06-10')],
      '2024-07-01',
      false,
    ],
    [
      'not by one made before',
      [made('follow-up', '2024-06-10', true), made('follow-up', '2024-06-09')],
      '2024-07-01',
      true,
    ],
    [
      'not by one of another kind',
      [made('follow-up', '2024-06-10', true), made('contact', '2024-06-20')],
      '2024-07-01',
      true,
    ],
    ['not for what was missed before the diploma', [made('follow-up', '2023-12-14', true)], '2024-07-01', false],
  ])('%s', (_, followUps, today, expected) => {
    expect(needed(followUps, today)).toBe(expected);
  });

  test.each([
    ['2024-07-10', false],
    ['2024-07-11', true],
  ])('for somebody hired on 10 January, on %s: %s', (today, expected) => {
    const people = [...certified().people, personWith('new', { from: day('2024-01-10') })];
    const round = certified({ people });
    expect(decide(round, JH, today).diploma?.supplementNeeded).toBe(expected);
  });

  test('not for those who missed a session and have no date to make up for it by', () => {
    const people = [...staffOf(12, () => ({ attended: 15 })), personWith('absent', { attended: 1 })];
    expect(decide(certified({ people }), JH, '2024-07-11').diploma?.supplementNeeded).toBe(false);
    const round = certified({ people, catchUpDue: day('2024-07-10') });
    expect(decide(round, JH, '2024-07-11').diploma?.supplementNeeded).toBe(true);
  });

  test('never beside a diploma that has ended', () => {
    const people = [...certified().people, personWith('new', { from: day('2024-01-10') })];
    expect(decide(certified({ people }), JH, '2026-12-16').diploma?.supplementNeeded).toBe(false);
  });
});
