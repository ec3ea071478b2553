/** What a requirement's result says in a sentence, for the manager or with the coordinator's figures; both from the same result. */
import { NO_MANAGER, NO_PEOPLE, NOT_COMPLETE, NOT_HELD } from './attendance.ts';
import type { Decision, Requirement } from './decision.ts';
import { type Programme, type RuleVersion, ruleInForce } from './rules.ts';
import { formatFraction, formatShare } from './share.ts';
import { capitalized, listInWords, numberInWords } from './swedish.ts';
import { BEFORE_FIRST_SESSION, NO_MANAGER_IN_GROUP, TOO_FEW, TOO_MANY } from './tasks.ts';

export type Audience = 'manager' | 'coordinator';

interface Telling {
  readonly requirement: Requirement;
  readonly rules: RuleVersion;
  readonly programme: Programme;
  readonly audience: Audience;
}

/** One or more whole Swedish sentences; a requirement that is not met says what is missing. */
export function requirementText(
  requirement: Requirement,
  decision: Decision,
  programme: Programme,
  audience: Audience,
): string {
  const rules = ruleInForce(programme, decision.ruleVersion);
  if ('noRuleInForce' in rules) throw new RangeError(`No version of ${programme.id} for the decision`);
  const telling = { requirement, rules, programme, audience };
  switch (requirement.id) {
    case 'attendance':
      return attendanceText(telling);
    case 'manager':
      return managerText(telling);
    case 'course':
      return everyoneText(telling, `gjort ${programme.words.course}`);
    case 'reflection':
      return rules.reflection === 'unit'
        ? selfReflectionText(telling)
        : everyoneText(telling, 'skickat in sin reflektion');
    case 'prerequisite':
      return everyoneText(telling, `en tidigare diplomering eller ${programme.words.catchUp}`);
    case 'group':
      return groupText(telling, rules);
    case 'plan':
      return planText(telling);
    case 'plan-areas':
      return planAreasText(telling);
    case 'presentation':
      return `Slutpresentationen är ${requirement.state === 'met' ? '' : 'inte '}genomförd.`;
  }
}

/** "träffen", "båda träffarna", "alla fyra träffarna" */
export function allSessions(sessions: number): string {
  if (sessions === 1) return 'träffen';
  return sessions === 2 ? 'båda träffarna' : `alla ${numberInWords(sessions)} träffarna`;
}

const sentences = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

/** Nobody is counted: the list is empty, and who can mend that is told how. */
function noPeopleText(audience: Audience): string {
  const how = audience === 'coordinator' ? ' Fyll i fliken Deltagare.' : '';
  return `Det går inte att säga än: inga medarbetare finns på listan.${how}`;
}

function attendanceText({ requirement, rules, programme, audience }: Telling): string {
  if (requirement.missing.includes(NO_PEOPLE)) return noPeopleText(audience);
  const { state, have, of, need, short } = requirement;
  const where =
    rules.attendance?.count === 'each-session' && rules.sessions > 1
      ? 'träffen med lägst närvaro'
      : allSessions(rules.sessions);
  const figures = audience === 'coordinator' ? figuresText(requirement, rules) : '';
  switch (state) {
    case 'met':
      return sentences(`${have} av ${of} har varit med på ${where}. Kravet är uppfyllt.`, figures);
    case 'unmet':
      return sentences(
        `${have} av ${of} har varit med på ${where}. ${short} till behövs.`,
        reachText(requirement, rules, programme),
        figures,
      );
    case 'unknown': {
      const begun = have > 0 ? `Hittills har ${have} av ${of} varit med, och minst ${need} behövs.` : '';
      return sentences(
        `Närvaron är inte klar än: ${openSessionsText(requirement)}.`,
        begun,
        reachText(requirement, rules, programme),
        figures,
      );
    }
  }
}

/** "Kravet är 90 %, det vill säga 18 av 20. Nu är det 80 %." */
function figuresText({ have, of, need }: Requirement, rules: RuleVersion): string {
  if (rules.attendance === null) return '';
  return `Kravet är ${formatFraction(rules.attendance.share)}, det vill säga ${need} av ${of}. Nu är det ${formatShare(have, of)}.`;
}

