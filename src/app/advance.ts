/**
 * Takes a round's state one step further: new facts and today's date in; new decision, new and withdrawn mails and the events out.
 * Pure: the same input gives the same output, so an execution that died can be done over.
 */
import { type Day, formatDay } from '../domain/calendar.ts';
import { isSameDeadline } from '../domain/deadlines.ts';
import type { Deadline, Decision, NoRuleInForce } from '../domain/decision.ts';
import { evaluate, rulesFor } from '../domain/evaluate.ts';
import type { Round } from '../domain/facts.ts';
import { isByCalendar, mailTraits } from '../domain/mail-kinds.ts';
import { dayOfStamp, nextOfficeHour, nextWorkingMorning, type Stamp, stampOf } from '../domain/mail-times.ts';
import { diplomasTold, type Notice, standingNotices } from '../domain/notices.ts';
import { personalDiploma } from '../domain/personal-diploma.ts';
import type { Programme } from '../domain/rules.ts';
import type { JournalEvent } from './events.ts';
import type { MailEntry, RoundState } from './round-state.ts';
import { shownState } from './shown-state.ts';

export interface AdvanceContext {
  readonly now: Stamp;
  readonly programme: Programme | null;
  readonly holdMinutes: number;
  readonly peoplePrint: string;
  readonly newId: () => string;
  /** At the first installation everything that holds already is history, whenever it began. */
  readonly isFirstInstallation: boolean;
  /** Something other than an outage or the quota keeps the mail: that does not make it late. */
  readonly isKept: (mail: MailEntry, round: Pick<RoundState, 'facts' | 'deadAddresses'>) => boolean;
}

export interface Step {
  readonly state: RoundState;
  readonly events: readonly JournalEvent[];
}

/** The time of day at which the nightly run has surely been: a deadline's mail would have been caused by then. */
const NIGHTLY_IS_DONE = 5 * 60;

type Draft = Omit<JournalEvent, 'roundId' | 'number'>;

const event = (what: JournalEvent['what'], about: string, from: string, to: string, why = ''): Draft => ({
  what,
  about,
  from,
  to,
  why,
});

export function isDecision(decision: Decision | NoRuleInForce | null): decision is Decision {
  return decision !== null && 'status' in decision;
}

function statusOf(decision: Decision | NoRuleInForce | null): string {
  if (decision === null) return '';
  return isDecision(decision) ? decision.status : 'noRuleInForce';
}

/** Why a round has left the way, as a code of the short lists. */
function leavingReason(round: Round, status: string): string {
  if (status === 'withdrawn') return round.withdrawnReason;
  return status === 'declined' ? round.decisionReason : '';
}

function deadlineEvents(before: readonly Deadline[], after: readonly Deadline[]): Draft[] {
  const events: Draft[] = [];
  const about = ({ kind, reference, occurrence }: Deadline): string =>
    `${kind} ${formatDay(reference)}${occurrence > 1 ? ` ${occurrence}` : ''}`;
  for (const deadline of after) {
    const was = before.find((one) => isSameDeadline(one, deadline));
    const { due, state, doneOn } = deadline;
    if (was?.due !== due) {
      events.push(event('deadline', about(deadline), was ? formatDay(was.due) : '', formatDay(due)));
    }
    if (was?.state !== state && [state, was?.state].some((one) => one === 'done' || one === 'withdrawn')) {
      events.push(
        event('deadline', about(deadline), was?.state ?? '', state, doneOn === null ? '' : formatDay(doneOn)),
      );
    }
  }
  for (const was of before) {
    if (!after.some((one) => isSameDeadline(one, was))) {
      events.push(event('deadline', about(was), formatDay(was.due), 'gone'));
    }
  }
  return events;
}

