import vm from 'node:vm';
import { describe, expect, test } from 'vitest';
import { withLazyTables } from '../../scripts/bundle/lazy-tables.ts';
import { withoutRemarks } from '../../scripts/bundle/remarks.ts';
import { withTabs } from '../../scripts/bundle/tabs.ts';

const run = (code: string): unknown => vm.runInNewContext(withLazyTables(code).replace(/^export .*$/m, ''));

describe('tables of the bundle', () => {
  test('are made once, when they are first used', () => {
    const code =
      'var log = "", made = 0;\nvar T = (made++, [1, 2]);\nfunction f() { return T[0] + T[1]; }\n[made, f(), f(), made].join()';
    expect(() => run(code)).toThrow('put it into a function');
    const defined = code.replace(/\n\[.*$/, '\nfunction g() { return [made, f(), f(), made].join(); }');
    expect(vm.runInNewContext(`${withLazyTables(defined)}\ng()`)).toBe('0,3,3,1');
  });

  test('may be named in other tables, as properties and as shorthands', () => {
    const code =
      'var A = [1], B = { A, b: A, c: { A: 2 } };\nfunction f() { return JSON.stringify([B, B.A, { A }]); }\n';
    expect(vm.runInNewContext(`${withLazyTables(code)}\nf()`)).toBe(
      JSON.stringify([{ A: [1], b: [1], c: { A: 2 } }, [1], { A: [1] }]),
    );
  });

  test('may be classes, which keep alive all that was loaded with them', () => {
    const code =
      'var A = class {\n  constructor(of) { this.of = of; }\n};\nvar B = class extends A {\n};\nfunction f() { const b = new B(1); return [b instanceof A, b.of].join(); }\n';
    expect(vm.runInNewContext(`${withLazyTables(code)}\nf()`)).toBe('true,1');
    expect(withLazyTables(code)).toContain('new (B())(1)');
  });

  test('leave plain values, functions and patterns as they are', () => {
    const code = 'var a = 1;\nvar b = /x/;\nvar c = () => [a];\nvar e = `t`;\nvar g = -1;\n';
    expect(withLazyTables(code)).toBe(code);
  });

  test.each([
    ['a table that is given another value', 'var T = [];\nfunction f() { T = [1]; }'],
    ['a name with two meanings', 'var T = [];\nfunction f(T) { return T; }'],
    ['a local variable with the name of a table', 'var T = [];\nfunction f() { let T = 1; return T; }'],
    ['something that is run at once', 'var T = [];\nT.push(1);'],
  ])('stop the build for %s', (_, code) => {
    expect(() => withLazyTables(code)).toThrow();
  });
});

test('two spaces become a tab, but not in texts over several lines', () => {
  const hole = (inside: string): string => ['$', '{b(', inside, ')}'].join('');
  const code = `function f() {\n  if (a)\n    return \`x\n  y ${hole('\n    1')}\n    z\`;\n}\n`;
  expect(withTabs(code)).toBe(`function f() {\n\tif (a)\n\t\treturn \`x\n  y ${hole('\n\t\t1')}\n    z\`;\n}\n`);
});

test('remarks go, but for those that name a source, and nothing that only looks like one', () => {
  const code =
    '// src/a.ts\nvar a = /* @__PURE__ */ f();\nfunction f() {\n  // why\n  return "// no /* remark */"; /** then */\n}\n';
  expect(withoutRemarks(code)).toBe('// a\nvar a = f();\nfunction f() {\n  return "// no /* remark */"; \n}\n');
});
