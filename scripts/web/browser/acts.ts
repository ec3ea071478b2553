import type { ICellData, IRange } from '@univerjs/core';
import type { GridAct, GridArea } from '../grid/view.ts';
import { toArea } from './convert.ts';

/**
 * Turns Univer's commands into acts for the host. The grid never changes anything by itself: each command that would
 * change the workbook is stopped, told to the host as an act, and its outcome comes back as a patch.
 */
export interface ActContext {
  /** The active sheet's id. */
  readonly sheet: string;
  /** The selected areas of the active sheet; never empty. */
  readonly selected: readonly GridArea[];
  isTick(sheet: string, row: number, column: number): boolean;
  order(): readonly string[];
  frozen(sheet: string): { rows: number; columns: number };
  columnWidth(sheet: string, column: number): number;
  rowHeight(sheet: string, row: number): number;
  hiddenIn(sheet: string, area: GridArea, what: 'rows' | 'columns'): { at: number; count: number } | null;
  /** All display texts of a column below the filter's heading. */
  filterTexts(sheet: string, column: number): readonly string[];
  filtered(sheet: string): boolean;
}

interface Params {
  readonly subUnitId?: string;
  readonly range?: IRange;
  readonly ranges?: readonly IRange[];
  readonly value?: unknown;
  readonly cellValue?: unknown;
  readonly fromRange?: IRange;
  readonly toRange?: IRange;
  readonly sourceRange?: IRange;
  readonly targetRange?: IRange;
  readonly anchorCol?: number;
  readonly deltaX?: number;
  readonly anchorRow?: number;
  readonly deltaY?: number;
  readonly name?: string;
  readonly order?: number;
  readonly ySplit?: number;
  readonly xSplit?: number;
  readonly note?: { readonly note: string; readonly row: number; readonly col: number };
  readonly sheetId?: string;
  readonly row?: number;
  readonly col?: number;
  readonly criteria?: {
    readonly filters?: { readonly blank?: boolean; readonly filters?: readonly string[] };
    readonly customFilters?: unknown;
  } | null;
  readonly style?: { readonly type: string; readonly value: unknown };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text a person gave a cell: Univer strips the apostrophe of forced text, and keeps rich text apart. */
export const typedText = (cell: ICellData | null | undefined): string => {
  if (!cell) return '';
  const rich = cell.p?.body?.dataStream;
  if (rich !== undefined) return rich.replace(/\r\n$/, '').replaceAll('\r', '\n');
  if (typeof cell.f === 'string' && cell.f !== '') return cell.f;
  if (cell.v === null || cell.v === undefined) return '';
  return cell.t === 4 ? `'${cell.v}` : String(cell.v);
};

const isCell = (value: unknown): value is ICellData =>
  isRecord(value) && ('v' in value || 'f' in value || 'p' in value);

/** The values of a command as rows of texts with the place of the first; null when no value is set (only styles). */
const block = (value: unknown, range: IRange | undefined): { area: GridArea; rows: string[][] } | null => {
  if (isCell(value)) {
    if (range === undefined) return null;
    const area = toArea(range);
    const text = typedText(value);
    return { area, rows: Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => text)) };
  }
  if (Array.isArray(value) && range !== undefined) {
    const rows = value.map((line: unknown) =>
      Array.isArray(line) ? line.map((cell: unknown) => (isCell(cell) ? typedText(cell) : '')) : [],
    );
    return { area: { ...toArea(range), rows: rows.length, columns: rows[0]?.length ?? 0 }, rows };
  }
  if (!isRecord(value)) return null;
  const rowKeys = Object.keys(value).map(Number).filter(Number.isInteger);
  const cells = rowKeys.flatMap((row) => {
    const line = value[String(row)];
    return isRecord(line)
      ? Object.entries(line).flatMap(([column, cell]) => {
          const set = cell === null ? { v: null } : isCell(cell) ? cell : null;
          return set === null ? [] : [{ row, column: Number(column), text: typedText(set) }];
        })
      : [];
  });
  if (cells.length === 0) return null;
  const top = Math.min(...cells.map((cell) => cell.row));
  const left = Math.min(...cells.map((cell) => cell.column));
  const rows = Math.max(...cells.map((cell) => cell.row)) - top + 1;
  const columns = Math.max(...cells.map((cell) => cell.column)) - left + 1;
  const texts = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
  for (const cell of cells) {
    const line = texts[cell.row - top];
    if (line) line[cell.column - left] = cell.text;
  }
  return { area: { row: top, column: left, rows, columns }, rows: texts };
};

