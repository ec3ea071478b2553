import { SheetError, TOO_MANY_CELLS } from './errors.ts';
import { renameInFormula } from './formula-text.ts';
import { copyRecords, newRecords, type Sheet } from './sheet.ts';
import { MAX_CELLS, sheetWord, type Workbook } from './workbook.ts';

function checkName(workbook: Workbook, name: string, own: Sheet | null): void {
  if (name.trim() === '' || name.length > 100)
    throw new SheetError('The name of a sheet must have between 1 and 100 characters.');
  const taken = workbook.sheets.some((sheet) => sheet !== own && sheet.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new SheetError(`A sheet with the name "${name}" already exists. Please enter another name.`);
}

/** Gives a sheet another name; references to it in formulas follow. */
export function renameSheet(sheet: Sheet, name: string): void {
  const { workbook } = sheet;
  checkName(workbook, name, sheet);
  const before = sheet.name;
  sheet.records.name = name;
  rewriteFormulas(workbook, before, name);
  sheet.touch(true);
}

function rewriteFormulas(workbook: Workbook, from: string, to: string | null): void {
  for (const sheet of workbook.sheets) {
    sheet.records.conditionalFormats = sheet.records.conditionalFormats.map((rule) => {
      const formula = rule.condition?.criteria === 'CUSTOM_FORMULA' ? rule.condition.values[0] : null;
      if (typeof formula !== 'string') return rule;
      return { ...rule, condition: { criteria: 'CUSTOM_FORMULA', values: [renameInFormula(formula, from, to)] } };
    });
    if (sheet.formulaCount === 0) continue;
    sheet.rows.forEach((row, index) => {
      row?.layers.formula?.forEach((formula, column) => {
        if (!formula) return;
        const next = renameInFormula(formula, from, to);
        if (next !== formula) sheet.writable(index).set('formula', column, next);
      });
    });
    sheet.touch(true);
  }
}

/** The first free name of the kind "Sheet7" ("Blad7" in Swedish workbooks). */
export function freeName(workbook: Workbook): string {
  const word = sheetWord(workbook.records.locale);
  let number = workbook.sheets.length + 1;
  while (workbook.sheets.some((sheet) => sheet.name.toLowerCase() === `${word}${number}`.toLowerCase())) number += 1;
  return `${word}${number}`;
}

/** Adds an empty sheet at a place from 0. */
export function insertSheet(workbook: Workbook, name: string | null, index: number): Sheet {
  const own = name ?? freeName(workbook);
  checkName(workbook, own, null);
  if (workbook.cellCount() + 26_000 > MAX_CELLS) throw new SheetError(TOO_MANY_CELLS);
  if (workbook.sheets.length >= 200) throw new SheetError('This document has reached the maximum number of sheets.');
  return workbook.addSheet(newRecords(own, 1000, 26), Math.max(0, Math.min(index, workbook.sheets.length)));
}

/** Removes a sheet; references to it become #REF!, its named ranges and metadata go with it. */
export function deleteSheet(sheet: Sheet): void {
  const { workbook } = sheet;
  const others = workbook.sheets.filter((one) => one !== sheet);
  if (!others.some((one) => !one.records.hidden)) {
    throw new SheetError(`You can't remove all the ${others.length > 0 ? 'visible ' : ''}sheets in a document.`);
  }
  workbook.sheets = others;
  const { records } = workbook;
  records.namedRanges = records.namedRanges.filter((one) => one.sheetId !== sheet.id);
  records.metadata = records.metadata.filter(
    ({ location }) => location.type === 'SPREADSHEET' || location.sheetId !== sheet.id,
  );
  if (records.activeSheetId === sheet.id) records.activeSheetId = others.find((one) => !one.records.hidden)?.id ?? 0;
  rewriteFormulas(workbook, sheet.name, null);
  workbook.changed(true);
}

/**
 * A copy of the sheet in a workbook (its own or another): cells, looks, validations, formats and protections, not the
 * link to a form. Without a name it is called as a person's copy is, in the language of the workbook.
 */
export function copySheet(sheet: Sheet, into: Workbook, index = into.sheets.length, name: string | null = null): Sheet {
  if (into.cellCount() + sheet.maxRows * sheet.maxColumns > MAX_CELLS) throw new SheetError(TOO_MANY_CELLS);
  const own = name ?? copyName(sheet, into, into.records.locale.startsWith('sv') ? 'Kopia av' : 'Copy of');
  checkName(into, own, null);
  const copy = into.addSheet({ ...copyRecords(sheet.records), name: own, formUrl: null, hidden: false }, index);
  sheet.workbook.generation += 1;
  if (into !== sheet.workbook) into.generation = Math.max(into.generation, sheet.workbook.generation) + 1;
  copy.rows = sheet.rows.slice();
  copy.formulaCount = sheet.formulaCount;
  copy.records.protections = copy.records.protections.map((one) => ({ ...one, id: into.nextId(), namedRangeId: null }));
  copy.touch(true);
  return copy;
}

/** "Copy of Data", with a number behind it where that name is taken. */
export function copyName(sheet: Sheet, into: Workbook, word: string): string {
  const base = `${word} ${sheet.name}`;
  let name = base;
  for (let number = 2; into.sheets.some((one) => one.name.toLowerCase() === name.toLowerCase()); number += 1) {
    name = `${base} ${number}`;
  }
  return name;
}
