/** The preview of mail texts: any mail as a chosen unit's manager would get it today, in the words that stand in Mallar now. */
import { dayOfStamp } from '../domain/mail-times.ts';
import { sampleNotices } from '../domain/notices.ts';
import type { TemplateKind } from '../messages/index.ts';
import { isDecision } from './advance.ts';
import { FIRST_TEMPLATES } from './first-rows.ts';
import { fullRun, openInstalled, openLocked } from './full-run.ts';
import { readHeadTabs } from './head-tabs.ts';
import { composeLetter } from './letters.ts';
import { type RoundChoice, roundChoices } from './panel.ts';
import type { Ports } from './ports.ts';
import { stampNow } from './register.ts';

export interface MailPreview {
  readonly subject: string;
  readonly html: string;
}

/** One call. @throws in Swedish where the product is not installed */
export const previewUnits = (ports: Ports): readonly RoundChoice[] => roundChoices(openInstalled(ports));

/** Null where the unit's programme has no such mail. Takes in what people have typed, as any run does. @throws in Swedish */
export function mailPreview(ports: Ports, roundId: string, kind: TemplateKind): MailPreview | null {
  const tab = openLocked(ports);
  const now = stampNow(ports.now());
  const { head, events, lastRows } = readHeadTabs(ports, tab.head);
  const run = fullRun(ports, tab, { by: 'preview', now, head: () => head, events, lastRows });
  const [state, round] = [run.states.get(roundId), run.rounds.get(roundId)];
  const programme = run.rules.programmes.get(round?.programme ?? '');
  if (!state || !round || !programme || !isDecision(state.decision)) return null;
  if (!FIRST_TEMPLATES.some((row) => row.kind === kind && row.programme === programme.id)) return null;
  const letter = composeLetter(run, state, sampleNotices(kind, round, state.decision, programme, dayOfStamp(now)));
  return letter && { subject: letter.subject, html: letter.html };
}
