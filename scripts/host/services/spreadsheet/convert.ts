import type { CriteriaValue } from '../../sheet/rules.ts';
import type { ScriptValue } from '../../sheet/script-value.ts';
import { type Input, inputOf } from '../../sheet/write.ts';
import { instantOf, serialOf } from '../../sheet/zone.ts';
import { javaText } from '../format-string.ts';

/** A value of a rule as the store keeps it: dates as the serial of their day in the spreadsheet's zone. */
export function criteriaValue(value: unknown, timeZone: string): CriteriaValue {
  if (value instanceof Date) return { date: Math.floor(serialOf(value.getTime(), timeZone)) };
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return String(value ?? '');
}

/** A value of a rule as scripts get it back. */
export function scriptCriteria(value: CriteriaValue, timeZone: string): ScriptValue {
  return typeof value === 'object' ? new Date(instantOf(value.date, timeZone)) : value;
}

/** What a cell takes of a value: objects become the text that Google's servers make of them, `{a=1.0}`. */
export function cellInput(value: unknown): Input {
  const isObject = typeof value === 'object' && value !== null && !(value instanceof Date);
  return inputOf(isObject ? javaText(value) : value);
}
