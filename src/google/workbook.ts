/** The workbook through SpreadsheetApp: whole tabs in one call, dates as ISO texts so that no Date leaves this file. */
import { LAYOUTS } from '../app/layouts.ts';
import type { Cell, WorkbookPort } from '../app/ports.ts';
import { dayOf } from '../domain/calendar.ts';
import { columnLetters } from '../workbook/formulas.ts';
import { SERIAL_EPOCH } from '../workbook/read-date.ts';
import { arrangeAll } from './columns.ts';
import { decorateRows } from './installer.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/**
 * A date cell as `YYYY-MM-DD`, or with `THH:MM` where it has a time. Apps Script builds Dates in the script's zone, which the
 * installer has made equal to the workbook's; so the local parts are the ones that the person sees.
 */
function isoText(date: Date): string {
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
  const [hours, minutes] = [date.getHours(), date.getMinutes()];
  return hours === 0 && minutes === 0 ? day : `${day}T${twoDigits(hours)}:${twoDigits(minutes)}`;
}

/** What a person has typed as 20251006 is the number of a far day where the cell is formatted as a date: that number is given back. */
function dateCell(date: Date): Cell {
  const year = date.getFullYear();
  return year < 10_000 ? isoText(date) : dayOf(year, date.getMonth() + 1, date.getDate()) + SERIAL_EPOCH;
}

export function toCells(rows: unknown[][]): Cell[][] {
  for (const row of rows) {
    for (let index = 0; index < row.length; index += 1) {
      const value = row[index];
      // A cell is a number, a text, a truth value or a Date.
      if (typeof value === 'object' && value instanceof Date) row[index] = dateCell(value);
    }
  }
  return rows as Cell[][];
}

export function sheetWorkbook(): WorkbookPort {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const need = (tab: string): GoogleAppsScript.Spreadsheet.Sheet => {
    const sheet = spreadsheet.getSheetByName(tab);
    if (!sheet) throw new Error(`Fliken ${tab} saknas. Välj Diplomering → Installera.`);
    return sheet;
  };
  /** From column A, between rows that may be open; what lies outside the grid is left out. */
  const cells = (tab: string, first: number | '', columns: number | null, last: number | '' = ''): Cell[][] | null => {
    const sheet = spreadsheet.getSheetByName(tab);
    if (!sheet) return null;
    const rangeOf = (width: number) => sheet.getRange(`A${first}:${columnLetters(width)}${last}`);
    try {
      return toCells(rangeOf(columns ?? sheet.getMaxColumns()).getValues());
    } catch (cause) {
      // People delete rows and columns, and to ask each time how many there are would be a call more for every reading.
      if (first !== '' && first > sheet.getMaxRows()) return [];
      const width = sheet.getMaxColumns();
      if (columns === null || columns <= width) throw cause;
      return toCells(rangeOf(width).getValues());
    }
  };
  return {
    id: () => spreadsheet.getId(),
    read: (tab, columns) => cells(tab, '', columns),
    readFrom: (tab, firstRow, columns) => cells(tab, firstRow, columns),
    readRow: (tab, row, columns) => cells(tab, row, columns, row)?.[0] ?? null,
    append(tab, row) {
      need(tab).appendRow([...row]);
    },
    write(tab, firstRow, firstColumn, rows) {
      const width = rows[0]?.length ?? 0;
      if (width === 0) return;
      need(tab)
        .getRange(firstRow, firstColumn, rows.length, width)
        .setValues(rows.map((row) => [...row]));
      SpreadsheetApp.flush();
    },
    decorate(tab, firstRow, lastRow) {
      const layout = LAYOUTS.find((one) => one.key === tab);
      if (layout) decorateRows(layout, firstRow, lastRow);
    },
    duplicate(tab, name) {
      const kept = spreadsheet.getSheetByName(name) ?? need(tab).copyTo(spreadsheet).setName(name);
      kept.hideSheet();
    },
    drop(tab) {
      const sheet = spreadsheet.getSheetByName(tab);
      if (sheet) spreadsheet.deleteSheet(sheet);
    },
    arrange() {
      arrangeAll(spreadsheet);
    },
    addRows(tab, after, count) {
      need(tab).insertRowsAfter(after, count);
    },
  };
}
