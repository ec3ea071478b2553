import { MAIL_ACTION_CHOICES, MAIL_KIND_CHOICES, MAIL_STATE_CHOICES } from '../choices.ts';
import { column, type LooksOf, type Tab } from '../tab.ts';

/** Utskick: outgoing mail; the product writes everything but the column Åtgärd, where a person chooses. */
export const OUTBOX_TAB = {
  key: 'outbox',
  name: 'Utskick',
  owner: 'product',
  columns: [
    column('id', 'Kod', 'id', { hidden: true }),
    column('action', 'Åtgärd', 'choice', { choices: MAIL_ACTION_CHOICES }),
    column('state', 'Läge', 'choice', { choices: MAIL_STATE_CHOICES }),
    column('at', 'När', 'datetime'),
    column('unit', 'Verksamhet', 'text'),
    column('to', 'Till', 'email'),
    column('kind', 'Slag', 'choice', { choices: MAIL_KIND_CHOICES }),
    column('kinds', 'Samtliga slag', 'text', { hidden: true }),
    column('subject', 'Ämne', 'text'),
    column('text', 'Text', 'long'),
    column('leaves', 'Lämnar tidigast', 'datetime'),
    column('sentAt', 'Skickat', 'datetime'),
    column('late', 'Sent', 'boolean'),
    column('why', 'Orsak', 'text'),
    column('mailKey', 'Nyckel', 'id', { hidden: true }),
  ],
} as const satisfies Tab;

export const OUTBOX_LOOKS: LooksOf<typeof OUTBOX_TAB> = {
  id: { width: 110 },
  action: {
    width: 160,
    note: 'Välj om utskicket ska hållas, släppas, stoppas eller skickas nu. För ett osäkert utskick: Skickat på annat sätt eller Skicka igen. För ett skickat mejl som inte kom fram: Kom i retur.',
  },
  state: { width: 110 },
  at: { width: 140, note: 'När utskicket skapades.' },
  unit: { width: 210 },
  to: { width: 210 },
  kind: { width: 210 },
  kinds: { width: 180 },
  subject: { width: 300 },
  text: { width: 360 },
  leaves: { width: 140 },
  sentAt: { width: 140 },
  late: { width: 70, note: 'Skickades en senare dag än tänkt, på grund av avbrott eller full kvot.' },
  why: { width: 260 },
  mailKey: { width: 160 },
};
