import vm from 'node:vm';
import { parseSync } from 'oxc-parser';
import type { ScriptError } from './api.ts';
import { ApiError } from './contract.ts';
import { type Rerun, rerunOf } from './rerun.ts';
import type { Sandbox } from './sandbox.ts';

/** What the host uses of `appsscript.json`. */
export interface Manifest {
  readonly timeZone?: string;
  readonly oauthScopes?: readonly string[];
}

interface SourceFile {
  /** As stack traces show it: without the ending. */
  readonly name: string;
  readonly source: string;
  readonly script: vm.Script;
  /** Once it has been asked for. */
  rerun?: Rerun | null;
}

const FUNCTION_NAME = /^[\p{ID_Start}$_][\p{ID_Continue}$]*(\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*$/u;

interface Node {
  readonly type?: unknown;
  readonly start?: unknown;
  readonly static?: unknown;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/**
 * The first private or static class field or dynamic import, which Apps Script does not have, as a text and a place. An
 * import would also reject with an error of Node's own realm.
 */
function findRefused(value: unknown): { readonly text: string; readonly start: number } | undefined {
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = findRefused(item);
      if (found) return found;
    }
    return undefined;
  }
  if (!isNode(value)) return undefined;
  const start = typeof value.start === 'number' ? value.start : 0;
  if (value.type === 'PrivateIdentifier') return { text: "Unexpected token '#'", start };
  if (value.type === 'PropertyDefinition' && value.static === true) return { text: "Unexpected token '='", start };
  if (value.type === 'ImportExpression') return { text: 'Cannot use import statement outside a module', start };
  for (const child of Object.values(value)) {
    if (typeof child !== 'object' || child === null) continue;
    const found = findRefused(child);
    if (found) return found;
  }
  return undefined;
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

/** A syntax error of a file in the words of the script editor. */
class ScriptSyntaxError extends Error {
  readonly place: string;
  constructor(message: string, place: string) {
    super(message);
    this.name = 'SyntaxError';
    this.place = place;
  }
}

/** What may be a refused construct; colours in quotes are not. */
const SUSPECT = /(?<!["'`])#[\p{ID_Start}$_]|\bstatic\b|\bimport\b/u;

function compile(name: string, source: string): SourceFile {
  if (SUSPECT.test(source)) {
    const refused = findRefused(parseSync(`${name}.js`, source, { sourceType: 'script' }).program);
    if (refused) throw new ScriptSyntaxError(refused.text, `${name}:${lineAt(source, refused.start)}`);
  }
  try {
    return { name, source, script: new vm.Script(source, { filename: name }) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const place = error.stack?.split('\n')[0] ?? name;
    throw new ScriptSyntaxError(error.message, place.startsWith(`${name}:`) ? place : name);
  }
}

/** The files compiled last; tests make many hosts of the same ones. */
const compiled = new Map<string, SourceFile>();
const KEPT = 32;

function compiledOnce(name: string, source: string): SourceFile {
  const key = `${name}\n${source}`;
  const known = compiled.get(key) ?? compile(name, source);
  compiled.delete(key);
  compiled.set(key, known);
  for (const oldest of compiled.keys()) {
    if (compiled.size <= KEPT) break;
    compiled.delete(oldest);
  }
  return known;
}

/** The script project: its files compiled once, for every execution's own global scope. */
export class Program {
  readonly manifest: Manifest;
  /** Names of the files as stack traces show them. */
  readonly names: readonly string[];
  /** Why the project cannot run at all, or undefined. */
  readonly syntaxError: ScriptError | undefined;
  private readonly scripts: readonly SourceFile[];
  private readonly lookups = new Map<string, vm.Script>();

  /** `files` by name; `.js` and `.gs` are loaded in the given order. Throws if the manifest is not JSON. */
  constructor(files: Readonly<Record<string, string>>) {
    this.manifest = files['appsscript.json'] === undefined ? {} : (JSON.parse(files['appsscript.json']) as Manifest);
    const scripts: SourceFile[] = [];
    let failed: ScriptError | undefined;
    for (const [file, source] of Object.entries(files)) {
      if (!/\.(js|gs)$/.test(file) || failed) continue;
      try {
        scripts.push(compiledOnce(file.replace(/\.(js|gs)$/, ''), source));
      } catch (error) {
        if (!(error instanceof ScriptSyntaxError)) throw error;
        const { name, message, place } = error;
        failed = { name, message, stack: `${name}: ${message}\n    at ${place}` };
      }
    }
    this.scripts = scripts;
    this.names = scripts.map((script) => script.name);
    this.syntaxError = failed;
  }

  /** How to run it again where it has run; null where that cannot be the same. */
  get rerun(): Rerun | null {
    const [file, ...others] = this.scripts;
    // With one file all names are there before anything runs; with several, the first ones would see those of the later ones.
    if (!file || others.length > 0) return null;
    if (file.rerun === undefined) file.rerun = rerunOf(file.name, file.source);
    return file.rerun;
  }

  /** Runs all files in a scope in which nothing has left a trace. */
  load(sandbox: Sandbox): void {
    const bundle = sandbox.isWatched ? this.rerun?.bundle : undefined;
    if (bundle) sandbox.loadBundle(bundle);
    else for (const { script } of this.scripts) sandbox.load(script);
  }

  /**
   * Finds a function by its name in a loaded scope, also one held by a variable or a method of an object (`menu.open`).
   * Gives undefined if there is none.
   */
  find(sandbox: Sandbox, name: string): { readonly target: unknown; readonly self: unknown } | undefined {
    if (!FUNCTION_NAME.test(name)) return undefined;
    const target = this.lookup(sandbox, name);
    if (typeof target !== 'function') return undefined;
    const dot = name.lastIndexOf('.');
    return { target, self: dot > 0 ? this.lookup(sandbox, name.slice(0, dot)) : undefined };
  }

  private lookup(sandbox: Sandbox, name: string): unknown {
    let script = this.lookups.get(name);
    if (!script) {
      const source = `(function () { try { return ${name}; } catch { return undefined; } })()`;
      script = new vm.Script(source, { filename: 'host:lookup' });
      this.lookups.set(name, script);
    }
    return sandbox.load(script);
  }

  /**
   * A function body with named parameters, ready to be called in a realm's global scope. Throws the script's own
   * SyntaxError if it cannot be parsed: scriptlets of a template are people's code.
   */
  body(source: string, parameters: readonly string[], fileName: string): vm.Script {
    try {
      return new vm.Script(`(function (${parameters.join(', ')}) {${source}\n})`, { filename: fileName });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new ApiError(error.message, 'SyntaxError');
    }
  }
}
