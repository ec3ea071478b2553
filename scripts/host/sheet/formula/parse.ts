import { parseAddress, type Rect } from '../address.ts';
import type { SheetLocale } from '../locale.ts';
import { SWEDISH_NAMES } from './swedish-names.ts';

export type Operator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>=';

/** A formula as a tree. */
export type Node =
  | { readonly type: 'value'; readonly value: number | string | boolean | null }
  | { readonly type: 'error'; readonly code: string }
  | { readonly type: 'reference'; readonly sheetName: string | null; readonly range: Rect }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'call'; readonly name: string; readonly args: readonly Node[] }
  | { readonly type: 'apply'; readonly target: Node; readonly args: readonly Node[] }
  | { readonly type: 'unary'; readonly operator: '-' | '+'; readonly operand: Node }
  | { readonly type: 'percent'; readonly operand: Node }
  | { readonly type: 'binary'; readonly operator: Operator; readonly left: Node; readonly right: Node }
  | { readonly type: 'array'; readonly rows: readonly (readonly Node[])[] };

/** The formula cannot be read; the cell shows #ERROR!. */
export class FormulaSyntaxError extends Error {
  override readonly name = 'FormulaSyntaxError';
}

export interface Token {
  readonly kind: 'number' | 'string' | 'reference' | 'word' | 'error' | 'sign';
  readonly text: string;
}

