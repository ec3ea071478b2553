/**
 * Builds `src/main.ts` into the one file that Google receives. Every export of main.ts becomes a real top-level function declaration,
 * because Apps Script finds triggers, menu items and google.script.run targets by static detection and does not see inside an IIFE.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { dataFiles, isDataFile } from './bundle/data-files.ts';
import { withLazyTables } from './bundle/lazy-tables.ts';
import { isPageFile, pageFiles } from './bundle/pages.ts';
import { withoutRemarks } from './bundle/remarks.ts';
import { withTabs } from './bundle/tabs.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = join(root, 'src/main.ts');
export const contentFolder = join(root, 'appsscript');
const output = join(contentFolder, 'Code.js');

interface Bundled {
  /** The whole program as one ES module. */
  readonly code: string;
  /** What main.ts exports. */
  readonly names: readonly string[];
  /** What lies beside it, by file name. */
  readonly data: ReadonlyMap<string, string>;
}

async function bundled(): Promise<Bundled> {
  const data = new Map<string, string>();
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
    plugins: [dataFiles(root, data)],
    outdir: contentFolder,
  });
  const described = Object.values(result.metafile.outputs).find((one) => one.entryPoint);
  return { code: result.outputFiles[0]?.text ?? '', names: [...(described?.exports ?? [])].sort(), data };
}

function writeWhenChanged(name: string, text: string): void {
  const path = join(contentFolder, name);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

/** Builds the bundle with what lies beside it, and returns its text; nothing is written when it is unchanged. */
export async function buildBundle(): Promise<string> {
  const { code, names, data } = await bundled();
  if (names.length === 0) throw new Error('src/main.ts exports no entry point.');
  const inner = withTabs(withLazyTables(withoutRemarks(code))).replace(
    /^export (\{[^}]*\});$/m,
    (_, exported: string) => `return ${exported.replace(/([\w$]+) as ([\w$]+)/g, '$2: $1')};`,
  );
  const doors = names.map((name) => `function ${name}() { return App.${name}(...arguments); }\n`).join('');
  const body = `"use strict";\nvar App = (() => {\n${inner}})();\n${doors}`;
  const mark = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const text = `// Generated from src/main.ts (${mark}). Do not edit: change the source and build again.\n${body}`;
  writeWhenChanged('Code.js', text);
  const beside = new Map([...data, ...(await pageFiles(root))]);
  for (const [name, content] of beside) writeWhenChanged(name, content);
  for (const name of readdirSync(contentFolder))
    if ((isDataFile(name) || isPageFile(name)) && !beside.has(name)) rmSync(join(contentFolder, name));
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
