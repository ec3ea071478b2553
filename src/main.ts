/**
 * The entry points that Google sees, one line each: every export here becomes a top-level function of the bundle, and nothing else does.
 */
import type { HealthView } from './app/health.ts';
import type { ImportedRows, ImportKind, ImportSource } from './app/import.ts';
import type { PanelView } from './app/panel.ts';
import type { RulePreview } from './app/rule-preview.ts';
import { nightlyRun, onAnswer, onChanged, onEdited, onPrivateAnswer, senderRun } from './google/events.ts';
import {
  checkHealth,
  installFromMenu,
  makeReport,
  openMenu,
  purgeFromMenu,
  sendFromMenu,
  updateAll,
} from './google/menu.ts';
import {
  actOnUnit,
  health,
  previewsOfRules,
  putBack,
  showDialog,
  showPanel,
  sourceOfImport,
  takeImport,
  viewOfSelection,
} from './google/panel.ts';

export const onOpen = (): void => openMenu();
export const edited = (event: GoogleAppsScript.Events.SheetsOnEdit): void => onEdited(event);
export const changed = (event: GoogleAppsScript.Events.SheetsOnChange): void => onChanged(event);
export const answerArrived = (event: GoogleAppsScript.Events.SheetsOnFormSubmit): void => onAnswer(event);
export const privateAnswerArrived = (event: GoogleAppsScript.Events.FormsOnFormSubmit): void => onPrivateAnswer(event);
export const nightly = (): void => nightlyRun();
export const hourly = (): void => senderRun();
export const menuInstall = (): void => installFromMenu();
export const menuUpdateAll = (): void => updateAll();
export const menuSend = (): void => sendFromMenu();
export const menuReport = (): void => makeReport();
export const menuHealth = (): void => checkHealth();
export const menuPurge = (): void => purgeFromMenu();
export const menuPanel = (): void => showPanel();
export const panelView = (): PanelView => viewOfSelection();
export const panelAct = (roundId: string, act: string, values: Readonly<Record<string, unknown>>): PanelView =>
  actOnUnit(roundId, act, values);
export const menuImport = (): void => showDialog('page-import', 'Importera lista', 640);
export const importSource = (kind: ImportKind): ImportSource => sourceOfImport(kind);
export const importRows = (kind: ImportKind, rows: ImportedRows): string => takeImport(kind, rows);
export const menuHelp = (): void => showDialog('page-help', 'Hjälp', 600);
export const menuAbout = (): void => showDialog('page-about', 'Om', 360);
export const healthView = (): HealthView => health();
export const restoreUnit = (roundId: string): HealthView => putBack(roundId);
export const menuRules = (): void => showDialog('page-rules', 'Förhandsgranska regler', 520);
export const rulePreviews = (): readonly RulePreview[] => previewsOfRules();
