/** What the tab Läge keeps for one round: the last decision, which mails have been caused, and which of them still wait. */
import type { Day } from '../domain/calendar.ts';
import type { Decision, NoRuleInForce } from '../domain/decision.ts';
import type { Round } from '../domain/facts.ts';
import type { MailKind } from '../domain/mail-kinds.ts';
import type { Stamp } from '../domain/mail-times.ts';
import type { Notice } from '../domain/notices.ts';
import type { ShownState } from './shown-state.ts';

/** Held by the dry run, by a person, or waiting for its time; a mail that has left or been withdrawn stays until Utskick shows it. */
export type MailState = 'queued' | 'held' | 'sent' | 'withdrawn' | 'unsure';

export interface MailEntry {
  /** Random id; one row in Utskick. Causes that were joined into one mail share the id of the most urgent. */
  readonly id: string;
  readonly kind: MailKind;
  readonly notice: Notice;
  readonly caused: Stamp;
  /** The earliest moment of leaving. */
  readonly after: Stamp;
  /** The moment at which it would have left without an outage or a lack of quota. */
  readonly expected: Stamp;
  readonly state: MailState;
  readonly changed: Stamp;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly late: boolean;
  /** All kinds that the mail carries, once it has been put together. */
  readonly kinds: readonly MailKind[];
  /** Withdrawn from the beginning, since its cause is older than the register: shown as what would have gone. */
  readonly silenced?: true;
}

export interface RoundState {
  readonly roundId: string;
  /** The round's facts at the last evaluation, without its people: an edit of people needs to read no other tab. */
  readonly facts: Omit<Round, 'people'>;
  readonly decision: Decision | NoRuleInForce | null;
  readonly shown: ShownState;
  /** Dates of the persons' own diplomas by person id, in programmes that give them. */
  readonly personDiplomas: Readonly<Record<string, Day>>;
  /** Numbers the round's events, so that a commit that is done over gets the same numbers. */
  readonly events: number;
  /** Keys of the causes that have been told or silenced, with the day. */
  readonly told: Readonly<Record<string, Day>>;
  readonly mails: readonly MailEntry[];
  /** Addresses of the manager that mail has not reached: those that are the manager's still. */
  readonly deadAddresses?: readonly string[];
  /** The page of the unit's manager, where such pages are in use. */
  readonly page?: { readonly manager: string; readonly token: string };
  /** Fingerprints of the form answers that are in the register, with their day, for as long as they may be read again. */
  readonly answers: Readonly<Record<string, Day>>;
  /** Names that the unit has had before; rows that still bear them belong to it. */
  readonly formerNames: readonly string[];
  /** The day on which the product first saw the round: what happened before is history and sends nothing. */
  readonly seen: Day;
  /** The last day for which the round was evaluated. */
  readonly evaluated: Day;
  /** Fingerprint of the people's rows. */
  readonly peoplePrint: string;
  /** The row in Verksamheter is gone. */
  readonly missing: boolean;
}