const setValues = (sheet: string, params: Params, context: ActContext): GridAct | null => {
  const set = block(params.value ?? params.cellValue, params.range);
  if (set === null) return null;
  const { row, column } = set.area;
  const first = set.rows[0]?.[0] ?? '';
  if (set.area.rows > 1 || set.area.columns > 1) return { do: 'paste', sheet, row, column, values: set.rows };
  if (context.isTick(sheet, row, column) && /^[01]$/.test(first))
    return { do: 'tick', sheet, row, column, on: first === '1' };
  return { do: 'edit', sheet, row, column, text: first };
};

const rowsOf = (area: GridArea) => ({ at: area.row, count: area.rows });
const columnsOf = (area: GridArea) => ({ at: area.column, count: area.columns });

type Translate = (params: Params, context: ActContext, sheet: string, areas: readonly GridArea[]) => GridAct | null;

const spans =
  (what: 'insertRows' | 'deleteRows' | 'hideRows'): Translate =>
  (_params, _context, sheet, areas) => {
    const area = areas[0];
    return area === undefined ? null : { do: what, sheet, ...rowsOf(area) };
  };

const columnSpans =
  (what: 'insertColumns' | 'deleteColumns' | 'hideColumns'): Translate =>
  (_params, _context, sheet, areas) => {
    const area = areas[0];
    return area === undefined ? null : { do: what, sheet, ...columnsOf(area) };
  };

const show =
  (what: 'rows' | 'columns'): Translate =>
  (_params, context, sheet, areas) => {
    const area = areas[0];
    const hidden = area === undefined ? null : context.hiddenIn(sheet, area, what);
    if (hidden === null) return null;
    return { do: what === 'rows' ? 'showRows' : 'showColumns', sheet, ...hidden };
  };

const clear: Translate = (_params, _context, sheet, areas) => ({ do: 'clear', sheet, areas: [...areas] });

const toggleStyle =
  (key: 'bold' | 'italic' | 'underline' | 'strike'): Translate =>
  (_params, _context, sheet, areas) => ({ do: 'style', sheet, areas: [...areas], style: { [key]: true } });

const isColor = (value: unknown): value is { rgb: string } => isRecord(value) && typeof value.rgb === 'string';

