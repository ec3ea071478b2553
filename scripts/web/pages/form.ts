import { readAnswers } from '../../host/form/answers.ts';
import { type Answer, captionOf, type Form } from '../../host/form/form.ts';
import { isQuestion } from '../../host/form/item.ts';
import { prefilledAnswers } from '../../host/form/links.ts';
import { nextPage, type Page, pagesOf } from '../../host/form/pages.ts';
import { answerFault, isEmail, MESSAGES } from '../../host/form/rules.ts';
import { type Html, html, paragraphs } from '../html.ts';
import { formItem } from './question.ts';

/** Where a person is in a form: the pages she has walked, what she has answered, and what was wrong. */
export interface FormState {
  /** Indexes of the pages so far; the last one is shown. */
  readonly way: readonly number[];
  readonly answers: ReadonlyMap<number, Answer>;
  /** The fields as they came, so that pages that are not shown keep their answers. */
  readonly fields: URLSearchParams;
  readonly email: string;
  /** The response that is being edited. */
  readonly editing: string | null;
  /** By item id; 0 is the address. */
  readonly faults: ReadonlyMap<number, string>;
  /** Faults that belong to no question. */
  readonly general: readonly string[];
}

/** The fields of a form as a browser sends them, read as answers. */
const answersIn = (form: Form, fields: URLSearchParams): Map<number, Answer> => {
  const filled = prefilledAnswers(form, `http://localhost/?${fields}`);
  const read = readAnswers(form, filled);
  const answers = new Map<number, Answer>();
  for (const [item, answer] of read.answers) if (answer !== undefined) answers.set(item, answer);
  return answers;
};

const wayIn = (form: Form, text: string | null): number[] => {
  const last = pagesOf(form).length - 1;
  const way = (text ?? '0').split(',').map(Number);
  return way.every((page) => Number.isInteger(page) && page >= 0 && page <= last) && way.length > 0 ? way : [0];
};

/** Browsers send line breaks as CR LF; a long answer is kept with plain ones, as Google keeps it. */
const withPlainBreaks = (fields: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...fields].map(([name, value]): [string, string] => [name, value.replaceAll('\r\n', '\n')]));

export const readState = (form: Form, sent: URLSearchParams): FormState => {
  const fields = withPlainBreaks(sent);
  return {
    way: wayIn(form, fields.get('vag')),
    answers: answersIn(form, fields),
    fields,
    email: (fields.get('emailAddress') ?? '').trim(),
    editing: fields.get('edit2'),
    faults: new Map(),
    general: [],
  };
};

/** The form with earlier answers filled in, for the link that edits them. */
export const editState = (form: Form, responseId: string): FormState | null => {
  const response = form.responses.find((each) => each.id === responseId);
  if (!response) return null;
  return {
    way: [0],
    answers: new Map(response.answers.map(({ item, answer }) => [item, answer])),
    fields: new URLSearchParams(),
    email: response.email ?? '',
    editing: responseId,
    faults: new Map(),
    general: [],
  };
};

const needsEmail = (form: Form): boolean => form.collectEmail || form.limitOneResponse || form.requireLogin;

const pageFaults = (form: Form, page: Page, first: boolean, state: FormState): Map<number, string> => {
  const faults = new Map<number, string>();
  if (first && needsEmail(form)) {
    if (state.email === '') faults.set(0, MESSAGES.required);
    else if (!isEmail(state.email)) faults.set(0, MESSAGES.email);
  }
  for (const item of page.items) {
    if (!isQuestion(item)) continue;
    const fault = answerFault(item, state.answers.get(item.id));
    if (fault !== null) faults.set(item.id, fault);
  }
  return faults;
};

/** What a button leads to: another state of the form, or `send` when the form is ready to be sent. */
export const step = (form: Form, state: FormState, button: string | null): FormState | 'send' => {
  const pages = pagesOf(form);
  const at = state.way.at(-1) ?? 0;
  const page = pages[at];
  if (button === 'tillbaka') return { ...state, way: state.way.length > 1 ? state.way.slice(0, -1) : state.way };
  if (!page) return { ...state, way: [0] };
  const faults = pageFaults(form, page, at === 0, state);
  if (faults.size > 0) return { ...state, faults };
  const next = nextPage(pages, at, state.answers);
  if (next === 'submit') return 'send';
  return { ...state, way: next === 'restart' ? [0] : [...state.way, next] };
};

const carried = (form: Form, state: FormState, shown: Page): Html => {
  const own = new Set(
    shown.items.flatMap((item) => {
      if (!isQuestion(item)) return [];
      const rows = item.kind === 'GRID' || item.kind === 'CHECKBOX_GRID' ? item.rows.length : 1;
      return Array.from({ length: rows }, (_, row) => `entry.${item.entry + row}`);
    }),
  );
  const keep = [...state.fields].filter(
    ([name]) => /^entry\.\d+/.test(name) && !own.has(name.replace(/\.other_option_response$/, '')),
  );
  const emailShown = needsEmail(form) && (state.way.at(-1) ?? 0) === 0;
  return html`${keep.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<input type="hidden" name="vag" value="${state.way.join(',')}">${state.email !== '' && !emailShown ? html`<input type="hidden" name="emailAddress" value="${state.email}">` : ''}${state.editing === null ? '' : html`<input type="hidden" name="edit2" value="${state.editing}">`}`;
};

