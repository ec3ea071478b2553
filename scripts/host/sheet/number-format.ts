import type { SheetLocale } from './locale.ts';
import { civilOf } from './zone.ts';

export type FormatKind = 'general' | 'text' | 'number' | 'percent' | 'date' | 'time' | 'datetime' | 'duration';

type Part =
  | { readonly type: 'literal'; readonly text: string }
  | { readonly type: 'field'; readonly letter: string; readonly count: number; readonly elapsed: boolean }
  | { readonly type: 'meridiem'; readonly upper: boolean; readonly short: boolean }
  | { readonly type: 'fraction'; readonly digits: number }
  | { readonly type: 'number' }
  | { readonly type: 'text' };

interface Section {
  readonly kind: FormatKind;
  readonly parts: readonly Part[];
  readonly condition: ((value: number) => boolean) | null;
  readonly integer: string;
  readonly fraction: string;
  readonly exponent: string;
  readonly grouped: boolean;
  readonly thousands: number;
  readonly percents: number;
}

/** A number format such as "0.00", "yyyy-mm-dd" or "@", parsed once per pattern. */
export interface NumberFormat {
  readonly pattern: string;
  readonly kind: FormatKind;
  readonly sections: readonly Section[];
}

/** What getNumberFormat gives for a cell that nobody has formatted. */
export const AUTOMATIC_PATTERN = '0.###############';

const cache = new Map<string, NumberFormat>();

/** Parses a pattern of the kind that Google Sheets and Excel share (sections by ";", quoted text, [h] for elapsed time). */
export function numberFormat(pattern: string): NumberFormat {
  let format = cache.get(pattern);
  if (!format) {
    const sections = splitSections(pattern).map(parseSection);
    format = { pattern, kind: sections[0]?.kind ?? 'general', sections };
    cache.set(pattern, format);
  }
  return format;
}

/** True for formats under which a number is a Date to a script. */
export function isDateKind(kind: FormatKind): boolean {
  return kind === 'date' || kind === 'time' || kind === 'datetime';
}

function splitSections(pattern: string): string[] {
  const sections: string[] = [];
  let current = '';
  for (let index = 0; index < pattern.length; index += 1) {
    const char = pattern[index] ?? '';
    if (char === '"') {
      const end = pattern.indexOf('"', index + 1);
      const stop = end < 0 ? pattern.length - 1 : end;
      current += pattern.slice(index, stop + 1);
      index = stop;
    } else if (char === '\\') {
      current += char + (pattern[index + 1] ?? '');
      index += 1;
    } else if (char === ';') {
      sections.push(current);
      current = '';
    } else current += char;
  }
  sections.push(current);
  return sections;
}

