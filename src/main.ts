/**
 * The entry points that Google sees, one line each: every export here becomes a top-level function of the bundle, and nothing else does.
 */
import { nightlyRun, onAnswer, onChanged, onEdited, onPrivateAnswer, senderRun } from './google/events.ts';
import { checkHealth, installFromMenu, makeReport, openMenu, sendFromMenu, updateAll } from './google/menu.ts';

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
