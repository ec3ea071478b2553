import { containsCell, type Rect } from './address.ts';
import { type Computed, type LayerName, type Layers, type Raw, Row } from './row.ts';
import type {
  BandingRecord,
  ChartRecord,
  ConditionalFormat,
  GroupRecord,
  ImageRecord,
  ProtectionRecord,
  SheetFilter,
} from './rules.ts';
import type { Workbook } from './workbook.ts';

/** A row's height or a column's width, and whether it is hidden. */
export interface Dimension {
  readonly size: number | null;
  readonly hidden: boolean;
  readonly filtered: boolean;
  /** Tells the rows and columns of a form's responses, wherever they are moved. */
  readonly mark?: string;
}

export const DEFAULT_ROW_HEIGHT = 21;
export const DEFAULT_COLUMN_WIDTH = 100;
const plainDimension: Dimension = { size: null, hidden: false, filtered: false };

/** Everything of a sheet besides its rows of cells. */
export interface SheetRecords {
  name: string;
  maxRows: number;
  maxColumns: number;
  frozenRows: number;
  frozenColumns: number;
  hidden: boolean;
  tabColor: string | null;
  rightToLeft: boolean;
  hiddenGridlines: boolean;
  formUrl: string | null;
  rowSizes: (Dimension | null)[];
  columnSizes: (Dimension | null)[];
  merges: Rect[];
  filter: SheetFilter | null;
  conditionalFormats: ConditionalFormat[];
  protections: ProtectionRecord[];
  bandings: BandingRecord[];
  groups: GroupRecord[];
  /** Axes whose buttons for groups stand before the groups. */
  groupControlsBefore?: readonly ('rows' | 'columns')[];
  charts: ChartRecord[];
  images?: readonly ImageRecord[];
}

export function newRecords(name: string, maxRows: number, maxColumns: number): SheetRecords {
  return {
    name,
    maxRows,
    maxColumns,
    frozenRows: 0,
    frozenColumns: 0,
    hidden: false,
    tabColor: null,
    rightToLeft: false,
    hiddenGridlines: false,
    formUrl: null,
    rowSizes: [],
    columnSizes: [],
    merges: [],
    filter: null,
    conditionalFormats: [],
    protections: [],
    bandings: [],
    groups: [],
    charts: [],
  };
}

/** A copy that shares nothing that changes. */
export function copyRecords(records: SheetRecords): SheetRecords {
  return {
    ...records,
    rowSizes: records.rowSizes.slice(),
    columnSizes: records.columnSizes.slice(),
    merges: records.merges.slice(),
    filter: records.filter && { ...records.filter, columns: new Map(records.filter.columns) },
    conditionalFormats: records.conditionalFormats.slice(),
    protections: records.protections.map((one) => ({
      ...one,
      editors: one.editors.slice(),
      unprotected: one.unprotected.slice(),
    })),
    bandings: records.bandings.map((one) => ({ ...one })),
    groups: records.groups.map((one) => ({ ...one })),
    charts: records.charts.map((one) => ({ ...one, ranges: one.ranges.slice(), options: { ...one.options } })),
  };
}

/** One sheet of a workbook. Rows and columns count from 0; rows beyond what was written do not exist in memory. */
export class Sheet {
  readonly id: number;
  readonly workbook: Workbook;
  records: SheetRecords;
  rows: (Row | null)[] = [];
  /** Changes with every change of the sheet; with `structureVersion` it tells caches and pages what is stale. */
  version = 0;
  /** Cells with formulas, kept by the writers so that sheets without any pay nothing. */
  formulaCount = 0;
  private lastCell: { version: number; row: number; column: number } | null = null;

  constructor(id: number, workbook: Workbook, records: SheetRecords) {
    this.id = id;
    this.workbook = workbook;
    this.records = records;
  }

  get name(): string {
    return this.records.name;
  }

  get maxRows(): number {
    return this.records.maxRows;
  }

  get maxColumns(): number {
    return this.records.maxColumns;
  }

