/** How long the engine takes for 10,000 rounds with 300,000 people, and whether twice the work takes twice the time. */
import { addDays, type Day, dayOf } from '../src/domain/calendar.ts';
import { evaluate } from '../src/domain/evaluate.ts';
import type { Occasion, Person, Round } from '../src/domain/facts.ts';
import type { Programme } from '../src/domain/rules.ts';
import { PROGRAMMES } from '../src/programmes/index.ts';

const TODAY = dayOf(2026, 3, 2);
const PEOPLE_A_ROUND = 30;
/** One list for all blank cells, as the reader of the tab gives it. */
const NOTHING: readonly never[] = [];

/** Numbers that are the same on every machine. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

function personOf(round: number, index: number, next: () => number, start: Day): Person {
  const id = `p${round}-${index}@example.org`;
  const chance = next();
  return {
    id,
    email: id,
    name: `P ${index}`,
    roles: index === 0 ? ['manager', 'group'] : index < 4 ? ['group'] : NOTHING,
    from: chance < 0.15 ? addDays(start, Math.floor(next() * 600) - 100) : null,
    to: chance > 0.9 ? addDays(start, Math.floor(next() * 600)) : null,
    leave: chance > 0.4 && chance < 0.43 ? [{ from: addDays(start, -30), to: addDays(start, 200) }] : NOTHING,
    earlierDiploma: next() < 0.3 ? 2015 : null,
    attended: next() < 0.97 ? 15 : next() < 0.5 ? 1 : 2,
    course: next() < 0.998 ? addDays(start, Math.floor(next() * 60)) : null,
    reflection: next() < 0.998 ? addDays(start, Math.floor(next() * 60)) : null,
    catchUp: next() < 0.9 ? addDays(start, Math.floor(next() * 90)) : null,
    refresher: null,
  };
}

function occasionsOf(sessions: number, start: Day, held: number): Occasion[] {
  return Array.from({ length: sessions }, (_, index) => ({
    id: `s${index + 1}`,
    session: index + 1,
    label: '',
    day: addDays(start, index * 28),
    minute: 780,
    digital: false,
    place: '',
    trainer: '',
    state: index < held ? 'held' : 'planned',
    attendanceComplete: index < held,
  }));
}

/** Rounds of every programme and at every stage, in equal parts. */
function benchRounds(count: number): { readonly round: Round; readonly programme: Programme }[] {
  const source = numbers(7);
  const next = (): number => source.next().value;
  return Array.from({ length: count }, (_, index) => {
    const programme = PROGRAMMES[index % PROGRAMMES.length];
    const version = programme?.versions.at(-1);
    if (programme === undefined || version === undefined || 'repealed' in version) throw new Error('No programme');
    const stage = Math.floor(next() * 6);
    const start = stage < 2 ? dayOf(2026, 1, 12) : addDays(dayOf(2021, 1, 11), Math.floor(next() * 1500));
    const done = stage >= 2 ? addDays(start, 150) : null;
    const round: Round = {
      id: `r${index}`,
      unitId: `u${index}`,
      unit: `Enhet ${index}`,
      number: 1,
      programme: programme.id,
      unitType: 'vårdcentral',
      administration: 'Nord',
      package: '',
      statedStaff: PEOPLE_A_ROUND,
      managerName: 'Kim Ek',
      managerEmail: `p${index}-0@example.org`,
      preparations: { wantsToTalkFirst: null, harassmentPlan: null, anchored: null, singlePerson: null },
      interestOn: addDays(start, -120),
      decision: 'admit',
      decisionOn: addDays(start, -90),
      decisionReason: '',
      rulesFrom: null,
      planOn: done === null ? null : addDays(start, 120),
      planAreas: ['kunskap/kompetens', 'bemötande', 'arbetsmiljö'],
      reviewOn: null,
      developmentTaskOn: null,
      selfReflectionOn: done,
      presentationOn: done,
      diplomaOn: stage >= 3 ? done : null,
      overrideReason: stage === 3 ? 'annat' : '',
      personDiplomaOn: null,
      withdrawnOn: null,
      withdrawnReason: '',
      planDue: null,
      catchUpDue: null,
      surveyDue: null,
      surveyAnswers: 0,
      occasions: occasionsOf(version.sessions, start, stage === 0 ? 0 : stage === 1 ? 1 : version.sessions),
      followUps: [],
      people: Array.from({ length: PEOPLE_A_ROUND }, (_, person) => personOf(index, person, next, start)),
    };
    return { round, programme };
  });
}

interface Measured {
  readonly rounds: number;
  readonly people: number;
  /** What was counted, so that the measured work is known to have been done. */
  readonly requirements: number;
  readonly deadlines: number;
  readonly duties: number;
  readonly milliseconds: number;
}

function measure(rounds: ReturnType<typeof benchRounds>): Measured {
  let [requirements, deadlines, duties, people] = [0, 0, 0, 0];
  const start = performance.now();
  for (const { round, programme } of rounds) {
    const decision = evaluate(round, programme, TODAY);
    if ('noRuleInForce' in decision) continue;
    requirements += decision.requirements.length;
    deadlines += decision.deadlines.length;
    duties += decision.duties.length;
    people += round.people.length;
  }
  return { rounds: rounds.length, people, requirements, deadlines, duties, milliseconds: performance.now() - start };
}

/** The best of several measurements, since whatever else the machine does can only add to one. */
function best(rounds: ReturnType<typeof benchRounds>, times: number): Measured {
  const all = Array.from({ length: times }, () => measure(rounds));
  return all.reduce((fastest, one) => (one.milliseconds < fastest.milliseconds ? one : fastest));
}

const COUNT = 10_000;
const TIMES = 50;

const twice = benchRounds(COUNT * 2);
const { rounds, people, requirements, deadlines, duties, milliseconds } = best(twice.slice(0, COUNT), TIMES);
const ratio = best(twice, TIMES).milliseconds / milliseconds;
console.log(
  `engine: ${rounds} rounds, ${people} people in ${milliseconds.toFixed(1)} ms (${requirements} requirements, ${deadlines} deadlines, ${duties} duties); twice the work takes ${ratio.toFixed(2)} times as long`,
);
