import type { Rect } from './address.ts';
import { outOfBounds, SheetError, TOO_MANY_CELLS } from './errors.ts';
import { adjustFormula } from './formula-text.ts';
import { countFormulas } from './json.ts';
import { LAYER_NAMES, type LayerName, type Row } from './row.ts';
import type { FilterColumn, Validation } from './rules.ts';
import type { Sheet } from './sheet.ts';
import { type Change, shiftArray, shiftIndex, shiftRect } from './shift.ts';
import { MAX_CELLS, MAX_COLUMNS, type Workbook } from './workbook.ts';

/** Throws unless the grid has these rows (or columns) and keeps at least one; `at` counts from 0. */
function check(sheet: Sheet, change: Change): void {
  const { axis, at, count } = change;
  const size = axis === 'rows' ? sheet.maxRows : sheet.maxColumns;
  if (count < 1 || at < 0) throw new SheetError(outOfBounds(axis));
  if (change.kind === 'insert') {
    if (at > size) throw new SheetError(outOfBounds(axis));
    checkRoom(sheet, axis === 'rows' ? count : 0, axis === 'columns' ? count : 0);
    return;
  }
  if (at + count > size) throw new SheetError(outOfBounds(axis));
  if (change.kind === 'delete') {
    if (count >= size) throw new SheetError(`You can't delete all the ${axis} on the sheet.`);
    const frozen = axis === 'rows' ? sheet.records.frozenRows : sheet.records.frozenColumns;
    if (frozen > 0 && at <= frozen && at + count >= size) {
      throw new SheetError(`Sorry, it is not possible to delete all non-frozen ${axis}.`);
    }
  } else if (change.to < 0 || change.to > size) throw new SheetError(outOfBounds(axis));
}

/** Throws when so many more rows or columns would pass the limits of a workbook. */
export function checkRoom(sheet: Sheet, rows: number, columns: number): void {
  const more = (sheet.maxRows + rows) * (sheet.maxColumns + columns) - sheet.maxRows * sheet.maxColumns;
  if (sheet.workbook.cellCount() + more > MAX_CELLS || sheet.maxColumns + columns > MAX_COLUMNS) {
    throw new SheetError(TOO_MANY_CELLS);
  }
}

/**
 * Inserts, deletes or moves rows or columns. Everything that refers to them moves along: formulas in every sheet, named
 * ranges, validations' ranges, protections, filters, conditional formats, merges, banding, groups, charts, metadata and
 * sizes.
 */
export function restructure(sheet: Sheet, change: Change): void {
  check(sheet, change);
  shiftReferences(sheet, change);
  if (change.axis === 'rows') shiftRows(sheet, change);
  else shiftColumns(sheet, change);
  shiftRecords(sheet, change);
  if (change.kind === 'delete' && sheet.formulaCount > 0) sheet.formulaCount = countFormulas(sheet);
  sheet.touch(true);
}

function shiftRows(sheet: Sheet, change: Change): void {
  const { records } = sheet;
  shiftArray<Row | null>(sheet.rows, change, () => null);
  shiftArray(records.rowSizes, change, () => null);
  if (change.kind === 'insert') {
    records.maxRows += change.count;
    inheritLooks(sheet, change.at, change.count, modelOf(change));
    if (change.at < records.frozenRows) records.frozenRows += change.count;
  } else if (change.kind === 'delete') {
    records.maxRows -= change.count;
    records.frozenRows -= Math.max(0, Math.min(records.frozenRows, change.at + change.count) - change.at);
  }
}

/** The row or column, counted after the insertion, after which new ones are made: the one before, unless told otherwise. */
function modelOf({ at, count, likeNext }: Extract<Change, { kind: 'insert' }>): number {
  return at > 0 && !likeNext ? at - 1 : at + count;
}

/**
 * New rows take over looks and validations of the row that they stand beside (see modelOf), as in Sheets. Contents and notes are not taken over.
 */
