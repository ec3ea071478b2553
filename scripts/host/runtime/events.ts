import { User } from '../services/session.ts';
import type { Rect } from '../sheet/address.ts';
import { civilOf, serialOf, serialOfDate } from '../sheet/zone.ts';
import { type AuthMode, type EnumValue, type Execution, WithFields } from './contract.ts';
import { enumValue } from './signatures.ts';

/** What every event object carries (reference: guides/triggers/event-objects). */
export function commonEvent(execution: Execution, triggerUid?: string): Record<string, unknown> {
  return {
    authMode: authModeValue(execution.authMode),
    ...(triggerUid !== undefined && { triggerUid }),
  };
}

/** The `user` of the events of an open document. */
export function userOf(execution: Execution): WithFields {
  const email = execution.activeUser;
  return new WithFields(new User(email), { email, nickname: email.split('@')[0] ?? '' });
}

export function authModeValue(mode: AuthMode): EnumValue {
  return enumValue('Script.AuthMode', mode);
}

/** A range as events carry it: it shows its corners as plain fields, counted from 1. */
export function eventRange(range: object, { top, left, bottom, right }: Rect): WithFields {
  return new WithFields(range, { columnEnd: right, columnStart: left + 1, rowEnd: bottom, rowStart: top + 1 });
}

/** The event of a time trigger: parts of the moment in the script's zone, weekdays from Monday = 1. */
export function clockEvent(execution: Execution, triggerUid: string, timeZone: string): Record<string, unknown> {
  const serial = serialOf(execution.now(), timeZone);
  const civil = civilOf(serial);
  return {
    ...commonEvent(execution, triggerUid),
    year: civil.year,
    month: civil.month,
    'day-of-month': civil.day,
    'day-of-week': civil.weekday === 0 ? 7 : civil.weekday,
    'week-of-year': isoWeek(Math.floor(serial)),
    hour: civil.hour,
    minute: civil.minute,
    second: civil.second,
    timezone: timeZone,
  };
}

function isoWeek(day: number): number {
  const weekday = (civilOf(day).weekday + 6) % 7;
  const thursday = day - weekday + 3;
  const newYear = serialOfDate(civilOf(thursday).year, 1, 1) ?? thursday;
  return Math.floor((thursday - newYear) / 7) + 1;
}
