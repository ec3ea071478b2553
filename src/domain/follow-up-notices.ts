/** What the manager hears after the diploma: surveys, follow-ups, plan revisions, supplements and expiry. */
import { addDays, type Day } from './calendar.ts';
import type { Deadline, DeadlineKind, DiplomaPeriod } from './decision.ts';
import type { MailKind } from './mail-kinds.ts';
import { type Notice, noticeOf, type Scene } from './notice.ts';

/** Dates of one kind closer than this are the same occurrence with a corrected date: what recurs, recurs by the year. */
const SAME_OCCURRENCE_DAYS = 60;

/** Few answers are reminded of when this many days are left. */
const SURVEY_REMINDER_DAYS = 7;

const EXPIRY_STAGES: readonly { readonly kind: MailKind; readonly days: number }[] = [
  { kind: 'expiry-30', days: 30 },
  { kind: 'expiry-90', days: 90 },
  { kind: 'expiry-180', days: 180 },
];

function isTold(scene: Scene, kind: MailKind, reference: Day): boolean {
  return scene.told.some((one) => one.kind === kind && Math.abs(one.reference - reference) < SAME_OCCURRENCE_DAYS);
}

function once(scene: Scene, kind: MailKind, reference: Day, since: Day): Notice[] {
  return isTold(scene, kind, reference) ? [] : [noticeOf(scene, kind, reference, since)];
}

const isOpen = (deadline: Deadline): boolean => deadline.state !== 'done' && deadline.state !== 'withdrawn';

const startOf = (deadline: Deadline): Day => deadline.opens ?? deadline.due;

/** The latest occurrence that has begun; older ones that were never answered are the coordinator's to chase. */
function latestBegun({ decision, today }: Scene, kind: DeadlineKind): Deadline | undefined {
  const begun = decision.deadlines.filter((one) => one.kind === kind && startOf(one) <= today);
  const latest = begun.at(-1);
  return latest !== undefined && isOpen(latest) ? latest : undefined;
}

export function surveyNotices(scene: Scene): Notice[] {
  const { round, decision, today, told } = scene;
  const survey = latestBegun(scene, 'survey');
  if (survey === undefined || today > survey.due) return [];
  // The original date is the survey's identity: an extension does not open it again.
  if (!isTold(scene, 'survey-open', survey.original)) {
    return [noticeOf(scene, 'survey-open', survey.original, startOf(survey))];
  }
  const reminder = addDays(survey.due, -SURVEY_REMINDER_DAYS);
  const few = round.surveyAnswers * 2 < decision.trainedEver;
  const heardLately = told.some((one) => one.kind === 'survey-open' && one.on >= reminder);
  if (today < reminder || !few || heardLately) return [];
  return once(scene, 'survey-low', survey.original, reminder);
}

export function recurringNotices(scene: Scene): Notice[] {
  const kinds = ['follow-up', 'plan-revision'] as const;
  return kinds.flatMap((kind) => {
    const deadline = latestBegun(scene, kind);
    return deadline === undefined ? [] : once(scene, kind, deadline.original, startOf(deadline));
  });
}

/** The validity period that the unit has come to: the latest one, also where a renewal is to begin when the old one ends. */
export function latestPeriod(scene: Scene): DiplomaPeriod | null {
  return scene.decision.periods.at(-1) ?? null;
}

export function supplementNotices(scene: Scene): Notice[] {
  const period = latestPeriod(scene);
  if (period === null || scene.decision.diploma?.supplementNeeded !== true) return [];
  // Mailed once in a period (decision 10); whoever comes later to be past the time is on the coordinators' list.
  const told = scene.told.some((one) => one.kind === 'supplement' && one.reference >= period.from);
  return told ? [] : [noticeOf(scene, 'supplement', period.from, supplementSince(scene, period.from))];
}

/** The first day on which somebody was past the time, or on which the unit missed a follow-up. */
function supplementSince({ round, decision, today }: Scene, from: Day): Day {
  let since = today;
  for (const { kind, due } of decision.duties) {
    if (kind === 'catch-up' && due !== null && due < since) since = addDays(due, 1);
  }
  for (const { missed, on } of round.followUps) if (missed && on >= from && on < since) since = on;
  return since;
}

export function expiryNotices(scene: Scene): Notice[] {
  const through = latestPeriod(scene)?.through ?? null;
  if (through === null) return [];
  if (scene.decision.status === 'expired') return once(scene, 'expired', through, addDays(through, 1));
  const stage = EXPIRY_STAGES.find(({ days }) => scene.today >= addDays(through, -days));
  return stage === undefined ? [] : once(scene, stage.kind, through, addDays(through, -stage.days));
}
