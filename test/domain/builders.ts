/** Rounds and people with plain values for everything that a test does not name. */
import { type Day, parseDay } from '../../src/domain/calendar.ts';
import type { Occasion, Person, Round } from '../../src/domain/facts.ts';
import { type Programme, type RuleVersion, ruleInForce } from '../../src/domain/rules.ts';

/** The day that `YYYY-MM-DD` names; a test that misspells one fails here. */
export function day(text: string): Day {
  const read = parseDay(text);
  if (read === null) throw new Error(`Not a day: ${text}`);
  return read;
}

export function personWith(id: string, facts: Partial<Person> = {}): Person {
  return {
    id,
    email: `${id}@example.org`,
    name: '',
    roles: [],
    from: null,
    to: null,
    leave: [],
    earlierDiploma: null,
    attended: 0,
    course: null,
    reflection: null,
    catchUp: null,
    refresher: null,
    ...facts,
  };
}

/** `p1` … `pN`, of whom the first is the manager; `each` adds to every one of them. */
export function staffOf(count: number, each: (number: number) => Partial<Person> = () => ({})): Person[] {
  return Array.from({ length: count }, (_, index) =>
    personWith(`p${index + 1}`, { ...(index === 0 ? { roles: ['manager'] } : {}), ...each(index + 1) }),
  );
}

/** Held on the day with its attendance complete, unless something else is said. */
export function occasionOn(session: number, on: string | null, facts: Partial<Occasion> = {}): Occasion {
  const state = facts.state ?? 'held';
  return {
    id: `${session}${facts.label ?? ''}`,
    session,
    label: '',
    day: on === null ? null : day(on),
    minute: 13 * 60,
    digital: false,
    place: '',
    trainer: '',
    attendanceComplete: state === 'held',
    ...facts,
    state,
  };
}

/** The bits of the sessions named. */
export function present(...sessions: readonly number[]): number {
  return sessions.reduce((bits, session) => bits | (1 << (session - 1)), 0);
}

export function roundWith(facts: Partial<Round> = {}): Round {
  return {
    id: 'r1',
    unitId: 'u1',
    unit: 'Enheten',
    number: 1,
    programme: 'vasterbotten',
    unitType: '',
    administration: '',
    package: '',
    statedStaff: null,
    managerName: '',
    managerEmail: '',
    preparations: { wantsToTalkFirst: null, harassmentPlan: null, anchored: null, singlePerson: null },
    interestOn: day('2025-08-18'),
    decision: 'admit',
    decisionOn: day('2025-09-01'),
    decisionReason: '',
    rulesFrom: null,
    planOn: null,
    planAreas: [],
    reviewOn: null,
    developmentTaskOn: null,
    selfReflectionOn: null,
    presentationOn: null,
    diplomaOn: null,
    overrideReason: '',
    personDiplomaOn: null,
    withdrawnOn: null,
    withdrawnReason: '',
    planDue: null,
    catchUpDue: null,
    surveyDue: null,
    surveyAnswers: 0,
    occasions: [],
    followUps: [],
    people: [],
    ...facts,
  };
}

/** The rules of a programme's one version, changed where a test says so. */
export function rulesOf(programme: Programme, changes: Partial<RuleVersion> = {}): RuleVersion {
  const version = ruleInForce(programme, day('2025-09-01'));
  if ('noRuleInForce' in version) throw new Error(`${programme.id} has no rules on that day.`);
  return { ...version, ...changes };
}
