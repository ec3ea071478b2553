import type { Rect } from '../../host/sheet/address.ts';
import { displayAt, inputText } from '../../host/sheet/display.ts';
import type { Validation } from '../../host/sheet/rules.ts';
import type { Sheet } from '../../host/sheet/sheet.ts';
import { choicesOf, tickValues } from '../../host/sheet/validation.ts';
import { colouredAreas, looksOf } from './looks.ts';
import type { GridArea, GridCell, GridHint, GridRule, GridSheet, GridStyle } from './view.ts';

/** Gives each look a short key, the same for all windows as long as the server runs. */
export class StyleTable {
  readonly #keys = new Map<string, string>();
  readonly styles: Record<string, GridStyle> = {};

  keyOf(style: GridStyle): string | undefined {
    const text = JSON.stringify(style);
    if (text === '{}') return undefined;
    const known = this.#keys.get(text);
    if (known) return known;
    const key = `s${this.#keys.size + 1}`;
    this.#keys.set(text, key);
    this.styles[key] = style;
    return key;
  }
}

const areaOf = (sheet: Sheet, range: Rect): GridArea => {
  const bottom = Math.min(range.bottom, sheet.maxRows);
  const right = Math.min(range.right, sheet.maxColumns);
  return {
    row: range.top,
    column: range.left,
    rows: Math.max(1, bottom - range.top),
    columns: Math.max(1, right - range.left),
  };
};

/** Joins cells into areas: runs down a column, then equal runs in neighbouring columns. */
const areasOf = (cells: readonly (readonly [row: number, column: number])[]): GridArea[] => {
  const runs: GridArea[] = [];
  const sorted = [...cells].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  for (const [row, column] of sorted) {
    const last = runs.at(-1);
    if (last && last.column === column && last.row + last.rows === row) last.rows += 1;
    else runs.push({ row, column, rows: 1, columns: 1 });
  }
  const areas: GridArea[] = [];
  for (const run of runs) {
    const beside = areas.find(
      (area) => area.row === run.row && area.rows === run.rows && area.column + area.columns === run.column,
    );
    if (beside) beside.columns += 1;
    else areas.push(run);
  }
  return areas;
};

/** The cells of each validation. The same rule object stands for all cells that it was set on. */
const ruleCells = (sheet: Sheet): Map<Validation, [number, number][]> => {
  const cells = new Map<Validation, [number, number][]>();
  sheet.rows.forEach((row, index) => {
    row?.layers.validation?.forEach((rule, column) => {
      if (!rule) return;
      const known = cells.get(rule);
      if (known) known.push([index, column]);
      else cells.set(rule, [[index, column]]);
    });
  });
  return cells;
};

const rulesAndHints = (sheet: Sheet): { rules: GridRule[]; hints: GridHint[] } => {
  const hints: GridHint[] = [];
  const grouped = new Map<string, { rule: Omit<GridRule, 'id' | 'areas'>; cells: [number, number][] }>();
  for (const [rule, cells] of ruleCells(sheet)) {
    if (rule.helpText)
      hints.push(...areasOf(cells).map((area) => ({ area, kind: 'help' as const, text: rule.helpText ?? '' })));
    const choices = choicesOf(sheet, rule);
    const made: Omit<GridRule, 'id' | 'areas'> | null =
      rule.criteria === 'CHECKBOX'
        ? { kind: 'checkbox' }
        : choices
          ? { kind: 'list', choices, arrow: rule.showDropdown }
          : null;
    if (made === null) continue;
    const key = JSON.stringify(made);
    const known = grouped.get(key);
    if (known) known.cells.push(...cells);
    else grouped.set(key, { rule: made, cells: [...cells] });
  }
  const rules = [...grouped.values()].map(({ rule, cells }, index) => ({
    ...rule,
    id: `regel-${index}`,
    areas: areasOf(cells),
  }));
  for (const one of sheet.records.protections) {
    const named =
      one.namedRangeId === null
        ? null
        : sheet.workbook.records.namedRanges.find((each) => each.id === one.namedRangeId);
    const range = one.type === 'SHEET' ? sheet.area : (one.range ?? named?.range ?? sheet.area);
    const text = one.description === '' ? 'Skyddat: ändra bara om du är säker.' : `Skyddat: ${one.description}`;
    hints.push({
      area: areaOf(sheet, range),
      kind: 'protected',
      text,
      ...(one.unprotected.length === 0 ? {} : { free: one.unprotected.map((free) => areaOf(sheet, free)) }),
      ...(one.warningOnly ? { warns: true } : {}),
    });
  }
  return { rules, hints };
};

