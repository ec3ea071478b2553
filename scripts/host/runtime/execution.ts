import type { LogLine, ScriptError } from './api.ts';
import {
  ApiError,
  type AuthMode,
  type BackendCall,
  type BackendKind,
  type EntryKind,
  type Execution,
  type LogLevel,
  type UiSession,
} from './contract.ts';
import { EndOfExecution, type FaultPlan, faultMessage } from './faults.ts';
import { Blocked, type Recorder } from './interleave.ts';
import { isCounted, modelledMilliseconds } from './meter.ts';
import { mixSeed, SeededRandom } from './random.ts';
import type { HostWorld } from './world.ts';

export const SIX_MINUTES = 360_000;
export const THIRTY_SECONDS = 30_000;
export const TIME_IS_UP = 'Exceeded maximum execution time';

/** How an execution is started. `authMode` and accounts follow from it. */
export interface Start {
  readonly entry: string;
  readonly kind: EntryKind;
  readonly authMode: AuthMode;
  readonly effectiveUser: string;
  readonly activeUser: string;
  readonly ui: UiSession | null;
}

export type Status = 'completed' | 'failed' | 'killed' | 'timed out' | 'suspended';

interface Waiting {
  readonly call: BackendCall;
  readonly effect: () => void;
}

/** What an execution needs of the host around it. */
export interface Surroundings {
  readonly world: HostWorld;
  readonly faults: FaultPlan;
  /** Scopes that the manifest lists; undefined where Google would find them from the code. */
  readonly scopes: readonly string[] | undefined;
}

/** One run of the script. It stands between the services and the world: nothing gets out except through it. */
export class HostExecution implements Execution {
  readonly id: string;
  readonly entry: string;
  readonly kind: EntryKind;
  readonly authMode: AuthMode;
  readonly effectiveUser: string;
  readonly activeUser: string;
  readonly ui: UiSession | null;
  readonly world: HostWorld;
  readonly seed: number;
  readonly startedAt: number;
  readonly limit: number;
  /** Calls of members of Apps Script objects. */
  hostCalls = 0;
  modelledMs = 0;
  logLines: LogLine[] = [];
  calls: { readonly kind: BackendKind; readonly method: string; readonly cells: number }[] = [];
  hostFaults: unknown[] = [];
  ended: EndOfExecution | undefined;
  error: ScriptError | undefined;
  /** Evaluates a function body in the script's scope; set by the runner, which has the sandbox. */
  evaluator: ((body: string, fileName: string, owner?: object) => unknown) | undefined;
  private waiting: Waiting[] = [];
  private readonly clock: { time: number };
  private random_: SeededRandom;
  private readonly faults: FaultPlan;
  readonly scopes: readonly string[] | undefined;
  private readonly recorder: Recorder | undefined;

  constructor(start: Start, around: Surroundings, number: number, seed: number, recorder?: Recorder) {
    this.id = `exec-${number}`;
    this.entry = start.entry;
    this.kind = start.kind;
    this.authMode = start.authMode;
    this.effectiveUser = start.effectiveUser;
    this.activeUser = start.activeUser;
    this.ui = start.ui;
    this.world = around.world;
    this.faults = around.faults;
    this.scopes = around.scopes;
    this.seed = mixSeed(seed, number);
    this.random_ = new SeededRandom(this.seed);
    this.startedAt = around.world.now;
    this.clock = { time: around.world.now };
    this.limit = start.kind === 'simple' ? THIRTY_SECONDS : SIX_MINUTES;
    this.recorder = recorder;
  }

  /** Starts another pass of an execution that was suspended: what it computed is forgotten, what it did stays done. */
  rewind(): void {
    this.ended = undefined;
    this.logLines = [];
    this.hostCalls = 0;
    this.calls = [];
    this.modelledMs = 0;
    this.clock.time = this.startedAt;
    this.random_ = new SeededRandom(this.seed);
    this.recorder?.rewind();
  }

  /** Counts a call of a member. Throws once the execution has ended, so that no `catch` can go on. */
  enter(): void {
    if (this.ended) throw this.ended;
    this.hostCalls += 1;
  }

  now(): number {
    return this.clock.time;
  }

  random(): number {
    return this.random_.next();
  }

  backend<T>(call: BackendCall, effect: () => T): T {
    if (call.kind === 'write') this.mayWrite(call.method);
    const commits = call.kind === 'read' || call.kind === 'name' || call.kind === 'write';
    return this.perform(call, () => {
      if (commits) this.commit();
      return effect();
    });
  }

  write(call: BackendCall, effect: () => void): void {
    this.mayWrite(call.method);
    this.perform(call, () => {
      this.waiting.push({ call, effect });
    });
  }

