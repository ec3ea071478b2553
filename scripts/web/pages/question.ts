import type { Answer } from '../../host/form/form.ts';
import type {
  ChoiceQuestion,
  FormItem,
  GridQuestion,
  Question,
  RatingQuestion,
  ScaleQuestion,
} from '../../host/form/item.ts';
import { isQuestion } from '../../host/form/item.ts';
import { Html, html, paragraphs } from '../html.ts';

/** The value that a choice "other" has in links to Google's forms, and here. */
const OTHER = '__other_option__';

const attribute = (name: string, on: boolean): Html => new Html(on ? ` ${name}` : '');

interface Drawn {
  readonly name: string;
  readonly answer: Answer | undefined;
  /** For `aria-describedby`; empty when there is neither help nor a fault. */
  readonly described: Html;
  readonly faulty: boolean;
}

const texts = (answer: Answer | undefined): string[] =>
  answer === undefined ? [] : typeof answer === 'string' ? [answer] : answer.filter((each) => typeof each === 'string');

const rowTexts = (answer: Answer | undefined, row: number): string[] => {
  const cell = typeof answer === 'string' ? undefined : answer?.[row];
  return cell === null || cell === undefined ? [] : typeof cell === 'string' ? [cell] : [...cell];
};

const line = (type: string, drawn: Drawn, more: Html = html``): Html =>
  html`<input type="${type}" id="${drawn.name}" name="${drawn.name}" value="${texts(drawn.answer)[0] ?? ''}"${drawn.described}${attribute('aria-invalid="true"', drawn.faulty)}${more}>`;

const choices = (item: ChoiceQuestion, drawn: Drawn): Html => {
  const type = item.kind === 'CHECKBOX' ? 'checkbox' : 'radio';
  const chosen = texts(drawn.answer);
  const values = item.choices.map((choice) => choice.value);
  const other = chosen.find((value) => !values.includes(value));
  return html`${values.map(
    (value) =>
      html`<label class="choice"><input type="${type}" name="${drawn.name}" value="${value}"${attribute('checked', chosen.includes(value))}${drawn.described}> <span>${value}</span></label>`,
  )}${
    item.other
      ? html`<div class="choice"><input type="${type}" id="${drawn.name}-annat" name="${drawn.name}" value="${OTHER}"${attribute('checked', other !== undefined)}> <label for="${drawn.name}-annat">Annat:</label> <input type="text" name="${drawn.name}.other_option_response" value="${other ?? ''}" aria-label="Annat svar på ${item.title}"></div>`
      : ''
  }`;
};

const list = (item: ChoiceQuestion, drawn: Drawn): Html => {
  const chosen = texts(drawn.answer)[0];
  return html`<select id="${drawn.name}" name="${drawn.name}"${drawn.described}${attribute('aria-invalid="true"', drawn.faulty)}><option value="">Välj</option>${item.choices.map(
    ({ value }) => html`<option value="${value}"${attribute('selected', value === chosen)}>${value}</option>`,
  )}</select>`;
};

const scale = (item: ScaleQuestion | RatingQuestion, drawn: Drawn): Html => {
  const [from, to] = item.kind === 'SCALE' ? [item.lower, item.upper] : [1, item.levels];
  const steps = Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
  const chosen = texts(drawn.answer)[0];
  const [left, right] = item.kind === 'SCALE' ? [item.leftLabel, item.rightLabel] : ['', ''];
  return html`<div class="scale">${left === '' ? '' : html`<span>${left}</span>`}${steps.map(
    (step) =>
      html`<label class="choice"><input type="radio" name="${drawn.name}" value="${step}"${attribute('checked', step === chosen)}${drawn.described}> <span>${step}</span></label>`,
  )}${right === '' ? '' : html`<span>${right}</span>`}</div>`;
};

const grid = (item: GridQuestion, drawn: Drawn): Html => {
  const type = item.kind === 'GRID' ? 'radio' : 'checkbox';
  return html`<div class="scroll" role="region" aria-label="${item.title}" tabindex="0"><table><thead><tr><td></td>${item.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>${item.rows.map(
    (row, index) =>
      html`<tr><th scope="row">${row}</th>${item.columns.map(
        (column) =>
          html`<td><input type="${type}" name="entry.${item.entry + index}" value="${column}" aria-label="${row}: ${column}"${attribute('checked', rowTexts(drawn.answer, index).includes(column))}></td>`,
      )}</tr>`,
  )}</tbody></table></div>`;
};

