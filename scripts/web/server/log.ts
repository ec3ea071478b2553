import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ExecutionRecord } from '../../host/index.ts';

/** So many of the earlier executions are kept over a restart. */
const KEPT = 1000;

const readLine = (line: string): ExecutionRecord[] => {
  try {
    return [JSON.parse(line)];
  } catch {
    // A crash may cut the last line off.
    return [];
  }
};

/** The log of executions, oldest first. With a file it survives a restart: a line an execution, only ever added to. */
export class ExecutionLog {
  readonly #file: string | null;
  readonly #known = new WeakSet<ExecutionRecord>();
  #runs: ExecutionRecord[] = [];

  constructor(file: string | null = null) {
    this.#file = file;
    if (file === null || !existsSync(file)) return;
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    this.#runs = lines.slice(-KEPT).flatMap(readLine);
    writeFileSync(file, this.#text(this.#runs));
  }

  get runs(): readonly ExecutionRecord[] {
    return this.#runs;
  }

  /** Takes up those of a host's executions that are new. */
  take(executions: readonly ExecutionRecord[]): void {
    const fresh = executions.filter((run) => !this.#known.has(run));
    for (const run of fresh) this.#known.add(run);
    this.#runs.push(...fresh);
    if (this.#file !== null && fresh.length > 0) appendFileSync(this.#file, this.#text(fresh));
  }

  /** Begins anew, and leaves out what a host that keeps its own log has done so far. */
  forget(executions: readonly ExecutionRecord[]): void {
    for (const run of executions) this.#known.add(run);
    this.#runs = [];
    if (this.#file !== null) rmSync(this.#file, { force: true });
  }

  #text(runs: readonly ExecutionRecord[]): string {
    return runs.map((run) => `${JSON.stringify(run)}\n`).join('');
  }
}
