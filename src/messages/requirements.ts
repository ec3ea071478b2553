/** What a programme asks for, in sentences that a manager can act on. */
import { allSessions } from '../domain/requirement-text.ts';
import type { ProgrammeWords, RuleVersion } from '../domain/rules.ts';
import { formatFraction } from '../domain/share.ts';
import { listInWords, numberInWords } from '../domain/swedish.ts';
import { REQUIREMENTS } from './default-texts.ts';
import { renderLine } from './markup.ts';

/** All requirements of the version, one sentence each, in the order they are worked through. */
export function requirementList(rules: RuleVersion, words: ProgrammeWords): string[] {
  const { attendance, group, plan, reflection } = rules;
  const areas = plan?.areas ?? [];
  const all = allSessions(rules.sessions);
  const each = attendance?.count === 'each-session' && rules.sessions > 1;
  const values = new Map([
    ['träffarna', all],
    ['räknade träffar', each ? 'var och en av träffarna' : all],
    ['andel', attendance ? formatFraction(attendance.share) : ''],
    ['minst', numberInWords(group?.least ?? 0)],
    ['högst', numberInWords(group?.most ?? 0)],
    ['områden', listInWords(areas)],
    ['plan', words.plan],
    ['planen', words.thePlan],
    ['catch-up', words.catchUp],
    ['webbutbildningen', words.course],
  ]);
  const asked: readonly (keyof typeof REQUIREMENTS | null | false)[] = [
    rules.prerequisite && 'prerequisite',
    group && (group.withManager ? 'group-with-manager' : 'group'),
    attendance && 'attendance',
    rules.managerAttends && 'manager',
    rules.course && 'course',
    reflection && `reflection-${reflection}`,
    plan && (rules.presentation || areas.length > 0 ? 'plan' : 'plan-sent'),
    areas.length > 0 && 'plan-areas',
    rules.presentation && 'presentation',
  ];
  return asked.flatMap((id) => (id ? renderLine(REQUIREMENTS[id], values) : []));
}
