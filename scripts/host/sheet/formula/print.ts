import { columnName, OPEN_END, quoteSheetName } from '../address.ts';
import type { Node } from './parse.ts';

/** The formula as an engine with English conventions reads it: "." for decimals, "," between arguments. */
export function printFormula(node: Node): string {
  switch (node.type) {
    case 'value':
      return printValue(node.value);
    case 'error':
      return node.code;
    case 'name':
      return node.name;
    case 'reference': {
      const { top, left, bottom, right } = node.range;
      const prefix = node.sheetName === null ? '' : `${quoteSheetName(node.sheetName)}!`;
      const lastRow = bottom >= OPEN_END ? 1_048_576 : bottom;
      const lastColumn = right >= OPEN_END ? 16_384 : right;
      const end = lastRow - top === 1 && lastColumn - left === 1 ? '' : `:${columnName(lastColumn - 1)}${lastRow}`;
      return `${prefix}${columnName(left)}${top + 1}${end}`;
    }
    case 'unary':
      return `${node.operator}(${printFormula(node.operand)})`;
    case 'percent':
      return `(${printFormula(node.operand)})%`;
    case 'binary':
      return `(${printFormula(node.left)}${node.operator}${printFormula(node.right)})`;
    case 'array':
      return `{${node.rows.map((row) => row.map(printFormula).join(',')).join(';')}}`;
    case 'call':
      return `${node.name}(${node.args.map(printFormula).join(',')})`;
  }
}

function printValue(value: number | string | boolean | null): string {
  if (value === null) return '';
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** Every node of the tree. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  if (node.type === 'call') for (const arg of node.args) yield* nodesOf(arg);
  else if (node.type === 'unary' || node.type === 'percent') yield* nodesOf(node.operand);
  else if (node.type === 'binary') {
    yield* nodesOf(node.left);
    yield* nodesOf(node.right);
  } else if (node.type === 'array') for (const row of node.rows) for (const one of row) yield* nodesOf(one);
}
