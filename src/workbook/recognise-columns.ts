import { folded } from '../domain/clean-text.ts';
import type { Column, Tab } from './tab.ts';
import { looksOf } from './tabs/looks.ts';

const words = (heading: string): string =>
  folded(heading)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const namesOf = (tab: Tab, column: Column): readonly string[] =>
  [column.heading, column.key, ...(looksOf(tab.key, column.key).also ?? [])].map(words);

/**
 * The key of the column that each heading of a list means, or "" where it means none: by the headings, keys and other names of the declared
 * columns, whatever their case, accents and punctuation. Each column is found once, by the heading that stands first.
 */
export function recognisedColumns(tab: Tab, headings: readonly string[]): readonly string[] {
  const open = tab.columns.filter(
    (column) => column.type !== 'computed' && column.type !== 'json' && column.key !== 'id',
  );
  const taken = new Set<string>();
  const keys = headings.map(() => '');
  const take = (matches: (column: Column, heading: string) => boolean): void => {
    headings.forEach((heading, index) => {
      const text = words(heading);
      if (keys[index] !== '' || text === '') return;
      const column = open.find((one) => !taken.has(one.key) && matches(one, text));
      if (!column) return;
      taken.add(column.key);
      keys[index] = column.key;
    });
  };
  take((column, text) => words(column.heading) === text);
  take((column, text) => namesOf(tab, column).includes(text));
  return keys;
}
