/** Answers to what they say. Tolerant: an option is known by its label or its code, in any case and with any spaces; what is unknown is left out. */

import { type Basis, type BasisValue, packBasis } from '../domain/basis.ts';
import { type Day, parseDay } from '../domain/calendar.ts';
import { canonical, folded, oneLine } from '../domain/clean-text.ts';
import { type Preparations, ROLES } from '../domain/facts.ts';
import { ADDRESS } from './address.ts';
import type { Answers, FormDeclaration, Question } from './form.ts';
import { NO, YES } from './questions.ts';
import type {
  InterestSubmission,
  PlanSubmission,
  StaffChange,
  StaffChangeSubmission,
  Submission,
  SurveySubmission,
  UnitReference,
} from './submission.ts';

interface Reader {
  text(id: string): string;
  email(id: string): string;
  integer(id: string): number | null;
  day(id: string): Day | null;
  /** The code of the chosen option, or "". */
  choice(id: string): string;
  choices(id: string): readonly string[];
  flag(id: string): boolean | null;
}

export const questionsOf = (form: FormDeclaration): readonly Question[] =>
  form.sections.flatMap((section) => section.questions);

function reader(form: FormDeclaration, answers: Answers): Reader {
  const questions = new Map(questionsOf(form).map((question) => [question.id, question]));
  const parts = (id: string): readonly string[] => {
    const answer = answers[id] ?? '';
    return (typeof answer === 'string' ? [answer] : answer).map(oneLine).filter((part) => part !== '');
  };
  const text = (id: string): string => parts(id).join(', ');
  const code = (id: string, answer: string): string => {
    const options = questions.get(id)?.options ?? [];
    const found =
      options.find((option) => canonical(option.label) === canonical(answer) || option.code === canonical(answer)) ??
      options.find((option) => folded(option.label) === folded(answer));
    return found?.code ?? '';
  };
  const choices = (id: string): readonly string[] => {
    const whole = parts(id);
    const single = whole.length === 1 && code(id, whole[0] ?? '') === '' ? (whole[0] ?? '').split(',') : whole;
    return single.map((part) => code(id, part)).filter((one) => one !== '');
  };
  return {
    text,
    choices,
    email: (id) => {
      const address = canonical(text(id));
      return ADDRESS.test(address) ? address : '';
    },
    integer: (id) => {
      const match = /^(\d{1,9})(?:[.,]0+)?$/.exec(text(id).replace(/ /g, ''));
      return match ? Number(match[1]) : null;
    },
    day: (id) => parseDay(text(id).slice(0, 10)),
    choice: (id) => choices(id)[0] ?? '',
    flag: (id) => {
      const chosen = choices(id)[0];
      return chosen === YES ? true : chosen === NO ? false : null;
    },
  };
}

const unitOf = (read: Reader): UnitReference => ({ code: read.text('code'), name: read.text('unit') });

function bothOf(left: boolean | null, right: boolean | null): boolean | null {
  if (left === false || right === false) return false;
  return left ?? right;
}

/** What speaks for waiting, in the form's own fixed wordings: whoever reads the register sees no more than the coordinator needs. */
function considerations(form: FormDeclaration, read: Reader): readonly string[] {
  const sentences = questionsOf(form).map(({ id, options = [], expected }) => {
    const number = expected ? read.integer(id) : null;
    if (expected && number !== null && (number < expected.min || number > expected.max)) return expected.consider;
    return options.find(({ code }) => code === read.choice(id))?.consider;
  });
  if (read.email('managerEmail') === '') sentences.push('Chefens e-post kan inte användas.');
  return sentences.filter((one) => one !== undefined);
}

/** Closed answers and numbers by question id: what was typed freely is in columns of its own or stays in the form. */
function basisOf(form: FormDeclaration, read: Reader, preparations: Preparations): string {
  const basis: Record<string, BasisValue> = {};
  for (const question of questionsOf(form)) {
    const value: BasisValue | null =
      question.type === 'integer'
        ? read.integer(question.id)
        : question.type === 'checkboxes'
          ? read.choices(question.id)
          : question.options
            ? (read.flag(question.id) ?? read.choice(question.id))
            : null;
    if (value !== null && value !== '') basis[question.id] = value;
  }
  for (const [name, value] of Object.entries(preparations)) if (typeof value === 'boolean') basis[name] = value;
  const complete: Basis = basis;
  return packBasis(complete);
}

