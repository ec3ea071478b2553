import { column, type LooksOf, type Tab } from '../tab.ts';

/** Kopior: what each row of Deltagare last said, so that a row which somebody deletes can come back. Purging empties it of those who are gone. */
export const COPIES_TAB = {
  key: 'copies',
  name: 'Kopior',
  owner: 'product',
  hidden: true,
  columns: [column('id', 'Kod', 'id'), column('gone', 'Borta sedan', 'id'), column('data', 'Data', 'json')],
} as const satisfies Tab;

export const COPIES_LOOKS: LooksOf<typeof COPIES_TAB> = {
  id: { width: 120 },
  gone: { width: 120 },
  data: { width: 360 },
};
