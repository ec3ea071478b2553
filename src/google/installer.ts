/** Applies the described tabs to the spreadsheet. It can be run at any time: what is there stays, what is missing comes. */

import { columnLetters } from '../workbook/formulas.ts';
import { type ColumnLayout, formulaAt, TAB_NAMES, type TabLayout, type Validation } from '../workbook/index.ts';
import { FIRST_DATA_ROW, KEY_ROW } from '../workbook/tab.ts';
import { arranged, keysOf } from './columns.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type KeyRow = readonly (string | number | boolean)[];

const TABS: readonly string[] = Object.values(TAB_NAMES);

const headingsAndKeys = (columns: readonly ColumnLayout[]): string[][] => [
  columns.map((column) => column.heading),
  columns.map((column) => column.key),
];

/** The keys of a tab's columns as they stand now; columns that are missing are put at the end, behind those of people. */
function withMissingColumns(sheet: Sheet, layout: TabLayout): KeyRow {
  const keys = [...keysOf(sheet)];
  const missing = layout.columns.filter((column) => !keys.includes(column.key));
  if (missing.length === 0) return keys;
  const used = sheet.getLastColumn();
  const lacking = used + missing.length - keys.length;
  if (lacking > 0) sheet.insertColumnsAfter(keys.length, lacking);
  sheet.getRange(1, used + 1, KEY_ROW, missing.length).setValues(headingsAndKeys(missing));
  missing.forEach((column, index) => {
    keys[used + index] = column.key;
  });
  return keys;
}

