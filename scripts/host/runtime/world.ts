import type { Container, CustomFunction, Json, Part, Switches, World } from './contract.ts';
import { SeededRandom } from './random.ts';

const ID_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Everything that outlives executions, as plain JSON. */
export interface WorldSnapshot {
  readonly now: number;
  readonly random: number;
  readonly executions: number;
  readonly container: Container | null;
  readonly scriptId: string;
  readonly parts: Readonly<Record<string, Json>>;
}

interface Loaded {
  readonly state: unknown;
  save(): Json;
  isChanged(): boolean;
  markSaved(): void;
}

/** The state of a host between executions: the clock, the stores, the source of ids. */
export class HostWorld implements World {
  now: number;
  readonly timeZone: string;
  /** The zone that new documents get; it may differ from the script's. */
  readonly documentTimeZone: string;
  readonly locale: string;
  readonly owner: string;
  readonly switches: Switches;
  readonly files: Readonly<Record<string, string>>;
  container: Container | null = null;
  scriptId: string;
  /** How many executions there have been; each has its own random numbers from it. */
  executionCount = 0;
  /** Finds what formulas can call; set by the host, which runs the script. */
  customFunction: (name: string) => CustomFunction | undefined = () => undefined;
  private readonly random: SeededRandom;
  private readonly loaded = new Map<string, Loaded>();
  private stored: Record<string, Json> = {};

  constructor(
    settings: Pick<HostWorld, 'now' | 'timeZone' | 'documentTimeZone' | 'locale' | 'owner' | 'switches' | 'files'> & {
      readonly seed: number;
    },
  ) {
    this.now = settings.now;
    this.timeZone = settings.timeZone;
    this.documentTimeZone = settings.documentTimeZone;
    this.locale = settings.locale;
    this.owner = settings.owner;
    this.switches = settings.switches;
    this.files = settings.files;
    this.random = new SeededRandom(settings.seed);
    this.scriptId = this.newId(57);
  }

  part<T>(part: Part<T>): T {
    const known = this.loaded.get(part.name);
    if (known) return known.state as T;
    const saved = this.stored[part.name];
    const state = saved === undefined ? part.create(this) : part.load(saved, this);
    this.loaded.set(part.name, {
      state,
      save: () => part.save(state),
      isChanged: () => part.isChanged?.(state) ?? true,
      markSaved: () => part.markSaved?.(state),
    });
    return state;
  }

  newId(length = 44): string {
    let id = '';
    for (let at = 0; at < length; at += 1) id += ID_LETTERS[this.random.integer(ID_LETTERS.length)];
    return id;
  }

  randomInteger(below: number): number {
    return this.random.integer(below);
  }

  /** Which stores have changed since the last call, with their new content. */
  changedParts(): Readonly<Record<string, Json>> {
    const changed: Record<string, Json> = {};
    for (const [name, part] of this.loaded) {
      if (!part.isChanged()) continue;
      changed[name] = part.save();
      part.markSaved();
    }
    return changed;
  }

  /** Everything but the stores. */
  head(): Omit<WorldSnapshot, 'parts'> {
    const { now, executionCount: executions, container, scriptId } = this;
    return { now, random: this.random.state, executions, container, scriptId };
  }

  snapshot(): WorldSnapshot {
    const parts: Record<string, Json> = { ...this.stored };
    for (const [name, part] of this.loaded) parts[name] = part.save();
    return { ...this.head(), parts };
  }

  restore(snapshot: WorldSnapshot): void {
    this.now = snapshot.now;
    this.random.state = snapshot.random;
    this.executionCount = snapshot.executions;
    this.container = snapshot.container;
    this.scriptId = snapshot.scriptId;
    this.stored = { ...snapshot.parts };
    this.loaded.clear();
  }
}
