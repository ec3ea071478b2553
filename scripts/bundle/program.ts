/** Esbuild's output as a syntax tree, for what has to be changed or checked in it. */
import { parseSync } from 'oxc-parser';

/** One node of the tree; `start` and `end` are places in the text. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;
}

/** The node in a field, or null where the field holds none. */
export function child(node: Node, field: string): Node | null {
  const value = node[field];
  return isNode(value) ? value : null;
}

export function children(node: Node, field: string): Node[] {
  const value = node[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The statements at the top of a script. @throws where the text cannot be parsed */
export function statementsOf(code: string, sourceType: 'module' | 'script'): readonly Node[] {
  const { program, errors } = parseSync('Code.js', code, { preserveParens: false, sourceType });
  if (errors[0]) throw new Error(`The bundle cannot be parsed: ${errors[0].message}`);
  const body: readonly unknown[] = program.body;
  return body.filter(isNode);
}

/** Every comment of a module, with its place; `text` is what stands between its signs. */
export function remarksOf(code: string): readonly Edit[] {
  const { comments } = parseSync('Code.js', code, { sourceType: 'module' });
  return comments.map(({ value, start, end }) => ({ text: value, start, end }));
}

/** Visits a node and everything in it, with the node that it stands in and the field. */
export function walk(node: Node, visit: (node: Node, parent: Node | null, field: string) => void): void {
  const step = (one: Node, parent: Node | null, field: string): void => {
    visit(one, parent, field);
    for (const [key, value] of Object.entries(one)) {
      if (isNode(value)) step(value, one, key);
      else if (Array.isArray(value)) for (const item of value) if (isNode(item)) step(item, one, key);
    }
  };
  step(node, null, '');
}

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with its edits made; they must not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const edit of [...edits].sort((left, right) => left.start - right.start || left.end - right.end)) {
    result += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return result + text.slice(done);
}
