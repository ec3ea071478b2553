import { type CellValue, Workbook as FileWorkbook, type Worksheet } from '@cj-tech-master/excelts';
import { OPEN_END, quoteSheetName, type Rect, rectName } from '../address.ts';
import { CellError, type Computed } from '../row.ts';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT, type Sheet } from '../sheet.ts';
import type { Workbook } from '../workbook.ts';
import { toFileFormula } from './formula-dialect.ts';
import { KEPT_SHEET, keptTexts, LONGEST_TEXT } from './kept.ts';
import { withPageNames } from './page-names.ts';
import { toFileStyle } from './styles.ts';
import { LISTS_SHEET, Lists, toFileValidation } from './validations.ts';

/** Pixels of a column for each character of width in a file. */
const PIXELS = 7;
const POINTS = 0.75;

type Result =
  | Exclude<Computed, null | CellError>
  | { error: '#N/A' | '#REF!' | '#NAME?' | '#DIV/0!' | '#NULL!' | '#VALUE!' | '#NUM!' };

function errorCode(code: string): Result {
  switch (code) {
    case '#N/A':
    case '#REF!':
    case '#NAME?':
    case '#DIV/0!':
    case '#NULL!':
    case '#NUM!':
      return { error: code };
    default:
      return { error: '#VALUE!' };
  }
}

function resultOf(value: Computed): Result {
  if (value instanceof CellError) return errorCode(value.code);
  return value ?? '';
}

function bounded(sheet: Sheet, range: Rect): Rect {
  return {
    ...range,
    bottom: range.bottom >= OPEN_END ? sheet.maxRows : range.bottom,
    right: range.right >= OPEN_END ? sheet.maxColumns : range.right,
  };
}

/**
 * The workbook as an .xlsx file: values, formulas with their results, number formats, looks, notes, validations, merges,
 * frozen and hidden parts, filters, named ranges; protections as locked cells. What the format has no place for lies in a
 * hidden sheet, from which readXlsx takes it back.
 */
export async function writeXlsx(source: Workbook): Promise<Uint8Array> {
  const { workbook, titles } = withPageNames(source);
  const file = new FileWorkbook();
  const lists = new Lists();
  // Other programs show the sheet that stands open even if it is hidden.
  const { activeSheet, sheets } = workbook;
  const shown = activeSheet.records.hidden ? sheets.find(({ records }) => !records.hidden) : activeSheet;
  const open = Math.max(0, sheets.indexOf(shown ?? activeSheet));
  file.views = [{ x: 0, y: 0, width: 20_000, height: 12_000, firstSheet: 0, activeTab: open, visibility: 'visible' }];
  for (const sheet of workbook.sheets) await writeSheet(file, sheet, lists);
  for (const { name, sheetId, range } of workbook.records.namedRanges) {
    const sheet = workbook.sheetById(sheetId);
    if (!sheet) continue;
    const { top, left, bottom, right } = bounded(sheet, range);
    const cells = rectName({ top, left, bottom, right }).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    file.definedNames.add(`${quoteSheetName(sheet.name)}!${cells}`, name);
  }
  if (lists.columns.length > 0) {
    const page = file.addWorksheet(LISTS_SHEET, { state: 'hidden' });
    lists.columns.forEach((items, column) => {
      items.forEach((item, row) => {
        page.getCell(row + 1, column + 1).value = item;
      });
    });
  }
  const kept = file.addWorksheet(KEPT_SHEET, { state: 'veryHidden' });
  keptTexts(workbook, titles).forEach((text, row) => {
    kept.getCell(row + 1, 1).value = text;
  });
  return new Uint8Array(await file.xlsx.writeBuffer());
}

