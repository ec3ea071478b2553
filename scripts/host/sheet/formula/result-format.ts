import { isDateKind } from '../number-format.ts';
import { restyle, type Style } from '../style.ts';
import { Area, type Evaluation } from './evaluate.ts';
import type { Node } from './parse.ts';
import { isMatrix, type Value } from './value.ts';

const DATES = new Set(['TODAY', 'DATE', 'EDATE', 'EOMONTH', 'DATEVALUE', 'WORKDAY', 'WORKDAY.INTL', 'TO_DATE']);
const FIRST_ARGUMENT = new Set([
  'MIN',
  'MAX',
  'SUM',
  'MEDIAN',
  'MAXIFS',
  'MINIFS',
  'LARGE',
  'SMALL',
  'ROUND',
  'AVERAGE',
  'FILTER',
  'UNIQUE',
  'SORT',
  'ARRAYFORMULA',
  'INT',
]);

/** The number format that a formula's cell takes over where it has none itself: a reference to a date shows a date. */
export function resultStyle(evaluation: Evaluation, node: Node, value: Value): Style | null {
  const brought = isMatrix(value) && value.rows > 0 && value.columns > 0 ? value.styleAt?.(0, 0) : null;
  return brought ?? derivedStyle(evaluation, node);
}

/** The number format that follows from how a value is computed: TODAY() and a date plus a number show a date. */
export function derivedStyle(evaluation: Evaluation, node: Node): Style | null {
  const { locale } = evaluation.conventions;
  if (node.type === 'call') {
    if (evaluation.resultFormat) return restyle(null, { numberFormat: locale[evaluation.resultFormat] });
    if (DATES.has(node.name)) return restyle(null, { numberFormat: locale.date });
    if (node.name === 'TO_PERCENT') return restyle(null, { numberFormat: '0.00%' });
    if (node.name === 'TO_DOLLARS') return restyle(null, { numberFormat: locale.currencyFormat });
    if (node.name === 'EPOCHTODATE' || node.name === 'NOW') return restyle(null, { numberFormat: locale.dateTime });
    if (node.name === 'TIME' || node.name === 'TIMEVALUE') return restyle(null, { numberFormat: locale.time });
    const first = node.args[0];
    if (first && FIRST_ARGUMENT.has(node.name)) return styleOfNode(evaluation, first);
    if (node.name === 'IF' || node.name === 'IFERROR' || node.name === 'IFNA') {
      for (const arg of node.name === 'IF' ? node.args.slice(1) : node.args) {
        const style = styleOfNode(evaluation, arg);
        if (style) return style;
      }
    }
    return null;
  }
  if (node.type === 'percent') return restyle(null, { numberFormat: '0%' });
  if (node.type !== 'binary' || (node.operator !== '+' && node.operator !== '-')) return null;
  const left = styleOfNode(evaluation, node.left);
  const right = styleOfNode(evaluation, node.right);
  const both = isDate(left) && isDate(right);
  if (both) return null;
  return isDate(left) ? left : isDate(right) ? right : null;
}

function styleOfNode(evaluation: Evaluation, node: Node): Style | null {
  if (node.type === 'reference') {
    const area = evaluation.value(node);
    return area instanceof Area ? area.styleAt(0, 0) : null;
  }
  return node.type === 'call' || node.type === 'binary' ? derivedStyle(evaluation, node) : null;
}

function isDate(style: Style | null): boolean {
  return style?.format !== null && style?.format !== undefined && isDateKind(style.format.kind);
}
