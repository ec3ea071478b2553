import vm from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sandbox } from '../../../scripts/host/runtime/sandbox.ts';

const NONE = new Set<string>();

function sandbox(): Sandbox {
  return new Sandbox(['Code'], ['SpreadsheetApp', 'console'], true);
}

const isObject = (value: unknown): value is object =>
  typeof value === 'function' || (typeof value === 'object' && value !== null);

type Find = (sandbox: Sandbox) => object;

/** All that scripts can get hold of before they run, and how to find each one in another sandbox. */
function reachable({ factory }: Sandbox): Map<object, Find> {
  const found = new Map<object, Find>();
  const visit = (object: unknown, find: (sandbox: Sandbox) => unknown): void => {
    if (!isObject(object) || found.has(object)) return;
    found.set(object, find as Find);
    visit(Reflect.getPrototypeOf(object), (other) => Reflect.getPrototypeOf((find as Find)(other)));
    for (const key of Reflect.ownKeys(object)) {
      for (const part of ['value', 'get', 'set'] as const) {
        const partOf = (one: object): unknown => Reflect.getOwnPropertyDescriptor(one, key)?.[part];
        visit(partOf(object), (other) => partOf((find as Find)(other)));
      }
    }
  };
  visit(factory.global, (other) => other.factory.global);
  factory.hidden.forEach((root, index) => {
    visit(root, (other) => other.factory.hidden[index]);
  });
  return found;
}

const REACHABLE = reachable(sandbox());

/** Ways to change an object; each says whether it could. */
const CHANGES: Readonly<Record<string, (object: object) => boolean>> = {
  'a property by assignment': (object) => Reflect.set(object, 'own', 1),
  'a property that loops do not see': (object) => Reflect.defineProperty(object, 'own', { value: 1 }),
  'a property with a symbol': (object) => Reflect.set(object, Symbol('own'), 1),
  'another prototype': (object) => Reflect.setPrototypeOf(object, { own: 1 }),
  'no room for properties': (object) => Reflect.isExtensible(object) && Reflect.preventExtensions(object),
};

/** Ways to change one property; each says whether it could. */
const PROPERTY_CHANGES: Readonly<
  Record<string, (object: object, key: string | symbol, was: PropertyDescriptor) => boolean>
> = {
  'another value': (object, key) => Reflect.defineProperty(object, key, { value: 4321 }),
  'other attributes': (object, key, was) => Reflect.defineProperty(object, key, { enumerable: !was.enumerable }),
  'a value that cannot be written': (object, key, was) =>
    was.writable === true && Reflect.defineProperty(object, key, { writable: false }),
  'a getter that gives the same': (object, key, was) => Reflect.defineProperty(object, key, { get: () => was.value }),
  'no such property': (object, key) => Reflect.deleteProperty(object, key),
  'the same property in another place': (object, key, was) => {
    const keys = Reflect.ownKeys(object);
    const isMoved = Reflect.deleteProperty(object, key) && Reflect.defineProperty(object, key, was);
    return isMoved && Reflect.ownKeys(object).some((other, at) => other !== keys[at]);
  },
};

interface Change {
  readonly what: string;
  /** Whether it could be made. */
  readonly make: (sandbox: Sandbox) => boolean;
}

const ALL: readonly Change[] = [...REACHABLE].flatMap(([object, find], at) => [
  ...Object.entries(CHANGES).map(([name, make]) => ({
    what: `${at}: ${name}`,
    make: (touched: Sandbox) => make(find(touched)),
  })),
  ...Reflect.ownKeys(object).flatMap((key) =>
    Object.entries(PROPERTY_CHANGES).map(([name, make]) => ({
      what: `${at}, ${String(key)}: ${name}`,
      make(touched: Sandbox): boolean {
        const found = find(touched);
        const was = Reflect.getOwnPropertyDescriptor(found, key);
        return was !== undefined && make(found, key, was);
      },
    })),
  ),
]);

describe('a sandbox that nothing has run in', () => {
  it('is untouched, also when it is asked again', () => {
    const fresh = sandbox();
    fresh.release();
    expect([fresh.isUntouched(NONE), fresh.isUntouched(NONE)]).toEqual([true, true]);
  });

  it('is looked through wherever the language itself leads', () => {
    const fresh = sandbox();
    const made = fresh.load(
      new vm.Script(`[
        function* () {}, async function* () {}, async () => 0, () => 0,
        [].entries(), ''[Symbol.iterator](), ''.matchAll(/a/g), new Set().entries(), new Map().keys(), /a/, 1n, Symbol(),
        Promise.resolve(), new Int8Array(1), new Proxy({}, {}), new WeakMap(), new Error(), (function () { return arguments })(),
      ].map((value) => Object.getPrototypeOf(Object(value)))`),
    );
    const known = new Set(reachable(fresh).keys());
    expect(made).toSatisfy((prototypes: object[]) => prototypes.every((prototype) => known.has(prototype)));
    expect(known.size).toBeGreaterThan(500);
  });

  it('is seen to be touched by any change of any object or property', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL), ({ make }) => {
        const touched = sandbox();
        fc.pre(make(touched));
        expect(touched.isUntouched(NONE)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
