import type { GivenAnswer, GivenAnswers } from '../../form/answers.ts';
import { type ResponseRow, writeResponse } from '../../form/destination.ts';
import type { Form as FormRecord } from '../../form/form.ts';
import { editResponse, type Submission, submit } from '../../form/submission.ts';
import type { Execution, World } from '../../runtime/contract.ts';
import { civilOf, serialOf } from '../../sheet/zone.ts';
import { FormAccess, formsOf } from './access.ts';
import { Form } from './form.ts';
import { FormResponse, sentOf } from './form-response.ts';
import { responseBookOf } from './response-book.ts';

/** What came of a person's visit to a form, with what the triggers' events are made of. */
export interface Visit {
  readonly form: FormRecord;
  readonly submission: Submission;
  /** The row of the response sheet; null without a destination or after a refusal. */
  readonly row: ResponseRow | null;
}

/** Answers as tests write them: dates may be Dates, which become the day in the script's zone. */
export type DoorAnswers = Readonly<Record<string, GivenAnswer | Date>> | ReadonlyMap<number, GivenAnswer | Date>;

const pad = (value: number) => String(value).padStart(2, '0');

function plainAnswer(answer: GivenAnswer | Date, zone: string): GivenAnswer {
  if (!(answer instanceof Date)) return answer;
  const { year, month, day, hour, minute } = civilOf(serialOf(answer.getTime(), zone));
  const time = hour || minute ? ` ${pad(hour)}:${pad(minute)}` : '';
  return `${year}-${pad(month)}-${pad(day)}${time}`;
}

function plainAnswers(answers: DoorAnswers, zone: string): GivenAnswers {
  if (answers instanceof Map) {
    const plain = new Map<number, GivenAnswer>();
    for (const [item, answer] of answers) plain.set(item, plainAnswer(answer, zone));
    return plain;
  }
  return Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, plainAnswer(answer, zone)]));
}

/** The form that a person means: by id, title, file name or either link. Throws if there is none. */
export function findForm(world: World, name: string): FormRecord {
  const store = formsOf(world);
  const form = store.find(name) ?? store.byUrl(name);
  if (!form) throw new Error(`There is no form ${name}`);
  return form;
}

function finish(world: World, form: FormRecord, submission: Submission, edited: boolean): Visit {
  const { response, changed } = submission;
  const book = response && form.destination && responseBookOf(world, form.destination.spreadsheetId);
  const onlyChanged = edited && world.switches.editedResponseBlanksUnchanged ? changed : undefined;
  if (response) formsOf(world).touch();
  const row = response && book ? writeResponse(form, book, response, onlyChanged) : null;
  return { form, submission, row };
}

/** A person sends a form: it is validated, stored and written to the response sheet. No trigger is fired. */
export function visitForm(world: World, name: string, answers: DoorAnswers, email?: string): Visit {
  const form = findForm(world, name);
  const plain = plainAnswers(answers, world.timeZone);
  return finish(world, form, submit(formsOf(world), form, plain, { email, now: world.now }), false);
}

/** A person edits a response through its edit link; answers that are not named stay. No trigger is fired. */
export function visitResponse(
  world: World,
  name: string,
  responseId: string,
  answers: DoorAnswers,
  email?: string,
): Visit {
  const form = findForm(world, name);
  const plain = plainAnswers(answers, world.timeZone);
  return finish(world, form, editResponse(form, responseId, plain, { email, now: world.now }), true);
}

/**
 * What a form's own submit event carries (guide: Event Objects): the response and the form as its source. Its data lie in
 * the event, so reading them is no further call.
 */
export function formSubmitEvent(
  execution: Execution,
  formId: string,
  responseId: string,
): { readonly response: FormResponse; readonly source: Form } {
  const access = new FormAccess(execution, formId);
  const record = formsOf(execution.world)
    .byId(formId)
    ?.responses.find((candidate) => candidate.id === responseId);
  if (!record) throw new Error(`The form ${formId} has no response ${responseId}`);
  return { response: new FormResponse(access, sentOf(record)), source: new Form(access) };
}
