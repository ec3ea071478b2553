import vm from 'node:vm';

/** How to run a script once more in a global scope in which it has run before. */
export interface Rerun {
  /** The variables and functions that it declares there. */
  readonly declared: ReadonlySet<string | symbol>;
  readonly bundle: Bundle | undefined;
}

/**
 * A script whose first statement calls one function that holds all the rest, as bundlers write it, in two parts. V8 keeps what it has learned
 * of a function's inner functions with that function, and a script that is run anew makes a new one each time.
 */
export interface Bundle {
  /** Gives the function. */
  readonly made: vm.Script;
  /** The script, with `this[MADE]` in place of the function. */
  readonly rest: vm.Script;
}

/** The name under which a bundle's function is there for as long as it takes to read it. */
export const MADE = '#made';

function compiles(source: string): boolean {
  try {
    new vm.Script(source);
    return true;
  } catch {
    return false;
  }
}

/** Each comment can be read in one way alone: else a long row of them would take for ever. */
const GAP = String.raw`(?:\s|//.*(?!.)|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/)*`;
/** In strict mode, where no function can ask who called it. */
const START = new RegExp(String.raw`^(${GAP}(["'])use strict\2;${GAP})((?:var [\w$]+ = )?\()\(\) => \{`);
const END = '})();';

function bundleOf(name: string, source: string): Bundle | undefined {
  const [start, directive = '', , opening = ''] = START.exec(source) ?? [];
  const end = source.lastIndexOf(END);
  if (start === undefined || end < start.length) return undefined;
  const from = directive.length + opening.length;
  const text = source.slice(from, end + 1);
  // Only a single expression can stand there, and one that begins like this is this function to its end.
  if (!compiles(`"use strict"; 0 ? ${text} : 0`)) return undefined;
  const lines = text.split('\n');
  // Places in stack traces stay what they are.
  const gap = '\n'.repeat(lines.length - 1) + ' '.repeat(lines.at(-1)?.length ?? 0);
  const before = directive + opening.replace(/[^(]/g, ' ');
  return {
    made: new vm.Script(`${before}${text})`, { filename: name }),
    rest: new vm.Script(`${directive}${opening}this["${MADE}"]${gap}${source.slice(end + 1)}`, { filename: name }),
  };
}

/** Null for a script that declares constants, `let` or classes in the global scope, which takes none of them twice. */
export function rerunOf(name: string, source: string): Rerun | null {
  if (!compiles(`${source}\n;${source}`)) return null;
  const isStrict = !compiles(`${source}\n;with ({});`);
  const global: object = vm.createContext(vm.constants.DONT_CONTEXTIFY);
  const before = new Set(Reflect.ownKeys(global));
  try {
    // Names are declared before the first statement runs.
    new vm.Script(`${isStrict ? '"use strict"; ' : ''}throw 0;\n${source}`).runInContext(global);
  } catch {
    const declared = new Set(Reflect.ownKeys(global).filter((key) => !before.has(key)));
    return { declared, bundle: bundleOf(name, source) };
  }
  return null;
}
