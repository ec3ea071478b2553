import type { Raw } from './row.ts';

const NUMBERED = /^(.*?)(\d{1,15})$/s;

/**
 * What comes at an index after some values that are dragged on; null where they can only be repeated. Numbers go on by
 * their last step; dates, and texts that end in a number ("Vecka 1"), already do from a single one.
 */
export function continued(values: readonly Raw[], areDates: boolean): ((index: number) => Raw) | null {
  const numbered = values.map((value) => (typeof value === 'string' ? NUMBERED.exec(value) : null));
  const [, prefix] = numbered[0] ?? [];
  const isNumbered = prefix !== undefined && numbered.every((found) => found?.[1] === prefix);
  const numbers = values.map((value, index) => (isNumbered ? Number(numbered[index]?.[2]) : value));
  const last = numbers.at(-1);
  const before = numbers.at(-2);
  if (typeof last !== 'number' || numbers.some((one) => typeof one !== 'number')) return null;
  if (before === undefined && !isNumbered && !areDates) return null;
  const step = typeof before === 'number' ? last - before : 1;
  return (index) => {
    const number = last + step * (index - values.length + 1);
    return isNumbered ? `${prefix}${number}` : number;
  };
}
