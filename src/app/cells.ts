/**
 * Writes single cells of a tab of people. A person may sort or insert between the read and the write, so the row is found by what it is,
 * read back afterwards, and what landed on another row is put back as it was.
 */
import { KEY_ROW, type Tab } from '../workbook/index.ts';
import type { Cell, Ports } from './ports.ts';

const MOST_TRIES = 3;

export interface CellWrite {
  /** What tells the row from every other, whatever place it has: an id, or unit, round and address. */
  readonly row: string;
  readonly values: Readonly<Record<string, Cell>>;
}

/**
 * Two calls and one for each cell, when nobody sorts meanwhile. False when the row is not there or could not be written in peace; then nothing is
 * left where it does not belong.
 * @param identity what tells rows apart; '' for rows that are none
 */
export function writeCells(
  ports: Ports,
  tab: Tab,
  read: () => Cell[][],
  identity: (row: readonly Cell[], place: (key: string) => number) => string,
  write: CellWrite,
  first: Cell[][] = read(),
): boolean {
  let before = first;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const keys = before[KEY_ROW - 1] ?? [];
    const place = (key: string): number => keys.indexOf(key);
    const index = before.findIndex((row, at) => at >= KEY_ROW && identity(row, place) === write.row);
    const columns = Object.keys(write.values).map(place);
    if (index < 0 || columns.some((column) => column < 0)) return false;
    for (const [key, value] of Object.entries(write.values)) {
      ports.workbook.write(tab.name, index + 1, place(key) + 1, [[value]]);
    }
    const after = read();
    const keysAfter = after[KEY_ROW - 1] ?? [];
    const unmoved =
      identity(after[index] ?? [], (key) => keysAfter.indexOf(key)) === write.row &&
      keys.every((key, at) => keysAfter[at] === key);
    if (unmoved) return true;
    // Somebody sorted in between: the cells that we hit get back what their row had, and we try again.
    const hit = identity(after[index] ?? [], (key) => keysAfter.indexOf(key));
    const old = before.find((row, at) => at >= KEY_ROW && identity(row, place) === hit);
    for (const key of Object.keys(write.values)) {
      if (old) ports.workbook.write(tab.name, index + 1, keysAfter.indexOf(key) + 1, [[old[place(key)] ?? '']]);
    }
    before = read();
  }
  return false;
}
