import type { Tab } from '../tab.ts';

/** Start: what needs a person today, the next fourteen days and key figures, written by block by the product. */
export const START_TAB = {
  key: 'start',
  name: 'Start',
  owner: 'product',
  frozenRows: 2,
  frozenColumns: 0,
  columns: [
    { key: 'section', heading: 'Att göra i dag', type: 'text', width: 170 },
    { key: 'on', heading: 'Datum', type: 'date', width: 110 },
    { key: 'unit', heading: 'Verksamhet', type: 'text', width: 240 },
    { key: 'text', heading: 'Vad', type: 'long', width: 520 },
    { key: 'where', heading: 'Var', type: 'text', width: 180 },
  ],
} as const satisfies Tab;
