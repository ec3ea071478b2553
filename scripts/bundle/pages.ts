/**
 * The pages of the side panel and the dialogs: each `src/pages/NAME.html` with the common style sheet and its own `NAME.ts`, if it has one, becomes one HTML
 * file of the Apps Script project, since such a project has no other kind of file that a browser can read.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';

const PREFIX = 'page-';
export const isPageFile = (name: string): boolean => name.startsWith(PREFIX) && name.endsWith('.html');

async function built(path: string): Promise<string> {
  const result = await esbuild.build({
    entryPoints: [path],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
  });
  return result.outputFiles[0]?.text.trim() ?? '';
}

/** The files by their names. */
export async function pageFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(root, 'src/pages');
  const style = await built(join(folder, 'style.css'));
  const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
  const pages = names.sort().map(async (name): Promise<[string, string]> => {
    const script = join(folder, name.replace(/html$/, 'ts'));
    const code = existsSync(script) ? await built(script) : '';
    const page = readFileSync(join(folder, name), 'utf8')
      .replace('<style></style>', () => `<style>${style}</style>`)
      .replace('<script></script>', () => `<script>${code}</script>`);
    return [`${PREFIX}${name}`, page];
  });
  return new Map(await Promise.all(pages));
}
