import { describe, expect, it } from 'vitest';
import { rerunOf } from '../../../scripts/host/runtime/rerun.ts';
import { hostOf } from '../script.ts';

const declaredBy = (source: string): unknown => {
  const rerun = rerunOf('Code', source);
  return rerun && [...rerun.declared];
};

describe('what a script declares in the global scope', () => {
  it.each([
    ['nothing', '1 + 1', []],
    ['functions and variables', 'function a() { var inner } var b = 1, c; async function d() {}', ['a', 'b', 'c', 'd']],
    ['variables of blocks and loops', 'if (true) { var a } for (var b of []) { let c }', ['a', 'b']],
    ['functions of blocks where the script is not strict', '{ function a() {} }', ['a']],
    ['no functions of blocks where it is', '"use strict"; { function a() {} }', []],
    ['names before anything runs', 'throw 1; var a', ['a']],
    ['no names that are there already', 'var Map = 1, a', ['a']],
  ])('is found: %s', (_, source, names) => {
    expect(declaredBy(source)).toEqual(names);
  });

  it.each(['let a', 'const a = 1', 'class A {}', 'var b; /* c */ let a = 1', '"use strict"; const a = 1'])(
    'cannot be declared twice: %s',
    (source) => {
      expect(declaredBy(source)).toBeNull();
    },
  );
});

describe('a bundle', () => {
  const isBundle = (source: string): boolean => rerunOf('Code', source)?.bundle !== undefined;

  it.each([
    '"use strict";\nvar App = (() => {\n  return {};\n})();\nfunction a() { return App }',
    "// Made by a bundler.\n/* a\n b */ 'use strict';\n(() => {\n})();",
    '"use strict";(() => {\n  const text = "})();";\n})();',
    '"use strict"; /* ö */ var App = (() => { return "å"; })(); var b = 1;',
  ])('is a script whose first statement calls a function with the rest: %s', (source) => {
    expect(isBundle(source)).toBe(true);
  });

  it.each([
    '/'.repeat(200),
    '// // // '.repeat(40),
    '/* a */ '.repeat(60),
    '/* a ** b */\n// c\n'.repeat(60),
    `/*${'*'.repeat(200)}`,
  ])('is looked for no longer than the script is long, behind whatever comments: %s', (comments) => {
    // With `/*` left open nothing compiles, and nothing is a bundle either.
    expect(isBundle(`${comments}\nfunction a() {}`)).toBe(false);
    expect(isBundle(`${comments}\n"use strict"; (() => {})();`)).toBe(!comments.endsWith('**'));
  });

  it.each([
    ['is not strict', 'var App = (() => {\n})();'],
    ['does something before', '"use strict"; var a = 1; (() => {})();'],
    ['does something on a line before', 'var a = 1;\n"use strict";\n(() => {})();'],
    ['ends in another call', '"use strict"; (() => { return 1 })(); var b = (() => { return 2 })();'],
    ['does more between the parentheses', '"use strict"; var a = (() => {}, Logger.log(1), () => {})();'],
    ['gives arguments', '"use strict"; var a = ((b) => {})(1); (() => {})();'],
    ['has what looks like an end in a text', '"use strict"; (() => {})(); var text = "})();";'],
    ['calls what the function gives', '"use strict"; (() => { return () => 1; })()();'],
  ])('is none where it %s', (_, source) => {
    expect(isBundle(source)).toBe(false);
  });

  /** Run in a sandbox of its own, and in one that has served, where the bundle's function is made once. */
  const inBoth = (source: string, prepare = ''): unknown[] => {
    const script = `${source}\nfunction nothing() {} function prepare() { ${prepare} }`;
    return [0, 5].map((times) => {
      const host = hostOf(script);
      for (let time = 0; time < times; time += 1) expect(host.run('nothing').status).toBe('completed');
      host.run('prepare');
      const { value, error, log } = host.run('run');
      return { value, error, log: log.map(({ text }) => text) };
    });
  };

  it.each([
    [
      'variables',
      'var count = 0; const add = () => { count += 1; return count }; return { run: () => [add(), add()] };',
    ],
    ['this', 'return { run: () => [this === globalThis, typeof this.App] };'],
    ['functions as text', 'function inner() { return "å" } return { run: () => inner.toString() };'],
    [
      'classes',
      'class A { constructor() { this.a = 1 } } A.count = 1; return { run: () => [new A() instanceof A, A.count++] };',
    ],
    ['templates', 'const tag = (parts) => parts; return { run: () => [tag`a`.raw, Object.isFrozen(tag`b`)] };'],
    ['expressions', 'const find = () => /a/g; return { run: () => [find().test("a"), find().lastIndex] };'],
    [
      'no arguments',
      'return { run: () => { try { return arguments.length } catch (error) { return error.message } } };',
    ],
    ['errors', 'const inner = () => {\n throw new TypeError("fel"); };\nreturn { run() {\n inner(); } };'],
  ])('keeps %s as they are', (_, body) => {
    const [own, served] = inBoth(
      `"use strict";\nvar App = (() => {\n${body}\n})();\nfunction run() { return App.run(); }`,
    );
    expect(served).toEqual(own);
  });

  it('fails with the same error when it is loaded', () => {
    const source = `"use strict";
      var App = (() => {
        const inner = () => { if (PropertiesService.getScriptProperties().getProperty('fails')) throw new Error('fel'); };
        inner();
      })();
      function run() {}`;
    const [own, served] = inBoth(source, "PropertiesService.getScriptProperties().setProperty('fails', 'yes')");
    expect(served).toEqual(own);
    expect(own).toMatchObject({ error: { message: 'fel' } });
  });
});
