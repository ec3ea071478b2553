/** What stands for each placeholder, from current facts. Computed for one kind of mail and the notices of that kind that leave together. */
import { addDuration, type Day, isDuration } from '../domain/calendar.ts';
import type { Deadline, DeadlineKind, Duty } from '../domain/decision.ts';
import type { Occasion } from '../domain/facts.ts';
import type { MailKind } from '../domain/mail-kinds.ts';
import { type Notice, readTold } from '../domain/notice.ts';
import {
  type OccasionSubject,
  occasionBase,
  readOccasionSubject,
  type ToldOccasion,
  toldOccasion,
} from '../domain/occasion-notices.ts';
import { DECISION_REASONS, type ReasonChoice } from '../domain/reasons.ts';
import { allSessions, requirementText } from '../domain/requirement-text.ts';
import { CHANGEABLE_PATHS, type RuleVersion, ruleInForce } from '../domain/rules.ts';
import { formatFraction } from '../domain/share.ts';
import { isCounted } from '../domain/staff.ts';
import { capitalized, durationInWords, listInWords, numberInWords } from '../domain/swedish.ts';
import { changeableValues, toldValues } from '../domain/told-rules.ts';
import { headerLine } from './address.ts';
import { CATCH_UP_TO_DO, RULE_VALUES, RULES, SUPPLEMENTS, TIMES_TO_COME } from './default-texts.ts';
import type { ComposeContext } from './mail.ts';
import { renderLine, type Value, type Values } from './markup.ts';
import { requirementList } from './requirements.ts';
import { dateInWords, daysInWords, momentInWords } from './swedish.ts';

/** More names than this in one mail help nobody: whoever asks gets the whole list. */
const NAMES_AT_MOST = 20;

/** Names and places come from outside: one line, no control characters. */
const clean = headerLine;

const numberOfDays = (from: Day, to: Day): string => (to < from ? '' : daysInWords(to - from));

function deadlineOf(context: ComposeContext, kind: DeadlineKind, original?: Day): Deadline | undefined {
  const matching = context.decision.deadlines.filter((one) => one.kind === kind);
  return matching.find((one) => one.original === original) ?? matching.at(-1);
}

function occasionOf(context: ComposeContext, notice: Notice): Occasion | undefined {
  const base = readOccasionSubject(notice.subject)?.base;
  return context.round.occasions.find((one) => occasionBase(one) === base);
}

/** "träff 2", "träff 2 (tillfälle A)" */
export function sessionName(occasion: Occasion): string {
  return occasion.label === ''
    ? `träff ${occasion.session}`
    : `träff ${occasion.session} (tillfälle ${clean(occasion.label)})`;
}

function placeOf(occasion: Occasion): string {
  const place = clean(occasion.place);
  if (occasion.digital) return place === '' ? ', digitalt' : `, digitalt (${place})`;
  return place === '' ? '' : `, ${place}`;
}

function occasionLine(context: ComposeContext, notice: Notice): string {
  const occasion = occasionOf(context, notice);
  const subject = readOccasionSubject(notice.subject);
  if (occasion === undefined || subject === null) return '';
  const before = toldOccasion(readTold(context.told), subject.base);
  const when = `${capitalized(sessionName(occasion))}: ${momentInWords(notice.reference, subject.minute)}`;
  if (notice.kind === 'occasion-cancelled') return when;
  const line = `${when}${placeOf(occasion)}`;
  if (notice.kind === 'occasion-set' || before === null) return line;
  return isAnotherTime(notice, subject, before)
    ? `${line} (tidigare ${momentInWords(before.day, before.minute)})`
    : `${line} (ny plats)`;
}

function isAnotherTime(notice: Notice, now: OccasionSubject, before: ToldOccasion): boolean {
  return before.day !== notice.reference || before.minute !== now.minute;
}

