import type { GridCell, GridPatch, GridSheet } from './view.ts';

type Cells = GridSheet['cells'];

const sameCell = (one: GridCell, other: GridCell): boolean =>
  one.d === other.d && one.i === other.i && one.b === other.b && one.s === other.s && one.note === other.note;

const changedCells = (before: Cells, after: Cells): Record<string, Record<string, GridCell | null>> | undefined => {
  const changed: Record<string, Record<string, GridCell | null>> = {};
  let any = false;
  const set = (row: string, column: string, cell: GridCell | null): void => {
    const line = changed[row] ?? {};
    line[column] = cell;
    changed[row] = line;
    any = true;
  };
  for (const [row, line] of Object.entries(after)) {
    const old = before[row] ?? {};
    for (const [column, cell] of Object.entries(line)) {
      const known = old[column];
      if (!known || !sameCell(known, cell)) set(row, column, cell);
    }
  }
  for (const [row, line] of Object.entries(before)) {
    for (const column of Object.keys(line)) if (!after[row]?.[column]) set(row, column, null);
  }
  return any ? changed : undefined;
};

const frameOf = ({ cells: _cells, ...frame }: GridSheet): Omit<GridSheet, 'cells'> => frame;

/** What one sheet's change takes to draw, or null when nothing changed. `before` is undefined for a new sheet. */
export const diffSheet = (before: GridSheet | undefined, after: GridSheet): GridPatch['sheets'][number] | null => {
  const frame = frameOf(after);
  const frameChanged = before === undefined || JSON.stringify(frameOf(before)) !== JSON.stringify(frame);
  const cells = changedCells(before?.cells ?? {}, after.cells);
  if (!frameChanged && cells === undefined) return null;
  return { id: after.id, ...(frameChanged ? { frame } : {}), ...(cells === undefined ? {} : { cells }) };
};
