import type { ISheetDataValidationRule } from '@univerjs/core';
import {
  BooleanNumber,
  BorderStyleTypes,
  CellValueType,
  HorizontalAlign,
  type ICellData,
  type IRange,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
  LocaleType,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import type { GridArea, GridCell, GridRule, GridSheet, GridStyle, GridView } from '../grid/view.ts';

/** The one workbook that a window shows. */
export const UNIT = 'arbetsbok';

const ALIGN = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT };
const VERTICAL = { top: VerticalAlign.TOP, middle: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM };

export const toRange = (area: GridArea): IRange => ({
  startRow: area.row,
  startColumn: area.column,
  endRow: area.row + area.rows - 1,
  endColumn: area.column + area.columns - 1,
});

export const toArea = (range: IRange): GridArea => ({
  row: range.startRow,
  column: range.startColumn,
  rows: range.endRow - range.startRow + 1,
  columns: range.endColumn - range.startColumn + 1,
});

const toBorder = (color: string | undefined) =>
  color === undefined ? null : { s: BorderStyleTypes.THIN, cl: { rgb: color } };

export const toStyle = (style: GridStyle): IStyleData => ({
  bl: style.bold ? BooleanNumber.TRUE : BooleanNumber.FALSE,
  it: style.italic ? BooleanNumber.TRUE : BooleanNumber.FALSE,
  ul: { s: style.underline ? BooleanNumber.TRUE : BooleanNumber.FALSE },
  st: { s: style.strike ? BooleanNumber.TRUE : BooleanNumber.FALSE },
  cl: style.color === undefined ? null : { rgb: style.color },
  bg: style.background === undefined ? null : { rgb: style.background },
  ff: style.font ?? 'Arial',
  fs: style.size ?? 10,
  ht: style.align === undefined ? HorizontalAlign.LEFT : ALIGN[style.align],
  // Sheets' own default is the bottom, which this grid's frozen line would cut.
  vt: VERTICAL[style.vertical ?? 'middle'],
  tb: style.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
  pd: { l: 4, r: 4, t: 1, b: 1 },
  bd:
    style.border === undefined
      ? {}
      : {
          t: toBorder(style.border.top),
          r: toBorder(style.border.right),
          b: toBorder(style.border.bottom),
          l: toBorder(style.border.left),
        },
});

/** The style of a cell that has no format of its own. */
const PLAIN = toStyle({});

/**
 * A cell shows the host's own text, never a value that Univer would format again. `full` writes every key, so that a
 * cell that lost its style really loses it.
 */
export const toCell = (cell: GridCell | null, styles: Record<string, GridStyle>): ICellData => {
  const style = cell?.s === undefined ? undefined : styles[cell.s];
  const s = style === undefined ? PLAIN : toStyle(style);
  if (cell === null) return { v: null, t: null, f: null, p: null, si: null, s, custom: null };
  const custom = { input: cell.i ?? cell.d };
  return cell.b === undefined
    ? { v: cell.d, t: CellValueType.STRING, f: null, p: null, si: null, s, custom }
    : { v: cell.b ? 1 : 0, t: CellValueType.BOOLEAN, f: null, p: null, si: null, s, custom };
};

export const toRule = (rule: GridRule): ISheetDataValidationRule =>
  rule.kind === 'list'
    ? {
        uid: rule.id,
        type: 'list',
        formula1: JSON.stringify(rule.choices ?? []),
        showDropDown: rule.arrow ?? true,
        allowBlank: true,
        showErrorMessage: false,
        renderMode: 1,
        ranges: rule.areas.map(toRange),
      }
    : { uid: rule.id, type: 'checkbox', allowBlank: true, showErrorMessage: false, ranges: rule.areas.map(toRange) };

const numbered = <T>(values: Record<string, number>, make: (value: number) => T): Record<number, T> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [Number(key), make(value)]));

