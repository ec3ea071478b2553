import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/domain/calendar.ts';
import type { Decision, RequirementId, RequirementState } from '../../src/domain/decision.ts';
import { evaluate, rulesFor } from '../../src/domain/evaluate.ts';
import { personalDiploma } from '../../src/domain/personal-diploma.ts';
import type { Programme } from '../../src/domain/rules.ts';
import { dutyLabel, requirementText, statusLabel, summaryText } from '../../src/domain/text.ts';
import { PROGRAMMES } from '../../src/programmes/index.ts';
import { type Case, type Expectation, readCases } from './case-file.ts';

const REQUIREMENTS: Record<string, RequirementId> = {
  närvaro: 'attendance',
  chefen: 'manager',
  webbutbildning: 'course',
  reflektion: 'reflection',
  plan: 'plan',
  områden: 'plan-areas',
  slutpresentation: 'presentation',
  grupp: 'group',
  'tidigare diplomering': 'prerequisite',
};
const STATES: Record<RequirementState, string> = { met: 'uppfyllt', unmet: 'inte uppfyllt', unknown: 'vet inte än' };
const DEADLINES = {
  plan: 'plan',
  survey: 'enkät',
  contact: 'kontakt',
  'plan-revision': 'översyn av planen',
  'follow-up': 'uppföljning',
  expiry: 'diplomets slut',
  'catch-up': 'catch-up',
} as const;
const DEADLINE_STATES = {
  upcoming: 'kommande',
  due: 'i dag',
  overdue: 'försenad',
  done: 'klar',
  withdrawn: 'gäller inte',
} as const;

const hasOwn = (object: object, key: string): boolean => Object.hasOwn(object, key);

/** What the case asks about, in the case's own words, so that a failure shows two readable objects. */
function answer(one: Case, decision: Decision, programme: Programme, expected: Expectation): Expectation {
  const answered: Expectation = { status: statusLabel(decision.status) };
  if (expected.krav) {
    answered.krav = Object.fromEntries(
      Object.entries(expected.krav).map(([word, asked]) => {
        const requirement = decision.requirements.find(({ id }) => id === REQUIREMENTS[word]);
        if (requirement === undefined) throw new Error(`${programme.id} does not require ${word}`);
        const all = {
          läge: STATES[requirement.state],
          antal: `${requirement.have} av ${requirement.of}`,
          behövs: requirement.need,
          saknas: requirement.short,
          text: requirementText(requirement, decision, programme, 'manager'),
        };
        return [word, Object.fromEntries(Object.entries(all).filter(([key]) => hasOwn(asked, key)))];
      }),
    );
  }
  if (expected.tidsfrister) {
    const lines = decision.deadlines.map(
      ({ kind, due, state }) => `${DEADLINES[kind]} ${formatDay(due)} ${DEADLINE_STATES[state]}`,
    );
    const asked = expected.tidsfrister.map((line) => line.split(' 2')[0]);
    answered.tidsfrister = asked.length === 0 ? lines : lines.filter((line) => asked.includes(line.split(' 2')[0]));
  }
  if (hasOwn(expected, 'diplom')) {
    const { diploma } = decision;
    answered.diplom = diploma && {
      från: formatDay(diploma.on),
      till: diploma.validThrough === null ? null : formatDay(diploma.validThrough),
      komplettering: diploma.supplementNeeded,
    };
  }
  if (expected.perioder) {
    answered.perioder = decision.periods.map(
      ({ from, through }) => `${formatDay(from)} till ${through === null ? 'vidare' : formatDay(through)}`,
    );
  }
  if (hasOwn(expected, 'diplom nekas')) answered['diplom nekas'] = decision.refusedDiploma;
  if (expected.kvarstår) {
    answered.kvarstår = Object.fromEntries(
      Object.keys(expected.kvarstår).map((number) => [
        number,
        decision.duties
          .filter(({ personId }) => personId === `p${number}`)
          .map(({ kind, due }) => (due === null ? dutyLabel(kind) : `${dutyLabel(kind)} ${formatDay(due)}`)),
      ]),
    );
  }
  if (expected['personliga diplom']) {
    const rules = rulesFor(one.round, programme, one.today);
    if ('noRuleInForce' in rules) throw new Error('No rules');
    answered['personliga diplom'] = Object.fromEntries(
      Object.keys(expected['personliga diplom']).map((number) => {
        const person = one.round.people.find(({ id }) => id === `p${number}`);
        const on = person ? personalDiploma(person, one.round, rules, decision, one.today) : null;
        return [number, on === null ? null : formatDay(on)];
      }),
    );
  }
  const { trainedToday } = decision;
  if (expected['utbildade i dag']) answered['utbildade i dag'] = `${trainedToday.have} av ${trainedToday.of}`;
  if (expected.sammanfattning) answered.sammanfattning = summaryText(decision, programme, 'manager');
  return answered;
}

describe.each(PROGRAMMES.map((programme) => [programme.id, programme] as const))('cases of %s', (id, programme) => {
  const cases = readCases(id);

  test('there are at least 25, each with a name of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(25);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const decision = evaluate(one.round, programme, one.today);
    if ('noRuleInForce' in decision || one.expected === 'ingen regel gäller') {
      expect('noRuleInForce' in decision ? 'ingen regel gäller' : decision.status).toBe(one.expected);
      return;
    }
    expect(answer(one, decision, programme, one.expected)).toEqual(one.expected);
  });
});
