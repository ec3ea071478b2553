import type { Tab } from '../tab.ts';

/** Inställningar: one row a setting; the hidden name finds it. */
export const SETTINGS_TAB = {
  key: 'settings',
  name: 'Inställningar',
  owner: 'people',
  frozenRows: 2,
  frozenColumns: 0,
  columns: [
    { key: 'setting', heading: 'Namn', type: 'id', width: 150, hidden: true },
    { key: 'label', heading: 'Inställning', type: 'text', width: 260 },
    { key: 'value', heading: 'Värde', type: 'text', width: 280 },
    { key: 'explanation', heading: 'Förklaring', type: 'long', width: 720 },
  ],
} as const satisfies Tab;
