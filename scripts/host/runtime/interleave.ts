import type { BackendCall, Dialog, DialogAnswer } from './contract.ts';
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

/** Thrown by a dialog that a person has not answered yet. */
export class Unanswered extends Error {
  readonly dialog: Dialog;
  constructor(dialog: Dialog) {
    super('A dialog waits for its answer');
    this.dialog = dialog;
  }
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
  /** Set while the next call waits for a person's answer. */
  dialog: { readonly method: string; readonly shown: Dialog } | undefined;
  /** Whether a pass ends after each counted call, or only where it must wait. */
  private readonly stepwise: boolean;

  constructor(stepwise: boolean) {
    this.stepwise = stepwise;
  }

  /** Starts the next pass. */
  rewind(): void {
    this.at = 0;
    this.spent = false;
  }

  /** Takes the answer to the dialog that the execution waits for. */
  answer(answer: DialogAnswer, time: number): void {
    if (!this.dialog) return;
    this.answers.push({ method: this.dialog.method, value: answer, error: undefined, failed: false, time });
    this.dialog = undefined;
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
      if (thrown instanceof Unanswered) this.dialog = { method: call.method, shown: thrown.dialog };
      if (thrown instanceof Blocked || thrown instanceof Unanswered) {
        throw new EndOfExecution('suspended', thrown.message);
      }
      if (thrown instanceof EndOfExecution) throw thrown;
      error = thrown;
      failed = true;
    }
    this.deadline = undefined;
    this.answers.push({ method: call.method, value, error, failed, time: clock.time });
    this.at += 1;
    if (this.stepwise && isCounted(call)) this.spent = true;
    if (failed) throw error;
    return value as T;
  }
}
