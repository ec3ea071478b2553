/** Mail texts with named placeholders: the defaults are data, the tab Mallar may replace any of them. */
import type { MailKind } from '../domain/mail-kinds.ts';

/** One row of the tab Mallar. */
export interface TemplateRow {
  readonly kind: MailKind;
  /** A programme's id; empty = every programme that has no row of its own. */
  readonly programme: string;
  readonly subject: string;
  /** Paragraphs parted by empty lines, lists with "- ", links as "[text](address)", placeholders as "{{sista dag}}". */
  readonly body: string;
}

/** A mistake in an edited text: the default is used until it has been mended. */
export interface TemplateFault {
  readonly field: 'subject' | 'body';
  /** The placeholder as typed; empty when the mistake is another. */
  readonly placeholder: string;
  /** Swedish: what is wrong and what would be right. */
  readonly text: string;
}
