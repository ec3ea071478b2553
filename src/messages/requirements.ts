/** What a programme asks for, in sentences that a manager can act on. */
import type { RequirementId } from '../domain/decision.ts';
import { allSessions } from '../domain/requirement-text.ts';
import type { ProgrammeWords, RuleVersion } from '../domain/rules.ts';
import { formatFraction } from '../domain/share.ts';
import { capitalized, listInWords, numberInWords } from '../domain/swedish.ts';

function requirementSentence(id: RequirementId, rules: RuleVersion, words: ProgrammeWords): string | null {
  const { attendance, group, plan } = rules;
  const sessions = allSessions(rules.sessions);
  switch (id) {
    case 'attendance': {
      if (attendance === null) return null;
      const where = attendance.count === 'each-session' && rules.sessions > 1 ? 'var och en av träffarna' : sessions;
      return `Minst ${formatFraction(attendance.share)} av medarbetarna har varit med på ${where}.`;
    }
    case 'manager':
      return rules.managerAttends ? `Du som chef har varit med på ${sessions}.` : null;
    case 'course':
      return rules.course ? `Alla medarbetare har gjort ${words.course}.` : null;
    case 'reflection':
      if (rules.reflection === null) return null;
      return rules.reflection === 'unit'
        ? 'Alla medarbetare har fått tid för självreflektion.'
        : 'Alla medarbetare har gjort och skickat in en reflektionsuppgift.';
    case 'group':
      if (group === null) return null;
      return `En grupp på ${numberInWords(group.least)} till ${numberInWords(group.most)} personer samordnar arbetet${group.withManager ? ', och du som chef är med i den' : ''}.`;
    case 'prerequisite':
      return rules.prerequisite ? `Alla medarbetare har ett tidigare diplom eller har gjort ${words.catchUp}.` : null;
    case 'plan':
      if (plan === null) return null;
      return `Ni har tagit fram en ${words.plan}${rules.presentation || plan.areas.length > 0 ? '' : ' och skickat den till oss'}.`;
    case 'plan-areas':
      if (plan === null || plan.areas.length === 0) return null;
      return `${capitalized(words.thePlan)} tar upp ${listInWords(plan.areas)}.`;
    case 'presentation':
      return rules.presentation ? `Ni har presenterat ${words.thePlan} vid slutpresentationen.` : null;
  }
}

const ORDER: readonly RequirementId[] = [
  'prerequisite',
  'group',
  'attendance',
  'manager',
  'course',
  'reflection',
  'plan',
  'plan-areas',
  'presentation',
];

/** All requirements of the version, one sentence each, in the order they are worked through. */
export function requirementList(rules: RuleVersion, words: ProgrammeWords): string[] {
  return ORDER.map((id) => requirementSentence(id, rules, words)).filter((one): one is string => one !== null);
}
