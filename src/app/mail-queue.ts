/** The queue of mails as pure steps: which may leave now, what became of those that left, and what a person chose. */
import type { Day } from '../domain/calendar.ts';
import { byUrgency, mailTraits } from '../domain/mail-kinds.ts';
import { dayOfStamp, isOfficeTime, nextOfficeHour, type Stamp } from '../domain/mail-times.ts';
import type { OutboxRow } from '../workbook/index.ts';
import type { JournalEvent } from './events.ts';
import type { MailEntry, MailState, RoundState } from './round-state.ts';
import type { SendResult } from './sending.ts';

/** Mails of one round to one address that leave as one. */
export interface Bundle {
  readonly state: RoundState;
  /** Most urgent first. */
  readonly mails: readonly [MailEntry, ...MailEntry[]];
}

function isReady(mail: MailEntry, now: Stamp): boolean {
  if (mail.state !== 'queued' || mail.after > now) return false;
  return mailTraits(mail.kind).timing === 'at-once' || isOfficeTime(now);
}

function mostUrgentFirst(mails: readonly MailEntry[]): MailEntry[] {
  const order = byUrgency(mails.map((mail) => mail.kind));
  return [...mails].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.caused - b.caused);
}

/** What may leave now, most urgent first. Causes of one unit are joined; a receipt goes by itself. */
export function bundlesReady(states: readonly RoundState[], now: Stamp): Bundle[] {
  const bundles: Bundle[] = [];
  for (const state of states) {
    if (state.missing) continue;
    const ready = state.mails.filter((mail) => isReady(mail, now));
    for (const receipt of ready.filter((mail) => mail.kind === 'receipt')) bundles.push({ state, mails: [receipt] });
    const [first, ...rest] = mostUrgentFirst(ready.filter((mail) => mail.kind !== 'receipt'));
    if (first) bundles.push({ state, mails: [first, ...rest] });
  }
  const urgency = (bundle: Bundle): number => mailTraits(bundle.mails[0].kind).urgency;
  return bundles.sort((a, b) => urgency(a) - urgency(b) || a.mails[0].caused - b.mails[0].caused);
}

/** False where nothing may leave now, so that a run may end after one look. */
export const hasReady = (states: readonly RoundState[], now: Stamp): boolean => bundlesReady(states, now).length > 0;

type MailEvent = Omit<JournalEvent, 'number'>;

export interface QueueStep {
  readonly state: RoundState;
  readonly events: readonly MailEvent[];
}

const mailEvent = (state: RoundState, mail: MailEntry, to: string): MailEvent => ({
  roundId: state.roundId,
  what: 'mail',
  about: mail.kind,
  from: mail.state,
  to,
  why: mail.notice.key,
});

export function isLate(mail: MailEntry, now: Stamp): boolean {
  return dayOfStamp(now) > dayOfStamp(mail.expected);
}

/** Numbers the events on from those that the round has had. */
export function numbered(step: QueueStep): { readonly state: RoundState; readonly events: readonly JournalEvent[] } {
  const first = step.state.events;
  return {
    state: { ...step.state, events: first + step.events.length },
    events: step.events.map((event, index) => ({ ...event, number: first + index })),
  };
}

