import { ApiError, type Execution } from '../runtime/contract.ts';
import { type LockStore, locksOf } from '../runtime/lock-store.ts';

const TIMED_OUT = 'Lock timeout: another process was holding the lock for too long.';

/** A mutual-exclusion lock (reference: lock/Lock). Held from tryLock or waitLock to releaseLock or the execution's end. */
export class Lock {
  static readonly api = 'Lock.Lock';
  private readonly execution: Execution;
  private readonly scope: string;

  constructor(execution: Execution, scope: string) {
    this.execution = execution;
    this.scope = scope;
  }

  private get locks(): LockStore {
    return locksOf(this.execution.world);
  }

  private acquire(method: string, milliseconds: number): boolean {
    const { execution, scope } = this;
    return execution.backend({ kind: 'lock', method }, () => {
      const take = () => this.locks.take(scope, execution.id);
      return execution.waitUntil(take, milliseconds, this.locks.freeAt(scope));
    });
  }

  hasLock(): boolean {
    return this.execution.backend({ kind: 'free', method: 'Lock.hasLock' }, () =>
      this.locks.holds(this.scope, this.execution.id),
    );
  }

  releaseLock(): void {
    this.execution.backend({ kind: 'free', method: 'Lock.releaseLock' }, () =>
      this.locks.release(this.scope, this.execution.id),
    );
  }

  /** With less than no time to wait it is not even tried. */
  tryLock(milliseconds: number): boolean {
    return milliseconds >= 0 && this.acquire('Lock.tryLock', milliseconds);
  }

  waitLock(milliseconds: number): void {
    if (milliseconds < 0 || !this.acquire('Lock.waitLock', milliseconds)) throw new ApiError(TIMED_OUT);
  }
}

/** Locks of the script, the document and the user (reference: lock/LockService). */
export class LockService {
  static readonly api = 'Lock.LockService';
  private readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  getDocumentLock(): Lock | null {
    return this.execution.world.container ? new Lock(this.execution, 'document') : null;
  }

  getScriptLock(): Lock {
    return new Lock(this.execution, 'script');
  }

  getUserLock(): Lock {
    return new Lock(this.execution, `user:${this.execution.effectiveUser}`);
  }
}
