import { MAIL_KIND_CHOICES } from '../choices.ts';
import type { LooksOf, Tab } from '../tab.ts';

/** Mallar: the coordinators' own wording of a mail; without a row the product's own text is used. */
export const TEMPLATES_TAB = {
  key: 'templates',
  name: 'Mallar',
  owner: 'people',
  frozenRows: 2,
  frozenColumns: 1,
  columns: [
    { key: 'kind', heading: 'Slag', type: 'choice', choices: MAIL_KIND_CHOICES, required: true },
    { key: 'programme', heading: 'Program', type: 'choice', choicesFrom: 'programmes' },
    { key: 'subject', heading: 'Ämne', type: 'text' },
    { key: 'body', heading: 'Text', type: 'long' },
  ],
} as const satisfies Tab;

export const TEMPLATES_LOOKS: LooksOf<typeof TEMPLATES_TAB> = {
  kind: { width: 220, note: 'Vilket utskick texten gäller.' },
  programme: { width: 190, note: 'Tomt betyder alla program.' },
  subject: { width: 320 },
  body: {
    width: 620,
    note: 'Skriv {{verksamhet}}, {{chef}} med flera där uppgiften ska stå. En felskriven uppgift visas i hälsokollen och skickas inte.',
  },
};
