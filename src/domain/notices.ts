/** What should be told to the manager of a round today. */
import { addDays, type Day, laterOf } from './calendar.ts';
import { type Decision, ON_THE_WAY } from './decision.ts';
import type { Round } from './facts.ts';
import {
  expiryNotices,
  latestPeriod,
  recurringNotices,
  supplementNotices,
  surveyNotices,
} from './follow-up-notices.ts';
import type { MailKind } from './mail-kinds.ts';
import { lastTold, type Notice, noticeOf, ordinal, readTold, type Scene, type Told } from './notice.ts';
import { occasionNotices } from './occasion-notices.ts';
import { personalDiploma } from './personal-diploma.ts';
import { planFeedbackNotices, planNotices } from './plan-notices.ts';
import { type Programme, type RuleVersion, ruleInForce } from './rules.ts';
import { areNewRules, firstAfterAdmission, rulesCode } from './told-rules.ts';

export type { Notice, Told } from './notice.ts';
export { diplomasTold, receiptNotice } from './notice.ts';

/** Material leaves this many days before session 1: "in good time" in Västerbotten's text, three weeks by assumption. */
const MATERIAL_DAYS = 21;

const DECISION_KINDS: readonly MailKind[] = ['admitted', 'waitlisted', 'declined'];
const ATTENDANCE_KINDS: readonly MailKind[] = ['attendance-met', 'attendance-lost', 'attendance-unreachable'];

/** A date of the round that stays when facts are corrected, for causes that have no date of their own. */
function anchorOf({ round, decision }: Scene): Day {
  return round.decisionOn ?? round.interestOn ?? decision.ruleVersion;
}

function decisionNotices(scene: Scene, rules: RuleVersion): Notice[] {
  const { status } = scene.decision;
  const decided: MailKind | null =
    status === 'waitlisted' || status === 'declined'
      ? status
      : status === 'admitted' || status === 'underway'
        ? 'admitted'
        : null;
  // A unit that is on its way already and signs up once more shall not read that it has no place.
  if (decided === null || (decided === 'declined' && scene.round.decisionReason === 'duplicate')) return [];
  const known = lastTold(scene.told, DECISION_KINDS)?.kind ?? (firstAfterAdmission(scene.told) ? 'admitted' : null);
  if (known === decided) return [];
  const on = anchorOf(scene);
  return [noticeOf(scene, decided, on, on, ordinal(scene.told, DECISION_KINDS) + rulesCode(rules))];
}

function materialNotices(scene: Scene, rules: RuleVersion): Notice[] {
  const { round, decision, today, told } = scene;
  if (!rules.course || lastTold(told, ['material']) !== undefined) return [];
  const started = decision.status !== 'admitted';
  if (rules.sessions === 0) {
    // A programme without sessions begins with the material.
    const begun = started && decision.status !== 'underway';
    return begun ? [] : [noticeOf(scene, 'material', anchorOf(scene), anchorOf(scene))];
  }
  if (started) return [];
  let first: Day | null = null;
  for (const { session, state, day } of round.occasions) {
    if (session === 1 && state === 'planned' && day !== null && (first === null || day < first)) first = day;
  }
  if (first === null || today > first) return [];
  // A session that is set at short notice makes the material due on the day of the decision, which is no history.
  const since = laterOf(addDays(first, -MATERIAL_DAYS), anchorOf(scene));
  return today < since ? [] : [noticeOf(scene, 'material', first, since)];
}

/** The day of the last session held: the threshold was crossed then at the earliest. */
function lastHeld({ round, today }: Scene): Day | null {
  let last: Day | null = null;
  for (const { state, day } of round.occasions) {
    if (state === 'held' && day !== null && day <= today && (last === null || day > last)) last = day;
  }
  return last;
}

function attendanceNotices(scene: Scene): Notice[] {
  const attendance = scene.decision.requirements.find((one) => one.id === 'attendance');
  if (attendance === undefined || attendance.of === 0) return [];
  const known = lastTold(scene.told, ATTENDANCE_KINDS)?.kind;
  const anchor = anchorOf(scene);
  const since = lastHeld(scene) ?? scene.today;
  const tell = (kind: MailKind): Notice[] => [
    noticeOf(scene, kind, anchor, since, ordinal(scene.told, ATTENDANCE_KINDS)),
  ];
  if (attendance.state === 'met') return known === 'attendance-met' ? [] : tell('attendance-met');
  // Lost means that the manager has heard the opposite; not known is no loss.
  if (known === 'attendance-met') return attendance.state === 'unmet' ? tell('attendance-lost') : [];
  if (known !== undefined || attendance.reach !== 'only-by-catch-up') return [];
  return tell('attendance-unreachable');
}

