/** Random stories of some units through an autumn, as steps of the scenario language: what people do, and what goes wrong meanwhile. */
import fc from 'fast-check';

export type RawStep = Readonly<Record<string, unknown>>;

/** One thing that happens, before it is known at what time: `hours` pass first. */
interface Happening {
  readonly hours: number;
  readonly step: RawStep;
  /** Not an act of anybody: it must leave no trace in where the units stand. */
  readonly disturbance: boolean;
}

export interface SimulatedStory {
  readonly programme: string;
  readonly start: string;
  readonly units: readonly string[];
  readonly happenings: readonly Happening[];
}

export const START = '2025-09-01T08:00';
const UNITS = ['Fjällvården', 'Strandkliniken'];
const STAFF = 5;

const SESSIONS: Readonly<Record<string, number>> = {
  varmland: 4,
  'jamtland-harjedalen': 2,
  stockholm: 4,
  vasterbotten: 2,
  'hbtq-klivet': 0,
};

const addressOf = (unit: string, person: number): string =>
  `${person === 1 ? 'chef' : `p${person}`}.${UNITS.indexOf(unit) + 1}@example.org`;
const staffOf = (unit: string): string[] => Array.from({ length: STAFF }, (_, index) => addressOf(unit, index + 1));

const anyUnit = fc.constantFrom(...UNITS);
/** Most things happen in quick succession; now and then a night or some weeks pass. */
const anyHours = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, 0, 0, 1, 2) },
  { weight: 3, arbitrary: fc.integer({ min: 3, max: 30 }) },
  { weight: 1, arbitrary: fc.integer({ min: 40, max: 200 }) },
);

const someOf = (unit: string): fc.Arbitrary<string[]> => fc.subarray(staffOf(unit));

/** What a person does to a unit; `on` is filled in with the day on which it is done. */
function acts(programme: string): fc.Arbitrary<RawStep> {
  const sessions = SESSIONS[programme] ?? 0;
  const session = fc.integer({ min: 1, max: Math.max(1, sessions) });
  const of = (make: (unit: string) => fc.Arbitrary<RawStep>): fc.Arbitrary<RawStep> => anyUnit.chain(make);
  const held = of((unit) =>
    fc
      .record({ session, absent: someOf(unit) })
      .map((one) => ({ attendance: { unit, session: one.session, present: '*', absent: one.absent } })),
  );
  const ticks = of((unit) =>
    fc.record({ session, present: someOf(unit) }).map((one) => ({ attendance: { unit, ...one, absent: [] } })),
  );
  const complete = of((unit) =>
    fc
      .record({ activity: fc.constantFrom('course', 'reflection', 'catch-up', 'refresher'), people: someOf(unit) })
      .map((one) => ({ complete: { unit, ...one, on: 'TODAY' } })),
  );
  const joins = of((unit) =>
    fc
      .integer({ min: STAFF + 1, max: STAFF + 3 })
      .map((person) => ({ people: { unit, add: [{ email: addressOf(unit, person), from: 'TODAY' }] } })),
  );
  const leaves = of((unit) =>
    fc.constantFrom(...staffOf(unit)).map((email) => ({ people: { unit, change: [{ email, to: 'TODAY' }] } })),
  );
  const plan = of((unit) =>
    fc.constantFrom('form', 'sheet').map((via) => ({
      plan: { unit, on: 'TODAY', via, areas: ['kunskap/kompetens', 'bemötande', 'arbetsmiljö'] },
    })),
  );
  const single = of((unit) =>
    fc.constantFrom<RawStep>(
      { presentation: { unit, on: 'TODAY' } },
      { certify: { unit, on: 'TODAY' } },
      { certify: { unit, on: 'TODAY', override: 'Annat' } },
      { decide: { unit, decision: 'waitlist' } },
      { decide: { unit, decision: 'admit' } },
      { followUp: { unit, kind: 'contact', on: 'TODAY' } },
    ),
  );
  const reflection = of((unit) =>
    fc.constantFrom(...staffOf(unit)).map((person) => ({ reflection: { unit, person, text: 'Ett stycke text.' } })),
  );
  return fc.oneof(
    ...(sessions > 0
      ? [
          { weight: 5, arbitrary: held },
          { weight: 3, arbitrary: ticks },
        ]
      : []),
    { weight: 3, arbitrary: complete },
    { weight: 1, arbitrary: joins },
    { weight: 1, arbitrary: leaves },
    { weight: 2, arbitrary: plan },
    { weight: 3, arbitrary: single },
    ...(programme === 'vasterbotten' ? [{ weight: 2, arbitrary: reflection }] : []),
  );
}

const anyDisturbance: fc.Arbitrary<RawStep> = fc.oneof(
  fc
    .record({
      on: fc.constantFrom('write', 'read', 'lock', 'mail'),
      nth: fc.integer({ min: 1, max: 12 }),
      when: fc.constantFrom('before', 'after'),
      kind: fc.constantFrom('throw', 'kill'),
    })
    .map((fault) => ({ fault })),
  fc.integer({ min: 1, max: 60 }).map((hours) => ({ outage: { until: `+${hours}` } })),
  fc.integer({ min: 0, max: 3 }).map((mailsLeft) => ({ quota: { mailsLeft } })),
  fc
    .record({
      tab: fc.constantFrom('Verksamheter', 'Deltagare', 'Tillfällen'),
      column: fc.constantFrom('Verksamhet', 'E-post', 'Status'),
      descending: fc.boolean(),
    })
    .map((sort) => ({ sheet: { do: 'sort', ...sort } })),
  fc
    .constantFrom('Verksamheter', 'Deltagare', 'Tillfällen', 'Uppföljning')
    .map((tab) => ({ sheet: { do: 'insertColumn', tab, before: 'Verksamhet' } })),
  fc.constantFrom('Verksamheter', 'Deltagare').map((tab) => ({ sheet: { do: 'insertRow', tab } })),
  fc.constant({ menu: 'Uppdatera alla' }),
);

export const anyStory: fc.Arbitrary<SimulatedStory> = fc.constantFrom(...Object.keys(SESSIONS)).chain((programme) =>
  fc
    .array(
      fc
        .oneof(
          { weight: 4, arbitrary: acts(programme).map((step) => ({ step, disturbance: false })) },
          { weight: 1, arbitrary: anyDisturbance.map((step) => ({ step, disturbance: true })) },
        )
        .chain((what) => anyHours.map((hours) => ({ ...what, hours }))),
      { minLength: 5, maxLength: 30 },
    )
    .map((happenings) => ({ programme, start: START, units: UNITS, happenings })),
);

/** How every story begins: the units are there, admitted, with their staff and the dates of their sessions. */
export function openingOf({ programme, units }: SimulatedStory): RawStep[] {
  return units.flatMap((unit) => [
    { interest: { unit, staff: STAFF, managerName: 'Kim Ek', managerEmail: addressOf(unit, 1) } },
    { decide: { unit, decision: 'admit' } },
    {
      people: {
        unit,
        add: staffOf(unit).map((email, index) => ({
          email,
          roles: index === 0 ? ['manager', 'group'] : index < 3 ? ['group'] : [],
          earlierDiploma: programme === 'hbtq-klivet' && index > 0 ? 2015 : null,
        })),
      },
    },
  ]);
}
