import { containsRect, intersects, type Rect } from './address.ts';
import { clearBlock, placeBlock, takeBlock } from './block.ts';
import { SheetError } from './errors.ts';
import type { Sheet } from './sheet.ts';

type Axis = 'rows' | 'columns';

function checkWhole(sheet: Sheet, area: Rect): void {
  if (sheet.records.merges.some((merge) => intersects(merge, area) && !containsRect(area, merge))) {
    throw new SheetError('You must select all cells in a merged range to merge or unmerge them.');
  }
}

/** Whether the line behind the last frozen row (or column) runs through a range. */
function crosses(range: Rect, axis: Axis, frozen: number): boolean {
  return axis === 'rows' ? range.top < frozen && range.bottom > frozen : range.left < frozen && range.right > frozen;
}

/** Merges parts of an area, of whose values only the first of each is kept. */
export function mergeCells(sheet: Sheet, area: Rect, parts: readonly Rect[]): void {
  const { records } = sheet;
  checkWhole(sheet, area);
  for (const axis of ['rows', 'columns'] as const) {
    const frozen = axis === 'rows' ? records.frozenRows : records.frozenColumns;
    if (parts.some((part) => crosses(part, axis, frozen)))
      throw new SheetError(`You can't merge frozen and non-frozen ${axis}.`);
  }
  records.merges = records.merges.filter((merge) => !intersects(merge, area));
  for (const part of parts) {
    if (part.bottom - part.top === 1 && part.right - part.left === 1) continue;
    const first = takeBlock(sheet, { ...part, bottom: part.top + 1, right: part.left + 1 });
    clearBlock(sheet, part, { content: true });
    placeBlock(sheet, part.top, part.left, first, { content: true }, false);
    records.merges.push(part);
  }
}

export function unmergeCells(sheet: Sheet, area: Rect): void {
  checkWhole(sheet, area);
  sheet.records.merges = sheet.records.merges.filter((merge) => !intersects(merge, area));
  sheet.touch(false);
}

/** Throws when so many frozen rows (or columns) would cut through a merged cell. */
export function checkFreeze(sheet: Sheet, axis: Axis, count: number): void {
  if (!sheet.records.merges.some((merge) => crosses(merge, axis, count))) return;
  throw new SheetError(
    `Sorry, you can't freeze ${axis} which contain only part of a merged cell. Try to break apart merged cells or freeze more ${axis} to include the complete merged cells.`,
  );
}
