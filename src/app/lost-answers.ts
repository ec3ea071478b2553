/** Answers whose event was lost, or whose execution died, are taken in from the forms themselves. */
import { addDays } from '../domain/calendar.ts';
import { dayOfStamp, type Stamp, stampOf } from '../domain/mail-times.ts';
import { formDeclarations, type Submission, submissionOf } from '../forms/index.ts';
import { printOf, sceneOf, takeIn } from './answer.ts';
import { openState } from './full-run.ts';
import type { Ports } from './ports.ts';
import { rulebook, stampNow } from './register.ts';
import type { Head, OpenState } from './state-tab.ts';

export interface CaughtUp {
  readonly tab: OpenState;
  /** The head's forms as they stand when this has been committed. */
  readonly forms: Head['forms'];
}

interface LostAnswer {
  readonly submission: Submission;
  readonly sentIn: Stamp;
}

/** Answers up to yesterday are not read again. */
export const readUntil = (now: Stamp): Stamp => stampOf(addDays(dayOfStamp(now), -1), 0);

/** Once a day at the least. */
export function answersAreDue(head: Head, now: Stamp): boolean {
  return Object.values(head.forms).some((form) => form.readUntil < readUntil(now));
}

function isKnown(tab: OpenState, { submission, sentIn }: LostAnswer): boolean {
  const [print, day] = [printOf(submission), dayOfStamp(sentIn)];
  if (tab.head.unmatched.some((one) => one.print === print && one.on >= day)) return true;
  return tab.rows.some((row) => (row.state()?.answers[print] ?? -1) >= day);
}

/**
 * Must be called with the lock held. A call for each form, and for an answer that is not in the register as many as its event
 * would have cost. Receipts stay in the queue.
 */
export function takeLostAnswers(ports: Ports, first: OpenState, now: Stamp): CaughtUp {
  const forms = { ...first.head.forms };
  const lost: LostAnswer[] = [];
  for (const form of formDeclarations({ programmes: rulebook([]).names, selfAssessment: true })) {
    const binding = forms[form.id];
    if (binding === undefined) continue;
    // How many have answered a survey is counted in the form itself.
    if (form.kind !== 'survey' && form.kind !== 'self-assessment') {
      try {
        for (const { at, answers } of ports.forms.answersSince(binding, binding.readUntil)) {
          const submission = submissionOf(form, answers);
          if (submission !== null) lost.push({ submission, sentIn: stampNow(at) });
        }
      } catch (cause) {
        // A form that somebody has deleted must not stop the others.
        ports.log.error(`Formulär ${form.id}: ${cause instanceof Error ? cause.name : 'fel'} vid läsning`);
        continue;
      }
    }
    forms[form.id] = { ...binding, readUntil: Math.max(binding.readUntil, readUntil(now)) };
  }
  lost.sort((a, b) => a.sentIn - b.sentIn);
  let tab = first;
  for (const answer of lost) {
    if (isKnown(tab, answer)) continue;
    takeIn(sceneOf(ports, tab, answer.submission, answer.sentIn), answer.submission);
    tab = openState(ports) ?? tab;
  }
  return { tab, forms };
}
