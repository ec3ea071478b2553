import { OCCASION_STATE_CHOICES } from '../choices.ts';
import type { Tab } from '../tab.ts';

/** Tillfällen: one row a date of a session. */
export const OCCASIONS_TAB = {
  key: 'occasions',
  name: 'Tillfällen',
  owner: 'people',
  frozenRows: 2,
  frozenColumns: 1,
  columns: [
    { key: 'unit', heading: 'Verksamhet', type: 'text', width: 230, choicesFrom: 'units', required: true },
    { key: 'round', heading: 'Omgång', type: 'integer', width: 80, note: 'Tomt betyder 1.' },
    {
      key: 'session',
      heading: 'Träff',
      type: 'integer',
      width: 70,
      required: true,
      note: 'Träffens nummer: 1, 2 …',
      also: ['utbildningsträff'],
    },
    {
      key: 'label',
      heading: 'Tillfälle',
      type: 'text',
      width: 90,
      note: 'A, B … när samma träff ges flera gånger. Annars tomt.',
      also: ['grupp'],
    },
    {
      key: 'starts',
      heading: 'Börjar',
      type: 'datetime',
      width: 150,
      note: 'Datum och tid, till exempel 2025-10-06 13:00.',
      also: ['datum', 'tid', 'start'],
    },
    { key: 'digital', heading: 'Digitalt', type: 'boolean', width: 80 },
    { key: 'place', heading: 'Plats', type: 'text', width: 200, also: ['lokal'] },
    { key: 'trainer', heading: 'Utbildare', type: 'text', width: 180, also: ['kursledare'] },
    {
      key: 'state',
      heading: 'Status',
      type: 'choice',
      width: 110,
      choices: OCCASION_STATE_CHOICES,
      note: 'Planerad tills träffen har hållits. Då: Genomförd.',
    },
    {
      key: 'attendanceComplete',
      heading: 'Närvaro klar',
      type: 'boolean',
      width: 100,
      note: 'Kryssa i när alla som var med är förkryssade på fliken Deltagare. Först då räknas närvaron.',
    },
    { key: 'note', heading: 'Anteckning', type: 'long', width: 260, also: ['kommentar'] },
  ],
} as const satisfies Tab;