/** A new tab has 1,000 rows and 26 columns, unless Google has changed its mind: hence the two questions. */
function makeGrid(sheet: Sheet, layout: TabLayout): void {
  const [hasRows, hasColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  const rows = layout.gridRows - hasRows;
  if (rows > 0) sheet.insertRowsAfter(hasRows, rows);
  else if (rows < 0) sheet.deleteRows(layout.gridRows + 1, -rows);
  const columns = layout.gridColumns - hasColumns;
  if (columns > 0) sheet.insertColumnsAfter(hasColumns, columns);
  else if (columns < 0) sheet.deleteColumns(layout.gridColumns + 1, -columns);
}

function ruleOf(spreadsheet: Spreadsheet, validation: Validation): GoogleAppsScript.Spreadsheet.DataValidation | null {
  const builder = SpreadsheetApp.newDataValidation().setAllowInvalid(true).setHelpText(validation.help);
  switch (validation.kind) {
    case 'list':
      return builder.requireValueInList([...validation.values], true).build();
    case 'column': {
      const sheet = spreadsheet.getSheetByName(validation.tab === 'units' ? 'Verksamheter' : validation.tab);
      // The installer has just placed the column where it is declared, or found it by its key.
      const place = sheet ? keyPlace(sheet, validation.column) : 0;
      const letters = columnLetters(place);
      return sheet && place > 0
        ? builder.requireValueInRange(sheet.getRange(`${letters}${FIRST_DATA_ROW}:${letters}`), true).build()
        : null;
    }
    case 'date':
      return builder.requireDate().build();
    case 'tick':
      return builder.requireCheckbox().build();
    case 'whole-number':
      return builder.requireNumberGreaterThanOrEqualTo(0).build();
  }
}

function keyPlace(sheet: Sheet, key: string): number {
  return keysOf(sheet).indexOf(key) + 1;
}

/** Neighbours of which the same holds, as 1-based first place and number. */
function runs<T>(items: readonly T[], same: (left: T, right: T) => boolean): { first: number; items: T[] }[] {
  const found: { first: number; items: T[] }[] = [];
  items.forEach((item, index) => {
    const last = found.at(-1);
    if (last?.items[0] !== undefined && same(last.items[0], item)) last.items.push(item);
    else found.push({ first: index + 1, items: [item] });
  });
  return found;
}

/** The width that most columns have is set for all of them at once, and the others one by one. */
function setWidths(sheet: Sheet, columns: readonly ColumnLayout[]): void {
  const usual: number | undefined = columns
    .map(({ width }) => ({ width, times: columns.filter((one) => one.width === width).length }))
    .sort((left, right) => right.times - left.times)[0]?.width;
  if (usual === undefined) return;
  sheet.setColumnWidths(1, columns.length, usual);
  for (const { first, items } of runs(columns, (left, right) => left.width === right.width)) {
    const width: number = items[0]?.width ?? usual;
    if (width !== usual && items.some((column) => !column.hidden)) sheet.setColumnWidths(first, items.length, width);
  }
}

/** Gives a new tab all that its columns are to have, each property in one call for the whole tab. */
function dressColumns(sheet: Sheet, spreadsheet: Spreadsheet, layout: TabLayout): void {
  const { columns } = layout;
  const rows = layout.gridRows - FIRST_DATA_ROW + 1;
  const data = sheet.getRange(FIRST_DATA_ROW, 1, rows, columns.length);
  const block = <T>(value: (column: ColumnLayout) => T): T[][] => {
    const row = columns.map(value);
    return Array.from({ length: rows }, () => row);
  };
  data.setNumberFormats(block((column) => column.numberFormat));
  data.setHorizontalAlignments(block((column) => column.align));
  if (columns.some((column) => column.wrap)) data.setWraps(block((column) => column.wrap));
  if (columns.some((column) => column.background !== null)) data.setBackgrounds(block((column) => column.background));
  if (columns.some((column) => column.textColour !== null)) data.setFontColors(block((column) => column.textColour));
  if (columns.some((column) => column.note !== '')) {
    sheet.getRange(1, 1, 1, columns.length).setNotes([columns.map((column) => column.note)]);
  }
  // A tick box on an empty row would make the row count as filled: rows get theirs when they get a person.
  const rules = columns.map(({ validation }) =>
    validation && validation.kind !== 'tick' ? ruleOf(spreadsheet, validation) : null,
  );
  if (rules.some((rule) => rule !== null)) data.setDataValidations(Array.from({ length: rows }, () => rules));
  if (layout.hidden) return;
  setWidths(sheet, columns);
  for (const { first, items } of runs(columns, (left, right) => left.hidden === right.hidden)) {
    if (items[0]?.hidden) sheet.hideColumns(first, items.length);
  }
}

function conditionalRules(
  sheet: Sheet,
  layout: TabLayout,
  places: ReadonlyMap<string, number>,
  keyRow: KeyRow,
  rows: number,
) {
  return layout.conditionalFormats.flatMap((format) => {
    const place = places.get(format.column);
    const formula = format.condition === 'formula' ? formulaAt(format.value, keyRow) : null;
    if (place === undefined || (format.condition === 'formula' && formula === null)) return [];
    const builder = SpreadsheetApp.newConditionalFormatRule()
      .setRanges([sheet.getRange(FIRST_DATA_ROW, place, rows, 1)])
      .setBackground(format.background)
      .setFontColor(format.text)
      .setBold(format.bold);
    if (formula !== null) return [builder.whenFormulaSatisfied(formula).build()];
    return [
      format.condition === 'text-is'
        ? builder.whenTextEqualTo(format.value).build()
        : builder.whenTextContains(format.value).build(),
    ];
  });
}

/** What the product's own protections begin with. */
const OWN = 'Diplomering: ';

/** @param from what the description of those to be removed begins with: one that was cut off when it was made has none yet */
function removeProtections(sheet: Sheet, from = OWN): void {
  for (const type of [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE]) {
    for (const old of sheet.getProtections(type)) if (old.getDescription().startsWith(from)) old.remove();
  }
}

/** Warnings, never refusals: owners pass protections and editors can change the script anyway. */
function protect(sheet: Sheet, layout: TabLayout, places: ReadonlyMap<string, number>, rows: number): void {
  if (layout.protectedTab) {
    const free = layout.columns.filter((column) => column.key === 'action').map((column) => places.get(column.key));
    const protection = sheet
      .protect()
      .setDescription(OWN + layout.protectionNote)
      .setWarningOnly(true);
    const ranges = free.flatMap((place) =>
      place === undefined ? [] : [sheet.getRange(FIRST_DATA_ROW, place, rows, 1)],
    );
    if (ranges.length > 0) protection.setUnprotectedRanges(ranges);
    return;
  }
  for (const column of layout.columns) {
    const place = places.get(column.key);
    if (!column.protected || place === undefined) continue;
    sheet
      .getRange(FIRST_DATA_ROW, place, rows, 1)
      .protect()
      .setDescription(OWN + layout.protectionNote)
      .setWarningOnly(true);
  }
}

/**
 * The tab of a layout, and whether it has yet to be dressed. Its keys are written last: without them and without content it is one that an
 * installation which was cut off has left. Without keys but with content it is somebody's own, and makes way.
 */
function openTab(spreadsheet: Spreadsheet, layout: TabLayout, index: number): { sheet: Sheet; isNew: boolean } {
  const existing = spreadsheet.getSheetByName(layout.name) ?? renamedTab(spreadsheet, layout);
  if (existing !== null) {
    const keys = keysOf(existing);
    if (layout.columns.some(({ key }) => keys.includes(key))) return { sheet: existing, isNew: false };
    if (existing.getLastRow() === 0) {
      removeProtections(existing, '');
      return { sheet: existing, isNew: true };
    }
    existing.setName(`${layout.name} (egen)`);
  }
  return { sheet: spreadsheet.insertSheet(layout.name, index), isNew: true };
}

/** A tab that somebody has given another name, under its own again; null where there is none. Asked for only where a tab is missing. */
function renamedTab(spreadsheet: Spreadsheet, { name, columns }: TabLayout): Sheet | null {
  const isIt = (sheet: Sheet): boolean => {
    if (sheet.isSheetHidden() || TABS.includes(sheet.getName()) || sheet.getMaxRows() < KEY_ROW) return false;
    const keys = keysOf(sheet);
    return columns.every(({ key }) => keys.includes(key));
  };
  return spreadsheet.getSheets().find(isIt)?.setName(name) ?? null;
}

function applyTab(spreadsheet: Spreadsheet, layout: TabLayout, index: number): void {
  const { sheet, isNew } = openTab(spreadsheet, layout, index);
  if (isNew) makeGrid(sheet, layout);
  const keyRow = isNew
    ? layout.columns.map(({ key }) => key)
    : arranged(sheet, layout.key, withMissingColumns(sheet, layout));
  const places = new Map(keyRow.map((key, place) => [String(key), place + 1]));
  const rows = (isNew ? layout.gridRows : sheet.getMaxRows()) - FIRST_DATA_ROW + 1;
  const style = SpreadsheetApp.newTextStyle().setBold(layout.heading.bold).setForegroundColor(layout.heading.text);
  sheet
    .getRange(1, 1, 1, isNew ? layout.gridColumns : keyRow.length)
    .setBackground(layout.heading.background)
    .setTextStyle(style.build())
    .setWrap(true);
  // A new tab as a whole; what people have chosen for their rows since then is theirs.
  sheet.getRange(1, 1, isNew ? layout.gridRows : 1, keyRow.length).setVerticalAlignment('middle');
  sheet.setRowHeight(1, layout.heading.height);
  sheet.setFrozenRows(layout.frozenRows);
  sheet.setTabColor(layout.colour);
  if (isNew && layout.frozenColumns > 0) sheet.setFrozenColumns(layout.frozenColumns);
  if (isNew) dressColumns(sheet, spreadsheet, layout);
  for (const row of layout.hiddenRows) sheet.hideRows(row);
  const formats = conditionalRules(sheet, layout, places, keyRow, rows);
  if (!isNew || formats.length > 0) sheet.setConditionalFormatRules(formats);
  if (!isNew) removeProtections(sheet);
  protect(sheet, layout, places, rows);
  if (isNew && layout.hidden) sheet.hideSheet();
  if (isNew) sheet.getRange(1, 1, KEY_ROW, keyRow.length).setValues(headingsAndKeys(layout.columns));
}

/** Makes or repairs every tab. */
export function installTabs(layouts: readonly TabLayout[]): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  layouts.forEach((layout, index) => {
    applyTab(spreadsheet, layout, index);
  });
  // The blank tab of a new workbook only stands in the way. Later there are those of the forms' answers besides.
  const own = new Set(layouts.map(({ name }) => name));
  const others = spreadsheet.getSheets().filter((sheet) => !own.has(sheet.getName()));
  const [blank] = others;
  if (blank && others.length === 1 && blank.getLastRow() === 0) spreadsheet.deleteSheet(blank);
}

/** Gives the rows of a tab their tick boxes and computed cells. The formulas name their own row, so any row may have any of them. */
export function decorateRows(layout: TabLayout, firstRow: number, lastRow: number): void {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(layout.name);
  if (!sheet || lastRow < firstRow) return;
  const keyRow = keysOf(sheet);
  const rows = lastRow - firstRow + 1;
  for (const column of layout.columns) {
    const place = keyRow.indexOf(column.key) + 1;
    if (place === 0) continue;
    const formula = column.formula === null ? null : formulaAt(column.formula, keyRow);
    if (formula !== null) sheet.getRange(firstRow, place, rows, 1).setFormula(formula);
    if (column.validation?.kind === 'tick') {
      const rule = SpreadsheetApp.newDataValidation().requireCheckbox().setAllowInvalid(true).build();
      sheet.getRange(firstRow, place, rows, 1).setDataValidation(rule);
    }
  }
}
