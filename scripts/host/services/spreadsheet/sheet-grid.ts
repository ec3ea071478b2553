import { ApiError, type EnumValue } from '../../runtime/contract.ts';
import { enumValue } from '../../runtime/signatures.ts';
import { clearBlock, type Parts } from '../../sheet/block.ts';
import { outOfBounds } from '../../sheet/errors.ts';
import { permuteRows, sortableArea, sortOrder } from '../../sheet/order.ts';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT, type Sheet as GridSheet } from '../../sheet/sheet.ts';
import type { Axis } from '../../sheet/shift.ts';
import { checkRoom, restructure } from '../../sheet/structure.ts';
import { writeValues } from '../../sheet/write.ts';
import { cellInput } from './convert.ts';
import { applyGroups, Group, groupDepth } from './group.ts';
import type { Range } from './range.ts';
import { SheetBase } from './sheet-base.ts';

/** Rows and columns of a sheet: adding, removing, moving, hiding, sizing (reference: spreadsheet/Sheet). */
export class SheetGrid extends SheetBase {
  /** Writes below the last row with content and adds rows or columns where the grid ends. */
  appendRow(rowContents: readonly unknown[]): this {
    const inputs = rowContents.map(cellInput);
    this.book.write('Sheet.appendRow', inputs.length, () => {
      const sheet = this.grid;
      const row = sheet.dataSize().rows;
      grow(sheet, row + 1, inputs.length);
      const rect = { top: row, left: 0, bottom: row + 1, right: inputs.length };
      this.book.checkEditable(sheet, rect);
      writeValues(sheet, rect, [inputs]);
    });
    return this;
  }

  private structure(method: string, kind: 'insert' | 'delete', axis: Axis, position: number, count: number): this {
    this.change(method, (sheet) => {
      const size = axis === 'rows' ? sheet.maxRows : sheet.maxColumns;
      if (position < 1 || position > size + (kind === 'insert' ? 1 : 0)) throw new ApiError(outOfBounds(axis));
      restructure(sheet, {
        kind,
        axis,
        at: position - 1,
        count,
        ...(kind === 'insert' && { likeNext: !method.endsWith('After') }),
      });
    });
    return this;
  }

  insertRows(rowIndex: number, numRows = 1): void {
    this.structure('insertRows', 'insert', 'rows', rowIndex, numRows);
  }

  insertRowBefore(beforePosition: number): this {
    return this.structure('insertRowBefore', 'insert', 'rows', beforePosition, 1);
  }

  insertRowsBefore(beforePosition: number, howMany: number): this {
    return this.structure('insertRowsBefore', 'insert', 'rows', beforePosition, howMany);
  }

  insertRowAfter(afterPosition: number): this {
    return this.structure('insertRowAfter', 'insert', 'rows', afterPosition + 1, 1);
  }

  insertRowsAfter(afterPosition: number, howMany: number): this {
    return this.structure('insertRowsAfter', 'insert', 'rows', afterPosition + 1, howMany);
  }

  insertColumns(columnIndex: number, numColumns = 1): void {
    this.structure('insertColumns', 'insert', 'columns', columnIndex, numColumns);
  }

  insertColumnBefore(beforePosition: number): this {
    return this.structure('insertColumnBefore', 'insert', 'columns', beforePosition, 1);
  }

  insertColumnsBefore(beforePosition: number, howMany: number): this {
    return this.structure('insertColumnsBefore', 'insert', 'columns', beforePosition, howMany);
  }

  insertColumnAfter(afterPosition: number): this {
    return this.structure('insertColumnAfter', 'insert', 'columns', afterPosition + 1, 1);
  }

  insertColumnsAfter(afterPosition: number, howMany: number): this {
    return this.structure('insertColumnsAfter', 'insert', 'columns', afterPosition + 1, howMany);
  }

  deleteRow(rowPosition: number): this {
    return this.structure('deleteRow', 'delete', 'rows', rowPosition, 1);
  }

