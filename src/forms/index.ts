/** The forms' public face: other folders import from here. */

import {
  ACTION_PLAN_FORM,
  DEVELOPMENT_PLAN_FORM,
  INTEREST_FORMS,
  REFLECTION_FORM,
  SELF_ASSESSMENT_FORM,
  STAFF_CHANGE_FORM,
  SURVEY_FORM,
  USUAL_INTEREST_FORM,
} from './declared.ts';
import type { FormDeclaration } from './form.ts';

export * from './form.ts';
export { answersByTitle, isCorrection, questionsOf, submissionOf } from './read-submission.ts';
export * from './submission.ts';

export interface FormChoice {
  readonly programmes: readonly { readonly id: string; readonly name: string }[];
  /** The before/after self-assessment is the unit's own and is made only where the region has asked for it. */
  readonly selfAssessment: boolean;
}

/** The forms to build for the programmes in use. */
export function formDeclarations(choice: FormChoice): readonly FormDeclaration[] {
  const interest = choice.programmes.map(({ id, name }) => ({
    ...(INTEREST_FORMS.find((form) => form.programme === id) ?? USUAL_INTEREST_FORM),
    id: `interest:${id}`,
    programme: id,
    // Two regions may call their programmes the same; the name given here tells them apart.
    title: `Intresseanmälan – ${name}`,
  }));
  const klivet = choice.programmes.some((programme) => programme.id === DEVELOPMENT_PLAN_FORM.programme);
  return [
    ...interest,
    STAFF_CHANGE_FORM,
    REFLECTION_FORM,
    ACTION_PLAN_FORM,
    ...(klivet ? [DEVELOPMENT_PLAN_FORM] : []),
    SURVEY_FORM,
    ...(choice.selfAssessment ? [SELF_ASSESSMENT_FORM] : []),
  ];
}