const COMMANDS: Record<string, Translate> = {
  'sheet.command.set-range-values': (params, context, sheet) => setValues(sheet, params, context),
  'sheet.command.clear-selection-content': clear,
  'sheet.command.clear-selection-all': clear,
  'sheet.command.auto-clear-content': clear,
  'sheet.command.insert-row-by-range': spans('insertRows'),
  'sheet.command.insert-row': spans('insertRows'),
  'sheet.command.insert-col-by-range': columnSpans('insertColumns'),
  'sheet.command.insert-col': columnSpans('insertColumns'),
  'sheet.command.remove-row': spans('deleteRows'),
  'sheet.command.remove-row-by-range': spans('deleteRows'),
  'sheet.command.remove-col': columnSpans('deleteColumns'),
  'sheet.command.remove-col-by-range': columnSpans('deleteColumns'),
  'sheet.command.set-rows-hidden': spans('hideRows'),
  'sheet.command.set-col-hidden': columnSpans('hideColumns'),
  'sheet.command.set-selected-rows-visible': show('rows'),
  'sheet.command.set-specific-rows-visible': show('rows'),
  'sheet.command.set-selected-cols-visible': show('columns'),
  'sheet.command.set-col-visible-on-cols': show('columns'),
  'sheet.command.move-rows': (params, _context, sheet) =>
    params.fromRange && params.toRange
      ? { do: 'moveRows', sheet, ...rowsOf(toArea(params.fromRange)), before: params.toRange.startRow }
      : null,
  'sheet.command.move-cols': (params, _context, sheet) =>
    params.fromRange && params.toRange
      ? { do: 'moveColumns', sheet, ...columnsOf(toArea(params.fromRange)), before: params.toRange.startColumn }
      : null,
  'sheet.command.move-range': (params, _context, sheet) => {
    if (!params.fromRange || !params.toRange) return null;
    const { startRow: row, startColumn: column } = params.toRange;
    return { do: 'paste', sheet, row, column, values: [], from: { sheet, area: toArea(params.fromRange), cut: true } };
  },
  'sheet.command.auto-fill': (params, _context, sheet) =>
    params.sourceRange && params.targetRange
      ? { do: 'fill', sheet, from: toArea(params.sourceRange), to: toArea(params.targetRange) }
      : null,
  'sheet.command.delta-column-width': (params, context, sheet) => {
    const at = params.anchorCol ?? 0;
    return {
      do: 'width',
      sheet,
      at,
      count: 1,
      pixels: Math.max(20, context.columnWidth(sheet, at) + (params.deltaX ?? 0)),
    };
  },
  'sheet.command.set-worksheet-col-width': (params, _context, sheet, areas) =>
    areas[0] && typeof params.value === 'number'
      ? { do: 'width', sheet, ...columnsOf(areas[0]), pixels: params.value }
      : null,
  'sheet.command.delta-row-height': (params, context, sheet) => {
    const at = params.anchorRow ?? 0;
    return {
      do: 'height',
      sheet,
      at,
      count: 1,
      pixels: Math.max(16, context.rowHeight(sheet, at) + (params.deltaY ?? 0)),
    };
  },
  'sheet.command.set-row-height': (params, _context, sheet, areas) =>
    areas[0] && typeof params.value === 'number'
      ? { do: 'height', sheet, ...rowsOf(areas[0]), pixels: params.value }
      : null,
  'sheet.command.set-frozen': (params, _context, sheet) => ({
    do: 'freeze',
    sheet,
    rows: Math.max(0, params.ySplit ?? 0),
    columns: Math.max(0, params.xSplit ?? 0),
  }),
  'sheet.command.cancel-frozen': (_params, _context, sheet) => ({ do: 'freeze', sheet, rows: 0, columns: 0 }),
  'sheet.command.set-first-row-frozen': (_params, context, sheet) => ({
    do: 'freeze',
    sheet,
    rows: 1,
    columns: context.frozen(sheet).columns,
  }),
  'sheet.command.set-first-column-frozen': (_params, context, sheet) => ({
    do: 'freeze',
    sheet,
    rows: context.frozen(sheet).rows,
    columns: 1,
  }),
  'sheet.command.set-row-frozen': (_params, context, sheet, areas) =>
    areas[0]
      ? { do: 'freeze', sheet, rows: areas[0].row + areas[0].rows, columns: context.frozen(sheet).columns }
      : null,
  'sheet.command.set-col-frozen': (_params, context, sheet, areas) =>
    areas[0]
      ? { do: 'freeze', sheet, rows: context.frozen(sheet).rows, columns: areas[0].column + areas[0].columns }
      : null,
  'sheet.command.set-selection-frozen': (_params, _context, sheet, areas) =>
    areas[0] ? { do: 'freeze', sheet, rows: areas[0].row, columns: areas[0].column } : null,
  'sheet.command.set-worksheet-name': (params, _context, sheet) => ({
    do: 'renameSheet',
    sheet,
    name: params.name ?? '',
  }),
  'sheet.command.insert-sheet': (_params, context) => ({ do: 'insertSheet', after: context.sheet }),
  'sheet.command.remove-sheet': (_params, _context, sheet) => ({ do: 'deleteSheet', sheet }),
  'sheet.command.copy-sheet': (_params, _context, sheet) => ({ do: 'copySheet', sheet }),
  'sheet.command.set-worksheet-hidden': (_params, _context, sheet) => ({ do: 'hideSheet', sheet }),
  'sheet.command.set-worksheet-show': (_params, _context, sheet) => ({ do: 'showSheet', sheet }),
  'sheet.command.set-worksheet-order': (params, _context, sheet) => ({ do: 'moveSheet', sheet, to: params.order ?? 0 }),
  'sheet.command.update-note': (params, context) =>
    params.note
      ? {
          do: 'note',
          sheet: params.sheetId ?? context.sheet,
          row: params.note.row,
          column: params.note.col,
          text: params.note.note,
        }
      : null,
  'sheet.command.delete-note': (_params, _context, sheet, areas) =>
    areas[0] ? { do: 'note', sheet, row: areas[0].row, column: areas[0].column, text: '' } : null,
  'sheet.command.smart-toggle-filter': (_params, context, sheet, areas) =>
    context.filtered(sheet) ? { do: 'unfilter', sheet } : areas[0] ? { do: 'filter', sheet, area: areas[0] } : null,
  'sheet.command.set-filter-range': (_params, _context, sheet, areas) =>
    areas[0] ? { do: 'filter', sheet, area: areas[0] } : null,
  'sheet.command.remove-sheet-filter': (_params, _context, sheet) => ({ do: 'unfilter', sheet }),
  'sheet.command.set-filter-criteria': (params, context, sheet) => {
    const column = params.col ?? 0;
    const filters = params.criteria?.filters;
    if (params.criteria?.customFilters !== undefined) return null;
    if (filters === undefined) return { do: 'filterColumn', sheet, column, hidden: null };
    const shown = new Set(filters.filters ?? []);
    const hidden = [...new Set(context.filterTexts(sheet, column))].filter((text) =>
      text === '' ? !filters.blank : !shown.has(text),
    );
    return { do: 'filterColumn', sheet, column, hidden };
  },
  'sheet.command.set-range-bold': toggleStyle('bold'),
  'sheet.command.set-range-italic': toggleStyle('italic'),
  'sheet.command.set-range-underline': toggleStyle('underline'),
  'sheet.command.set-range-stroke': toggleStyle('strike'),
  'sheet.command.set-background-color': (params, _context, sheet, areas) =>
    isColor(params.value) ? { do: 'style', sheet, areas: [...areas], style: { background: params.value.rgb } } : null,
  'sheet.command.add-worksheet-merge-all': (_params, _context, sheet, areas) =>
    areas[0] ? { do: 'merge', sheet, area: areas[0] } : null,
  'sheet.command.remove-worksheet-merge': (_params, _context, sheet, areas) =>
    areas[0] ? { do: 'unmerge', sheet, area: areas[0] } : null,
  'univer.command.undo': () => ({ do: 'undo' }),
  'univer.command.redo': () => ({ do: 'redo' }),
};

const isParams = (value: unknown): value is Params => isRecord(value);

/** Whether the grid knows the command as an act of a person on the workbook. */
export const isActCommand = (id: string): boolean => Object.hasOwn(COMMANDS, id);

/** The act that a command stands for, or null when it stands for nothing that the host should do. */
export const actOf = (id: string, given: unknown, context: ActContext): GridAct | null => {
  const translate = COMMANDS[id];
  if (translate === undefined) return null;
  const params = isParams(given) ? given : {};
  const ranges = params.range ? [params.range] : params.ranges;
  const areas = ranges === undefined ? context.selected : ranges.map(toArea);
  return translate(params, context, params.subUnitId ?? context.sheet, areas);
};
