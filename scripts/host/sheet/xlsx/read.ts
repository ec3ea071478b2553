import { type Cell, type CellValue, Workbook as FileWorkbook, type Worksheet } from '@cj-tech-master/excelts';
import { parseAddress, type Rect } from '../address.ts';
import { displayAt } from '../display.ts';
import { countFormulas } from '../json.ts';
import type { Raw } from '../row.ts';
import type { Validation } from '../rules.ts';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT, newRecords, Sheet } from '../sheet.ts';
import { isTextStyle } from '../style.ts';
import { renameSheet } from '../tabs.ts';
import type { Workbook } from '../workbook.ts';
import { withPlainBooleans } from './booleans.ts';
import { fromFileFormula } from './formula-dialect.ts';
import { KEPT_SHEET, type Kept, type KeptSheet, LONGEST_TEXT, readKept } from './kept.ts';
import { fromFileStyle, hexOf } from './styles.ts';
import { fromFileValidation, LISTS_SHEET } from './validations.ts';

const PIXELS = 7;
const POINTS = 0.75;
const DAY = 86_400_000;
/** LibreOffice writes boolean values as formulas. */
const TRUTH = /^=?(TRUE|FALSE)\(\)$/i;
const HELPERS = new Set([KEPT_SHEET, LISTS_SHEET]);
/** Validations of files often reach to the last row; no more rows than this are taken from one. */
const MOST_ROWS = 20_000;

/**
 * Replaces the content of a workbook by that of an .xlsx file, its own id, owner, locale and zone kept. Throws if the file
 * is no workbook; the old content is untouched then.
 */
export async function readXlsx(bytes: Uint8Array, workbook: Workbook): Promise<void> {
  const file = new FileWorkbook();
  await file.xlsx.load(Uint8Array.from(withPlainBooleans(bytes)).buffer);
  const pages = file.worksheets.filter((page) => !HELPERS.has(page.name));
  if (pages.length === 0) throw new Error('The file has no sheets');
  const kept = keptOf(file);
  workbook.generation += 1;
  const { records } = workbook;
  records.namedRanges = [];
  records.metadata = kept?.metadata ?? [];
  records.nextId = Math.max(records.nextId, kept?.nextId ?? 0);
  records.selection = null;
  workbook.sheets = [];
  const made = pages.map((page) => {
    const known = kept?.sheets.find((one) => one.name === page.name);
    const sheet = new Sheet(known?.id ?? workbook.newSheetId(), workbook, newRecords(page.name, 1000, 26));
    workbook.sheets.push(sheet);
    return { page, sheet, known };
  });
  const lists = listsOf(file);
  for (const { page, sheet, known } of made) readSheet(page, sheet, known, lists);
  readNames(file, workbook);
  for (const { sheet, known } of made) {
    if (known?.title !== undefined && !workbook.sheetByName(known.title)) renameSheet(sheet, known.title);
  }
  records.activeSheetId = workbook.sheets.find((sheet) => !sheet.records.hidden)?.id ?? 0;
  for (const sheet of workbook.sheets) sheet.touch(true);
}

function keptOf(file: FileWorkbook): Kept | null {
  const page = file.getWorksheet(KEPT_SHEET);
  if (!page) return null;
  return readKept(Array.from({ length: page.rowCount }, (_, row) => String(page.getCell(row + 1, 1).value ?? '')));
}

function listsOf(file: FileWorkbook): (column: number) => string[] {
  const page = file.getWorksheet(LISTS_SHEET);
  return (column) => {
    if (!page) return [];
    const items = Array.from({ length: page.rowCount }, (_, row) => page.getCell(row + 1, column + 1).text);
    return items.filter((item) => item !== '');
  };
}

