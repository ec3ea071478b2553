import { CellError } from '../row.ts';
import { serialOfDate } from '../zone.ts';

/** A value of a query: dates and times are serials. */
export type QueryValue = number | string | boolean | null;

export type Expression =
  | { readonly kind: 'column'; readonly index: number }
  | { readonly kind: 'literal'; readonly value: QueryValue }
  | { readonly kind: 'aggregate'; readonly name: string; readonly of: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] };

export type Comparison =
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'contains'
  | 'starts with'
  | 'ends with'
  | 'matches'
  | 'like';

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly condition: Condition }
  | { readonly kind: 'null'; readonly of: Expression }
  | {
      readonly kind: 'compare';
      readonly comparison: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    };

/** A query as its clauses; `select` is null for all columns. */
export interface Query {
  readonly select: readonly Expression[] | null;
  readonly where: Condition | null;
  readonly groupBy: readonly Expression[];
  readonly pivot: readonly Expression[];
  readonly orderBy: readonly { readonly of: Expression; readonly descending: boolean }[];
  readonly limit: number;
  readonly offset: number;
  readonly labels: ReadonlyMap<string, string>;
  readonly formats: ReadonlyMap<string, string>;
}

/** The same text for equal expressions: "label sum(B) ''" means what "select sum(B)" chose. */
export function keyOf(expression: Expression): string {
  return JSON.stringify(expression);
}

export function queryError(reason: string): CellError {
  return new CellError('#VALUE!', `Unable to parse query string for Function QUERY parameter 2: ${reason}`);
}

