/**
 * Builds `src/main.ts` into the one file that Google receives. Every export of main.ts becomes a real top-level function declaration,
 * because Apps Script finds triggers, menu items and google.script.run targets by static detection and does not see inside an IIFE.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { withLazyTables } from './bundle/lazy-tables.ts';
import { withTabs } from './bundle/tabs.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = join(root, 'src/main.ts');
export const contentFolder = join(root, 'appsscript');
const output = join(contentFolder, 'Code.js');

/** The whole program as one ES module, and the names that main.ts exports. */
async function bundled(): Promise<{ readonly code: string; readonly names: readonly string[] }> {
  const result = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'esm',
    // Private and static class fields are documented as parse errors at Google; ES2020 has neither.
    target: 'es2020',
    // Fields without a value need no code; with it esbuild would define each of them by a call.
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    // Shorter expressions, but the same names and one statement a line: a stack trace at Google still says where.
    minifySyntax: true,
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    outdir: contentFolder,
  });
  const described = Object.values(result.metafile.outputs).find((one) => one.entryPoint);
  return { code: result.outputFiles[0]?.text ?? '', names: [...(described?.exports ?? [])].sort() };
}

/** Builds the bundle and returns its text; nothing is written when it is unchanged. */
export async function buildBundle(): Promise<string> {
  const { code, names } = await bundled();
  if (names.length === 0) throw new Error('src/main.ts exports no entry point.');
  const inner = withTabs(withLazyTables(code)).replace(
    /^export (\{[^}]*\});$/m,
    (_, exported: string) => `return ${exported.replace(/([\w$]+) as ([\w$]+)/g, '$2: $1')};`,
  );
  const doors = names
    .map((name) => `function ${name}(event) { return App.${name}.apply(null, arguments); }\n`)
    .join('');
  const body = `"use strict";\nvar App = (() => {\n${inner}})();\n${doors}`;
  const mark = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const text = `// Generated from src/main.ts (${mark}). Do not edit: change the source and build again.\n${body}`;
  if (!existsSync(output) || readFileSync(output, 'utf8') !== text) writeFileSync(output, text);
  return text;
}

function newestChange(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .reduce((newest, item) => Math.max(newest, statSync(join(item.parentPath, item.name)).mtimeMs), 0);
}

/** Builds only when a source, or the way of building, is newer than the bundle. */
export async function buildWhenStale(): Promise<void> {
  const newest = Math.max(
    newestChange(join(root, 'src')),
    newestChange(join(root, 'scripts/bundle')),
    statSync(fileURLToPath(import.meta.url)).mtimeMs,
  );
  if (existsSync(output) && statSync(output).mtimeMs >= newest) return;
  await buildBundle();
}

/** Exactly the files that clasp would push: `.js`, `.html` and the manifest in appsscript/. */
export function pushedFiles(): Record<string, string> {
  const names = readdirSync(contentFolder).filter((name) => /\.(js|html)$|^appsscript\.json$/.test(name));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(contentFolder, name), 'utf8')]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await buildBundle();
  console.log(`appsscript/Code.js: ${Math.round(Buffer.byteLength(text) / 1000)} kB`);
}
