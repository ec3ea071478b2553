import { canonical } from '../domain/clean-text.ts';
import type { Cell } from './records.ts';

/**
 * What tells a row of Verksamheter or Deltagare from every other, whatever place people have given it: its id, or unit, round and
 * person. Empty for a row that names nothing.
 * @param place 0-based place of a column by its key, or -1
 */
export function rowIdentity(row: readonly Cell[], place: (key: string) => number): string {
  const text = (key: string): string => String(row[place(key)] ?? '').trim();
  const id = text('id');
  if (id !== '') return id;
  const unit = canonical(text('unit'));
  if (unit === '') return '';
  const person = text('email') || text('personId') || text('name');
  return `${unit}#${text('round') || '1'}#${canonical(person)}`;
}
