import { type GivenAnswers, readAnswers } from './answers.ts';
import { type Answer, captionOf, type Form, type FormResponse, type ItemAnswer } from './form.ts';
import { isQuestion, type Question } from './item.ts';
import { pathThrough } from './pages.ts';
import { answerFault, isEmail, MESSAGES } from './rules.ts';
import type { FormStore } from './store.ts';

/** Why something was not taken. `item` is null where the form as a whole refuses. The message is what Google shows. */
export interface Refusal {
  readonly item: number | null;
  readonly title: string;
  readonly message: string;
}

export interface Submission {
  /** Empty if the response was stored. */
  readonly refused: readonly Refusal[];
  readonly response: FormResponse | null;
  /** The items whose answer this submission set; in an edit only those that changed. */
  readonly changed: readonly number[];
  /** Titles of questions that were answered but stand on pages the respondent never came to. Google drops such answers. */
  readonly unreached: readonly string[];
}

export interface Respondent {
  /** The address the respondent gives, or is signed in with. */
  readonly email?: string | undefined;
  readonly now: number;
}

const refusal = (title: string, message: string): Refusal => ({ item: null, title, message });

function closedRefusal(form: Form): Refusal | null {
  const caption = captionOf(form);
  if (!form.published) return refusal(caption, 'Formuläret är inte publicerat.');
  if (form.acceptingResponses) return null;
  return refusal(caption, form.closedMessage || `Formuläret ${caption} tar inte längre emot svar.`);
}

function respondentRefusals(form: Form, email: string, editing: string | null): Refusal[] {
  const signedIn = form.requireLogin || form.limitOneResponse;
  if (signedIn && !email) return [refusal(captionOf(form), 'Du måste logga in för att kunna svara.')];
  if (form.collectEmail && !email) return [refusal('E-postadress', MESSAGES.required)];
  if (form.collectEmail && !isEmail(email)) return [refusal('E-postadress', MESSAGES.email)];
  const already = form.responses.some((response) => response.id !== editing && response.email === email);
  return form.limitOneResponse && already ? [refusal(captionOf(form), 'Du har redan svarat.')] : [];
}

const itemRefusal = (question: Question, message: string): Refusal => ({
  item: question.id,
  title: question.title,
  message,
});

interface Checked {
  readonly refused: readonly Refusal[];
  readonly answers: readonly ItemAnswer[];
  readonly unreached: readonly string[];
}

function check(form: Form, answers: ReadonlyMap<number, Answer>): Checked {
  const path = pathThrough(form, answers);
  const reached = path.pages.flatMap((page) => page.items.filter(isQuestion));
  const refused = reached.flatMap((question) => {
    const message = answerFault(question, answers.get(question.id));
    return message === null ? [] : [itemRefusal(question, message)];
  });
  if (!path.ends) refused.push(refusal(captionOf(form), 'Svaren leder tillbaka till formulärets början.'));
  const inOrder = form.items.filter((item) => reached.some((question) => question.id === item.id));
  return {
    refused,
    answers: inOrder.flatMap((item) => {
      const answer = answers.get(item.id);
      return answer === undefined ? [] : [{ item: item.id, answer }];
    }),
    unreached: form.items.filter((item) => answers.has(item.id) && !inOrder.includes(item)).map((item) => item.title),
  };
}

function given(entries: Iterable<readonly [number, Answer | undefined]>): Map<number, Answer> {
  const answers = new Map<number, Answer>();
  for (const [item, answer] of entries) if (answer !== undefined) answers.set(item, answer);
  return answers;
}

const unknownRefusals = (keys: readonly string[]): Refusal[] =>
  keys.map((key) => refusal(key, `Formuläret har ingen fråga som heter ”${key}”.`));

/** What the form says of these answers, without storing anything. */
export function checkAnswers(form: Form, answers: GivenAnswers): readonly Refusal[] {
  const read = readAnswers(form, answers);
  return [...unknownRefusals(read.unknown), ...check(form, given(read.answers)).refused];
}

/**
 * Sends a response as a person does, through the form's validation. Either all refusals of the pages that the respondent
 * walks through are given, and nothing is stored, or the response is stored.
 */
export function submit(store: FormStore, form: Form, answers: GivenAnswers, who: Respondent): Submission {
  const email = who.email?.trim() ?? '';
  const read = readAnswers(form, answers);
  const closed = closedRefusal(form);
  const before = closed ? [closed] : [...respondentRefusals(form, email, null), ...unknownRefusals(read.unknown)];
  const checked = check(form, given(read.answers));
  const refused = closed ? before : [...before, ...checked.refused];
  if (refused.length > 0) return { refused, response: null, changed: [], unreached: checked.unreached };
  const response = storeResponse(store, form, checked.answers, keepsEmail(form) ? email : null, who.now);
  return { refused: [], response, changed: checked.answers.map(({ item }) => item), unreached: checked.unreached };
}

const keepsEmail = (form: Form) => form.collectEmail || form.requireLogin || form.limitOneResponse;

/** Stores a response as it is, which is what `FormResponse.submit()` of a script comes to. */
export function storeResponse(
  store: FormStore,
  form: Form,
  answers: readonly ItemAnswer[],
  email: string | null,
  now: number,
): FormResponse {
  const response: FormResponse = { id: store.newResponseId(), timestamp: now, email, answers, grades: {} };
  form.responses.push(response);
  return response;
}

/**
 * Edits a response as a person does through its edit link: what is not named stays, null clears. The response keeps its
 * id and takes the time and, if collected, the address of the edit. Throws if the form has no such response.
 */
export function editResponse(form: Form, responseId: string, answers: GivenAnswers, who: Respondent): Submission {
  const response = form.responses.find((candidate) => candidate.id === responseId);
  if (!response) throw new Error(`The form ${captionOf(form)} has no response ${responseId}`);
  const email = who.email?.trim() || response.email || '';
  const read = readAnswers(form, answers);
  const earlier = new Map<number, Answer | undefined>(response.answers.map(({ item, answer }) => [item, answer]));
  const merged = given([...earlier, ...read.answers]);
  for (const [item, answer] of read.answers) if (answer === undefined) merged.delete(item);
  const checked = check(form, merged);
  const closed = closedRefusal(form);
  const before = closed
    ? [closed]
    : form.allowResponseEdits
      ? [...respondentRefusals(form, email, responseId), ...unknownRefusals(read.unknown)]
      : [refusal(captionOf(form), 'Det går inte att redigera svar i det här formuläret.')];
  const refused = closed || !form.allowResponseEdits ? before : [...before, ...checked.refused];
  if (refused.length > 0) return { refused, response: null, changed: [], unreached: checked.unreached };
  const now = new Map(checked.answers.map(({ item, answer }) => [item, answer]));
  const changed = [...new Set([...earlier.keys(), ...now.keys()])].filter(
    (item) => JSON.stringify(earlier.get(item)) !== JSON.stringify(now.get(item)),
  );
  response.answers = checked.answers;
  response.timestamp = who.now;
  if (keepsEmail(form)) response.email = email;
  return { refused: [], response, changed, unreached: checked.unreached };
}
