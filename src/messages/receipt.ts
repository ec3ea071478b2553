/** The receipt of a form: at once, to whoever sent it, and without a word of what was written in it. */
import type { Day } from '../domain/calendar.ts';
import type { Programme } from '../domain/rules.ts';
import { headerLine } from './address.ts';
import { closingOf } from './compose.ts';
import { RECEIPTS } from './default-texts.ts';
import { mailOf } from './layout.ts';
import type { ComposedMail, MailSettings } from './mail.ts';
import { renderBody, renderLine, type Values } from './markup.ts';
import { dateInWords } from './swedish.ts';
import { textFor } from './template.ts';

export type ReceiptForm = keyof typeof RECEIPTS;
/** The forms that are answered. */
export const RECEIPT_FORMS: readonly ReceiptForm[] = ['interest', 'staff-change', 'plan', 'reflection'];

/** `programme` is null where the form belongs to none. The unit's name is an answer like any other, and is not repeated. */
export function composeReceipt(
  receipt: { readonly form: ReceiptForm; readonly on: Day; readonly programme: Programme | null },
  settings: MailSettings,
): ComposedMail {
  const { form, on, programme } = receipt;
  const values: Values = new Map([
    ['formulär', RECEIPTS[form].name],
    ['nästa steg', RECEIPTS[form].next],
    ['dagens datum', dateInWords(on)],
    ['program', programme?.name ?? ''],
    ['region', programme?.region ?? ''],
  ]);
  const template = textFor('receipt', programme?.id ?? '', settings.templates);
  const heading = headerLine(renderLine(template.subject, values));
  return mailOf(['receipt'], {
    subject: heading,
    greeting: 'Hej!',
    sections: [{ heading, blocks: renderBody(template.body, values) }],
    closing: closingOf(settings),
    footer: '',
  });
}