const CONDITION = /^\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/;
const ELAPSED = /^\[([hms])\1*\]/i;
const BRACKET = /^\[[^\]]*\]/;
const CURRENCY = /^\[\$([^\]-]*)(?:-[^\]]*)?\]/;
const MERIDIEM = /^(am\/pm|a\/p)/i;
const NUMBER = /^[#0?](?:[#0?,]|(?:\.[#0?]))*\.?(?:[eE][+-]?[0#?]+)?/;

function parseSection(source: string): Section {
  const parts: Part[] = [];
  let rest = source;
  let condition: Section['condition'] = null;
  let numberText = '';
  let hasDate = false;
  let hasTime = false;
  let elapsed = false;
  let percents = 0;
  let hasText = false;
  const literal = (text: string): void => {
    parts.push({ type: 'literal', text });
  };
  while (rest) {
    const char = rest[0] ?? '';
    let used = 1;
    const currency = CURRENCY.exec(rest);
    const test = CONDITION.exec(rest);
    const span = ELAPSED.exec(rest);
    const bracket = BRACKET.exec(rest);
    const half = MERIDIEM.exec(rest);
    const fraction = hasTime ? /^[.,](0+)/.exec(rest) : null;
    const digits = NUMBER.exec(rest);
    if (char === '"') {
      const end = rest.indexOf('"', 1);
      used = end < 0 ? rest.length : end + 1;
      literal(rest.slice(1, end < 0 ? rest.length : end));
    } else if (char === '\\') {
      literal(rest[1] ?? '');
      used = 2;
    } else if (char === '_') {
      literal(' ');
      used = 2;
    } else if (char === '*') used = 2;
    else if (test) {
      const [text, operator, bound] = test;
      condition = comparison(operator ?? '=', Number(bound));
      used = text.length;
    } else if (span) {
      elapsed = true;
      hasTime = true;
      parts.push({ type: 'field', letter: (span[1] ?? 'h').toLowerCase(), count: span[0].length - 2, elapsed: true });
      used = span[0].length;
    } else if (currency) {
      literal(currency[1] ?? '');
      used = currency[0].length;
    } else if (bracket) used = bracket[0].length;
    else if (half) {
      parts.push({ type: 'meridiem', upper: half[0].startsWith('A'), short: half[0].length === 3 });
      hasTime = true;
      used = half[0].length;
    } else if (fraction) {
      parts.push({ type: 'fraction', digits: (fraction[1] ?? '').length });
      used = fraction[0].length;
    } else if (/[ydmhs]/i.test(char)) {
      const run = /^([a-zA-Z])\1*/.exec(rest)?.[0] ?? char;
      const letter = char === 'M' ? 'M' : char.toLowerCase();
      parts.push({ type: 'field', letter, count: run.length, elapsed: false });
      if (letter === 'h' || letter === 's') hasTime = true;
      else if (letter !== 'm') hasDate = true;
      used = run.length;
    } else if (char === '@') {
      parts.push({ type: 'text' });
      hasText = true;
    } else if (digits && !numberText) {
      numberText = digits[0];
      parts.push({ type: 'number' });
      used = digits[0].length;
    } else {
      if (char === '%') percents += 1;
      literal(char);
    }
    rest = rest.slice(used);
  }
  const general = /^general$/i.test(source.trim()) || source.trim() === '';
  const resolved = general ? [{ type: 'number' } as const] : resolveMinutes(parts);
  if (resolved.some((part) => part.type === 'field' && (part.letter === 'M' || part.letter === 'q'))) hasDate = true;
  const [mantissa = '', exponent = ''] = numberText.split(/[eE]/);
  const [integerText = '', fractionText = ''] = mantissa.split('.');
  const trailing = /,+$/.exec(integerText)?.[0].length ?? 0;
  return {
    kind: general
      ? 'general'
      : elapsed
        ? 'duration'
        : hasDate
          ? hasTime
            ? 'datetime'
            : 'date'
          : hasTime
            ? 'time'
            : numberText
              ? percents > 0
                ? 'percent'
                : 'number'
              : hasText
                ? 'text'
                : 'number',
    parts: resolved,
    condition,
    integer: integerText.replaceAll(',', ''),
    fraction: fractionText.replaceAll(',', ''),
    exponent,
    grouped: integerText.slice(0, integerText.length - trailing).includes(','),
    thousands: trailing,
    percents,
  };
}

/** "m" is minutes beside hours or seconds and months elsewhere; "M" is always months. */
function resolveMinutes(parts: readonly Part[]): Part[] {
  const fields = parts.filter((part) => part.type === 'field' || part.type === 'meridiem');
  return parts.map((part) => {
    if (part.type !== 'field' || part.letter !== 'm' || part.elapsed) return part;
    const position = fields.indexOf(part);
    const before = fields[position - 1];
    const after = fields[position + 1];
    const minutes =
      (before?.type === 'field' && (before.letter === 'h' || before.letter === 's')) ||
      (after?.type === 'field' && after.letter === 's');
    return minutes ? part : { ...part, letter: 'M' };
  });
}

function comparison(operator: string, bound: number): (value: number) => boolean {
  if (operator === '<') return (value) => value < bound;
  if (operator === '<=') return (value) => value <= bound;
  if (operator === '>') return (value) => value > bound;
  if (operator === '>=') return (value) => value >= bound;
  if (operator === '<>') return (value) => value !== bound;
  return (value) => value === bound;
}

/** What a cell with this number and format shows. */
export function formatNumber(value: number, format: NumberFormat, locale: SheetLocale): string {
  const { sections } = format;
  const first = sections[0];
  if (!first) return automaticText(value, locale);
  let section = first;
  let shown = value;
  const conditional = sections.find((candidate) => candidate.condition?.(value));
  if (conditional) section = conditional;
  else if (first.condition) section = sections.find((candidate) => !candidate.condition) ?? first;
  else if (value < 0 && sections[1] && sections.length > 1) {
    section = sections[1];
    shown = -value;
  } else if (value === 0 && sections[2]) section = sections[2];
  if (section.kind === 'general') return automaticText(shown, locale);
  if (section.kind === 'text') return automaticText(shown, locale);
  if (section.kind === 'number' || section.kind === 'percent') return numberSection(shown, section, locale);
  return dateSection(shown, section, locale);
}

/** What a cell with this text and format shows. */
export function formatText(text: string, format: NumberFormat): string {
  const section = format.sections[3] ?? (format.kind === 'text' ? format.sections[0] : undefined);
  if (!section) return text;
  return section.parts.map((part) => (part.type === 'text' ? text : part.type === 'literal' ? part.text : '')).join('');
}

/** A number in a cell without a format: whole numbers with all digits, others with ten, exponent for the very large and small. */
export function automaticText(value: number, locale: SheetLocale): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-9) {
    const [mantissa = '', exponent = ''] = value.toExponential(5).split('e');
    const sign = exponent.startsWith('-') ? '-' : '+';
    const digits = exponent.replace(/[+-]/, '').padStart(2, '0');
    return `${mantissa.replace(/\.?0+$/, '').replace('.', locale.decimal)}E${sign}${digits}`;
  }
  const decimals = Number.isInteger(size) ? 0 : Math.max(0, 9 - Math.floor(Math.log10(size)));
  const text = value.toFixed(decimals);
  return (text.includes('.') ? text.replace(/\.?0+$/, '') : text).replace('.', locale.decimal);
}