/** What a claim that is over leads to. Causes that left as one letter share the id of the most urgent, and so its row in Utskick. */
export function afterSending(state: RoundState, result: SendResult, now: Stamp): QueueStep {
  const events: MailEvent[] = [];
  const told: Record<string, Day> = { ...state.told };
  let { deadAddresses = [] } = state;
  const mails = state.mails.map((mail): MailEntry => {
    const letter = result.sent.find(({ ids }) => ids.includes(mail.id));
    const rejected = result.rejected?.find(({ ids }) => ids.includes(mail.id));
    if (rejected) {
      events.push(mailEvent(state, mail, 'rejected'));
      deadAddresses = [...deadAddresses, rejected.mail.to];
      // Nobody else is concerned by a receipt.
      return mail.kind === 'receipt' ? { ...mail, state: 'withdrawn', changed: now } : mail;
    }
    const unsure = result.unsure?.includes(mail.id) ? result.unsure : undefined;
    const ids = letter?.ids ?? unsure;
    // What was withdrawn or held while the sender had it in its hands has left all the same.
    if (ids === undefined || mail.state === 'sent' || mail.state === 'unsure') return mail;
    const on = letter?.on ?? now;
    told[mail.notice.key] = dayOfStamp(on);
    const became = letter ? 'sent' : 'unsure';
    events.push(mailEvent(state, mail, became));
    return { ...mail, id: ids[0], state: became, changed: on, late: isLate(mail, on) };
  });
  return { state: { ...state, mails, told, deadAddresses }, events };
}

type MailAction = NonNullable<OutboxRow['action']>;

/** In which states a mail takes each choice of a person, and which state it comes to. */
export const CHOICES: Readonly<Record<MailAction, { readonly from: readonly MailState[]; readonly to: MailState }>> = {
  hold: { from: ['queued'], to: 'held' },
  release: { from: ['held'], to: 'queued' },
  stop: { from: ['queued', 'held'], to: 'withdrawn' },
  'send-now': { from: ['queued', 'held'], to: 'queued' },
  'sent-otherwise': { from: ['unsure'], to: 'sent' },
  'send-again': { from: ['unsure'], to: 'queued' },
  bounced: { from: ['sent'], to: 'sent' },
};

/**
 * A mail that came back has not been told: what it told of joins the queue anew, and waits for as long as the manager has the same address.
 * Its row is all that is left of it.
 */
function afterReturn(state: RoundState, { mailKey, kinds, to, state: shown }: OutboxRow): QueueStep | null {
  const on = state.told[mailKey];
  if (on === undefined || shown !== 'sent') return null;
  const kindOf = (key: string): string => key.split('/')[1] ?? '';
  const told = Object.entries(state.told).filter(([key, day]) => day !== on || !kinds.includes(kindOf(key)));
  const event = { what: 'mail', about: kindOf(mailKey), from: shown, to: 'bounced', why: mailKey } as const;
  return {
    state: { ...state, told: Object.fromEntries(told), deadAddresses: [...(state.deadAddresses ?? []), to] },
    events: [{ roundId: state.roundId, ...event }],
  };
}

/** A person's choice in Utskick. Null where the choice says nothing about a mail in this state. */
export function afterAction(state: RoundState, choice: OutboxRow, now: Stamp): QueueStep | null {
  const { id, action } = choice;
  if (action === 'bounced') return afterReturn(state, choice);
  // Causes that left as one letter share a row, and so the choice.
  const mails = state.mails.filter((one) => one.id === id);
  if (action === null || !mails.some((mail) => CHOICES[action].from.includes(mail.state))) return null;
  const { to } = CHOICES[action];
  const leavesNow = action === 'send-now' || action === 'send-again';
  const changed = (mail: MailEntry): MailEntry => ({
    ...mail,
    state: to,
    changed: now,
    after: leavesNow ? now : mail.after,
    // The time for which a person held it does not make it late.
    expected: action === 'release' ? Math.max(mail.expected, nextOfficeHour(now)) : mail.expected,
  });
  const told = { ...state.told };
  for (const { notice } of mails) {
    if (action === 'stop') told[notice.key] = dayOfStamp(now);
    // It counts as not told again; otherwise the next run would withdraw it.
    if (action === 'send-again') delete told[notice.key];
  }
  return {
    state: {
      ...state,
      told,
      mails: state.mails.map((one) => (one.id === id ? changed(one) : one)),
      // Whoever sends to an address that did not work before knows that it works now.
      deadAddresses: leavesNow ? [] : (state.deadAddresses ?? []),
    },
    events: mails.map((mail) => mailEvent(state, mail, action === 'send-now' ? action : to)),
  };
}
