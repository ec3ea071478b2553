import type { ScriptError } from './api.ts';
import { ApiError, type ServiceRegistration } from './contract.ts';
import { type HostExecution, type Status, TIME_IS_UP } from './execution.ts';
import { plainValue } from './plain-value.ts';
import type { Program } from './program.ts';
import { Realm, ScriptThrown } from './realm.ts';
import type { Sandboxes } from './sandboxes.ts';

/** What one pass through the script came to. */
export interface Outcome {
  readonly status: Status;
  readonly value: unknown;
  readonly error?: ScriptError;
  /** The script has no such function. */
  readonly missing?: boolean;
}

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** How a function is called when it is not a plain call by name; see `run`. */
export interface Call {
  /** Arguments, made when the execution exists: event objects hold instances that belong to it. */
  readonly args: (execution: HostExecution) => readonly unknown[];
  /** Turns what the function returned into what the caller wants while the sandbox is still there. */
  readonly read?: (value: unknown, execution: HostExecution) => unknown;
}

/** What an endless loop comes to. */
export const TIMED_OUT: Outcome = {
  status: 'timed out',
  value: undefined,
  error: { name: 'Exception', message: TIME_IS_UP, stack: TIME_IS_UP },
};

class MissingFunction extends Error {}

/** Whether Node ended a script whose time limit was over. */
export function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

function scriptError(realm: Realm, error: unknown): ScriptError {
  const thrown = error instanceof ScriptThrown ? error : realm.thrown(error);
  const { name, message } = thrown;
  // What is thrown about the returned value has no frame of the script.
  const stack = error instanceof ApiError ? undefined : thrown.stack;
  return { name, message, stack: stack ?? `${name}: ${message}` };
}

/**
 * Runs the execution's function once, in a fresh sandbox, without committing what waits. Never throws for anything that
 * the script does. `wallMilliseconds` is left out where a watch around it ends endless loops.
 */
export function runPass(
  execution: HostExecution,
  program: Program,
  sandboxes: Sandboxes,
  services: ReadonlyMap<string, ServiceRegistration>,
  call: Call,
  wallMilliseconds?: number,
): Outcome {
  if (program.syntaxError) return { status: 'failed', value: undefined, error: program.syntaxError };
  const sandbox = sandboxes.take();
  const realm = new Realm(
    {
      seed: execution.seed,
      now: () => execution.now(),
      enter: () => execution.enter(),
      service: (name) => services.get(name)?.create(execution),
      hostFault: (error) => execution.hostFaults.push(error),
    },
    sandbox,
  );
  let mayServeAgain = false;
  let evaluated = false;
  execution.evaluator = (body, fileName, owner) => {
    evaluated = true;
    const fields = Object.entries(owner ? realm.ownFields(owner) : {}).filter(([name]) => IDENTIFIER.test(name));
    const names = fields.map(([name]) => name);
    const compiled = sandbox.load(program.body(body, names, fileName));
    return realm.callRaw(
      compiled,
      fields.map(([, value]) => value),
    );
  };
  try {
    const raw = sandbox.timed(() => {
      program.load(sandbox);
      const found = program.find(sandbox, execution.entry);
      if (!found) throw new MissingFunction(`Script function not found: ${execution.entry}`);
      return realm.invoke(found.target, found.self, call.args(execution));
    }, wallMilliseconds);
    if (execution.ended) return endOf(execution);
    // What is read of an object can run code of the script, and what people write in a template can declare names.
    mayServeAgain = !evaluated && (typeof raw !== 'object' || raw === null) && typeof raw !== 'function';
    const value = realm.toHost(raw);
    const returned = call.read ? call.read(value, execution) : plainValue(value, (...of) => realm.textOf(...of));
    return { status: 'completed', value: returned };
  } catch (error) {
    if (execution.ended) return endOf(execution);
    if (isTimeout(error)) return TIMED_OUT;
    if (error instanceof MissingFunction) {
      const { message } = error;
      return { status: 'failed', value: undefined, error: { name: 'Error', message, stack: message }, missing: true };
    }
    return { status: 'failed', value: undefined, error: scriptError(realm, error) };
  } finally {
    sandboxes.giveBack(sandbox, mayServeAgain && execution.hostFaults.length === 0);
  }
}

function endOf(execution: HostExecution): Outcome {
  const { ended } = execution;
  const message = ended?.message ?? '';
  return { status: ended?.status ?? 'killed', value: undefined, error: { name: 'Exception', message, stack: message } };
}