function decisionEvents(
  before: Decision | NoRuleInForce | null,
  after: Decision | NoRuleInForce,
  round: Round,
): Draft[] {
  const events: Draft[] = [];
  const status = statusOf(after);
  if (statusOf(before) !== status) {
    events.push(event('status', '', statusOf(before), status, leavingReason(round, status)));
  }
  if (!isDecision(after)) return events;
  const old = isDecision(before) ? before : null;
  for (const requirement of after.requirements) {
    const was = old?.requirements.find((one) => one.id === requirement.id);
    const counts = `${requirement.have}/${requirement.of}, ${requirement.need}`;
    if (was?.state !== requirement.state) {
      events.push(event('requirement', requirement.id, was?.state ?? '', requirement.state, counts));
    }
  }
  events.push(...deadlineEvents(old?.deadlines ?? [], after.deadlines));
  const [had, has] = [old?.diploma ?? null, after.diploma];
  if (had?.on !== has?.on || had?.validThrough !== has?.validThrough) {
    const through = has?.validThrough ? formatDay(has.validThrough) : '';
    events.push(event('diploma', '', had ? formatDay(had.on) : '', has ? formatDay(has.on) : '', through));
  }
  const share = (decision: Decision): string => `${decision.trainedToday.have}/${decision.trainedToday.of}`;
  if (old === null || share(old) !== share(after) || old.trainedEver !== after.trainedEver) {
    events.push(event('trained', String(after.trainedEver), old ? share(old) : '', share(after)));
  }
  if (old !== null && old.ruleVersion !== after.ruleVersion) {
    events.push(event('rules', '', formatDay(old.ruleVersion), formatDay(after.ruleVersion)));
  }
  return events;
}

/** For a mail that waits for a person and not for the product, the clock of lateness stands still. */
function keptOnTime(mail: MailEntry, before: RoundState | null, round: Round, context: AdvanceContext): MailEntry {
  const next = nextOfficeHour(context.now);
  if (dayOfStamp(mail.expected) >= dayOfStamp(next)) return mail;
  const isKept = before !== null && [before.facts, round].some((facts) => context.isKept(mail, { ...before, facts }));
  return isKept ? { ...mail, expected: next } : mail;
}

function leaves(kind: MailEntry['kind'], from: Stamp, holdMinutes: number): Stamp {
  switch (mailTraits(kind).timing) {
    case 'at-once':
      return from;
    case 'next-morning':
      return nextWorkingMorning(from + holdMinutes);
    default:
      return nextOfficeHour(from + holdMinutes);
  }
}

export function newMail(
  notice: Notice,
  context: Pick<AdvanceContext, 'now' | 'holdMinutes' | 'newId'>,
  expectedFrom: Stamp,
): MailEntry {
  const { now, holdMinutes } = context;
  return {
    id: context.newId(),
    kind: notice.kind,
    notice,
    caused: now,
    after: leaves(notice.kind, now, holdMinutes),
    expected: leaves(notice.kind, expectedFrom, holdMinutes),
    state: 'queued',
    changed: now,
    to: '',
    subject: '',
    text: '',
    late: false,
    kinds: [notice.kind],
  };
}

export const isWaiting = (mail: MailEntry): boolean => mail.state === 'queued' || mail.state === 'held';

interface MailStep {
  readonly mails: readonly MailEntry[];
  readonly told: RoundState['told'];
  readonly events: readonly Draft[];
}

