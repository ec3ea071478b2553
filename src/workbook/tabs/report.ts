import { column, type LooksOf, type Tab } from '../tab.ts';

/** Rapport: figures as of a day, written by block by the product. */
export const REPORT_TAB = {
  key: 'report',
  name: 'Rapport',
  owner: 'product',
  columns: [
    column('figure', 'Kod', 'id', { hidden: true }),
    column('section', 'Del', 'text'),
    column('label', 'Uppgift', 'text'),
    column('value', 'Antal', 'text'),
    column('share', 'Andel', 'text'),
    column('definition', 'Så räknas det', 'long'),
    column('asOf', 'Räknat den', 'date'),
    column('data', 'Data', 'json', { hidden: true }),
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
