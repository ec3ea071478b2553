import { describe, expect, it } from 'vitest';
import { type Day, parseDay } from '../../src/domain/calendar.ts';
import {
  type HistoryEvent,
  report,
  reportCharts,
  reportRows,
  surveyResults,
  surveyRows,
} from '../../src/reports/index.ts';

function day(text: string): Day {
  const found = parseDay(text);
  if (found === null) throw new Error(`Not a day: ${text}`);
  return found;
}

type Told = readonly [on: string, what: string, about: string, to: string, why?: string];

const events = (roundId: string, ...told: readonly Told[]): HistoryEvent[] =>
  told.map(([on, what, about, to, why = '']) => ({ day: day(on), roundId, what, about, from: '', to, why }));

const CERTIFIED = events(
  'r1',
  ['2025-01-10', 'round', 'vasterbotten', '1', 'Bibliotek'],
  ['2025-01-10', 'status', '', 'interested'],
  ['2025-02-01', 'status', '', 'admitted'],
  ['2025-03-01', 'status', '', 'underway'],
  ['2025-06-10', 'status', '', 'certified'],
  ['2025-06-10', 'diploma', '', '2025-06-09', '2026-06-09'],
  ['2025-06-10', 'trained', '19', '18/20'],
  ['2025-06-10', 'deadline', 'follow-up 2025-06-09', '2025-12-09'],
  ['2025-12-20', 'deadline', 'follow-up 2025-06-09', 'done', '2025-12-09'],
  ['2026-06-10', 'status', '', 'expired'],
);

const value = (id: string, asOf: string, journal: readonly HistoryEvent[]): number | null | undefined =>
  report(journal, day(asOf)).figures.find((figure) => figure.id === id)?.value;

describe('the figures of a day', () => {
  it.each([
    ['certified', '2025-06-09', 0],
    ['certified', '2025-06-10', 1],
    ['certified', '2026-06-09', 1],
    ['certified', '2026-06-10', 0],
    ['expired', '2026-06-09', 0],
    ['expired', '2026-06-10', 1],
    ['waiting', '2025-01-09', 0],
    ['waiting', '2025-01-10', 1],
    ['waiting', '2025-02-01', 0],
    ['underway', '2025-02-01', 1],
    ['underway', '2025-06-10', 0],
    ['trainedEver', '2025-06-10', 19],
    ['trainedToday', '2025-06-10', 18],
    ['trainedToday', '2026-06-10', 0],
    ['interestToDiploma', '2025-06-10', 150],
    ['interestToDiploma', '2025-06-09', null],
    ['followUpsDue', '2025-12-08', 0],
    ['followUpsDue', '2025-12-09', 1],
    ['followUpsInTime', '2025-12-19', 0],
    ['followUpsInTime', '2025-12-20', 1],
    ['expiring', '2025-06-09', 0],
    ['expiring', '2025-06-10', 1],
    ['expiring', '2026-06-09', 1],
  ])('%s as of %s is %j', (id, asOf, expected) => {
    expect(value(id, asOf, CERTIFIED)).toBe(expected);
  });

  it('are the same whatever has happened since', () => {
    const then = CERTIFIED.filter((event) => event.day <= day('2025-12-31'));
    const later = [
      ...CERTIFIED,
      ...events('r2', ['2026-01-01', 'round', 'varmland', '1', 'Avdelning'], ['2026-01-01', 'status', '', 'admitted']),
    ];
    expect(report(later, day('2025-12-31'))).toEqual(report(then, day('2025-12-31')));
  });

  it('count a unit that runs a second round as certified and as under way, once each', () => {
    const again = events(
      'r2',
      ['2025-09-01', 'round', 'vasterbotten', '2', 'Bibliotek'],
      ['2025-09-01', 'round', 'unit', 'r1'],
      ['2025-09-01', 'status', '', 'admitted'],
    );
    const { byType } = report([...CERTIFIED, ...again], day('2025-12-31'));
    expect(byType).toEqual({ Bibliotek: { certified: 1, underway: 1, waiting: 0, expired: 0, withdrawn: 0 } });
  });

  it('group by type and administration, with a name for what is not stated', () => {
    const journal = [
      ...CERTIFIED,
      ...events(
        'r2',
        ['2025-09-01', 'round', 'varmland', '1', ''],
        ['2025-09-01', 'round', 'administration', 'Kultur'],
        ['2025-09-01', 'status', '', 'waitlisted'],
      ),
    ];
    const { byType, byAdministration } = report(journal, day('2025-12-31'));
    expect(Object.keys(byType)).toEqual(['Bibliotek', 'Ej angivet']);
    expect(byAdministration.Kultur).toEqual({ certified: 0, underway: 0, waiting: 1, expired: 0, withdrawn: 0 });
  });

  it('leave imported rounds out of the time from interest to diploma', () => {
    const imported = events(
      'r3',
      ['2025-01-10', 'status', '', 'certified'],
      ['2025-01-10', 'diploma', '', '2024-01-10', ''],
    );
    expect(value('interestToDiploma', '2025-12-31', imported)).toBeNull();
    expect(value('certified', '2025-12-31', imported)).toBe(1);
  });

  it('name the reasons of those that have withdrawn', () => {
    const gone = (id: string, why: string): HistoryEvent[] =>
      events(id, ['2025-01-10', 'status', '', 'withdrawn', why]);
    const made = report([...gone('a', 'closed'), ...gone('b', 'closed'), ...gone('c', '')], day('2025-12-31'));
    expect(made.withdrawnReasons).toEqual({ closed: 2, unknown: 1 });
    expect(
      reportRows(made)
        .filter((row) => row.section === 'Skäl för avbrott')
        .map((row) => [row.label, row.value]),
    ).toEqual([
      ['Verksamheten läggs ned', 2],
      ['Skäl saknas', 1],
    ]);
  });
});

