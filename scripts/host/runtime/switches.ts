import type { Switches } from './contract.ts';

/** The stricter guess at every point that is not documented, but for what would stop scripts that have always run; the README lists them. */
export const DEFAULT_SWITCHES: Switches = {
  formSubmitFiresChange: false,
  editedResponseBlanksUnchanged: true,
  latencyCountsTowardsLimits: false,
  strictPropertySize: true,
  datesInUserLanguage: false,
  formsUnpublishedFrom: null,
  responseSheetFirst: true,
  fetchAnswers: {},
  mailsPerDay: 100,
  wallMilliseconds: 60_000,
};
