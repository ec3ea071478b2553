import type { Form, ItemAnswer } from './form.ts';
import { isQuestion, type Question } from './item.ts';

const BASE = 'https://docs.google.com/forms/d';

/** The link for people who answer. */
export function publishedUrl(form: Form): string {
  return `${BASE}/e/${form.publishedId}/viewform`;
}

/** The link for people who change the form. */
export function editUrl(form: Form): string {
  return `${BASE}/${form.id}/edit`;
}

/** The link to the summary of responses. */
export function summaryUrl(form: Form): string {
  return `${BASE}/${form.id}/viewanalytics`;
}

/** The link with which a respondent edits an answer that was sent. */
export function editResponseUrl(form: Form, responseId: string): string {
  return `${publishedUrl(form)}?edit2=${encodeURIComponent(responseId)}`;
}

/** The ids in a form's link: `id` of an edit link, `publishedId` of a respondent's. Null if it is no form's link. */
export function parseFormUrl(url: string): { readonly id: string | null; readonly publishedId: string | null } | null {
  const match = /^https:\/\/docs\.google\.com\/(?:a\/[^/]+\/)?forms\/(?:u\/\d+\/)?d\/(e\/)?([\w-]+)(?:[/?#]|$)/.exec(
    url,
  );
  const id = match?.[2];
  if (!match || !id) return null;
  return match[1] ? { id: null, publishedId: id } : { id, publishedId: null };
}

const OTHER = '__other_option__';

/** The parameters that fill in one question. Dates and times have a parameter for each part. */
function parametersOf(question: Question, { answer }: ItemAnswer): [string, string][] {
  const entry = `entry.${question.entry}`;
  const one = (value: string): [string, string][] => [[entry, value]];
  switch (question.kind) {
    case 'MULTIPLE_CHOICE':
    case 'CHECKBOX': {
      const values = typeof answer === 'string' ? [answer] : answer.filter((value) => typeof value === 'string');
      return values.flatMap((value) =>
        question.choices.some((choice) => choice.value === value)
          ? one(value)
          : [...one(OTHER), [`${entry}.other_option_response`, value] satisfies [string, string]],
      );
    }
    case 'GRID':
    case 'CHECKBOX_GRID':
      return question.rows.flatMap((_, row) => {
        const cell = typeof answer === 'string' ? null : answer[row];
        const values = cell === null || cell === undefined ? [] : typeof cell === 'string' ? [cell] : [...cell];
        return values.map((value): [string, string] => [`entry.${question.entry + row}`, value]);
      });
    default:
      return typeof answer === 'string' ? one(answer) : [];
  }
}

/** The respondent's link with answers filled in (reference: FormResponse.toPrefilledUrl). */
export function prefilledUrl(form: Form, answers: readonly ItemAnswer[]): string {
  const parameters = answers.flatMap((given) => {
    const item = form.items.find((candidate) => candidate.id === given.item);
    return item && isQuestion(item) ? parametersOf(item, given) : [];
  });
  const query = [['usp', 'pp_url'], ...parameters].map(
    ([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`,
  );
  return `${publishedUrl(form)}?${query.join('&')}`;
}

/**
 * What a prefilled link fills in, by item id, in the form that `submit` takes; parameters that name no question are
 * left out, as Google leaves them out.
 */
export function prefilledAnswers(
  form: Form,
  url: string,
): Map<number, string | string[] | (string | string[] | null)[]> {
  const parameters = new URL(url).searchParams;
  const filled = new Map<number, string | string[] | (string | string[] | null)[]>();
  for (const item of form.items) {
    if (!isQuestion(item)) continue;
    const entry = `entry.${item.entry}`;
    if (item.kind === 'GRID' || item.kind === 'CHECKBOX_GRID') {
      const rows = item.rows.map((_, row) => parameters.getAll(`entry.${item.entry + row}`));
      if (rows.every((values) => values.length === 0)) continue;
      filled.set(item.id, item.kind === 'GRID' ? rows.map((values) => values[0] ?? null) : rows);
      continue;
    }
    const other = parameters.get(`${entry}.other_option_response`);
    const values = parameters.getAll(entry).map((value) => (value === OTHER ? (other ?? '') : value));
    if (values.length === 0) continue;
    filled.set(item.id, item.kind === 'CHECKBOX' ? values : (values[0] ?? ''));
  }
  return filled;
}
