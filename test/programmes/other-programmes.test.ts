import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/domain/calendar.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Round } from '../../src/domain/facts.ts';
import { requirementText } from '../../src/domain/text.ts';
import { day, occasionOn, present, roundWith, staffOf } from '../domain/builders.ts';
import { programmeFromData } from './read-json.ts';

/** Twenty people, of whom the last `absent` missed the last session. */
function trained(sessions: number, absent: number, facts: Partial<Round> = {}): Round {
  const all = Array.from({ length: sessions }, (_, index) => index + 1);
  return roundWith({
    occasions: all.map((session) => occasionOn(session, `2024-02-0${session}`)),
    people: staffOf(20, (number) => ({ attended: present(...(number > 20 - absent ? all.slice(0, -1) : all)) })),
    planOn: day('2024-03-01'),
    ...facts,
  });
}

describe('RFSL, added as data alone', () => {
  const programme = programmeFromData('rfsl');

  test.each([
    [3, 'met', 17, 0],
    [4, 'met', 16, 0],
    [5, 'unmet', 15, 1],
  ])('with %i of 20 absent the share of 80 %% is %s', (absent, state, have, short) => {
    const decision = evaluate(trained(4, absent, { decisionOn: day('2024-01-08') }), programme, day('2024-03-01'));
    if ('noRuleInForce' in decision) throw new Error('No rule');
    expect(decision.requirements[0]).toMatchObject({ id: 'attendance', state, have, of: 20, need: 16, short });
  });

  test.each([
    ['2027-03-03', 'certified'],
    ['2027-03-04', 'certified'],
    ['2027-03-05', 'expired'],
  ])('three years from 4 March 2024: on %s it is %s', (today, status) => {
    const round = trained(4, 0, { decisionOn: day('2024-01-08'), diplomaOn: day('2024-03-04') });
    expect(evaluate(round, programme, day(today))).toMatchObject({ status });
  });
});

describe('Regioner i samverkan, whose rules changed on 1 January 2023, added as data alone', () => {
  const programme = programmeFromData('regioner-i-samverkan');

  test.each([
    ['2018-12-31', null, null, null],
    ['2019-01-01', '2019-01-01', 19, '2027-03-04'],
    ['2022-12-31', '2019-01-01', 19, '2027-03-04'],
    ['2023-01-01', '2023-01-01', 18, '2028-03-04'],
    ['2023-01-02', '2023-01-01', 18, '2028-03-04'],
  ])('admitted on %s the version of %s holds: %s of 20, valid through %s', (admitted, version, need, through) => {
    const round = trained(3, 0, { decisionOn: day(admitted), diplomaOn: day('2024-03-04') });
    const decision = evaluate(round, programme, day('2024-06-01'));
    if ('noRuleInForce' in decision) {
      expect(decision).toEqual({ roundId: 'r1', noRuleInForce: { programme: programme.id, on: day('2018-12-31') } });
      expect(version).toBeNull();
      return;
    }
    const until = decision.diploma?.validThrough ?? null;
    expect([formatDay(decision.ruleVersion), decision.requirements[0]?.need, until && formatDay(until)]).toEqual([
      version,
      need,
      through,
    ]);
  });

  test('the coordinator can move a round to the newer version', () => {
    const round = trained(3, 2, { decisionOn: day('2022-12-31') });
    const today = day('2024-06-01');
    expect(evaluate(round, programme, today)).toMatchObject({ status: 'planning' });
    expect(evaluate({ ...round, rulesFrom: day('2023-01-01') }, programme, today)).toMatchObject({
      status: 'requirementsMet',
    });
  });

  test('a round that is not admitted yet goes by the rules of the day', () => {
    const round = trained(3, 0, { decision: null, decisionOn: null, occasions: [], planOn: null });
    expect(evaluate(round, programme, day('2022-12-31'))).toMatchObject({ ruleVersion: day('2019-01-01') });
    expect(evaluate(round, programme, day('2023-01-01'))).toMatchObject({ ruleVersion: day('2023-01-01') });
  });

  test('the coordinator hears the figures of the version that holds', () => {
    const decision = evaluate(trained(3, 2, { decisionOn: day('2022-12-31') }), programme, day('2024-06-01'));
    if ('noRuleInForce' in decision) throw new Error('No rule');
    const [attendance] = decision.requirements;
    if (attendance === undefined) throw new Error('No attendance');
    expect(requirementText(attendance, decision, programme, 'coordinator')).toBe(
      '18 av 20 har varit med på alla tre träffarna. 1 till behövs. Målet går bara att nå med catch-up. Kravet är 95\u00a0%, det vill säga 19 av 20. Nu är det 90\u00a0%.',
    );
  });
});
