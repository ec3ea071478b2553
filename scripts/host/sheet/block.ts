import { containsRect, type Rect } from './address.ts';
import { mapReferences, referenceRect, relocateFormula } from './formula-text.ts';
import type { Raw } from './row.ts';
import type { RichText, Validation } from './rules.ts';
import type { Sheet } from './sheet.ts';
import type { Style } from './style.ts';

/** A cell with everything that belongs to it. */
export interface Cell {
  readonly value: Raw;
  readonly formula: string | null;
  readonly style: Style | null;
  readonly note: string | null;
  readonly validation: Validation | null;
  readonly rich: RichText | null;
}

export const EMPTY_CELL: Cell = { value: null, formula: null, style: null, note: null, validation: null, rich: null };

/** The cells of a rectangle with the place they were taken from, so that formulas can follow. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly cells: readonly (readonly Cell[])[];
}

/** Which parts of a cell a copy carries. */
export interface Parts {
  readonly content?: boolean;
  readonly style?: boolean;
  readonly note?: boolean;
  readonly validation?: boolean;
}

export const ALL_PARTS: Parts = { content: true, style: true, note: true, validation: true };

export function cellAt(sheet: Sheet, row: number, column: number): Cell {
  const found = sheet.row(row);
  if (!found) return EMPTY_CELL;
  return {
    value: found.values[column] ?? null,
    formula: found.get('formula', column),
    style: found.get('style', column),
    note: found.get('note', column),
    validation: found.get('validation', column),
    rich: found.get('rich', column),
  };
}

export function takeBlock(sheet: Sheet, range: Rect): Block {
  const cells: Cell[][] = [];
  for (let row = range.top; row < range.bottom; row += 1) {
    const line: Cell[] = [];
    for (let column = range.left; column < range.right; column += 1) line.push(cellAt(sheet, row, column));
    cells.push(line);
  }
  return { top: range.top, left: range.left, cells };
}

/** Writes one cell; the caller touches the sheet. */
export function placeCell(sheet: Sheet, row: number, column: number, cell: Cell, parts: Parts = ALL_PARTS): void {
  if (cell === EMPTY_CELL && !sheet.row(row)) return;
  const target = sheet.writable(row);
  if (parts.content) {
    sheet.put(target, column, cell.value, cell.formula);
    if (cell.rich || target.layers.rich) target.set('rich', column, cell.rich);
  }
  if (parts.style && (cell.style || target.layers.style)) target.set('style', column, cell.style);
  if (parts.note && (cell.note || target.layers.note)) target.set('note', column, cell.note);
  if (parts.validation && (cell.validation || target.layers.validation))
    target.set('validation', column, cell.validation);
}

/** Puts a block elsewhere. `follow`: relative references of its formulas move with it, as in a copy. */
export function placeBlock(
  sheet: Sheet,
  top: number,
  left: number,
  block: Block,
  parts: Parts = ALL_PARTS,
  follow = true,
): void {
  block.cells.forEach((line, rowOffset) => {
    line.forEach((cell, columnOffset) => {
      const row = top + rowOffset;
      const column = left + columnOffset;
      const moved =
        follow && cell.formula ? relocateFormula(cell.formula, top - block.top, left - block.left) : cell.formula;
      placeCell(sheet, row, column, moved === cell.formula ? cell : { ...cell, formula: moved }, parts);
    });
  });
  sheet.touch(true);
}

/** Makes references to cells inside `from` follow to where the block went (cut and paste). */
export function followMoved(from: Sheet, range: Rect, to: Sheet, rows: number, columns: number): void {
  const { workbook } = from;
  for (const sheet of workbook.sheets) {
    if (sheet.formulaCount === 0) continue;
    sheet.rows.forEach((row, index) => {
      row?.layers.formula?.forEach((formula, column) => {
        if (!formula) return;
        const next = mapReferences(formula, (reference) => {
          const named = reference.sheetName ?? sheet.name;
          if (named.toLowerCase() !== from.name.toLowerCase() || !containsRect(range, referenceRect(reference)))
            return reference;
          const shift = (corner: typeof reference.start): typeof reference.start => ({
            ...corner,
            row: (corner.row ?? 0) + rows,
            column: (corner.column ?? 0) + columns,
          });
          const sheetName = to === sheet ? reference.sheetName && to.name : to.name;
          return { sheetName, start: shift(reference.start), end: reference.end && shift(reference.end) };
        });
        if (next !== formula) sheet.writable(index).set('formula', column, next);
      });
    });
    sheet.touch(true);
  }
  for (const named of workbook.records.namedRanges) {
    if (named.sheetId === from.id && containsRect(range, named.range)) {
      const { top, left, bottom, right } = named.range;
      named.sheetId = to.id;
      named.range = { top: top + rows, left: left + columns, bottom: bottom + rows, right: right + columns };
    }
  }
}

/** Empties cells; `parts` tells what of them. */
export function clearBlock(sheet: Sheet, range: Rect, parts: Parts): void {
  const bottom = Math.min(range.bottom, sheet.rows.length);
  for (let index = range.top; index < bottom; index += 1) {
    const found = sheet.row(index);
    if (!found) continue;
    const row = sheet.writable(index);
    const right = Math.min(range.right, sheet.maxColumns);
    const widest = Math.max(row.values.length, ...Object.values(row.layers).map((layer) => layer?.length ?? 0));
    for (let column = range.left; column < Math.min(right, widest); column += 1) {
      placeCell(sheet, index, column, EMPTY_CELL, parts);
    }
  }
  sheet.touch(parts.content === true);
}
