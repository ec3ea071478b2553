import { FOLLOW_UP_CHOICES } from '../choices.ts';
import { column, type LooksOf, type Tab } from '../tab.ts';

/** Uppföljning: one row a follow-up that was made, or that the unit did not take part in. */
export const FOLLOW_UPS_TAB = {
  key: 'followUps',
  name: 'Uppföljning',
  owner: 'people',
  columns: [
    column('unit', 'Verksamhet', 'text', { choicesFrom: 'units', required: true }),
    column('round', 'Omgång', 'integer'),
    column('kind', 'Slag', 'choice', { choices: FOLLOW_UP_CHOICES, required: true }),
    column('on', 'Datum', 'date', { required: true }),
    column('missed', 'Uteblev', 'boolean'),
    column('note', 'Anteckning', 'long'),
  ],
} as const satisfies Tab;

export const FOLLOW_UPS_LOOKS: LooksOf<typeof FOLLOW_UPS_TAB> = {
  unit: { width: 230 },
  round: { width: 80, note: 'Tomt betyder 1.' },
  kind: { width: 190 },
  on: { width: 110, note: 'Dagen då uppföljningen gjordes.' },
  missed: { width: 80, note: 'Kryssa i när verksamheten inte deltog.' },
  note: { width: 320, also: ['kommentar'] },
};
