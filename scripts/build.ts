/**
 * Builds `src/main.ts` into the one file that Google receives. Every export of main.ts becomes a real top-level function declaration,
 * because Apps Script finds triggers, menu items and google.script.run targets by static detection and does not see inside an IIFE.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = join(root, 'src/main.ts');
export const contentFolder = join(root, 'appsscript');
const output = join(contentFolder, 'Code.js');

const shared = {
  bundle: true,
  write: false,
  platform: 'neutral',
  mainFields: ['module', 'main'],
  // Private and static class fields are documented as parse errors at Google; ES2020 has neither.
  target: 'es2020',
  charset: 'utf8',
  legalComments: 'none',
} satisfies esbuild.BuildOptions;

async function entryPoints(): Promise<string[]> {
  // esbuild lists exports in its metafile only for the esm format.
  const result = await esbuild.build({
    ...shared,
    entryPoints: [entry],
    format: 'esm',
    metafile: true,
    outdir: contentFolder,
  });
  const described = Object.values(result.metafile.outputs).find((one) => one.entryPoint);
  return [...(described?.exports ?? [])].sort();
}

/** Builds the bundle and returns its text; nothing is written when it is unchanged. */
export async function buildBundle(): Promise<string> {
  const names = await entryPoints();
  if (names.length === 0) throw new Error('src/main.ts exports no entry point.');
  const footer = names
    .map((name) => `function ${name}(event) { return App.${name}.apply(null, arguments); }`)
    .join('\n');
  const result = await esbuild.build({
    ...shared,
    entryPoints: [entry],
    format: 'iife',
    globalName: 'App',
    outdir: contentFolder,
    footer: { js: footer },
  });
  const body = result.outputFiles[0]?.text ?? '';
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

/** Builds only when a source is newer than the bundle. */
export async function buildWhenStale(): Promise<void> {
  if (existsSync(output) && statSync(output).mtimeMs >= newestChange(join(root, 'src'))) return;
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
