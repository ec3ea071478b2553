/** Triggers to use cases. They run as the account that installed; an event is only a hint of what to read again. */
import { edited } from '../app/edited.ts';
import { fullRun, openState } from '../app/full-run.ts';
import { nightly } from '../app/nightly.ts';
import { rulebook, stampNow } from '../app/register.ts';
import { sendMail } from '../app/sender.ts';
import type { FormBinding, Head } from '../app/state-tab.ts';
import { submitted } from '../app/submitted.ts';
import { answersByTitle, type FormDeclaration, formDeclarations, isCorrection } from '../forms/index.ts';
import { answersInRow, responseAnswers } from './forms.ts';
import { googlePorts } from './ports.ts';

export function onEdited(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const { range } = event;
  edited(googlePorts(), { tab: range.getSheet().getName(), firstRow: range.getRow(), lastRow: range.getLastRow() });
}

/** A deleted row makes no edit event. Columns come and move (which Google calls OTHER, as it does sorting), and change no fact. */
export function onChanged({ changeType }: GoogleAppsScript.Events.SheetsOnChange): void {
  if (!['REMOVE_ROW', 'INSERT_COLUMN', 'OTHER'].includes(changeType)) return;
  const ports = googlePorts();
  if (!ports.lock.take(10_000)) return;
  if (changeType === 'REMOVE_ROW') {
    const tab = openState(ports);
    if (tab) fullRun(ports, tab, { by: 'changed', now: stampNow(ports.now()) });
  } else ports.workbook.arrange();
}

function declarations(): readonly FormDeclaration[] {
  return formDeclarations({ programmes: rulebook([]).names, selfAssessment: true });
}

/** The declaration of the form that a binding belongs to. */
function declarationOf(head: Head, isIt: (binding: FormBinding) => boolean): FormDeclaration | null {
  const id = Object.keys(head.forms).find((key) => {
    const binding = head.forms[key];
    return binding !== undefined && isIt(binding);
  });
  return declarations().find((form) => form.id === id) ?? null;
}

/** An answer whose form has the workbook as destination: the sheet that it landed on tells which form. */
export function onAnswer(event: GoogleAppsScript.Events.SheetsOnFormSubmit): void {
  const sheetId = event.range.getSheet().getSheetId();
  submitted(googlePorts(), (head) => {
    const form = declarationOf(head, (binding) => binding.sheetId === sheetId);
    if (!form) return null;
    const told = answersByTitle(form, event.namedValues ?? {});
    if (!isCorrection(form, told)) return { form, answers: told, isCorrection: false };
    return { form, answers: answersByTitle(form, answersInRow(event.range)), isCorrection: true };
  });
}

/** An answer whose text must not reach the workbook: only its fact is taken over. */
export function onPrivateAnswer(event: GoogleAppsScript.Events.FormsOnFormSubmit): void {
  const formId = event.source.getId();
  submitted(googlePorts(), (head) => {
    const form = declarationOf(head, (binding) => binding.formId === formId);
    const items = form ? head.forms[form.id]?.items : undefined;
    if (!form || !items) return null;
    const byItem = new Map(Object.entries(items).map(([key, id]) => [id, key]));
    return { form, answers: responseAnswers(event.response, byItem).answers, isCorrection: false };
  });
}

export const nightlyRun = (): void => nightly(googlePorts());

export const senderRun = (): void => {
  sendMail(googlePorts(), 'hourly');
};