  /** A function that a formula calls may read the spreadsheet but not change it (guide: sheets/functions). */
  private mayWrite(method: string): void {
    if (this.authMode !== 'CUSTOM_FUNCTION') return;
    throw new ApiError(`You do not have permission to call ${method.replace(/^.*\./, '')}`);
  }

  flush(): void {
    if (this.waiting.length === 0 && !this.recorder) return;
    this.perform({ kind: 'free', method: 'flush' }, () => this.commit());
  }

  private perform<T>(call: BackendCall, effect: () => T): T {
    if (this.ended) throw this.ended;
    const live = () => this.live(call, effect);
    try {
      const result = this.recorder ? this.recorder.perform(call, this.clock, live) : live();
      if (isCounted(call)) this.count(call);
      return result;
    } catch (error) {
      if (error instanceof EndOfExecution) this.ended = error;
      else if (isCounted(call) && this.ended === undefined) this.count(call);
      throw error;
    }
  }

  private count(call: BackendCall): void {
    this.calls.push({ kind: call.kind, method: call.method, cells: call.cells ?? 0 });
    this.modelledMs += modelledMilliseconds(call);
    if (this.world.switches.latencyCountsTowardsLimits) this.checkTime();
  }

  private live<T>(call: BackendCall, effect: () => T): T {
    this.clock.time = Math.max(this.clock.time, this.world.now);
    const retried = this.recorder?.deadline !== undefined;
    const fault = isCounted(call) && !retried ? this.faults.strike(call) : undefined;
    if (fault && 'act' in fault) {
      fault.act();
      this.clock.time = Math.max(this.clock.time, this.world.now);
    } else if (fault) {
      if (fault.when === 'after') {
        effect();
        this.commit();
      }
      if (fault.kind === 'kill') this.end('killed', `Execution ended at ${call.method}`);
      throw new ApiError(faultMessage(fault));
    }
    return effect();
  }

  /** Ends the execution where it is. What it had not flushed is lost. Always throws. */
  end(status: 'killed' | 'timed out', message: string): never {
    this.waiting = [];
    this.ended = new EndOfExecution(status, message);
    throw this.ended;
  }

  /** Makes the waiting writes take effect. An error of one is thrown after it has been taken out of the queue. */
  commit(): void {
    while (this.waiting.length > 0) {
      const next = this.waiting.shift();
      next?.effect();
    }
  }

  private checkTime(): void {
    const modelled = this.world.switches.latencyCountsTowardsLimits ? this.modelledMs : 0;
    if (this.clock.time - this.startedAt + modelled > this.limit) this.end('timed out', TIME_IS_UP);
  }

  sleep(milliseconds: number): void {
    this.perform({ kind: 'free', method: 'Utilities.sleep' }, () => {
      const left = this.startedAt + this.limit - this.clock.time;
      const passed = Math.max(0, Math.min(milliseconds, left + 1));
      this.world.now = Math.max(this.world.now, this.clock.time + passed);
      this.clock.time += passed;
    });
    this.checkTime();
  }

  /**
   * Waits inside a backend call until something is free, at most so many milliseconds on the host's clock. Of two
   * interleaved executions the other goes on meanwhile. `freeAt` is when it becomes free by itself, if that is known.
   */
  waitUntil(isFree: () => boolean, milliseconds: number, freeAt = Number.POSITIVE_INFINITY): boolean {
    if (isFree()) return true;
    const deadline = this.recorder?.deadline ?? this.clock.time + milliseconds;
    if (this.recorder && this.clock.time < deadline) {
      this.recorder.deadline = deadline;
      throw new Blocked('The lock is held by another execution');
    }
    const until = Math.min(deadline, freeAt, this.startedAt + this.limit + 1);
    this.world.now = Math.max(this.world.now, until);
    this.clock.time = Math.max(this.clock.time, until);
    if (this.clock.time - this.startedAt > this.limit) this.end('timed out', TIME_IS_UP);
    return isFree();
  }

  log(level: LogLevel, text: string): void {
    this.logLines.push({ at: this.clock.time, level, text });
  }

  requireScope(member: string, ...oneOf: readonly string[]): void {
    const needed = oneOf.map((scope) => (scope.includes('/') ? scope : `https://www.googleapis.com/auth/${scope}`));
    if (this.authMode === 'LIMITED' || this.authMode === 'NONE' || this.authMode === 'CUSTOM_FUNCTION') {
      throw new ApiError(`You do not have permission to call ${member}. Required permissions: ${needed.join(' || ')}`);
    }
    if (this.scopes && !needed.some((scope) => this.scopes?.includes(scope))) {
      throw new ApiError(
        `Specified permissions are not sufficient to call ${member}. Required permissions: ${needed.join(' || ')}`,
      );
    }
  }

  evaluate(body: string, fileName: string, owner?: object): unknown {
    return this.evaluator?.(body, fileName, owner);
  }
}
