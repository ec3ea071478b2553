import { type LayerName, type Layers, type Raw, Row } from './row.ts';
import type { FilterColumn, RichText, SheetFilter, Validation } from './rules.ts';
import { copyRecords, Sheet, type SheetRecords } from './sheet.ts';
import { type Style, type StyleFields, styleOf } from './style.ts';
import { Workbook, type WorkbookHost, type WorkbookRecords } from './workbook.ts';

/** Cells of a layer: pairs of column and value, where shared objects are numbers into a table. */
type SavedLayer<T> = readonly (readonly [number, T])[];

interface SavedRow {
  readonly v?: readonly Raw[];
  readonly f?: SavedLayer<string>;
  readonly s?: SavedLayer<number>;
  readonly n?: SavedLayer<string>;
  readonly d?: SavedLayer<number>;
  readonly r?: SavedLayer<RichText>;
}

interface SavedFilter extends Omit<SheetFilter, 'columns'> {
  readonly columns: readonly (readonly [number, FilterColumn])[];
}

interface SavedSheet {
  readonly id: number;
  readonly records: Omit<SheetRecords, 'filter'> & { readonly filter: SavedFilter | null };
  readonly rows: readonly (SavedRow | 0)[];
}

/** A workbook as plain JSON. */
export interface SavedWorkbook {
  readonly records: WorkbookRecords;
  readonly styles: readonly StyleFields[];
  readonly validations: readonly Validation[];
  readonly sheets: readonly SavedSheet[];
}

class Table<T> {
  readonly items: T[] = [];
  private readonly index = new Map<T, number>();

  of(item: T): number {
    let at = this.index.get(item);
    if (at === undefined) {
      at = this.items.length;
      this.items.push(item);
      this.index.set(item, at);
    }
    return at;
  }
}

function saveLayer<K extends LayerName, T>(
  row: Row,
  name: K,
  save: (value: Layers[K]) => T,
): SavedLayer<T> | undefined {
  const cells: [number, T][] = [];
  const length = row.layers[name]?.length ?? 0;
  for (let column = 0; column < length; column += 1) {
    const value = row.get(name, column);
    if (value !== null) cells.push([column, save(value)]);
  }
  return cells.length > 0 ? cells : undefined;
}

function saveRow(row: Row, styles: Table<Style>, validations: Table<Validation>): SavedRow | 0 {
  let width = row.values.length;
  while (width > 0 && (row.values[width - 1] ?? null) === null) width -= 1;
  const f = saveLayer(row, 'formula', (formula) => formula);
  const s = saveLayer(row, 'style', (style) => styles.of(style));
  const n = saveLayer(row, 'note', (note) => note);
  const d = saveLayer(row, 'validation', (rule) => validations.of(rule));
  const r = saveLayer(row, 'rich', (rich) => rich);
  if (width === 0 && !f && !s && !n && !d && !r) return 0;
  return {
    ...(width > 0 && { v: row.values.slice(0, width) }),
    ...(f && { f }),
    ...(s && { s }),
    ...(n && { n }),
    ...(d && { d }),
    ...(r && { r }),
  };
}

/** Everything of the workbook, sharing nothing that changes. */
export function saveWorkbook(workbook: Workbook): SavedWorkbook {
  const styles = new Table<Style>();
  const validations = new Table<Validation>();
  const sheets = workbook.sheets.map((sheet): SavedSheet => {
    const records = copyRecords(sheet.records);
    const filter = records.filter && { ...records.filter, columns: [...records.filter.columns] };
    const rows = sheet.rows.map((row) => (row ? saveRow(row, styles, validations) : 0));
    while (rows.length > 0 && rows[rows.length - 1] === 0) rows.pop();
    return { id: sheet.id, records: { ...records, filter }, rows };
  });
  return {
    records: structuredClone(workbook.records),
    styles: styles.items.map((style) => style.fields),
    validations: validations.items,
    sheets,
  };
}

function loadRow(
  saved: SavedRow,
  generation: number,
  styles: readonly (Style | null)[],
  validations: readonly Validation[],
): Row {
  const row = new Row(generation);
  row.values = [...(saved.v ?? [])];
  for (const [column, formula] of saved.f ?? []) row.set('formula', column, formula);
  for (const [column, at] of saved.s ?? []) row.set('style', column, styles[at] ?? null);
  for (const [column, note] of saved.n ?? []) row.set('note', column, note);
  for (const [column, at] of saved.d ?? []) row.set('validation', column, validations[at] ?? null);
  for (const [column, rich] of saved.r ?? []) row.set('rich', column, rich);
  return row;
}

/** The workbook that was saved. */
export function loadWorkbook(saved: SavedWorkbook, host: WorkbookHost): Workbook {
  const workbook = new Workbook(structuredClone(saved.records), host);
  const styles = saved.styles.map((fields) => styleOf(fields));
  workbook.sheets = saved.sheets.map((one) => {
    const records = structuredClone(one.records);
    const { filter } = records;
    const sheet = new Sheet(one.id, workbook, {
      ...records,
      filter: filter && { ...filter, columns: new Map(filter.columns) },
    });
    sheet.rows = one.rows.map((row) =>
      row === 0 ? null : loadRow(row, workbook.generation, styles, saved.validations),
    );
    sheet.formulaCount = countFormulas(sheet);
    sheet.touch(true);
    return sheet;
  });
  return workbook;
}

/** How many cells of the sheet hold a formula. */
export function countFormulas(sheet: Sheet): number {
  let count = 0;
  for (const row of sheet.rows) {
    for (const formula of row?.layers.formula ?? []) if (formula !== null) count += 1;
  }
  return count;
}