function readSheet(
  page: Worksheet,
  sheet: Sheet,
  known: KeptSheet | undefined,
  lists: (column: number) => string[],
): void {
  const { records } = sheet;
  records.maxRows = Math.max(known?.maxRows ?? 1000, page.rowCount);
  records.maxColumns = Math.max(known?.maxColumns ?? 26, page.columnCount);
  records.hidden = page.state !== 'visible' && page.state !== undefined;
  records.tabColor = hexOf(page.properties.tabColor);
  const views: Worksheet['views'] | undefined = page.views;
  const view = views?.[0];
  if (view) {
    records.rightToLeft = view.rightToLeft === true;
    records.hiddenGridlines = view.showGridLines === false;
  }
  const frozen = view?.state === 'frozen' ? view : null;
  records.frozenRows = frozen?.ySplit ?? known?.frozenRows ?? 0;
  records.frozenColumns = frozen?.xSplit ?? known?.frozenColumns ?? 0;
  records.formUrl = known?.formUrl ?? null;
  page.eachRow({ includeEmpty: true }, (row, number) => {
    // LibreOffice tells the height of every row, and of which ones a person has chosen it.
    const size = row.customHeight ? heightOf(row.height) : null;
    if (row.hidden || size !== null) sheet.setSize('rows', number - 1, { hidden: row.hidden === true, size });
    row.eachCell({ includeEmpty: true }, (cell, column) => readCell(sheet, cell, number - 1, column - 1));
  });
  for (let index = 0; index < page.columnCount; index += 1) {
    const column = page.getColumn(index + 1);
    const width = column.width ? Math.round(column.width * PIXELS) : null;
    const own = width !== null && Math.abs(width - DEFAULT_COLUMN_WIDTH) > 1;
    if (own || column.hidden)
      sheet.setSize('columns', index, { size: own ? width : null, hidden: column.hidden === true });
  }
  readRules(page, sheet, known, lists);
  if (known) putBack(sheet, known);
  sheet.formulaCount = countFormulas(sheet);
}

/** What the file's cells have no place for, where they still hold what it belongs to. */
function putBack(sheet: Sheet, { marks = [], longTexts = [] }: KeptSheet): void {
  const headings = Array.from({ length: sheet.maxColumns }, (_, column) => displayAt(sheet, 0, column));
  const taken = new Set<number>();
  for (const { column, heading, mark } of marks) {
    const now =
      headings[column] === heading ? column : headings.findIndex((one, at) => one === heading && !taken.has(at));
    if (now < 0) continue;
    taken.add(now);
    sheet.setSize('columns', now, { mark });
  }
  for (const { row, column, text } of longTexts) {
    const value = sheet.raw(row, column);
    if (typeof value === 'string' && value.length >= LONGEST_TEXT - 1 && text.startsWith(value)) {
      sheet.put(sheet.writable(row), column, text, null);
    }
  }
}

/** Pixels of a height in points; null for the height that every row has. */
function heightOf(points: number | undefined): number | null {
  const pixels = points ? Math.round(points / POINTS) : DEFAULT_ROW_HEIGHT;
  return pixels === DEFAULT_ROW_HEIGHT ? null : pixels;
}

function readRules(
  page: Worksheet,
  sheet: Sheet,
  known: KeptSheet | undefined,
  lists: (column: number) => string[],
): void {
  const { records, workbook } = sheet;
  const rules = new Map<string, Validation | null>();
  for (const [address, rule] of Object.entries(page.dataValidations.model)) {
    const area = parseAddress(address.replace(/^range:/, ''));
    if (!area || !rule) continue;
    const custom = rule.type === 'custom' ? address : '';
    const key = custom + JSON.stringify(rule);
    let made = rules.get(key);
    if (made === undefined) {
      made = fromFileValidation(workbook, sheet, rule, lists);
      rules.set(key, made);
    }
    if (made) setRule(sheet, area, made);
  }
  records.merges = (page.model.merges ?? page.model.mergeCells ?? []).map(rectOf).filter((merge) => merge !== null);
  const filter = typeof page.autoFilter === 'string' ? rectOf(page.autoFilter) : null;
  records.filter = filter && { range: filter, columns: new Map() };
  records.protections = known?.protections ?? [];
  records.bandings = known?.bandings ?? [];
  records.groups = known?.groups ?? [];
  records.charts = known?.charts ?? [];
  if (known?.images) records.images = known.images;
  records.conditionalFormats = known?.conditionalFormats ?? [];
  if (!known && page.sheetProtection?.sheet) {
    records.protections.push({
      id: workbook.nextId(),
      type: 'SHEET',
      range: null,
      namedRangeId: null,
      description: '',
      warningOnly: false,
      domainEdit: false,
      editors: [workbook.records.owner],
      unprotected: unlockedIn(page),
    });
  }
}

