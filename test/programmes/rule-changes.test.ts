import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/domain/evaluate.ts';
import { type Programme, type RuleVersion, ruleInForce } from '../../src/domain/rules.ts';
import { applyRuleRows, PROGRAMMES, type RuleRow, VASTERBOTTEN } from '../../src/programmes/index.ts';
import { day, occasionOn, present, roundWith, staffOf } from '../domain/builders.ts';
import { asData } from './as-data.ts';

function row(path: string, value: string, facts: Partial<RuleRow> = {}): RuleRow {
  return { programme: 'vasterbotten', from: day('2026-01-01'), path, value, note: '', valueCell: 'D3', ...facts };
}

function programmeOf(programmes: readonly Programme[], id: string): Programme {
  const found = programmes.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No programme ${id}`);
  return found;
}

function versionOn(rows: readonly RuleRow[], on: string, id = 'vasterbotten'): RuleVersion {
  const { programmes, faults } = applyRuleRows(PROGRAMMES, rows);
  expect(faults).toEqual([]);
  const rules = ruleInForce(programmeOf(programmes, id), day(on));
  if ('noRuleInForce' in rules) throw new Error('No rule');
  return rules;
}

const faultsOf = (...rows: RuleRow[]): readonly string[] =>
  applyRuleRows(PROGRAMMES, rows).faults.map(({ text }) => text);

describe('a change holds from its day', () => {
  const rows = [row('attendance.share', '95 %')];

  test.each([
    ['2025-12-31', 9, 10],
    ['2026-01-01', 19, 20],
    ['2026-01-02', 19, 20],
  ])('on %s the share is %i/%i', (on, numerator, denominator) => {
    expect(versionOn(rows, on).attendance?.share).toEqual({ numerator, denominator });
  });

  test('for rounds admitted then, while older ones keep their version', () => {
    const [programme] = applyRuleRows([VASTERBOTTEN], rows).programmes;
    if (programme === undefined) throw new Error('No programme');
    const round = roundWith({
      occasions: [occasionOn(1, '2026-02-02'), occasionOn(2, '2026-03-02')],
      people: staffOf(20, (number) => ({ attended: number > 18 ? 0 : present(1, 2) })),
    });
    const needOf = (admitted: string): unknown => {
      const decision = evaluate({ ...round, decisionOn: day(admitted) }, programme, day('2026-03-03'));
      return 'noRuleInForce' in decision ? null : decision.requirements[0]?.need;
    };
    expect([needOf('2025-12-31'), needOf('2026-01-01'), needOf('2026-01-02')]).toEqual([18, 19, 19]);
  });

  test('until a later row changes the same value, whatever their order', () => {
    const later = [row('attendance.share', '85 %', { from: day('2027-01-01') }), row('validity', '3 år'), ...rows];
    expect(versionOn(later, '2026-12-31')).toMatchObject({
      validity: 'P3Y',
      attendance: { share: { numerator: 19, denominator: 20 } },
    });
    expect(versionOn(later, '2027-01-01')).toMatchObject({
      validity: 'P3Y',
      attendance: { share: { numerator: 17, denominator: 20 } },
    });
    expect(asData(versionOn([...later].reverse(), '2027-01-01'))).toEqual(asData(versionOn(later, '2027-01-01')));
  });

  test('and says so as its source, no longer as an assumption', () => {
    const [share, count] = [
      row('attendance.share', '95 %', { note: 'Nämndens beslut.' }),
      row('attendance.count', 'varje träff'),
    ];
    const { sources } = versionOn([share, count], '2026-01-01');
    expect(sources()['attendance.share']).toEqual({
      text: 'Ändrat i fliken Regler från 1 januari 2026. Nämndens beslut.',
      assumption: false,
    });
    expect(sources()['attendance.count']).toEqual({
      text: 'Ändrat i fliken Regler från 1 januari 2026.',
      assumption: false,
    });
    expect(sources()['attendance.headCount'].assumption).toBe(true);
  });

  test('and leaves the other programmes as they were', () => {
    const { programmes } = applyRuleRows(PROGRAMMES, rows);
    expect(programmes.filter(({ id }) => id !== 'vasterbotten')).toEqual(
      PROGRAMMES.filter(({ id }) => id !== 'vasterbotten'),
    );
    expect(applyRuleRows(PROGRAMMES, []).programmes).toEqual(PROGRAMMES);
  });
});

describe('every value that can be changed', () => {
  test.each([
    ['attendance.share', '95 %', { attendance: { share: { numerator: 19, denominator: 20 } } }],
    ['attendance.share', '92,5\u00a0%', { attendance: { share: { numerator: 37, denominator: 40 } } }],
    ['attendance.share', '0.95', { attendance: { share: { numerator: 19, denominator: 20 } } }],
    ['attendance.share', '0,8', { attendance: { share: { numerator: 4, denominator: 5 } } }],
    ['attendance.share', '9 av 10', { attendance: { share: { numerator: 9, denominator: 10 } } }],
    ['attendance.share', '2/3', { attendance: { share: { numerator: 2, denominator: 3 } } }],
    ['attendance.share', '100 %', { attendance: { share: { numerator: 1, denominator: 1 } } }],
    ['attendance.share', '1', { attendance: { share: { numerator: 1, denominator: 1 } } }],
    ['attendance.count', 'each-session', { attendance: { count: 'each-session' } }],
    ['attendance.count', 'Varje träff', { attendance: { count: 'each-session' } }],
    ['attendance.count', 'samma  personer ', { attendance: { count: 'same-people' } }],
    ['attendance.headCount', 'last-session', { attendance: { headCount: 'last-session' } }],
    ['attendance.headCount', 'beslutet', { attendance: { headCount: 'decision' } }],
    ['attendance.headCount', 'första träffen', { attendance: { headCount: 'first-session' } }],
    ['attendance.catchUpCounts', 'nej', { attendance: { catchUpCounts: false } }],
    ['attendance.catchUpCounts', 'SANT', { attendance: { catchUpCounts: true } }],
    ['plan.due', '12 veckor', { plan: { due: 'P12W' } }],
    ['validity', 'p3y', { validity: 'P3Y' }],
    ['validity', '1 månad', { validity: 'P1M' }],
    ['catchUp.within', '90 dagar', { catchUp: { within: 'P90D' } }],
    ['catchUp.within', 'ingen', { catchUp: null }],
    ['followUp.every', 'P1Y', { followUp: { first: 'P6M', every: 'P1Y' } }],
    ['followUp.every', '–', { followUp: { first: 'P6M', every: null } }],
    ['certifyAutomatically', 'ja', { certifyAutomatically: true }],
  ])('%s as %s', (path, value, expected) =>
    expect(versionOn([row(path, value)], '2026-01-01')).toMatchObject(expected),
  );

  test('the day a plan opens, together with its last day', () => {
    const rows = [row('plan.opens', '8 veckor'), row('plan.due', '12 veckor')];
    expect(versionOn(rows, '2026-01-01').plan).toMatchObject({ opens: 'P8W', due: 'P12W' });
  });
});

describe('what cannot be right is named and left out', () => {
  test.each([
    ['attendance.share', '95 procent', 'Andelen kan inte läsas: ”95 procent”. Skriv till exempel 95\u00a0%.'],
    ['attendance.share', '95', 'Andelen kan inte läsas: ”95”. Skriv till exempel 95\u00a0%.'],
    ['attendance.share', '0 %', 'Andelen kan inte läsas: ”0 %”. Skriv till exempel 95\u00a0%.'],
    ['attendance.share', '100,1 %', 'Andelen kan inte läsas: ”100,1 %”. Skriv till exempel 95\u00a0%.'],
    ['attendance.count', 'alla', 'Räknesättet kan inte läsas: ”alla”. Skriv samma personer eller varje träff.'],
    [
      'attendance.headCount',
      'i dag',
      'Dagen kan inte läsas: ”i dag”. Skriv första träffen, sista träffen eller beslutet.',
    ],
    ['attendance.catchUpCounts', 'kanske', 'Värdet kan inte läsas: ”kanske”. Skriv ja eller nej.'],
    ['certifyAutomatically', '', 'Värdet saknas. Skriv ja eller nej.'],
    [
      'validity',
      'tre år',
      'Tiden kan inte läsas: ”tre år”. Skriv till exempel 8 veckor (P8W), 6 månader (P6M) eller 3 år (P3Y), eller ingen.',
    ],
    [
      'validity',
      '101 år',
      'Tiden kan inte läsas: ”101 år”. Skriv till exempel 8 veckor (P8W), 6 månader (P6M) eller 3 år (P3Y), eller ingen.',
    ],
    [
      'validity',
      'P0Y',
      'Tiden kan inte läsas: ”P0Y”. Skriv till exempel 8 veckor (P8W), 6 månader (P6M) eller 3 år (P3Y), eller ingen.',
    ],
    ['plan.opens', 'P8W', 'Planen har en dag då den öppnar men ingen sista dag. Ange båda eller ingen av dem.'],
    ['attendance', '95 %', 'Regeln finns inte: ”attendance”. Välj en ur listan.'],
  ])('%s as "%s"', (path, value, text) => {
    expect(faultsOf(row(path, value))).toEqual([text]);
    expect(applyRuleRows(PROGRAMMES, [row(path, value)]).faults[0]?.cell).toBe('D3');
    expect(
      ruleInForce(
        programmeOf(applyRuleRows(PROGRAMMES, [row(path, value)]).programmes, 'vasterbotten'),
        day('2026-06-01'),
      ),
    ).toEqual(ruleInForce(VASTERBOTTEN, day('2026-06-01')));
  });

  test.each([
    ['hbtq-klivet', 'attendance.share', '95 %', 'Hbtq-klivet har inga träffar, så regeln finns inte där.'],
    ['hbtq-klivet', 'catchUp.within', 'P6M', 'Hbtq-klivet har inga träffar, så regeln finns inte där.'],
    ['hbtq-klivet', 'validity', 'P3Y', 'Hbtq-klivet ger inget nytt diplom, så regeln finns inte där.'],
    ['hbtq-klivet', 'certifyAutomatically', 'nej', 'Hbtq-klivet ger inget nytt diplom, så regeln finns inte där.'],
    ['stockholm', 'plan.due', 'P8W', 'HBTQ-diplomering har ingen plan, så regeln finns inte där.'],
    [
      'varmland',
      'followUp.every',
      'P1Y',
      'Hbtq-diplomering har ingen återkommande uppföljning, så regeln finns inte där.',
    ],
  ])('%s has no %s', (programme, path, value, text) =>
    expect(faultsOf(row(path, value, { programme }))).toEqual([text]),
  );

  test('a plan that would open after its end, whichever of the two was changed', () => {
    const text = 'Planen skulle öppna efter sin sista dag. Låt den öppna tidigare eller sätt en senare sista dag.';
    const there = { programme: 'jamtland-harjedalen' };
    expect(faultsOf(row('plan.opens', 'P13W', there))).toEqual([text]);
    expect(faultsOf(row('plan.due', 'P7W', there))).toEqual([text]);
    expect(faultsOf(row('plan.opens', 'P12W', there))).toEqual([]);
    expect(faultsOf(row('plan.opens', 'P13W', there), row('plan.due', 'P16W', there))).toEqual([]);
  });

  test('a change before the programme began', () => {
    expect(faultsOf(row('validity', 'P3Y', { from: day('2019-12-31') }))).toEqual([
      'Hbtq-diplomering har inga regler den 31 december 2019, så det finns inget att ändra.',
    ]);
    expect(faultsOf(row('validity', 'P3Y', { from: day('2020-01-01') }))).toEqual([]);
  });

  test('two values for the same rule and day: the first one holds', () => {
    const rows = [row('validity', 'P3Y'), row('validity', 'P4Y', { valueCell: 'D4' })];
    const { programmes, faults } = applyRuleRows(PROGRAMMES, rows);
    expect(faults).toEqual([
      { cell: 'D4', text: 'Regeln har redan ett annat värde från 1 januari 2026, i cell D3. Ta bort det ena.' },
    ]);
    expect(ruleInForce(programmeOf(programmes, 'vasterbotten'), day('2026-01-01'))).toMatchObject({ validity: 'P3Y' });
    expect(faultsOf(row('validity', 'P3Y'), row('validity', 'P3Y ', { valueCell: 'D4' }))).toEqual([]);
  });

  test('rows that the workbook has named already are passed over', () => {
    expect(
      faultsOf(row('', 'x'), row('validity', 'P3Y', { from: null }), row('validity', 'x', { programme: '' })),
    ).toEqual([]);
  });

  test('the right rows of a day hold beside a wrong one', () => {
    const { programmes, faults } = applyRuleRows(PROGRAMMES, [
      row('validity', 'alltid'),
      row('attendance.share', '95 %', { valueCell: 'D4' }),
    ]);
    expect(faults.map(({ cell }) => cell)).toEqual(['D3']);
    expect(ruleInForce(programmeOf(programmes, 'vasterbotten'), day('2026-01-01'))).toMatchObject({
      validity: null,
      attendance: { share: { numerator: 19, denominator: 20 } },
    });
  });
});

describe('a programme that has been ended', () => {
  const ended: Programme = {
    ...VASTERBOTTEN,
    versions: [
      ...VASTERBOTTEN.versions,
      { from: day('2027-01-01'), repealed: true, source: { text: 'Beslut.', assumption: false } },
    ],
  };

  test('stays ended, with changes made before', () => {
    const [programme] = applyRuleRows([ended], [row('validity', 'P3Y')]).programmes;
    if (programme === undefined) throw new Error('No programme');
    expect(ruleInForce(programme, day('2026-12-31'))).toMatchObject({ validity: 'P3Y' });
    expect(ruleInForce(programme, day('2027-01-01'))).toHaveProperty('noRuleInForce');
  });

  test('cannot be changed afterwards', () => {
    const { faults } = applyRuleRows([ended], [row('validity', 'P3Y', { from: day('2027-01-01') })]);
    expect(faults.map(({ text }) => text)).toEqual([
      'Hbtq-diplomering har inga regler den 1 januari 2027, så det finns inget att ändra.',
    ]);
  });
});
