import { BooleanNumber, type ICellData, type ICommandService } from '@univerjs/core';
import { AddDataValidationMutation, RemoveDataValidationMutation } from '@univerjs/data-validation';
import {
  AddWorksheetMergeMutation,
  InsertSheetMutation,
  RemoveSheetMutation,
  RemoveWorksheetMergeMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetTabColorMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  SetWorksheetRowCountMutation,
  SetWorksheetRowHeightMutation,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import { RemoveSheetsFilterMutation, SetSheetsFilterRangeMutation } from '@univerjs/sheets-filter';
import { RemoveNoteMutation, UpdateNoteMutation } from '@univerjs/sheets-note';
import type { GridCell, GridPatch, GridSheet, GridView } from '../grid/view.ts';
import { noteOf, toCell, toFreeze, toRange, toRule, toWorksheet, UNIT } from './convert.ts';

type Frame = Omit<GridSheet, 'cells'>;
type Run = (id: string, params: object) => void;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const spansOf = (numbers: readonly number[]): [from: number, to: number][] => {
  const spans: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else spans.push([number, number]);
  }
  return spans;
};

const hidden = (run: Run, at: object, before: Frame, after: Frame, what: 'rows' | 'columns'): void => {
  const [old, now] =
    what === 'rows' ? [before.hiddenRows, after.hiddenRows] : [before.hiddenColumns, after.hiddenColumns];
  const range = ([from, to]: [number, number]) =>
    what === 'rows'
      ? { startRow: from, endRow: to, startColumn: 0, endColumn: after.columnCount - 1 }
      : { startColumn: from, endColumn: to, startRow: 0, endRow: after.rowCount - 1 };
  const shown = spansOf(old.filter((index) => !now.includes(index)));
  const gone = spansOf(now.filter((index) => !old.includes(index)));
  const [show, hide] =
    what === 'rows' ? [SetRowVisibleMutation, SetRowHiddenMutation] : [SetColVisibleMutation, SetColHiddenMutation];
  if (shown.length > 0) run(show.id, { ...at, ranges: shown.map(range) });
  if (gone.length > 0) run(hide.id, { ...at, ranges: gone.map(range) });
};

const sizes = (run: Run, at: object, before: Frame, after: Frame): void => {
  const columns = Array.from({ length: after.columnCount }, (_, index) => index).filter(
    (index) => (before.columnWidths[index] ?? 100) !== (after.columnWidths[index] ?? 100),
  );
  for (const column of columns) {
    const range = { startColumn: column, endColumn: column, startRow: 0, endRow: after.rowCount - 1 };
    run(SetWorksheetColWidthMutation.id, { ...at, ranges: [range], colWidth: after.columnWidths[column] ?? 100 });
  }
  const rows = Array.from({ length: after.rowCount }, (_, index) => index).filter(
    (index) => (before.rowHeights[index] ?? 24) !== (after.rowHeights[index] ?? 24),
  );
  for (const row of rows) {
    const range = { startRow: row, endRow: row, startColumn: 0, endColumn: after.columnCount - 1 };
    run(SetWorksheetRowHeightMutation.id, { ...at, ranges: [range], rowHeight: after.rowHeights[row] ?? 24 });
  }
};

/** Brings everything about a sheet but its cells from one state to the next. */
const frame = (run: Run, before: Frame, after: Frame): void => {
  const at = { unitId: UNIT, subUnitId: after.id };
  if (after.rowCount !== before.rowCount) run(SetWorksheetRowCountMutation.id, { ...at, rowCount: after.rowCount });
  if (after.columnCount !== before.columnCount) {
    run(SetWorksheetColumnCountMutation.id, { ...at, columnCount: after.columnCount });
  }
  if (after.name !== before.name) run(SetWorksheetNameMutation.id, { ...at, name: after.name });
  if (after.hidden !== before.hidden) {
    run(SetWorksheetHideMutation.id, { ...at, hidden: after.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE });
  }
  if (after.tabColor !== before.tabColor) run(SetTabColorMutation.id, { ...at, color: after.tabColor ?? '' });
  if (after.gridlinesHidden !== before.gridlinesHidden) {
    const showGridlines = after.gridlinesHidden ? BooleanNumber.FALSE : BooleanNumber.TRUE;
    run(ToggleGridlinesMutation.id, { ...at, showGridlines });
  }
  if (after.frozenRows !== before.frozenRows || after.frozenColumns !== before.frozenColumns) {
    run(SetFrozenMutation.id, { ...at, ...toFreeze(after) });
  }
  sizes(run, at, before, after);
  hidden(run, at, before, after, 'rows');
  hidden(run, at, before, after, 'columns');
  if (!same(before.merges, after.merges)) {
    if (before.merges.length > 0) run(RemoveWorksheetMergeMutation.id, { ...at, ranges: before.merges.map(toRange) });
    if (after.merges.length > 0) run(AddWorksheetMergeMutation.id, { ...at, ranges: after.merges.map(toRange) });
  }
  if (!same(before.rules, after.rules)) {
    if (before.rules.length > 0) {
      run(RemoveDataValidationMutation.id, { ...at, ruleId: before.rules.map((rule) => rule.id) });
    }
    if (after.rules.length > 0) run(AddDataValidationMutation.id, { ...at, rule: after.rules.map(toRule), index: 0 });
  }
  if (!same(before.filter, after.filter)) {
    if (before.filter !== null) run(RemoveSheetsFilterMutation.id, at);
    if (after.filter !== null) run(SetSheetsFilterRangeMutation.id, { ...at, range: toRange(after.filter.area) });
  }
};

