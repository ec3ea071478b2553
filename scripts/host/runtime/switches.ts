import type { Switches } from './contract.ts';

/** The stricter guess at every point that is not documented; the README lists them. */
export const DEFAULT_SWITCHES: Switches = {
  formSubmitFiresChange: false,
  editedResponseBlanksUnchanged: true,
  latencyCountsTowardsLimits: false,
  strictPropertySize: true,
  datesInUserLanguage: false,
  formsUnpublishedFrom: '2026-07-01',
  responseSheetFirst: true,
  fetchAnswers: {},
  mailsPerDay: 100,
  wallMilliseconds: 60_000,
};
