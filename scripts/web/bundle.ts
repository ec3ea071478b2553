import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const browser = join(here, 'browser');
const grid = join(here, 'grid');

/** Everything the bundle is made of: our own files, the way of building, and the exact versions of the packages. */
const fingerprint = (root: string): string => {
  const hash = createHash('sha256');
  const files = [
    ...readdirSync(browser).map((name) => join(browser, name)),
    ...readdirSync(grid).map((name) => join(grid, name)),
    join(here, 'protocol.ts'),
    fileURLToPath(import.meta.url),
    join(root, 'package-lock.json'),
  ];
  for (const file of files.sort()) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
};

/**
 * Builds the pages' browser code into `folder` unless it is there already, and returns the folder it is in: `grid.js`,
 * `grid-vendor.css`, `live.js`, `web-app.js`, and the parts that these load. Takes about two seconds the first time and nothing after that.
 */
export const buildBrowser = async (root: string, folder: string): Promise<string> => {
  const target = join(folder, fingerprint(root));
  if (existsSync(join(target, 'grid.js'))) return target;
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder).filter((name) => !name.endsWith('.draft'))) {
    rmSync(join(folder, old), { recursive: true, force: true });
  }
  // Two processes may build at once; whoever comes second throws its own away.
  const draft = `${target}.${process.pid}.draft`;
  await build({
    entryPoints: {
      grid: join(browser, 'grid.ts'),
      'grid-vendor': join(browser, 'grid.css'),
      live: join(browser, 'live.ts'),
      'web-app': join(browser, 'web-app.ts'),
    },
    outdir: draft,
    bundle: true,
    // Half of Univer is dictionaries for hyphenation, which it asks for only where a text needs them.
    splitting: true,
    chunkNames: 'part-[hash]',
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.svg': 'dataurl', '.png': 'dataurl' },
    logLevel: 'error',
  });
  if (existsSync(target)) rmSync(draft, { recursive: true, force: true });
  else renameSync(draft, target);
  return target;
};
