import type { LooksOf, Tab } from '../tab.ts';

/** Start: what needs a person today, the next fourteen days and key figures, written by block by the product. */
export const START_TAB = {
  key: 'start',
  name: 'Start',
  owner: 'product',
  frozenRows: 2,
  frozenColumns: 0,
  columns: [
    { key: 'section', heading: 'Att göra i dag', type: 'text' },
    { key: 'on', heading: 'Datum', type: 'date' },
    { key: 'unit', heading: 'Verksamhet', type: 'text' },
    { key: 'text', heading: 'Vad', type: 'long' },
    { key: 'where', heading: 'Var', type: 'text' },
  ],
} as const satisfies Tab;

export const START_LOOKS: LooksOf<typeof START_TAB> = {
  section: { width: 170 },
  on: { width: 110 },
  unit: { width: 240 },
  text: { width: 520 },
  where: { width: 180 },
};
