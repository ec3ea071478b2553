/**
 * Writes `signatures.json` from the published types: `npx tsx scripts/host/runtime/generate-signatures.ts`.
 * A test compares the file with what this would write.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Declarations, parseDeclarations } from './declarations.ts';

/**
 * What the membrane needs to know. A type is `string number int boolean any null date function object`, `@Class`,
 * `#Enum`, one of these with `[]`, or several joined by `|`; `?` in front makes a parameter optional, `...` a rest.
 */
export interface Signatures {
  /** By `Namespace.Interface`. */
  readonly classes: Record<string, ClassSignature>;
  readonly enums: Record<string, readonly string[]>;
  /** Global variables and the classes that they are. */
  readonly globals: Record<string, string>;
}

export interface ClassSignature {
  readonly parents: readonly string[];
  /** Overloads by method, each a list of parameters. */
  readonly methods: Record<string, readonly (readonly string[])[]>;
  readonly properties: Record<string, string>;
}

const PRIMITIVES: Record<string, string> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  any: 'any',
  unknown: 'any',
  object: 'object',
  Object: 'object',
  null: 'null',
  undefined: 'null',
  void: 'null',
  Integer: 'int',
  Byte: 'int',
  Char: 'string',
  BigNumber: 'any',
  JdbcSQL_XML: 'any',
  Date: 'date',
  Function: 'function',
};

/** Splits at a separator outside all brackets. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let current = '';
  for (const letter of text) {
    if ('([{<'.includes(letter)) depth += 1;
    if (')]}>'.includes(letter)) depth -= 1;
    if (depth === 0 && letter === separator) {
      parts.push(current.trim());
      current = '';
    } else {
      current += letter;
    }
  }
  parts.push(current.trim());
  return parts.filter(Boolean);
}

function resolve(declarations: Declarations, raw: string, namespace: string): string {
  const text = raw.trim();
  const alternatives = splitOutside(text, '|');
  if (alternatives.length > 1) {
    const all = alternatives.flatMap((part) => splitOutside(resolve(declarations, part, namespace), '|'));
    return [...new Set(all)].join('|');
  }
  const only = alternatives[0] ?? 'any';
  if (only.endsWith(']') && /\[\s*\]$/.test(only)) {
    const inner = resolve(declarations, only.replace(/\[\s*\]$/, ''), namespace);
    return inner.includes('|') ? `(${inner})[]` : `${inner}[]`;
  }
  const generic = /^Array\s*<([\s\S]*)>$/.exec(only);
  if (generic) return resolve(declarations, `( ${generic[1]} ) []`, namespace);
  if (only.startsWith('(') && only.endsWith(')')) {
    return only.includes('=>') ? 'function' : resolve(declarations, only.slice(1, -1), namespace);
  }
  if (only.includes('=>')) return 'function';
  if (only.startsWith('{')) return 'object';
  if (/^["']/.test(only)) return 'string';
  if (only.startsWith('typeof')) return 'any';
  return resolveName(declarations, only.replace(/\s/g, '').replace(/<.*>$/, ''), namespace);
}

function resolveName(declarations: Declarations, name: string, namespace: string): string {
  const local = name.replace(/^GoogleAppsScript\./, '');
  if (local === 'Base.Date' || local === 'Date') return 'date';
  for (const key of local.includes('.') ? [local] : [`${namespace}.${local}`, `Base.${local}`]) {
    if (declarations.enums.has(key)) return `#${key}`;
    const alias = declarations.aliases.get(key);
    if (alias !== undefined) return resolve(declarations, alias, key.split('.')[0] ?? '');
    const found = declarations.interfaces.get(key);
    if (found) {
      // An interface without any member stands for a class that scripts only pass on, such as a form's TextValidation.
      const isClass =
        found.members.length === 0 || found.extends.length > 0 || found.members.some((member) => member.parameters);
      return isClass ? `@${key}` : 'object';
    }
  }
  const primitive = PRIMITIVES[local.replace(/^Base\.(?=Date$)/, '')];
  if (primitive) return primitive;
  return 'any';
}

/** Makes the table from declaration sources. */
export function signaturesFrom(sources: readonly string[]): Signatures {
  const declarations = parseDeclarations(sources);
  const classes: Record<string, ClassSignature> = {};
  for (const [key, { extends: parents, members }] of [...declarations.interfaces].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    const namespace = key.split('.')[0] ?? '';
    const methods: Record<string, string[][]> = Object.create(null);
    const properties: Record<string, string> = Object.create(null);
    for (const member of members) {
      if (!member.parameters) {
        const enumeration = /^typeof (.*)$/.exec(member.type);
        properties[member.name] = resolve(declarations, enumeration?.[1] ?? member.type, namespace);
        continue;
      }
      methods[member.name] ??= [];
      methods[member.name]?.push(
        member.parameters.map(
          (parameter) =>
            `${parameter.rest ? '...' : ''}${parameter.optional ? '?' : ''}${resolve(declarations, parameter.type, namespace)}`,
        ),
      );
    }
    classes[key] = {
      parents: parents.map((parent) =>
        resolveName(declarations, parent.replace(/\s/g, ''), namespace).replace(/^@/, ''),
      ),
      methods,
      properties,
    };
  }
  const globals: Record<string, string> = {};
  for (const [name, type] of declarations.globals) {
    const key = type
      .replace(/\s/g, '')
      .replace(/^GoogleAppsScript\./, '')
      .replace(/^(?!.*\.)/, '.');
    const known = declarations.interfaces.has(key) || declarations.enums.has(key);
    if (known && !key.endsWith('DateConstructor')) globals[name] = key;
  }
  return { classes, enums: Object.fromEntries([...declarations.enums].sort(([a], [b]) => (a < b ? -1 : 1))), globals };
}

/** Makes the table from the installed types and our own additions. */
export function installedSignatures(): Signatures {
  const folder = fileURLToPath(new URL('../../../node_modules/@types/google-apps-script/', import.meta.url));
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.d.ts') && name !== 'index.d.ts')
    .sort()
    .map((name) => folder + name);
  files.push(fileURLToPath(new URL('./newer-members.d.ts', import.meta.url)));
  return signaturesFrom(files.map((file) => readFileSync(file, 'utf8')));
}

/** The text of `signatures.json`. */
export function signaturesText(signatures: Signatures): string {
  const lines = (record: object) =>
    Object.entries(record)
      .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
      .join(',\n');
  const { classes, enums, globals } = signatures;
  return `{"classes":{\n${lines(classes)}},\n"enums":{\n${lines(enums)}},\n"globals":{\n${lines(globals)}}}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('./signatures.json', import.meta.url), signaturesText(installedSignatures()));
}
