import { isDeepStrictEqual } from 'node:util';
import { type Cell, cellAt, EMPTY_CELL, placeCell } from './block.ts';
import { LAYER_NAMES, type Row } from './row.ts';
import { copyRecords, type Sheet } from './sheet.ts';
import type { SavedSheet, Workbook, WorkbookSnapshot } from './workbook.ts';

interface ChangedCell {
  readonly row: number;
  readonly column: number;
  readonly before: Cell;
  readonly after: Cell;
}

/** A sheet whose rows and columns stand where they stood: its cells are put back one by one. */
interface ChangedSheet {
  readonly before: SavedSheet;
  readonly after: SavedSheet;
  readonly cells: readonly ChangedCell[];
}

/** What an act changed. `moved`: sheets that came, went, or whose rows or columns moved: they are put back whole. */
interface Changes {
  readonly cells: readonly ChangedSheet[];
  readonly moved: readonly number[];
  /** The order of the tabs changed, or what names rows and columns of the workbook. */
  readonly frame: boolean;
}

/** An act of a person. Its changes are looked up when somebody asks to undo it: few acts are ever undone. */
interface Act {
  readonly before: WorkbookSnapshot;
  readonly after: WorkbookSnapshot;
  readonly moved: number | null;
}

type Side = 'before' | 'after';

const MAX_ACTS = 100;

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
  one.note === other.note &&
  isDeepStrictEqual(one.style, other.style) &&
  isDeepStrictEqual(one.validation, other.validation) &&
  isDeepStrictEqual(one.rich, other.rich);

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

const saved = (state: WorkbookSnapshot, id: number): SavedSheet | null =>
  state.sheets.find((sheet) => sheet.id === id) ?? null;

const sameSize = ({ records: one }: SavedSheet, { records: other }: SavedSheet): boolean =>
  one.maxRows === other.maxRows && one.maxColumns === other.maxColumns;

const sameSheet = (one: SavedSheet | null, other: SavedSheet | null): boolean =>
  one === null || other === null
    ? one === other
    : isDeepStrictEqual(one.records, other.records) && changedCells(one, other).length === 0;

const sameFrame = (one: WorkbookSnapshot, other: WorkbookSnapshot): boolean => {
  const frameOf = ({ records, sheets }: WorkbookSnapshot) => [
    sheets.map(({ id }) => id),
    records.namedRanges,
    records.metadata,
  ];
  return isDeepStrictEqual(frameOf(one), frameOf(other));
};

const changesOf = ({ before, after, moved }: Act): Changes | null => {
  const ids = [...new Set([...before.sheets, ...after.sheets].map(({ id }) => id))];
  const cells: ChangedSheet[] = [];
  const whole: number[] = [];
  for (const id of ids) {
    const [old, now] = [saved(before, id), saved(after, id)];
    if (sameSheet(old, now)) continue;
    if (old === null || now === null || id === moved || !sameSize(old, now)) whole.push(id);
    else cells.push({ before: old, after: now, cells: changedCells(old, now) });
  }
  const frame = !sameFrame(before, after);
  return cells.length === 0 && whole.length === 0 && !frame ? null : { cells, moved: whole, frame };
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
 * moved rows, columns and tabs can be put back only while nothing else has changed in the same tab.
 */
export class UndoStack {
  readonly #done: Act[] = [];
  readonly #undone: Act[] = [];

  /** Runs an act and remembers what it changed. `moved`: the sheet whose rows or columns it moves while the size stays. */
  record<T>(workbook: Workbook, moved: number | null, act: () => T): T {
    const before = workbook.snapshot();
    const { version } = workbook;
    const result = act();
    if (workbook.version === version) return result;
    this.#done.push({ before, after: workbook.snapshot(), moved });
    if (this.#done.length > MAX_ACTS) this.#done.shift();
    this.#undone.length = 0;
    return result;
  }

  /** Undoes the last act; a text tells why it could not be. Empty when it moved something. */
  undo(workbook: Workbook): Undone[] | string {
    return this.#move(workbook, this.#done, this.#undone, 'before') ?? 'Det finns inget att ångra.';
  }

  redo(workbook: Workbook): Undone[] | string {
    return this.#move(workbook, this.#undone, this.#done, 'after') ?? 'Det finns inget att göra om.';
  }

  forget(): void {
    this.#done.length = 0;
    this.#undone.length = 0;
  }

  #move(workbook: Workbook, from: Act[], to: Act[], side: Side): Undone[] | string | null {
    for (let act = from.pop(); act; act = from.pop()) {
      const changes = changesOf(act);
      if (!changes) continue;
      const expected = act[side === 'before' ? 'after' : 'before'];
      const now = workbook.snapshot();
      const intact =
        changes.moved.every((id) => sameSheet(saved(now, id), saved(expected, id))) &&
        (!changes.frame || sameFrame(now, expected));
      if (!intact) {
        this.forget();
        return 'Det går inte att ångra längre, för arbetsboken har ändrats sedan dess.';
      }
      to.push(act);
      if (changes.moved.length > 0 || changes.frame) workbook.restorePart(act[side], changes);
      const undone = changes.cells.flatMap((changed) => putBack(workbook, changed, side));
      return changes.moved.length > 0 || changes.frame ? [] : undone;
    }
    return null;
  }
}

const putBack = (workbook: Workbook, changed: ChangedSheet, side: Side): Undone[] => {
  const sheet = workbook.sheetById(changed.before.id);
  if (!sheet) return [];
  const other = side === 'before' ? 'after' : 'before';
  if (isDeepStrictEqual(sheet.records, changed[other].records)) sheet.records = copyRecords(changed[side].records);
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
