/**
 * Writes single cells of a tab of people. A person may sort or insert between the read and the write, so the row is found by what it is,
 * read back afterwards, and what landed on another row is put back as it was.
 */
import { KEY_ROW, rowIdentity, type Tab } from '../workbook/index.ts';
import type { Cell, Ports } from './ports.ts';
import { cellsOf } from './tab-rows.ts';

const MOST_TRIES = 3;

export interface CellWrite {
  /** What tells the row from every other, whatever place it has: an id, or unit, round and address. */
  readonly row: string;
  readonly values: Readonly<Record<string, Cell>>;
}

/**
 * Two calls and one for each cell, when nobody sorts meanwhile.
 * @param first the tab as it was just read
 * @param identity what tells rows apart; '' for rows that are none
 * @returns the tab as it stands afterwards; null when the row is not there or could not be written in peace: then nothing is left where it does
 * not belong
 */
export function writeCells(
  ports: Ports,
  tab: Tab,
  write: CellWrite,
  first: readonly (readonly Cell[])[] = cellsOf(ports.workbook, tab),
  identity: typeof rowIdentity = rowIdentity,
): readonly (readonly Cell[])[] | null {
  let before = first;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const keys = before[KEY_ROW - 1] ?? [];
    const place = (key: string): number => keys.indexOf(key);
    const index = before.findIndex((row, at) => at >= KEY_ROW && identity(row, place) === write.row);
    const columns = Object.keys(write.values).map(place);
    if (index < 0 || columns.some((column) => column < 0)) return null;
    for (const [key, value] of Object.entries(write.values)) {
      ports.workbook.write(tab.name, index + 1, place(key) + 1, [[value]]);
    }
    const after = cellsOf(ports.workbook, tab);
    const keysAfter = after[KEY_ROW - 1] ?? [];
    const hit = identity(after[index] ?? [], (key) => keysAfter.indexOf(key));
    if (hit === write.row && keys.every((key, at) => keysAfter[at] === key)) return after;
    // Somebody sorted in between: the cells that we hit get back what their row had, and we try again.
    const old = before.find((row, at) => at >= KEY_ROW && identity(row, place) === hit);
    for (const key of Object.keys(write.values)) {
      if (old) ports.workbook.write(tab.name, index + 1, keysAfter.indexOf(key) + 1, [[old[place(key)] ?? '']]);
    }
    before = cellsOf(ports.workbook, tab);
  }
  return null;
}
