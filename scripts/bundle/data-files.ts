/**
 * Modules of pure data that few executions need lie beside the bundle: each becomes an HTML file of the Apps Script project with its exports as
 * JSON, and in the bundle a reading of that file, made when one of them is first used. In the sources they are modules like all others.
 */
import { isDeepStrictEqual } from 'node:util';
import * as esbuild from 'esbuild';

/** By the module's path from the project's root: the name of the file without its ending. */
const DATA_MODULES: Readonly<Record<string, string>> = {
  'src/app/first-rows.ts': 'data-first-rows',
  'src/app/layouts.ts': 'data-layouts',
  'src/forms/declared.ts': 'data-forms',
  'src/reports/figure-texts.ts': 'data-figures',
  'src/programmes/sources.ts': 'data-sources',
  'src/messages/default-texts.ts': 'data-mail-texts',
  'src/messages/digest-texts.ts': 'data-digest',
  'src/messages/placeholder-list.ts': 'data-placeholders',
};

export const isDataFile = (name: string): boolean => /^data-.*\.html$/.test(name);

/** What the module exports, as the file holds it. @throws where JSON cannot carry it unchanged */
async function exportsOf(module: string): Promise<Readonly<Record<string, unknown>>> {
  const built = await esbuild.build({
    entryPoints: [module],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
  });
  const source = Buffer.from(built.outputFiles[0]?.text ?? '').toString('base64');
  const values: Readonly<Record<string, unknown>> = { ...(await import(`data:text/javascript;base64,${source}`)) };
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(values)), values))
    throw new Error(`${module} holds more than data.`);
  return values;
}

/** Without `<`, `>` and `&`, so that no reader of HTML sees anything but text. */
const harmless = (json: string): string => json.replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);

/** @param files is given each file's content by its name */
export function dataFiles(root: string, files: Map<string, string>): esbuild.Plugin {
  return {
    name: 'data-files',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const file = DATA_MODULES[path.slice(root.length)];
        if (file === undefined) return null;
        const values = await exportsOf(path);
        files.set(`${file}.html`, harmless(JSON.stringify(values)));
        const names = Object.keys(values).map((name) => `export const ${name} = data.${name};\n`);
        const data = `const data = JSON.parse(HtmlService.createHtmlOutputFromFile('${file}').getContent());\n`;
        return { contents: data + names.join(''), loader: 'ts' };
      });
    },
  };
}
