import type { LooksOf, Tab } from '../tab.ts';

/** Inställningar: one row a setting; the hidden name finds it. */
export const SETTINGS_TAB = {
  key: 'settings',
  name: 'Inställningar',
  owner: 'people',
  frozenRows: 2,
  frozenColumns: 0,
  columns: [
    { key: 'setting', heading: 'Namn', type: 'id', hidden: true },
    { key: 'label', heading: 'Inställning', type: 'text' },
    { key: 'value', heading: 'Värde', type: 'text' },
    { key: 'explanation', heading: 'Förklaring', type: 'long' },
  ],
} as const satisfies Tab;

export const SETTINGS_LOOKS: LooksOf<typeof SETTINGS_TAB> = {
  setting: { width: 150 },
  label: { width: 260 },
  value: { width: 280 },
  explanation: { width: 720 },
};
