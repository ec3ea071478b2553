import { OCCASION_STATE_CHOICES } from '../choices.ts';
import type { LooksOf, Tab } from '../tab.ts';

/** Tillfällen: one row a date of a session. */
export const OCCASIONS_TAB = {
  key: 'occasions',
  name: 'Tillfällen',
  owner: 'people',
  frozenRows: 2,
  frozenColumns: 1,
  columns: [
    { key: 'unit', heading: 'Verksamhet', type: 'text', choicesFrom: 'units', required: true },
    { key: 'round', heading: 'Omgång', type: 'integer' },
    { key: 'session', heading: 'Träff', type: 'integer', required: true },
    { key: 'label', heading: 'Tillfälle', type: 'text' },
    { key: 'starts', heading: 'Börjar', type: 'datetime' },
    { key: 'digital', heading: 'Digitalt', type: 'boolean' },
    { key: 'place', heading: 'Plats', type: 'text' },
    { key: 'trainer', heading: 'Utbildare', type: 'text' },
    { key: 'state', heading: 'Status', type: 'choice', choices: OCCASION_STATE_CHOICES },
    { key: 'attendanceComplete', heading: 'Närvaro klar', type: 'boolean' },
    { key: 'note', heading: 'Anteckning', type: 'long' },
  ],
} as const satisfies Tab;

export const OCCASIONS_LOOKS: LooksOf<typeof OCCASIONS_TAB> = {
  unit: { width: 230 },
  round: { width: 80, note: 'Tomt betyder 1.' },
  session: { width: 70, note: 'Träffens nummer: 1, 2 …', also: ['utbildningsträff'] },
  label: { width: 90, note: 'A, B … när samma träff ges flera gånger. Annars tomt.', also: ['grupp'] },
  starts: { width: 150, note: 'Datum och tid, till exempel 2025-10-06 13:00.', also: ['datum', 'tid', 'start'] },
  digital: { width: 80 },
  place: { width: 200, also: ['lokal'] },
  trainer: { width: 180, also: ['kursledare'] },
  state: { width: 110, note: 'Planerad tills träffen har hållits. Då: Genomförd.' },
  attendanceComplete: {
    width: 100,
    note: 'Kryssa i när alla som var med är förkryssade på fliken Deltagare. Först då räknas närvaron.',
  },
  note: { width: 260, also: ['kommentar'] },
};