function interestOf(form: FormDeclaration, read: Reader): InterestSubmission {
  const readiness = read.choice('readiness');
  const who = read.choice('wholeUnit');
  const preparations: Preparations = {
    wantsToTalkFirst: readiness === '' ? null : readiness === 'talk-first',
    harassmentPlan: read.flag('harassmentPlan'),
    anchored: bothOf(read.flag('anchoredManagement'), read.flag('anchoredStaff')),
    singlePerson: who === '' ? null : who === 'some',
  };
  return {
    kind: 'interest',
    programme: form.programme ?? '',
    unit: read.text('unit'),
    unitType: read.text('unitType'),
    administration: read.text('administration'),
    package: read.choice('package'),
    staff: read.integer('staff'),
    managerName: read.text('managerName'),
    managerEmail: read.email('managerEmail'),
    preparations,
    consider: considerations(form, read),
    basis: basisOf(form, read, preparations),
  };
}

/** Which questions of the form are answered for each change. */
const CHANGE_QUESTIONS: Readonly<
  Record<StaffChange, Readonly<Partial<Record<'name' | 'email' | 'roles' | 'from' | 'to', string>>>>
> = {
  new: { name: 'newName', email: 'newEmail', roles: 'newRoles', from: 'newFrom' },
  leaving: { email: 'leavingEmail', to: 'leavingOn' },
  leave: { email: 'leaveEmail', from: 'leaveFrom', to: 'leaveTo' },
  'new-manager': { name: 'managerName', email: 'managerEmail', from: 'managerFrom' },
  confirmed: {},
};

const isChange = (code: string): code is StaffChange => Object.hasOwn(CHANGE_QUESTIONS, code);

function staffChangeOf(read: Reader): StaffChangeSubmission | null {
  const change = read.choice('change');
  if (!isChange(change)) return null;
  const { name = '', email = '', roles = '', from = '', to = '' } = CHANGE_QUESTIONS[change];
  const codes = change === 'new-manager' ? ['manager'] : read.choices(roles);
  return {
    kind: 'staff-change',
    unit: unitOf(read),
    respondent: read.email('respondent'),
    change,
    name: read.text(name),
    email: read.email(email),
    roles: ROLES.filter((role) => codes.includes(role)),
    from: read.day(from),
    to: read.day(to),
  };
}

function planOf(read: Reader): PlanSubmission {
  return {
    kind: 'plan',
    unit: unitOf(read),
    respondent: read.email('respondent'),
    on: read.day('on'),
    areas: read.choices('areas'),
    link: read.text('link'),
    wantsFeedback: read.flag('feedback') === true,
  };
}

function surveyOf(form: FormDeclaration, read: Reader): SurveySubmission | null {
  const wave = form.kind === 'survey' ? 'follow-up' : read.choice('wave');
  if (wave !== 'follow-up' && wave !== 'before' && wave !== 'after') return null;
  const values: Record<string, number> = {};
  for (const question of questionsOf(form)) {
    const value = question.type === 'scale' ? read.integer(question.id) : null;
    const range = question.range;
    if (value !== null && range && value >= range.min && value <= range.max) values[question.id] = value;
  }
  return { kind: 'survey', wave, unit: unitOf(read), values };
}

const isBlank = (read: Reader, questions: readonly Question[]): boolean =>
  questions.every((question) => read.text(question.id) === '');

/**
 * Whether an event tells only what is new in an answer that had been sent in before: Google leaves blank, or out, what stands as it was, also
 * what must be answered. A few questions that are left out have got other titles. False for an event that tells nothing.
 */
export function isCorrection(form: FormDeclaration, answers: Answers): boolean {
  const read = reader(form, answers);
  const asked = form.sections[0]?.questions.filter(({ required }) => required) ?? [];
  const named = asked.filter(({ id }) => id in answers);
  const tellsPart = named.length * 2 < asked.length || named.some((question) => isBlank(read, [question]));
  return tellsPart && !isBlank(read, questionsOf(form));
}

/**
 * What a submission says. Null for the empty second event that Forms may send, and for one that lacks the answer on which everything
 * else depends. Free text of reflections and plans is not given on.
 */
export function submissionOf(form: FormDeclaration, answers: Answers): Submission | null {
  const read = reader(form, answers);
  if (isBlank(read, questionsOf(form))) return null;
  switch (form.kind) {
    case 'interest':
      return read.text('unit') === '' ? null : interestOf(form, read);
    case 'staff-change':
      return staffChangeOf(read);
    case 'reflection':
      return { kind: 'reflection', unit: unitOf(read), person: canonical(read.text('email')) };
    case 'plan':
      return planOf(read);
    case 'survey':
    case 'self-assessment':
      return surveyOf(form, read);
  }
}

/** Answers by question id from a sheet-bound event, which knows them by title. Unknown titles are left out. */
export function answersByTitle(
  form: FormDeclaration,
  namedValues: Readonly<Record<string, readonly string[]>>,
): Answers {
  const ids = new Map(questionsOf(form).map((question) => [canonical(question.title), question.id]));
  const answers: Record<string, readonly string[]> = {};
  for (const [title, values] of Object.entries(namedValues)) {
    const id = ids.get(canonical(title));
    if (id !== undefined) answers[id] = values;
  }
  return answers;
}
