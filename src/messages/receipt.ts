/** The receipt of a form: at once, to whoever sent it, and without a word of what was written in it. */
import type { Day } from '../domain/calendar.ts';
import type { Programme } from '../domain/rules.ts';
import { headerLine } from './address.ts';
import { closingOf } from './compose.ts';
import { letterHtml, letterText } from './layout.ts';
import type { ComposedMail, MailSettings } from './mail.ts';
import { renderBody, renderLine, type Values } from './markup.ts';
import { dateInWords } from './swedish.ts';
import { textFor } from './template.ts';

export const RECEIPT_FORMS = ['interest', 'staff-change', 'plan', 'reflection'] as const;
export type ReceiptForm = (typeof RECEIPT_FORMS)[number];

const FORMS: Readonly<Record<ReceiptForm, { readonly name: string; readonly next: string }>> = {
  interest: {
    name: 'din intresseanmälan',
    next: 'Vi läser anmälan och återkommer med besked. Du behöver inte göra något nu.',
  },
  'staff-change': {
    name: 'din personaländring',
    next: 'Vi uppdaterar listan över medarbetare. Du behöver inte göra något mer.',
  },
  plan: { name: 'er plan', next: 'Vi läser planen och hör av oss om något saknas. Du behöver inte göra något nu.' },
  reflection: {
    name: 'din reflektion',
    next: 'Nu är den delen klar för dig. I registret antecknar vi bara att du har skickat in den, inte vad du har skrivit.',
  },
};

/** `programme` is null where the form belongs to none. The unit's name is an answer like any other, and is not repeated. */
export function composeReceipt(
  receipt: { readonly form: ReceiptForm; readonly on: Day; readonly programme: Programme | null },
  settings: MailSettings,
): ComposedMail {
  const { form, on, programme } = receipt;
  const values: Values = new Map([
    ['formulär', FORMS[form].name],
    ['nästa steg', FORMS[form].next],
    ['dagens datum', dateInWords(on)],
    ['program', programme?.name ?? ''],
    ['region', programme?.region ?? ''],
  ]);
  const template = textFor('receipt', programme?.id ?? '', settings.templates);
  const heading = headerLine(renderLine(template.subject, values));
  const letter = {
    subject: heading,
    greeting: 'Hej!',
    sections: [{ heading, blocks: renderBody(template.body, values) }],
    closing: closingOf(settings),
    footer: '',
  };
  return {
    kind: 'receipt',
    kinds: ['receipt'],
    subject: heading,
    text: letterText(letter),
    html: letterHtml(letter),
    attachments: [],
  };
}
