/** The reports' public face: other folders import from here. */
export { attendanceListDocument } from './attendance-list.ts';
export { type DiplomaText, diplomaDocument } from './diploma-page.ts';
export type { HistoryEvent } from './history.ts';
export { type ListedUnit, type PublicEntry, publicList, publicListPage } from './public-list.ts';
export { type Figure, type Report, report, type UnitCounts, type UnitFigure } from './report.ts';
export { type ChartOfRows, type ReportRow, reportCharts, reportRows, surveyRows } from './report-rows.ts';
export { type Group, showable } from './suppression.ts';
export {
  type InvitedUnit,
  type QuestionResult,
  type SurveyAnswer,
  type SurveyResults,
  surveyResults,
} from './survey-results.ts';
