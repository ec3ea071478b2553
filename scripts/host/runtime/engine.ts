import type { ExecutionRecord, MeterLine, RunResult } from './api.ts';
import type { Dialog, DialogAnswer, ServiceRegistration } from './contract.ts';
import { HostExecution, type Start, type Status, type Surroundings } from './execution.ts';
import { FaultPlan } from './faults.ts';
import { Recorder } from './interleave.ts';
import { locksOf } from './lock-store.ts';
import type { Program } from './program.ts';
import { type Call, isTimeout, type Outcome, runPass, TIMED_OUT } from './runner.ts';
import { watched } from './sandbox.ts';
import { Sandboxes } from './sandboxes.ts';
import { globalTypes } from './signatures.ts';
import type { HostWorld } from './world.ts';

/** How many executions the log keeps. */
const KEPT = 2000;

/** How many real milliseconds executions in a row share a watch, at least. */
const STRETCH = 50;

/** An execution that was asked for while two are being interleaved. */
interface Job {
  readonly start: Start;
  readonly call: Call;
  /** Given out at once; filled when the execution has run. */
  readonly result: { -readonly [K in keyof RunResult]: RunResult[K] };
}

interface Lane {
  readonly jobs: Job[];
  at: number;
  execution: HostExecution | undefined;
  recorder: Recorder;
}

/** Runs executions and keeps account of them. */
export class Engine {
  readonly faults = new FaultPlan();
  readonly records: ExecutionRecord[] = [];
  /** Told at the end of each execution, after its last write. */
  onEnd: (record: ExecutionRecord) => void = () => undefined;
  private meterLines: MeterLine[] = [];
  private collected: Job[] | undefined;
  /** What runs at the moment; still there after a watch has ended it. */
  private running: HostExecution | undefined;
  /** A watch for endless loops runs around what runs. */
  private watched = false;
  private readonly around: Surroundings;
  private readonly seed: number;
  private readonly program: Program;
  private readonly services: ReadonlyMap<string, ServiceRegistration>;
  private readonly sandboxes: Sandboxes;

  constructor(world: HostWorld, program: Program, services: readonly ServiceRegistration[], seed: number) {
    this.around = { world, faults: this.faults, scopes: program.manifest.oauthScopes };
    this.program = program;
    this.seed = seed;
    this.services = new Map(services.map((service) => [service.global, service]));
    this.sandboxes = new Sandboxes(program, [...new Set([...Object.keys(globalTypes()), ...this.services.keys()])]);
  }

  private get world(): HostWorld {
    return this.around.world;
  }

  /** Starts an execution and waits for its end. Never throws for what the script does. */
  run(start: Start, call: Call): RunResult {
    if (this.collected) {
      const result = pendingResult(start);
      this.collected.push({ start, call, result });
      return result;
    }
    const execution = this.begin(start);
    this.running = execution;
    const outcome = this.pass(execution, call);
    this.running = undefined;
    return this.finish(execution, outcome);
  }

  private pass(execution: HostExecution, call: Call): Outcome {
    const limit = this.watched ? undefined : this.world.switches.wallMilliseconds;
    return runPass(execution, this.program, this.sandboxes, this.services, call, limit);
  }

  /**
   * Runs executions in a row, as long as `next` tells that there are more, under a watch for endless loops that they share
   * in short stretches: a watch of its own costs a short execution more than all else. Gives `ended` what had to be ended.
   */
  runInARow(next: () => boolean, ended: (result: RunResult) => void): void {
    const limit = this.world.switches.wallMilliseconds + STRETCH;
    for (let more = true; more; ) {
      this.watched = true;
      try {
        const until = performance.now() + STRETCH;
        watched(() => {
          do more = next();
          while (more && performance.now() < until);
        }, limit);
      } catch (error) {
        const { running } = this;
        if (!running || !isTimeout(error)) throw error;
        this.running = undefined;
        ended(this.finish(running, TIMED_OUT));
      } finally {
        this.watched = false;
      }
    }
  }

  /**
   * Runs a function for a formula while something else may run: it leaves no trace in the log of executions, meets no
   * planned failure and writes nothing.
   */
  runAside(start: Start, call: Call): Outcome {
    if (process.env.TZ !== this.world.timeZone) process.env.TZ = this.world.timeZone;
    const around = { ...this.around, faults: new FaultPlan() };
    return this.pass(new HostExecution(start, around, 0, this.seed), call);
  }

  private begin(start: Start, recorder?: Recorder): HostExecution {
    if (process.env.TZ !== this.world.timeZone) process.env.TZ = this.world.timeZone;
    this.world.executionCount += 1;
    return new HostExecution(start, this.around, this.world.executionCount, this.seed, recorder);
  }

