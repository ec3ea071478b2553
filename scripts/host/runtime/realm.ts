import { types as nodeTypes } from 'node:util';
import { apiOf, checkArguments, OpaqueFunction } from './arguments.ts';
import { ApiError, EnumValue, WithFields } from './contract.ts';
import { EndOfExecution } from './faults.ts';
import type { Bridge, Factory, Sandbox } from './sandbox.ts';
import { classSignature, displayName, enumValues, globalTypes, membersOf } from './signatures.ts';

/** What the realm needs of the execution that it serves. */
export interface RealmOwner {
  readonly seed: number;
  now(): number;
  /** Counts a call of a member; throws once the execution has been ended. */
  enter(): void;
  /** Makes the service behind a global name, or undefined if the host has none. */
  service(name: string): object | undefined;
  /** Told of an error that is the host's own. */
  hostFault(error: unknown): void;
}

/** Arguments lie on the stack, and a long list of them would overflow it. */
const MOST_ARGUMENTS = 1000;

const missingServices = new Map<string, object>();

/** Stands for a documented service that the host does not offer: each member says so when it is called. */
function missingService(api: string): object {
  let instance = missingServices.get(api);
  if (!instance) {
    instance = Object.create({ constructor: Object.assign(() => undefined, { api }) }) as object;
    missingServices.set(api, instance);
  }
  return instance;
}

/** What a script threw, on its way through the host; `cause` is the very value. */
export class ScriptThrown extends Error {}

/** The membrane around a sandbox. Lives as long as one execution. */
export class Realm {
  private readonly owner: RealmOwner;
  private readonly factory: Factory;
  private readonly prototypes = new Map<string, object>();
  private readonly handles = new WeakMap<object, object>();
  private readonly instances = new WeakMap<object, object>();
  private readonly functions = new WeakMap<object, OpaqueFunction>();
  private readonly originals = new WeakMap<object, unknown>();
  private readonly singletons = new Map<string, object>();

  constructor(owner: RealmOwner, { factory }: Sandbox) {
    this.owner = owner;
    this.factory = factory;
    const bridge: Bridge = {
      seed: owner.seed,
      call: (self, api, name, args) => this.call(self, api, name, args),
      memberKind: (api, name) => {
        const member = membersOf(api).get(name);
        if (!member) return 0;
        return member.kind === 'method' ? 1 : 2;
      },
      property: (api, name) => this.guard(() => this.property(api, name)),
      global: (name) => this.guard(() => this.global(name)),
      now: () => owner.now(),
      enumName: (handle) => this.enumOf(handle)?.name ?? '',
      enumOrdinal: (handle) => this.enumOf(handle)?.ordinal ?? -1,
    };
    factory.bind(bridge);
  }

  private enumOf(handle: object): EnumValue | undefined {
    const value = this.instances.get(handle);
    return value instanceof EnumValue ? value : undefined;
  }

  /** Runs host code for the script; what it throws becomes the error that the sandbox throws. */
  private guard<T>(run: () => T): T | undefined {
    try {
      return run();
    } catch (error) {
      this.factory.outcome.failed = true;
      this.factory.outcome.error = this.toScriptError(error);
      return undefined;
    }
  }

  private toScriptError(error: unknown): unknown {
    if (!(error instanceof Error)) return error;
    if (error instanceof ApiError) return this.factory.makeError(error.name, error.message);
    if (error instanceof ScriptThrown) return error.cause;
    if (error instanceof EndOfExecution) return this.factory.makeError('Exception', error.message);
    this.owner.hostFault(error);
    if (error instanceof RangeError && /call stack/.test(error.message))
      return this.factory.makeError('RangeError', error.message);
    return this.factory.makeError('Exception', `Host fault: ${error.name}: ${error.message}`);
  }

