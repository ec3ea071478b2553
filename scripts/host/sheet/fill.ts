import { findLocale, type SheetLocale } from './locale.ts';
import type { Raw } from './row.ts';

const NUMBERED = /^(.*?)(\d{1,15})$/s;

/** Values that are dragged on, as numbers, and what a number stands for. */
interface Series {
  readonly numbers: readonly number[];
  readonly value: (number: number) => Raw;
  /** Goes on from a single value too. */
  readonly alone: boolean;
}

function numeric(values: readonly Raw[], areDates: boolean): Series | null {
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.length < values.length ? null : { numbers, value: (number) => number, alone: areDates };
}

/** "Vecka 1", "Vecka 2". */
function numbered(values: readonly Raw[]): Series | null {
  const found = values.map((value) => (typeof value === 'string' ? NUMBERED.exec(value) : null));
  const [, prefix] = found[0] ?? [];
  if (prefix === undefined || found.some((one) => one?.[1] !== prefix)) return null;
  return { numbers: found.map((one) => Number(one?.[2])), value: (number) => `${prefix}${number}`, alone: true };
}

/** Months and days of the week, by the names of the locale or in English. */
function named(values: readonly Raw[], locale: SheetLocale): Series | null {
  for (const { months, monthsShort, days, daysShort } of [locale, findLocale('en_US') ?? locale]) {
    for (const names of [months, monthsShort, days, daysShort]) {
      const lower = names.map((name) => name.toLowerCase());
      const numbers = values.map((value) => lower.indexOf(String(value).toLowerCase()));
      if (numbers.includes(-1)) continue;
      const isCapital = /^\p{Lu}/u.test(String(values[0]));
      const name = (number: number): string => names.at(number % names.length) ?? '';
      return {
        numbers,
        value: (number) => (isCapital ? name(number).replace(/^./, (letter) => letter.toUpperCase()) : name(number)),
        alone: true,
      };
    }
  }
  return null;
}

/**
 * What stands at an index before or after some values that are dragged on; null where they can only be repeated. A series
 * goes on by its last step.
 */
export function continued(
  values: readonly Raw[],
  areDates: boolean,
  locale: SheetLocale,
): ((index: number) => Raw) | null {
  const series = numeric(values, areDates) ?? numbered(values) ?? named(values, locale);
  const last = series?.numbers.at(-1);
  const before = series?.numbers.at(-2);
  if (!series || last === undefined || (before === undefined && !series.alone)) return null;
  const step = before === undefined ? 1 : last - before;
  return (index) => series.value(last + step * (index - values.length + 1));
}
