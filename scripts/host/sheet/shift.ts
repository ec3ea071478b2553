import { OPEN_END, type Rect } from './address.ts';

export type Axis = 'rows' | 'columns';

/** What happens to the rows (or columns) of a sheet; positions count from 0. */
export type Change =
  | {
      readonly kind: 'insert';
      readonly axis: Axis;
      readonly at: number;
      readonly count: number;
      /** New rows look like the ones that they push away, not like those before them. */
      readonly likeNext?: boolean;
    }
  | { readonly kind: 'delete'; readonly axis: Axis; readonly at: number; readonly count: number }
  /** `to` is the position before which the block stands, counted before the move. */
  | { readonly kind: 'move'; readonly axis: Axis; readonly at: number; readonly count: number; readonly to: number };

/** Where a row or column stands after the change; null when it was deleted. */
export function shiftIndex(index: number, change: Change): number | null {
  if (index >= OPEN_END) return index;
  const { at, count } = change;
  if (change.kind === 'insert') return index >= at ? index + count : index;
  if (change.kind === 'delete') {
    if (index < at) return index;
    return index < at + count ? null : index - count;
  }
  if (index >= at && index < at + count)
    return change.to > at ? index + (change.to - at - count) : index - (at - change.to);
  if (change.to > at && index >= at + count && index < change.to) return index - count;
  if (change.to < at && index >= change.to && index < at) return index + count;
  return index;
}

/**
 * Where a span [start, end) stands after the change; null when all of it was deleted. A span grows by what is inserted
 * inside it and follows its own rows when all of them move; a move of a part leaves the outer ends on the rows that
 * stood there, as Sheets does with references.
 */
export function shiftSpan(start: number, end: number, change: Change): [number, number] | null {
  const { at, count } = change;
  if (change.kind === 'insert') {
    if (at <= start) return [start + count, grow(end, count)];
    return at < end ? [start, grow(end, count)] : [start, end];
  }
  if (change.kind === 'delete') {
    const newStart = start < at ? start : Math.max(at, start - count);
    const newEnd = end >= OPEN_END ? end : end <= at ? end : Math.max(at, end - count);
    return newStart >= newEnd ? null : [newStart, newEnd];
  }
  const first = shiftIndex(start, change) ?? start;
  if (end >= OPEN_END) return [Math.min(first, start), end];
  const last = shiftIndex(end - 1, change) ?? end - 1;
  return first <= last ? [first, last + 1] : [last, first + 1];
}

function grow(end: number, count: number): number {
  return end >= OPEN_END ? end : end + count;
}

/** Where a rectangle stands after the change; null when it was deleted wholly. */
export function shiftRect(range: Rect, change: Change): Rect | null {
  if (change.axis === 'rows') {
    const span = shiftSpan(range.top, range.bottom, change);
    return span && { top: span[0], left: range.left, bottom: span[1], right: range.right };
  }
  const span = shiftSpan(range.left, range.right, change);
  return span && { top: range.top, left: span[0], bottom: range.bottom, right: span[1] };
}

/** Applies the change to an array that is indexed by row or column; `fill` makes what is inserted. */
export function shiftArray<T>(items: T[], change: Change, fill: () => T): void {
  const { at, count } = change;
  if (change.kind === 'insert') {
    if (at >= items.length) return;
    items.splice(at, 0, ...Array.from({ length: count }, fill));
  } else if (change.kind === 'delete') {
    if (at < items.length) items.splice(at, count);
  } else {
    const reach = Math.max(at + count, change.to);
    while (items.length < reach) items.push(fill());
    const block = items.splice(at, count);
    items.splice(change.to > at ? change.to - count : change.to, 0, ...block);
  }
}
