/** Where the columns of a tab stand. */
import { COPIES_TAB, EVENTS_TAB, REPORT_TAB, START_TAB, STATE_TAB } from '../workbook/index.ts';
import { KEY_ROW, type Tab, type TabKey } from '../workbook/tab.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type KeyRow = readonly (string | number | boolean)[];

/** The tabs that the product alone writes, by place: people's columns may stand beside theirs, but not between them. */
const WRITTEN_BY_PLACE: readonly Tab[] = [START_TAB, EVENTS_TAB, REPORT_TAB, STATE_TAB, COPIES_TAB];

/** The keys of a tab's columns as they stand. One call. */
export function keysOf(sheet: Sheet): KeyRow {
  return sheet.getRange(`${KEY_ROW}:${KEY_ROW}`).getValues()[0] ?? [];
}

/**
 * Moves the columns of a tab that is written by place back to where they are declared, so that what people have put in between comes to the
 * right of them. A tab that lacks one of its columns is left as it is: Installera puts it there.
 * @param found the keys as they stand
 * @returns the keys as they stand now
 */
export function arranged(sheet: Sheet, tab: TabKey, found: KeyRow): KeyRow {
  const columns = WRITTEN_BY_PLACE.find(({ key }) => key === tab)?.columns ?? [];
  if (columns.some(({ key }) => !found.includes(key))) return found;
  const keys = [...found];
  columns.forEach(({ key }, place) => {
    const now = keys.indexOf(key);
    if (now === place) return;
    sheet.moveColumns(sheet.getRange(1, now + 1), place + 1);
    keys.splice(place, 0, ...keys.splice(now, 1));
  });
  return keys;
}

export function arrangeAll(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): void {
  for (const { key, name } of WRITTEN_BY_PLACE) {
    const sheet = spreadsheet.getSheetByName(name);
    if (sheet) arranged(sheet, key, keysOf(sheet));
  }
}