const TOKEN = /\s*(?:(`[^`]*`)|('[^']*'|"[^"]*")|(\d+(?:\.\d+)?|\.\d+)|([A-Za-z_]\w*)|(<=|>=|<>|!=|[=<>+\-*/(),]))/y;
const AGGREGATES: ReadonlySet<string> = new Set(['avg', 'count', 'max', 'min', 'sum']);
const ARITHMETIC: Readonly<Record<string, string>> = {
  '+': 'sum',
  '-': 'difference',
  '*': 'product',
  '/': 'quotient',
};
const WORDS: readonly Comparison[] = ['contains', 'starts with', 'ends with', 'matches', 'like'];
const SIGNS: Readonly<Record<string, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};
const TEMPORAL = /^(?:date|datetime|timestamp|timeofday)$/;
const DATE_AND_TIME = /^(?:(\d{4})-(\d{1,2})-(\d{1,2}))?(?:(?:^| )(\d{1,2}):(\d{2}):(\d{2}(?:\.\d+)?))?$/;

interface Token {
  readonly kind: 'column' | 'text' | 'number' | 'word' | 'sign';
  readonly text: string;
  readonly at: number;
}

function tokens(query: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  const end = query.trimEnd().length;
  while (at < end) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(query);
    if (!match) throw parseError(query.slice(at).trim().split(/\s/, 1)[0] ?? '', at);
    const [, column, text, number, word, sign = ''] = match;
    if (column) found.push({ kind: 'column', text: column.slice(1, -1), at });
    else if (text) found.push({ kind: 'text', text: text.slice(1, -1), at });
    else if (number) found.push({ kind: 'number', text: number, at });
    else found.push(word ? { kind: 'word', text: word, at } : { kind: 'sign', text: sign, at });
    at = TOKEN.lastIndex;
  }
  return found;
}

function parseError(text: string, at: number): CellError {
  return queryError(`PARSE_ERROR: Encountered "${text}" at line 1, column ${at + 1}.`);
}

/** The serial of a literal such as date '2025-10-06', datetime '2025-10-06 12:00:00' or timeofday '12:00:00'. */
function temporal(word: string, text: string): number {
  const match = DATE_AND_TIME.exec(text);
  const [, year, month, day, hour, minute, second] = match ?? [];
  const date = year ? serialOfDate(Number(year), Number(month), Number(day)) : 0;
  const complete = word === 'date' ? year && !hour : word === 'timeofday' ? hour && !year : year && hour;
  if (!complete || date === null) throw queryError(`Invalid ${word} literal [${text}].`);
  return date + (Number(hour ?? 0) * 3600 + Number(minute ?? 0) * 60 + Number(second ?? 0)) / 86_400;
}

class Parser {
  private readonly tokens: readonly Token[];
  private readonly end: number;
  private readonly column: (name: string) => number;
  private at = 0;

  constructor(text: string, column: (name: string) => number) {
    this.tokens = tokens(text);
    this.end = text.length;
    this.column = column;
  }

  /** Clauses come in this order and no other. */
  query(): Query {
    const query: Query = {
      select: this.words('select') && !this.sign('*') ? this.expressions() : null,
      where: this.words('where') ? this.condition() : null,
      groupBy: this.words('group by') ? this.expressions() : [],
      pivot: this.words('pivot') ? this.expressions() : [],
      orderBy: this.words('order by') ? this.list(() => this.order()) : [],
      limit: this.words('limit') ? this.count() : Number.POSITIVE_INFINITY,
      offset: this.words('offset') ? this.count() : 0,
      labels: this.words('label') ? this.texts() : new Map(),
      formats: this.words('format') ? this.texts() : new Map(),
    };
    if (this.at < this.tokens.length) throw this.unexpected();
    return query;
  }

  private unexpected(): CellError {
    const token = this.tokens[this.at];
    return parseError(token?.text ?? '<EOF>', token?.at ?? this.end);
  }

  private words(words: string): boolean {
    const wanted = words.split(' ');
    const found = wanted.every((word, index) => {
      const token = this.tokens[this.at + index];
      return token?.kind === 'word' && token.text.toLowerCase() === word;
    });
    if (found) this.at += wanted.length;
    return found;
  }

  private sign(...signs: readonly string[]): string | null {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return null;
    this.at += 1;
    return token.text;
  }

  private expect(sign: string): void {
    if (this.sign(sign) === null) throw this.unexpected();
  }

  private take(kind: Token['kind']): string {
    const token = this.tokens[this.at];
    if (token?.kind !== kind) throw this.unexpected();
    this.at += 1;
    return token.text;
  }

  private count(): number {
    const number = Number(this.take('number'));
    if (!Number.isInteger(number)) throw queryError(`Invalid number [${number}].`);
    return number;
  }

  private list<T>(one: () => T): T[] {
    const made = [one()];
    while (this.sign(',') !== null) made.push(one());
    return made;
  }

  private expressions(): Expression[] {
    return this.list(() => this.expression());
  }

  private order(): { of: Expression; descending: boolean } {
    const of = this.expression();
    const descending = this.words('desc');
    if (!descending) this.words('asc');
    return { of, descending };
  }

  private texts(): Map<string, string> {
    return new Map(this.list(() => [keyOf(this.expression()), this.take('text')]));
  }

  private condition(): Condition {
    let left = this.both();
    while (this.words('or')) left = { kind: 'or', left, right: this.both() };
    return left;
  }

  private both(): Condition {
    let left = this.test();
    while (this.words('and')) left = { kind: 'and', left, right: this.test() };
    return left;
  }

  private test(): Condition {
    if (this.words('not')) return { kind: 'not', condition: this.test() };
    return this.enclosed() ?? this.comparison();
  }

  /** A parenthesis opens a condition or an expression; which one shows only behind it. */
  private enclosed(): Condition | null {
    const start = this.at;
    if (this.sign('(') === null) return null;
    try {
      const inner = this.condition();
      this.expect(')');
      return inner;
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      this.at = start;
      return null;
    }
  }

  private comparison(): Condition {
    const left = this.expression();
    if (this.words('is not null')) return { kind: 'not', condition: { kind: 'null', of: left } };
    if (this.words('is null')) return { kind: 'null', of: left };
    const comparison = SIGNS[this.sign(...Object.keys(SIGNS)) ?? ''] ?? WORDS.find((words) => this.words(words));
    if (!comparison) throw this.unexpected();
    return { kind: 'compare', comparison, left, right: this.expression() };
  }

  private expression(): Expression {
    return this.chain(() => this.chain(() => this.primary(), '*', '/'), '+', '-');
  }

  private chain(operand: () => Expression, ...signs: readonly string[]): Expression {
    let left = operand();
    for (let sign = this.sign(...signs); sign !== null; sign = this.sign(...signs)) {
      left = { kind: 'call', name: ARITHMETIC[sign] ?? sign, args: [left, operand()] };
    }
    return left;
  }

  private primary(): Expression {
    if (this.sign('(') !== null) {
      const inner = this.expression();
      this.expect(')');
      return inner;
    }
    if (this.sign('-') !== null) return { kind: 'literal', value: -Number(this.take('number')) };
    const token = this.tokens[this.at];
    if (!token || token.kind === 'sign') throw this.unexpected();
    this.at += 1;
    if (token.kind === 'text') return { kind: 'literal', value: token.text };
    if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) };
    return token.kind === 'column' ? this.named(token.text) : this.word(token.text);
  }

  private word(text: string): Expression {
    const word = text.toLowerCase();
    if (TEMPORAL.test(word) && this.tokens[this.at]?.kind === 'text')
      return { kind: 'literal', value: temporal(word, this.take('text')) };
    if (this.sign('(') !== null) return this.call(word);
    return word === 'true' || word === 'false' ? { kind: 'literal', value: word === 'true' } : this.named(text);
  }

  private call(name: string): Expression {
    const args = this.sign(')') === null ? this.expressions() : [];
    if (args.length > 0) this.expect(')');
    const [of] = args;
    return AGGREGATES.has(name) && of ? { kind: 'aggregate', name, of } : { kind: 'call', name, args };
  }

  private named(name: string): Expression {
    const index = this.column(name);
    if (index < 0) throw queryError(`NO_COLUMN: ${name}`);
    return { kind: 'column', index };
  }
}

/**
 * Reads the query language of QUERY (developers.google.com/chart/interactive/docs/querylanguage). `column` gives the
 * index of a column by its name, -1 for what is none. Throws #VALUE! with Sheets' reason.
 */
export function parseQuery(text: string, column: (name: string) => number): Query {
  return new Parser(text, column).query();
}
