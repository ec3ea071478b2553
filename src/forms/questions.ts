/** Questions that several forms share. */
import type { Option, Question } from './form.ts';

export const YES = 'yes';
export const NO = 'no';

/** @param consider what a no means to the coordinator */
export function yesOrNo(id: string, title: string, help?: string, consider?: string): Question {
  const options: readonly Option[] = [
    { code: YES, label: 'Ja' },
    { code: NO, label: 'Nej', ...(consider === undefined ? {} : { consider }) },
  ];
  return { id, title, type: 'choice', required: true, options, ...(help === undefined ? {} : { help }) };
}

export function text(id: string, title: string, required: boolean, help?: string): Question {
  return { id, title, type: 'text', required, ...(help === undefined ? {} : { help }) };
}

export function email(id: string, title: string, required: boolean, help?: string): Question {
  return {
    id,
    title,
    type: 'email',
    required,
    error: 'Skriv en fullständig e-postadress, till exempel namn@example.org.',
    ...(help === undefined ? {} : { help }),
  };
}

export function wholeNumber(
  id: string,
  title: string,
  required: boolean,
  min: number,
  max: number,
  help?: string,
): Question {
  return {
    id,
    title,
    type: 'integer',
    required,
    range: { min, max },
    error: `Skriv ett heltal från ${min} till ${max}.`,
    ...(help === undefined ? {} : { help }),
  };
}

/** Which unit the answer is about. The link in a mail has filled in both. */
export const UNIT_QUESTIONS: readonly Question[] = [
  text('unit', 'Verksamhetens namn', true, 'Om du har öppnat en länk från oss är namnet redan ifyllt.'),
  text('code', 'Verksamhetens kod', false, 'Fylls i av länken. Lämna tomt om du inte har någon kod.'),
];
