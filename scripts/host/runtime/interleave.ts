import type { BackendCall } from './contract.ts';
import { EndOfExecution } from './faults.ts';
import { isCounted } from './meter.ts';

interface Answer {
  readonly method: string;
  readonly value: unknown;
  readonly error: unknown;
  readonly failed: boolean;
  /** The execution's clock after the call. */
  readonly time: number;
}

/** Thrown by a lock that another execution holds, so that the other one can go on. */
export class Blocked extends Error {}

/**
 * Makes an execution that can be left after any call and taken up again: it is rerun from its start in a fresh context,
 * gets the recorded answers up to where it was, makes one more counted call in earnest and is then suspended.
 */
export class Recorder {
  private readonly answers: Answer[] = [];
  private at = 0;
  private spent = false;
  /** Set while the next call waits for a lock: until when, on the host's clock, it may wait. */
  deadline: number | undefined;

  /** Starts the next pass. */
  rewind(): void {
    this.at = 0;
    this.spent = false;
  }

  /** Whether the calls now being made have all been answered in an earlier pass. */
  get replaying(): boolean {
    return this.at < this.answers.length;
  }

  /** Gives the recorded answer, or makes the call, or suspends the execution. */
  perform<T>(call: BackendCall, clock: { time: number }, live: () => T): T {
    const answer = this.answers[this.at];
    if (answer) {
      if (answer.method !== call.method) {
        throw new Error(`A replay called ${call.method} where the first pass called ${answer.method}`);
      }
      this.at += 1;
      clock.time = answer.time;
      if (answer.failed) throw answer.error;
      return answer.value as T;
    }
    if (this.spent) throw new EndOfExecution('suspended', 'The execution is suspended');
    return this.record(call, clock, live);
  }

  private record<T>(call: BackendCall, clock: { time: number }, live: () => T): T {
    let value: T | undefined;
    let error: unknown;
    let failed = false;
    try {
      value = live();
    } catch (thrown) {
      if (thrown instanceof Blocked) {
        throw new EndOfExecution('suspended', thrown.message);
      }
      if (thrown instanceof EndOfExecution) throw thrown;
      error = thrown;
      failed = true;
    }
    this.deadline = undefined;
    this.answers.push({ method: call.method, value, error, failed, time: clock.time });
    this.at += 1;
    if (isCounted(call)) this.spent = true;
    if (failed) throw error;
    return value as T;
  }
}