  /** Marks the sheet as changed. `values` tells whether results of formulas may differ. */
  touch(values: boolean): void {
    this.version = this.workbook.changed(values);
  }

  row(index: number): Row | null {
    return this.rows[index] ?? null;
  }

  /** The row ready to be written: made when missing, copied when a snapshot still holds it. */
  writable(index: number): Row {
    const { generation } = this.workbook;
    const found = this.rows[index];
    if (found && found.generation === generation) return found;
    const row = found ? found.copy(generation) : new Row(generation);
    while (this.rows.length < index) this.rows.push(null);
    this.rows[index] = row;
    return row;
  }

  raw(row: number, column: number): Raw {
    return this.rows[row]?.values[column] ?? null;
  }

  layer<K extends LayerName>(name: K, row: number, column: number): Layers[K] | null {
    return this.rows[row]?.get(name, column) ?? null;
  }

  setLayer<K extends LayerName>(name: K, row: number, column: number, value: Layers[K] | null): void {
    if (value === null && this.layer(name, row, column) === null) return;
    this.writable(row).set(name, column, value);
  }

  /** What the cell shows: a formula's result (computed when it is first asked for after a change) or its own value. */
  value(row: number, column: number): Computed {
    if (this.formulaCount === 0) return this.rows[row]?.values[column] ?? null;
    const found = this.rows[row];
    if (found?.get('formula', column)) return this.workbook.calculator.result(this, row, column);
    const own = found?.values[column] ?? null;
    return own === null ? this.workbook.calculator.spilled(this, row, column) : own;
  }

  /** Writes a value or, with `formula`, a formula in its place. The caller touches the sheet. */
  put(row: Row, column: number, value: Raw, formula: string | null): void {
    const had = row.get('formula', column) !== null;
    if (had !== (formula !== null)) this.formulaCount += formula === null ? -1 : 1;
    if (had || formula !== null) row.set('formula', column, formula);
    row.setValue(column, formula === null ? value : null);
    if (row.layers.rich) row.set('rich', column, null);
  }

  /** Row and column after the last cell with content: the size of the data as getLastRow and getLastColumn give it. */
  dataSize(): { readonly rows: number; readonly columns: number } {
    const known = this.lastCell;
    if (known && known.version === this.version && this.formulaCount === 0)
      return { rows: known.row, columns: known.column };
    let rows = 0;
    let columns = 0;
    for (let index = this.rows.length - 1; index >= 0; index -= 1) {
      const row = this.rows[index];
      if (!row) continue;
      const width = Math.max(row.values.length, row.layers.formula?.length ?? 0);
      for (let column = width - 1; column >= 0; column -= 1) {
        if (!row.hasContent(column)) continue;
        if (rows === 0) rows = index + 1;
        if (column + 1 > columns) columns = column + 1;
        break;
      }
    }
    if (this.formulaCount > 0) {
      const spill = this.workbook.calculator.spillSize(this);
      rows = Math.max(rows, spill.rows);
      columns = Math.max(columns, spill.columns);
    }
    this.lastCell = { version: this.version, row: rows, column: columns };
    return { rows, columns };
  }

  rowSize(index: number): Dimension {
    return this.records.rowSizes[index] ?? plainDimension;
  }

  columnSize(index: number): Dimension {
    return this.records.columnSizes[index] ?? plainDimension;
  }

  setSize(axis: 'rows' | 'columns', index: number, change: Partial<Dimension>): void {
    const sizes = axis === 'rows' ? this.records.rowSizes : this.records.columnSizes;
    while (sizes.length <= index) sizes.push(null);
    sizes[index] = { ...(sizes[index] ?? plainDimension), ...change };
  }

  /** The merged range that the cell belongs to. */
  mergeAt(row: number, column: number): Rect | null {
    return this.records.merges.find((merge) => containsCell(merge, row, column)) ?? null;
  }

  /** The whole grid. */
  get area(): Rect {
    return { top: 0, left: 0, bottom: this.maxRows, right: this.maxColumns };
  }
}
