/** A report as rows of the tab Rapport: figure id, section, label, value, share, definition, day of count. */
import { formatDay } from '../domain/calendar.ts';
import { formatShare } from '../domain/share.ts';
import { type Report, UNIT_FIGURE_IDS, type UnitCounts, unitFigureLabel, withdrawalLabel } from './report.ts';

export interface ReportRow {
  /** `certified`, `byType.certified`, `byAdministration.certified`, `withdrawnReasons.workload` */
  readonly figure: string;
  readonly section: string;
  readonly label: string;
  readonly value: number | string;
  readonly share: string;
  readonly definition: string;
  readonly asOf: string;
}

const NOTHING = '–';

function groupRows(
  id: 'byType' | 'byAdministration',
  heading: string,
  groups: Report['byType'],
  asOf: string,
): ReportRow[] {
  const rows: ReportRow[] = [];
  for (const figure of UNIT_FIGURE_IDS) {
    const total = Object.values(groups).reduce((sum, counts: UnitCounts) => sum + counts[figure], 0);
    for (const [name, counts] of Object.entries(groups)) {
      rows.push({
        figure: `${id}.${figure}`,
        section: `${unitFigureLabel(figure)} efter ${heading}`,
        label: name,
        value: counts[figure],
        share: total === 0 ? NOTHING : formatShare(counts[figure], total),
        definition: 'Andelen är av alla verksamheter i samma läge.',
        asOf,
      });
    }
  }
  return rows;
}

export function reportRows(report: Report): readonly ReportRow[] {
  const asOf = formatDay(report.asOf);
  return [
    ...report.figures.map((figure) => ({
      figure: figure.id,
      section: figure.section,
      label: figure.label,
      value: figure.value ?? NOTHING,
      share: figure.of === null || figure.value === null ? '' : formatShare(figure.value, figure.of),
      definition: figure.definition,
      asOf,
    })),
    ...Object.entries(report.withdrawnReasons).map(([code, count]) => ({
      figure: `withdrawnReasons.${code}`,
      section: 'Skäl för avbrott',
      label: withdrawalLabel(code),
      value: count,
      share: '',
      definition: 'Avbrutna verksamheter efter det skäl som valdes.',
      asOf,
    })),
    ...groupRows('byType', 'typ', report.byType, asOf),
    ...groupRows('byAdministration', 'förvaltning', report.byAdministration, asOf),
  ];
}
