/** From a cause in the queue to the letter that leaves: current facts, the unit's manager of the day, the coordinators' own texts. */

import type { Round } from '../domain/facts.ts';
import { dayOfStamp, type Stamp } from '../domain/mail-times.ts';
import {
  type Causes,
  type ComposedMail,
  composeMail,
  composeReceipt,
  DIGEST,
  isAllowedAddress,
  type MailLinks,
  type MailSettings,
  RECEIPT_FORMS,
  type TemplateRow,
} from '../messages/index.ts';
import { type AdvanceContext, isDecision } from './advance.ts';
import { diplomasOf, NO_DIPLOMAS } from './diplomas.ts';
import type { Preview } from './outbox.ts';
import type { Attachment, OutgoingMail } from './ports.ts';
import type { Rulebook } from './register.ts';
import type { MailEntry, RoundState } from './round-state.ts';
import type { Settings } from './settings.ts';
import type { Head } from './state-tab.ts';
import { pageLink } from './unit-pages.ts';

export interface LetterContext {
  readonly now: Stamp;
  readonly rounds: ReadonlyMap<string, Round>;
  readonly rules: Rulebook;
  readonly settings: Settings;
  readonly head: Head;
}

export function mailSettings(settings: Settings, templates: readonly TemplateRow[]): MailSettings {
  return { ...settings, templates };
}

/** The place in a prefilled link where the unit's code goes. */
export const CODE_MARK = 'KODKODKOD';

function linksOf(context: LetterContext, state: RoundState): MailLinks {
  const link = (form: string): string =>
    (context.head.forms[form]?.link ?? '').replace(CODE_MARK, encodeURIComponent(state.roundId));
  return {
    plan: link('plan'),
    staffChange: link('staff-change'),
    survey: link('survey'),
    reflection: link('reflection'),
    catchUp: context.settings.catchUpLink,
    material: context.settings.materialLink,
    page: pageLink(state, context.settings),
  };
}

/** Of a round, what says where its mail goes. */
type Addressed = Pick<RoundState, 'facts' | 'deadAddresses'>;

const addressOf = (mail: MailEntry, { facts }: Addressed): string =>
  mail.kind === 'receipt' ? mail.to : facts.managerEmail;

/** The address that a mail goes to today; empty where there is none that can be right. */
export function recipientOf(state: Addressed, mail: MailEntry, settings: Settings): string {
  const address = addressOf(mail, state);
  const isUsable = isAllowedAddress(address, settings.allowedDomains.join(',')) && !isDead(address, state);
  return isUsable ? address : '';
}

const isDead = (address: string, { deadAddresses }: Addressed): boolean => deadAddresses?.includes(address) ?? false;

/** Why a mail has nowhere to go, and what to do about it. */
export function addressFault(state: Addressed, mail: MailEntry): string {
  const address = addressOf(mail, state);
  return isDead(address, state) ? `Mejl till ${address} ${DIGEST.items.deadAddress}` : DIGEST.items.noAddress;
}

type ComposedLetter = Omit<ComposedMail, 'attachments'> & { readonly attachments: readonly Attachment[] };

export function addressed(
  letter: Omit<ComposedLetter, 'kind' | 'kinds'>,
  to: string,
  settings: Settings,
): OutgoingMail {
  const { subject, text, html, attachments } = letter;
  return { to, subject, text, html, senderName: settings.office, attachments };
}

/** Does a person's choice, or a missing address, keep the mail, and nothing else? */
export function keeps(dryRun: boolean, settings: Settings): AdvanceContext['isKept'] {
  return (mail, round) => dryRun || mail.state === 'held' || recipientOf(round, mail, settings) === '';
}

/** The letter as it would leave now, or null where the round cannot be decided about. */
export function composeLetter(context: LetterContext, state: RoundState, causes: Causes): ComposedLetter | null {
  const { rules, settings, head } = context;
  const round = context.rounds.get(state.roundId) ?? { ...state.facts, people: [] };
  const programme = rules.programmes.get(round.programme) ?? null;
  const texts = mailSettings(settings, head.templates);
  const [{ kind, subject, reference }] = causes;
  if (kind === 'receipt') {
    const form = RECEIPT_FORMS.find((one) => subject.startsWith(one)) ?? 'interest';
    return composeReceipt({ form, on: reference, programme }, texts);
  }
  if (programme === null || !isDecision(state.decision)) return null;
  const isDiploma = causes.some((cause) => cause.kind === 'certified');
  const diplomas = isDiploma ? diplomasOf(round, state, programme, settings) : NO_DIPLOMAS;
  const letter = composeMail(causes, {
    round,
    decision: state.decision,
    programme,
    today: dayOfStamp(context.now),
    told: state.told,
    links: linksOf(context, state),
    settings: texts,
    diplomaAttached: diplomas.ofUnit,
    personalDiplomas: diplomas.people,
  });
  return { ...letter, attachments: [...letter.attachments, ...diplomas.files] };
}

/** How a waiting mail would look if it left now. */
export function previewer(context: LetterContext): (state: RoundState, mail: MailEntry) => Preview {
  return (state, mail) => {
    const to = recipientOf(state, mail, context.settings);
    // A receipt that left from the form's own run is put down here for the first time.
    const isUnwritten = (mail.state !== 'withdrawn' || mail.silenced === true) && mail.subject === '';
    const letter = isUnwritten ? composeLetter(context, state, [mail.notice]) : null;
    const fault = to === '' ? addressFault(state, mail) : '';
    return { to, fault, subject: letter?.subject ?? '', text: letter?.text ?? '' };
  };
}