function numberSection(value: number, section: Section, locale: SheetLocale): string {
  const negative = value < 0;
  let size = Math.abs(value) * 100 ** section.percents;
  size /= 1000 ** section.thousands;
  let body: string;
  if (section.exponent) body = scientific(size, section);
  else body = fixed(size, section, locale);
  const zero = !/[1-9]/.test(body);
  const text = section.parts
    .map((part) => (part.type === 'number' ? body : part.type === 'literal' ? part.text : ''))
    .join('');
  const signed = negative && !zero && section.parts.some((part) => part.type === 'number');
  return signed ? `-${text}` : text;
}

function fixed(size: number, section: Section, locale: SheetLocale): string {
  const most = section.fraction.length;
  const least = section.fraction.replace(/#+$/, '').length;
  const rounded = roundHalfUp(size, most);
  let [integer = '0', fraction = ''] = rounded.split('.');
  while (fraction.length > least && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  const leastDigits = section.integer.replaceAll('#', '').length;
  if (integer === '0' && leastDigits === 0) integer = '';
  integer = integer.padStart(leastDigits, '0');
  if (section.grouped) integer = integer.replace(/\B(?=(\d{3})+$)/g, locale.group);
  return fraction ? `${integer}${locale.decimal}${fraction}` : integer;
}

function scientific(size: number, section: Section): string {
  const digits = section.fraction.length;
  const [mantissa = '0', exponent = '0'] = size.toExponential(digits).split('e');
  const sign = exponent.startsWith('-') ? '-' : section.exponent.startsWith('+') ? '+' : '';
  const width = section.exponent.replace(/[+-]/, '').length;
  return `${mantissa}E${sign}${exponent.replace(/[+-]/, '').padStart(width, '0')}`;
}

/** Decimal text with exactly `digits` decimals, halves away from zero as spreadsheets round (1.005 shows 1.01). */
export function roundHalfUp(size: number, digits: number): string {
  if (!Number.isFinite(size)) return String(size);
  const exact = size.toPrecision(15);
  if (exact.includes('e')) return size.toFixed(Math.min(digits, 100));
  const [integer = '0', fraction = ''] = exact.split('.');
  if (fraction.length <= digits) return digits > 0 ? `${integer}.${fraction.padEnd(digits, '0')}` : integer;
  const up = (fraction[digits] ?? '0') >= '5';
  const kept = BigInt(integer + fraction.slice(0, digits)) + (up ? 1n : 0n);
  const text = kept.toString().padStart(digits + 1, '0');
  return digits > 0 ? `${text.slice(0, -digits)}.${text.slice(-digits)}` : text;
}

function dateSection(value: number, section: Section, locale: SheetLocale): string {
  const digits = section.parts.reduce(
    (most, part) => (part.type === 'fraction' ? Math.max(most, part.digits) : most),
    0,
  );
  const unit = digits > 0 ? 86_400_000 : 86_400;
  const rounded = Math.round(value * unit) / unit;
  const civil = civilOf(rounded);
  const twelve = section.parts.some((part) => part.type === 'meridiem');
  const seconds = Math.round(Math.abs(rounded) * 86_400);
  const pad = (number: number, count: number): string => String(number).padStart(count, '0');
  let text = section.kind === 'duration' && value < 0 ? '-' : '';
  for (const part of section.parts) {
    if (part.type === 'literal') text += part.text;
    else if (part.type === 'meridiem') {
      const half = civil.hour < 12 ? 'AM' : 'PM';
      text += part.short ? half.slice(0, 1) : half;
    } else if (part.type === 'fraction') {
      text += locale.decimal + pad(civil.millisecond, 3).padEnd(part.digits, '0').slice(0, part.digits);
    } else if (part.type === 'field') {
      const { letter, count } = part;
      if (part.elapsed) {
        const divisor = letter === 'h' ? 3600 : letter === 'm' ? 60 : 1;
        text += pad(Math.floor(seconds / divisor), count);
      } else if (letter === 'y') text += count > 2 ? pad(civil.year, 4) : pad(civil.year % 100, 2);
      else if (letter === 'M') {
        if (count >= 5) text += (locale.months[civil.month - 1] ?? '').slice(0, 1).toUpperCase();
        else if (count === 4) text += locale.months[civil.month - 1] ?? '';
        else text += count === 3 ? (locale.monthsShort[civil.month - 1] ?? '') : pad(civil.month, count);
      } else if (letter === 'd') {
        if (count >= 4) text += locale.days[civil.weekday] ?? '';
        else text += count === 3 ? (locale.daysShort[civil.weekday] ?? '') : pad(civil.day, count);
      } else if (letter === 'h') text += pad(twelve ? civil.hour % 12 || 12 : civil.hour, count);
      else if (letter === 'm') text += pad(civil.minute, count);
      else if (letter === 's') text += pad(section.kind === 'duration' ? seconds % 60 : civil.second, count);
    }
  }
  return text;
}