/** The cells that may be edited on a protected sheet: a range for each stretch of a column. */
function unlockedIn(page: Worksheet): Rect[] {
  const found: Rect[] = [];
  page.eachRow((row, number) => {
    row.eachCell({ includeEmpty: true }, (cell, at) => {
      if (cell.protection?.locked !== false) return;
      const above = found.findIndex((one) => one.left === at - 1 && one.bottom === number - 1);
      const top = found[above]?.top ?? number - 1;
      found.splice(above < 0 ? found.length : above, above < 0 ? 0 : 1, {
        top,
        left: at - 1,
        bottom: number,
        right: at,
      });
    });
  });
  return found;
}

function setRule(sheet: Sheet, area: Rect, rule: Validation): void {
  const bottom = Math.min(area.bottom, Math.max(sheet.maxRows, area.top + 1), area.top + MOST_ROWS);
  for (let row = area.top; row < bottom; row += 1) {
    for (let column = area.left; column < Math.min(area.right, sheet.maxColumns); column += 1)
      sheet.setLayer('validation', row, column, rule);
  }
}

function rectOf(address: string): Rect | null {
  const parsed = parseAddress(address);
  return parsed && { top: parsed.top, left: parsed.left, bottom: parsed.bottom, right: parsed.right };
}

function readCell(sheet: Sheet, cell: Cell, row: number, column: number): void {
  const style = fromFileStyle(cell.style, sheet.workbook.locale);
  const merged = cell.isMerged && cell.master !== cell;
  const value = merged ? null : cell.value;
  const { note } = cell;
  if (value === null && !style && note === undefined) return;
  const target = sheet.writable(row);
  if (style) target.set('style', column, style);
  const formula = value === null ? undefined : cell.formula;
  const truth = formula === undefined ? null : TRUTH.exec(formula)?.[1];
  if (truth) sheet.put(target, column, truth.toUpperCase() === 'TRUE', null);
  else if (formula) sheet.put(target, column, null, fromFileFormula(formula, sheet.workbook.locale));
  else if (value !== null && value !== undefined) {
    const raw = rawOf(value);
    sheet.put(target, column, isTextStyle(style) && raw !== null ? String(raw) : raw, null);
  }
  const text = noteText(note);
  if (text !== '') target.set('note', column, text);
}

function noteText(note: Cell['note']): string {
  if (typeof note === 'string') return note;
  return (note?.texts ?? []).map((part) => part.text).join('');
}

/** A date of a file is a moment in UTC that stands for what the calendar shows. */
function rawOf(value: CellValue): Raw {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Math.round(value.getTime() + 25_569 * DAY) / DAY;
  if (typeof value !== 'object') return value;
  if ('error' in value) return value.error;
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('hyperlink' in value) return value.text;
  return 'checkbox' in value ? value.checkbox : null;
}

function readNames(file: FileWorkbook, workbook: Workbook): void {
  for (const { name, ranges } of file.definedNames.model) {
    const address = ranges[0] === undefined || name.startsWith('_') ? null : parseAddress(ranges[0]);
    const sheet = address?.sheetName ? workbook.sheetByName(address.sheetName) : null;
    if (!address || !sheet) continue;
    const { top, left, bottom, right } = address;
    workbook.records.namedRanges.push({
      id: `nr${workbook.nextId()}`,
      name,
      sheetId: sheet.id,
      range: { top, left, bottom, right },
    });
  }
}
