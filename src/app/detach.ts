/** A copy of a workbook becomes one of its own: what the original had on its way is the original's to send. */
import { dayOfStamp, type Stamp } from '../domain/mail-times.ts';
import { SETTINGS_TAB } from '../workbook/index.ts';
import { isWaiting } from './advance.ts';
import { writeCells } from './cells.ts';
import { numbered } from './mail-queue.ts';
import type { Cell, Ports } from './ports.ts';
import type { MailEntry, RoundState } from './round-state.ts';

/**
 * Mail that waits is taken back and counted as told. Null where nothing waits.
 * @param except ids of mails that are left as they are
 */
export function withoutWaitingMail(
  state: RoundState,
  now: Stamp,
  except: ReadonlySet<string> = new Set(),
): ReturnType<typeof numbered> | null {
  const takesBack = (mail: MailEntry): boolean => isWaiting(mail) && !except.has(mail.id);
  const waiting = state.mails.filter(takesBack);
  if (waiting.length === 0) return null;
  const told = { ...state.told };
  for (const mail of waiting) told[mail.notice.key] = dayOfStamp(now);
  return numbered({
    state: {
      ...state,
      told,
      mails: state.mails.map((mail) =>
        takesBack(mail) ? { ...mail, state: 'withdrawn', silenced: true, changed: now } : mail,
      ),
    },
    events: waiting.map((mail) => ({
      roundId: state.roundId,
      what: 'mail',
      about: mail.kind,
      from: mail.state,
      to: 'silenced',
      why: mail.notice.key,
    })),
  });
}

/** Turns the dry run on, as a person would in Inställningar. */
export function holdMail(ports: Ports): void {
  const identity = (row: readonly Cell[], place: (key: string) => number): string =>
    String(row[place('setting')] ?? '');
  writeCells(ports, SETTINGS_TAB, { row: 'dryRun', values: { value: 'ja' } }, undefined, identity);
}
