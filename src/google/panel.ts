/** The side panel and the dialogs: pages that lie beside the bundle and ask for their data by google.script.run. */

import { type HealthView, healthView, restorePerson, restoreUnit, settleAnswer } from '../app/health.ts';
import { type ImportedRows, type ImportKind, type ImportSource, importRows, importSource } from '../app/import.ts';
import { type MailPreview, mailPreview, previewUnits } from '../app/mail-preview.ts';
import { type PanelView, panelAct, panelView, type RoundChoice } from '../app/panel.ts';
import type { Cell } from '../app/ports.ts';
import { type PrintView, printView } from '../app/printables.ts';
import { type RulesView, rulesView } from '../app/rule-preview.ts';
import type { TemplateKind } from '../messages/index.ts';
import { KEY_ROW } from '../workbook/index.ts';
import { googlePorts } from './ports.ts';
import { toCells } from './workbook.ts';

export function showPanel(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('page-panel').setTitle('Verksamheten'));
}

/** The tab's keys and the selected row, or what stands for those when a page names the round. One call at most. */
function selection(roundId: string): readonly [readonly Cell[], readonly Cell[]] {
  if (roundId) return [['id'], [roundId]];
  const range = SpreadsheetApp.getActiveSpreadsheet().getActiveRange();
  const row = Math.max(KEY_ROW, range?.getRow() ?? KEY_ROW);
  const rows = range ? toCells(range.getSheet().getRange(`${KEY_ROW}:${row}`).getValues()) : [];
  return [rows[0] ?? [], row === KEY_ROW ? [] : (rows.at(-1) ?? [])];
}

export const viewOfSelection = (roundId: string): PanelView => panelView(googlePorts(), ...selection(roundId));
export const printViewOfSelection = (roundId: string): PrintView => printView(googlePorts(), ...selection(roundId));

export function actOnUnit(roundId: string, act: string, values: Readonly<Record<string, unknown>>): PanelView {
  return panelAct(googlePorts(), roundId, act, values);
}

export function showDialog(page: string, title: string, height: number): void {
  const html = HtmlService.createHtmlOutputFromFile(page).setWidth(720).setHeight(height);
  SpreadsheetApp.getUi().showModalDialog(html, title);
}

export const showImport = (): void => showDialog('page-import', 'Importera lista', 640);
export const showPrint = (): void => showDialog('page-print', 'Skriv ut', 640);
export const showRules = (): void => showDialog('page-rules', 'Regler', 720);
export const showMails = (): void => showDialog('page-mails', 'Förhandsgranska mejl', 640);
export const showHelp = (): void => showDialog('page-help', 'Hjälp', 600);
export const showAbout = (): void => showDialog('page-about', 'Om', 360);

export const sourceOfImport = (kind: ImportKind): ImportSource => importSource(googlePorts(), kind);
export const takeImport = (kind: ImportKind, rows: ImportedRows): string => importRows(googlePorts(), kind, rows);
export const health = (): HealthView => healthView(googlePorts());
export const putBack = (roundId: string): HealthView => restoreUnit(googlePorts(), roundId);
export const putBackPerson = (roundId: string, personId: string): HealthView =>
  restorePerson(googlePorts(), roundId, personId);
export const markAnswer = (print: string): HealthView => settleAnswer(googlePorts(), print);
export const unitsToPreview = (): readonly RoundChoice[] => previewUnits(googlePorts());
export const previewOfMail = (roundId: string, kind: TemplateKind): MailPreview | null =>
  mailPreview(googlePorts(), roundId, kind);
export const viewOfRules = (): RulesView => rulesView(googlePorts());