const control = (item: Question, drawn: Drawn): Html => {
  switch (item.kind) {
    case 'TEXT': {
      const type = item.rule?.rule === 'email' ? 'email' : 'text';
      const hint = item.rule?.rule === 'email' ? html` autocomplete="email"` : html``;
      return line(type, drawn, hint);
    }
    case 'PARAGRAPH_TEXT':
      return html`<textarea id="${drawn.name}" name="${drawn.name}" rows="5"${drawn.described}${attribute('aria-invalid="true"', drawn.faulty)}>\n${texts(drawn.answer)[0] ?? ''}</textarea>`;
    case 'LIST':
      return list(item, drawn);
    case 'MULTIPLE_CHOICE':
    case 'CHECKBOX':
      return choices(item, drawn);
    case 'SCALE':
    case 'RATING':
      return scale(item, drawn);
    case 'GRID':
    case 'CHECKBOX_GRID':
      return grid(item, drawn);
    case 'DATE':
      return item.year ? line('date', drawn) : line('text', drawn, html` placeholder="MM-DD"`);
    case 'DATETIME':
      return line('datetime-local', drawn);
    case 'TIME':
      return line('time', drawn);
    case 'DURATION':
      return line('text', drawn, html` placeholder="tim:min:sek" inputmode="numeric"`);
    case 'FILE_UPLOAD':
      return html`<p class="soft">Det går inte att ladda upp filer på den egna datorn.</p>`;
  }
};

/** Kinds with several controls; they are a group with a legend, the others a label with its control. */
const GROUPS: ReadonlySet<Question['kind']> = new Set([
  'MULTIPLE_CHOICE',
  'CHECKBOX',
  'SCALE',
  'RATING',
  'GRID',
  'CHECKBOX_GRID',
]);

const question = (item: Question, answer: Answer | undefined, fault: string | undefined): Html => {
  const name = `entry.${item.entry}`;
  const ids = [...(item.helpText === '' ? [] : [`${name}-hjalp`]), ...(fault === undefined ? [] : [`${name}-fel`])];
  const described = ids.length === 0 ? html`` : html` aria-describedby="${ids.join(' ')}"`;
  const mark = item.required
    ? html` <span class="required" aria-hidden="true">*</span><span class="visually-hidden"> (obligatorisk)</span>`
    : '';
  const help = item.helpText === '' ? '' : html`<p class="help" id="${name}-hjalp">${paragraphs(item.helpText)}</p>`;
  const drawn = control(item, { name, answer, described, faulty: fault !== undefined });
  const below = fault === undefined ? '' : html`<p class="fault" id="${name}-fel">${fault}</p>`;
  const look = `question${fault === undefined ? '' : ' wrong'}`;
  return GROUPS.has(item.kind)
    ? html`<fieldset class="${look}" id="fraga-${item.id}"${described}><legend>${item.title}${mark}</legend><div>${help}${drawn}${below}</div></fieldset>`
    : html`<div class="${look}" id="fraga-${item.id}"><label for="${name}">${item.title}${mark}</label>${help}${drawn}${below}</div>`;
};

/** One item of a form: a question with its answer so far and what is wrong with it, or a heading, picture or film. */
export const formItem = (item: FormItem, answer: Answer | undefined, fault: string | undefined): Html => {
  if (isQuestion(item)) return question(item, answer, fault);
  const head = html`${item.title === '' ? '' : html`<h2>${item.title}</h2>`}${item.helpText === '' ? '' : html`<p class="help">${paragraphs(item.helpText)}</p>`}`;
  if (item.kind === 'IMAGE' && item.image) {
    return html`<div class="question">${head}<img src="data:${item.image.contentType};base64,${item.image.base64}" alt="${item.title}" style="max-width:100%"></div>`;
  }
  if (item.kind === 'VIDEO')
    return html`<div class="question">${head}<p><a href="${item.url}">${item.url}</a></p></div>`;
  return html`<div class="question">${head}</div>`;
};