  deleteRows(rowPosition: number, howMany: number): void {
    this.structure('deleteRows', 'delete', 'rows', rowPosition, howMany);
  }

  deleteColumn(columnPosition: number): this {
    return this.structure('deleteColumn', 'delete', 'columns', columnPosition, 1);
  }

  deleteColumns(columnPosition: number, howMany: number): void {
    this.structure('deleteColumns', 'delete', 'columns', columnPosition, howMany);
  }

  /** `destinationIndex` is where the rows come to stand, counted before they are moved. */
  moveRows(rowSpec: Range, destinationIndex: number): void {
    this.move('moveRows', 'rows', rowSpec.rect.top, rowSpec.getNumRows(), destinationIndex);
  }

  moveColumns(columnSpec: Range, destinationIndex: number): void {
    this.move('moveColumns', 'columns', columnSpec.rect.left, columnSpec.getNumColumns(), destinationIndex);
  }

  private move(method: string, axis: Axis, at: number, count: number, destination: number): void {
    this.change(method, (sheet) => {
      const to = destination - 1;
      if (to > at && to < at + count) return;
      restructure(sheet, { kind: 'move', axis, at, count, to });
    });
  }

  sort(columnPosition: number, ascending = true): this {
    return this.set('sort', (sheet) => {
      if (columnPosition < 1 || columnPosition > sheet.maxColumns) throw new ApiError(outOfBounds('columns'));
      const area = sortableArea(sheet);
      permuteRows(sheet, area, sortOrder(sheet, area, [{ column: columnPosition - 1, ascending }]));
    });
  }

  private clearParts(method: string, parts: Parts): this {
    this.book.write(`Sheet.${method}`, 0, () => clearBlock(this.grid, this.grid.area, parts));
    return this;
  }

  clear(options?: { formatOnly?: boolean; contentsOnly?: boolean }): this {
    const { formatOnly, contentsOnly } = options ?? {};
    const all = !formatOnly && !contentsOnly;
    this.clearParts('clear', { content: all || contentsOnly === true, style: all || formatOnly === true });
    return all || formatOnly ? this.set('clear', (sheet) => clearRules(sheet)) : this;
  }

  clearContents(): this {
    return this.clearParts('clearContents', { content: true });
  }

  clearFormats(): this {
    this.clearParts('clearFormats', { style: true });
    return this.set('clearFormats', clearRules);
  }

  clearNotes(): this {
    return this.clearParts('clearNotes', { note: true });
  }

  private hide(method: string, axis: Axis, start: number, count: number, hidden: boolean): void {
    this.set(method, (sheet) => {
      const size = axis === 'rows' ? sheet.maxRows : sheet.maxColumns;
      if (start < 1 || count < 1 || start + count - 1 > size) throw new ApiError(outOfBounds(axis));
      for (let index = start - 1; index < start - 1 + count; index += 1) sheet.setSize(axis, index, { hidden });
    });
  }

  hideRows(rowIndex: number, numRows = 1): void {
    this.hide('hideRows', 'rows', rowIndex, numRows, true);
  }

  showRows(rowIndex: number, numRows = 1): void {
    this.hide('showRows', 'rows', rowIndex, numRows, false);
  }

  hideColumns(columnIndex: number, numColumns = 1): void {
    this.hide('hideColumns', 'columns', columnIndex, numColumns, true);
  }

  showColumns(columnIndex: number, numColumns = 1): void {
    this.hide('showColumns', 'columns', columnIndex, numColumns, false);
  }

  hideRow(row: Range): void {
    this.hide('hideRow', 'rows', row.getRow(), row.getNumRows(), true);
  }

  unhideRow(row: Range): void {
    this.hide('unhideRow', 'rows', row.getRow(), row.getNumRows(), false);
  }

  hideColumn(column: Range): void {
    this.hide('hideColumn', 'columns', column.getColumn(), column.getNumColumns(), true);
  }

