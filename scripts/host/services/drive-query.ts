import { ApiError } from '../runtime/contract.ts';

/** What a search of Drive can ask about an item. */
export interface SearchedItem {
  readonly title: string;
  readonly text: string;
  readonly mimeType: string;
  readonly parents: readonly string[];
  readonly trashed: boolean;
  readonly starred: boolean;
  readonly modified: number;
  readonly owners: readonly string[];
  readonly writers: readonly string[];
  readonly readers: readonly string[];
}

type Test = (item: SearchedItem) => boolean;

const TOKEN = /\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[A-Za-z][\w.]*|[<>]=?|!=|=|[()])/y;

const invalid = (): ApiError => new ApiError('Invalid argument: q');

function tokensOf(query: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let end = 0; end < query.trimEnd().length; end = TOKEN.lastIndex) {
    const found = TOKEN.exec(query);
    if (!found?.[1]) throw invalid();
    tokens.push(found[1]);
  }
  return tokens;
}

function textOf(token: string | undefined): string {
  if (!token || !/^['"]/.test(token)) throw invalid();
  return token.slice(1, -1).replace(/\\(.)/g, '$1');
}

/** Titles match word by word from each word's beginning, as in Drive; `HelloWorld` is not found by `World`. */
function hasWordsFrom(text: string, wanted: string): boolean {
  const beginnings = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return wanted
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .every((word) => beginnings.some((one) => one.startsWith(word)));
}

function compared(left: number, operator: string, right: number): boolean {
  if (operator === '=') return left === right;
  if (operator === '!=') return left !== right;
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  if (operator === '>') return left > right;
  if (operator === '>=') return left >= right;
  throw invalid();
}

function textTest(read: (item: SearchedItem) => string, operator: string, wanted: string): Test {
  if (operator === 'contains') return (item) => hasWordsFrom(read(item), wanted);
  if (operator === '=') return (item) => read(item).toLowerCase() === wanted.toLowerCase();
  if (operator === '!=') return (item) => read(item).toLowerCase() !== wanted.toLowerCase();
  throw invalid();
}

/** A test of one field (guide: drive/api/guides/ref-search-terms, the names of version 2, which DriveApp takes). */
function fieldTest(field: string, operator: string, value: string | undefined): Test {
  switch (field) {
    case 'title':
      return textTest((item) => item.title, operator, textOf(value));
    case 'fullText':
      if (operator !== 'contains') throw invalid();
      return textTest((item) => `${item.title} ${item.text}`, operator, textOf(value));
    case 'mimeType': {
      const wanted = textOf(value);
      if (operator === 'contains') return (item) => item.mimeType.startsWith(wanted);
      return textTest((item) => item.mimeType, operator, wanted);
    }
    case 'modifiedDate': {
      const moment = Date.parse(textOf(value));
      if (Number.isNaN(moment)) throw invalid();
      return (item) => compared(item.modified, operator, moment);
    }
    case 'trashed':
    case 'starred': {
      if (value !== 'true' && value !== 'false') throw invalid();
      return (item) => compared(Number(item[field]), operator, Number(value === 'true'));
    }
    default:
      throw invalid();
  }
}

class QueryReader {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(query: string) {
    this.tokens = tokensOf(query);
  }

  private take(word: string): boolean {
    if (this.tokens[this.at]?.toLowerCase() !== word) return false;
    this.at += 1;
    return true;
  }

  private next(): string {
    const token = this.tokens[this.at];
    if (token === undefined) throw invalid();
    this.at += 1;
    return token;
  }

  whole(): Test {
    const test = this.either();
    if (this.at < this.tokens.length) throw invalid();
    return test;
  }

  private either(): Test {
    const first = this.both();
    if (!this.take('or')) return first;
    const rest = this.either();
    return (item) => first(item) || rest(item);
  }

  private both(): Test {
    const first = this.single();
    if (!this.take('and')) return first;
    const rest = this.both();
    return (item) => first(item) && rest(item);
  }

  private single(): Test {
    if (this.take('not')) {
      const test = this.single();
      return (item) => !test(item);
    }
    if (this.take('(')) {
      const test = this.either();
      if (!this.take(')')) throw invalid();
      return test;
    }
    const first = this.next();
    if (!/^['"]/.test(first)) return fieldTest(first, this.next(), this.tokens[this.at++]);
    const wanted = textOf(first);
    if (!this.take('in')) throw invalid();
    const list = this.next();
    if (list !== 'parents' && list !== 'owners' && list !== 'writers' && list !== 'readers') throw invalid();
    return (item) => item[list].includes(wanted);
  }
}

/** Reads a search string of DriveApp.searchFiles (`title contains "plan" and trashed = false`). Throws "Invalid argument: q". */
export function driveQuery(query: string): Test {
  return new QueryReader(query).whole();
}
