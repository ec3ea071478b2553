import type { CustomFunction, CustomResult } from './contract.ts';
import type { Engine } from './engine.ts';
import type { HostWorld } from './world.ts';

const DECLARED = /^(?:async[ \t]+)?function[ \t]+([\p{ID_Start}$_][\p{ID_Continue}$]*)[ \t]*\(/gmu;
/** How many results are kept; formulas ask for the same ones again after each change of the workbook. */
const KEPT = 5000;

/**
 * The functions of the script that formulas can call (guide: sheets/functions): every one declared at the start of a line whose name does not
 * end in `_`, in capitals or small letters. They run without authority, for at most 30 seconds, and a result is kept for
 * the same arguments, as at Google.
 */
export class CustomFunctions {
  private readonly world: HostWorld;
  private readonly engine: Engine;
  private names: ReadonlyMap<string, string> | undefined;
  private readonly results = new Map<string, CustomResult>();

  constructor(world: HostWorld, engine: Engine) {
    this.world = world;
    this.engine = engine;
  }

  /** The function that a formula names, or undefined. */
  find(name: string): CustomFunction | undefined {
    this.names ??= declared(this.world.files);
    const found = this.names.get(name.toUpperCase());
    return found === undefined ? undefined : (args) => this.call(found, args);
  }

  private call(name: string, args: readonly unknown[]): CustomResult {
    const key = JSON.stringify([name, args]);
    const known = this.results.get(key);
    if (known) return known;
    const { owner } = this.world;
    const outcome = this.engine.runAside(
      { entry: name, kind: 'simple', authMode: 'CUSTOM_FUNCTION', effectiveUser: owner, activeUser: '', ui: null },
      { args: () => args },
    );
    const { error } = outcome;
    const result: CustomResult = error ? { error: error.message } : { value: outcome.value };
    if (this.results.size >= KEPT) this.results.clear();
    this.results.set(key, result);
    return result;
  }
}

function declared(files: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [file, source] of Object.entries(files)) {
    if (!/\.(js|gs)$/.test(file)) continue;
    for (const [, name = ''] of source.matchAll(DECLARED)) {
      if (!name.endsWith('_')) names.set(name.toUpperCase(), name);
    }
  }
  return names;
}
