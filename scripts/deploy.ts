/**
 * `npm run deploy`: builds the program and pushes it with clasp to the script that `.clasp.json` names. With `--page` the manifest says besides that
 * the script is a web app, which serves the managers' pages, and a deployment of it is made; `--page ID` brings that deployment up to date, so that
 * its address stays. What is pushed is put together in `.local/deploy`: the manifest in git asks for nothing that a region may not want.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildBundle, contentFolder } from './build.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Whoever has a link sees its page, with the rights of the account that deployed it: the page reads the script's properties alone. */
const WEB_APP = { executeAs: 'USER_DEPLOYING', access: 'ANYONE_ANONYMOUS' };

/** Puts together in `folder` what clasp is to push. `withPage` adds the web app to the manifest. */
export function prepare(folder: string, scriptId: string, withPage: boolean): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(contentFolder, folder, { recursive: true });
  const manifest = join(folder, 'appsscript.json');
  const common: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  writeFileSync(manifest, JSON.stringify(withPage ? { ...Object(common), webapp: WEB_APP } : common, null, 2));
  writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ scriptId, rootDir: '' }));
}

/** The script's id; empty where nobody has put it there yet. */
function scriptIdIn(project: string): string {
  const { scriptId }: { scriptId?: unknown } = Object(JSON.parse(readFileSync(join(project, '.clasp.json'), 'utf8')));
  return typeof scriptId === 'string' ? scriptId : '';
}

/** True when clasp did what it was told; what it says is shown as it says it. */
function clasp(folder: string, ...args: string[]): boolean {
  return spawnSync(join(root, 'node_modules/.bin/clasp'), args, { cwd: folder, stdio: 'inherit' }).status === 0;
}

/** @returns the exit status */
async function deploy(args: readonly string[]): Promise<number> {
  const [option, deployment] = args;
  if (option !== undefined && option !== '--page') {
    console.error(`Unknown option ${option}. Use: npm run deploy [-- --page [DEPLOYMENT]]`);
    return 2;
  }
  const scriptId = scriptIdIn(root);
  if (scriptId === '') {
    console.error(
      'Put the id of your script in .clasp.json first. The sheet shows it under Extensions → Apps Script → Project settings.',
    );
    return 2;
  }
  await buildBundle();
  const folder = join(root, '.local/deploy');
  prepare(folder, scriptId, option === '--page');
  // Without --force clasp asks before it replaces the manifest.
  if (!clasp(folder, 'push', '--force')) return 1;
  if (option === '--page') {
    const existing = deployment === undefined ? [] : ['--deploymentId', deployment];
    if (!clasp(folder, 'create-deployment', '--description', 'Chefens sida', ...existing)) return 1;
    console.log(
      'Write https://script.google.com/macros/s/DEPLOYMENT/exec at "Adress till chefens sida" on the tab Inställningar, with the id above.',
    );
  }
  console.log('Reload the sheet and choose Diplomering → Installera.');
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = await deploy(process.argv.slice(2));
