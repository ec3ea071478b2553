import { FOLLOW_UP_CHOICES } from '../choices.ts';
import type { Tab } from '../tab.ts';

/** Uppföljning: one row a follow-up that was made, or that the unit did not take part in. */
export const FOLLOW_UPS_TAB = {
  key: 'followUps',
  name: 'Uppföljning',
  owner: 'people',
  frozenRows: 2,
  frozenColumns: 1,
  columns: [
    { key: 'unit', heading: 'Verksamhet', type: 'text', width: 230, choicesFrom: 'units', required: true },
    { key: 'round', heading: 'Omgång', type: 'integer', width: 80, note: 'Tomt betyder 1.' },
    { key: 'kind', heading: 'Slag', type: 'choice', width: 190, choices: FOLLOW_UP_CHOICES, required: true },
    { key: 'on', heading: 'Datum', type: 'date', width: 110, required: true, note: 'Dagen då uppföljningen gjordes.' },
    { key: 'missed', heading: 'Uteblev', type: 'boolean', width: 80, note: 'Kryssa i när verksamheten inte deltog.' },
    { key: 'note', heading: 'Anteckning', type: 'long', width: 320, also: ['kommentar'] },
  ],
} as const satisfies Tab;
