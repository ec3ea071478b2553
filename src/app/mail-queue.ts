/** The queue of mails as pure steps: which may leave now, what became of those that left, and what a person chose. */
import type { Day } from '../domain/calendar.ts';
import { byUrgency, mailTraits } from '../domain/mail-kinds.ts';
import { dayOfStamp, isOfficeTime, nextOfficeHour, type Stamp } from '../domain/mail-times.ts';
import type { JournalEvent } from './events.ts';
import type { MailEntry, RoundState } from './round-state.ts';
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
  const mails = state.mails.map((mail): MailEntry => {
    const letter = result.sent.find(({ ids }) => ids.includes(mail.id));
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
  return { state: { ...state, mails, told }, events };
}

export type MailAction = 'hold' | 'release' | 'stop' | 'send-now' | 'sent-otherwise' | 'send-again';

/** A person's choice in Utskick. Null where the choice says nothing about a mail in this state. */
export function afterAction(state: RoundState, id: string, action: MailAction, now: Stamp): QueueStep | null {
  // Causes that left as one letter share a row, and so the choice.
  const mails = state.mails.filter((one) => one.id === id);
  const [mail] = mails;
  if (!mail) return null;
  const keys = mails.map((one) => one.notice.key);
  const change = (next: (one: MailEntry) => Partial<MailEntry>, told: RoundState['told'] = state.told): QueueStep => {
    const changed = (one: MailEntry): MailEntry => ({ ...one, ...next(one), changed: now });
    return {
      state: { ...state, told, mails: state.mails.map((one) => (one.id === id ? changed(one) : one)) },
      events: mails.map((one) => mailEvent(state, one, action === 'send-now' ? 'send-now' : changed(one).state)),
    };
  };
  const waits = mail.state === 'queued' || mail.state === 'held';
  switch (action) {
    case 'hold':
      return mail.state === 'queued' ? change(() => ({ state: 'held' })) : null;
    case 'release':
      // The time for which a person held it does not make it late.
      return mail.state === 'held'
        ? change((one) => ({ state: 'queued', expected: Math.max(one.expected, nextOfficeHour(now)) }))
        : null;
    case 'stop':
      return waits
        ? change(() => ({ state: 'withdrawn' }), {
            ...state.told,
            ...Object.fromEntries(keys.map((key) => [key, dayOfStamp(now)])),
          })
        : null;
    case 'send-now':
      return waits ? change(() => ({ state: 'queued', after: now })) : null;
    case 'sent-otherwise':
      return mail.state === 'unsure' ? change(() => ({ state: 'sent' })) : null;
    case 'send-again':
      // It counts as not told again; otherwise the next run would withdraw it.
      return mail.state === 'unsure'
        ? change(
            () => ({ state: 'queued', after: now }),
            Object.fromEntries(Object.entries(state.told).filter(([key]) => !keys.includes(key))),
          )
        : null;
  }
}