/** What should be told today becomes the queue: what is new joins it, what waits and no longer holds is withdrawn. */
function advanceMails(before: RoundState | null, round: Round, decision: Decision, context: AdvanceContext): MailStep {
  const { now, programme } = context;
  const today = dayOfStamp(now);
  const events: Draft[] = [];
  if (programme === null) return { mails: before?.mails ?? [], told: before?.told ?? {}, events };
  const seen = before?.seen ?? today;
  const told: Record<string, Day> = { ...before?.told };
  const wanted = standingNotices(round, decision, programme, today, told);

  const mails = (before?.mails ?? []).map((mail): MailEntry => {
    if (!isWaiting(mail)) return mail;
    if (mail.kind === 'receipt' || wanted.some((notice) => notice.key === mail.notice.key))
      return keptOnTime(mail, before, round, context);
    events.push(event('mail', mail.kind, mail.state, 'withdrawn', mail.notice.key));
    return { ...mail, state: 'withdrawn', changed: now };
  });
  for (const notice of wanted) {
    if (mails.some((mail) => isWaiting(mail) && mail.notice.key === notice.key)) continue;
    if (notice.since < seen || (before === null && context.isFirstInstallation)) {
      told[notice.key] = today;
      mails.push({ ...newMail(notice, context, now), state: 'withdrawn', silenced: true });
      events.push(event('mail', notice.kind, '', 'silenced', notice.key));
      continue;
    }
    // A day that passed while no trigger fired: nobody can have slipped, so it leaves at once, and says that it is late.
    const missedNight =
      isByCalendar(notice.kind) && before !== null && notice.since < today && notice.since > before.evaluated;
    const mail = newMail(notice, context, missedNight ? stampOf(notice.since, NIGHTLY_IS_DONE) : now);
    mails.push(missedNight ? { ...mail, after: mail.expected } : mail);
    events.push(event('mail', notice.kind, '', 'queued', notice.key));
  }
  return { mails, told, events };
}

function personDiplomasOf(
  round: Round,
  decision: Decision | NoRuleInForce,
  programme: Programme | null,
  today: Day,
): Readonly<Record<string, Day>> {
  const rules = programme && isDecision(decision) ? rulesFor(round, programme, today) : null;
  if (!isDecision(decision) || rules === null || 'noRuleInForce' in rules) return {};
  const diplomas: Record<string, Day> = {};
  for (const person of round.people) {
    const on = personalDiploma(person, round, rules, decision, today);
    if (on !== null) diplomas[person.id] = on;
  }
  return diplomas;
}

/**
 * @param before the round's state in Läge, or null when it is new
 * @param round its facts now
 */
export function advance(before: RoundState | null, round: Round, context: AdvanceContext): Step {
  const today = dayOfStamp(context.now);
  const { programme } = context;
  const decision: Decision | NoRuleInForce = programme
    ? evaluate(round, programme, today, diplomasTold(before?.told ?? {}))
    : { roundId: round.id, noRuleInForce: { programme: round.programme, on: today } };
  const drafts: Draft[] = [];
  if (before === null) {
    drafts.push(event('round', round.programme, '', String(round.number), round.unitType));
  }
  if (before !== null && before.facts.unitType !== round.unitType) {
    drafts.push(event('round', 'unitType', before.facts.unitType, round.unitType));
  }
  const was = before?.facts.administration ?? '';
  if (was !== round.administration) drafts.push(event('round', 'administration', was, round.administration));
  const unitBefore = before?.facts.unitId ?? round.id;
  if (unitBefore !== round.unitId) drafts.push(event('round', 'unit', unitBefore, round.unitId));
  drafts.push(...decisionEvents(before?.decision ?? null, decision, round));
  const mailed: MailStep = isDecision(decision)
    ? advanceMails(before, round, decision, context)
    : { mails: before?.mails ?? [], told: before?.told ?? {}, events: [] };
  drafts.push(...mailed.events);

  const { people: _people, ...facts } = round;
  const formerNames = before?.formerNames ?? [];
  const renamed = before !== null && before.facts.unit !== round.unit && !formerNames.includes(before.facts.unit);
  const first = before?.events ?? 0;
  return {
    state: {
      roundId: round.id,
      facts,
      decision,
      shown: shownState(decision, round, programme),
      personDiplomas: personDiplomasOf(round, decision, programme, today),
      events: first + drafts.length,
      told: mailed.told,
      mails: mailed.mails,
      deadAddresses: (before?.deadAddresses ?? []).filter((one) => one === round.managerEmail),
      answers: before?.answers ?? {},
      formerNames: renamed ? [...formerNames, before.facts.unit] : formerNames,
      seen: before?.seen ?? today,
      evaluated: today,
      peoplePrint: context.peoplePrint,
      missing: false,
      ...(before?.page && { page: before.page }),
    },
    events: drafts.map((draft, index) => ({ roundId: round.id, number: first + index, ...draft })),
  };
}
