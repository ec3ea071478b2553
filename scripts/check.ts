/** `npm run check`: what CI checks besides tests. Runs everything and says at the end what failed. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const CHECKS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['format, lint and import directions', 'biome', 'check', '.'],
  ['types: the pure domain', 'tsc', '-p', 'src/domain/tsconfig.json'],
  ['types: what runs in Apps Script', 'tsc', '-p', 'tsconfig.json'],
  ['types: scripts and tests', 'tsc', '-p', 'scripts/tsconfig.json'],
  ['types: what the host claims', 'tsc', '-p', 'scripts/host/claims/tsconfig.json'],
  ['types: pages inside the workbook', 'tsc', '-p', 'src/pages/tsconfig.json'],
  ['types: pages of the host', 'tsc', '-p', 'scripts/web/browser/tsconfig.json'],
  ['dead code', 'knip', '--no-progress'],
];

const failed = CHECKS.filter(([name, command, ...args]) => {
  console.log(`\n== ${name}`);
  return spawnSync('npx', ['--no-install', command, ...args], { cwd: root, stdio: 'inherit' }).status !== 0;
});
console.log(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.map(([name]) => name).join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
