/** Figures and survey results as rows of the tab Rapport, and the charts that stand beside them. */
import { type Day, formatDay } from '../domain/calendar.ts';
import { reasonLabel, WITHDRAWAL_REASONS } from '../domain/reasons.ts';
import { formatShare } from '../domain/share.ts';
import { FIGURE_TEXTS, GROUP_TEXTS } from './figure-texts.ts';
import { type Report, UNIT_FIGURE_IDS, type UnitCounts } from './report.ts';
import type { ResultsByQuestion, SurveyResults } from './survey-results.ts';

export interface ReportRow {
  /** `certified`, `byType.certified`, `byAdministration.certified`, `withdrawnReasons.workload` */
  readonly figure: string;
  readonly section: string;
  readonly label: string;
  readonly value: number | string;
  readonly share: string;
  readonly definition: string;
  readonly asOf: string;
  /** JSON for whoever reads the tab by program: of a survey row the whole result; empty otherwise. */
  readonly data: string;
}

const NOTHING = '–';

function groupRows(id: 'byType' | 'byAdministration', groups: Report['byType'], asOf: string): ReportRow[] {
  const { section, definition } = GROUP_TEXTS[id];
  return UNIT_FIGURE_IDS.flatMap((figure) => {
    const total = Object.values(groups).reduce((sum, counts: UnitCounts) => sum + counts[figure], 0);
    return Object.entries(groups).map(([label, counts]) => ({
      figure: `${id}.${figure}`,
      section: `${FIGURE_TEXTS[figure].label} ${section}`,
      label,
      value: counts[figure],
      share: total === 0 ? NOTHING : formatShare(counts[figure], total),
      definition,
      asOf,
      data: '',
    }));
  });
}

export function reportRows(report: Report): readonly ReportRow[] {
  const asOf = formatDay(report.asOf);
  const { section, definition, unknown } = GROUP_TEXTS.withdrawnReasons;
  return [
    ...report.figures.map(({ id, value, of, ...texts }) => ({
      figure: id,
      ...texts,
      value: value ?? NOTHING,
      share: of === null || value === null ? '' : formatShare(value, of),
      asOf,
      data: '',
    })),
    ...Object.entries(report.withdrawnReasons).map(([code, value]) => ({
      figure: `withdrawnReasons.${code}`,
      section,
      label: code === 'unknown' ? unknown : reasonLabel(WITHDRAWAL_REASONS, code),
      value,
      share: '',
      definition,
      asOf,
      data: '',
    })),
    ...groupRows('byType', report.byType, asOf),
    ...groupRows('byAdministration', report.byAdministration, asOf),
  ];
}

/** "1: 2 · 3: 4 · medel 2,3" */
function distribution(values: Readonly<Record<string, number>>): string {
  const entries = Object.entries(values).sort(([left], [right]) => Number(left) - Number(right));
  const answers = entries.reduce((sum, [, count]) => sum + count, 0);
  const total = entries.reduce((sum, [value, count]) => sum + Number(value) * count, 0);
  const mean = (Math.round((total * 10) / answers) / 10).toFixed(1).replace('.', ',');
  return [...entries.map(([value, count]) => `${value}: ${count}`), `medel ${mean}`].join(' · ');
}

export interface SurveyRowsContext {
  /** `follow-up`, `before`, `after` */
  readonly wave: string;
  readonly heading: string;
  readonly asOf: Day;
  readonly questions: readonly { readonly id: string; readonly title: string }[];
}

/** The results of one survey: first all units together, then unit by unit. */
export function surveyRows(results: SurveyResults, context: SurveyRowsContext): readonly ReportRow[] {
  const { wave, heading, questions } = context;
  const asOf = formatDay(context.asOf);
  const rowsOf = (id: string, name: string, byQuestion: ResultsByQuestion): ReportRow[] =>
    questions.flatMap(({ id: question, title }) => {
      const result = byQuestion[question];
      if (!result) return [];
      const { answers, of, values } = result;
      return {
        figure: `survey.${wave}.${id}.${question}`,
        section: `${heading}: ${name}`,
        label: title,
        value: answers ?? NOTHING,
        share: answers === null || of === null ? '' : formatShare(answers, of),
        definition: values === null ? GROUP_TEXTS.hidden : distribution(values),
        asOf,
        data: JSON.stringify(result),
      };
    });
  return [
    ...rowsOf('total', GROUP_TEXTS.allUnits, results.total),
    ...results.units.flatMap((unit) => rowsOf(unit.unitId, unit.name, unit.questions)),
  ];
}

export interface ChartOfRows {
  readonly title: string;
  readonly kind: 'bar' | 'pie';
  /** 0-based first row among the report's rows, and how many. */
  readonly from: number;
  readonly count: number;
}

const CHARTS: readonly (Pick<ChartOfRows, 'title' | 'kind'> & { readonly figures: RegExp })[] = [
  { title: 'Verksamheter efter läge', kind: 'bar', figures: /^(certified|underway|waiting|expired|withdrawn)$/ },
  { title: 'Diplomerade efter typ', kind: 'bar', figures: /^byType\.certified$/ },
  { title: 'Skäl för avbrott', kind: 'pie', figures: /^withdrawnReasons\./ },
];

/** The charts of labels against values; none where there is nothing to draw. */
export function reportCharts(rows: readonly ReportRow[]): readonly ChartOfRows[] {
  return CHARTS.flatMap(({ title, kind, figures }) => {
    const from = rows.findIndex((row) => figures.test(row.figure));
    const count = rows.filter((row) => figures.test(row.figure)).length;
    return from < 0 ? [] : [{ title, kind, from, count }];
  });
}
