/** What a mail is put together from, and what comes out. */
import type { Day } from '../domain/calendar.ts';
import type { Decision } from '../domain/decision.ts';
import type { Round } from '../domain/facts.ts';
import type { MailKind } from '../domain/mail-kinds.ts';
import type { Notice, Told } from '../domain/notices.ts';
import type { Programme } from '../domain/rules.ts';
import type { TemplateRow } from './template.ts';

/** Links that a mail may offer. Empty where there is none: the paragraph that would have used it is left out. */
export interface MailLinks {
  /** Form for the action or development plan, prefilled for the unit. */
  readonly plan: string;
  /** Form "Personaländring", prefilled for the unit. */
  readonly staffChange: string;
  /** The follow-up survey: one common link for those who took part. */
  readonly survey: string;
  /** Form for the reflection, prefilled for the unit. */
  readonly reflection: string;
  /** Where the catch-up is done or booked; from the settings. */
  readonly catchUp: string;
  /** Web courses and material; from the settings. */
  readonly material: string;
  /** The manager's own page about the unit. */
  readonly page: string;
}

export interface MailSettings {
  /** Who signs: the office that runs the programme, for instance "Folkhälsoenheten". */
  readonly office: string;
  /** Who answers questions: a name or a function, an address, a telephone number. Empty parts are left out. */
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactPhone: string;
  /** Rows of the tab Mallar; what is not there, or is faulty, has the default text. */
  readonly templates: readonly TemplateRow[];
}

export interface ComposeContext {
  readonly round: Round;
  readonly decision: Decision;
  readonly programme: Programme;
  readonly today: Day;
  /** What has been told before: an occasion that moved says from which day, and its calendar file has the next sequence number. */
  readonly told: Told;
  readonly links: MailLinks;
  readonly settings: MailSettings;
  /** The caller attaches the diploma as a file, so the text may say so. */
  readonly diplomaAttached: boolean;
  /** How many persons' own diplomas the caller attaches. */
  readonly personalDiplomas: number;
}

/** The same shape as the mail port's attachment. */
export interface MailAttachment {
  readonly name: string;
  readonly contentType: string;
  readonly content: string;
}

export interface ComposedMail {
  /** The most urgent cause. */
  readonly kind: MailKind;
  /** All causes, most urgent first. */
  readonly kinds: readonly MailKind[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly MailAttachment[];
}

/** Causes of one round that leave as one mail; at least one. */
export type Causes = readonly [Notice, ...Notice[]];
