import { MAIL_KIND_CHOICES } from '../choices.ts';
import { column, type LooksOf, type Tab } from '../tab.ts';

/** Mallar: the coordinators' own wording of a mail; without a row the product's own text is used. */
export const TEMPLATES_TAB = {
  key: 'templates',
  name: 'Mallar',
  owner: 'people',
  columns: [
    column('kind', 'Slag', 'choice', { choices: MAIL_KIND_CHOICES, required: true }),
    column('programme', 'Program', 'choice', { choicesFrom: 'programmes' }),
    column('subject', 'Ämne', 'text'),
    column('body', 'Text', 'long'),
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
