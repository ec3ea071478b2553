import { type Cell, cellAt, EMPTY_CELL, placeCell } from './block.ts';
import { LAYER_NAMES, type Row } from './row.ts';
import { copyRecords, type Sheet, type SheetRecords } from './sheet.ts';
import type { Workbook, WorkbookSnapshot } from './workbook.ts';

interface ChangedCell {
  readonly row: number;
  readonly column: number;
  readonly before: Cell;
  readonly after: Cell;
}

interface ChangedSheet {
  readonly id: number;
  readonly cells: readonly ChangedCell[];
  readonly records: { readonly before: SheetRecords; readonly after: SheetRecords } | null;
}

/** One act of a person: what it changed, or, when it moved rows, columns or tabs, the whole states round it. */
type Entry =
  | { readonly kind: 'cells'; readonly sheets: readonly ChangedSheet[] }
  | { readonly kind: 'states'; readonly before: WorkbookSnapshot; readonly after: WorkbookSnapshot; version: number };

type SavedSheet = WorkbookSnapshot['sheets'][number];

/** An act whose changes are looked up when somebody asks to undo it: few acts are ever undone. */
interface Recorded {
  readonly before: WorkbookSnapshot;
  readonly after: WorkbookSnapshot;
  readonly moved: boolean;
  readonly version: number;
}

const MAX_ENTRIES = 100;

const cellOf = (row: Row | null, column: number): Cell =>
  row === null
    ? EMPTY_CELL
    : {
        value: row.values[column] ?? null,
        formula: row.get('formula', column),
        style: row.get('style', column),
        note: row.get('note', column),
        validation: row.get('validation', column),
        rich: row.get('rich', column),
      };

const sameCell = (one: Cell, other: Cell): boolean =>
  one.value === other.value &&
  one.formula === other.formula &&
  one.style === other.style &&
  one.note === other.note &&
  one.validation === other.validation &&
  one.rich === other.rich;

const widthOf = (row: Row | null): number =>
  row === null ? 0 : Math.max(row.values.length, ...LAYER_NAMES.map((name) => row.layers[name]?.length ?? 0));

/** Rows that neither state has written since are the same objects, so the search is quick. */
const changedCells = (before: SavedSheet, after: SavedSheet): ChangedCell[] => {
  const changed: ChangedCell[] = [];
  for (let row = 0; row < Math.max(before.rows.length, after.rows.length); row += 1) {
    const [old, now] = [before.rows[row] ?? null, after.rows[row] ?? null];
    if (old === now) continue;
    for (let column = 0; column < Math.max(widthOf(old), widthOf(now)); column += 1) {
      const [was, is] = [cellOf(old, column), cellOf(now, column)];
      if (!sameCell(was, is)) changed.push({ row, column, before: was, after: is });
    }
  }
  return changed;
};

const shapeOf = (saved: WorkbookSnapshot): string =>
  JSON.stringify(saved.sheets.map(({ id, records }) => [id, records.maxRows, records.maxColumns]));

// Maps do not show in JSON; a filter's conditions must.
const textOf = (records: SheetRecords): string =>
  JSON.stringify(records, (_key, value: unknown) => (value instanceof Map ? [...value] : value));

const entryOf = ({ before, after, moved, version }: Recorded): Entry | null => {
  if (moved || shapeOf(before) !== shapeOf(after)) return { kind: 'states', before, after, version };
  const sheets = before.sheets.flatMap((old, index): ChangedSheet[] => {
    const now = after.sheets[index];
    if (!now) return [];
    const cells = changedCells(old, now);
    const records = textOf(old.records) === textOf(now.records) ? null : { before: old.records, after: now.records };
    return cells.length === 0 && records === null ? [] : [{ id: old.id, cells, records }];
  });
  return sheets.length === 0 ? null : { kind: 'cells', sheets };
};

/** What was touched, for the events that follow. */
export interface Undone {
  readonly sheet: Sheet;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * What the person can undo and do again. A cell that somebody else (a script, a form) has changed since is left as it is;
 * moved rows, columns and tabs can be put back only while nothing else has changed.
 */
export class UndoStack {
  readonly #done: (Entry | Recorded)[] = [];
  readonly #undone: (Entry | Recorded)[] = [];

  /** Runs an act and remembers what it changed. `moved`: it moves rows, columns or tabs even if the sizes stay. */
  record<T>(workbook: Workbook, moved: boolean, act: () => T): T {
    const before = workbook.snapshot();
    const { version } = workbook;
    const result = act();
    if (workbook.version === version) return result;
    this.#done.push({ before, after: workbook.snapshot(), moved, version: workbook.version });
    if (this.#done.length > MAX_ENTRIES) this.#done.shift();
    this.#undone.length = 0;
    return result;
  }

  /** Undoes the last act; a text tells why it could not be. */
  undo(workbook: Workbook): Undone[] | string {
    return this.#move(workbook, this.#done, this.#undone, 'before', 'Det finns inget att ångra.');
  }

  redo(workbook: Workbook): Undone[] | string {
    return this.#move(workbook, this.#undone, this.#done, 'after', 'Det finns inget att göra om.');
  }

  forget(): void {
    this.#done.length = 0;
    this.#undone.length = 0;
  }

  #move(
    workbook: Workbook,
    from: (Entry | Recorded)[],
    to: (Entry | Recorded)[],
    side: 'before' | 'after',
    none: string,
  ): Undone[] | string {
    const entry = takeLast(from);
    if (!entry) return none;
    if (entry.kind === 'states') {
      if (workbook.version !== entry.version) {
        this.forget();
        return 'Det går inte att ångra längre, för arbetsboken har ändrats sedan dess.';
      }
      workbook.restore(entry[side]);
      entry.version = workbook.version;
      to.push(entry);
      return [];
    }
    to.push(entry);
    return entry.sheets.flatMap((changed) => putBack(workbook, changed, side));
  }
}

/** The last act that changed anything. */
const takeLast = (from: (Entry | Recorded)[]): Entry | null => {
  for (let last = from.pop(); last; last = from.pop()) {
    const entry = 'kind' in last ? last : entryOf(last);
    if (entry) return entry;
  }
  return null;
};

const putBack = (workbook: Workbook, changed: ChangedSheet, side: 'before' | 'after'): Undone[] => {
  const sheet = workbook.sheetById(changed.id);
  if (!sheet) return [];
  const other = side === 'before' ? 'after' : 'before';
  const { records } = changed;
  if (records && textOf(sheet.records) === textOf(records[other])) sheet.records = copyRecords(records[side]);
  const mine = changed.cells.filter((cell) => sameCell(cellAt(sheet, cell.row, cell.column), cell[other]));
  for (const cell of mine) placeCell(sheet, cell.row, cell.column, cell[side]);
  sheet.touch(true);
  if (mine.length === 0) return [];
  const rows = mine.map((cell) => cell.row);
  const columns = mine.map((cell) => cell.column);
  return [
    {
      sheet,
      top: Math.min(...rows),
      left: Math.min(...columns),
      bottom: Math.max(...rows) + 1,
      right: Math.max(...columns) + 1,
    },
  ];
};