/** "Ny tid", "Ny plats", "Ny tid och plats" */
function changeOf(context: ComposeContext, notices: readonly Notice[]): string {
  let time = false;
  let place = false;
  for (const notice of notices) {
    const subject = readOccasionSubject(notice.subject);
    const before = subject === null ? null : toldOccasion(readTold(context.told), subject.base);
    if (subject === null || before === null) continue;
    time ||= isAnotherTime(notice, subject, before);
    place ||= before.print !== subject.print;
  }
  if (place) return time ? 'Ny tid och plats' : 'Ny plats';
  return 'Ny tid';
}

function occasionValues(context: ComposeContext, notices: readonly Notice[]): [string, Value][] {
  const occasions = notices
    .map((notice) => occasionOf(context, notice))
    .filter((one): one is Occasion => one !== undefined);
  const plain = occasions.every(({ label }) => label === '');
  const numbers = [...new Set(occasions.map(({ session }) => session))].sort((a, b) => a - b);
  const single = occasions[0];
  const names =
    occasions.length === 1 && single !== undefined && !plain
      ? sessionName(single)
      : `träff ${listInWords(numbers.map(String))}`;
  const lines = [...notices].sort((a, b) => a.reference - b.reference).map((notice) => occasionLine(context, notice));
  return [
    ['träffar', names],
    ['tider', lines.filter((line) => line !== '')],
    ['ändringen', changeOf(context, notices)],
  ];
}

function firstSession(context: ComposeContext): string {
  let first: Occasion | null = null;
  for (const occasion of context.round.occasions) {
    const { session, state, day } = occasion;
    if (session !== 1 || state === 'cancelled' || day === null) continue;
    if (first === null || first.day === null || day < first.day) first = occasion;
  }
  return first === null || first.day === null ? '' : momentInWords(first.day, first.minute);
}

/** Names of those who have a catch-up to do and whom `concerns` is true for, in alphabetical order. */
function namesOwing(context: ComposeContext, concerns: (duty: Duty) => boolean): string[] {
  const owing = new Set(
    context.decision.duties
      .filter((duty) => duty.kind === 'catch-up' && concerns(duty))
      .map(({ personId }) => personId),
  );
  const names = context.round.people
    .filter(({ id }) => owing.has(id))
    .map(({ name, email, id }) => clean(name) || clean(email) || clean(id))
    .sort(new Intl.Collator('sv').compare);
  if (names.length <= NAMES_AT_MOST) return names;
  return [...names.slice(0, NAMES_AT_MOST), `och ${names.length - NAMES_AT_MOST} till`];
}

function attendanceValues(context: ComposeContext, rules: RuleVersion): [string, Value][] {
  const attendance = context.decision.requirements.find(({ id }) => id === 'attendance');
  const { catchUp } = context.programme.words;
  const short = attendance?.short ?? 0;
  const counts = rules.attendance?.catchUpCounts === true;
  const toDo = CATCH_UP_TO_DO[counts ? (attendance?.state === 'unknown' ? 'early' : 'enough') : 'ask'];
  const { headCount } = context.decision;
  const counted = new Set(context.round.people.filter((person) => isCounted(person, headCount)).map(({ id }) => id));
  const act = new Map([
    ['antal', numberInWords(short)],
    ['catch-up', catchUp],
  ]);
  return [
    [
      'närvaro',
      attendance === undefined ? '' : requirementText(attendance, context.decision, context.programme, 'manager'),
    ],
    ['att göra', short > 0 ? renderLine(toDo, act) : ''],
    ['länk catch-up', counts ? context.links.catchUp : ''],
    ['medarbetare kvar', namesOwing(context, ({ personId }) => counted.has(personId))],
  ];
}

function planValues(context: ComposeContext): [string, Value][] {
  const deadline = deadlineOf(context, 'plan');
  if (deadline === undefined) return [];
  const told = readTold(context.told).filter(
    ({ kind, reference }) => kind.startsWith('plan-') && reference !== deadline.due,
  );
  const before = told.at(-1)?.reference ?? null;
  return [
    ['sista dag', dateInWords(deadline.due)],
    ['dagar kvar', numberOfDays(context.today, deadline.due)],
    ['öppnar', deadline.opens === null ? '' : dateInWords(deadline.opens)],
    ['tidigare dag', before === null ? '' : dateInWords(before)],
  ];
}

