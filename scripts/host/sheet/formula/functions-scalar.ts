import { cellName, quoteSheetName } from '../address.ts';
import { displayText } from '../display.ts';
import { numberFormat, roundHalfUp } from '../number-format.ts';
import { CellError, type Computed } from '../row.ts';
import { styleOf } from '../style.ts';
import { parseTyped } from '../typed.ts';
import { civilOf } from '../zone.ts';
import { chance } from './chance.ts';
import { days, monthsLater } from './dates.ts';
import type { Place } from './evaluate.ts';
import { regularExpression } from './regular-expression.ts';
import { type Conventions, compare, ERRORS, toBoolean, toNumber, toText } from './value.ts';

export interface ScalarContext extends Conventions {
  readonly place: Place;
}

/** A function of single values; the evaluation applies it element by element where ranges call for that. */
export type ScalarFunction = (values: readonly Computed[], context: ScalarContext) => Computed;

type NumberFunction = (...numbers: number[]) => number;

/** A function of numbers, of which the first `least` must be given. */
function numeric(least: number, apply: NumberFunction): ScalarFunction {
  return (values, context) => {
    if (values.length < least) throw ERRORS.notAvailable;
    const result = apply(...values.map((value) => toNumber(value, context)));
    if (!Number.isFinite(result)) throw ERRORS.number;
    return result;
  };
}

function text(values: readonly Computed[], index: number, context: ScalarContext): string {
  return toText(values[index] ?? null, context);
}

function number(values: readonly Computed[], index: number, context: ScalarContext, otherwise = 0): number {
  const value = values[index];
  return value === undefined ? otherwise : toNumber(value, context);
}

/** Rounds half away from zero on the decimal text, so that ROUND(1.005; 2) is 1.01. */
export function round(value: number, digits: number): number {
  const sign = value < 0 ? -1 : 1;
  if (digits < 0) {
    const unit = 10 ** -digits;
    return sign * Math.round(Math.abs(value) / unit) * unit;
  }
  return sign * Number(roundHalfUp(Math.abs(value), digits));
}

function roundTowards(value: number, digits: number, up: boolean): number {
  const unit = 10 ** digits;
  const scaled = Number((Math.abs(value) * unit).toPrecision(15));
  return (Math.sign(value) * (up ? Math.ceil(scaled) : Math.floor(scaled))) / unit;
}

function modulo(value: number, divisor: number): number {
  if (divisor === 0) throw ERRORS.divide;
  return value - divisor * Math.floor(value / divisor);
}

function datePart(pick: (civil: ReturnType<typeof civilOf>) => number): ScalarFunction {
  return (values, context) => pick(civilOf(number(values, 0, context)));
}

/** TO_DATE and its kin change only how a number looks; see result-format.ts. */
const firstOf: ScalarFunction = ([value = null]) => value;

function is(test: (value: Computed) => boolean): ScalarFunction {
  return (values) => test(values[0] ?? null);
}

function find(values: readonly Computed[], context: ScalarContext, fold: (text: string) => string): number {
  const at = fold(text(values, 1, context)).indexOf(fold(text(values, 0, context)), number(values, 2, context, 1) - 1);
  if (at < 0) throw ERRORS.value;
  return at + 1;
}

function log(value: number, base: number): number {
  if (value <= 0) throw ERRORS.number;
  return base === 10 ? Math.log10(value) : Math.log(value) / Math.log(base);
}

/** Codes of errors in the order of the numbers that ERROR.TYPE gives them. */
const ERROR_TYPES = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];

