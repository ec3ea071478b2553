/** Any round that rows in a workbook could make, sensible or not, for the laws that hold for all of them. */
import fc from 'fast-check';
import { addDays, type Day, dayOf } from '../../src/domain/calendar.ts';
import {
  FOLLOW_UP_KINDS,
  OCCASION_STATES,
  type Occasion,
  type Person,
  ROLES,
  type Round,
} from '../../src/domain/facts.ts';
import type { Programme } from '../../src/domain/rules.ts';
import { PROGRAMMES } from '../../src/programmes/index.ts';
import { personWith, roundWith } from './builders.ts';

const START = dayOf(2024, 1, 1);

export const anyDay = fc.integer({ min: 0, max: 1700 }).map((days): Day => addDays(START, days));
/** Most facts fall within one year, so that they meet. */
const factDay = fc.integer({ min: 0, max: 365 }).map((days): Day => addDays(START, days));
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null, freq: 2 });
const rarely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

const leave = fc.record({ from: factDay, to: maybe(factDay) });

function anyPerson(id: string): fc.Arbitrary<Person> {
  return fc
    .record({
      roles: fc.subarray([...ROLES]),
      from: rarely(factDay),
      to: rarely(factDay),
      leave: fc.oneof(
        { weight: 5, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(leave, { maxLength: 2 }) },
      ),
      earlierDiploma: rarely(fc.integer({ min: 2010, max: 2026 })),
      attended: fc.oneof(fc.constant(15), fc.nat(15)),
      course: maybe(factDay),
      reflection: maybe(factDay),
      catchUp: rarely(factDay),
      refresher: rarely(anyDay),
      earlierRefreshers: fc.array(anyDay, { maxLength: 1 }),
    })
    .map((facts) => personWith(id, facts));
}

const anyOccasion: fc.Arbitrary<Occasion> = fc.record({
  id: fc.constant(''),
  session: fc.integer({ min: 1, max: 5 }),
  label: fc.constantFrom('', 'A', 'B'),
  day: fc.oneof({ weight: 8, arbitrary: factDay }, { weight: 1, arbitrary: fc.constant(null) }),
  minute: fc.constant(null),
  digital: fc.boolean(),
  place: fc.constant(''),
  trainer: fc.constant(''),
  state: fc.oneof(
    { weight: 3, arbitrary: fc.constant('held' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...OCCASION_STATES) },
  ),
  attendanceComplete: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.boolean() }),
});

const heldSessions = fc.tuple(factDay, factDay, factDay, factDay).map((days) =>
  days.map(
    (day, index): Occasion => ({
      id: '',
      session: index + 1,
      label: '',
      day,
      minute: null,
      digital: false,
      place: '',
      trainer: '',
      state: 'held',
      attendanceComplete: true,
    }),
  ),
);

const looseRound: fc.Arbitrary<Round> = fc
  .record({
    decision: fc.constantFrom('admit', 'admit', 'admit', 'waitlist', 'decline', null),
    decisionOn: maybe(factDay),
    planOn: maybe(factDay),
    planAreas: fc.subarray(['kunskap/kompetens', 'bemötande', 'arbetsmiljö', 'annat']),
    selfReflectionOn: maybe(factDay),
    presentationOn: maybe(factDay),
    diplomaOn: maybe(factDay),
    overrideReason: fc.constantFrom('', '', '', 'Annat'),
    personDiplomaOn: rarely(factDay),
    withdrawnOn: rarely(factDay),
    planDue: rarely(factDay),
    catchUpDue: rarely(anyDay),
    surveyDue: rarely(anyDay),
    surveyAnswers: fc.nat(3),
    managerEmail: fc.constantFrom('', 'p0@example.org'),
    occasions: fc.oneof(fc.array(anyOccasion, { maxLength: 7 }), heldSessions),
    followUps: fc.array(
      fc.record({ id: fc.constant(''), kind: fc.constantFrom(...FOLLOW_UP_KINDS), on: anyDay, missed: fc.boolean() }),
      {
        maxLength: 4,
      },
    ),
    people: fc
      .nat(8)
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anyPerson(`p${index}`)))),
  })
  .map(roundWith);

/** A round that has done most of what any programme asks, so that laws about diplomas are tried too. */
const promisingRound: fc.Arbitrary<Round> = fc
  .record({
    round: looseRound,
    sessions: heldSessions,
    planOn: fc.integer({ min: 300, max: 420 }).map((days) => addDays(START, days)),
    presentationOn: fc.integer({ min: 350, max: 450 }).map((days) => addDays(START, days)),
    doneOn: factDay,
    refresherOn: maybe(fc.integer({ min: 1200, max: 1700 }).map((days) => addDays(START, days))),
    people: fc.integer({ min: 5, max: 9 }),
    slips: fc.subarray([0, 1, 2, 3, 4, 5], { maxLength: 2 }),
  })
  .map(({ round, sessions, planOn, presentationOn, doneOn, refresherOn, people, slips }) => ({
    ...round,
    decision: 'admit',
    decisionOn: START,
    planOn,
    planAreas: ['kunskap/kompetens', 'bemötande', 'arbetsmiljö'],
    selfReflectionOn: doneOn,
    presentationOn,
    occasions: sessions,
    people: Array.from({ length: people }, (_, index): Person => {
      const given = round.people[index];
      if (given !== undefined && slips.includes(index)) return given;
      return personWith(`p${index}`, {
        roles: index === 0 ? ['manager', 'group'] : index < 3 ? ['group'] : [],
        earlierDiploma: 2015,
        attended: 15,
        course: doneOn,
        reflection: doneOn,
        refresher: refresherOn,
      });
    }),
  }));

export const anyRound: fc.Arbitrary<Round> = fc.oneof(looseRound, promisingRound);

export const anyProgramme: fc.Arbitrary<Programme> = fc.constantFrom(...PROGRAMMES);
