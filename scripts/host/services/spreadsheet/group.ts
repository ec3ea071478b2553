import { ApiError } from '../../runtime/contract.ts';
import type { Rect } from '../../sheet/address.ts';
import type { GroupRecord } from '../../sheet/rules.ts';
import type { Sheet as GridSheet } from '../../sheet/sheet.ts';
import type { Book } from './book.ts';
import type { Range } from './range.ts';

type Axis = 'rows' | 'columns';

/** How many groups a row or column (from 0) lies in. */
export function groupDepth(sheet: GridSheet, axis: Axis, index: number): number {
  return sheet.records.groups.filter((one) => one.axis === axis && one.start <= index && one.end > index).length;
}

/** Hides what lies in collapsed groups and shows what does not. */
export function applyGroups(sheet: GridSheet, axis: Axis, start: number, end: number): void {
  for (let index = start; index < end; index += 1) {
    const hidden = sheet.records.groups.some(
      (one) => one.axis === axis && one.collapsed && one.start <= index && one.end > index,
    );
    sheet.setSize(axis, index, { hidden });
  }
  sheet.touch(false);
}

/** Adds a level of grouping, or takes one away with a negative number. */
export function shiftGroupDepth(sheet: GridSheet, axis: Axis, start: number, end: number, delta: number): void {
  const { records } = sheet;
  for (let step = 0; step < delta; step += 1) records.groups.push({ axis, start, end, collapsed: false });
  for (let step = 0; step > delta; step -= 1) {
    const inner = records.groups
      .filter((one) => one.axis === axis && one.start < end && one.end > start)
      .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    if (!inner) break;
    records.groups = records.groups.filter((one) => one !== inner);
    if (inner.start < start) records.groups.push({ ...inner, end: start });
    if (inner.end > end) records.groups.push({ ...inner, start: end });
    applyGroups(sheet, axis, inner.start, inner.end);
  }
  sheet.touch(false);
}

function fold(sheet: GridSheet, groups: readonly GroupRecord[], collapsed: boolean): void {
  for (const group of groups) {
    group.collapsed = collapsed;
    applyGroups(sheet, group.axis, group.start, group.end);
  }
}

function touches({ axis, start, end }: GroupRecord, rect: Rect): boolean {
  return axis === 'rows' ? start < rect.bottom && end > rect.top : start < rect.right && end > rect.left;
}

/** Collapses the groups that lie wholly within the rectangle; where none does, the deepest open one that it touches. */
export function collapseGroups(sheet: GridSheet, rect: Rect): void {
  const { groups } = sheet.records;
  const within = groups.filter(({ axis, start, end }) =>
    axis === 'rows' ? start >= rect.top && end <= rect.bottom : start >= rect.left && end <= rect.right,
  );
  const touched = groups.filter((one) => !one.collapsed && touches(one, rect));
  const shortest = touched.sort((a, b) => a.end - a.start - (b.end - b.start)).slice(0, 1);
  fold(sheet, within.length > 0 ? within : shortest, true);
}

/** Expands the groups whose rows or columns, or whose toggle beside them, the rectangle touches; of several in one place the outermost. */
export function expandGroups(sheet: GridSheet, rect: Rect): void {
  const before = sheet.records.groupControlsBefore ?? [];
  const places = new Set<string>();
  const chosen = sheet.records.groups.filter((group) => {
    const { axis, start, end } = group;
    const withToggle = before.includes(axis) ? { ...group, start: start - 1 } : { ...group, end: end + 1 };
    const place = `${axis} ${start} ${end}`;
    if (!group.collapsed || !touches(withToggle, rect) || places.has(place)) return false;
    places.add(place);
    return true;
  });
  fold(sheet, chosen, false);
}

/** A group of rows or columns that can be collapsed (reference: spreadsheet/Group). */
export class Group {
  static readonly api = 'Spreadsheet.Group';
  private readonly book: Book;
  private readonly sheetId: number;
  private readonly axis: Axis;
  private readonly start: number;
  private readonly end: number;
  private readonly depth: number;

  constructor(book: Book, sheetId: number, record: GroupRecord, depth: number) {
    this.book = book;
    this.sheetId = sheetId;
    this.axis = record.axis;
    this.start = record.start;
    this.end = record.end;
    this.depth = depth;
  }

  private get record(): GroupRecord {
    const found = this.book
      .grid(this.sheetId)
      .records.groups.find((one) => one.axis === this.axis && one.start === this.start && one.end === this.end);
    if (!found) throw new ApiError('Group has been removed.');
    return found;
  }

  private change(method: string, effect: (record: GroupRecord) => void): this {
    this.book.change(`Group.${method}`, () => {
      effect(this.record);
      applyGroups(this.book.grid(this.sheetId), this.axis, this.start, this.end);
    });
    return this;
  }

  collapse(): this {
    return this.change('collapse', (record) => {
      record.collapsed = true;
    });
  }

  expand(): this {
    return this.change('expand', (record) => {
      record.collapsed = false;
    });
  }

  isCollapsed(): boolean {
    return this.book.look('Group.isCollapsed', () => this.record.collapsed);
  }

  getControlIndex(): number {
    return this.end + 1;
  }

  getDepth(): number {
    return this.depth;
  }

  getRange(): Range {
    const { start, end } = this;
    const { maxRows, maxColumns } = this.book.free('Group.getRange', () => {
      const sheet = this.book.grid(this.sheetId);
      return { maxRows: sheet.maxRows, maxColumns: sheet.maxColumns };
    });
    return this.book.range(
      this.sheetId,
      this.axis === 'rows'
        ? { top: start, bottom: end, left: 0, right: maxColumns }
        : { top: 0, bottom: maxRows, left: start, right: end },
    );
  }

  remove(): void {
    this.book.change('Group.remove', () => {
      const sheet = this.book.grid(this.sheetId);
      const { record } = this;
      sheet.records.groups = sheet.records.groups.filter((one) => one !== record);
      applyGroups(sheet, this.axis, this.start, this.end);
    });
  }
}
