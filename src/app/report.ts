/** The tab Rapport: the board's figures from the journal as of a day, and the surveys' results, written as one block. */
import { type Day, formatDay } from '../domain/calendar.ts';
import { dayOfStamp } from '../domain/mail-times.ts';
import { type FormDeclaration, formDeclarations, questionsOf, submissionOf } from '../forms/index.ts';
import {
  type HistoryEvent,
  type InvitedUnit,
  type ReportRow,
  report,
  reportRows,
  type SurveyAnswer,
  surveyResults,
  surveyRows,
} from '../reports/index.ts';
import { type Cell, EVENTS_TAB, FIRST_DATA_ROW, REPORT_TAB, safeText } from '../workbook/index.ts';
import { isDecision } from './advance.ts';
import type { FullRun } from './full-run.ts';
import { JOURNAL_COLUMNS, readJournal, standingEvents } from './journal.ts';
import type { Ports } from './ports.ts';
import { roundOfAnswer } from './round-of-answer.ts';
import { isOfLatestSurvey, surveysOpened } from './survey-answers.ts';
import { cellsOf, writeBlock } from './tab-rows.ts';

const HEADINGS = {
  'follow-up': 'Uppföljningsenkät',
  before: 'Verksamhetens egen skattning före',
  after: 'Verksamhetens egen skattning efter',
} as const;

type Wave = keyof typeof HEADINGS;

/** Every standing event of the journal with its day, oldest first. One call. */
function history(ports: Ports): readonly HistoryEvent[] {
  const rows = ports.workbook.readFrom(EVENTS_TAB.name, FIRST_DATA_ROW, JOURNAL_COLUMNS) ?? [];
  const { commits } = readJournal(rows, FIRST_DATA_ROW, null, ports.digest);
  return standingEvents(commits).map(({ at, ...event }) => ({ ...event, day: dayOfStamp(at) }));
}

/** Answers by wave, straight from the form: nothing of a single answer is kept in the workbook. One call a form. */
function answersOf(ports: Ports, run: FullRun, form: FormDeclaration): ReadonlyMap<Wave, readonly SurveyAnswer[]> {
  const binding = run.head.forms[form.id];
  const today = dayOfStamp(run.now);
  const find = roundOfAnswer(run.states.values());
  const byWave = new Map<Wave, SurveyAnswer[]>();
  for (const answer of binding ? ports.forms.answersSince(binding, 0) : []) {
    const submission = submissionOf(form, answer.answers);
    if (submission?.kind !== 'survey') continue;
    const state = find(submission.unit);
    if (!state || (submission.wave === 'follow-up' && !isOfLatestSurvey(state, answer, today))) continue;
    const of = byWave.get(submission.wave) ?? [];
    byWave.set(submission.wave, of);
    of.push({ unitId: state.roundId, values: submission.values });
  }
  return byWave;
}

/**
 * Units that have answered or whose survey has opened, with how many were asked: everyone who took part in the training, or for its own
 * assessment the whole staff.
 */
function invitedUnits(run: FullRun, wave: Wave, answers: readonly SurveyAnswer[]): readonly InvitedUnit[] {
  const answered = new Set(answers.map((answer) => answer.unitId));
  return [...run.states].flatMap(([unitId, state]) => {
    const isAsked = wave === 'follow-up' && surveysOpened(state, dayOfStamp(run.now)).length > 0;
    if (!isDecision(state.decision) || !(isAsked || answered.has(unitId))) return [];
    const { trainedEver, trainedToday } = state.decision;
    const invited = wave === 'follow-up' ? trainedEver : Math.max(trainedToday.of, state.facts.statedStaff ?? 0);
    return [{ unitId, name: state.facts.unit, invited }];
  });
}

/** As they stand now, whatever the day of the report: counted day by day, a single answer would be the difference of two reports. */
function surveys(ports: Ports, run: FullRun): readonly ReportRow[] {
  const forms = formDeclarations({ programmes: run.rules.names, selfAssessment: true });
  return forms.flatMap((form) => {
    if (form.kind !== 'survey' && form.kind !== 'self-assessment') return [];
    const questions = questionsOf(form).filter((question) => question.type === 'scale');
    const byWave = answersOf(ports, run, form);
    const waves: readonly Wave[] = form.kind === 'survey' ? ['follow-up'] : ['before', 'after'];
    return waves.flatMap((wave) => {
      const answers = byWave.get(wave) ?? [];
      const invited = invitedUnits(run, wave, answers);
      if (invited.length === 0) return [];
      const ids = questions.map((question) => question.id);
      const results = surveyResults(invited, answers, ids, run.settings.smallestGroup);
      return surveyRows(results, { wave, heading: HEADINGS[wave], asOf: dayOfStamp(run.now), questions });
    });
  });
}

function cellsOfRow(row: ReportRow): Cell[] {
  const values: Record<(typeof REPORT_TAB.columns)[number]['key'], Cell> = {
    figure: safeText(row.figure),
    section: safeText(row.section),
    label: safeText(row.label),
    value: row.value,
    share: row.share,
    definition: safeText(row.definition),
    asOf: row.asOf,
    data: safeText(row.data),
  };
  return REPORT_TAB.columns.map((column) => values[column.key]);
}

/** Writes the report as of a day over the earlier one. */
export function writeReport(ports: Ports, run: FullRun, asOf: Day): void {
  const rows = [...reportRows(report(history(ports), asOf)), ...surveys(ports, run)].map(cellsOfRow);
  const old = cellsOf(ports.workbook, REPORT_TAB);
  const room = old.length - (FIRST_DATA_ROW - 1);
  const blank = REPORT_TAB.columns.map((): Cell => '');
  const block = [...rows, ...Array.from({ length: Math.max(0, room - rows.length) }, () => blank)];
  writeBlock(ports.workbook, REPORT_TAB, old.length, FIRST_DATA_ROW, block);
  ports.log.info(`Rapport: ${rows.length} rader per ${formatDay(asOf)}`);
}
