import type { RunResult } from '../../../scripts/host/runtime/api.ts';
import type { Switches } from '../../../scripts/host/runtime/contract.ts';
import { Engine } from '../../../scripts/host/runtime/engine.ts';
import { Program } from '../../../scripts/host/runtime/program.ts';
import { DEFAULT_SWITCHES } from '../../../scripts/host/runtime/switches.ts';
import { HostWorld } from '../../../scripts/host/runtime/world.ts';
import { services } from '../../../scripts/host/services/index.ts';

const OWNER = 'agare@example.org';

/** A world with a bound workbook and an engine, without the rest of the host. */
export function makeEngine(
  code: string,
  settings: { files?: Record<string, string>; now?: number; switches?: Partial<Switches> } = {},
) {
  const files = { 'Code.js': code, ...settings.files };
  const world = new HostWorld({
    files,
    now: settings.now ?? Date.UTC(2025, 8, 1, 6),
    timeZone: 'Europe/Stockholm',
    documentTimeZone: 'Europe/Stockholm',
    locale: 'sv_SE',
    owner: OWNER,
    seed: 1,
    switches: { ...DEFAULT_SWITCHES, ...settings.switches },
  });
  world.container = { type: 'spreadsheet', id: world.newId(44) };
  const engine = new Engine(world, new Program(files), services, 1);
  const run = (entry: string, ...args: unknown[]): RunResult =>
    engine.run(
      { entry, kind: 'run', authMode: 'FULL', effectiveUser: OWNER, activeUser: OWNER, ui: null },
      { args: () => args },
    );
  return { world, engine, run };
}

/** The value that a script's `main` returns; throws the script's error. */
export function valueOfMain(code: string, files: Record<string, string> = {}): unknown {
  const { value, error } = makeEngine(code, { files }).run('main');
  if (error) throw new Error(`${error.name}: ${error.message}\n${error.stack}`);
  return value;
}

/** The message of the error that a script's `main` throws. */
export function errorOfMain(code: string, files: Record<string, string> = {}): string | undefined {
  return makeEngine(code, { files }).run('main').error?.message;
}