export const toWorksheet = (sheet: GridSheet, styles: Record<string, GridStyle>): IWorksheetData => {
  const columns: Record<number, { w?: number; hd?: BooleanNumber }> = numbered(sheet.columnWidths, (w) => ({ w }));
  for (const column of sheet.hiddenColumns) columns[column] = { ...columns[column], hd: BooleanNumber.TRUE };
  const rows: Record<number, { h?: number; hd?: BooleanNumber; ia?: BooleanNumber }> = numbered(
    sheet.rowHeights,
    (h) => ({ h, ia: BooleanNumber.FALSE }),
  );
  for (const row of sheet.hiddenRows) rows[row] = { ...rows[row], hd: BooleanNumber.TRUE };
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (const [row, cells] of Object.entries(sheet.cells)) {
    const line: Record<number, ICellData> = {};
    for (const [column, cell] of Object.entries(cells)) line[Number(column)] = toCell(cell, styles);
    cellData[Number(row)] = line;
  }
  return {
    id: sheet.id,
    name: sheet.name,
    tabColor: sheet.tabColor ?? '',
    hidden: sheet.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    freeze: toFreeze(sheet),
    rowCount: sheet.rowCount,
    columnCount: sheet.columnCount,
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    defaultColumnWidth: 100,
    defaultRowHeight: 24,
    mergeData: sheet.merges.map(toRange),
    cellData,
    rowData: rows,
    columnData: columns,
    defaultStyle: PLAIN,
    rowHeader: { width: 46 },
    columnHeader: { height: 22 },
    showGridlines: sheet.gridlinesHidden ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rightToLeft: BooleanNumber.FALSE,
  };
};

export const toFreeze = (sheet: Pick<GridSheet, 'frozenRows' | 'frozenColumns'>) => ({
  xSplit: sheet.frozenColumns,
  ySplit: sheet.frozenRows,
  startRow: sheet.frozenRows > 0 ? sheet.frozenRows : -1,
  startColumn: sheet.frozenColumns > 0 ? sheet.frozenColumns : -1,
});

export const noteOf = (row: number, column: number, note: string) => ({
  id: `anteckning-${row}-${column}`,
  note,
  row,
  col: column,
  width: 220,
  height: Math.min(200, 40 + 18 * Math.ceil(note.length / 30)),
  show: false,
});

const notesOf = (sheet: GridSheet) => {
  const notes: Record<string, Record<string, ReturnType<typeof noteOf>>> = {};
  for (const [row, cells] of Object.entries(sheet.cells)) {
    for (const [column, cell] of Object.entries(cells)) {
      if (cell.note === undefined) continue;
      const line = notes[row] ?? {};
      line[column] = noteOf(Number(row), Number(column), cell.note);
      notes[row] = line;
    }
  }
  return notes;
};

export const filterOf = (sheet: Pick<GridSheet, 'filter'>) =>
  sheet.filter === null ? null : { ref: toRange(sheet.filter.area) };

export const toWorkbook = (view: GridView): IWorkbookData => ({
  id: UNIT,
  name: view.name,
  appVersion: '0.25.1',
  locale: LocaleType.EN_US,
  styles: {},
  sheetOrder: view.sheets.map((sheet) => sheet.id),
  sheets: Object.fromEntries(view.sheets.map((sheet) => [sheet.id, toWorksheet(sheet, view.styles)])),
  resources: [
    {
      name: 'SHEET_DATA_VALIDATION_PLUGIN',
      data: JSON.stringify(Object.fromEntries(view.sheets.map((sheet) => [sheet.id, sheet.rules.map(toRule)]))),
    },
    {
      name: 'SHEET_NOTE_PLUGIN',
      data: JSON.stringify(Object.fromEntries(view.sheets.map((sheet) => [sheet.id, notesOf(sheet)]))),
    },
    {
      name: 'SHEET_FILTER_PLUGIN',
      data: JSON.stringify(
        Object.fromEntries(view.sheets.flatMap((sheet) => (sheet.filter ? [[sheet.id, filterOf(sheet)]] : []))),
      ),
    },
  ],
});
