/** The nightly run (04–05) is the truth: it reads every tab and form anew, decides about every round and seals the journal. */
import type { Day } from '../domain/calendar.ts';
import { dayOfStamp, type Stamp } from '../domain/mail-times.ts';
import { EVENTS_TAB, TAB_NAMES } from '../workbook/index.ts';
import { KEY_ROW } from '../workbook/tab.ts';
import { type FullRun, fullRun, openState } from './full-run.ts';
import { readHeadTabs } from './head-tabs.ts';
import type { CaughtUp } from './lost-answers.ts';
import { keepCopies } from './people-copies.ts';
import type { FormsPort, Ports } from './ports.ts';
import { stampNow } from './register.ts';
import { roundOfAnswer } from './round-of-answer.ts';
import { startRows } from './start-tab.ts';
import type { OpenState } from './state-tab.ts';
import { isOfLatestSurvey } from './survey-answers.ts';
import { keepPages } from './unit-pages.ts';

const LOCK_WAIT = 60_000;
/** Name of the script property that holds the journal's head of the night, so that a cut end shows. */
export const JOURNAL_PROPERTY = 'journal';

/** First row of the tab Start that the product writes. */
const START_ROW = 3;

/** How many have answered the latest follow-up survey, by round id: counted in the form itself, so that nothing is counted twice. */
function surveyAnswers(forms: FormsPort, { head, rows }: OpenState, today: Day): Map<string, number> | null {
  const binding = head.forms.survey;
  if (!binding) return null;
  const find = roundOfAnswer(rows.flatMap((row) => row.state() ?? []));
  const counts = new Map<string, number>();
  for (const answer of forms.answersSince(binding, 0)) {
    const { code = '', unit = '' } = answer.answers;
    const state = find({ code: String(code), name: String(unit) });
    if (!state || !isOfLatestSurvey(state, answer, today)) continue;
    counts.set(state.roundId, (counts.get(state.roundId) ?? 0) + 1);
  }
  return counts;
}

/** One call. Where somebody has deleted rows, or the tab, it does what it can: no mail waits for it. */
export function writeStart({ workbook }: Ports, run: FullRun): void {
  const rows = startRows(run, dayOfStamp(run.now));
  try {
    workbook.write(TAB_NAMES.start, START_ROW, 1, rows);
  } catch (cause) {
    const has = workbook.read(TAB_NAMES.start, 1)?.length;
    if (has === undefined) return;
    const lacking = START_ROW - 1 + rows.length - has;
    if (lacking <= 0) throw cause;
    workbook.addRows(TAB_NAMES.start, has, lacking);
    workbook.write(TAB_NAMES.start, START_ROW, 1, rows);
  }
}

/** @param caughtUp what was read under the same lock, where lost answers have been taken in before */
export function recompute(ports: Ports, by: string, now: Stamp, isNight: boolean, caughtUp?: CaughtUp): FullRun | null {
  const tab = caughtUp?.tab ?? openState(ports);
  if (!tab) return null;
  const read = readHeadTabs(ports, caughtUp ? { ...tab.head, forms: caughtUp.forms } : tab.head);
  const run = fullRun(ports, tab, {
    by,
    now,
    readsJournal: true,
    showsOutbox: true,
    head: () => (isNight ? { ...read.head, lastNightly: now } : read.head),
    events: read.events,
    lastRows: read.lastRows,
    surveyAnswers: surveyAnswers(ports.forms, tab, dayOfStamp(now)),
  });
  writeStart(ports, run);
  keepCopies(ports.workbook, run, dayOfStamp(now));
  keepPages(ports, run);
  return run;
}

/**
 * A look at what people type and at Utskick, so that an edit whose execution died does not wait for the night. Writes nothing when all is as
 * Läge, Utskick and Start say. Six calls.
 */
export function lookAround(ports: Ports, by: string, now: Stamp, { tab, forms }: CaughtUp): FullRun {
  const run = fullRun(ports, tab, { by, now, showsOutbox: true, head: (head) => ({ ...head, forms }) });
  const rows = startRows(run, dayOfStamp(now));
  const shown = ports.workbook.readFrom(TAB_NAMES.start, START_ROW, rows[0]?.length ?? 1) ?? [];
  const isSame = rows.every((row, index) => row.every((cell, column) => cell === shown[index]?.[column]));
  if (!isSame) writeStart(ports, run);
  keepPages(ports, run);
  return run;
}

export function nightly(ports: Ports): void {
  const now = stampNow(ports.now());
  if (!ports.lock.take(LOCK_WAIT)) return;
  // The trigger that tells of a moved column can be lost as any other.
  const keys = ports.workbook.readRow(EVENTS_TAB.name, KEY_ROW, EVENTS_TAB.columns.length);
  if (keys?.join() !== EVENTS_TAB.columns.map(({ key }) => key).join()) ports.workbook.arrange();
  const run = recompute(ports, 'nightly', now, true);
  if (run?.journal)
    ports.properties.set(JOURNAL_PROPERTY, JSON.stringify({ row: run.journal.nextRow - 1, tips: run.journal.tips }));
  ports.log.info(`Nattkörning: ${run?.states.size ?? 0} omgångar, ${run?.faults.length ?? 0} fel`);
}
