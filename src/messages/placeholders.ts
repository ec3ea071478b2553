/** Which placeholders a mail text may use. */
import type { MailKind } from '../domain/mail-kinds.ts';
import { IN_RECEIPTS, PLACEHOLDERS, type Placeholder } from './placeholder-list.ts';

export function placeholdersFor(kind: MailKind): Placeholder[] {
  if (kind === 'receipt') return PLACEHOLDERS.filter(({ name }) => IN_RECEIPTS.includes(name));
  return PLACEHOLDERS.filter(({ kinds }) => kinds.length === 0 || kinds.includes(kind));
}
