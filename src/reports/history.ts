/**
 * The journal folded up to a day. Only the journal is asked: it is never rewritten, so the figures of a day are the same whenever they are run, and what
 * was entered later counts from the day on which it was entered.
 */
import { type Day, parseDay } from '../domain/calendar.ts';
import { DEADLINE_KINDS, type DeadlineKind, STATUSES, type Status } from '../domain/decision.ts';

/** An event of the journal, as far as figures need it. */
export interface HistoryEvent {
  /** The calendar day of the commit. */
  readonly day: Day;
  readonly roundId: string;
  readonly what: string;
  readonly about: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

export interface DeadlineHistory {
  readonly kind: DeadlineKind;
  readonly due: Day;
  /** The day it was done; null while it is not. */
  readonly doneOn: Day | null;
  readonly withdrawn: boolean;
}

export interface RoundHistory {
  /** Shared by the rounds of one unit; the round's own id where the journal does not say. */
  readonly unitId: string;
  readonly unitType: string;
  readonly administration: string;
  readonly status: Status | null;
  /** The day of the journal on which the round came to each status for the first time. */
  readonly reached: ReadonlyMap<Status, Day>;
  /** The status with which the round came into the register: what was imported as certified has no history before. */
  readonly first: Status | null;
  readonly diplomaOn: Day | null;
  readonly validThrough: Day | null;
  readonly trainedToday: { readonly have: number; readonly of: number };
  readonly trainedEver: number;
  readonly deadlines: readonly DeadlineHistory[];
  readonly withdrawnReason: string;
}

interface Draft {
  unitId: string;
  unitType: string;
  administration: string;
  status: Status | null;
  readonly reached: Map<Status, Day>;
  first: Status | null;
  diplomaOn: Day | null;
  validThrough: Day | null;
  trainedToday: { readonly have: number; readonly of: number };
  trainedEver: number;
  readonly deadlines: Map<string, DeadlineHistory>;
  withdrawnReason: string;
}

const blank = (roundId: string): Draft => ({
  unitId: roundId,
  unitType: '',
  administration: '',
  status: null,
  reached: new Map(),
  first: null,
  diplomaOn: null,
  validThrough: null,
  trainedToday: { have: 0, of: 0 },
  trainedEver: 0,
  deadlines: new Map(),
  withdrawnReason: '',
});

function applyRound(draft: Draft, event: HistoryEvent): void {
  switch (event.about) {
    case 'unitType':
      draft.unitType = event.to;
      break;
    case 'administration':
      draft.administration = event.to;
      break;
    case 'unit':
      draft.unitId = event.to;
      break;
    default:
      draft.unitType = event.why;
  }
}

function applyStatus(draft: Draft, event: HistoryEvent): void {
  const status = STATUSES.find((one) => one === event.to) ?? null;
  draft.status = status;
  if (status === null) return;
  draft.first ??= status;
  if (!draft.reached.has(status)) draft.reached.set(status, event.day);
  if (status === 'withdrawn') draft.withdrawnReason = event.why;
}

function applyDeadline(draft: Draft, event: HistoryEvent): void {
  const kind = DEADLINE_KINDS.find((one) => one === event.about.split(' ')[0]);
  if (kind === undefined) return;
  const before = draft.deadlines.get(event.about);
  const due = parseDay(event.to);
  if (due !== null) {
    draft.deadlines.set(event.about, { kind, due, doneOn: before?.doneOn ?? null, withdrawn: false });
  } else if (event.to === 'gone') {
    draft.deadlines.delete(event.about);
  } else if (before && event.to === 'withdrawn') {
    // What was already due when nobody was held to it any more remains something that was due.
    draft.deadlines.set(event.about, { ...before, withdrawn: before.doneOn === null && before.due >= event.day });
  } else if (before) {
    const doneOn = event.to === 'done' ? (parseDay(event.why) ?? event.day) : null;
    draft.deadlines.set(event.about, { ...before, doneOn, withdrawn: false });
  }
}

function applyTrained(draft: Draft, event: HistoryEvent): void {
  const share = /^(\d+)\/(\d+)$/.exec(event.to);
  if (share) draft.trainedToday = { have: Number(share[1]), of: Number(share[2]) };
  if (/^\d+$/.test(event.about)) draft.trainedEver = Number(event.about);
}

function apply(draft: Draft, event: HistoryEvent): void {
  switch (event.what) {
    case 'round':
      applyRound(draft, event);
      break;
    case 'status':
      applyStatus(draft, event);
      break;
    case 'deadline':
      applyDeadline(draft, event);
      break;
    case 'diploma':
      draft.diplomaOn = parseDay(event.to);
      draft.validThrough = parseDay(event.why);
      break;
    case 'trained':
      applyTrained(draft, event);
      break;
    default:
  }
}

/**
 * The rounds as the journal knew them at the end of a day.
 * @param events in the order of the journal; what is later than `asOf` is left out
 */
export function historyAsOf(events: readonly HistoryEvent[], asOf: Day): readonly RoundHistory[] {
  const drafts = new Map<string, Draft>();
  for (const event of events) {
    if (event.day > asOf || event.roundId === '') continue;
    const draft = drafts.get(event.roundId) ?? blank(event.roundId);
    drafts.set(event.roundId, draft);
    apply(draft, event);
  }
  return [...drafts.values()].map((draft) => ({ ...draft, deadlines: [...draft.deadlines.values()] }));
}