/** Functions of single values by their English names, which are the names in every locale of Google Sheets by default. */
export const scalarFunctions: Readonly<Record<string, ScalarFunction>> = {
  ABS: numeric(1, Math.abs),
  ACOS: numeric(1, Math.acos),
  ASIN: numeric(1, Math.asin),
  ATAN: numeric(1, Math.atan),
  ATAN2: numeric(2, (x = 0, y = 0) => Math.atan2(y, x)),
  COS: numeric(1, Math.cos),
  SIN: numeric(1, Math.sin),
  TAN: numeric(1, Math.tan),
  DEGREES: numeric(1, (value = 0) => (value * 180) / Math.PI),
  RADIANS: numeric(1, (value = 0) => (value * Math.PI) / 180),
  EXP: numeric(1, Math.exp),
  LN: numeric(1, (value = 0) => log(value, Math.E)),
  LOG: numeric(1, (value = 0, base = 10) => log(value, base)),
  LOG10: numeric(1, (value = 0) => log(value, 10)),
  SQRT: numeric(1, Math.sqrt),
  POWER: numeric(2, (base = 0, exponent = 0) => base ** exponent),
  POW: numeric(2, (base = 0, exponent = 0) => base ** exponent),
  PI: () => Math.PI,
  RAND: (_values, { place }) => chance(place),
  RANDBETWEEN: (values, context) => {
    const low = Math.ceil(number(values, 0, context));
    return low + Math.floor(chance(context.place) * (Math.floor(number(values, 1, context)) - low + 1));
  },
  SIGN: numeric(1, Math.sign),
  INT: numeric(1, Math.floor),
  TRUNC: numeric(1, (value = 0, digits = 0) => roundTowards(value, digits, false)),
  ROUND: numeric(1, (value = 0, digits = 0) => round(value, digits)),
  ROUNDUP: numeric(1, (value = 0, digits = 0) => roundTowards(value, digits, true)),
  ROUNDDOWN: numeric(1, (value = 0, digits = 0) => roundTowards(value, digits, false)),
  MROUND: numeric(2, (value = 0, factor = 1) => (factor === 0 ? 0 : Math.round(value / factor) * factor)),
  CEILING: numeric(1, (value = 0, factor = 1) => (factor === 0 ? 0 : Math.ceil(value / factor) * factor)),
  FLOOR: numeric(1, (value = 0, factor = 1) => (factor === 0 ? 0 : Math.floor(value / factor) * factor)),
  MOD: numeric(2, (value = 0, divisor = 0) => modulo(value, divisor)),
  QUOTIENT: numeric(2, (value = 0, divisor = 0) => {
    if (divisor === 0) throw ERRORS.divide;
    return Math.trunc(value / divisor);
  }),
  DIVIDE: numeric(2, (value = 0, divisor = 0) => {
    if (divisor === 0) throw ERRORS.divide;
    return value / divisor;
  }),
  ADD: numeric(2, (a = 0, b = 0) => a + b),
  MINUS: numeric(2, (a = 0, b = 0) => a - b),
  UMINUS: numeric(1, (value = 0) => 0 - value),
  UPLUS: firstOf,
  UNARY_PERCENT: numeric(1, (value = 0) => value / 100),
  MULTIPLY: numeric(2, (a = 0, b = 0) => a * b),
  FACT: numeric(1, (value = 0) => {
    let product = 1;
    for (let factor = 2; factor <= Math.floor(value); factor += 1) product *= factor;
    return product;
  }),
  ISEVEN: (values, context) => Math.trunc(number(values, 0, context)) % 2 === 0,
  ISODD: (values, context) => Math.trunc(number(values, 0, context)) % 2 !== 0,
  NOT: (values) => !toBoolean(values[0] ?? null),
  TRUE: () => true,
  FALSE: () => false,
  EQ: ([a = null, b = null]) => compare(a, b) === 0,
  NE: ([a = null, b = null]) => compare(a, b) !== 0,
  GT: ([a = null, b = null]) => compare(a, b) > 0,
  GTE: ([a = null, b = null]) => compare(a, b) >= 0,
  LT: ([a = null, b = null]) => compare(a, b) < 0,
  LTE: ([a = null, b = null]) => compare(a, b) <= 0,
  ISERROR: is((value) => value instanceof CellError),
  ISERR: is((value) => value instanceof CellError && value.code !== '#N/A'),
  ISNA: is((value) => value instanceof CellError && value.code === '#N/A'),
  'ERROR.TYPE': ([value = null]) => {
    const at = value instanceof CellError ? ERROR_TYPES.indexOf(value.code) : -1;
    if (at < 0) throw ERRORS.notAvailable;
    return at + 1;
  },
  TYPE: ([value = null]) => {
    if (typeof value === 'string') return 2;
    if (typeof value === 'boolean') return 4;
    return value instanceof CellError ? 16 : 1;
  },
  ISURL: is(
    (value) =>
      typeof value === 'string' &&
      /^((https?|ftp|mailto|gopher|telnet|aim|news):)?(\/\/)?[^\s/?#]+\.[a-z]{2,}([/?#]\S*)?$/i.test(value),
  ),
  ISBLANK: is((value) => value === null),
  ISNUMBER: is((value) => typeof value === 'number'),
  ISTEXT: is((value) => typeof value === 'string'),
  ISNONTEXT: is((value) => typeof value !== 'string'),
  ISLOGICAL: is((value) => typeof value === 'boolean'),
  ISEMAIL: is((value) => typeof value === 'string' && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value)),
  NA: () => {
    throw ERRORS.notAvailable;
  },
  N: ([value = null]) => (typeof value === 'number' || value instanceof CellError ? value : value === true ? 1 : 0),
  T: ([value = null]) => (typeof value === 'string' || value instanceof CellError ? value : ''),
  CONCAT: (values, context) => text(values, 0, context) + text(values, 1, context),
  LEFT: (values, context) => text(values, 0, context).slice(0, number(values, 1, context, 1)),
  RIGHT: (values, context) => {
    const count = number(values, 1, context, 1);
    return count === 0 ? '' : text(values, 0, context).slice(-count);
  },
  MID: (values, context) => {
    const start = number(values, 1, context, 1) - 1;
    return text(values, 0, context).slice(start, start + number(values, 2, context));
  },
  LEN: (values, context) => text(values, 0, context).length,
  UPPER: (values, context) => text(values, 0, context).toUpperCase(),
  LOWER: (values, context) => text(values, 0, context).toLowerCase(),
  PROPER: (values, context) =>
    text(values, 0, context)
      .toLowerCase()
      .replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()),
  TRIM: (values, context) => text(values, 0, context).trim().replace(/ +/g, ' '),
  CLEAN: (values, context) => [...text(values, 0, context)].filter((char) => char >= ' ').join(''),
  SUBSTITUTE: (values, context) => {
    const [whole, from, to] = [0, 1, 2].map((index) => text(values, index, context));
    if (!from) return whole ?? '';
    const parts = (whole ?? '').split(from);
    const nth = number(values, 3, context);
    if (nth < 1) return parts.join(to);
    if (nth >= parts.length) return whole ?? '';
    return `${parts.slice(0, nth).join(from)}${to}${parts.slice(nth).join(from)}`;
  },
  REPLACE: (values, context) => {
    const whole = text(values, 0, context);
    const start = number(values, 1, context, 1) - 1;
    return whole.slice(0, start) + text(values, 3, context) + whole.slice(start + number(values, 2, context));
  },
  FIND: (values, context) => find(values, context, (part) => part),
  SEARCH: (values, context) => find(values, context, (part) => part.toLowerCase()),
  REPT: (values, context) => text(values, 0, context).repeat(Math.max(0, number(values, 1, context))),
  EXACT: (values, context) => text(values, 0, context) === text(values, 1, context),
  CHAR: (values, context) => String.fromCodePoint(number(values, 0, context)),
  UNICHAR: (values, context) => String.fromCodePoint(number(values, 0, context)),
  CODE: (values, context) => text(values, 0, context).codePointAt(0) ?? 0,
  UNICODE: (values, context) => text(values, 0, context).codePointAt(0) ?? 0,
  VALUE: (values, context) => number(values, 0, context),
  TEXT: (values, context) => {
    const [value = null] = values;
    if (value instanceof CellError) throw value;
    const typed = typeof value === 'string' ? parseTyped(value, context) : null;
    const shown = typed?.kind === 'number' ? typed.value : value;
    return displayText(
      shown,
      styleOf({ numberFormat: numberFormat(text(values, 1, context)).pattern }),
      context.locale,
    );
  },
  REGEXMATCH: (values, context) => regularExpression(text(values, 1, context)).test(text(values, 0, context)),
  REGEXREPLACE: (values, context) => {
    const found = regularExpression(text(values, 1, context));
    const replacement = text(values, 2, context).replace(/\\(\d)/g, '$$$1');
    return text(values, 0, context).replace(new RegExp(found.source, `g${found.flags}`), replacement);
  },
  ENCODEURL: (values, context) => encodeURIComponent(text(values, 0, context)),
  HYPERLINK: (values, context) => (values.length > 1 ? (values[1] ?? '') : text(values, 0, context)),
  TODAY: (_values, { place }) => place.sheet.workbook.today(),
  NOW: (_values, { place }) => place.sheet.workbook.nowSerial(),
  DATE: (values, context) => {
    const year = Math.trunc(number(values, 0, context));
    return days(
      year < 1900 ? year + 1900 : year,
      Math.trunc(number(values, 1, context)),
      Math.trunc(number(values, 2, context)),
    );
  },
  TIME: numeric(3, (hour = 0, minute = 0, second = 0) => modulo((hour * 3600 + minute * 60 + second) / 86_400, 1)),
  YEAR: datePart((civil) => civil.year),
  MONTH: datePart((civil) => civil.month),
  DAY: datePart((civil) => civil.day),
  HOUR: datePart((civil) => civil.hour),
  MINUTE: datePart((civil) => civil.minute),
  SECOND: datePart((civil) => civil.second),
  WEEKDAY: (values, context) => {
    const sunday = civilOf(number(values, 0, context)).weekday;
    const type = number(values, 1, context, 1);
    if (type === 2) return sunday === 0 ? 7 : sunday;
    return type === 3 ? (sunday + 6) % 7 : sunday + 1;
  },
  ISOWEEKNUM: (values, context) => {
    const day = Math.floor(number(values, 0, context));
    const thursday = day - ((civilOf(day).weekday + 6) % 7) + 3;
    return 1 + Math.floor((thursday - days(civilOf(thursday).year, 1, 1)) / 7);
  },
  WEEKNUM: (values, context) => {
    const day = Math.floor(number(values, 0, context));
    const first = days(civilOf(day).year, 1, 1);
    const shift = number(values, 1, context, 1) === 2 ? (civilOf(first).weekday + 6) % 7 : civilOf(first).weekday;
    return 1 + Math.floor((day - first + shift) / 7);
  },
  EDATE: (values, context) => monthsLater(number(values, 0, context), number(values, 1, context)),
  EOMONTH: (values, context) => {
    const { year, month } = civilOf(number(values, 0, context));
    return days(year, month + Math.trunc(number(values, 1, context)) + 1, 0);
  },
  DAYS: numeric(2, (end = 0, start = 0) => Math.floor(end) - Math.floor(start)),
  DATEVALUE: (values, context) => Math.floor(number(values, 0, context)),
  TIMEVALUE: (values, context) => modulo(number(values, 0, context), 1),
  TO_DATE: firstOf,
  TO_PERCENT: firstOf,
  TO_DOLLARS: firstOf,
  TO_PURE_NUMBER: firstOf,
  EPOCHTODATE: (values, context) => {
    const unit = [1, 1e3, 1e6][number(values, 1, context, 1) - 1];
    if (unit === undefined) throw ERRORS.number;
    return days(1970, 1, 1) + number(values, 0, context) / unit / 86_400;
  },
  ISBETWEEN: ([value = null, low = null, high = null, withLow = true, withHigh = true]) => {
    const [above, below] = [compare(value, low), compare(value, high)];
    return (toBoolean(withLow) ? above >= 0 : above > 0) && (toBoolean(withHigh) ? below <= 0 : below < 0);
  },
  DATEDIF: (values, context) => {
    const start = Math.floor(number(values, 0, context));
    const end = Math.floor(number(values, 1, context));
    if (end < start) throw ERRORS.number;
    const [from, to] = [civilOf(start), civilOf(end)];
    const months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
    const unit = text(values, 2, context).toUpperCase();
    if (unit === 'D') return end - start;
    if (unit === 'M') return months;
    if (unit === 'Y') return Math.floor(months / 12);
    if (unit === 'YM') return months % 12;
    if (unit === 'MD') return end - monthsLater(start, months);
    if (unit === 'YD') return end - monthsLater(start, Math.floor(months / 12) * 12);
    throw ERRORS.number;
  },
  ADDRESS: (values, context) => {
    const mode = number(values, 2, context, 1);
    const plain = cellName(number(values, 0, context, 1) - 1, number(values, 1, context, 1) - 1);
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(plain) ?? [];
    const cell = `${mode === 1 || mode === 3 ? '$' : ''}${letters}${mode === 1 || mode === 2 ? '$' : ''}${digits}`;
    return values.length > 4 ? `${quoteSheetName(text(values, 4, context))}!${cell}` : cell;
  },
};
