import { column, type LooksOf, type Tab } from '../tab.ts';

/** Inställningar: one row a setting; the hidden name finds it. */
export const SETTINGS_TAB = {
  key: 'settings',
  name: 'Inställningar',
  owner: 'people',
  columns: [
    column('setting', 'Namn', 'id', { hidden: true }),
    column('label', 'Inställning', 'text'),
    column('value', 'Värde', 'text'),
    column('explanation', 'Förklaring', 'long'),
  ],
} as const satisfies Tab;

export const SETTINGS_LOOKS: LooksOf<typeof SETTINGS_TAB> = {
  setting: { width: 150 },
  label: { width: 260 },
  value: { width: 280 },
  explanation: { width: 720 },
};
