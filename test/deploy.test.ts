import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWhenStale, pushedFiles } from '../scripts/build.ts';
import { prepare } from '../scripts/deploy.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'clasp-'));
const folder = join(home, 'deploy');
const SCRIPT = 'a'.repeat(57);

/** The real clasp, as somebody who has never logged in: it reaches nobody. */
const clasp = (...args: string[]) =>
  spawnSync(join(root, 'node_modules/.bin/clasp'), args, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: home },
  });
const manifest = (place: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(place, 'appsscript.json'), 'utf8'));

beforeAll(() => buildWhenStale(), 120_000);
afterAll(() => rmSync(home, { recursive: true }));

describe.each([
  ['without the page', false],
  ['with the page', true],
])('what is pushed %s', (_, withPage) => {
  beforeAll(() => prepare(folder, SCRIPT, withPage));

  it('is every file that the host runs, as clasp finds them, and nothing else', () => {
    const { filesToPush } = JSON.parse(clasp('show-file-status', '--json').stdout);
    expect(filesToPush.sort()).toEqual(Object.keys(pushedFiles()).sort());
  });

  it('has the manifest of the repository, and the web app where it is asked for', () => {
    const { webapp, ...common } = manifest(folder);
    expect(common).toEqual(manifest(join(root, 'appsscript')));
    expect(webapp).toEqual(withPage ? { executeAs: 'USER_DEPLOYING', access: 'ANYONE_ANONYMOUS' } : undefined);
  });

  it('goes nowhere for who is not logged in', () => {
    const { status, stdout, stderr } = clasp('push', '--force');
    expect(status).toBe(1);
    expect(stdout + stderr).toContain('No credentials found.');
  });
});

it.each([
  [[], 'Put the id of your script in .clasp.json first.'],
  [['--pagge'], 'Unknown option --pagge.'],
])('says what is missing before it builds anything: %j', (args, said) => {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/deploy.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr).toContain(said);
  expect(status).toBe(2);
});
