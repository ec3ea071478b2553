import type { Day } from '../domain/calendar.ts';
import type { Period } from '../domain/facts.ts';
import type { Fault } from './fault.ts';
import { type ProgrammeName, programmeChoices } from './programme-name.ts';
import type { Cell, Moment } from './records.ts';
import type { Column, ColumnType } from './tab.ts';
import { cellReader, type Reader, type Table } from './table.ts';

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

/** What a cell of a column says: empty or null where it is blank or cannot be read. */
type ValueOf<C extends Column> = ByType<C>[C['type']];

interface ByType<C extends Column> extends Record<ColumnType, unknown> {
  readonly text: string;
  readonly long: string;
  readonly email: string;
  readonly id: string;
  readonly json: string;
  readonly date: Day | null;
  readonly dates: readonly Day[];
  readonly datetime: Moment | null;
  readonly periods: readonly Period[];
  readonly integer: number | null;
  readonly boolean: boolean;
  readonly choice: CodeOf<C> | '';
  readonly choices: readonly CodeOf<C>[];
}

type CodeOf<C extends Column> = C extends { readonly choices: readonly { readonly code: infer Code }[] }
  ? Code
  : string;

/** What a row says, by the keys of its columns; computed ones are never read. */
export type RecordOf<C extends Column> = {
  readonly [One in C as One['type'] extends 'computed' ? never : One['key']]: ValueOf<One>;
};

/** Reads rows by the declared types of the columns. @param programmes for columns whose choices they are */
export function rowReader<C extends Column>(
  table: Table,
  columns: readonly C[],
  programmes: readonly ProgrammeName[] = [],
): Reader<RecordOf<C>> {
  const readers = columns
    .filter((column) => column.type !== 'computed')
    .map((column) => {
      const choices = column.choicesFrom === 'programmes' ? programmeChoices(programmes) : (column.choices ?? []);
      return [column.key, cellReader(table, column, choices)] as const;
    });
  return (cells, row) => {
    const record: Record<string, unknown> = {};
    for (const [key, read] of readers) record[key] = read(cells, row);
    // The types of `RecordOf` are those that `cellReader` gives for each type of column.
    return record as RecordOf<C>;
  };
}
