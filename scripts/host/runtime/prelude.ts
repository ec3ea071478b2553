/**
 * The only code that the host itself runs inside a sandbox. It makes every object that a script can get hold of, so
 * that nothing of Node's realm crosses the border: functions, handles, errors, dates. It is a function expression in
 * strict mode that gives the sandbox's factory; the factory takes the bridge to the host of each execution that the sandbox serves.
 *
 * The bridge never throws: it leaves a sandbox error in `outcome.error`, and the code here throws it. What is thrown
 * anyhow (a stack overflow while the host runs) is replaced by an error of the sandbox.
 */
export const PRELUDE = String.raw`(function (scriptNames, globals) {
'use strict';
let bridge, randomState;
const RealDate = Date, RealError = Error, RealRangeError = RangeError;
const { defineProperty, getOwnPropertyDescriptor, create } = Object;
const { construct, apply: applyFunction } = Reflect;
const isScript = new Set(scriptNames);
const outcome = { error: undefined, failed: false };

defineProperty(RealError, 'prepareStackTrace', { value: (error, frames) => {
  let text;
  try { text = String(error); } catch { text = 'Error'; }
  for (const frame of frames) if (isScript.has(frame.getFileName())) text += '\n    at ' + frame;
  return text;
} });
RealError.stackTraceLimit = 50;

const settle = (value) => {
  if (!outcome.failed) return value;
  const error = outcome.error;
  outcome.failed = false;
  outcome.error = undefined;
  throw error;
};
const own = (error) => error instanceof RealError ? error : new RealRangeError('Maximum call stack size exceeded');

const makeMethod = (prototype, api, name) => {
  const method = { [name](...args) {
    let value;
    try { value = bridge.call(this, api, name, args); } catch (error) { throw own(error); }
    return settle(value);
  } }[name];
  defineProperty(prototype, name, { value: method, writable: true, configurable: true });
  return method;
};

const makePrototype = (api) => {
  const members = {};
  const find = (name) => {
    if (typeof name !== 'string') return undefined;
    const kind = bridge.memberKind(api, name);
    if (kind === 1) return makeMethod(members, api, name);
    if (kind === 2) {
      const value = settle(bridge.property(api, name));
      defineProperty(members, name, { value, writable: true, configurable: true });
      return value;
    }
    return undefined;
  };
  makeMethod(members, api, 'toString');
  return new Proxy(members, {
    get: (target, name) => (name in target ? target[name] : find(name)),
    has: (target, name) => name in target || find(name) !== undefined,
  });
};

const enumPrototype = {
  toString() { return bridge.enumName(this); },
  toJSON() { return bridge.enumName(this); },
  name() { return bridge.enumName(this); },
  ordinal() { return bridge.enumOrdinal(this); },
  compareTo(other) { return bridge.enumOrdinal(this) - bridge.enumOrdinal(other); },
};

const clockDate = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    construct(target, args.length === 0 ? [bridge.now()] : args, newTarget === clockDate ? target : newTarget),
  apply: () => new RealDate(bridge.now()).toString(),
});
defineProperty(RealDate, 'now', { value: { now() { return bridge.now(); } }.now, writable: true, configurable: true });
// Defined, not assigned: before an assignment V8 looks through every sandbox there is for one whose arrays it would change.
defineProperty(RealDate.prototype, 'constructor', { value: clockDate, writable: true, configurable: true });
globalThis.Date = clockDate;

const withClock = (Intl) => {
  const { prototype } = Intl.DateTimeFormat;
  const original = prototype.formatToParts;
  defineProperty(prototype, 'formatToParts', { value: { formatToParts(date) {
    return applyFunction(original, this, [date === undefined ? bridge.now() : date]);
  } }.formatToParts, writable: true, configurable: true });
  const getter = getOwnPropertyDescriptor(prototype, 'format').get;
  defineProperty(prototype, 'format', { configurable: true, get() {
    const format = applyFunction(getter, this, []);
    return (date) => format(date === undefined ? bridge.now() : date);
  } });
  return Intl;
};

// Made when first mentioned: the formatters, which most executions have no use for, and what can run code when an execution is over, so that it
// shows whether one may have asked for that.
const { value: plainIntl } = getOwnPropertyDescriptor(globalThis, 'Intl');
const later = { Intl: () => withClock(plainIntl) };
for (const name of ['Atomics', 'FinalizationRegistry', 'WebAssembly']) {
  const property = getOwnPropertyDescriptor(globalThis, name);
  if (property) later[name] = () => property.value;
}
for (const name in later) {
  const set = (value) => defineProperty(globalThis, name, { value, writable: true, configurable: true });
  defineProperty(globalThis, name, { configurable: true, get() {
    const value = later[name]();
    set(value);
    return value;
  }, set });
}

defineProperty(Math, 'random', { value: { random() {
  randomState = (randomState + 0x6d2b79f5) | 0;
  let mixed = Math.imul(randomState ^ (randomState >>> 15), 1 | randomState);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
} }.random, writable: true, configurable: true });

const mentioned = [];
const services = create(null);
for (const name of globals) {
  services[name] = {
    configurable: true,
    enumerable: false,
    get() {
      const value = settle(bridge.global(name));
      mentioned[mentioned.length] = name;
      defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
      return value;
    },
    set(value) {
      mentioned[mentioned.length] = name;
      defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
    },
  };
  defineProperty(globalThis, name, services[name]);
}

return {
  outcome,
  global: globalThis,
  makePrototype,
  enumPrototype,
  create,
  makeObject: () => ({}),
  list: (...items) => items,
  makeDate: (time) => new RealDate(time),
  makeError: (name, message) => {
    const error = new RealError(message);
    defineProperty(error, 'name', { value: name, writable: true, configurable: true });
    return error;
  },
  define: (target, name, value) =>
    defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true }),
  timeOf: (value) => RealDate.prototype.getTime.call(value),
  // What no property of the global scope leads to.
  hidden: [
    enumPrototype, () => 0, function* () {}, async () => {}, async function* () {},
    [].values(), ''[Symbol.iterator](), ''.matchAll(/x/g), new Map().values(), new Set().values(),
    [].values().map?.((value) => value), globalThis.Iterator?.from?.({ next() {} }),
    getOwnPropertyDescriptor(function () { return arguments; }(), 'callee').get,
  ],
  bind: (next) => {
    bridge = next;
    randomState = next.seed;
    outcome.failed = false;
    outcome.error = undefined;
  },
  // Here and in the next, nothing is called that the script may have replaced.
  release: () => {
    bridge = undefined;
    for (let at = 0; at < mentioned.length; at += 1) {
      try { defineProperty(globalThis, mentioned[at], services[mentioned[at]]); } catch {}
    }
    mentioned.length = 0;
  },
  forgetMatch: () => { /(?:)/.exec(''); },
  await: (value, settled) => {
    if (typeof value === 'object' && value !== null && typeof value.then === 'function' && value instanceof Promise) {
      settled.pending = true;
      value.then((result) => { settled.pending = false; settled.value = result; },
        (error) => { settled.pending = false; settled.failed = true; settled.error = error; });
    } else {
      settled.value = value;
    }
  },
};
})`;