function inheritLooks(sheet: Sheet, at: number, count: number, from: number): void {
  const model = sheet.row(from);
  if (!model || (!model.layers.style && !model.layers.validation)) return;
  for (let index = at; index < at + count; index += 1) {
    const row = sheet.writable(index);
    for (const name of ['style', 'validation'] as const) copyLayerOf(model, row, name);
  }
}

function copyLayerOf(from: Row, to: Row, name: LayerName): void {
  const layer = from.layers[name];
  if (!layer) return;
  layer.forEach((value, column) => {
    if (value !== null) to.set(name, column, value);
  });
}

function shiftColumns(sheet: Sheet, change: Change): void {
  const { records } = sheet;
  for (let index = 0; index < sheet.rows.length; index += 1) {
    if (!sheet.rows[index]) continue;
    const row = sheet.writable(index);
    shiftArray(row.values, change, () => null);
    for (const name of LAYER_NAMES) {
      const layer: (unknown | null)[] | null = row.layers[name];
      if (layer) shiftArray(layer, change, () => null);
    }
    if (change.kind === 'insert') {
      const from = modelOf(change);
      const style = row.get('style', from);
      const validation = row.get('validation', from);
      for (let column = change.at; column < change.at + change.count; column += 1) {
        if (style) row.set('style', column, style);
        if (validation) row.set('validation', column, validation);
      }
    }
  }
  shiftArray(records.columnSizes, change, () => null);
  if (change.kind === 'insert') {
    records.maxColumns += change.count;
    if (change.at < records.frozenColumns) records.frozenColumns += change.count;
  } else if (change.kind === 'delete') {
    records.maxColumns -= change.count;
    records.frozenColumns -= Math.max(0, Math.min(records.frozenColumns, change.at + change.count) - change.at);
  }
}

function keep<T>(items: readonly T[], shift: (item: T) => T | null): T[] {
  return items.map(shift).filter((item) => item !== null);
}

function shiftRecords(sheet: Sheet, change: Change): void {
  const { records, workbook } = sheet;
  const moved = (range: Rect): Rect | null => shiftRect(range, change);
  records.merges = keep(records.merges, moved).filter(
    (merge) => merge.bottom - merge.top > 1 || merge.right - merge.left > 1,
  );
  records.conditionalFormats = keep(records.conditionalFormats, (rule) => {
    const ranges = keep(rule.ranges, moved);
    return ranges.length > 0 ? { ...rule, ranges } : null;
  });
  records.protections = keep(records.protections, (one) => {
    if (!one.range) return { ...one, unprotected: keep(one.unprotected, moved) };
    const range = moved(one.range);
    return range && { ...one, range, unprotected: keep(one.unprotected, moved) };
  });
  records.bandings = keep(records.bandings, (one) => {
    const range = moved(one.range);
    return range && { ...one, range };
  });
  records.groups = keep(records.groups, (one) => {
    if (one.axis !== change.axis) return one;
    const range = moved(change.axis === 'rows' ? span(one.start, one.end, 0, 1) : span(0, 1, one.start, one.end));
    if (!range) return null;
    return change.axis === 'rows'
      ? { ...one, start: range.top, end: range.bottom }
      : { ...one, start: range.left, end: range.right };
  });
  if (records.filter) {
    const range = moved(records.filter.range);
    const columns = new Map<number, FilterColumn>();
    for (const [column, criteria] of records.filter.columns) {
      const at = change.axis === 'columns' ? shiftIndex(column, change) : column;
      if (at !== null) columns.set(at, criteria);
    }
    records.filter = range && { range, columns };
  }
  for (const chart of records.charts) {
    if (change.axis === 'rows') chart.anchorRow = shiftIndex(chart.anchorRow, change) ?? change.at;
    else chart.anchorColumn = shiftIndex(chart.anchorColumn, change) ?? change.at;
  }
  if (records.images) {
    records.images = records.images.map((image) =>
      change.axis === 'rows'
        ? { ...image, anchorRow: shiftIndex(image.anchorRow, change) ?? change.at }
        : { ...image, anchorColumn: shiftIndex(image.anchorColumn, change) ?? change.at },
    );
  }
  for (const other of workbook.sheets) {
    for (const chart of other.records.charts) {
      chart.ranges = keep(chart.ranges, (one) => {
        if (one.sheetId !== sheet.id) return one;
        const range = moved(one.range);
        return range && { ...one, range };
      });
    }
  }
  workbook.records.namedRanges = keep(workbook.records.namedRanges, (one) => {
    if (one.sheetId !== sheet.id) return one;
    const range = moved(one.range);
    return range && { ...one, range };
  });
  shiftMetadata(workbook, sheet.id, change);
}