function planAreaValues(context: ComposeContext, rules: RuleVersion): [string, Value][] {
  const areas = rules.plan?.areas ?? [];
  const missing = areas.filter((area) => !context.round.planAreas.includes(area));
  return [
    ['områden som saknas', missing],
    ['färdig plan', missing.length === 0 ? `Planen tar upp alla områden: ${listInWords(areas)}.` : ''],
  ];
}

function personalDiplomas({ personalDiplomas: count, decision, round }: ComposeContext): string {
  if (count === 0) return '';
  const told = `${capitalized(numberInWords(count))} medarbetare har gått hela utbildningen och får personligt diplom`;
  if (decision.diploma !== null || round.personDiplomaOn === null) return `${told} med samma datum.`;
  return `${told} med datumet ${dateInWords(round.personDiplomaOn)}. Verksamheten har inte fått något eget diplom.`;
}

function attached({ diplomaAttached, personalDiplomas: count }: ComposeContext): string {
  const files = count + (diplomaAttached ? 1 : 0);
  if (files > 1) return 'Diplomen är bifogade i det här mejlet.';
  return files === 1 ? 'Diplomet är bifogat i det här mejlet.' : '';
}

function diplomaValues(context: ComposeContext, rules: RuleVersion): [string, Value][] {
  const { periods, diploma } = context.decision;
  const unit = clean(context.round.unit);
  const last = periods.at(-1);
  const from = last?.from ?? diploma?.on ?? null;
  const through = last?.through ?? diploma?.validThrough ?? null;
  const { attendance, refresher: renewal } = rules;
  const refresher =
    renewal && attendance
      ? `Diplomet förnyas när minst ${formatFraction(attendance.share)} av medarbetarna har gått påfyllnadsutbildningen.`
      : '';
  const gapless =
    renewal && through !== null
      ? `Går ni den mellan ${dateInWords(addDuration(through, renewal.window, -1))} och ${dateInWords(through)} gäller det nya diplomet direkt efter det gamla.`
      : '';
  const { first, every } = rules.followUp ?? {};
  const rest = every ? `, därefter med ${durationInWords(every)} emellan` : '';
  const times = first ? `den första efter ${durationInWords(first)}${rest}` : '';
  const news = periods.length > 1 ? 'Ert diplom är förnyat' : 'Grattis! Ni är diplomerade';
  return [
    ['diplombesked', from === null ? 'Personliga diplom till era medarbetare' : news],
    ['diplomnyhet', periods.length > 1 ? `${unit} har fått sitt diplom förnyat.` : `${unit} är nu diplomerad.`],
    ['diplomdatum', from === null ? '' : dateInWords(from)],
    ['gäller till', through === null ? '' : dateInWords(through)],
    ['personliga diplom', personalDiplomas(context)],
    ['diplomfil', attached(context)],
    ['uppföljningar', times],
    ['påfyllnad', refresher],
    ['förnya senast', gapless],
  ];
}

function lastDayValues(context: ComposeContext, kind: MailKind, notice: Notice): [string, Value][] {
  const survey = kind === 'survey-open' || kind === 'survey-low';
  const last = context.decision.periods.at(-1)?.through ?? context.decision.diploma?.validThrough ?? null;
  const day = survey ? (deadlineOf(context, 'survey', notice.reference)?.due ?? null) : last;
  if (day === null) return [];
  return [
    ['sista dag', dateInWords(day)],
    ['dagar kvar', numberOfDays(context.today, day)],
  ];
}

function supplementValues(context: ComposeContext): [string, Value][] {
  const names = namesOwing(context, ({ due }) => due !== null && due < context.today);
  const missed = context.round.followUps.some(({ missed }) => missed);
  const needs: string[] = [];
  const { catchUp } = context.programme.words;
  if (names.length > 0) needs.push(renderLine(SUPPLEMENTS.late, new Map([['catch-up', catchUp]])));
  if (missed) needs.push(SUPPLEMENTS.missed);
  return [
    ['komplettering', needs],
    ['medarbetare kvar', names],
  ];
}

