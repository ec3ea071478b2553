import { FOLLOW_UP_CHOICES } from '../choices.ts';
import type { LooksOf, Tab } from '../tab.ts';

/** Uppföljning: one row a follow-up that was made, or that the unit did not take part in. */
export const FOLLOW_UPS_TAB = {
  key: 'followUps',
  name: 'Uppföljning',
  owner: 'people',
  frozenRows: 2,
  frozenColumns: 1,
  columns: [
    { key: 'unit', heading: 'Verksamhet', type: 'text', choicesFrom: 'units', required: true },
    { key: 'round', heading: 'Omgång', type: 'integer' },
    { key: 'kind', heading: 'Slag', type: 'choice', choices: FOLLOW_UP_CHOICES, required: true },
    { key: 'on', heading: 'Datum', type: 'date', required: true },
    { key: 'missed', heading: 'Uteblev', type: 'boolean' },
    { key: 'note', heading: 'Anteckning', type: 'long' },
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