  private call(self: unknown, api: string, name: string, args: unknown[]): unknown {
    return this.guard(() => {
      this.owner.enter();
      const instance = this.instanceOf(self) ?? this.singletons.get(api);
      if (!instance) throw new ApiError(`${displayName(api)}.${name} was called without its object`, 'TypeError');
      const actual = apiOf(instance) ?? api;
      if (name === 'toString') return this.textOf(instance, actual);
      const member = membersOf(actual).get(name);
      if (member?.kind !== 'method')
        throw new ApiError(`${displayName(actual)}.${name} is not a function`, 'TypeError');
      const converted = checkArguments(actual, name, member, this.arrayToHost(args, new Map()));
      const method: unknown = Reflect.get(instance, name);
      if (typeof method !== 'function')
        throw new ApiError(`Not implemented by this host: ${displayName(actual)}.${name}`);
      return this.toScript(Reflect.apply(method, instance, converted));
    });
  }

  /** What `String(instance)` gives in a script. */
  textOf(instance: object, api: string): string {
    const own: unknown = Reflect.get(instance, 'toString');
    if (typeof own === 'function' && own !== Object.prototype.toString) return String(Reflect.apply(own, instance, []));
    return api.slice(api.indexOf('.') + 1);
  }

  private instanceOf(handle: unknown): object | undefined {
    return typeof handle === 'object' && handle !== null ? this.instances.get(handle) : undefined;
  }

  private property(api: string, name: string): unknown {
    const member = membersOf(api).get(name);
    if (member?.kind !== 'property') return undefined;
    if (member.type.startsWith('#')) return this.enumContainer(member.type.slice(1));
    const singleton = this.singletons.get(api);
    const value: unknown = singleton ? Reflect.get(singleton, name) : undefined;
    if (value === undefined) throw new ApiError(`Not implemented by this host: ${displayName(api)}.${name}`);
    return this.toScript(value);
  }

  private enumContainer(type: string): object {
    const container = this.factory.makeObject();
    for (const value of enumValues(type)) this.factory.define(container, value.name, this.toScript(value));
    return container;
  }

  private global(name: string): unknown {
    const type = globalTypes()[name];
    if (type !== undefined && !classSignature(type)) return this.enumContainer(type);
    const instance = this.owner.service(name) ?? missingService(type ?? name);
    this.singletons.set(apiOf(instance) ?? name, instance);
    return this.toScript(instance);
  }

  private prototypeOf(api: string): object {
    let prototype = this.prototypes.get(api);
    if (!prototype) {
      prototype = this.factory.makePrototype(api);
      this.prototypes.set(api, prototype);
    }
    return prototype;
  }

  private handleOf(instance: object, prototype: object): object {
    let handle = this.handles.get(instance);
    if (!handle) {
      handle = this.factory.create(prototype);
      this.handles.set(instance, handle);
      this.instances.set(handle, instance);
    }
    return handle;
  }

  /** A value of the host as the script may have it. */
  toScript(value: unknown): unknown {
    if (value === null || value === undefined) return value;
    if (typeof value === 'function' || typeof value === 'symbol') return undefined;
    if (typeof value !== 'object') return value;
    if (Array.isArray(value)) return this.arrayToScript(value);
    if (ArrayBuffer.isView(value)) {
      return this.arrayToScript([...new Int8Array(value.buffer, value.byteOffset, value.byteLength)]);
    }
    if (value instanceof Date) return this.factory.makeDate(value.getTime());
    if (value instanceof EnumValue) return this.handleOf(value, this.factory.enumPrototype);
    if (value instanceof OpaqueFunction) return this.originals.get(value);
    if (value instanceof WithFields) {
      const handle = this.handleOf(value.instance, this.prototypeOf(apiOf(value.instance) ?? ''));
      for (const [name, field] of Object.entries(value.fields)) this.factory.define(handle, name, this.toScript(field));
      return handle;
    }
    const api = apiOf(value);
    if (api !== undefined) return this.handleOf(value, this.prototypeOf(api));
    const object = this.factory.makeObject();
    for (const [name, field] of Object.entries(value)) this.factory.define(object, name, this.toScript(field));
    return object;
  }

  /**
   * A copy of an array for the script, made by the sandbox itself. A host's array given the sandbox's prototype would do,
   * but V8 keeps a list of such prototypes and looks through it each time: the more sandboxes, the slower.
   */
  private arrayToScript(items: readonly unknown[]): unknown[] {
    const copy = items.slice();
    for (let at = 0; at < copy.length; at += 1) {
      const item = copy[at];
      if (typeof item !== 'string' && typeof item !== 'number') copy[at] = this.toScript(item);
    }
    if (copy.length <= MOST_ARGUMENTS) return this.factory.list(...copy);
    const long = this.factory.list();
    for (let at = 0; at < copy.length; at += 1) long[at] = copy[at];
    return long;
  }

