import { ApiError, type Execution, type Part } from '../runtime/contract.ts';
import { javaText } from './format-string.ts';

const VALUE_LIMIT = 9 * 1024;
const STORE_LIMIT = 500 * 1024;
const FULL = 'You have exceeded the property storage quota. Please remove some properties and try again.';

/** All stores of properties by scope: `script`, `document`, `user:ADDRESS`. */
class PropertyStores {
  readonly scopes: Map<string, Map<string, string>>;
  changed = false;

  constructor(scopes: Map<string, Map<string, string>> = new Map()) {
    this.scopes = scopes;
  }

  of(scope: string): Map<string, string> {
    let values = this.scopes.get(scope);
    if (!values) {
      values = new Map();
      this.scopes.set(scope, values);
    }
    return values;
  }
}

const propertiesPart: Part<PropertyStores> = {
  name: 'properties',
  create: () => new PropertyStores(),
  save: (stores) =>
    Object.fromEntries([...stores.scopes].map(([scope, values]) => [scope, Object.fromEntries(values)] as const)),
  load: (saved) => {
    const scopes = Object.entries(saved as Record<string, Record<string, string>>);
    return new PropertyStores(new Map(scopes.map(([scope, values]) => [scope, new Map(Object.entries(values))])));
  },
  isChanged: (stores) => stores.changed,
  markSaved: (stores) => {
    stores.changed = false;
  },
};

/** Objects and lists are kept as Java would print them, which no script can read back: a mistake that shows. */
const textOf = (value: unknown) => (typeof value === 'object' ? javaText(value) : String(value));

/** Key-value pairs of one scope (reference: properties/Properties). Every call leaves the script. */
export class Properties {
  static readonly api: string = 'Properties.Properties';
  private readonly execution: Execution;
  private readonly scope: string;

  constructor(execution: Execution, scope: string) {
    this.execution = execution;
    this.scope = scope;
  }

  private call<T>(method: string, effect: (values: Map<string, string>, stores: PropertyStores) => T): T {
    return this.execution.backend({ kind: 'property', method: `Properties.${method}` }, () => {
      const stores = this.execution.world.part(propertiesPart);
      return effect(stores.of(this.scope), stores);
    });
  }

  private change(method: string, effect: (values: Map<string, string>) => void): this {
    this.call(method, (values, stores) => {
      const before = new Map(values);
      effect(values);
      stores.changed = true;
      let size = 0;
      for (const [key, value] of values) size += Buffer.byteLength(key) + Buffer.byteLength(value);
      if (size <= STORE_LIMIT) return;
      values.clear();
      for (const [key, value] of before) values.set(key, value);
      throw new ApiError(FULL);
    });
    return this;
  }

  private checked(value: string): string {
    const strict = this.execution.world.switches.strictPropertySize;
    if (strict && Buffer.byteLength(value) > VALUE_LIMIT) throw new ApiError(FULL);
    return value;
  }

  deleteAllProperties(): this {
    return this.change('deleteAllProperties', (values) => values.clear());
  }

  deleteProperty(key: string): this {
    return this.change('deleteProperty', (values) => {
      values.delete(key);
    });
  }

  getKeys(): string[] {
    return this.call('getKeys', (values) => [...values.keys()]);
  }

  getProperties(): Record<string, string> {
    return this.call('getProperties', (values) => Object.fromEntries(values));
  }

  getProperty(key: string): string | null {
    return this.call('getProperty', (values) => values.get(key) ?? null);
  }

  setProperties(properties: Readonly<Record<string, unknown>>, deleteAllOthers = false): this {
    const given = Object.entries(properties).map(([key, value]) => [key, this.checked(textOf(value))] as const);
    return this.change('setProperties', (values) => {
      if (deleteAllOthers) values.clear();
      for (const [key, value] of given) values.set(key, value);
    });
  }

  setProperty(key: string, value: string): this {
    const checked = this.checked(value);
    return this.change('setProperty', (values) => {
      values.set(key, checked);
    });
  }
}

/** The global `ScriptProperties` of older scripts (reference: properties/ScriptProperties). */
export class ScriptProperties extends Properties {
  static override readonly api = 'Properties.ScriptProperties';

  constructor(execution: Execution) {
    super(execution, 'script');
  }
}

/** The global `UserProperties` of older scripts (reference: properties/UserProperties). */
export class UserProperties extends Properties {
  static override readonly api = 'Properties.UserProperties';

  constructor(execution: Execution) {
    super(execution, `user:${execution.effectiveUser}`);
  }
}

/** The three scopes of properties (reference: properties/PropertiesService). */
export class PropertiesService {
  static readonly api = 'Properties.PropertiesService';
  private readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  getDocumentProperties(): Properties | null {
    return this.execution.world.container ? new Properties(this.execution, 'document') : null;
  }

  getScriptProperties(): Properties {
    return new Properties(this.execution, 'script');
  }

  getUserProperties(): Properties {
    return new Properties(this.execution, `user:${this.execution.effectiveUser}`);
  }
}
