/** A form has been sent in: its facts go into the register, its receipt leaves at once. */
import type { Answers, FormDeclaration } from '../forms/index.ts';
import { submissionOf } from '../forms/index.ts';
import { type Scene, sceneOf, type TakenIn, takeIn } from './answer.ts';
import { openState } from './full-run.ts';
import { addressed, composeLetter, recipientOf } from './letters.ts';
import type { Ports } from './ports.ts';
import { stampNow } from './register.ts';
import { claimFirst, isSending, leftBehind, sendAll } from './sending.ts';
import type { Head } from './state-tab.ts';

const LOCK_WAIT = 25_000;

export interface ReceivedAnswer {
  readonly form: FormDeclaration;
  readonly answers: Answers;
  /** Had been sent in before, and has been changed. */
  readonly isCorrection: boolean;
}

/**
 * Ignores the empty second event that Forms may send.
 * @param find the form and its answers, once the head tells which form it was
 */
export function submitted(ports: Ports, find: (head: Head) => ReceivedAnswer | null): void {
  if (!ports.lock.take(LOCK_WAIT)) return;
  const tab = openState(ports);
  const found = tab && find(tab.head);
  const submission = found && submissionOf(found.form, found.answers);
  if (!tab || !submission) return;
  const scene = sceneOf(ports, tab, submission, stampNow(ports.now()), found.isCorrection);
  const taken = takeIn(scene, submission);
  if (taken !== null) sendReceipts(scene, taken);
}

/** A receipt leaves at once, unless somebody else is sending: then it leaves with the next run. */
function sendReceipts(scene: Scene, { states, run }: TakenIn): void {
  const { ports, settings, now } = scene;
  // After a full run the sender's cell has been taken over; otherwise what it says must be carried on.
  const left = run === null ? leftBehind(scene.tab.sending, now) : null;
  if (settings.dryRun || isSending(scene.tab.sending, now) || (left?.unsure ?? null) !== null) return;
  const context = { now, rounds: run?.rounds ?? new Map(), rules: scene.rules, settings, head: scene.tab.head };
  const letters = [...states.values()].flatMap((state) =>
    state.mails
      .filter((mail) => mail.kind === 'receipt' && mail.state === 'queued' && mail.caused === now)
      .flatMap((mail) => {
        const to = recipientOf(state, mail, settings);
        const letter = to === '' ? null : composeLetter(context, state, [mail.notice]);
        return letter === null ? [] : [{ ids: [mail.id] as const, mail: addressed(letter, to, settings) }];
      }),
  );
  if (letters.length === 0 || ports.mail.remaining() < letters.length) return;
  claimFirst(ports, letters, now, left?.sent);
  ports.lock.release();
  sendAll(ports, letters, now, left?.sent);
}