function span(top: number, bottom: number, left: number, right: number): Rect {
  return { top, bottom, left, right };
}

function shiftMetadata(workbook: Workbook, sheetId: number, change: Change): void {
  const type = change.axis === 'rows' ? 'ROW' : 'COLUMN';
  workbook.records.metadata = keep(workbook.records.metadata, (one) => {
    const { location } = one;
    if (location.type !== type || location.sheetId !== sheetId) return one;
    const index = shiftIndex(location.index, change);
    return index === null ? null : { ...one, location: { ...location, index } };
  });
}

/** Formulas, and validations that draw on a range, in every sheet; before the rows themselves move. */
function shiftReferences(sheet: Sheet, change: Change): void {
  const replaced = new Map<Validation, Validation>();
  for (const other of sheet.workbook.sheets) {
    let touched = false;
    for (let index = 0; index < other.rows.length; index += 1) {
      const row = other.rows[index];
      if (!row) continue;
      const { formula: formulas, validation: validations } = row.layers;
      for (let column = 0; formulas && column < formulas.length; column += 1) {
        const before = formulas[column];
        if (!before) continue;
        const after = adjustFormula(before, other.name, sheet.name, change);
        if (after === before) continue;
        other.writable(index).set('formula', column, after);
        touched = true;
      }
      for (let column = 0; validations && column < validations.length; column += 1) {
        const rule = validations[column];
        if (!rule || !mayRefer(rule)) continue;
        const next = shiftValidation(rule, replaced, other, sheet, change);
        if (next === rule) continue;
        other.writable(index).set('validation', column, next);
        touched = true;
      }
    }
    if (shiftConditions(other, sheet, change) || touched) other.touch(true);
  }
}

/** Formulas of conditional formats; true when one changed. */
function shiftConditions(own: Sheet, sheet: Sheet, change: Change): boolean {
  let changed = false;
  own.records.conditionalFormats = own.records.conditionalFormats.map((rule) => {
    const formula = rule.condition?.criteria === 'CUSTOM_FORMULA' ? rule.condition.values[0] : null;
    if (typeof formula !== 'string') return rule;
    const after = adjustFormula(formula, own.name, sheet.name, change);
    if (after === formula) return rule;
    changed = true;
    return { ...rule, condition: { criteria: 'CUSTOM_FORMULA', values: [after] } };
  });
  return changed;
}

function mayRefer(rule: Validation): boolean {
  return rule.source !== null || rule.criteria === 'CUSTOM_FORMULA';
}

function shiftValidation(
  rule: Validation,
  known: Map<Validation, Validation>,
  own: Sheet,
  sheet: Sheet,
  change: Change,
): Validation {
  const found = known.get(rule);
  if (found) return found;
  let next = rule;
  if (rule.source?.sheetId === sheet.id) {
    const range = shiftRect(rule.source.range, change);
    if (range) next = { ...rule, source: { sheetId: sheet.id, range } };
  } else if (rule.criteria === 'CUSTOM_FORMULA') {
    const [formula] = rule.values;
    const after = typeof formula === 'string' ? adjustFormula(formula, own.name, sheet.name, change) : formula;
    if (after !== formula && after !== undefined) next = { ...rule, values: [after] };
  }
  known.set(rule, next);
  return next;
}
