/** The product's forms, filled in as a person would. */
import { type FormDeclaration, formDeclarations, type questionsOf } from '../../src/forms/index.ts';
import { PROGRAMMES } from '../../src/programmes/index.ts';
import { programmeLabels } from '../../src/programmes/labels.ts';
import type { Host } from '../host/index.ts';
import { Refused } from './refused.ts';
import { same } from './tab-view.ts';

export const LABELS = programmeLabels(PROGRAMMES);
const FORMS = formDeclarations({
  programmes: PROGRAMMES.map(({ id }) => ({ id, name: LABELS.get(id) ?? id })),
  selfAssessment: true,
});

/** The form of a kind: the programme's own, or the one that all programmes share. */
export function formOf(kind: FormDeclaration['kind'], programme?: string): FormDeclaration | undefined {
  const forms = FORMS.filter((one) => one.kind === kind);
  return forms.find((one) => one.programme === programme) ?? forms.find((one) => one.programme === null);
}

/** Fills the form in: what is not named gets a sensible valid value, null stays empty; only sections on the way are answered. */
export function sendForm(host: Host, form: FormDeclaration, given: Readonly<Record<string, unknown>>): void {
  const answers: Record<string, string | string[]> = {};
  let index = 0;
  while (index >= 0 && index < form.sections.length) {
    const section = form.sections[index];
    if (!section) break;
    let next = section.next;
    for (const question of section.questions) {
      const value = question.id in given && given[question.id] !== undefined ? given[question.id] : sensible(question);
      if (value === null || value === undefined) continue;
      const answer = Array.isArray(value) ? value.map((one) => labelOf(question, one)) : labelOf(question, value);
      answers[question.title] = answer;
      const chosen = question.options?.find((option) => option.label === answer);
      if (chosen?.goTo) next = chosen.goTo;
    }
    if (next === 'submit') break;
    index = next === undefined ? index + 1 : form.sections.findIndex((one) => one.id === next);
  }
  const result = host.submitForm(form.title, answers);
  if (result.refused) {
    throw new Refused(result.refused.map((one) => `${one.title}: ${one.message}`).join(' '));
  }
}

type Question = ReturnType<typeof questionsOf>[number];

function labelOf(question: Question, value: unknown): string {
  if (value === true || value === false) {
    const option = question.options?.find((one) => one.code === (value ? 'yes' : 'no'));
    if (option) return option.label;
  }
  const text = String(value);
  const option = question.options?.find((one) => one.code === text || same(one.label, text));
  return option?.label ?? text;
}

/** A sensible valid answer to a mandatory question that the scenario does not name. */
function sensible(question: Question): string | string[] | null {
  if (!question.required) return null;
  switch (question.type) {
    case 'email':
      return 'chef@example.org';
    case 'integer':
      return String(question.range?.min && question.range.min > 10 ? question.range.min : 10);
    case 'scale':
      return String(question.range?.max ?? 5);
    case 'date':
      return '2025-01-01';
    case 'checkboxes':
      return (question.options ?? []).map((option) => option.label);
    case 'choice':
    case 'dropdown':
      return question.options?.[0]?.label ?? null;
    default:
      return question.id === 'managerName' ? 'Kim Ek' : 'Uppgift';
  }
}
