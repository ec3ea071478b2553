/** The rule preview: every changed rule with what it does, or would do when it is confirmed in the tab Regler. */
import { formatDay } from '../domain/calendar.ts';
import { choiceLabel, RULE_CHOICES } from '../workbook/index.ts';
import { openInstalled } from './full-run.ts';
import type { Ports } from './ports.ts';
import { rulebook } from './register.ts';
import type { Head } from './state-tab.ts';

export interface RulePreview {
  readonly programme: string;
  readonly rule: string;
  readonly from: string;
  readonly reach: string;
  readonly isConfirmed: boolean;
}

export interface RulesView {
  readonly previews: readonly RulePreview[];
  /** The confirmed changes, from which the page works out what holds. */
  readonly changes: Head['ruleRows'];
}

/** One call. @throws in Swedish where the product is not installed */
export function rulesView(ports: Ports): RulesView {
  const { head } = openInstalled(ports);
  const reachOf = (mark: string): string => {
    const [, after = ''] = head.ruleReaches.split(`|${mark.replaceAll('|', '/')}=`);
    return after.split('|')[0] ?? '';
  };
  const { names } = rulebook([]);
  const shown = (isConfirmed: boolean) => (rule: Head['ruleRows'][number]) => ({
    programme: names.find(({ id }) => id === rule.programme)?.name ?? rule.programme,
    rule: `${choiceLabel(RULE_CHOICES, rule.path)}: ${rule.value}`,
    from: rule.from === null ? '' : formatDay(rule.from),
    reach: reachOf(rule.mark),
    isConfirmed,
  });
  return {
    previews: [...head.ruleDrafts.map(shown(false)), ...head.ruleRows.map(shown(true))],
    changes: head.ruleRows,
  };
}
