import { ApiError, type Execution, type Json, type Part } from '../runtime/contract.ts';

const KEY_LIMIT = 250;
const VALUE_LIMIT = 100 * 1024;
const DEFAULT_SECONDS = 600;
const MAX_SECONDS = 21_600;
const MAX_ITEMS = 1000;
const KEPT_WHEN_FULL = 900;

interface Entry {
  readonly value: string;
  readonly expires: number;
}

class CacheStores {
  readonly scopes: Map<string, Map<string, Entry>>;
  changed = false;

  constructor(scopes: Map<string, Map<string, Entry>> = new Map()) {
    this.scopes = scopes;
  }

  of(scope: string): Map<string, Entry> {
    let entries = this.scopes.get(scope);
    if (!entries) {
      entries = new Map();
      this.scopes.set(scope, entries);
    }
    return entries;
  }
}

const cachePart: Part<CacheStores> = {
  name: 'cache',
  create: () => new CacheStores(),
  save: (stores) =>
    JSON.parse(
      JSON.stringify(
        Object.fromEntries([...stores.scopes].map(([scope, entries]) => [scope, Object.fromEntries(entries)])),
      ),
    ) as Json,
  load: (saved) => {
    const scopes = Object.entries(JSON.parse(JSON.stringify(saved)) as Record<string, Record<string, Entry>>);
    return new CacheStores(new Map(scopes.map(([scope, entries]) => [scope, new Map(Object.entries(entries))])));
  },
  isChanged: (stores) => stores.changed,
  markSaved: (stores) => {
    stores.changed = false;
  },
};

/** Removes what is stale, and the entries that would live longest when there are too many (reference: cache/Cache). */
function tidy(entries: Map<string, Entry>, now: number): void {
  for (const [key, entry] of entries) if (entry.expires <= now) entries.delete(key);
  if (entries.size <= MAX_ITEMS) return;
  const order = [...entries].sort(([, a], [, b]) => a.expires - b.expires);
  for (const [key] of order.slice(KEPT_WHEN_FULL)) entries.delete(key);
}

/** A cache of one scope (reference: cache/Cache). Every call leaves the script. */
export class Cache {
  static readonly api = 'Cache.Cache';
  private readonly execution: Execution;
  private readonly scope: string;

  constructor(execution: Execution, scope: string) {
    this.execution = execution;
    this.scope = scope;
  }

  private call<T>(method: string, effect: (entries: Map<string, Entry>) => T): T {
    const { world } = this.execution;
    return this.execution.backend({ kind: 'cache', method: `Cache.${method}` }, () => {
      const stores = world.part(cachePart);
      const entries = stores.of(this.scope);
      tidy(entries, world.now);
      if (!method.startsWith('get')) stores.changed = true;
      return effect(entries);
    });
  }

  private entry(key: string, value: unknown, seconds: number): readonly [string, Entry] {
    const text = String(value);
    if (key.length > KEY_LIMIT) throw new ApiError('Argument too large: key');
    if (Buffer.byteLength(text) > VALUE_LIMIT) throw new ApiError('Argument too large: value');
    const lifetime = Math.min(MAX_SECONDS, Math.max(1, seconds)) * 1000;
    return [key, { value: text, expires: this.execution.now() + lifetime }];
  }

  get(key: string): string | null {
    if (key.length > KEY_LIMIT) throw new ApiError('Argument too large: key');
    return this.call('get', (entries) => entries.get(key)?.value ?? null);
  }

  getAll(keys: readonly string[]): Record<string, string> {
    return this.call('getAll', (entries) => {
      const found: Record<string, string> = {};
      for (const key of keys) {
        const entry = entries.get(key);
        if (entry) found[key] = entry.value;
      }
      return found;
    });
  }

  // What writes gives null, where other services give nothing.

  put(key: string, value: string, expirationInSeconds = DEFAULT_SECONDS): null {
    const [, entry] = this.entry(key, value, expirationInSeconds);
    return this.call('put', (entries) => {
      entries.delete(key);
      entries.set(key, entry);
      tidy(entries, this.execution.world.now);
      return null;
    });
  }

  putAll(values: Readonly<Record<string, unknown>>, expirationInSeconds = DEFAULT_SECONDS): null {
    const given = Object.entries(values).map(([key, value]) => this.entry(key, value, expirationInSeconds));
    return this.call('putAll', (entries) => {
      for (const [key, entry] of given) entries.set(key, entry);
      tidy(entries, this.execution.world.now);
      return null;
    });
  }

  remove(key: string): null {
    return this.drop('remove', [key]);
  }

  removeAll(keys: readonly string[]): null {
    return this.drop('removeAll', keys);
  }

  private drop(member: 'remove' | 'removeAll', keys: readonly string[]): null {
    return this.call(member, (entries) => {
      for (const key of keys) entries.delete(key);
      return null;
    });
  }
}

/** The three scopes of caches (reference: cache/CacheService). */
export class CacheService {
  static readonly api = 'Cache.CacheService';
  private readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  getDocumentCache(): Cache | null {
    return this.execution.world.container ? new Cache(this.execution, 'document') : null;
  }

  getScriptCache(): Cache {
    return new Cache(this.execution, 'script');
  }

  getUserCache(): Cache {
    return new Cache(this.execution, `user:${this.execution.effectiveUser}`);
  }
}
