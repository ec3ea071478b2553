import { describe, expect, it } from 'vitest';
import type { Programme } from '../../src/domain/rules.ts';
import { composeMail } from '../../src/messages/index.ts';
import { JAMTLAND_HARJEDALEN, VASTERBOTTEN } from '../../src/programmes/index.ts';
import { applyRuleRows } from '../../src/programmes/rule-changes.ts';
import { day, round, standing, tell } from '../domain/notices/story.ts';
import { contextOf } from './situations.ts';

/** The programme with values that coordinators have written in the tab Regler, all from one day. */
function withRules(programme: Programme, from: string, values: Readonly<Record<string, string>>): Programme {
  const rows = Object.entries(values).map(([path, value], index) => ({
    ...{ programme: programme.id, from: day(from), path, value, note: '', valueCell: `D${index + 4}` },
  }));
  const { programmes, faults } = applyRuleRows([programme], rows);
  expect(faults).toEqual([]);
  return programmes[0] ?? programme;
}

/** What the manager reads who was admitted under the first programme's rules and has come under the second's. */
function mailBetween(before: Programme, after: Programme, rulesFrom = '2025-10-01'): string {
  const admitted = round(before);
  const told = tell({}, standing(admitted, before, '2025-09-01'), '2025-09-01');
  const facts = round(after, { rulesFrom: day(rulesFrom) });
  const here = { facts, today: day('2025-10-02'), told, programme: after };
  const [first, ...rest] = standing(facts, after, '2025-10-02', told);
  return first === undefined ? '' : composeMail([first, ...rest], contextOf(here)).text;
}

const changed = (programme: Programme, values: Readonly<Record<string, string>>): string =>
  mailBetween(programme, withRules(programme, '2025-10-01', values));

describe('a mail about changed rules says what changed', () => {
  it.each([
    [
      VASTERBOTTEN,
      'attendance.share',
      '95 %',
      'Andel av medarbetarna som ska ha varit med: 95\u00a0% (tidigare 90\u00a0%)',
    ],
    [
      VASTERBOTTEN,
      'attendance.share',
      '92,5 %',
      'Andel av medarbetarna som ska ha varit med: 92,5\u00a0% (tidigare 90\u00a0%)',
    ],
    [
      VASTERBOTTEN,
      'attendance.count',
      'varje träff',
      'Så räknas närvaron: den träff där färst var med (tidigare de som har varit med på alla träffar)',
    ],
    [
      VASTERBOTTEN,
      'attendance.headCount',
      'beslutet',
      'Dag då vi räknar hur många ni är: diplomdagen (tidigare den första träffen)',
    ],
    [
      VASTERBOTTEN,
      'attendance.catchUpCounts',
      'nej',
      'Den som tar igen det som hen har missat räknas som närvarande: nej (tidigare ja)',
    ],
    [
      JAMTLAND_HARJEDALEN,
      'plan.opens',
      'P6W',
      'Första dagen för planen, räknat från den sista träffen: 6 veckor (tidigare 8 veckor)',
    ],
    [
      VASTERBOTTEN,
      'plan.due',
      '1 månad',
      'Sista dagen för planen, räknat från den sista träffen: 1 månad (tidigare ingen)',
    ],
    [JAMTLAND_HARJEDALEN, 'validity', '4 år', 'Tid som diplomet gäller: 4 år (tidigare 3 år)'],
    [JAMTLAND_HARJEDALEN, 'validity', 'ingen', 'Tid som diplomet gäller: utan slut (tidigare 3 år)'],
    [
      VASTERBOTTEN,
      'catchUp.within',
      'ingen',
      'Tid för nyanställda att ta igen utbildningen: inget krav (tidigare 6 månader)',
    ],
    [VASTERBOTTEN, 'followUp.every', '1 år', 'Tid mellan uppföljningarna: 1 år (tidigare 2 år)'],
    [
      VASTERBOTTEN,
      'certifyAutomatically',
      'ja',
      'Ni blir klara så snart alla krav är uppfyllda, utan särskilt beslut: ja (tidigare nej)',
    ],
  ] as const)('$id: %s', (programme, path, value, line) => {
    expect(changed(programme, { [path]: value })).toContain(`Det här har ändrats:\n\n- ${line}\n\nDet här krävs nu:`);
  });

  it('one line for each rule, in the order of the programme', () => {
    const text = changed(JAMTLAND_HARJEDALEN, { validity: '4 år', 'attendance.share': '95 %' });
    expect(text).toMatch(
      /ändrats:\n\n- Andel av .*\n- Tid som diplomet gäller: 4 år \(tidigare 3 år\)\n\nDet här krävs/,
    );
  });

  it('compared with what the manager was last told, also where both hold from the same day', () => {
    const first = withRules(VASTERBOTTEN, '2025-09-01', { 'attendance.share': '95 %' });
    const second = withRules(VASTERBOTTEN, '2025-09-01', { 'attendance.share': '95 %', 'plan.due': '12 veckor' });
    const text = mailBetween(first, second, '2025-09-01');
    expect(text).toContain('(tidigare ingen)');
    expect(text).not.toContain('Andel av');
  });

  it('after an earlier mail about changed rules: from that one on', () => {
    const second = withRules(VASTERBOTTEN, '2025-10-01', { 'attendance.share': '95 %' });
    const third = withRules(second, '2025-11-01', { 'attendance.share': '97 %' });
    let told = tell({}, standing(round(third), third, '2025-09-01'), '2025-09-01');
    const moved = round(third, { rulesFrom: day('2025-10-01') });
    told = tell(told, standing(moved, third, '2025-10-02', told), '2025-10-02');
    const again = round(third, { rulesFrom: day('2025-11-01') });
    const [cause] = standing(again, third, '2025-11-02', told);
    if (cause === undefined) throw new Error('Nothing to tell');
    const context = contextOf({ facts: again, today: day('2025-11-02'), told, programme: third });
    expect(composeMail([cause], context).text).toContain('97\u00a0% (tidigare 95\u00a0%)');
  });

  it.each([
    ['an admission that an older version of the product told of', 'r1/admitted/2025-08-20/2020-01-01/.3f2a'],
    ['another mail, where the admission came before the product', 'r1/material/2025-09-20/2020-01-01/'],
  ])('from %s: compared with the rules of that day', (_, key) => {
    const after = withRules(VASTERBOTTEN, '2025-10-01', { 'attendance.share': '95 %' });
    const facts = round(after, { rulesFrom: day('2025-10-01') });
    const told = { [key]: day('2025-08-20') };
    const [cause] = standing(facts, after, '2025-10-02', told);
    if (cause === undefined) throw new Error('Nothing to tell');
    const { text, kinds } = composeMail(
      [cause],
      contextOf({ facts, today: day('2025-10-02'), told, programme: after }),
    );
    expect(kinds).toEqual(['rules-changed']);
    expect(text).toContain('95\u00a0% (tidigare 90\u00a0%)');
  });

  it('and only what holds now where nobody can tell what held before', () => {
    const told = { 'r1/admitted/2015-08-20/2015-01-01/': day('2015-08-20') };
    const facts = round(VASTERBOTTEN);
    const [cause] = standing(facts, VASTERBOTTEN, '2025-10-02', told);
    if (cause === undefined) throw new Error('Nothing to tell');
    const { text } = composeMail(
      [cause],
      contextOf({ facts, today: day('2025-10-02'), told, programme: VASTERBOTTEN }),
    );
    expect(text).not.toContain('Det här har ändrats');
    expect(text).toContain('- Minst 90\u00a0% av medarbetarna har varit med på båda träffarna.');
  });
});