  /** A value of the script as services get it: plain copies, and instances for handles. */
  toHost(value: unknown, seen?: Map<object, unknown>): unknown {
    if (typeof value === 'function') return this.functionOf(value);
    if (typeof value !== 'object' || value === null) return typeof value === 'symbol' ? undefined : value;
    const instance = this.instances.get(value);
    if (instance) return instance;
    const known = seen?.get(value);
    if (known !== undefined) return known;
    const memory = seen ?? new Map<object, unknown>();
    if (Array.isArray(value)) return this.arrayToHost(value, memory);
    if (nodeTypes.isDate(value)) return new Date(this.factory.timeOf(value));
    if (nodeTypes.isUint8Array(value) || nodeTypes.isInt8Array(value)) return Array.from(value);
    if (nodeTypes.isNativeError(value)) return this.thrown(value);
    const object: Record<string, unknown> = Object.create(null);
    memory.set(value, object);
    for (const name of Object.keys(value)) object[name] = this.toHost(Reflect.get(value, name), memory);
    return object;
  }

  /** Takes an array by its indices: its methods and its iterator are the script's to replace, and would get host functions. */
  private arrayToHost(items: readonly unknown[], memory: Map<object, unknown>): unknown[] {
    const array: unknown[] = [];
    memory.set(items, array);
    for (let at = 0; at < items.length; at += 1) array[at] = this.toHost(items[at], memory);
    return array;
  }

  private functionOf(original: object): OpaqueFunction {
    let opaque = this.functions.get(original);
    if (!opaque) {
      const name: unknown = Reflect.get(original, 'name');
      opaque = new OpaqueFunction(typeof name === 'string' ? name : '', (...args) => this.callFunction(original, args));
      this.functions.set(original, opaque);
      this.originals.set(opaque, original);
    }
    return opaque;
  }

  private callFunction(original: object, args: readonly unknown[]): unknown {
    if (typeof original !== 'function') return undefined;
    const converted = args.map((argument) => this.toScript(argument));
    try {
      return this.toHost(Reflect.apply(original, undefined, converted));
    } catch (error) {
      throw this.thrown(error);
    }
  }

  /** What the script threw, as an error of the host that turns back into the same value inside. */
  thrown(value: unknown): ScriptThrown {
    if (value instanceof ScriptThrown) return value;
    const read = (name: string): string => {
      const field: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
      return typeof field === 'string' ? field : '';
    };
    const isError = nodeTypes.isNativeError(value);
    const error = new ScriptThrown(isError ? read('message') : this.ownText(value), { cause: value });
    error.name = (isError && read('name')) || 'Error';
    error.stack = isError ? read('stack') : error.message;
    return error;
  }

  /** The text that the script's own `String(value)` gives; an object that has none is named as any object. */
  private ownText(value: unknown): string {
    try {
      return String(value);
    } catch {
      return '[object Object]';
    }
  }

  /** Calls a function of the script with host values; gives the raw value that it returns. */
  invoke(target: unknown, self: unknown, args: readonly unknown[]): unknown {
    if (typeof target !== 'function') throw new TypeError('The target is not a function');
    return Reflect.apply(
      target,
      self,
      args.map((argument) => this.toScript(argument)),
    );
  }

  /** The names and raw values that the script itself has put on the object that stands for an instance. */
  ownFields(instance: object): Readonly<Record<string, unknown>> {
    const handle = this.handles.get(instance);
    return handle ? { ...handle } : {};
  }

  /** Calls a raw function of the sandbox with raw values of the sandbox and converts the result. */
  callRaw(raw: unknown, args: readonly unknown[]): unknown {
    if (typeof raw !== 'function') return undefined;
    try {
      return this.toHost(Reflect.apply(raw, undefined, args));
    } catch (error) {
      throw this.thrown(error);
    }
  }
}
