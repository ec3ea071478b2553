import { FormulaSyntaxError, tokenize } from '../formula/parse.ts';
import { localeOf, type SheetLocale } from '../locale.ts';

/** Functions that files of Excel write with a prefix, because they came after the format. */
const PREFIXES: Readonly<Record<string, string>> = {
  FILTER: '_xlfn._xlws.',
  SORT: '_xlfn._xlws.',
  UNIQUE: '_xlfn.',
  SEQUENCE: '_xlfn.',
  XLOOKUP: '_xlfn.',
  XMATCH: '_xlfn.',
  LET: '_xlfn.',
  TEXTJOIN: '_xlfn.',
  CONCAT: '_xlfn.',
  IFS: '_xlfn.',
  SWITCH: '_xlfn.',
  MAXIFS: '_xlfn.',
  MINIFS: '_xlfn.',
  IFNA: '_xlfn.',
  DAYS: '_xlfn.',
  ISOWEEKNUM: '_xlfn.',
  XOR: '_xlfn.',
};

/** How many rows a sheet of a file has: an open end reaches there. */
export const LAST_ROW = 1_048_576;
const english = localeOf('en_US');

/** "A2:A" as files write it: "A2:A1048576". */
function closeRange(reference: string): string {
  return reference.replace(/^(.*\$?[A-Za-z]{1,3}\$?\d+:\$?[A-Za-z]{1,3})$/, `$1${LAST_ROW}`);
}

/** The formula as a file of Excel holds it: without "=", English, commas. Null when the formula cannot be read. */
export function toFileFormula(formula: string, locale: SheetLocale): string | null {
  try {
    const tokens = tokenize(formula.slice(1), locale);
    let braces = 0;
    return tokens
      .map(({ kind, text }, index) => {
        if (kind === 'string') return `"${text.replaceAll('"', '""')}"`;
        if (kind === 'reference') return closeRange(text);
        if (kind === 'word') {
          const called = tokens[index + 1]?.text === '(';
          const upper = text.toUpperCase();
          if (called) return `${PREFIXES[upper] ?? ''}${upper}`;
          return upper === 'SANT' ? 'TRUE' : upper === 'FALSKT' ? 'FALSE' : text;
        }
        if (text === '{') braces += 1;
        if (text === '}') braces -= 1;
        if (braces > 0) return text === '\\' ? ',' : text;
        return text === ';' ? ',' : text;
      })
      .join('');
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return null;
    throw error;
  }
}

/** A formula of a file as the sheet of a locale holds it, "=" included. */
export function fromFileFormula(text: string, locale: SheetLocale): string {
  const bare = text.replace(/_xlfn\.(_xlws\.)?/gi, '').replace(/^=/, '');
  try {
    let braces = 0;
    const tokens = tokenize(bare, english);
    const parts = tokens.map(({ kind, text: token }, index) => {
      if (kind === 'string') return `"${token.replaceAll('"', '""')}"`;
      if (kind === 'reference') return token.replace(new RegExp(`\\$?${LAST_ROW}$`), '');
      if (kind === 'number') return token.replace('.', locale.decimal);
      // LibreOffice writes functions that it does not know in small letters.
      if (kind === 'word') return tokens[index + 1]?.text === '(' ? token.toUpperCase() : token;
      if (token === '{') braces += 1;
      if (token === '}') braces -= 1;
      if (token !== ',') return token;
      return braces > 0 && locale.decimal === ',' ? '\\' : locale.argument;
    });
    return `=${parts.join('')}`;
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return `=${bare}`;
    throw error;
  }
}
