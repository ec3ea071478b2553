import vm from 'node:vm';

function compiles(source: string): boolean {
  try {
    new vm.Script(source);
    return true;
  } catch {
    return false;
  }
}

/**
 * The variables and functions that a script declares in the global scope, where that can be asked of it a second time: null where it declares
 * constants, `let` or classes there, which no scope takes twice.
 */
export function declaredNames(source: string): ReadonlySet<string | symbol> | null {
  if (!compiles(`${source}\n;${source}`)) return null;
  const isStrict = !compiles(`${source}\n;with ({});`);
  const global: object = vm.createContext(vm.constants.DONT_CONTEXTIFY);
  const before = new Set(Reflect.ownKeys(global));
  try {
    // Names are declared before the first statement runs.
    new vm.Script(`${isStrict ? '"use strict"; ' : ''}throw 0;\n${source}`).runInContext(global);
  } catch {
    return new Set(Reflect.ownKeys(global).filter((name) => !before.has(name)));
  }
  return null;
}
