import { columnIndex, columnName, OPEN_END, quoteSheetName, type Rect } from './address.ts';
import { type Change, shiftRect } from './shift.ts';

/** A corner of a reference; an open row or column (in "A:A") is null. */
export interface Corner {
  readonly row: number | null;
  readonly column: number | null;
  readonly absoluteRow: boolean;
  readonly absoluteColumn: boolean;
}

export interface Reference {
  /** The sheet's name, or null for the formula's own sheet. */
  readonly sheetName: string | null;
  readonly start: Corner;
  /** Null for a single cell. */
  readonly end: Corner | null;
}

type Piece = string | Reference;

const CORNERS = String.raw`\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+|:\$?[A-Za-z]{1,3}|:\$?\d+)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?:\$?\d+)?|\$?\d+:\$?\d+`;
const TOKEN = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(${CORNERS})(?![\p{L}\p{N}_(!])|[\p{L}_][\p{L}\p{N}_.]*`,
  'gu',
);
const CORNER = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?$/;

const cache = new Map<string, readonly Piece[]>();
const CACHE_SIZE = 20_000;

function parseCorner(text: string): Corner {
  const [, firstDollar, letters, secondDollar, digits] = CORNER.exec(text) ?? [];
  return {
    row: digits ? Number(digits) - 1 : null,
    column: letters ? columnIndex(letters) : null,
    absoluteRow: letters ? secondDollar === '$' : firstDollar === '$',
    absoluteColumn: letters ? firstDollar === '$' : false,
  };
}

/** A formula cut into its references and the text between them. */
export function piecesOf(formula: string): readonly Piece[] {
  const known = cache.get(formula);
  if (known) return known;
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of formula.matchAll(TOKEN)) {
    const body = match[2];
    if (!body) continue;
    if (match.index > from) pieces.push(formula.slice(from, match.index));
    from = match.index + match[0].length;
    const prefix = match[1];
    const sheetName =
      prefix === undefined ? null : prefix.startsWith("'") ? prefix.slice(1, -1).replaceAll("''", "'") : prefix;
    const [start = '', end] = body.split(':');
    pieces.push({ sheetName, start: parseCorner(start), end: end === undefined ? null : parseCorner(end) });
  }
  if (from < formula.length) pieces.push(formula.slice(from));
  if (cache.size > CACHE_SIZE) cache.clear();
  cache.set(formula, pieces);
  return pieces;
}

function cornerText({ row, column, absoluteRow, absoluteColumn }: Corner): string {
  const letters = column === null ? '' : `${absoluteColumn ? '$' : ''}${columnName(column)}`;
  return row === null ? letters : `${letters}${absoluteRow ? '$' : ''}${row + 1}`;
}

export function referenceText(reference: Reference): string {
  const prefix = reference.sheetName === null ? '' : `${quoteSheetName(reference.sheetName)}!`;
  const end = reference.end ? `:${cornerText(reference.end)}` : '';
  return `${prefix}${cornerText(reference.start)}${end}`;
}

/** The rectangle that a reference covers; open ends are OPEN_END. */
export function referenceRect({ start, end }: Reference): Rect {
  const last = end ?? start;
  const rows = [start.row, last.row];
  const columns = [start.column, last.column];
  const top = lowest(rows);
  const left = lowest(columns);
  return {
    top,
    left,
    bottom: rows.includes(null) ? OPEN_END : highest(rows),
    right: columns.includes(null) ? OPEN_END : highest(columns),
  };
}

function lowest(numbers: readonly (number | null)[]): number {
  const known = numbers.filter((number) => number !== null);
  return known.length > 0 ? Math.min(...known) : 0;
}

function highest(numbers: readonly (number | null)[]): number {
  return Math.max(...numbers.map((number) => number ?? 0)) + 1;
}

/** The formula with each reference put through `map`; null makes it #REF!. */
export function mapReferences(formula: string, map: (reference: Reference) => Reference | null): string {
  const pieces = piecesOf(formula);
  let same = true;
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else {
      const mapped = map(piece);
      if (mapped !== piece) same = false;
      text += mapped === piece ? referenceText(piece) : mapped ? referenceText(mapped) : '#REF!';
    }
  }
  return same ? formula : text;
}

/** The formula after rows or columns of the sheet called `changed` were inserted, deleted or moved. */
export function adjustFormula(formula: string, ownSheet: string, changed: string, change: Change): string {
  const lower = changed.toLowerCase();
  return mapReferences(formula, (reference) => {
    if ((reference.sheetName ?? ownSheet).toLowerCase() !== lower) return reference;
    const before = referenceRect(reference);
    const after = shiftRect(before, change);
    if (!after) return null;
    if (
      after.top === before.top &&
      after.left === before.left &&
      after.bottom === before.bottom &&
      after.right === before.right
    ) {
      return reference;
    }
    return withRect(reference, after);
  });
}

function withRect(reference: Reference, range: Rect): Reference {
  const place = (corner: Corner, row: number, column: number): Corner => ({
    ...corner,
    row: corner.row === null ? null : row,
    column: corner.column === null ? null : column,
  });
  const { start, end } = reference;
  return {
    ...reference,
    start: place(start, range.top, range.left),
    end: end && place(end, range.bottom - 1, range.right - 1),
  };
}

/** The formula as it reads when it is copied so many rows down and columns right: relative references follow. */
export function relocateFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const move = (corner: Corner): Corner | null => {
    const row = corner.row === null || corner.absoluteRow ? corner.row : corner.row + rows;
    const column = corner.column === null || corner.absoluteColumn ? corner.column : corner.column + columns;
    return (row ?? 0) < 0 || (column ?? 0) < 0 ? null : { ...corner, row, column };
  };
  return mapReferences(formula, (reference) => {
    const start = move(reference.start);
    const end = reference.end && move(reference.end);
    return start && (end || !reference.end) ? { ...reference, start, end } : null;
  });
}

/** The formula after a sheet got another name, or (null) was deleted. */
export function renameInFormula(formula: string, from: string, to: string | null): string {
  const lower = from.toLowerCase();
  return mapReferences(formula, (reference) =>
    reference.sheetName?.toLowerCase() === lower ? (to === null ? null : { ...reference, sheetName: to }) : reference,
  );
}

/** The formula in R1C1 notation, seen from a cell. */
export function toR1C1(formula: string, row: number, column: number): string {
  const part = (letter: string, index: number | null, absolute: boolean, own: number): string => {
    if (index === null) return '';
    return `${letter}${absolute ? index + 1 : index === own && !absolute ? '[0]' : `[${index - own}]`}`;
  };
  const corner = (one: Corner): string =>
    part('R', one.row, one.absoluteRow, row) + part('C', one.column, one.absoluteColumn, column);
  return piecesOf(formula)
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const prefix = piece.sheetName === null ? '' : `${quoteSheetName(piece.sheetName)}!`;
      return `${prefix}${corner(piece.start)}${piece.end ? `:${corner(piece.end)}` : ''}`;
    })
    .join('');
}

const R1C1 =
  /"(?:[^"]|"")*"|'(?:[^']|'')+'!?|(?<![\p{L}\p{N}_.])R(?:(\d+)|\[(-?\d+)\])?C(?:(\d+)|\[(-?\d+)\])?(?![\p{L}\p{N}_(])/giu;

/** A formula in R1C1 notation as A1 notation for a cell. */
export function fromR1C1(formula: string, row: number, column: number): string {
  return formula.replace(R1C1, (text, fixedRow, relativeRow, fixedColumn, relativeColumn) => {
    if (text.startsWith('"') || text.startsWith("'")) return text;
    const corner: Corner = {
      row: fixedRow ? Number(fixedRow) - 1 : row + Number(relativeRow ?? 0),
      column: fixedColumn ? Number(fixedColumn) - 1 : column + Number(relativeColumn ?? 0),
      absoluteRow: Boolean(fixedRow),
      absoluteColumn: Boolean(fixedColumn),
    };
    return (corner.row ?? 0) < 0 || (corner.column ?? 0) < 0 ? '#REF!' : cornerText(corner);
  });
}