/** "Tid som diplomet gäller: 4 år (tidigare 3 år)": a line for each value that is another than the manager has heard of. */
function ruleChanges({ programme, told }: ComposeContext, rules: RuleVersion): string[] {
  const before = toldValues(readTold(told), programme);
  if (!before) return [];
  const now = changeableValues(rules);
  return CHANGEABLE_PATHS.flatMap((path, index) => {
    const [label, none] = RULES[path];
    const shown = (values: readonly string[]): string => ruleValue(values[index] ?? '') || none;
    return before[index] === now[index] ? [] : [`${label}: ${shown(now)} (tidigare ${shown(before)})`];
  });
}

/** A value as a notice's subject keeps it: "9:10", "P3Y", "true", "first-session" */
function ruleValue(value: string): string {
  const [numerator, denominator] = value.split(':').map(Number);
  if (numerator && denominator) return formatFraction({ numerator, denominator });
  return isDuration(value) ? durationInWords(value) : (RULE_VALUES[value] ?? '');
}

function kindValues(
  context: ComposeContext,
  kind: MailKind,
  notices: readonly [Notice, ...Notice[]],
  rules: RuleVersion,
): [string, Value][] {
  switch (kind) {
    case 'waitlisted':
    case 'declined': {
      // Only a reason from the list may be told: what somebody has written freely is never mailed.
      const reasons: readonly ReasonChoice[] = DECISION_REASONS;
      const typed = context.round.decisionReason;
      const reason = reasons.find(({ code, label }) => code !== 'other' && (code === typed || label === typed));
      return [['skäl', reason === undefined ? '' : reason.label.toLowerCase()]];
    }
    case 'occasion-set':
    case 'occasion-moved':
    case 'occasion-cancelled':
      return occasionValues(context, notices);
    case 'admitted':
    case 'material':
      return [
        ['första träffen', firstSession(context)],
        ['om tiderna', firstSession(context) === '' && rules.sessions > 0 ? TIMES_TO_COME : ''],
      ];
    case 'attendance-met':
    case 'attendance-lost':
    case 'attendance-unreachable':
    case 'requirements-met':
      return attendanceValues(context, rules);
    case 'plan-set':
    case 'plan-open':
    case 'plan-due-soon':
    case 'plan-overdue':
    case 'plan-moved':
      return planValues(context);
    case 'plan-feedback':
      return planAreaValues(context, rules);
    case 'rules-changed':
      return [['ändringar', ruleChanges(context, rules)]];
    case 'supplement':
      return [...diplomaValues(context, rules), ...supplementValues(context)];
    default:
      return [...diplomaValues(context, rules), ...lastDayValues(context, kind, notices[0])];
  }
}

/** The values for the notices of one kind, by the placeholders' names. */
export function valuesFor(context: ComposeContext, kind: MailKind, notices: readonly [Notice, ...Notice[]]): Values {
  const { round, programme, decision, links, today } = context;
  const { words } = programme;
  const rules = ruleInForce(programme, decision.ruleVersion);
  const values: [string, Value][] = [
    ['verksamhet', clean(round.unit)],
    ['chef', clean(round.managerName)],
    ['program', programme.name],
    ['region', programme.region],
    ['dagens datum', dateInWords(today)],
    ['plan', words.plan],
    ['planen', words.thePlan],
    ['catch-up', words.catchUp],
    ['webbutbildningen', words.course],
    ['länk plan', links.plan],
    ['länk personaländring', links.staffChange],
    ['länk reflektion', links.reflection],
    ['länk enkät', links.survey],
    ['länk catch-up', links.catchUp],
    ['länk material', links.material],
  ];
  if ('noRuleInForce' in rules) return new Map(values);
  const unmet = decision.requirements
    .filter(({ state }) => state !== 'met')
    .map((one) => requirementText(one, decision, programme, 'manager'));
  values.push(
    ['träffarna', allSessions(rules.sessions)],
    ['kraven', requirementList(rules, words)],
    ['saknas', unmet],
    ...kindValues(context, kind, notices, rules),
  );
  return new Map(values);
}