  unhideColumn(column: Range): void {
    this.hide('unhideColumn', 'columns', column.getColumn(), column.getNumColumns(), false);
  }

  isRowHiddenByUser(rowPosition: number): boolean {
    return this.look('isRowHiddenByUser', (sheet) => sheet.rowSize(rowPosition - 1).hidden);
  }

  isRowHiddenByFilter(rowPosition: number): boolean {
    return this.look('isRowHiddenByFilter', (sheet) => sheet.rowSize(rowPosition - 1).filtered);
  }

  isColumnHiddenByUser(columnPosition: number): boolean {
    return this.look('isColumnHiddenByUser', (sheet) => sheet.columnSize(columnPosition - 1).hidden);
  }

  getRowHeight(rowPosition: number): number {
    return this.look('getRowHeight', (sheet) => sheet.rowSize(rowPosition - 1).size ?? DEFAULT_ROW_HEIGHT);
  }

  getColumnWidth(columnPosition: number): number {
    return this.look('getColumnWidth', (sheet) => sheet.columnSize(columnPosition - 1).size ?? DEFAULT_COLUMN_WIDTH);
  }

  private resize(method: string, axis: Axis, start: number, count: number, size: number | null): this {
    return this.set(method, (sheet) => {
      const length = axis === 'rows' ? sheet.maxRows : sheet.maxColumns;
      if (start < 1 || start + count - 1 > length) throw new ApiError(outOfBounds(axis));
      for (let index = start - 1; index < start - 1 + count; index += 1) sheet.setSize(axis, index, { size });
    });
  }

  /** Rows grow to fit their text, so a height below the standard has no effect; setRowHeightsForced has. */
  setRowHeight(rowPosition: number, height: number): this {
    return this.resize('setRowHeight', 'rows', rowPosition, 1, Math.max(height, DEFAULT_ROW_HEIGHT));
  }

  setRowHeights(startRow: number, numRows: number, height: number): this {
    return this.resize('setRowHeights', 'rows', startRow, numRows, Math.max(height, DEFAULT_ROW_HEIGHT));
  }

  setRowHeightsForced(startRow: number, numRows: number, height: number): this {
    return this.resize('setRowHeightsForced', 'rows', startRow, numRows, height);
  }

  setColumnWidth(columnPosition: number, width: number): this {
    return this.resize('setColumnWidth', 'columns', columnPosition, 1, width);
  }

  setColumnWidths(startColumn: number, numColumns: number, width: number): this {
    return this.resize('setColumnWidths', 'columns', startColumn, numColumns, width);
  }

  autoResizeColumn(columnPosition: number): this {
    return this.autoResizeColumns(columnPosition, 1);
  }

  autoResizeColumns(startColumn: number, numColumns: number): this {
    return this.set('autoResizeColumns', (sheet) => {
      for (let column = startColumn - 1; column < startColumn - 1 + numColumns; column += 1) {
        const longest = sheet.rows.reduce((most, row) => Math.max(most, String(row?.values[column] ?? '').length), 0);
        if (longest > 0) sheet.setSize('columns', column, { size: Math.max(21, 7 * longest + 10) });
      }
    });
  }

  autoResizeRows(startRow: number, numRows: number): this {
    return this.resize('autoResizeRows', 'rows', startRow, numRows, null);
  }

  private groupAt(axis: Axis, index: number, depth: number): Group {
    const record = this.look('getGroup', (sheet) => {
      const found = sheet.records.groups
        .filter((one) => one.axis === axis && one.start < index && one.end >= index)
        .sort((a, b) => b.end - b.start - (a.end - a.start))[depth - 1];
      return found ? { ...found } : null;
    });
    if (!record)
      throw new ApiError(
        `There is no ${axis === 'rows' ? 'row' : 'column'} group at index ${index} and group depth ${depth}.`,
      );
    return new Group(this.book, this.id, record, depth);
  }

