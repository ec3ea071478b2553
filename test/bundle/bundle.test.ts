import vm from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildBundle, pushedFiles } from '../../scripts/build.ts';
import { isPlain } from '../../scripts/bundle/lazy-tables.ts';
import { child, children, isNode, type Node, statementsOf, walk } from '../../scripts/bundle/program.ts';

/**
 * Raise it only in the commit that needs it, and say there what for. The design's limit is 300,000: what few executions need belongs in a
 * data file beside the bundle (scripts/bundle/data-files.ts).
 */
const MOST_BYTES = 380_000;

const ENTRY_POINTS = [
  'answerArrived',
  'changed',
  'edited',
  'hourly',
  'menuHealth',
  'menuInstall',
  'menuReport',
  'menuSend',
  'menuUpdateAll',
  'nightly',
  'onOpen',
  'privateAnswerArrived',
];

let code = '';
let program: readonly Node[] = [];

/** The statements of the one function that everything lies in. */
function insideApp(): Node[] {
  const app = program.find((statement) => statement.type === 'VariableDeclaration');
  const [declarator] = app ? children(app, 'declarations') : [];
  const call = declarator ? child(declarator, 'init') : null;
  const door = call ? child(call, 'callee') : null;
  const body = door ? child(door, 'body') : null;
  return body ? children(body, 'body') : [];
}

const textOf = (node: Node): string => code.slice(node.start, node.end).slice(0, 120);

beforeAll(async () => {
  code = await buildBundle();
  program = statementsOf(code, 'script');
}, 60_000);

describe('the bundle that Google receives', () => {
  test('is no larger than agreed', () => {
    expect(Buffer.byteLength(code)).toBeGreaterThan(100_000);
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(MOST_BYTES);
  });

  test('loads where there is no service, no console and no timer', () => {
    const globals = vm.createContext({});
    vm.runInContext(code, globals);
    const functions = Object.keys(globals).filter((name) => typeof globals[name] === 'function');
    expect(functions.sort()).toEqual(expect.arrayContaining(ENTRY_POINTS));
    expect(Object.keys(globals).filter((name) => typeof globals[name] !== 'function')).toEqual(['App']);
  });

  test('has each entry point as a function declaration of its own, for Google finds them by reading', () => {
    const declared = program.filter((one) => one.type === 'FunctionDeclaration').map((one) => child(one, 'id')?.name);
    expect(declared.sort()).toEqual(expect.arrayContaining(ENTRY_POINTS));
  });

  test('does nothing but define when it is loaded: no table is made before somebody asks for it', () => {
    const statements = insideApp();
    expect(statements.length).toBeGreaterThan(500);
    const doing = statements.filter((statement, index) => {
      if (statement.type === 'FunctionDeclaration') return false;
      if (statement.type === 'VariableDeclaration')
        return !children(statement, 'declarations').every((one) => isPlain(child(one, 'init')));
      return !(statement.type === 'ReturnStatement' && index === statements.length - 1);
    });
    expect(doing.map(textOf)).toEqual([]);
  });

  test('has no private fields, static fields or static blocks, which Google cannot parse', () => {
    const found: string[] = [];
    for (const statement of program) {
      walk(statement, (node, parent) => {
        const isStatic = node.type === 'StaticBlock' || (node.type === 'PropertyDefinition' && node.static === true);
        if (isStatic || node.type === 'PrivateIdentifier') found.push(textOf(parent && isNode(parent) ? parent : node));
      });
    }
    expect(found).toEqual([]);
  });

  test('is pushed with the manifest, and with nothing that Google does not take', () => {
    expect(Object.keys(pushedFiles())).toEqual(expect.arrayContaining(['Code.js', 'appsscript.json']));
  });

  test('finds beside it each file of data that it asks for', () => {
    const files = pushedFiles();
    const asked = [...code.matchAll(/createHtmlOutputFromFile\("(data-[a-z-]+)"\)/g)].map(
      (match) => `${match[1]}.html`,
    );
    expect(asked.length).toBeGreaterThan(3);
    for (const name of asked) {
      expect(JSON.parse(files[name] ?? '')).toBeTypeOf('object');
      expect(files[name]).not.toMatch(/[<>&]/);
    }
  });
});
