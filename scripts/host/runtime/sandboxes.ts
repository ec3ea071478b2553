import type { Program } from './program.ts';
import { Sandbox } from './sandbox.ts';

/** How many wait: a formula's function runs while another execution does. */
const MOST_READY = 2;

/** After so many executions in a row that left something in their sandbox, it is not worth while to look. */
const MOST_MISSES = 3;

/**
 * The sandboxes of a script project. An execution gets a fresh one, or one of which nothing tells that another execution has been in it: to make
 * one costs more than most executions.
 */
export class Sandboxes {
  private readonly program: Program;
  private readonly globals: readonly string[];
  private readonly ready: Sandbox[] = [];
  private made = 0;
  private misses = 0;

  /** @param globals names of the services */
  constructor(program: Program, globals: readonly string[]) {
    this.program = program;
    this.globals = globals;
  }

  take(): Sandbox {
    const ready = this.ready.pop();
    if (ready) return ready;
    // Many projects run once.
    const mayServeAgain = this.made > 0 && this.misses < MOST_MISSES && this.program.rerun !== null;
    this.made += 1;
    return new Sandbox(this.program.names, this.globals, mayServeAgain);
  }

  /** @param mayServeAgain false where something of the script may run yet, or what ended it cut the host's own code short */
  giveBack(sandbox: Sandbox, mayServeAgain: boolean): void {
    sandbox.release();
    const rerun = sandbox.isWatched ? this.program.rerun : null;
    if (rerun === null) return;
    if (mayServeAgain && sandbox.isUntouched(rerun.declared)) {
      if (this.ready.length < MOST_READY) this.ready.push(sandbox);
      this.misses = 0;
    } else this.misses += 1;
  }
}