  getRowGroup(rowIndex: number, groupDepthWanted: number): Group {
    return this.groupAt('rows', rowIndex, groupDepthWanted);
  }

  getColumnGroup(columnIndex: number, groupDepthWanted: number): Group {
    return this.groupAt('columns', columnIndex, groupDepthWanted);
  }

  getRowGroupDepth(rowIndex: number): number {
    return this.look('getRowGroupDepth', (sheet) => groupDepth(sheet, 'rows', rowIndex - 1));
  }

  getColumnGroupDepth(columnIndex: number): number {
    return this.look('getColumnGroupDepth', (sheet) => groupDepth(sheet, 'columns', columnIndex - 1));
  }

  private foldAll(method: string, axis: Axis, collapsed: (depth: number) => boolean): this {
    return this.set(method, (sheet) => {
      for (const group of sheet.records.groups) {
        if (group.axis !== axis) continue;
        const outer = sheet.records.groups.filter(
          (one) => one !== group && one.axis === axis && one.start <= group.start && one.end >= group.end,
        );
        group.collapsed = collapsed(outer.length + 1);
      }
      applyGroups(sheet, axis, 0, axis === 'rows' ? sheet.maxRows : sheet.maxColumns);
    });
  }

  collapseAllRowGroups(): this {
    return this.foldAll('collapseAllRowGroups', 'rows', () => true);
  }

  expandAllRowGroups(): this {
    return this.foldAll('expandAllRowGroups', 'rows', () => false);
  }

  collapseAllColumnGroups(): this {
    return this.foldAll('collapseAllColumnGroups', 'columns', () => true);
  }

  expandAllColumnGroups(): this {
    return this.foldAll('expandAllColumnGroups', 'columns', () => false);
  }

  expandRowGroupsUpToDepth(depth: number): this {
    return this.foldAll('expandRowGroupsUpToDepth', 'rows', (own) => own > depth);
  }

  expandColumnGroupsUpToDepth(depth: number): this {
    return this.foldAll('expandColumnGroupsUpToDepth', 'columns', (own) => own > depth);
  }

  private controlPosition(method: string, axis: 'rows' | 'columns'): EnumValue {
    const isBefore = this.look(method, ({ records }) => records.groupControlsBefore?.includes(axis) ?? false);
    return enumValue('Spreadsheet.GroupControlTogglePosition', isBefore ? 'BEFORE' : 'AFTER');
  }

  private placeControl(method: string, axis: 'rows' | 'columns', position: EnumValue): this {
    return this.set(method, ({ records }) => {
      const others = (records.groupControlsBefore ?? []).filter((one) => one !== axis);
      records.groupControlsBefore = position.name === 'BEFORE' ? [...others, axis] : others;
    });
  }

  getRowGroupControlPosition(): EnumValue {
    return this.controlPosition('getRowGroupControlPosition', 'rows');
  }

  getColumnGroupControlPosition(): EnumValue {
    return this.controlPosition('getColumnGroupControlPosition', 'columns');
  }

  setRowGroupControlPosition(position: EnumValue): this {
    return this.placeControl('setRowGroupControlPosition', 'rows', position);
  }

  setColumnGroupControlPosition(position: EnumValue): this {
    return this.placeControl('setColumnGroupControlPosition', 'columns', position);
  }
}

function clearRules(sheet: GridSheet): void {
  sheet.records.conditionalFormats = [];
}

/** Adds rows and columns until the grid holds this many. */
export function grow(sheet: GridSheet, rows: number, columns: number): void {
  const moreRows = Math.max(0, rows - sheet.maxRows);
  const moreColumns = Math.max(0, columns - sheet.maxColumns);
  if (moreRows === 0 && moreColumns === 0) return;
  checkRoom(sheet, moreRows, moreColumns);
  sheet.records.maxRows += moreRows;
  sheet.records.maxColumns += moreColumns;
}
