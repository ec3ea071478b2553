import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/domain/calendar.ts';
import { isSameDeadline } from '../../src/domain/deadlines.ts';
import { type Decision, type NoRuleInForce, type RequirementState, STATUSES } from '../../src/domain/decision.ts';
import { evaluate, rulesFor } from '../../src/domain/evaluate.ts';
import type { Occasion, Person, Round } from '../../src/domain/facts.ts';
import { judge } from '../../src/domain/judgement.ts';
import type { Programme, RuleVersion } from '../../src/domain/rules.ts';
import { scheduleOf } from '../../src/domain/schedule.ts';
import { tallyOf } from '../../src/domain/tally.ts';
import { deadlineText, dutyText, nextStepText, requirementText, summaryText } from '../../src/domain/text.ts';
import { HBTQ_KLIVET } from '../../src/programmes/index.ts';
import { anyDay, anyProgramme, anyRound } from './arbitrary-round.ts';

const RUNS = { numRuns: 800 };

function decisionOf(round: Round, programme: Programme, today: Day): Decision {
  const decision = evaluate(round, programme, today);
  fc.pre(!('noRuleInForce' in decision));
  if ('noRuleInForce' in decision) throw new Error('unreachable');
  return decision;
}

function rulesOf(round: Round, programme: Programme, today: Day): RuleVersion {
  const rules = rulesFor(round, programme, today);
  fc.pre(!('noRuleInForce' in rules));
  if ('noRuleInForce' in rules) throw new Error('unreachable');
  return rules;
}

/** What follows from the rows' order alone, put in one order. */
function inOrder(decision: Decision | NoRuleInForce): unknown {
  if ('noRuleInForce' in decision) return decision;
  const duties = decision.duties.map((duty) => JSON.stringify(duty)).sort();
  return { ...decision, duties };
}

const RANK: Record<RequirementState, number> = { unmet: 0, unknown: 0, met: 1 };

function lawOf(check: (round: Round, programme: Programme, today: Day) => void): void {
  fc.assert(fc.property(anyRound, anyProgramme, anyDay, check), RUNS);
}

