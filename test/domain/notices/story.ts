/** A unit's facts for the tests of notices, and a reader who is told on each day what stands. */
import { addDays, type Day, formatDay, parseDay } from '../../../src/domain/calendar.ts';
import type { Decision } from '../../../src/domain/decision.ts';
import { evaluate } from '../../../src/domain/evaluate.ts';
import type { Occasion, Person, Round } from '../../../src/domain/facts.ts';
import { type Notice, standingNotices, type Told } from '../../../src/domain/notices.ts';
import type { Programme } from '../../../src/domain/rules.ts';

export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new RangeError(text);
  return parsed;
}

export function person(id: string, facts: Partial<Person> = {}): Person {
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

/** `count` people, the first of them the manager, with the same facts. */
export function staff(count: number, facts: Partial<Person> = {}): Person[] {
  return Array.from({ length: count }, (_, index) =>
    person(`p${String(index + 1).padStart(2, '0')}`, { ...facts, roles: index === 0 ? ['manager'] : [] }),
  );
}

export function occasion(session: number, on: string, facts: Partial<Occasion> = {}): Occasion {
  return {
    id: `${session}${facts.label ?? ''}`,
    session,
    label: '',
    day: day(on),
    minute: 780,
    digital: false,
    place: '',
    trainer: '',
    state: 'planned',
    attendanceComplete: false,
    ...facts,
  };
}

export const held = (session: number, on: string, facts: Partial<Occasion> = {}): Occasion =>
  occasion(session, on, { state: 'held', attendanceComplete: true, ...facts });

export function round(programme: Programme, facts: Partial<Round> = {}): Round {
  return {
    id: 'r1',
    unitId: 'u1',
    unit: 'Hälsocentralen Björken',
    number: 1,
    programme: programme.id,
    unitType: '',
    administration: '',
    package: '',
    statedStaff: 10,
    managerName: 'Kim Ek',
    managerEmail: 'kim.ek@example.org',
    preparations: { wantsToTalkFirst: null, harassmentPlan: null, anchored: null, singlePerson: null },
    interestOn: day('2025-08-20'),
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

export function decide(facts: Round, programme: Programme, today: Day): Decision {
  const decision = evaluate(facts, programme, today);
  if ('noRuleInForce' in decision) throw new Error(`No rule in force on ${formatDay(today)}`);
  return decision;
}

export function standing(facts: Round, programme: Programme, today: string | Day, told: Told = {}): Notice[] {
  const on = typeof today === 'string' ? day(today) : today;
  return standingNotices(facts, decide(facts, programme, on), programme, on, told);
}

export const kinds = (notices: readonly Notice[]): string[] => notices.map(({ kind }) => kind);

/** What has been told once these have been sent as well. */
export function tell(told: Told, notices: readonly Notice[], on: string | Day): Told {
  const today = typeof on === 'string' ? day(on) : on;
  return { ...told, ...Object.fromEntries(notices.map(({ key }) => [key, today])) };
}

/** Reads each day's facts from `from` through `to` and tells what stands: which kind was told on which day. */
export class Reader {
  told: Told = {};
  readonly log: string[] = [];
  private readonly programme: Programme;

  constructor(programme: Programme) {
    this.programme = programme;
  }

  read(facts: Round, from: string, to: string = from): this {
    for (let today = day(from); today <= day(to); today = addDays(today, 1)) {
      const notices = standing(facts, this.programme, today, this.told);
      this.told = tell(this.told, notices, today);
      for (const { kind } of notices) this.log.push(`${formatDay(today)} ${kind}`);
    }
    return this;
  }

  /** What has been told since the last call. */
  since(): string[] {
    return this.log.splice(0);
  }
}
