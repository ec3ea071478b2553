import { describe, expect, it } from 'vitest';
import { errorOf, valueIn } from '../script.ts';

const SHEET = 'const ss = SpreadsheetApp.getActiveSpreadsheet(); const sheet = ss.getActiveSheet();';

function inSheet(body: string): unknown {
  return valueIn(`${SHEET} ${body}`);
}

function failing(body: string): string {
  return errorOf(`${SHEET} ${body}`);
}

describe('merged cells', () => {
  // The texts as scripts on Google's servers have met them.
  const WHOLE = 'You must select all cells in a merged range to merge or unmerge them.';

  it.each([
    ["sheet.getRange('A1:B2').merge(); sheet.getRange('B2:C3').merge()", WHOLE],
    ["sheet.getRange('A1:B2').merge(); sheet.getRange('A1').breakApart()", WHOLE],
    ["sheet.setFrozenRows(1); sheet.getRange('A1:A2').merge()", "You can't merge frozen and non-frozen rows."],
    ["sheet.setFrozenColumns(1); sheet.getRange('A1:B1').merge()", "You can't merge frozen and non-frozen columns."],
    [
      "sheet.getRange('A1:C1').merge(); sheet.setFrozenColumns(2)",
      "Sorry, you can't freeze columns which contain only part of a merged cell. Try to break apart merged cells or freeze more columns to include the complete merged cells.",
    ],
  ])('%s fails', (body, message) => {
    expect(failing(body)).toBe(`Exception: ${message}`);
  });

  it.each([
    ["sheet.getRange('A1:B2').merge(); sheet.getRange('A1:C3').merge()", ['A1:C3']],
    ["sheet.getRange('A1:B2').merge(); sheet.getRange('A1:C3').breakApart()", []],
    ["sheet.setFrozenRows(1); sheet.getRange('A1:C1').merge()", ['A1:C1']],
    ["sheet.getRange('A1:C1').merge(); sheet.setFrozenColumns(3)", ['A1:C1']],
    ["sheet.getRange('A1:B2').merge(); sheet.clear()", ['A1:B2']],
  ])('after %s are %o', (body, merged) => {
    expect(
      inSheet(`${body}; return sheet.getRange('A1:Z99').getMergedRanges().map((range) => range.getA1Notation())`),
    ).toEqual(merged);
  });
});
