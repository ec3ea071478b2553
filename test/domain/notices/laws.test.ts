import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../src/domain/calendar.ts';
import type { Occasion, Person, Round } from '../../../src/domain/facts.ts';
import { stillHolds, type Told } from '../../../src/domain/notices.ts';
import { PROGRAMMES } from '../../../src/programmes/index.ts';
import { day, decide, occasion, person, round, standing, tell } from './story.ts';

const START = day('2025-09-01');
const LAST = 1500;

const someDay = fc.integer({ min: 0, max: LAST }).map((offset) => addDays(START, offset));
const maybeDay = fc.option(someDay, { nil: null });

const somePerson: fc.Arbitrary<Partial<Person>> = fc.record({
  attended: fc.integer({ min: 0, max: 15 }),
  from: fc.option(someDay, { nil: null, freq: 5 }),
  catchUp: maybeDay,
  refresher: maybeDay,
  course: maybeDay,
  reflection: maybeDay,
  earlierDiploma: fc.option(fc.constant(2015), { nil: null }),
});

const someOccasion: fc.Arbitrary<Partial<Occasion>> = fc.record({
  session: fc.integer({ min: 1, max: 4 }),
  label: fc.constantFrom('', 'A', 'B'),
  day: fc.option(
    fc.integer({ min: 0, max: 120 }).map((offset) => addDays(START, offset)),
    { nil: null, freq: 6 },
  ),
  state: fc.constantFrom('planned', 'held', 'cancelled'),
  attendanceComplete: fc.boolean(),
});

const someFacts = fc.record({
  programme: fc.constantFrom(...PROGRAMMES),
  decision: fc.constantFrom('admit', 'admit', 'admit', 'waitlist', 'decline', null),
  occasions: fc.uniqueArray(someOccasion, { maxLength: 6, selector: ({ session, label }) => `${session}${label}` }),
  people: fc.array(somePerson, { maxLength: 8 }),
  planOn: maybeDay,
  planDue: maybeDay,
  presentationOn: maybeDay,
  diplomaOn: maybeDay,
  overrideReason: fc.constantFrom('', 'equivalent'),
  withdrawnOn: fc.option(someDay, { nil: null, freq: 8 }),
});

type Facts = typeof someFacts extends fc.Arbitrary<infer T> ? T : never;

function roundOf({ programme, occasions, people, ...rest }: Facts): Round {
  return round(programme, {
    ...rest,
    decisionOn: START,
    interestOn: addDays(START, -10),
    occasions: occasions.map((one) => occasion(one.session ?? 1, '2025-10-06', one)),
    people: people.map((one, index) => person(`p${index}`, { ...one, roles: index === 0 ? ['manager'] : ['group'] })),
  });
}

describe('whatever the facts', () => {
  it('each notice has a key of its own, holds while it stands, and began no later than today', () => {
    fc.assert(
      fc.property(someFacts, someDay, (facts, today) => {
        const here = roundOf(facts);
        const decision = decide(here, facts.programme, today);
        const notices = standing(here, facts.programme, today);
        expect(new Set(notices.map(({ key }) => key)).size).toBe(notices.length);
        for (const notice of notices) {
          expect(stillHolds(notice, here, decision, facts.programme, today, {})).toBe(true);
          expect(notice.since <= today).toBe(true);
          expect(notice.key.startsWith('r1/')).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('what has been told does not stand any more, and telling it makes nothing else stand', () => {
    fc.assert(
      fc.property(someFacts, someDay, (facts, today) => {
        const here = roundOf(facts);
        const told = tell({}, standing(here, facts.programme, today), today);
        expect(standing(here, facts.programme, today, told)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(someFacts, someDay, (facts, today) => {
        const here = roundOf(facts);
        const turned = { ...here, occasions: [...here.occasions].reverse(), people: [...here.people].reverse() };
        const keys = (of: Round) =>
          standing(of, facts.programme, today)
            .map(({ key }) => key)
            .sort();
        expect(keys(turned)).toEqual(keys(here));
      }),
      { numRuns: 300 },
    );
  });

  it('facts that change from day to day never cause the same key twice', () => {
    fc.assert(
      fc.property(
        someFacts,
        fc.array(fc.tuple(someFacts, fc.integer({ min: 0, max: 60 })), { maxLength: 12 }),
        (first, steps) => {
          const { programme } = first;
          let told: Told = {};
          let today: Day = START;
          for (const [facts, wait] of steps) {
            today = addDays(today, wait);
            const notices = standing(roundOf({ ...facts, programme }), programme, today, told);
            for (const { key } of notices) expect(Object.hasOwn(told, key)).toBe(false);
            told = tell(told, notices, today);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