const emailField = (state: FormState): Html => {
  const fault = state.faults.get(0);
  return html`<div class="question${fault === undefined ? '' : ' wrong'}" id="fraga-0"><label for="emailAddress">E-postadress <span class="required" aria-hidden="true">*</span><span class="visually-hidden"> (obligatorisk)</span></label><input type="email" id="emailAddress" name="emailAddress" autocomplete="email" value="${state.email}"${fault === undefined ? '' : html` aria-invalid="true" aria-describedby="emailAddress-fel"`}>${fault === undefined ? '' : html`<p class="fault" id="emailAddress-fel">${fault}</p>`}</div>`;
};

const faultList = (form: Form, state: FormState): Html => {
  if (state.faults.size === 0 && state.general.length === 0) return html``;
  const titleOf = (item: number) =>
    item === 0 ? 'E-postadress' : (form.items.find((each) => each.id === item)?.title ?? 'Frågan');
  return html`<div class="notice bad" role="alert" tabindex="-1" id="fel"><h2>Svaret är inte skickat</h2><ul>${state.general.map((text) => html`<li>${text}</li>`)}${[
    ...state.faults,
  ].map(([item, text]) => html`<li><a href="#fraga-${item}">${titleOf(item)}</a>: ${text}</li>`)}</ul></div>`;
};

/** A page of a form. It needs no JavaScript: earlier pages' answers travel along in hidden fields. */
export const formBody = (form: Form, state: FormState, action: string): Html => {
  const pages = pagesOf(form);
  const at = state.way.at(-1) ?? 0;
  const shown = pages[at] ?? { opening: null, items: [] };
  const last = nextPage(pages, at, state.answers) === 'submit';
  const needed = shown.items.some((item) => isQuestion(item) && item.required) || needsEmail(form);
  return html`<div class="form-page">
<div class="card form-head"><h1>${captionOf(form)}</h1>${at === 0 && form.description !== '' ? html`<p>${paragraphs(form.description)}</p>` : ''}${needed ? html`<p class="required">* Obligatorisk fråga</p>` : ''}${form.progressBar && pages.length > 1 ? html`<p class="soft">Sida ${at + 1} av ${pages.length}</p>` : ''}</div>
${faultList(form, state)}
<form method="post" action="${action}" novalidate>
${shown.opening === null ? '' : html`<div class="card"><h2>${shown.opening.title}</h2>${shown.opening.helpText === '' ? '' : html`<p>${paragraphs(shown.opening.helpText)}</p>`}</div>`}
${at === 0 && needsEmail(form) ? emailField(state) : ''}
${shown.items.map((item) => formItem(item, state.answers.get(item.id), state.faults.get(item.id)))}
${carried(form, state, shown)}
<div class="form-buttons"><button name="knapp" value="vidare">${last ? 'Skicka' : 'Nästa'}</button>${state.way.length > 1 ? html`<button class="plain" name="knapp" value="tillbaka">Tillbaka</button>` : ''}</div>
</form></div>`;
};

/** What a person sees when her answer has been stored. */
export const sentBody = (form: Form, action: string, editLink: string | null): Html =>
  html`<div class="form-page"><div class="card form-head" role="status"><h1>${captionOf(form)}</h1><p>${form.confirmationMessage === '' ? 'Ditt svar har registrerats.' : paragraphs(form.confirmationMessage)}</p>${form.allowResponseEdits && editLink !== null ? html`<p><a href="${editLink}">Redigera ditt svar</a></p>` : ''}${form.respondAgainLink ? html`<p><a href="${action}">Skicka ett svar till</a></p>` : ''}<p><a href="/">Till startsidan</a></p></div></div>`;

export const closedBody = (form: Form, text: string): Html =>
  html`<div class="form-page"><div class="card form-head"><h1>${captionOf(form)}</h1><p>${text}</p><p><a href="/formular">Till formulären</a></p></div></div>`;

/** The list of forms with how many answers each has. */
export const formList = (forms: readonly { form: Form; path: string }[]): Html =>
  html`<h1>Formulär</h1>
<p class="lead">Här fyller du i formulären som den som får en länk gör. Svaret går samma väg som hos Google: till arbetsboken och till skriptet.</p>
${forms.length === 0 ? html`<p class="notice">Arbetsboken har inga formulär än. Skriptet skapar dem när det installeras.</p>` : ''}
<ul class="grid-cards">${forms.map(
    ({ form, path }) =>
      html`<li class="card"><h2><a href="${path}">${captionOf(form)}</a></h2><p class="soft">${form.responses.length === 1 ? '1 svar' : `${form.responses.length} svar`}${form.acceptingResponses && form.published ? '' : ' · stängt för svar'}</p></li>`,
  )}</ul>`;
