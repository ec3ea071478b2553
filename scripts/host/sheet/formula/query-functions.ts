import { civilOf } from '../zone.ts';
import { type Condition, type Expression, type QueryValue, queryError } from './query-language.ts';

type Scalar = (...values: readonly (number | string | boolean)[]) => QueryValue;

function ofNumbers(apply: (...numbers: readonly number[]) => number | null): Scalar {
  return (...values) => {
    const numbers = values.filter((value) => typeof value === 'number');
    if (numbers.length < values.length) throw queryError('Can only be used with numbers, dates and times.');
    return apply(...numbers);
  };
}

function ofText(apply: (text: string) => string): Scalar {
  return (value = '') => apply(String(value));
}

const DAY = 86_400_000;
const EPOCH = 25_569;

/** Scalar functions; what reads a date gets its serial. Months count from 0, days of the week from Sunday = 1. */
const SCALARS: Readonly<Record<string, Scalar>> = {
  sum: ofNumbers((a = 0, b = 0) => a + b),
  difference: ofNumbers((a = 0, b = 0) => a - b),
  product: ofNumbers((a = 0, b = 0) => a * b),
  quotient: ofNumbers((a = 0, b = 0) => (b === 0 ? null : a / b)),
  year: ofNumbers((serial = 0) => civilOf(serial).year),
  month: ofNumbers((serial = 0) => civilOf(serial).month - 1),
  day: ofNumbers((serial = 0) => civilOf(serial).day),
  hour: ofNumbers((serial = 0) => civilOf(serial).hour),
  minute: ofNumbers((serial = 0) => civilOf(serial).minute),
  second: ofNumbers((serial = 0) => civilOf(serial).second),
  millisecond: ofNumbers((serial = 0) => Math.round(serial * DAY) % 1000),
  quarter: ofNumbers((serial = 0) => Math.ceil(civilOf(serial).month / 3)),
  dayofweek: ofNumbers((serial = 0) => civilOf(serial).weekday + 1),
  datediff: ofNumbers((first = 0, second = 0) => Math.floor(first) - Math.floor(second)),
  // A date or a time loses its time of day; a number that is no date counts milliseconds from 1970.
  todate: ofNumbers((value = 0) => Math.floor(Math.abs(value) < 3_000_000 ? value : value / DAY + EPOCH)),
  upper: ofText((text) => text.toUpperCase()),
  lower: ofText((text) => text.toLowerCase()),
};

/** The value of a scalar function; empty when an argument is. */
export function scalar(name: string, values: readonly QueryValue[], now: () => number): QueryValue {
  if (name === 'now') return now();
  const apply = Object.hasOwn(SCALARS, name) ? SCALARS[name] : undefined;
  if (!apply) throw queryError(`Unknown function ${name}.`);
  const given = values.filter((value) => value !== null);
  return given.length < values.length ? null : apply(...given);
}

/** The aggregate over the values that are not empty. */
export function aggregate(name: string, values: readonly QueryValue[]): QueryValue {
  const given = values.filter((value) => value !== null);
  if (name === 'count') return given.length;
  if (given.length === 0) return null;
  if (name === 'max') return given.reduce((most, one) => (one > most ? one : most));
  if (name === 'min') return given.reduce((least, one) => (one < least ? one : least));
  const sum = given.reduce<number>((total, one) => total + Number(one), 0);
  return name === 'avg' ? sum / given.length : sum;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 's').test(text);
  } catch {
    throw queryError(`Invalid regular expression: ${pattern}`);
  }
}

/** Whether a condition holds. Nothing compares with what is empty, nor with a value of another type. */
export function holds(condition: Condition, value: (of: Expression) => QueryValue): boolean {
  switch (condition.kind) {
    case 'and':
      return holds(condition.left, value) && holds(condition.right, value);
    case 'or':
      return holds(condition.left, value) || holds(condition.right, value);
    case 'not':
      return !holds(condition.condition, value);
    case 'null':
      return value(condition.of) === null;
    case 'compare':
      return compares(condition, value(condition.left), value(condition.right));
  }
}

function compares(
  { comparison }: Extract<Condition, { kind: 'compare' }>,
  left: QueryValue,
  right: QueryValue,
): boolean {
  if (left === null || right === null) return false;
  const [text, part] = [String(left), String(right)];
  switch (comparison) {
    case 'contains':
      return text.includes(part);
    case 'starts with':
      return text.startsWith(part);
    case 'ends with':
      return text.endsWith(part);
    case 'matches':
      return matches(part, text);
    case 'like':
      return matches(escaped(part).replaceAll('%', '.*').replaceAll('_', '.'), text);
  }
  if (typeof left !== typeof right) return false;
  switch (comparison) {
    case '=':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}
