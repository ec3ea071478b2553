/** The plan's deadline: set, open, near, past or moved (decision 6), and what came of the plan. */
import { addDays, type Day } from './calendar.ts';
import type { Deadline } from './decision.ts';
import type { MailKind } from './mail-kinds.ts';
import { lastTold, type Notice, noticeOf, ordinal, type Scene } from './notice.ts';

/** Every one of them names the due date, so that the latest tells which date the manager knows. */
const PLAN_KINDS: readonly MailKind[] = ['plan-set', 'plan-open', 'plan-due-soon', 'plan-overdue', 'plan-moved'];

/** The reminder goes this many days before the due date. */
const PLAN_REMINDER_DAYS = 14;

/** The stage that the deadline has reached, judged by the calendar alone. */
function stageOf(deadline: Deadline, today: Day): { kind: MailKind; since: Day } | null {
  const { opens, due, reference } = deadline;
  if (today > due) return { kind: 'plan-overdue', since: addDays(due, 1) };
  const reminder = addDays(due, -PLAN_REMINDER_DAYS);
  if (today >= reminder) return { kind: 'plan-due-soon', since: reminder };
  if (opens === null) return null;
  if (today >= opens) return { kind: 'plan-open', since: opens };
  return today > reference ? { kind: 'plan-set', since: addDays(reference, 1) } : null;
}

export function planNotices(scene: Scene): Notice[] {
  const { decision, today, told } = scene;
  const deadline = decision.deadlines.find((one) => one.kind === 'plan');
  if (deadline === undefined || deadline.state === 'done') return [];
  const { due } = deadline;
  const known = lastTold(told, PLAN_KINDS);
  const stage = stageOf(deadline, today);

  if (known === undefined) {
    // A date that the coordinator set, in a programme without one of its own, is told at once, however near it is.
    const setByHand = deadline.opens === null && stage?.kind !== 'plan-overdue';
    if (setByHand) return [noticeOf(scene, 'plan-set', due, today)];
    return stage === null ? [] : [noticeOf(scene, stage.kind, due, stage.since)];
  }
  if (stage?.kind === 'plan-overdue') {
    const overdueTold = told.some((one) => one.kind === 'plan-overdue' && one.reference === due);
    return overdueTold ? [] : [noticeOf(scene, 'plan-overdue', due, stage.since)];
  }
  if (known.reference !== due) {
    return [noticeOf(scene, 'plan-moved', due, today, ordinal(told, ['plan-moved']))];
  }
  // Whoever has been told about the plan since the stage began has nothing new to hear.
  if (stage === null || stage.kind === 'plan-set' || known.on >= stage.since) return [];
  return [noticeOf(scene, stage.kind, due, stage.since)];
}

/** Programmes whose plan has named areas answer when it has come in: which area is still missing, or that all are there. */
export function planFeedbackNotices(scene: Scene): Notice[] {
  const { planOn } = scene.round;
  const answered = lastTold(scene.told, ['plan-feedback']) !== undefined;
  return planOn === null || planOn > scene.today || answered ? [] : [noticeOf(scene, 'plan-feedback', planOn, planOn)];
}
