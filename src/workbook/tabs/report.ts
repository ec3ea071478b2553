import type { LooksOf, Tab } from '../tab.ts';

/** Rapport: figures as of a day, written by block by the product. */
export const REPORT_TAB = {
  key: 'report',
  name: 'Rapport',
  owner: 'product',
  frozenRows: 2,
  frozenColumns: 0,
  columns: [
    { key: 'figure', heading: 'Kod', type: 'id', hidden: true },
    { key: 'section', heading: 'Del', type: 'text' },
    { key: 'label', heading: 'Uppgift', type: 'text' },
    { key: 'value', heading: 'Antal', type: 'text' },
    { key: 'share', heading: 'Andel', type: 'text' },
    { key: 'definition', heading: 'Så räknas det', type: 'long' },
    { key: 'asOf', heading: 'Räknat den', type: 'date' },
    { key: 'data', heading: 'Data', type: 'json', hidden: true },
  ],
} as const satisfies Tab;

export const REPORT_LOOKS: LooksOf<typeof REPORT_TAB> = {
  figure: { width: 160 },
  section: { width: 190 },
  label: { width: 330 },
  value: { width: 110 },
  share: { width: 90 },
  definition: { width: 460 },
  asOf: { width: 110 },
  data: { width: 110 },
};
