import { MAIL_ACTION_CHOICES, MAIL_KIND_CHOICES, MAIL_STATE_CHOICES } from '../choices.ts';
import type { Tab } from '../tab.ts';

/** Utskick: outgoing mail; the product writes everything but the column Åtgärd, where a person chooses. */
export const OUTBOX_TAB = {
  key: 'outbox',
  name: 'Utskick',
  owner: 'product',
  frozenRows: 2,
  frozenColumns: 0,
  columns: [
    { key: 'id', heading: 'Kod', type: 'id', width: 110, hidden: true },
    {
      key: 'action',
      heading: 'Åtgärd',
      type: 'choice',
      width: 160,
      choices: MAIL_ACTION_CHOICES,
      note: 'Välj om utskicket ska hållas, släppas, stoppas eller skickas nu. För ett osäkert utskick: Skickat på annat sätt eller Skicka igen.',
    },
    { key: 'at', heading: 'När', type: 'datetime', width: 140, note: 'När utskicket skapades.' },
    { key: 'unit', heading: 'Verksamhet', type: 'text', width: 210 },
    { key: 'to', heading: 'Till', type: 'email', width: 210 },
    { key: 'kind', heading: 'Slag', type: 'choice', width: 210, choices: MAIL_KIND_CHOICES },
    { key: 'kinds', heading: 'Samtliga slag', type: 'text', width: 180, hidden: true },
    { key: 'subject', heading: 'Ämne', type: 'text', width: 300 },
    { key: 'text', heading: 'Text', type: 'long', width: 360 },
    { key: 'state', heading: 'Läge', type: 'choice', width: 110, choices: MAIL_STATE_CHOICES },
    { key: 'leaves', heading: 'Lämnar tidigast', type: 'datetime', width: 140 },
    { key: 'sentAt', heading: 'Skickat', type: 'datetime', width: 140 },
    {
      key: 'late',
      heading: 'Sent',
      type: 'boolean',
      width: 70,
      note: 'Skickades en senare dag än tänkt, på grund av avbrott eller full kvot.',
    },
    { key: 'why', heading: 'Orsak', type: 'text', width: 260 },
    { key: 'mailKey', heading: 'Nyckel', type: 'id', width: 160, hidden: true },
  ],
} as const satisfies Tab;
