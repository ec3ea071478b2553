import type { Rect } from './address.ts';
import type { Sheet } from './sheet.ts';

function filled(sheet: Sheet, row: number, column: number): boolean {
  const value = sheet.value(row, column);
  return value !== null && value !== '';
}

function anyFilled(sheet: Sheet, area: Rect): boolean {
  for (let row = Math.max(0, area.top); row < Math.min(area.bottom, sheet.maxRows); row += 1) {
    for (let column = Math.max(0, area.left); column < Math.min(area.right, sheet.maxColumns); column += 1) {
      if (filled(sheet, row, column)) return true;
    }
  }
  return false;
}

/**
 * The range grown in the four directions as long as a line beside it holds data (reference: Range.getDataRegion);
 * `dimension` limits it to ROWS or COLUMNS.
 */
export function dataRegion(sheet: Sheet, start: Rect, dimension: string | null): Rect {
  const region = { ...start };
  const grows = (side: Partial<Rect>): boolean => anyFilled(sheet, { ...region, ...side });
  for (;;) {
    const { top, left, bottom, right } = region;
    if (dimension !== 'COLUMNS' && grows({ top: top - 1, bottom: top })) region.top -= 1;
    else if (dimension !== 'COLUMNS' && grows({ top: bottom, bottom: bottom + 1 })) region.bottom += 1;
    else if (dimension !== 'ROWS' && grows({ left: left - 1, right: left })) region.left -= 1;
    else if (dimension !== 'ROWS' && grows({ left: right, right: right + 1 })) region.right += 1;
    else return region;
  }
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  UP: [-1, 0],
  DOWN: [1, 0],
  PREVIOUS: [0, -1],
  NEXT: [0, 1],
};

/** Where Ctrl and an arrow key lead from a cell: to the edge of the data, the next data, or the edge of the sheet. */
export function nextDataCell(
  sheet: Sheet,
  row: number,
  column: number,
  direction: string,
): { row: number; column: number } {
  const [down, right] = STEPS[direction] ?? [1, 0];
  const inside = (r: number, c: number): boolean => r >= 0 && c >= 0 && r < sheet.maxRows && c < sheet.maxColumns;
  let [r, c] = [row, column];
  if (!inside(r + down, c + right)) return { row, column };
  const along = filled(sheet, r, c) && filled(sheet, r + down, c + right);
  do {
    r += down;
    c += right;
  } while (inside(r + down, c + right) && (along ? filled(sheet, r + down, c + right) : !filled(sheet, r, c)));
  return { row: r, column: c };
}
