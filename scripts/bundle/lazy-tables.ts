/**
 * Makes every table and class of the bundle's top level when it is first used. Apps Script loads the whole bundle for each execution, and
 * most of them need few of the tables: `var UNITS = {…}` becomes `var UNITS = madeOnce(() => ({…}))`, and `UNITS` becomes `UNITS()`.
 * Sources stay as people write them. Esbuild gives no name inside a function that the top level already has, so a name means one thing.
 */
import { child, children, type Edit, edited, type Node, statementsOf, walk } from './program.ts';

const MADE_ONCE = 'madeOnce';
const HELPER = `function ${MADE_ONCE}(make) {
  let made;
  return () => made ?? (made = make());
}
`;

/** A table that waits until it is asked for. */
function isWaiting(init: Node): boolean {
  const [make] = children(init, 'arguments');
  return child(init, 'callee')?.name === MADE_ONCE && make?.type === 'ArrowFunctionExpression';
}

/** Costs nothing to define. */
export function isPlain(init: Node | null): boolean {
  if (init === null) return true;
  switch (init.type) {
    case 'Literal':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return true;
    case 'TemplateLiteral':
      return children(init, 'expressions').length === 0;
    case 'UnaryExpression':
      return child(init, 'argument')?.type === 'Literal';
    case 'CallExpression':
      return isWaiting(init);
    default:
      return false;
  }
}

const DECLARATIONS = ['FunctionDeclaration', 'ExportNamedDeclaration'];

function declaratorsOf(statement: Node): Node[] {
  if (statement.type === 'VariableDeclaration') return children(statement, 'declarations');
  if (DECLARATIONS.includes(statement.type)) return [];
  throw new Error(`The bundle runs something when it is loaded (${statement.type}): put it into a function.`);
}

const nameOf = (declarator: Node): string => String(child(declarator, 'id')?.name ?? '');

/** Whether an identifier stands for a value, and not for the name of a property. */
function isReference(parent: Node | null, field: string): boolean {
  if (parent === null) return false;
  switch (parent.type) {
    case 'MemberExpression':
      return field === 'object' || parent.computed === true;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return field === 'value' || parent.computed === true;
    default:
      return true;
  }
}

function referenceEdits(statement: Node, names: ReadonlySet<string>): Edit[] {
  const edits: Edit[] = [];
  walk(statement, (node, parent, field) => {
    const name = String(node.name);
    if (node.type !== 'Identifier' || !names.has(name) || !isReference(parent, field)) return;
    const declares = ['id', 'params', 'param', 'left'].includes(field) && parent?.type !== 'BinaryExpression';
    if (declares || parent?.type === 'UpdateExpression' || parent?.type === 'ExportSpecifier') {
      throw new Error(`${name} is a table of the bundle's top level, and is also given another value or meaning.`);
    }
    const isShorthand = parent?.type === 'Property' && parent.shorthand === true;
    const isConstructed = parent?.type === 'NewExpression' && field === 'callee';
    const text = isConstructed ? `(${name}())` : isShorthand ? `${name}: ${name}()` : `${name}()`;
    edits.push({ start: node.start, end: node.end, text });
  });
  return edits;
}

/** @param code esbuild's output as an ES module */
export function withLazyTables(code: string): string {
  const statements = statementsOf(code, 'module');
  const tables = statements.flatMap(declaratorsOf).filter((one) => !isPlain(child(one, 'init')));
  const names = new Set(tables.map(nameOf));
  if (names.size === 0) return code;
  if (code.includes(MADE_ONCE)) throw new Error(`${MADE_ONCE} is the name of the bundle's own helper.`);
  const edits: Edit[] = [];
  for (const statement of statements) {
    if (statement.type !== 'VariableDeclaration') {
      edits.push(...referenceEdits(statement, names));
      continue;
    }
    // Declarations that esbuild has joined are parted again, since some of them become functions.
    let done = statement.start;
    for (const declarator of children(statement, 'declarations')) {
      const init = child(declarator, 'init');
      const name = nameOf(declarator);
      const isTable = names.has(name);
      // From the sign on: brackets around the value are not part of its node.
      const from = isTable ? code.indexOf('=', child(declarator, 'id')?.end) + 1 : declarator.start;
      // An object after an arrow needs brackets, or it would be read as a block.
      const [open, close] = isTable && init?.type === 'ObjectExpression' ? [' (', ')'] : ['', ''];
      const head = isTable ? `var ${name} = ${MADE_ONCE}(() =>${open}` : 'var ';
      edits.push({ start: done, end: from, text: `${done === statement.start ? '' : '\n'}${head}` });
      edits.push({ start: declarator.end, end: declarator.end, text: isTable ? `${close});` : ';' });
      if (init) edits.push(...referenceEdits(init, names));
      done = declarator.end;
    }
    edits.push({ start: done, end: statement.end, text: '' });
  }
  return `${HELPER}${edited(code, edits)}`;
}
