import vm from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import { Sandbox } from '../../../scripts/host/runtime/sandbox.ts';
import { hostOf } from '../script.ts';

/** How many contexts are made while something runs. */
function made(work: () => void): number {
  const spy = vi.spyOn(vm, 'createContext');
  try {
    work();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}

/** A host whose sandbox has served several executions and would serve the next one. */
function worn(source: string): ReturnType<typeof hostOf> {
  const host = hostOf(`${source}\nfunction nothing() {}`);
  for (let time = 0; time < 4; time += 1) host.run('nothing');
  expect(made(() => host.run('nothing'))).toBe(0);
  return host;
}

/** What one execution leaves, and what another would see of it. */
const TRACES: readonly { readonly leaves: string; readonly sees: string }[] = [
  { leaves: 'left = 1', sees: 'typeof left' },
  { leaves: 'kept = 1', sees: 'kept' },
  { leaves: 'declared = () => 1', sees: 'declared()' },
  { leaves: "globalThis['a name'] = 1", sees: "'a name' in globalThis" },
  { leaves: "Object.defineProperty(globalThis, 'fixed', { value: 1 })", sees: "'fixed' in globalThis" },
  {
    leaves: "Object.defineProperty(globalThis, 'fixed', { value: 1, writable: true, enumerable: true })",
    sees: "'fixed' in globalThis",
  },
  { leaves: "Object.defineProperty(globalThis, 'kept', { writable: false })", sees: '(kept = 2, kept)' },
  { leaves: 'globalThis[Symbol.iterator] = 1', sees: 'globalThis[Symbol.iterator]' },
  { leaves: 'delete globalThis.escape', sees: 'typeof escape' },
  {
    leaves:
      'const { escape: was } = globalThis; delete globalThis.escape; Object.defineProperty(globalThis, "escape", { value: was, writable: true, configurable: true })',
    sees: 'Object.getOwnPropertyNames(globalThis).indexOf("escape")',
  },
  { leaves: 'Object.setPrototypeOf(globalThis, { deep: 1 })', sees: 'typeof deep' },
  { leaves: 'Object.preventExtensions(globalThis)', sees: 'Object.isExtensible(globalThis)' },
  { leaves: 'undefined_ = JSON; JSON = null', sees: 'typeof JSON.parse' },
  { leaves: "eval('var evaluated = 1')", sees: 'typeof evaluated' },
  { leaves: "(0, eval)('var evaluated = 1; let local = 1')", sees: '[typeof evaluated, typeof local]' },
  { leaves: "new Function('made = 1')()", sees: 'typeof made' },
  { leaves: 'SpreadsheetApp = 1', sees: 'typeof SpreadsheetApp.getActive' },
  { leaves: 'SpreadsheetApp.own = 1', sees: 'SpreadsheetApp.own' },
  { leaves: 'SpreadsheetApp.getActive = () => 1', sees: 'typeof SpreadsheetApp.getActive()' },
  { leaves: 'delete globalThis.SpreadsheetApp', sees: 'typeof SpreadsheetApp' },
  { leaves: 'SpreadsheetApp.getActive().own = 1', sees: 'SpreadsheetApp.getActive().own' },
  { leaves: 'SpreadsheetApp.BorderStyle.DOTTED.own = 1', sees: 'SpreadsheetApp.BorderStyle.DOTTED.own' },
  {
    leaves: 'Object.getPrototypeOf(SpreadsheetApp.BorderStyle.DOTTED).own = 1',
    sees: 'SpreadsheetApp.BorderStyle.DOTTED.own',
  },
  { leaves: 'Object.getPrototypeOf(SpreadsheetApp).own = 1', sees: 'SpreadsheetApp.own' },
  { leaves: 'Array.prototype.map = () => 1', sees: '[2].map((x) => x)' },
  { leaves: 'Array.prototype.own = 1', sees: '[].own' },
  { leaves: 'Array.prototype.length = 7', sees: 'Array.prototype.length' },
  { leaves: 'Array.prototype.map.own = 1', sees: '[].map.own' },
  { leaves: "Object.defineProperty(Array.prototype.map, 'name', { value: 'own' })", sees: '[].map.name' },
  { leaves: 'delete Array.prototype.map.length', sees: '[].map.length' },
  { leaves: 'Object.setPrototypeOf(Array.prototype.map, null)', sees: '[].map instanceof Function' },
  { leaves: 'Object.freeze(Array.prototype.map)', sees: 'Object.isFrozen([].map)' },
  { leaves: 'Object.preventExtensions(Array.prototype.map)', sees: 'Object.isExtensible([].map)' },
  {
    leaves:
      "const { map } = Array.prototype; Object.defineProperty(Array.prototype, 'map', { get: () => { log = (globalThis.log ?? 0) + 1; return map; } })",
    sees: '[[1].map(String), typeof log]',
  },
  {
    leaves: "Object.defineProperty(Array.prototype, 'map', { enumerable: true })",
    sees: '(() => { for (const key in []) return key })()',
  },
  {
    leaves: "Object.defineProperty(Array.prototype, 'map', { writable: false })",
    sees: '(() => { "use strict"; const list = []; list.map = 1; return list.map })()',
  },
  { leaves: 'Object.prototype.own = 1', sees: '({}).own' },
  { leaves: 'Object.freeze(Object.prototype)', sees: 'Object.isFrozen(Object.prototype)' },
  { leaves: 'Object.setPrototypeOf(Number.prototype, { deep: 1 })', sees: '(1).deep' },
  { leaves: 'delete String.prototype.trim', sees: '" a ".trim()' },
  { leaves: 'Promise.prototype.then = null', sees: 'typeof Promise.resolve().then' },
  { leaves: 'Math.random.own = 1; Math.max = () => 1', sees: '[Math.random.own, Math.max(2, 3)]' },
  { leaves: 'Math.random()', sees: 'Math.abs(1)' },
  { leaves: 'Date.now = () => 1', sees: 'Date.now() > 1' },
  { leaves: 'Date.own = 1; Date.prototype.own = 1', sees: '[Date.own, new Date().own]' },
  { leaves: 'Error.stackTraceLimit = 0', sees: '[Error.stackTraceLimit, new Error("a").stack]' },
  {
    leaves: "/b(c)/.exec('abcd'); RegExp.input = 'x'",
    sees: '[RegExp.$1, RegExp.lastMatch, RegExp.input, RegExp.leftContext, RegExp.rightContext, RegExp.lastParen]',
  },
  { leaves: 'Object.getPrototypeOf([].values()).own = 1', sees: '[].values().own' },
  { leaves: 'Object.getPrototypeOf(Object.getPrototypeOf([].values())).own = 1', sees: 'new Map().keys().own' },
  { leaves: "Object.getPrototypeOf(''[Symbol.iterator]()).next = null", sees: "[...'ab']" },
  { leaves: "Object.getPrototypeOf(''.matchAll(/a/g)).next = null", sees: "[...'ab'.matchAll(/a/g)].length" },
  { leaves: 'Object.getPrototypeOf(new Map().values()).own = 1', sees: 'new Map().values().own' },
  { leaves: 'Object.getPrototypeOf(new Set().values()).own = 1', sees: 'new Set().values().own' },
  { leaves: 'Object.getPrototypeOf(function* () {}).own = 1', sees: '(function* () {}).own' },
  { leaves: 'Object.getPrototypeOf(function* () {}).prototype.own = 1', sees: '(function* () {})().own' },
  { leaves: 'Object.getPrototypeOf(async () => {}).own = 1', sees: '(async () => {}).own' },
  { leaves: 'Object.getPrototypeOf(async function* () {}).prototype.own = 1', sees: '(async function* () {})().own' },
  { leaves: 'Object.getPrototypeOf(() => 0).own = 1', sees: '(() => 0).own' },
  { leaves: 'Object.getPrototypeOf(Int8Array).own = 1', sees: 'Uint8Array.own' },
  { leaves: 'Intl.DateTimeFormat.prototype.own = 1', sees: 'new Intl.DateTimeFormat().own' },
  { leaves: 'Intl = 1', sees: 'typeof Intl' },
  { leaves: 'WebAssembly.own = 1', sees: 'WebAssembly.own' },
  { leaves: 'Array.prototype[Symbol.unscopables].own = true', sees: 'Array.prototype[Symbol.unscopables].own' },
  { leaves: 'Symbol.prototype.own = 1', sees: 'Symbol().own' },
  { leaves: 'parseInt.own = 1', sees: 'parseInt.own' },
  { leaves: 'console.own = 1', sees: 'console.own' },
  { leaves: 'Promise.resolve().then(() => { late = 1 })', sees: 'typeof late' },
  { leaves: "HtmlService.createTemplate('<? }); let own = 1; (function () { ?>').evaluate()", sees: 'typeof own' },
  { leaves: 'return { get value() { Promise.resolve().then(() => { late = 1 }) } }', sees: 'typeof late' },
  { leaves: 'return { get value() { Array.prototype.own = 1 } }', sees: '[].own' },
  { leaves: 'try { own = 1; (function deep() { deep() })() } catch {}', sees: 'typeof own' },
  { leaves: 'String.prototype.own = 1; throw new Error("failed")', sees: '"".own' },
  { leaves: 'RegExp.prototype.exec = () => { ran = 1; return null; }', sees: "[/a/.exec('a'), typeof ran]" },
  { leaves: 'SpreadsheetApp.getActive().getSheets().own = 1', sees: 'SpreadsheetApp.getActive().getSheets().own' },
];

describe('a sandbox that has served an execution', () => {
  it.each(TRACES)('shows the next one nothing of $leaves', ({ leaves, sees }) => {
    const source = `var kept; function declared() { return 0 }
      function leave() { ${leaves} }
      function look() { try { return ${sees} } catch (error) { return String(error) } }`;
    const expected = hostOf(source).run('look').value;
    const host = worn(source);
    host.run('leave');
    expect(host.run('look').value).toEqual(expected);
    expect(host.run('look').value).toEqual(expected);
  });

  it('shows something to the same execution, so that the table above can fail', () => {
    // What concerns a returned value or the end of an execution shows afterwards alone, and so does what is late.
    const apart =
      /return|Promise\.resolve|throw|HtmlService|^Math\.random\(\)$|getSheets|eval\('var|preventExtensions\(global|getActive\(\)\.own/;
    const silent = TRACES.filter(({ leaves }) => !apart.test(leaves)).filter(({ leaves, sees }) => {
      const source = `var kept; function declared() { return 0 }
        function look() { try { return ${sees} } catch (error) { return String(error) } }
        function both() { ${leaves}; return look() }`;
      const alone = hostOf(source).run('look');
      const both = hostOf(source).run('both');
      return JSON.stringify(alone.value) === JSON.stringify(both.value);
    });
    expect(silent).toEqual([]);
  });

  it('serves the next ones where nothing is left in it', () => {
    const host = worn('var count = 0; function add() { count += 1; mine = SpreadsheetApp.getActive(); return count }');
    expect(made(() => host.run('add'))).toBe(0);
    expect(made(() => expect(host.run('add').value).toBe(1))).toBe(0);
  });

  it('has chance, clock and errors of the execution that it serves', () => {
    const source =
      "function look() { return [Math.random(), Math.random(), Date.now()] } function fail() { Utilities.sleep('x') }";
    const run = (host: ReturnType<typeof hostOf>): unknown[] => {
      const first = host.run('look').value;
      host.advance('2025-09-02T08:00');
      return [first, host.run('fail').error?.message, host.run('look').value];
    };
    const host = worn(source);
    const other = hostOf(`${source}\nfunction nothing() {}`);
    // As many executions as the other has seen, each in a sandbox of its own: what it fails with is a sandbox less.
    for (let time = 0; time < 5; time += 1) other.run('nothing');
    expect(run(host)).toEqual(run(other));
  });

  it('waits while the function of a formula runs in another, which serves again too', () => {
    const host = worn(`function DOUBLE(value) { return value * 2 }
      function write(value) {
        const [from, to] = ['A1', 'B1'].map((cell) => SpreadsheetApp.getActive().getRange(cell));
        from.setValue(value);
        to.setFormula('=DOUBLE(A1)');
        return to.getValue();
      }`);
    expect(host.run('write', 2).value).toBe(4);
    expect(made(() => expect(host.run('write', 3).value).toBe(6))).toBe(0);
  });

  it('does not serve again where the script declares what no scope takes twice', () => {
    for (const declaration of ['let a = 1', 'const a = 1', 'class A {}']) {
      const host = hostOf(`${declaration}; function nothing() {}`);
      for (let time = 0; time < 4; time += 1) expect(host.run('nothing').status).toBe('completed');
      expect(made(() => host.run('nothing'))).toBe(1);
    }
  });

  it('does not serve again where the project has several files, the first of which would see the names of the others', () => {
    const host = hostOf('var later = 1', {
      files: {
        'A.js':
          "var early = typeof later === 'undefined' && !('later' in globalThis); function look() { return early }",
      },
    });
    for (let time = 0; time < 5; time += 1) expect(host.run('look').value).toBe(true);
  });

  it('is not looked through any more where executions leave something in it time after time', () => {
    const host = hostOf('function leave() { Array.prototype.own = 1 }');
    const look = vi.spyOn(Sandbox.prototype, 'isUntouched');
    for (let time = 0; time < 10; time += 1) host.run('leave');
    expect(look).toHaveBeenCalledTimes(3);
    look.mockRestore();
  });

  it('is not shared by two executions at once', () => {
    const host = worn(`var mark;
      function one() { mark = 1; SpreadsheetApp.getActive().getId(); SpreadsheetApp.getActive().getName(); return mark }
      function two() { const was = mark; mark = 2; SpreadsheetApp.getActive().getId(); return [was, mark] }`);
    const [[one], [two]] = host.both(
      () => host.run('one'),
      () => host.run('two'),
    );
    expect([one?.value, two?.value]).toEqual([1, [undefined, 2]]);
  });
});