const mergeCells = (sheet: GridSheet, changed: Record<string, Record<string, GridCell | null>>): void => {
  for (const [row, line] of Object.entries(changed)) {
    const kept = sheet.cells[row] ?? {};
    for (const [column, cell] of Object.entries(line)) {
      if (cell === null) delete kept[column];
      else kept[column] = cell;
    }
    sheet.cells[row] = kept;
  }
};

const cells = (
  run: Run,
  sheet: GridSheet,
  changed: Record<string, Record<string, GridCell | null>>,
  view: GridView,
): void => {
  const cellValue: Record<number, Record<number, ICellData>> = {};
  for (const [row, line] of Object.entries(changed)) {
    const values: Record<number, ICellData> = {};
    for (const [column, cell] of Object.entries(line)) {
      values[Number(column)] = toCell(cell, view.styles);
      const before = sheet.cells[row]?.[column]?.note;
      const place = { unitId: UNIT, sheetId: sheet.id, row: Number(row), col: Number(column), silent: true };
      if (cell?.note !== undefined && cell.note !== before) {
        run(UpdateNoteMutation.id, { ...place, note: noteOf(Number(row), Number(column), cell.note) });
      } else if (cell?.note === undefined && before !== undefined) run(RemoveNoteMutation.id, place);
    }
    cellValue[Number(row)] = values;
  }
  // Univer asks for the text to edit in a marked cell while this runs: it must find the new one.
  mergeCells(sheet, changed);
  run(SetRangeValuesMutation.id, { unitId: UNIT, subUnitId: sheet.id, cellValue });
};

/**
 * Draws a patch and brings `view` to the same state. Mutations are run as collaborative ones, which the guard in
 * `acts.ts` lets through.
 */
export const applyPatch = (commands: ICommandService, view: GridView, patch: GridPatch): void => {
  const run: Run = (id, params) => {
    commands.syncExecuteCommand(id, params, { fromCollab: true });
  };
  Object.assign(view.styles, patch.styles);
  for (const change of patch.sheets) {
    const known = view.sheets.find((sheet) => sheet.id === change.id);
    if (known === undefined) {
      if (change.frame === undefined) continue;
      const sheet: GridSheet = { ...change.frame, cells: {} };
      mergeCells(sheet, change.cells ?? {});
      run(InsertSheetMutation.id, {
        unitId: UNIT,
        subUnitId: sheet.id,
        index: view.sheets.length,
        sheet: toWorksheet(sheet, view.styles),
      });
      const { cells: _cells, ...rest } = sheet;
      frame(run, { ...rest, rules: [], filter: null }, rest);
      view.sheets.push(sheet);
      continue;
    }
    if (change.frame) {
      frame(run, known, change.frame);
      Object.assign(known, change.frame);
    }
    if (change.cells) cells(run, known, change.cells, view);
  }
  for (const gone of view.sheets.filter((sheet) => !patch.order.includes(sheet.id))) {
    run(RemoveSheetMutation.id, { unitId: UNIT, subUnitId: gone.id, subUnitName: gone.name });
  }
  view.sheets = view.sheets.filter((sheet) => patch.order.includes(sheet.id));
  patch.order.forEach((id, place) => {
    const from = view.sheets.findIndex((sheet) => sheet.id === id);
    const moved = view.sheets[from];
    if (from === place || moved === undefined) return;
    run(SetWorksheetOrderMutation.id, { unitId: UNIT, subUnitId: id, fromOrder: from, toOrder: place });
    view.sheets.splice(from, 1);
    view.sheets.splice(place, 0, moved);
  });
  view.revision = patch.revision;
};
