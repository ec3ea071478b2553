/** A light parser for the declaration files of `@types/google-apps-script`: just the constructs that occur there. */

/** A member as declared: the name, whether it is a method, and its parameters or its type, as unresolved text. */
export interface Member {
  readonly name: string;
  /** Parameters of a method; undefined for a property. */
  readonly parameters?: readonly Parameter[];
  /** Type of a property or of what the method returns. */
  readonly type: string;
}

export interface Parameter {
  readonly type: string;
  readonly optional: boolean;
  readonly rest: boolean;
}

export interface Declarations {
  readonly interfaces: Map<string, { extends: string[]; members: Member[] }>;
  readonly enums: Map<string, string[]>;
  readonly aliases: Map<string, string>;
  /** Global variables and their types. */
  readonly globals: Map<string, string>;
}

const TOKEN =
  /\s+|\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[A-Za-z_$][\w$]*|\d+|=>|\.\.\.|[\s\S]/g;

function tokenise(source: string): string[] {
  return (source.match(TOKEN) ?? []).filter((token) => !/^(\s|\/\*|\/\/)/.test(token));
}

class Reader {
  private at = 0;
  private readonly tokens: readonly string[];
  private readonly into: Declarations;

  constructor(tokens: readonly string[], into: Declarations) {
    this.tokens = tokens;
    this.into = into;
  }

  private peek(ahead = 0): string {
    return this.tokens[this.at + ahead] ?? '';
  }

  private next(): string {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  private expect(token: string): void {
    const found = this.next();
    if (found !== token) throw new Error(`Expected ${token}, found ${found} at token ${this.at}`);
  }

  /** Takes tokens up to one of `ends` outside all brackets, and leaves the end where it is. */
  private until(...ends: string[]): string {
    let depth = 0;
    const taken: string[] = [];
    while (this.at < this.tokens.length) {
      const token = this.peek();
      if (depth === 0 && ends.includes(token)) break;
      if ('([{<'.includes(token)) depth += 1;
      if (')]}>'.includes(token)) depth -= 1;
      taken.push(this.next());
    }
    return taken.join(' ');
  }

  /** The same for what follows a word that may be missing; empty without it. */
  private after(word: string, ...ends: string[]): string {
    if (this.peek() !== word) return '';
    this.next();
    return this.until(...ends);
  }

  readBlock(namespace: string): void {
    while (this.at < this.tokens.length && this.peek() !== '}') this.readStatement(namespace);
  }

  private readStatement(namespace: string): void {
    const word = this.next();
    if (word === 'declare' || word === 'export' || word === ';') return;
    if (word === 'namespace' || word === 'module') {
      const name = this.until('{');
      this.expect('{');
      this.readBlock(name === 'GoogleAppsScript' ? '' : name);
      this.expect('}');
    } else if (word === 'interface' || word === 'class') {
      this.readInterface(namespace);
    } else if (word === 'enum') {
      const name = this.next();
      this.expect('{');
      this.into.enums.set(
        `${namespace}.${name}`,
        this.until('}')
          .split(/\s*,\s*/)
          .filter(Boolean),
      );
      this.expect('}');
    } else if (word === 'type') {
      const name = this.next();
      this.expect('=');
      this.into.aliases.set(`${namespace}.${name}`, this.until(';'));
    } else if (word === 'var' || word === 'let' || word === 'const') {
      const name = this.next();
      this.expect(':');
      this.into.globals.set(name, this.until(';'));
    } else {
      this.until(';', '}');
    }
  }

  private readInterface(namespace: string): void {
    const name = this.next();
    if (this.peek() === '<') this.until('extends', '{');
    const parents = this.after('extends', '{')
      .split(/\s*,\s*/)
      .filter(Boolean);
    this.expect('{');
    const key = `${namespace}.${name}`;
    const entry = this.into.interfaces.get(key) ?? { extends: [], members: [] };
    entry.extends.push(...parents);
    this.into.interfaces.set(key, entry);
    while (this.peek() !== '}') {
      const member = this.readMember();
      if (member) entry.members.push(member);
    }
    this.expect('}');
  }

  private readMember(): Member | undefined {
    while (['readonly', 'static', 'public', ';', ','].includes(this.peek()) && !':(?'.includes(this.peek(1)))
      this.next();
    if (this.peek() === '}') return undefined;
    if (this.peek() === '[') {
      this.until(';', '}');
      return undefined;
    }
    const name = this.next().replace(/^["']|["']$/g, '');
    if (this.peek() === '?') this.next();
    if (this.peek() !== '(') {
      this.expect(':');
      return { name, type: this.until(';', ',', '}') };
    }
    this.expect('(');
    const parameters: Parameter[] = [];
    while (this.peek() !== ')') {
      const rest = this.peek() === '...';
      if (rest) this.next();
      this.next();
      const optional = this.peek() === '?';
      if (optional) this.next();
      this.expect(':');
      parameters.push({ type: this.until(',', ')'), optional, rest });
      if (this.peek() === ',') this.next();
    }
    this.expect(')');
    return { name, parameters, type: this.after(':', ';', '}') || 'void' };
  }
}

/** Reads declaration files into one table. Interfaces that occur twice are merged. */
export function parseDeclarations(sources: readonly string[]): Declarations {
  const into: Declarations = { interfaces: new Map(), enums: new Map(), aliases: new Map(), globals: new Map() };
  for (const source of sources) new Reader(tokenise(source), into).readBlock('');
  return into;
}
