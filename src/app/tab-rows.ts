/** Whole tabs and blocks of rows, as the use cases read and write them. */
import { columnsToRead, KEY_ROW, newRow, type Tab, type Value } from '../workbook/index.ts';
import type { Cell, WorkbookPort } from './ports.ts';

/**
 * The tab as it stands, from row 1 on; empty where there is no such tab. One call, and two more where people have inserted so many columns that
 * some of ours stand beyond those that are read.
 */
export function cellsOf(workbook: WorkbookPort, tab: Tab): Cell[][] {
  const cells = workbook.read(tab.name, columnsToRead(tab));
  const keys = cells?.[KEY_ROW - 1];
  if (!cells || tab.columns.every(({ key }) => keys?.includes(key))) return cells ?? [];
  return workbook.read(tab.name, null) ?? [];
}

/** A new row by the key row as it stands. @throws in Swedish where the tab has lost a column */
export function completeRow(
  tab: Tab,
  keyRow: readonly Cell[] | undefined,
  values: Readonly<Record<string, Value>>,
): readonly Cell[] {
  const row = newRow(tab, keyRow ?? [], values);
  if (row === null) throw new Error(`Fliken ${tab.name} saknar en kolumn. Välj Diplomering → Installera.`);
  return row;
}

/**
 * Writes rows as one block; nothing where there are none. One call, and one more where the tab has to grow.
 * @param gridRows how many rows the tab has
 * @param spare rows to add beyond those that are needed, so that the next times are one call
 */
export function writeBlock(
  workbook: WorkbookPort,
  tab: Tab,
  gridRows: number,
  firstRow: number,
  rows: readonly (readonly Cell[])[],
  spare = 0,
): void {
  if (rows.length === 0) return;
  const lacking = firstRow + rows.length - 1 - gridRows;
  if (lacking > 0) workbook.addRows(tab.name, gridRows, lacking + spare);
  workbook.write(tab.name, firstRow, 1, rows);
}