describe('laws of every round, programme and day', () => {
  test('are tried on every status there is', () => {
    const seen = new Set<string>();
    for (const [round, programme, today] of fc.sample(fc.tuple(anyRound, anyProgramme, anyDay), {
      numRuns: 3000,
      seed: 1,
    })) {
      const decision = evaluate(round, programme, today);
      seen.add('noRuleInForce' in decision ? 'none' : decision.periods.length > 1 ? 'renewed' : decision.status);
    }
    expect([...STATUSES, 'renewed'].filter((status) => !seen.has(status))).toEqual([]);
  });

  test('the order of rows makes no difference', () => {
    lawOf((round, programme, today) => {
      const turned: Round = {
        ...round,
        people: [...round.people].reverse().map((person) => ({ ...person, leave: [...person.leave].reverse() })),
        occasions: [...round.occasions].reverse(),
        followUps: [...round.followUps].reverse(),
        planAreas: [...round.planAreas].reverse(),
      };
      expect(inOrder(evaluate(turned, programme, today))).toEqual(inOrder(evaluate(round, programme, today)));
    });
  });

  test('facts from the future make no difference', () => {
    lawOf((round, programme, today) => {
      expect(evaluate(withoutFuture(round, today), programme, today)).toEqual(evaluate(round, programme, today));
    });
  });

  test('one more attendance never lowers a requirement', () => {
    lawOf((round, programme, today) => {
      const rules = rulesOf(round, programme, today);
      const before = judge(round, rules, today, false);
      for (let index = 0; index < round.people.length; index++) {
        for (const bit of [1, 2, 4, 8]) {
          const people = round.people.map((one, at) => (at === index ? { ...one, attended: one.attended | bit } : one));
          const after = judge({ ...round, people }, rules, today, false);
          before.requirements.forEach((requirement, at) => {
            expect(after.requirements[at]?.have).toBeGreaterThanOrEqual(requirement.have);
            expect(RANK[after.requirements[at]?.state ?? 'unmet']).toBeGreaterThanOrEqual(RANK[requirement.state]);
          });
        }
      }
    });
  });

  test('one more catch-up, course or reflection never lowers a requirement', () => {
    lawOf((round, programme, today) => {
      const rules = rulesOf(round, programme, today);
      const before = judge(round, rules, today, false);
      for (let index = 0; index < round.people.length; index++) {
        for (const done of ['catchUp', 'course', 'reflection'] as const) {
          const people = round.people.map((one, at) => (at === index ? { ...one, [done]: one[done] ?? today } : one));
          const after = judge({ ...round, people }, rules, today, false);
          before.requirements.forEach((requirement, at) => {
            expect(after.requirements[at]?.have).toBeGreaterThanOrEqual(requirement.have);
            expect(RANK[after.requirements[at]?.state ?? 'unmet']).toBeGreaterThanOrEqual(RANK[requirement.state]);
          });
        }
      }
    });
  });

  test('the attendance is what counting person by person gives', () => {
    lawOf((round, programme, today) => {
      const rules = rulesOf(round, programme, today);
      const { attendance } = rules;
      if (attendance === null) return;
      for (const count of ['same-people', 'each-session'] as const) {
        const counting: RuleVersion = { ...rules, attendance: { ...attendance, count } };
        const schedule = scheduleOf(round, rules.sessions, today, false);
        const tally = tallyOf(round, counting, schedule, today);
        expect({ of: tally.staff, have: tally.present }).toEqual(naiveAttendance(round, counting, today));
      }
    });
  });

  test('a requirement is met only with the share that the rule asks for', () => {
    lawOf((round, programme, today) => {
      const rules = rulesOf(round, programme, today);
      for (const { id, state, have, of, need, short } of decisionOf(round, programme, today).requirements) {
        if (state === 'met') expect(have).toBeGreaterThanOrEqual(need);
        if (id !== 'group') expect(short).toBe(Math.max(0, need - have));
        if (id !== 'attendance' || state !== 'met' || rules.attendance === null) continue;
        const { numerator, denominator } = rules.attendance.share;
        expect(have * denominator).toBeGreaterThanOrEqual(numerator * of);
        expect(of).toBeGreaterThan(0);
      }
    });
  });

  test('a diploma rests on met requirements or on a reason to override', () => {
    lawOf((round, programme, today) => {
      const { diploma, requirements, status, periods, judgedOn } = decisionOf(round, programme, today);
      if (diploma === null) {
        expect(['certified', 'expired']).not.toContain(status);
        expect(periods).toEqual([]);
        return;
      }
      expect(judgedOn).toBe(diploma.on);
      expect(diploma.on).toBeLessThanOrEqual(today);
      expect(periods[0]?.from).toBe(diploma.on);
      if (round.overrideReason === '') expect(requirements.map(({ state }) => state)).not.toContain('unmet');
    });
  });

  test('periods follow each other and never overlap', () => {
    lawOf((round, programme, today) => {
      const { periods } = decisionOf(round, programme, today);
      periods.forEach((period, index) => {
        const next = periods[index + 1];
        if (next !== undefined) expect(next.from).toBeGreaterThan(period.through ?? Number.POSITIVE_INFINITY);
      });
    });
  });

  test('what is completed stays completed, on the same day', () => {
    lawOf((round, _, today) => {
      const decision = decisionOf(round, HBTQ_KLIVET, today);
      if (decision.status !== 'completed' || round.withdrawnOn !== null) return;
      for (const days of [1, 30, 400]) {
        const later = decisionOf(round, HBTQ_KLIVET, addDays(today, days));
        expect([later.status, later.judgedOn]).toEqual(['completed', decision.judgedOn]);
      }
    });
  });

  test('a deadline stands as its date says, unless it is done or withdrawn', () => {
    lawOf((round, programme, today) => {
      for (const { due, state } of decisionOf(round, programme, today).deadlines) {
        if (state === 'upcoming') expect(due).toBeGreaterThan(today);
        if (state === 'due') expect(due).toBe(today);
        if (state === 'overdue') expect(due).toBeLessThan(today);
      }
    });
  });

  test('no two deadlines of a round are the same', () => {
    lawOf((round, programme, today) => {
      const { deadlines } = decisionOf(round, programme, today);
      for (const one of deadlines) {
        expect(deadlines.filter((other) => isSameDeadline(one, other))).toEqual([one]);
      }
    });
  });

  test('only those employed today have something left to do, and each thing once', () => {
    lawOf((round, programme, today) => {
      const { duties } = decisionOf(round, programme, today);
      const employed = round.people.filter(({ from, to }) => (from ?? today) <= today && (to ?? today) >= today);
      const ids = employed.map(({ id }) => id);
      for (const { personId } of duties) expect(ids).toContain(personId);
      expect(new Set(duties.map(({ personId, kind }) => `${personId} ${kind}`)).size).toBe(duties.length);
    });
  });

  test('facts are left as they were', () => {
    lawOf((round, programme, today) => {
      const before = JSON.stringify(round);
      evaluate(round, programme, today);
      expect(JSON.stringify(round)).toBe(before);
    });
  });

  test('everything can be said in whole Swedish sentences', () => {
    lawOf((round, programme, today) => {
      const decision = decisionOf(round, programme, today);
      const texts = [
        ...decision.requirements.flatMap((requirement) => [
          requirementText(requirement, decision, programme, 'manager'),
          requirementText(requirement, decision, programme, 'coordinator'),
        ]),
        ...decision.deadlines.map((deadline) => deadlineText(deadline, programme)),
        ...decision.duties.map((duty) => dutyText(duty, programme)),
        summaryText(decision, programme, 'manager'),
        summaryText(decision, programme, 'coordinator'),
      ];
      for (const text of texts) {
        expect(text).toMatch(/^[A-ZÅÄÖ0-9].*\.$/u);
        expect(text).not.toMatch(/undefined|null|NaN|\s{2}|\.\./);
      }
      expect(nextStepText(decision, programme)).not.toMatch(/undefined|null|NaN/);
    });
  });
});

