import { apiOf, OpaqueFunction } from './arguments.ts';
import { EnumValue } from './contract.ts';

/**
 * What a function returned, as who runs it from outside gets it: service objects by the text that `textOf` gives them,
 * constants of enumerations by their names, functions left out as JSON does. Cycles stay.
 */
export function plainValue(
  value: unknown,
  textOf: (instance: object, api: string) => string,
  seen = new Map<object, unknown>(),
): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Error) return value;
  if (value instanceof OpaqueFunction) return undefined;
  if (value instanceof EnumValue) return value.name;
  const api = apiOf(value);
  if (api !== undefined) return textOf(value, api);
  const known = seen.get(value);
  if (known !== undefined) return known;
  const inner = (field: unknown) => plainValue(field, textOf, seen);
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    seen.set(value, list);
    for (let at = 0; at < value.length; at += 1) list[at] = inner(value[at]);
    return list;
  }
  const copy: Record<string, unknown> = Object.create(null);
  seen.set(value, copy);
  for (const [name, field] of Object.entries(value)) copy[name] = inner(field);
  return copy;
}
