import { containsCell } from './address.ts';
import { holds } from './filter.ts';
import type { ConditionalFormat } from './rules.ts';
import type { Sheet } from './sheet.ts';

/** How a cell looks on screen beyond its own style. */
export interface ShownLooks {
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strikethrough: boolean;
  readonly underline: boolean;
}

/**
 * The cell's looks with banding beneath and conditional formats above; of several rules the first that applies decides
 * each property. Colour scales interpolate between the range's least and greatest number.
 */
export function shownLooks(sheet: Sheet, row: number, column: number): ShownLooks {
  const own = sheet.layer('style', row, column)?.fields;
  const looks = {
    background: own?.background ?? bandColor(sheet, row, column),
    fontColor: own?.fontColor ?? null,
    bold: own?.fontWeight === 'bold',
    italic: own?.fontStyle === 'italic',
    strikethrough: own?.strikethrough === true,
    underline: own?.underline === true,
  };
  for (const rule of [...sheet.records.conditionalFormats].reverse()) {
    const range = rule.ranges.find((one) => containsCell(one, row, column));
    if (!range) continue;
    if (rule.gradient) looks.background = gradientColor(sheet, rule, row, column) ?? looks.background;
    const first = rule.ranges[0] ?? range;
    if (rule.condition && holds(sheet, row, column, rule.condition, row - first.top, column - first.left))
      Object.assign(looks, rule.looks);
  }
  return looks;
}

function bandColor(sheet: Sheet, row: number, column: number): string | null {
  const band = sheet.records.bandings.find((one) => containsCell(one.range, row, column));
  if (!band) return null;
  const byRows = band.direction === 'rows';
  const at = byRows ? row - band.range.top : column - band.range.left;
  const length = byRows ? band.range.bottom - band.range.top : band.range.right - band.range.left;
  if (at === 0 && band.header) return band.header;
  if (at === length - 1 && band.footer) return band.footer;
  return (at - (band.header ? 1 : 0)) % 2 === 0 ? band.first : band.second;
}

function gradientColor(sheet: Sheet, rule: ConditionalFormat, row: number, column: number): string | null {
  const value = sheet.value(row, column);
  const { gradient } = rule;
  if (!gradient || typeof value !== 'number') return null;
  const numbers: number[] = [];
  for (const { top, left, bottom, right } of rule.ranges) {
    for (let r = top; r < Math.min(bottom, sheet.rows.length); r += 1) {
      for (let c = left; c < Math.min(right, sheet.maxColumns); c += 1) {
        const one = sheet.value(r, c);
        if (typeof one === 'number') numbers.push(one);
      }
    }
  }
  numbers.sort((a, b) => a - b);
  const least = numbers[0] ?? 0;
  const most = numbers[numbers.length - 1] ?? 0;
  const place = (point: { readonly type: string; readonly value: string }): number => {
    const number = Number(point.value);
    if (point.type === 'MIN') return least;
    if (point.type === 'MAX') return most;
    if (point.type === 'PERCENT') return least + ((most - least) * number) / 100;
    if (point.type === 'PERCENTILE') return numbers[Math.round(((numbers.length - 1) * number) / 100)] ?? least;
    return number;
  };
  const points = [gradient.min, ...(gradient.mid ? [gradient.mid] : []), gradient.max].map((point) => ({
    at: place(point),
    color: point.color,
  }));
  const above = points.findIndex((point) => point.at >= value);
  const high = points[above < 0 ? points.length - 1 : above];
  const low = points[Math.max(0, (above < 0 ? points.length : above) - 1)];
  if (!high || !low || above <= 0 || high.at === low.at) return high?.color ?? null;
  return mix(low.color, high.color, (value - low.at) / (high.at - low.at));
}

function mix(from: string, to: string, share: number): string {
  const part = (color: string, at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  const hex = [1, 3, 5].map((at) => Math.round(part(from, at) + (part(to, at) - part(from, at)) * share));
  return `#${hex.map((one) => one.toString(16).padStart(2, '0')).join('')}`;
}