const sizesOf = (sheet: Sheet) => {
  const columnWidths: Record<string, number> = {};
  const hiddenColumns: number[] = [];
  for (let column = 0; column < sheet.maxColumns; column += 1) {
    const { size, hidden } = sheet.columnSize(column);
    if (size !== null && size !== 100) columnWidths[column] = size;
    if (hidden) hiddenColumns.push(column);
  }
  const rowHeights: Record<string, number> = {};
  const hiddenRows: number[] = [];
  sheet.records.rowSizes.forEach((entry, row) => {
    if (entry === null || row >= sheet.maxRows) return;
    if (entry.size !== null && entry.size !== 21) rowHeights[row] = entry.size;
    if (entry.hidden || entry.filtered) hiddenRows.push(row);
  });
  return { columnWidths, hiddenColumns, rowHeights, hiddenRows };
};

const cellAt = (sheet: Sheet, row: number, column: number, styles: StyleTable): GridCell | null => {
  const value = sheet.value(row, column);
  const note = sheet.layer('note', row, column);
  const rule = sheet.layer('validation', row, column);
  const ticks = rule?.criteria === 'CHECKBOX' ? tickValues(rule) : null;
  const looks = looksOf(sheet, row, column, value);
  const s = styles.keyOf(ticks === null ? looks : { align: 'center', ...looks });
  if (value === null && note === null && s === undefined && ticks === null) return null;
  const d = displayAt(sheet, row, column);
  const i = inputText(sheet, row, column);
  const b =
    ticks !== null && (value === null || value === ticks[0] || value === ticks[1]) ? value === ticks[0] : undefined;
  return {
    d,
    ...(i === d ? {} : { i }),
    ...(b === undefined ? {} : { b }),
    ...(s === undefined ? {} : { s }),
    ...(note === null ? {} : { note }),
  };
};

const cellsOf = (sheet: Sheet, styles: StyleTable): GridSheet['cells'] => {
  const cells: GridSheet['cells'] = {};
  const add = (row: number, column: number): void => {
    if (cells[row]?.[column]) return;
    const cell = cellAt(sheet, row, column, styles);
    if (cell === null) return;
    const line = cells[row] ?? {};
    line[column] = cell;
    cells[row] = line;
  };
  const size = sheet.dataSize();
  const rows = Math.min(sheet.maxRows, Math.max(sheet.rows.length, size.rows));
  for (let row = 0; row < rows; row += 1) {
    const held = sheet.row(row);
    const layers = held ? Object.values(held.layers).map((layer) => layer?.length ?? 0) : [];
    const width = Math.min(sheet.maxColumns, Math.max(held?.values.length ?? 0, size.columns, ...layers));
    for (let column = 0; column < width; column += 1) add(row, column);
  }
  for (const range of colouredAreas(sheet)) {
    const { row, column, rows: height, columns } = areaOf(sheet, range);
    for (let y = row; y < row + height; y += 1) for (let x = column; x < column + columns; x += 1) add(y, x);
  }
  return cells;
};

/** One sheet as the windows draw it. */
export const renderSheet = (sheet: Sheet, styles: StyleTable): GridSheet => {
  const { records } = sheet;
  return {
    id: String(sheet.id),
    name: sheet.name,
    hidden: records.hidden,
    tabColor: records.tabColor,
    rowCount: sheet.maxRows,
    columnCount: sheet.maxColumns,
    frozenRows: records.frozenRows,
    frozenColumns: records.frozenColumns,
    gridlinesHidden: records.hiddenGridlines,
    ...sizesOf(sheet),
    merges: records.merges.map((range) => areaOf(sheet, range)),
    ...rulesAndHints(sheet),
    filter:
      records.filter === null
        ? null
        : { area: areaOf(sheet, records.filter.range), active: [...records.filter.columns.keys()] },
    cells: cellsOf(sheet, styles),
  };
};
