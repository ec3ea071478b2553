import type { Node } from './parse.ts';

const ALWAYS = new Set([
  'ARRAYFORMULA',
  'ARRAY_CONSTRAIN',
  'BYCOL',
  'BYROW',
  'CHOOSECOLS',
  'CHOOSEROWS',
  'FILTER',
  'FLATTEN',
  'FREQUENCY',
  'GROWTH',
  'HSTACK',
  'INDIRECT',
  'LINEST',
  'LOGEST',
  'MAKEARRAY',
  'MAP',
  'MINVERSE',
  'MMULT',
  'MUNIT',
  'OFFSET',
  'QUERY',
  'RANDARRAY',
  'REDUCE',
  'REGEXEXTRACT',
  'SCAN',
  'SEQUENCE',
  'SORT',
  'SORTN',
  'SPLIT',
  'TOCOL',
  'TOROW',
  'TRANSPOSE',
  'TREND',
  'UNIQUE',
  'VSTACK',
  'WRAPCOLS',
  'WRAPROWS',
]);

/** Functions that give back one of their arguments. */
const PASSES_ON = new Set(['CHOOSE', 'IF', 'IFERROR', 'IFNA', 'IFS', 'LET', 'SWITCH']);

function isLine(node: Node | undefined): boolean {
  if (node?.type !== 'reference') return false;
  const { top, left, bottom, right } = node.range;
  return bottom - top === 1 || right - left === 1;
}

function isZeroOrOmitted(node: Node | undefined): boolean {
  return node === undefined || (node.type === 'value' && (node.value === null || node.value === 0));
}

/**
 * Whether a formula can fill more cells than its own. Those that cannot need not be evaluated to know what an empty cell
 * shows; in doubt they are.
 */
export function maySpill(node: Node, isCustom: (name: string) => boolean): boolean {
  if (node.type === 'array' || node.type === 'apply') return true;
  if (node.type !== 'call') return false;
  const { name, args } = node;
  if (ALWAYS.has(name) || isCustom(name)) return true;
  if (name === 'INDEX') {
    const [matrix, row, column] = args;
    if (isLine(matrix)) return isZeroOrOmitted(row) && isZeroOrOmitted(column);
    return isZeroOrOmitted(row) || isZeroOrOmitted(column);
  }
  if (name === 'XLOOKUP') return !isLine(args[2]);
  return PASSES_ON.has(name) && args.some((arg) => arg.type === 'reference' || maySpill(arg, isCustom));
}