async function writeSheet(file: FileWorkbook, sheet: Sheet, lists: Lists): Promise<void> {
  const { records } = sheet;
  const page = file.addWorksheet(sheet.name, {
    state: records.hidden ? 'hidden' : 'visible',
    ...(records.tabColor !== null && {
      properties: { tabColor: { argb: `FF${records.tabColor.slice(1).toUpperCase()}` } },
    }),
    views: [
      {
        rightToLeft: records.rightToLeft,
        showGridLines: !records.hiddenGridlines,
        ...(records.frozenRows > 0 || records.frozenColumns > 0
          ? { state: 'frozen', xSplit: records.frozenColumns, ySplit: records.frozenRows }
          : { state: 'normal' }),
      },
    ],
  });
  writeSizes(page, sheet);
  sheet.rows.forEach((row, index) => {
    if (!row) return;
    const layers = Object.values(row.layers).map((layer) => layer?.length ?? 0);
    const width = Math.max(row.values.length, ...layers);
    for (let column = 0; column < width; column += 1) writeCell(page, sheet, index, column, lists);
  });
  for (const merge of records.merges) page.mergeCells(rectName(bounded(sheet, merge)));
  if (records.filter) page.autoFilter = rectName(bounded(sheet, records.filter.range));
  await writeProtection(page, sheet);
}

function writeSizes(page: Worksheet, sheet: Sheet): void {
  sheet.records.columnSizes.forEach((size, index) => {
    if (!size) return;
    const column = page.getColumn(index + 1);
    column.width = (size.size ?? DEFAULT_COLUMN_WIDTH) / PIXELS;
    if (size.hidden) column.hidden = true;
  });
  sheet.records.rowSizes.forEach((size, index) => {
    if (!size) return;
    const row = page.getRow(index + 1);
    const hidden = size.hidden || size.filtered;
    // A row without cells is only written when it has a height.
    if (size.size !== null || hidden) row.height = (size.size ?? DEFAULT_ROW_HEIGHT) * POINTS;
    if (hidden) row.hidden = true;
  });
}

function writeCell(page: Worksheet, sheet: Sheet, row: number, column: number, lists: Lists): void {
  const formula = sheet.layer('formula', row, column);
  const raw = sheet.raw(row, column);
  const style = sheet.layer('style', row, column);
  const note = sheet.layer('note', row, column);
  const rule = sheet.layer('validation', row, column);
  if (formula === null && raw === null && !style && note === null && !rule) return;
  const cell = page.getCell(row + 1, column + 1);
  if (formula !== null) cell.value = formulaValue(sheet, row, column, formula);
  else if (raw !== null) cell.value = typeof raw === 'string' ? raw.slice(0, LONGEST_TEXT) : raw;
  const shown = style ?? sheet.workbook.calculator.resultStyle(sheet, row, column);
  if (shown) cell.style = { ...toFileStyle(shown) };
  if (note !== null) cell.note = note;
  const validation = rule && toFileValidation(sheet, row, column, rule, lists);
  if (validation) cell.dataValidation = validation;
}

function formulaValue(sheet: Sheet, row: number, column: number, formula: string): CellValue {
  const result = resultOf(sheet.value(row, column));
  const text = toFileFormula(formula, sheet.workbook.locale);
  return text === null ? formula : { formula: text, result };
}

/** A file knows one protection a sheet: locked cells. A protected range is locked, everything else is not. */
async function writeProtection(page: Worksheet, sheet: Sheet): Promise<void> {
  const hard = sheet.records.protections.filter((one) => !one.warningOnly);
  if (hard.length === 0) return;
  const whole = hard.find((one) => one.type === 'SHEET');
  const lock = (range: Rect, locked: boolean): void => {
    const { top, left, bottom, right } = bounded(sheet, range);
    for (let row = top; row < bottom; row += 1) {
      for (let column = left; column < right; column += 1) page.getCell(row + 1, column + 1).protection = { locked };
    }
  };
  if (whole) for (const hole of whole.unprotected) lock(hole, false);
  else {
    const size = sheet.dataSize();
    lock(
      {
        top: 0,
        left: 0,
        bottom: Math.min(sheet.maxRows, size.rows + 100),
        right: Math.min(sheet.maxColumns, size.columns + 5),
      },
      false,
    );
    for (const one of hard) if (one.range) lock(one.range, true);
  }
  await page.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    sort: true,
    autoFilter: true,
  });
}
