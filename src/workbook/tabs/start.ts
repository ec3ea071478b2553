import { column, type LooksOf, type Tab } from '../tab.ts';

/** Start: what needs a person today, the next fourteen days and key figures, written by block by the product. */
export const START_TAB = {
  key: 'start',
  name: 'Start',
  owner: 'product',
  columns: [
    column('section', 'Att göra i dag', 'text'),
    column('on', 'Datum', 'date'),
    column('unit', 'Verksamhet', 'text'),
    column('text', 'Vad', 'long'),
    column('where', 'Var', 'text'),
  ],
} as const satisfies Tab;

export const START_LOOKS: LooksOf<typeof START_TAB> = {
  section: { width: 170 },
  on: { width: 110 },
  unit: { width: 240 },
  text: { width: 520 },
  where: { width: 180 },
};