/** What is left of the way to the goal, where it has become narrow. */
function reachText({ reach, state, need, of }: Requirement, rules: RuleVersion, programme: Programme): string {
  if (reach === 'only-by-catch-up') {
    return rules.attendance?.catchUpCounts === true
      ? `Målet går bara att nå med ${programme.words.catchUp}.`
      : 'Målet går inte längre att nå.';
  }
  if (reach !== 'just' || state !== 'unknown') return '';
  return need === of ? 'Målet nås bara om ingen missar en träff.' : 'Målet nås bara om ingen fler missar en träff.';
}

/** "träff 2 är inte genomförd", "träff 3 och 4 är inte genomförda och närvaron på träff 1 är inte färdig" */
function openSessionsText({ missing }: Requirement): string {
  const numbers = (prefix: string): string[] =>
    missing.filter((code) => code.startsWith(prefix)).map((code) => code.slice(prefix.length));
  const notHeld = numbers(NOT_HELD);
  const notComplete = numbers(NOT_COMPLETE);
  const parts: string[] = [];
  if (notHeld.length > 0) parts.push(`träff ${listInWords(notHeld)} är inte genomförd${notHeld.length > 1 ? 'a' : ''}`);
  if (notComplete.length > 0) parts.push(`närvaron på träff ${listInWords(notComplete)} är inte färdig`);
  return parts.join(' och ');
}

function managerText({ requirement, rules, programme, audience }: Telling): string {
  const { state, have, of, short } = requirement;
  if (requirement.missing.includes(NO_MANAGER)) {
    const how = audience === 'coordinator' ? ' Sätt rollen chef på någon i fliken Deltagare.' : '';
    return `Det går inte att säga än: ingen på listan räknas som chef.${how}`;
  }
  const where = allSessions(rules.sessions);
  const several = of > 1;
  if (state === 'met') return `${several ? 'Cheferna' : 'Chefen'} har varit med på ${where}.`;
  if (state === 'unmet') {
    const result = several
      ? `${have} av ${of} chefer har varit med på ${where}. ${short} till behövs.`
      : `Chefen har inte varit med på ${where}.`;
    return sentences(result, reachText(requirement, rules, programme));
  }
  const missed = requirement.reach === 'only-by-catch-up' ? reachText(requirement, rules, programme) : '';
  return sentences(
    `${several ? 'Chefernas' : 'Chefens'} närvaro är inte klar än: ${openSessionsText(requirement)}.`,
    missed,
  );
}

function everyoneText({ requirement, audience }: Telling, done: string): string {
  const { state, have, of, short } = requirement;
  if (state === 'unknown') return noPeopleText(audience);
  if (state === 'unmet') return `${have} av ${of} har ${done}. ${short} till behövs.`;
  return of === 1 ? `1 av 1 har ${done}.` : `Alla ${of} har ${done}.`;
}

function selfReflectionText({ requirement }: Telling): string {
  return requirement.state === 'met'
    ? 'Alla har haft tid för självreflektion.'
    : 'Chefen har inte bekräftat att alla har haft tid för självreflektion.';
}

function groupText({ requirement }: Telling, { group }: RuleVersion): string {
  const { have, missing } = requirement;
  const size = `Gruppen har ${have} ${have === 1 ? 'person' : 'personer'}`;
  const wrong = missing.includes(TOO_FEW) || missing.includes(TOO_MANY);
  const manager = missing.includes(NO_MANAGER_IN_GROUP) ? 'Chefen är inte med i gruppen.' : '';
  if (group !== null && wrong) return sentences(`${size}. Den ska ha ${group.least}–${group.most}.`, manager);
  return manager === ''
    ? `${size}${group?.withManager === true ? ', och chefen är med' : ''}.`
    : sentences(`${size}.`, manager);
}

function planText({ requirement, programme, rules }: Telling): string {
  const plan = capitalized(programme.words.thePlan);
  const isIn = rules.diploma === 'completion' ? 'klar' : 'inskickad';
  if (requirement.state === 'met') return `${plan} är ${isIn}.`;
  if (requirement.missing.includes(BEFORE_FIRST_SESSION)) {
    return `${plan} är daterad före den första träffen och räknas inte.`;
  }
  return `${plan} är inte ${isIn}.`;
}

function planAreasText({ requirement, programme }: Telling): string {
  const plan = capitalized(programme.words.thePlan);
  const { state, have, of, missing } = requirement;
  if (state === 'met') return `${plan} tar upp alla ${numberInWords(of)} områden.`;
  return `${plan} tar upp ${have} av ${of} områden. Det saknas: ${listInWords(missing)}.`;
}
