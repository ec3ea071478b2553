import type { Computed } from '../row.ts';
import { civilOf } from '../zone.ts';
import { isGiven, type RangeFunction } from './arguments.ts';
import type { Evaluation } from './evaluate.ts';
import { numbers } from './functions-statistics.ts';
import type { Node } from './parse.ts';
import { ERRORS, toNumber } from './value.ts';

/** Days of the week (0 is Sunday) that are free, by the numbers 1-7 and 11-17 or a text of seven signs from Monday on. */
function weekend(code: Computed): ReadonlySet<number> {
  if (typeof code === 'string') {
    if (!/^[01]{7}$/.test(code) || code === '1111111') throw ERRORS.value;
    return new Set([...code].flatMap((sign, index) => (sign === '1' ? [(index + 1) % 7] : [])));
  }
  const number = Number(code ?? 1);
  if (number >= 1 && number <= 7) return new Set([(number + 5) % 7, (number + 6) % 7]);
  if (number >= 11 && number <= 17) return new Set([number - 11]);
  throw ERRORS.number;
}

type DayCount = (first: number, second: number, isFree: (day: number) => boolean) => number;

/** A function of two numbers and the days that are free: a weekend in the third argument for `INTL`, then holidays. */
function ofWorkdays(international: boolean, apply: DayCount): RangeFunction {
  return (evaluation, args) => {
    const free = weekend(international && args[2] && isGiven(args, 2) ? evaluation.scalar(args[2]) : 1);
    const holidays = holidaysOf(evaluation, args[international ? 3 : 2]);
    const isFree = (day: number): boolean => free.has(civilOf(day).weekday) || holidays.has(day);
    return evaluation.lift(
      args.slice(0, 2).map((arg) => evaluation.value(arg)),
      (pair) => {
        const [first = 0, second = 0] = pair.map((value) => Math.floor(toNumber(value, evaluation.conventions)));
        return apply(first, second, isFree);
      },
    );
  };
}

function holidaysOf(evaluation: Evaluation, node: Node | undefined): ReadonlySet<number> {
  return new Set(node ? numbers(evaluation, [node]).map(Math.floor) : []);
}

const between: DayCount = (start, end, isFree) => {
  let count = 0;
  for (let day = Math.min(start, end); day <= Math.max(start, end); day += 1) if (!isFree(day)) count += 1;
  return start <= end ? count : -count;
};

const after: DayCount = (start, count, isFree) => {
  let day = start;
  for (let left = Math.abs(count); left > 0; ) {
    day += Math.sign(count);
    if (!isFree(day)) left -= 1;
  }
  return day;
};

/** Functions that count working days, by their English names. */
export const dayFunctions: Readonly<Record<string, RangeFunction>> = {
  NETWORKDAYS: ofWorkdays(false, between),
  'NETWORKDAYS.INTL': ofWorkdays(true, between),
  WORKDAY: ofWorkdays(false, after),
  'WORKDAY.INTL': ofWorkdays(true, after),
};
