/** A request that the sheet refuses; the message is the one that Apps Script shows. */
export class SheetError extends Error {
  override readonly name = 'SheetError';
}

export const OFF_GRID = 'The coordinates of the range are outside the dimensions of the sheet.';

/** What row and column operations say of positions that the grid does not have. */
export function outOfBounds(axis: 'rows' | 'columns'): string {
  return `Those ${axis} are out of bounds.`;
}

export const TOO_MANY_CELLS =
  'This action would increase the number of cells in the workbook above the limit of 10000000 cells.';
export const TOO_MANY_CHARACTERS = 'Your input contains more than the maximum of 50000 characters in a single cell.';
export const FILTER_EXISTS = "You can't create a filter in a sheet that already has a filter.";
