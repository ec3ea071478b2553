import { MAIL_ACTION_CHOICES, MAIL_KIND_CHOICES, MAIL_STATE_CHOICES } from '../choices.ts';
import type { LooksOf, Tab } from '../tab.ts';

/** Utskick: outgoing mail; the product writes everything but the column Åtgärd, where a person chooses. */
export const OUTBOX_TAB = {
  key: 'outbox',
  name: 'Utskick',
  owner: 'product',
  frozenRows: 2,
  frozenColumns: 0,
  columns: [
    { key: 'id', heading: 'Kod', type: 'id', hidden: true },
    { key: 'action', heading: 'Åtgärd', type: 'choice', choices: MAIL_ACTION_CHOICES },
    { key: 'at', heading: 'När', type: 'datetime' },
    { key: 'unit', heading: 'Verksamhet', type: 'text' },
    { key: 'to', heading: 'Till', type: 'email' },
    { key: 'kind', heading: 'Slag', type: 'choice', choices: MAIL_KIND_CHOICES },
    { key: 'kinds', heading: 'Samtliga slag', type: 'text', hidden: true },
    { key: 'subject', heading: 'Ämne', type: 'text' },
    { key: 'text', heading: 'Text', type: 'long' },
    { key: 'state', heading: 'Läge', type: 'choice', choices: MAIL_STATE_CHOICES },
    { key: 'leaves', heading: 'Lämnar tidigast', type: 'datetime' },
    { key: 'sentAt', heading: 'Skickat', type: 'datetime' },
    { key: 'late', heading: 'Sent', type: 'boolean' },
    { key: 'why', heading: 'Orsak', type: 'text' },
    { key: 'mailKey', heading: 'Nyckel', type: 'id', hidden: true },
  ],
} as const satisfies Tab;

export const OUTBOX_LOOKS: LooksOf<typeof OUTBOX_TAB> = {
  id: { width: 110 },
  action: {
    width: 160,
    note: 'Välj om utskicket ska hållas, släppas, stoppas eller skickas nu. För ett osäkert utskick: Skickat på annat sätt eller Skicka igen.',
  },
  at: { width: 140, note: 'När utskicket skapades.' },
  unit: { width: 210 },
  to: { width: 210 },
  kind: { width: 210 },
  kinds: { width: 180 },
  subject: { width: 300 },
  text: { width: 360 },
  state: { width: 110 },
  leaves: { width: 140 },
  sentAt: { width: 140 },
  late: { width: 70, note: 'Skickades en senare dag än tänkt, på grund av avbrott eller full kvot.' },
  why: { width: 260 },
  mailKey: { width: 160 },
};
