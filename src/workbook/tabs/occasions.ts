import { OCCASION_STATE_CHOICES } from '../choices.ts';
import { column, type LooksOf, type Tab } from '../tab.ts';

/** Tillfällen: one row a date of a session. */
export const OCCASIONS_TAB = {
  key: 'occasions',
  name: 'Tillfällen',
  owner: 'people',
  columns: [
    column('unit', 'Verksamhet', 'text', { choicesFrom: 'units', required: true }),
    column('round', 'Omgång', 'integer'),
    column('session', 'Träff', 'integer', { required: true, example: 1 }),
    column('label', 'Tillfälle', 'text'),
    column('starts', 'Börjar', 'datetime'),
    column('digital', 'Digitalt', 'boolean'),
    column('place', 'Plats', 'text'),
    column('trainer', 'Utbildare', 'text'),
    column('state', 'Status', 'choice', { choices: OCCASION_STATE_CHOICES }),
    column('attendanceComplete', 'Närvaro klar', 'boolean'),
    column('note', 'Anteckning', 'long'),
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
