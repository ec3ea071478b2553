import { MAIL_KIND_CHOICES } from '../choices.ts';
import type { Tab } from '../tab.ts';

/** Mallar: the coordinators' own wording of a mail; without a row the product's own text is used. */
export const TEMPLATES_TAB = {
  key: 'templates',
  name: 'Mallar',
  owner: 'people',
  frozenRows: 2,
  frozenColumns: 1,
  columns: [
    {
      key: 'kind',
      heading: 'Slag',
      type: 'choice',
      width: 220,
      choices: MAIL_KIND_CHOICES,
      required: true,
      note: 'Vilket utskick texten gäller.',
    },
    {
      key: 'programme',
      heading: 'Program',
      type: 'choice',
      width: 190,
      choicesFrom: 'programmes',
      note: 'Tomt betyder alla program.',
    },
    { key: 'subject', heading: 'Ämne', type: 'text', width: 320 },
    {
      key: 'body',
      heading: 'Text',
      type: 'long',
      width: 620,
      note: 'Skriv {{verksamhet}}, {{chef}} med flera där uppgiften ska stå. En felskriven uppgift visas i hälsokollen och skickas inte.',
    },
  ],
} as const satisfies Tab;
