import type { Fault } from './fault.ts';
import type { Cell } from './records.ts';
import type { Table } from './table.ts';

/** What a tab says. */
export interface Reading<R> {
  readonly records: readonly R[];
  readonly faults: readonly Fault[];
  /** The key row as it stands, for placing new rows; empty where it is lost. */
  readonly keyRow: readonly Cell[];
  /** False where a column is missing without which no row can be understood: then `records` is empty and nothing may be concluded. */
  readonly usable: boolean;
  /** "C14": where a column stands on a row, or "" where the column is missing. */
  readonly cell: (key: string, row: number) => string;
}

/** Collects the records of a tab; nothing where the tab cannot be understood. */
export function collect<R>(table: Table, read: (cells: readonly Cell[], row: number) => R | null): Reading<R> {
  const records: R[] = [];
  if (table.usable) {
    table.each((cells, row) => {
      const record = read(cells, row);
      if (record !== null) records.push(record);
    });
  }
  return { records, faults: table.faults, keyRow: table.keyRow, usable: table.usable, cell: table.cell };
}
