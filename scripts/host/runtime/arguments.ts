import { ApiError, EnumValue } from './contract.ts';
import { displayName, type MemberSignature, membersOf } from './signatures.ts';

/** The class that a service instance belongs to, or undefined for plain values. */
export function apiOf(value: object): string | undefined {
  const made: unknown = value.constructor;
  if (typeof made !== 'function' || !('api' in made)) return undefined;
  return typeof made.api === 'string' ? made.api : undefined;
}

/** A function of the script as services get it; see `ScriptFunction`. */
export class OpaqueFunction {
  readonly name: string;
  readonly call: (...args: readonly unknown[]) => unknown;
  constructor(name: string, call: (...args: readonly unknown[]) => unknown) {
    this.name = name;
    this.call = call;
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.getPrototypeOf(value) === null;
}

const fitting = new Map<string, boolean>();

/** Whether instances of one class may stand where another is asked for: by inheritance or by having all its members. */
function classFits(api: string, wanted: string): boolean {
  if (api === wanted) return true;
  const key = `${api}>${wanted}`;
  let fits = fitting.get(key);
  if (fits === undefined) {
    const own = membersOf(api);
    const needed = [...membersOf(wanted).keys()];
    fits = needed.length > 0 && needed.every((name) => own.has(name));
    fitting.set(key, fits);
  }
  return fits;
}

/** Whether the class of a value says by `static readonly standsFor` that it is taken for another, as items of a form are. */
function poses(value: object, wanted: string): boolean {
  const made: unknown = value.constructor;
  return typeof made === 'function' && 'standsFor' in made && made.standsFor === wanted;
}

/** Whether a value fits, and what the service gets. `loose` also lets numbers and booleans stand for text. */
type Matcher = (value: unknown, loose: boolean) => { readonly value: unknown } | undefined;

const matchers = new Map<string, Matcher>();

const PRIMITIVE: Readonly<Record<string, Matcher>> = {
  any: (value) => ({ value }),
  string: (value, loose) => {
    if (typeof value === 'string') return { value };
    return loose && (typeof value === 'number' || typeof value === 'boolean') ? { value: String(value) } : undefined;
  },
  number: (value) => (typeof value === 'number' ? { value } : undefined),
  int: (value) => (typeof value === 'number' && !Number.isNaN(value) ? { value: Math.trunc(value) } : undefined),
  boolean: (value) => (typeof value === 'boolean' ? { value } : undefined),
  date: (value) => (value instanceof Date ? { value } : undefined),
  object: (value) => (isPlainObject(value) ? { value } : undefined),
  function: (value) => (value instanceof OpaqueFunction ? { value } : undefined),
  null: (value) => (value === null || value === undefined ? { value: null } : undefined),
};

function splitUnion(type: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < type.length; at += 1) {
    if (type[at] === '(') depth += 1;
    if (type[at] === ')') depth -= 1;
    if (type[at] === '|' && depth === 0) {
      parts.push(type.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(type.slice(start));
  return parts;
}

function arrayMatcher(element: Matcher): Matcher {
  return (value, loose) => {
    if (!Array.isArray(value)) return undefined;
    const converted: unknown[] = [];
    for (const item of value) {
      const match = element(item, loose);
      if (!match) return undefined;
      converted.push(match.value);
    }
    return { value: converted };
  };
}

function makeMatcher(type: string): Matcher {
  const alternatives = splitUnion(type);
  if (alternatives.length > 1) {
    const all = alternatives.map(matcherOf);
    return (value, loose) => {
      for (const match of all) {
        const found = match(value, loose);
        if (found) return found;
      }
      return undefined;
    };
  }
  if (type === 'any[]') return (value) => (Array.isArray(value) ? { value } : undefined);
  if (type === 'any[][]')
    return (value) => (Array.isArray(value) && value.every(Array.isArray) ? { value } : undefined);
  if (type.endsWith('[]')) return arrayMatcher(matcherOf(type.slice(0, -2)));
  if (type.startsWith('(')) return matcherOf(type.slice(1, -1));
  if (type.startsWith('#')) {
    const wanted = type.slice(1);
    return (value) => (value instanceof EnumValue && value.type === wanted ? { value } : undefined);
  }
  if (type.startsWith('@')) {
    const wanted = type.slice(1);
    return (value) => {
      if (typeof value !== 'object' || value === null) return undefined;
      const api = apiOf(value);
      return api !== undefined && (classFits(api, wanted) || poses(value, wanted)) ? { value } : undefined;
    };
  }
  const primitive = PRIMITIVE[type];
  if (!primitive) throw new Error(`signatures.json holds an unknown type: ${type}`);
  return primitive;
}

function matcherOf(type: string): Matcher {
  let matcher = matchers.get(type);
  if (!matcher) {
    matcher = makeMatcher(type);
    matchers.set(type, matcher);
  }
  return matcher;
}

interface Overload {
  readonly required: number;
  readonly most: number;
  readonly parameters: readonly Matcher[];
  readonly rest: Matcher | undefined;
}

const overloadsOf = new WeakMap<readonly (readonly string[])[], readonly Overload[]>();

function readOverloads(raw: readonly (readonly string[])[]): readonly Overload[] {
  let overloads = overloadsOf.get(raw);
  if (!overloads) {
    overloads = raw.map((types) => {
      const last = types.at(-1);
      const rest = last?.startsWith('...') ? matcherOf(last.slice(3).replace(/\[\]$/, '')) : undefined;
      const fixed = rest ? types.slice(0, -1) : types;
      return {
        required: fixed.filter((type) => !type.startsWith('?')).length,
        most: rest ? Number.POSITIVE_INFINITY : fixed.length,
        parameters: fixed.map((type) => matcherOf(type.replace(/^\?/, ''))),
        rest,
      };
    });
    overloadsOf.set(raw, overloads);
  }
  return overloads;
}

function matchOverload(overload: Overload, args: readonly unknown[], loose: boolean): unknown[] | undefined {
  if (args.length < overload.required || args.length > overload.most) return undefined;
  const converted: unknown[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const parameter = overload.parameters[at] ?? overload.rest;
    if (at >= overload.required && args[at] === undefined) {
      converted.push(undefined);
      continue;
    }
    const match = parameter?.(args[at], loose);
    if (!match) return undefined;
    converted.push(match.value);
  }
  return converted;
}

/** The kind of an argument as the error texts name it: `String`, `number`, `(class)`, `SpreadsheetApp.Range`, `number[]`. */
function describe(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'Boolean';
  if (Array.isArray(value)) return `${value.length === 0 ? 'Object' : describe(value[0])}[]`;
  if (value instanceof EnumValue) return displayName(value.type);
  if (typeof value === 'object') {
    const api = apiOf(value);
    if (api !== undefined) return displayName(api);
  }
  return '(class)';
}

/** Parameters of which the platform says by name that they may not be null, as far as it was seen to. */
const NEVER_NULL: Readonly<Record<string, string>> = {
  'HTML.HtmlOutput.setXFrameOptionsMode': 'mode',
  'Spreadsheet.Sheet.getRange': 'a1Notation',
  'Spreadsheet.Spreadsheet.getRange': 'a1Notation',
};

/**
 * Checks arguments against the published signatures and gives what the service shall get. Throws the error that Apps
 * Script throws when no signature fits ("The parameters (number[]) don't match the method signature for ...").
 */
export function checkArguments(
  api: string,
  name: string,
  member: MemberSignature & { kind: 'method' },
  args: readonly unknown[],
): readonly unknown[] {
  const overloads = readOverloads(member.overloads);
  for (const loose of [false, true]) {
    for (const overload of overloads) {
      const converted = matchOverload(overload, args, loose);
      if (converted) return converted;
    }
  }
  const needed = NEVER_NULL[`${api}.${name}`];
  if (needed !== undefined && args.length === 1 && (args[0] ?? null) === null) {
    throw new ApiError(`Argument cannot be null: ${needed}`);
  }
  throw new ApiError(
    `The parameters (${args.map(describe).join(',')}) don't match the method signature for ${displayName(api)}.${name}.`,
  );
}
