import { readFileSync } from 'node:fs';
import { EnumValue } from './contract.ts';
import type { ClassSignature, Signatures } from './generate-signatures.ts';

let loaded: Signatures | undefined;

function signatures(): Signatures {
  loaded ??= JSON.parse(readFileSync(new URL('./signatures.json', import.meta.url), 'utf8')) as Signatures;
  return loaded;
}

/** Global names of Apps Script and the classes or enumerations that they are. */
export function globalTypes(): Readonly<Record<string, string>> {
  return signatures().globals;
}

/** What the types say of a class (`Spreadsheet.Range`), or undefined. */
export function classSignature(api: string): ClassSignature | undefined {
  const { classes } = signatures();
  return Object.hasOwn(classes, api) ? classes[api] : undefined;
}

/** A member of a class or of what it extends. */
export type MemberSignature =
  | { readonly kind: 'method'; readonly overloads: readonly (readonly string[])[] }
  | { readonly kind: 'property'; readonly type: string };

const members = new Map<string, Map<string, MemberSignature>>();

/** All members of a class, those of its parents included. */
export function membersOf(api: string): ReadonlyMap<string, MemberSignature> {
  let all = members.get(api);
  if (all) return all;
  all = new Map();
  const signature = classSignature(api);
  for (const parent of signature?.parents ?? []) for (const [name, member] of membersOf(parent)) all.set(name, member);
  for (const [name, overloads] of Object.entries(signature?.methods ?? {}))
    all.set(name, { kind: 'method', overloads });
  for (const [name, type] of Object.entries(signature?.properties ?? {})) all.set(name, { kind: 'property', type });
  members.set(api, all);
  return all;
}

const enums = new Map<string, readonly EnumValue[]>();

/**
 * All values of an enumeration in the published order, for example `enumValues('Spreadsheet.BorderStyle')`.
 * Throws if the types know no such enumeration.
 */
export function enumValues(type: string): readonly EnumValue[] {
  let values = enums.get(type);
  if (!values) {
    const names = signatures().enums[type];
    if (!names) throw new Error(`The types know no enumeration ${type}`);
    values = names.map((name, ordinal) => new EnumValue(type, name, ordinal));
    enums.set(type, values);
  }
  return values;
}

/** The value of an enumeration by its name, the same object each time. Throws if there is none. */
export function enumValue(type: string, name: string): EnumValue {
  const value = enumValues(type).find((candidate) => candidate.name === name);
  if (!value) throw new Error(`The types know no ${type}.${name}`);
  return value;
}

const serviceNames = new Map<string, string>();

/** A class or enumeration as the error texts of Apps Script name it: `SpreadsheetApp.Range`, `MailApp`, `Blob`. */
export function displayName(api: string): string {
  const [namespace = '', name = ''] = api.split('.');
  if (serviceNames.size === 0) {
    for (const [global, type] of Object.entries(globalTypes())) {
      const own = type.split('.')[0] ?? '';
      if (own !== 'Base' && !serviceNames.has(own)) serviceNames.set(own, global);
    }
    serviceNames.set('Utilities', 'Utilities');
    serviceNames.set('Properties', 'PropertiesService');
  }
  const service = serviceNames.get(namespace);
  if (service === undefined || name in globalTypes()) return name;
  return `${service}.${name}`;
}
