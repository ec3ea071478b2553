import { setFlagsFromString } from 'node:v8';

const { getOwnPropertyDescriptor, getPrototypeOf, isExtensible, ownKeys } = Reflect;

type SameShape = (one: object, other: object) => boolean;

/**
 * V8's own word on whether two objects have the same properties in the same order, with the same attributes and prototype. To ask for them one by
 * one, for every function of JavaScript, takes as long as a short execution.
 */
function sameShapeOfV8(): SameShape {
  // What is compiled anew after a while would find its syntax refused.
  setFlagsFromString('--no-flush-bytecode');
  setFlagsFromString('--allow-natives-syntax');
  try {
    const sameShape = new Function('one', 'other', 'return %HaveSameMap(one, other)') as SameShape;
    sameShape({}, {});
    return sameShape;
  } catch {
    return () => false;
  } finally {
    setFlagsFromString('--no-allow-natives-syntax');
  }
}

const sameShape = sameShapeOfV8();

/** An object as it was. */
interface Kept {
  readonly object: object;
  readonly prototype: object | null;
  readonly keys: readonly (string | symbol)[];
  readonly properties: readonly (PropertyDescriptor | undefined)[];
}

function keep(object: object): Kept {
  const keys = ownKeys(object);
  const properties = keys.map((key) => getOwnPropertyDescriptor(object, key));
  return { object, prototype: getPrototypeOf(object), keys, properties };
}

function isObject(value: unknown): value is object {
  return typeof value === 'function' || (typeof value === 'object' && value !== null);
}

/** Whether the first properties are what they were, in the order that they had. */
function isAsItWas({ object, prototype, keys, properties }: Kept, now: readonly (string | symbol)[]): boolean {
  if (getPrototypeOf(object) !== prototype || !isExtensible(object)) return false;
  for (let at = 0; at < keys.length; at += 1) {
    const key = now[at];
    const before = properties[at];
    if (key !== keys[at] || key === undefined || before === undefined) return false;
    const property = getOwnPropertyDescriptor(object, key);
    if (
      property === undefined ||
      !Object.is(property.value, before.value) ||
      property.get !== before.get ||
      property.set !== before.set ||
      property.writable !== before.writable ||
      property.enumerable !== before.enumerable ||
      property.configurable !== before.configurable
    )
      return false;
  }
  return true;
}

/** The global scope of a sandbox, and all that JavaScript keeps behind it, as they are before a script has run. */
export class Untouched {
  private readonly global: Kept;
  private readonly others: readonly Kept[];
  /** Functions with nothing but a name and a length, each behind one of the others that has the same shape. */
  private readonly alike: readonly { readonly first: object; readonly rest: readonly object[] }[];

  /** @param hidden what leads to the objects that no property of the global scope leads to */
  constructor(global: object, hidden: readonly object[]) {
    this.global = keep(global);
    const seen = new Set<object>([global]);
    const others: Kept[] = [];
    const alike: { first: object; rest: object[] }[] = [];
    const visit = (value: unknown): void => {
      if (!isObject(value) || seen.has(value)) return;
      seen.add(value);
      const kept = keep(value);
      if (!Object.isFrozen(value)) add(kept);
      visitAll(kept);
    };
    const add = (kept: Kept): void => {
      const { object, keys } = kept;
      const isPlain = typeof object === 'function' && keys.length === 2;
      const group = isPlain ? alike.find(({ first }) => sameShape(first, object)) : undefined;
      if (group) group.rest.push(object);
      else others.push(kept);
      if (isPlain && !group) alike.push({ first: object, rest: [] });
    };
    const visitAll = ({ prototype, properties }: Kept): void => {
      visit(prototype);
      for (const property of properties) {
        visit(property?.value);
        visit(property?.get);
        visit(property?.set);
      }
    };
    visitAll(this.global);
    hidden.forEach(visit);
    this.others = others;
    this.alike = alike;
  }

  /**
   * Whether all is as it was, but for variables and functions of the global scope that the script declares, which hold nothing.
   * Runs nothing of the script.
   */
  holds(declared: ReadonlySet<string | symbol>): boolean {
    const { object } = this.global;
    const names = ownKeys(object);
    if (!isAsItWas(this.global, names)) return false;
    for (let at = this.global.keys.length; at < names.length; at += 1) {
      const name = names[at];
      if (name === undefined || !declared.has(name)) return false;
      const property = getOwnPropertyDescriptor(object, name);
      if (
        property?.configurable !== false ||
        property.value !== undefined ||
        !property.writable ||
        !property.enumerable
      )
        return false;
    }
    for (const kept of this.others) {
      const keys = ownKeys(kept.object);
      if (keys.length !== kept.keys.length || !isAsItWas(kept, keys)) return false;
    }
    for (const { first, rest } of this.alike) {
      for (const object of rest) if (!sameShape(first, object)) return false;
    }
    return true;
  }
}
