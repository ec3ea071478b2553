import { isDateKind } from '../number-format.ts';
import { restyle, type Style } from '../style.ts';
import { Area, type Evaluation } from './evaluate.ts';
import type { Node } from './parse.ts';
import type { Value } from './value.ts';

const DATES = new Set(['TODAY', 'DATE', 'EDATE', 'EOMONTH', 'DATEVALUE', 'WORKDAY', 'TO_DATE']);
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

/** The number format that a formula's cell takes over where it has none itself: TODAY() and a reference to a date show a date. */
export function resultStyle(evaluation: Evaluation, node: Node, value: Value): Style | null {
  if (value instanceof Area && value.rows > 0 && value.columns > 0) return areaStyle(value);
  const { locale } = evaluation.conventions;
  if (node.type === 'call') {
    if (evaluation.resultFormat) return restyle(null, { numberFormat: locale[evaluation.resultFormat] });
    if (DATES.has(node.name)) return restyle(null, { numberFormat: locale.date });
    if (node.name === 'NOW') return restyle(null, { numberFormat: locale.dateTime });
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
    return area instanceof Area ? areaStyle(area) : null;
  }
  return node.type === 'call' || node.type === 'binary' ? resultStyle(evaluation, node, null) : null;
}

function areaStyle(area: Area): Style | null {
  const { top, left } = area.range;
  const pattern = area.sheet.layer('style', top, left)?.fields.numberFormat;
  if (pattern !== undefined) return restyle(null, { numberFormat: pattern });
  return area.sheet.workbook.calculator.resultStyle(area.sheet, top, left);
}

function isDate(style: Style | null): boolean {
  return style?.format !== null && style?.format !== undefined && isDateKind(style.format.kind);
}
