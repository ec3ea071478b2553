/** What programmes have in common where their texts leave room; each names in its sources what it has taken from here. */
import type { AttendanceRule, RuleVersion } from '../domain/rules.ts';

/** Where a text is silent, the programme has no such rule. */
export const SILENT_RULES = {
  attendance: null,
  managerAttends: false,
  course: false,
  reflection: null,
  group: null,
  prerequisite: false,
  plan: null,
  presentation: false,
  diploma: 'unit',
  certifyAutomatically: false,
  validity: null,
  refresher: null,
  catchUp: null,
  survey: null,
  contact: null,
  planRevision: null,
  followUp: null,
  recorded: [],
} as const satisfies Partial<RuleVersion>;

/** Nine of ten, the same people at all sessions (decisions 1–3). */
export const NINE_OF_TEN: AttendanceRule = {
  share: { numerator: 9, denominator: 10 },
  count: 'same-people',
  headCount: 'first-session',
  catchUpCounts: true,
};

/** A plan without a last day until the coordinator sets one (decision 6). */
export const PLAN_WITHOUT_DATES = { opens: null, due: null, areas: [] } as const;