/** Nothing dated later than today, and nothing that says so. */
function withoutFuture(round: Round, today: Day): Round {
  const past = (on: Day | null): Day | null => (on !== null && on > today ? null : on);
  const notAdmitted = round.decisionOn !== null && round.decisionOn > today;
  const occasions = round.occasions.map((one): Occasion => {
    const isFuture = one.day !== null && one.day > today;
    return isFuture && one.state === 'held' ? { ...one, state: 'planned' } : one;
  });
  const people = round.people.map((one): Person => {
    const refreshers = [one.refresher, ...(one.earlierRefreshers ?? [])].filter(
      (on): on is Day => on !== null && on <= today,
    );
    return {
      ...one,
      course: past(one.course),
      reflection: past(one.reflection),
      catchUp: past(one.catchUp),
      refresher: refreshers[0] ?? null,
      earlierRefreshers: refreshers.slice(1),
    };
  });
  return {
    ...round,
    decision: notAdmitted ? null : round.decision,
    planOn: past(round.planOn),
    selfReflectionOn: past(round.selfReflectionOn),
    presentationOn: past(round.presentationOn),
    diplomaOn: past(round.diplomaOn),
    personDiplomaOn: past(round.personDiplomaOn),
    withdrawnOn: past(round.withdrawnOn),
    followUps: round.followUps.filter(({ on }) => on <= today),
    occasions,
    people,
  };
}

/** Decisions 1 to 3 written out without any bits or early ends. */
function naiveAttendance(round: Round, rules: RuleVersion, today: Day): { of: number; have: number } {
  const real = round.occasions.filter(({ state, session }) => state !== 'cancelled' && session <= rules.sessions);
  const held = real.filter(({ state, day }) => state === 'held' && day !== null && day <= today);
  const days = held.map(({ day }) => Number(day));
  const first = days.length > 0 ? Math.min(...days) : today;
  const known = real.flatMap(({ day }) => (day === null ? [] : [Number(day)]));
  const last = days.length > 0 ? Math.max(...known) : today;
  const staff = round.people.filter((person) => {
    if (person.from !== null && person.from > first) return false;
    if (person.to !== null && person.to < today) return false;
    for (let day = first; day <= last; day++) {
      if (!person.leave.some(({ from, to }) => from <= day && (to === null || to >= day))) return true;
    }
    return false;
  });
  const excused = (person: Person): boolean =>
    (person.catchUp !== null && person.catchUp <= today) ||
    (person.earlierDiploma !== null && person.earlierDiploma <= new Date(today * 86_400_000).getUTCFullYear());
  const sessions = [...new Set(held.map(({ session }) => session))];
  const wasAt = (person: Person, session: number): boolean =>
    excused(person) || Boolean(person.attended & (1 << (session - 1)));
  if (sessions.length === 0) return { of: staff.length, have: staff.filter(excused).length };
  if (rules.attendance?.count === 'each-session') {
    return {
      of: staff.length,
      have: Math.min(...sessions.map((session) => staff.filter((one) => wasAt(one, session)).length)),
    };
  }
  return { of: staff.length, have: staff.filter((one) => sessions.every((session) => wasAt(one, session))).length };
}
