import type { Tab } from '../tab.ts';

/** Rapport: figures as of a day, written by block by the product. */
export const REPORT_TAB = {
  key: 'report',
  name: 'Rapport',
  owner: 'product',
  frozenRows: 2,
  frozenColumns: 0,
  columns: [
    { key: 'figure', heading: 'Kod', type: 'id', width: 160, hidden: true },
    { key: 'section', heading: 'Del', type: 'text', width: 190 },
    { key: 'label', heading: 'Uppgift', type: 'text', width: 330 },
    { key: 'value', heading: 'Antal', type: 'text', width: 110 },
    { key: 'share', heading: 'Andel', type: 'text', width: 90 },
    { key: 'definition', heading: 'Så räknas det', type: 'long', width: 460 },
    { key: 'asOf', heading: 'Räknat den', type: 'date', width: 110 },
    { key: 'data', heading: 'Data', type: 'json', width: 110, hidden: true },
  ],
} as const satisfies Tab;