  private finish(execution: HostExecution, outcome: Outcome): RunResult {
    let { status, error } = outcome;
    if (status === 'completed' || status === 'failed') {
      try {
        execution.commit();
      } catch (thrown) {
        if (!(thrown instanceof Error)) throw thrown;
        status = 'failed';
        error ??= { name: thrown.name, message: thrown.message, stack: `${thrown.name}: ${thrown.message}` };
      }
    }
    locksOf(this.world).releaseAll(execution.id);
    if (outcome.missing && execution.kind === 'simple')
      return { ...this.recordOf(execution, status, error), missing: true, value: undefined };
    const record = this.recordOf(execution, status, error);
    this.records.push(record);
    if (this.records.length > KEPT) this.records.splice(0, this.records.length - KEPT);
    this.meterLines.push(record);
    this.onEnd(record);
    return { ...record, value: outcome.value };
  }

  private recordOf(execution: HostExecution, status: Status, error: ExecutionRecord['error']): ExecutionRecord {
    const sum = (kind: 'read' | 'write') =>
      execution.calls.reduce((cells, call) => (call.kind === kind ? cells + call.cells : cells), 0);
    return {
      id: execution.id,
      entry: execution.entry,
      kind: execution.kind,
      user: execution.effectiveUser,
      startedAt: execution.startedAt,
      endedAt: execution.now(),
      status: status === 'suspended' ? 'killed' : status,
      ...(error && { error }),
      ...(execution.hostFaults.length > 0 && { hostFaults: execution.hostFaults }),
      log: execution.logLines,
      calls: execution.calls,
      backend: execution.calls.length,
      host: execution.hostCalls,
      cellsRead: sum('read'),
      cellsWritten: sum('write'),
      mails: execution.calls.filter((call) => call.kind === 'mail').length,
      modelledMs: Math.round(execution.modelledMs),
    };
  }

  /** What the executions since the last call of this method cost. */
  takeMeter(): MeterLine[] {
    const lines = this.meterLines.map(({ entry, backend, host, cellsRead, cellsWritten, mails, modelledMs }) => ({
      entry,
      backend,
      host,
      cellsRead,
      cellsWritten,
      mails,
      modelledMs,
    }));
    this.meterLines = [];
    return lines;
  }

  /**
   * Runs what two acts start interleaved: one backend call each in turn, the first act first. Gives the results of each
   * act's executions; what the acts themselves returned is filled in too.
   */
  interleave(first: () => unknown, second: () => unknown): readonly [readonly RunResult[], readonly RunResult[]] {
    const lanes = [this.collect(first), this.collect(second)] as const;
    for (let turn = 0; lanes.some((lane) => lane.at < lane.jobs.length); turn += 1) {
      const lane = turn % 2 === 0 ? lanes[0] : lanes[1];
      const other = turn % 2 === 0 ? lanes[1] : lanes[0];
      if (lane.at >= lane.jobs.length) continue;
      this.step(lane);
      const deadline = lane.recorder.deadline;
      const otherWaits = other.at >= other.jobs.length || other.recorder.deadline !== undefined;
      if (deadline !== undefined && otherWaits) this.world.now = Math.max(this.world.now, deadline);
    }
    return [lanes[0].jobs.map((job) => job.result), lanes[1].jobs.map((job) => job.result)];
  }

  /**
   * Runs an execution whose dialogs a person answers in her own time: it is left at each dialog and taken up again with
   * the answer. Other executions may run meanwhile.
   */
  async runAsking(start: Start, call: Call, ask: (dialog: Dialog) => Promise<DialogAnswer>): Promise<RunResult> {
    const recorder = new Recorder(false);
    const execution = this.begin(start, recorder);
    for (;;) {
      const outcome = this.pass(execution, call);
      const waiting = recorder.dialog;
      if (outcome.status !== 'suspended' || !waiting) return this.finish(execution, outcome);
      execution.commit();
      recorder.answer(await ask(waiting.shown), Math.max(execution.now(), this.world.now));
      execution.rewind();
    }
  }

  private collect(act: () => unknown): Lane {
    const jobs: Job[] = [];
    this.collected = jobs;
    try {
      act();
    } finally {
      this.collected = undefined;
    }
    return { jobs, at: 0, execution: undefined, recorder: new Recorder(true) };
  }

  /** Takes a lane's execution one counted call further, or to its end. */
  private step(lane: Lane): void {
    const job = lane.jobs[lane.at];
    if (!job) return;
    if (lane.execution) lane.execution.rewind();
    else {
      lane.recorder = new Recorder(true);
      lane.execution = this.begin(job.start, lane.recorder);
    }
    const outcome = this.pass(lane.execution, job.call);
    if (outcome.status === 'suspended') return;
    Object.assign(job.result, this.finish(lane.execution, outcome));
    lane.execution = undefined;
    lane.at += 1;
  }
}

function pendingResult(start: Start): RunResult {
  return {
    id: '',
    entry: start.entry,
    kind: start.kind,
    user: start.effectiveUser,
    startedAt: 0,
    endedAt: 0,
    status: 'completed',
    log: [],
    calls: [],
    backend: 0,
    host: 0,
    cellsRead: 0,
    cellsWritten: 0,
    mails: 0,
    modelledMs: 0,
    value: undefined,
  };
}
