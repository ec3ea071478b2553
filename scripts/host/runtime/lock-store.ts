import type { Part, World } from './contract.ts';

interface Holder {
  readonly execution: string;
  /** When a holder outside the host lets go; undefined for an execution, which lets go at its end at the latest. */
  readonly until?: number;
}

/** Who holds which lock. Nothing of it survives a restart, as no execution does. */
export class LockStore {
  private readonly holders = new Map<string, Holder>();
  private readonly world: Pick<World, 'now'>;

  constructor(world: Pick<World, 'now'>) {
    this.world = world;
  }

  private holder(scope: string): Holder | undefined {
    const holder = this.holders.get(scope);
    if (holder?.until !== undefined && holder.until <= this.world.now) {
      this.holders.delete(scope);
      return undefined;
    }
    return holder;
  }

  /** Takes a lock if it is free; gives whether the execution has it now. */
  take(scope: string, execution: string): boolean {
    const holder = this.holder(scope);
    if (!holder) this.holders.set(scope, { execution });
    return !holder || holder.execution === execution;
  }

  /** When a lock becomes free by itself; infinity if that is not known. */
  freeAt(scope: string): number {
    return this.holder(scope)?.until ?? Number.POSITIVE_INFINITY;
  }

  holds(scope: string, execution: string): boolean {
    return this.holder(scope)?.execution === execution;
  }

  release(scope: string, execution: string): void {
    if (this.holds(scope, execution)) this.holders.delete(scope);
  }

  releaseAll(execution: string): void {
    for (const [scope, holder] of this.holders) if (holder.execution === execution) this.holders.delete(scope);
  }

  /** Lets somebody outside the host hold a lock until a moment. */
  hold(scope: string, until: number): void {
    this.holders.set(scope, { execution: 'outside', until });
  }
}

export const locksPart: Part<LockStore> = {
  name: 'locks',
  create: (world) => new LockStore(world),
  save: () => null,
  load: (_saved, world) => new LockStore(world),
  isChanged: () => false,
};

/** The locks of a world. */
export function locksOf(world: World): LockStore {
  return world.part(locksPart);
}
