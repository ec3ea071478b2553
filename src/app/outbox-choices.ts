/** What people have chosen in Utskick's column Åtgärd: which choices are done with, and which say nothing about their mail. */
import {
  choiceLabel,
  type Fault,
  MAIL_ACTION_CHOICES,
  MAIL_STATE_CHOICES,
  OUTBOX_TAB,
  type OutboxRow,
  type Reading,
} from '../workbook/index.ts';
import { CHOICES } from './mail-queue.ts';
import type { MailState, RoundState } from './round-state.ts';

/**
 * Names the choices that say nothing about a mail in its state; they stay in their cells.
 * @param taken ids of the rows whose choice has been taken; those that are done with join them
 */
export function judgeChoices(
  { records, faults, cell }: Reading<OutboxRow>,
  states: Iterable<RoundState>,
  taken: Set<string>,
): readonly Fault[] {
  const current = new Map<string, MailState>();
  for (const state of states) for (const mail of state.mails) current.set(mail.id, mail.state);
  const idle = records.flatMap(({ row, id, action, state: shown }): Fault[] => {
    if (action === null || taken.has(id)) return [];
    const state = current.get(id) ?? shown;
    // Taken by a run that died before it could clear the cell: it has nothing left to do.
    if (state === CHOICES[action].to && action !== 'send-now') {
      taken.add(id);
      return [];
    }
    const said = `${choiceLabel(MAIL_ACTION_CHOICES, action)} går inte att välja för ett utskick med läget`;
    const text = `${said} ${choiceLabel(MAIL_STATE_CHOICES, state ?? '')}. Töm cellen eller välj något annat.`;
    const place = { tab: OUTBOX_TAB.key, tabName: OUTBOX_TAB.name, cell: cell('action', row), row, column: 'action' };
    return [{ ...place, text, level: 'fault' }];
  });
  return [...faults, ...idle];
}
