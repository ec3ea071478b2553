/** The default text of every kind of mail: one for all programmes, and one for each programme that has something of its own to say. */
import type { MailKind } from '../domain/mail-kinds.ts';
import { DEFAULT_TEXTS } from './default-texts.ts';

/** The digest has no text to edit: it is the list of what needs a person. */
export type TemplateKind = Exclude<MailKind, 'digest'>;

export interface DefaultText {
  readonly subject: string;
  readonly body: string;
  /** By programme id; what is not there is as for all. */
  readonly programmes?: Readonly<Record<string, { readonly subject?: string; readonly body: string }>>;
}

/** The text that a kind of mail has in a programme before anybody has edited it. */
export function defaultText(
  kind: TemplateKind,
  programme: string,
): { readonly subject: string; readonly body: string } {
  const { subject, body, programmes } = DEFAULT_TEXTS[kind];
  const own = programmes?.[programme];
  return own === undefined ? { subject, body } : { subject: own.subject ?? subject, body: own.body };
}