describe('the rows of Rapport', () => {
  it('show shares rounded down, and bear definition and day of count', () => {
    const rows = reportRows(report(CERTIFIED, day('2025-12-31')));
    expect(rows.find((row) => row.figure === 'trainedToday')).toMatchObject({
      value: 18,
      share: '90\u00a0%',
      asOf: '2025-12-31',
    });
    expect(rows.find((row) => row.figure === 'byType.certified')).toMatchObject({ label: 'Bibliotek', value: 1 });
    for (const row of rows) expect(row.definition).not.toBe('');
  });

  it('show a dash where there is nothing to reckon from', () => {
    expect(reportRows(report([], day('2025-12-31'))).find((row) => row.figure === 'interestToDiploma')?.value).toBe(
      '–',
    );
  });
});

describe('the charts', () => {
  it('stand on rows that follow each other', () => {
    const rows = reportRows(report(CERTIFIED, day('2025-12-31')));
    const charts = reportCharts(rows);
    expect(charts.map((chart) => chart.title)).toEqual(['Verksamheter efter läge', 'Diplomerade efter typ']);
    expect(charts.map((chart) => rows.slice(chart.from, chart.from + chart.count).map((row) => row.label))).toEqual([
      ['Diplomerade', 'Pågår', 'Väntar', 'Utgångna', 'Avbrutna'],
      ['Bibliotek'],
    ]);
  });

  it('are none of what there is nothing of', () => {
    expect(reportCharts(reportRows(report([], day('2025-12-31')))).map((chart) => chart.title)).toEqual([
      'Verksamheter efter läge',
    ]);
  });
});

describe('the rows of a survey', () => {
  const answers = (unitId: string, ...values: readonly number[]) =>
    values.map((value) => ({ unitId, values: { plan: value } }));
  const rows = surveyRows(
    surveyResults(
      [
        { unitId: 'a', name: 'Norra', invited: 10 },
        { unitId: 'b', name: 'Södra', invited: 4 },
        { unitId: 'c', name: 'Västra', invited: 20 },
      ],
      [...answers('a', 1, 1, 2, 5, 5), ...answers('b', 3), ...answers('c', 1, 2, 3, 4, 5, 5)],
      ['plan'],
      5,
    ),
    {
      wave: 'follow-up',
      heading: 'Enkät',
      asOf: day('2025-12-31'),
      questions: [{ id: 'plan', title: 'Jag vet vad som står i planen.' }],
    },
  );

  it('show the whole first, then unit by unit, and hide what is too small and what would give it away', () => {
    expect(rows.map((row) => [row.figure, row.section, row.value, row.share, row.definition])).toEqual([
      [
        'survey.follow-up.total.plan',
        'Enkät: alla verksamheter',
        12,
        '35,2\u00a0%',
        '1: 3 · 2: 2 · 3: 2 · 4: 1 · 5: 4 · medel 3,1',
      ],
      [
        'survey.follow-up.a.plan',
        'Enkät: Norra',
        '–',
        '',
        'Visas inte: för få svar, eller så skulle andra svar kunna räknas ut.',
      ],
      [
        'survey.follow-up.b.plan',
        'Enkät: Södra',
        '–',
        '',
        'Visas inte: för få svar, eller så skulle andra svar kunna räknas ut.',
      ],
      ['survey.follow-up.c.plan', 'Enkät: Västra', 6, '30\u00a0%', '1: 1 · 2: 1 · 3: 1 · 4: 1 · 5: 2 · medel 3,3'],
    ]);
  });

  it('bear the result for whoever reads the tab by program', () => {
    expect(JSON.parse(rows[3]?.data ?? '')).toEqual({
      answers: 6,
      of: 20,
      values: { 1: 1, 2: 1, 3: 1, 4: 1, 5: 2 },
      hidden: false,
    });
    expect(JSON.parse(rows[1]?.data ?? '')).toEqual({ answers: null, of: null, values: null, hidden: true });
  });
});
