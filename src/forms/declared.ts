/** Every form there is. Data alone: the build keeps it beside the bundle, since few executions need it. */
export { INTEREST_FORMS, USUAL_INTEREST_FORM } from './interest.ts';
export { ACTION_PLAN_FORM, DEVELOPMENT_PLAN_FORM } from './plan.ts';
export { REFLECTION_FORM } from './reflection.ts';
export { STAFF_CHANGE_FORM } from './staff-change.ts';
export { SELF_ASSESSMENT_FORM, SURVEY_FORM } from './surveys.ts';