function outcomeNotices(scene: Scene): Notice[] {
  const { decision, told } = scene;
  if (decision.status === 'requirementsMet') {
    const heard = lastTold(told, ['requirements-met', 'attendance-lost'])?.kind === 'requirements-met';
    const count = ordinal(told, ['requirements-met']);
    return heard ? [] : [noticeOf(scene, 'requirements-met', anchorOf(scene), lastHeld(scene) ?? scene.today, count)];
  }
  if (decision.status === 'completed') {
    const heard = lastTold(told, ['completed']) !== undefined;
    return heard ? [] : [noticeOf(scene, 'completed', decision.judgedOn, decision.judgedOn)];
  }
  const period = latestPeriod(scene);
  if (decision.status !== 'certified' || period === null) return [];
  // The reference is the period's first day: a corrected date means a new diploma, and so does a renewal.
  const heard = told.some((one) => one.kind === 'certified' && one.reference === period.from && one.subject === '');
  return heard ? [] : [noticeOf(scene, 'certified', period.from, period.from)];
}

/** The subject of the notice of diplomas that persons have got where the unit has none. */
const PEOPLE_ALONE = 'people';

/** Where the unit has no diploma, those who have done it all get theirs by the date that the coordinator has set. */
function personalDiplomaNotices(scene: Scene, rules: RuleVersion): Notice[] {
  const { round, decision, today, told } = scene;
  const on = round.personDiplomaOn;
  if (decision.diploma !== null || on === null) return [];
  if (round.people.every((person) => personalDiploma(person, round, rules, decision, today) === null)) return [];
  const heard = told.some((one) => one.kind === 'certified' && one.reference === on && one.subject === PEOPLE_ALONE);
  return heard ? [] : [noticeOf(scene, 'certified', on, on, PEOPLE_ALONE)];
}

/** Compared with the rules that the manager was last told about: on admission, or when the rules changed. */
function rulesNotices(scene: Scene, rules: RuleVersion): Notice[] {
  const { told, decision, programme, today } = scene;
  if (!areNewRules(told, programme, rules)) return [];
  const subject = ordinal(told, ['rules-changed']) + rulesCode(rules);
  return [noticeOf(scene, 'rules-changed', decision.ruleVersion, today, subject)];
}

/**
 * Every notice whose cause holds today and has not been told. It is judged from facts, rules, the day and what has been told, never from
 * what the last run saw: a lost, doubled or late run makes no difference, and what flips back before it left is simply not here any more.
 * A later stage supersedes an earlier one (90 days before expiry: the 180-day notice does not stand).
 *
 * The caller puts what is new in the queue, and withdraws what waits in the queue and is not here.
 */
export function standingNotices(
  round: Round,
  decision: Decision,
  programme: Programme,
  today: Day,
  told: Told,
): Notice[] {
  const scene: Scene = { round, decision, programme, today, told: readTold(told) };
  const rules = ruleInForce(programme, decision.ruleVersion);
  if ('noRuleInForce' in rules) return [];
  const notices = [...decisionNotices(scene, rules), ...outcomeNotices(scene), ...personalDiplomaNotices(scene, rules)];
  if (ON_THE_WAY.includes(decision.status)) {
    notices.push(...materialNotices(scene, rules), ...occasionNotices(scene), ...attendanceNotices(scene));
    notices.push(...planNotices(scene));
  }
  if (ON_THE_WAY.includes(decision.status) || decision.status === 'completed') {
    if (rules.plan !== null && rules.plan.areas.length > 0) notices.push(...planFeedbackNotices(scene));
  }
  if (decision.status === 'certified') {
    notices.push(...surveyNotices(scene), ...recurringNotices(scene), ...supplementNotices(scene));
  }
  if (decision.status === 'certified' || decision.status === 'expired') notices.push(...expiryNotices(scene));
  if (ON_THE_WAY.includes(decision.status) || decision.status === 'certified')
    notices.push(...rulesNotices(scene, rules));
  return notices;
}

/** Notices of a kind as there could be today, whether or not their cause holds: for looking at a mail's text. */
export function sampleNotices(
  kind: MailKind,
  round: Round,
  decision: Decision,
  programme: Programme,
  today: Day,
): [Notice, ...Notice[]] {
  const scene: Scene = { round, decision, programme, today, told: [] };
  const occasions = kind.startsWith('occasion-') ? occasionNotices(scene).map((notice) => ({ ...notice, kind })) : [];
  const [first = noticeOf(scene, kind, today, today), ...rest] = occasions;
  return [first, ...rest];
}

/** Whether a waiting notice may still leave: asked again when it is sent, with the facts of that moment. */
export function stillHolds(
  notice: Notice,
  round: Round,
  decision: Decision,
  programme: Programme,
  today: Day,
  told: Told,
): boolean {
  return standingNotices(round, decision, programme, today, told).some((one) => one.key === notice.key);
}
