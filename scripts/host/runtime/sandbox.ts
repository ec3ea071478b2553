import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import { PRELUDE } from './prelude.ts';
import { type Bundle, MADE } from './rerun.ts';
import { Untouched } from './untouched.ts';

/** What the code inside the sandbox asks the host; see `prelude.ts`. */
export interface Bridge {
  readonly seed: number;
  call(self: unknown, api: string, name: string, args: unknown[]): unknown;
  memberKind(api: string, name: string): 0 | 1 | 2;
  property(api: string, name: string): unknown;
  global(name: string): unknown;
  now(): number;
  enumName(handle: object): string;
  enumOrdinal(handle: object): number;
}

/** What the prelude gives: makers of objects of the sandbox's realm. */
export interface Factory {
  readonly outcome: { error: unknown; failed: boolean };
  readonly global: object;
  readonly hidden: readonly (object | undefined)[];
  readonly enumPrototype: object;
  makePrototype(api: string): object;
  create(prototype: object | null): Record<string, unknown>;
  makeObject(): Record<string, unknown>;
  list(...items: readonly unknown[]): unknown[];
  makeDate(time: number): object;
  makeError(name: string, message: string): object;
  define(target: object, name: string, value: unknown): void;
  timeOf(value: object): number;
  await(value: unknown, settled: Settled): void;
  bind(bridge: Bridge): void;
  release(): void;
  /** Empties `RegExp.$1` and its like. */
  forgetMatch(): void;
}

export interface Settled {
  pending: boolean;
  failed: boolean;
  value: unknown;
  error: unknown;
}

// Each sandbox leaves its allocation sites in one list, which V8 otherwise walks at each collection of young objects.
setFlagsFromString('--no-allocation-site-pretenuring');

const prelude = new vm.Script(PRELUDE, { filename: 'host:prelude' });
const JOB = '#host job';
const invoker = new vm.Script(`this["${JOB}"]()`, { filename: 'host:invoke' });

/** Puts something into a global scope that is gone as soon as it has been read. */
function lend(global: object, name: string, value: unknown): void {
  Object.defineProperty(global, name, {
    configurable: true,
    get: () => {
      Reflect.deleteProperty(global, name);
      return value;
    },
  });
}

/** Runs a function of the host from within a context: there Node can end it, and the context's promises run on after it. */
function invokeIn(context: vm.Context, job: () => void, timeout: number | undefined): void {
  lend(context, JOB, job);
  invoker.runInContext(context, { displayErrors: false, ...(timeout !== undefined && { timeout }) });
}

let watching: vm.Context | undefined;

/**
 * Runs host code, and the sandboxes that it makes, under one time limit: each limit costs a thread. When time is out all of
 * it is unwound without another line of it being run, and Node's `ERR_SCRIPT_EXECUTION_TIMEOUT` is thrown.
 */
export function watched(job: () => void, timeout: number): void {
  watching ??= vm.createContext(vm.constants.DONT_CONTEXTIFY);
  invokeIn(watching, job, timeout);
}

/** A global scope with the prelude in it, and nothing of the script yet. */
export class Sandbox {
  readonly factory: Factory;
  private readonly context: vm.Context;
  private readonly untouched: Untouched | undefined;
  private made: unknown;

  /**
   * @param scriptNames files that stack traces show
   * @param globals names of the services
   * @param isWatched takes down how all looks, so that `isUntouched` can tell
   */
  constructor(scriptNames: readonly string[], globals: readonly string[], isWatched: boolean) {
    this.context = vm.createContext(vm.constants.DONT_CONTEXTIFY, { microtaskMode: 'afterEvaluate' });
    this.factory = prelude.runInContext(this.context)(scriptNames, globals);
    const { global, hidden } = this.factory;
    if (isWatched)
      this.untouched = new Untouched(
        global,
        hidden.filter((root) => root !== undefined),
      );
  }

  /** Whether `isUntouched` can tell anything. */
  get isWatched(): boolean {
    return this.untouched !== undefined;
  }

  /** Runs a compiled script in the global scope. */
  load(script: vm.Script): unknown {
    return script.runInContext(this.context, { displayErrors: false });
  }

  /** As `load` of the whole script; the function that holds most of it is made once. */
  loadBundle({ made, rest }: Bundle): void {
    this.made ??= this.load(made);
    lend(this.factory.global, MADE, this.made);
    this.load(rest);
  }

  /**
   * Runs something inside the sandbox, under a time limit (real milliseconds) unless `watched` runs around it, and lets its
   * promises run to their end. Throws what the script throws, or Node's `ERR_SCRIPT_EXECUTION_TIMEOUT`.
   */
  timed(run: () => unknown, timeout: number | undefined): unknown {
    const settled: Settled = { pending: false, failed: false, value: undefined, error: undefined };
    invokeIn(this.context, () => this.factory.await(run(), settled), timeout);
    if (settled.failed) throw settled.error;
    return settled.value;
  }

  /**
   * Lets go of what the script has made, without running any of it. V8 makes a sandbox among its old objects, and while it has not collected
   * those, everything that they hold on to is copied at each collection of the young ones.
   */
  release(): void {
    const { global } = this.factory;
    this.factory.release();
    for (const name of Object.keys(global)) {
      if (!Reflect.deleteProperty(global, name)) Reflect.defineProperty(global, name, { value: undefined });
    }
  }

  /** After `release`: whether nothing tells this sandbox from a new one once a script has run that declares these names. */
  isUntouched(declared: ReadonlySet<string | symbol>): boolean {
    if (!this.untouched?.holds(declared)) return false;
    this.factory.forgetMatch();
    return true;
  }
}
