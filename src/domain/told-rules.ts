/** The rules as the manager was last told about them: what a mail about changed rules is compared with. */
import type { MailKind } from './mail-kinds.ts';
import { lastTold, type ToldNotice } from './notice.ts';
import { type Programme, type RuleVersion, ruleInForce } from './rules.ts';

const BEFORE_ADMISSION: readonly MailKind[] = ['receipt', 'waitlisted', 'declined', 'digest'];

/** Whoever has heard of what comes after the decision knows that there is a place: an installation may begin in the middle of a round. */
export const firstAfterAdmission = (told: readonly ToldNotice[]): ToldNotice | undefined =>
  told.find(({ kind }) => !BEFORE_ADMISSION.includes(kind));

/** What coordinators can change in the rules, in the order of CHANGEABLE_PATHS; empty where the rules have no such value. */
export function changeableValues(rules: RuleVersion): readonly string[] {
  const { attendance, plan, validity, catchUp, followUp, certifyAutomatically } = rules;
  const { share, count, headCount, catchUpCounts } = attendance ?? {};
  const counted = [share && `${share.numerator}:${share.denominator}`, count, headCount, catchUpCounts];
  const dates = [plan?.opens, plan?.due, validity, catchUp?.within, followUp?.every];
  return [...counted, ...dates, certifyAutomatically].map((value) => String(value ?? ''));
}

/** Two versions may hold from one day, one after the other: the subject of an admission and of a change of rules says what held. */
export const rulesCode = (rules: RuleVersion): string => `.${changeableValues(rules)}`;

/** The values that the manager has heard of: undefined where there was no mail about them, null where nobody can tell. */
export function toldValues(told: readonly ToldNotice[], programme: Programme): readonly string[] | null | undefined {
  const last = lastTold(told, ['rules-changed', 'admitted']) ?? firstAfterAdmission(told);
  if (last === undefined) return undefined;
  const values = last.subject.split('.')[1]?.split(',') ?? [];
  if (values.length > 1) return values;
  // Other mail, and that of older versions of the product, says only from which day its rules held.
  const rules = ruleInForce(programme, last.ruleVersion);
  return 'noRuleInForce' in rules ? null : changeableValues(rules);
}

/** Whether other rules hold than the manager has heard of; whoever has heard of none has nothing to compare with. */
export function areNewRules(told: readonly ToldNotice[], programme: Programme, rules: RuleVersion): boolean {
  const values = toldValues(told, programme);
  return values !== undefined && `.${values}` !== rulesCode(rules);
}
