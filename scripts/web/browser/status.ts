import { concerns } from '../grid/protection.ts';
import type { GridArea, GridSheet } from '../grid/view.ts';

export const columnName = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

export const nameOf = (area: GridArea): string => {
  const first = `${columnName(area.column)}${area.row + 1}`;
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${columnName(area.column + area.columns - 1)}${area.row + area.rows}`;
};

/** What the line below the grid says about the marked cell; it is read aloud, too. */
export const describe = (sheet: GridSheet, area: GridArea): string => {
  const cell = sheet.cells[area.row]?.[area.column];
  const headingRow = Math.max(0, sheet.frozenRows - 1);
  const heading =
    sheet.frozenRows > 0 && area.row > headingRow
      ? Array.from({ length: sheet.frozenRows }, (_, index) => headingRow - index)
          .filter((row) => !sheet.hiddenRows.includes(row))
          .map((row) => sheet.cells[row]?.[area.column]?.d ?? '')
          .find((text) => text !== '')
      : undefined;
  const value =
    cell === undefined ? 'tom' : cell.b === undefined ? cell.d || 'tom' : cell.b ? 'ikryssad' : 'inte ikryssad';
  const first = { ...area, rows: 1, columns: 1 };
  const hints = sheet.hints.filter((hint) => concerns(hint, first)).map((hint) => hint.text);
  return [
    `${sheet.name} ${nameOf(area)}`,
    heading === undefined ? value : `${heading}: ${value}`,
    ...(cell?.note === undefined ? [] : [`Anteckning: ${cell.note}`]),
    ...new Set(hints),
  ].join(' · ');
};