const CORNERS = String.raw`\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+|:\$?[A-Za-z]{1,3}|:\$?\d+)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?:\$?\d+)?|\$?\d+:\$?\d+`;
const REFERENCE = new RegExp(
  String.raw`(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?:${CORNERS})(?![\p{L}\p{N}_(!.])`,
  'uy',
);
const NUMBER_POINT = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const NUMBER_COMMA = /(?:\d+(?:[.,]\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"]|"")*"/y;
const WORD = /[\p{L}_][\p{L}\p{N}_.]*/uy;
const ERROR = /#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!)/y;
const SIGN_POINT = /<>|<=|>=|[-+*/^&=<>%(){};,]/y;
// Where the comma is the decimal sign, Sheets never takes it for a separator: arguments stand between ";", columns between "\\".
const SIGN_COMMA = /<>|<=|>=|[-+*/^&=<>%(){};\\]/y;
const SPACE = /\s+/y;

/** The tokens of a formula without its "=". Throws FormulaSyntaxError. */
export function tokenize(text: string, locale: SheetLocale): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const [NUMBER, SIGN] = locale.decimal === ',' ? [NUMBER_COMMA, SIGN_COMMA] : [NUMBER_POINT, SIGN_POINT];
  while (at < text.length) {
    if (take(SPACE) !== null) continue;
    const string = take(STRING);
    if (string !== null) {
      tokens.push({ kind: 'string', text: string.slice(1, -1).replaceAll('""', '"') });
      continue;
    }
    const reference = take(REFERENCE);
    if (reference !== null) {
      tokens.push({ kind: 'reference', text: reference });
      continue;
    }
    const number = take(NUMBER);
    if (number !== null) {
      tokens.push({ kind: 'number', text: number.replace(',', '.') });
      continue;
    }
    const error = take(ERROR);
    if (error !== null) {
      tokens.push({ kind: 'error', text: error });
      continue;
    }
    const word = take(WORD);
    if (word !== null) {
      tokens.push({ kind: 'word', text: word });
      continue;
    }
    const sign = take(SIGN);
    if (sign === null) throw new FormulaSyntaxError(`Unexpected "${text[at]}"`);
    tokens.push({ kind: 'sign', text: sign });
  }
  return tokens;
}

const LEVELS: readonly (readonly string[])[] = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/']];

class Parser {
  private readonly tokens: readonly Token[];
  private readonly names: Readonly<Record<string, string>>;
  private at = 0;

  constructor(tokens: readonly Token[], names: Readonly<Record<string, string>>) {
    this.tokens = tokens;
    this.names = names;
  }

  parse(): Node {
    const node = this.binary(0);
    if (this.at < this.tokens.length) throw new FormulaSyntaxError('Unexpected end of the formula');
    return node;
  }

  private sign(...texts: readonly string[]): string | null {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || !texts.includes(token.text)) return null;
    this.at += 1;
    return token.text;
  }

  private expect(text: string): void {
    if (this.sign(text) === null) throw new FormulaSyntaxError(`"${text}" is missing`);
  }

  private binary(level: number): Node {
    const operators = LEVELS[level];
    if (!operators) return this.power();
    let left = this.binary(level + 1);
    for (;;) {
      const found = this.sign(...operators);
      if (found === null) return left;
      left = { type: 'binary', operator: asOperator(found), left, right: this.binary(level + 1) };
    }
  }

  /** From the left, and a sign binds tighter: -2^2 is 4, as in every spreadsheet. */
  private power(): Node {
    let left = this.unary();
    while (this.sign('^') !== null) left = { type: 'binary', operator: '^', left, right: this.unary() };
    return left;
  }

  private unary(): Node {
    const found = this.sign('-', '+');
    if (found === null) return this.postfix();
    return { type: 'unary', operator: found === '-' ? '-' : '+', operand: this.unary() };
  }

  private postfix(): Node {
    let node = this.primary();
    while (this.sign('(') !== null) node = { type: 'apply', target: node, args: this.args() };
    while (this.sign('%') !== null) node = { type: 'percent', operand: node };
    return node;
  }

  private primary(): Node {
    const token = this.tokens[this.at];
    if (!token) throw new FormulaSyntaxError('The formula ends too early');
    this.at += 1;
    if (token.kind === 'number') return { type: 'value', value: Number(token.text) };
    if (token.kind === 'string') return { type: 'value', value: token.text };
    if (token.kind === 'error') return { type: 'error', code: token.text };
    if (token.kind === 'reference') {
      const address = parseAddress(token.text);
      if (!address) throw new FormulaSyntaxError(`"${token.text}" is no reference`);
      return { type: 'reference', sheetName: address.sheetName, range: address };
    }
    if (token.kind === 'word') return this.word(token.text);
    if (token.text === '(') {
      const node = this.binary(0);
      this.expect(')');
      return node;
    }
    if (token.text === '{') return this.array();
    throw new FormulaSyntaxError(`Unexpected "${token.text}"`);
  }

  private word(text: string): Node {
    const upper = text.toUpperCase();
    if (this.sign('(') !== null) return { type: 'call', name: this.names[upper] ?? upper, args: this.args() };
    if (upper === 'TRUE' || upper === 'SANT') return { type: 'value', value: true };
    if (upper === 'FALSE' || upper === 'FALSKT') return { type: 'value', value: false };
    return { type: 'name', name: text };
  }

  private args(): Node[] {
    if (this.sign(')') !== null) return [];
    const args: Node[] = [];
    for (;;) {
      const next = this.tokens[this.at];
      const omitted = next?.kind === 'sign' && (next.text === ',' || next.text === ';' || next.text === ')');
      args.push(omitted ? { type: 'value', value: null } : this.binary(0));
      if (this.sign(')') !== null) return args;
      if (this.sign(',', ';') === null) throw new FormulaSyntaxError('")" is missing');
    }
  }

  /** `;` begins a new row; `,` or, in locales with a decimal comma, `\` stands between columns. */
  private array(): Node {
    const rows: Node[][] = [[]];
    for (;;) {
      rows[rows.length - 1]?.push(this.binary(0));
      if (this.sign('}') !== null) return { type: 'array', rows };
      if (this.sign(';') !== null) rows.push([]);
      else if (this.sign(',', '\\') === null) throw new FormulaSyntaxError('"}" is missing');
    }
  }
}

function asOperator(text: string): Operator {
  switch (text) {
    case '+':
    case '-':
    case '*':
    case '/':
    case '&':
    case '=':
    case '<>':
    case '<':
    case '>':
    case '<=':
      return text;
    default:
      return '>=';
  }
}

const cache = new Map<string, Node | FormulaSyntaxError>();
const CACHE_SIZE = 20_000;

/** The tree of a formula ("=…"). Throws FormulaSyntaxError. Arguments may be separated by ";", and by "," where it is no decimal sign. */
export function parseFormula(formula: string, locale: SheetLocale): Node {
  const key = `${locale.name}${formula}`;
  let known = cache.get(key);
  if (!known) {
    try {
      known = new Parser(tokenize(formula.slice(1), locale), locale.name === 'sv_SE' ? SWEDISH_NAMES : {}).parse();
    } catch (error) {
      if (!(error instanceof FormulaSyntaxError)) throw error;
      known = error;
    }
    if (cache.size > CACHE_SIZE) cache.clear();
    cache.set(key, known);
  }
  if (known instanceof FormulaSyntaxError) throw known;
  return known;
}
