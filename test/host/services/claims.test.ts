import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { globalTypes, membersOf } from '../../../scripts/host/runtime/signatures.ts';
import { services } from '../../../scripts/host/services/index.ts';
import { errorOf } from '../script.ts';

const FOLDER = new URL('../../../scripts/host/services/', import.meta.url);

interface ServiceClass {
  readonly api: string;
  readonly prototype: object;
}

function isServiceClass(value: unknown): value is ServiceClass {
  return typeof value === 'function' && 'api' in value && typeof value.api === 'string';
}

async function serviceClasses(): Promise<ServiceClass[]> {
  const found: ServiceClass[] = [];
  for (const file of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('.ts')) continue;
    const exported: Record<string, unknown> = await import(new URL(file, FOLDER).href);
    found.push(...Object.values(exported).filter(isServiceClass));
  }
  return found;
}

describe('the services', () => {
  it('stand under the global names that the types publish', () => {
    const unknown = services.filter(({ global }) => !(global in globalTypes())).map(({ global }) => global);
    expect(unknown).toEqual([]);
    expect(new Set(services.map(({ global }) => global)).size).toBe(services.length);
  });

  it('name classes that the types publish, and have nine in ten of their members', async () => {
    const classes = await serviceClasses();
    const made = new Map(classes.map(({ api }) => [api, classes.filter((one) => one.api === api)]));
    const documented = [...made].flatMap(([api, same]) =>
      [...membersOf(api)]
        .filter(([, { kind }]) => kind === 'method')
        .map(([name]) => ({ name: `${api}.${name}`, there: same.some(({ prototype }) => name in prototype) })),
    );
    const nameless = [...made.keys()].filter((api) => membersOf(api).size === 0 && !/Validation$/.test(api));
    expect(nameless).toEqual([]);
    expect(classes.length).toBeGreaterThan(90);
    const kept = documented.filter(({ name }) => !name.startsWith('Gmail.'));
    expect(kept.filter(({ there }) => there).length / kept.length).toBeGreaterThan(0.9);
  });

  it('are all held against the published types by the compiler', async () => {
    const claims = readFileSync(new URL('../claims/claims.ts', FOLDER), 'utf8');
    const held = ({ api }: ServiceClass) =>
      claims.includes(api === '.Console' ? 'typeof console>' : `GoogleAppsScript.${api}>`);
    const loose = (await serviceClasses()).filter((one) => one.api !== 'Base.MimeType' && !held(one));
    expect(loose.map(({ api }) => api)).toEqual([]);
  });

  it('take no more parameters than the types publish', async () => {
    const greedy = (await serviceClasses()).flatMap(({ api, prototype }) =>
      [...membersOf(api)].flatMap(([name, member]) => {
        const method: unknown = Reflect.get(prototype, name);
        if (member.kind !== 'method' || typeof method !== 'function') return [];
        const most = Math.max(
          ...member.overloads.map((types) => (types.some((type) => type.startsWith('...')) ? 99 : types.length)),
        );
        return method.length > most ? [`${api}.${name}`] : [];
      }),
    );
    expect(greedy).toEqual([]);
  });

  it.each([
    ['DocumentApp.create("x")', 'DocumentApp.create'],
    ['SlidesApp.create("x")', 'SlidesApp.create'],
    ['XmlService.parse("<a/>")', 'XmlService.parse'],
    ['LanguageApp.translate("x", "sv", "en")', 'LanguageApp.translate'],
  ])('say which member is missing: %s', (call, member) => {
    expect(errorOf(call)).toBe(`Exception: Not implemented by this host: ${member}`);
  });
});
