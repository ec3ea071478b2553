import { containsCell, type Rect } from '../../host/sheet/address.ts';
import { meets } from '../../host/sheet/criteria.ts';
import { relocateFormula } from '../../host/sheet/formula-text.ts';
import { CellError, type Computed } from '../../host/sheet/row.ts';
import type { BandingRecord, ConditionalFormat } from '../../host/sheet/rules.ts';
import type { Sheet } from '../../host/sheet/sheet.ts';
import type { Style } from '../../host/sheet/style.ts';
import type { GridStyle } from './view.ts';

type Looks = ConditionalFormat['looks'];

const ALIGN: Readonly<Record<string, 'left' | 'center' | 'right'>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
};
const VERTICAL: Readonly<Record<string, 'top' | 'middle' | 'bottom'>> = {
  top: 'top',
  middle: 'middle',
  bottom: 'bottom',
};

const alignment = (style: Style | null, value: Computed): 'left' | 'center' | 'right' => {
  const own = ALIGN[style?.fields.horizontal ?? ''];
  if (own) return own;
  if (typeof value === 'number') return style?.format?.kind === 'text' ? 'left' : 'right';
  return typeof value === 'boolean' || value instanceof CellError ? 'center' : 'left';
};

const bandColor = (band: BandingRecord, row: number, column: number): string | null => {
  const [at, size] =
    band.direction === 'rows'
      ? [row - band.range.top, band.range.bottom - band.range.top]
      : [column - band.range.left, band.range.right - band.range.left];
  if (at === 0 && band.header !== null) return band.header;
  if (at === size - 1 && band.footer !== null) return band.footer;
  return (at - (band.header === null ? 0 : 1)) % 2 === 0 ? band.first : band.second;
};

const applies = (
  rule: ConditionalFormat,
  sheet: Sheet,
  row: number,
  column: number,
  value: Computed,
  style: Style | null,
): boolean => {
  const { condition } = rule;
  if (condition === null) return false;
  if (condition.criteria !== 'CUSTOM_FORMULA') return meets(condition, value, style, sheet);
  const first = rule.ranges[0];
  if (!first) return false;
  const formula = relocateFormula(String(condition.values[0] ?? ''), row - first.top, column - first.left);
  const result = sheet.workbook.calculator.evaluate(sheet, row, column, formula);
  return result === true || (typeof result === 'number' && result !== 0);
};

/** What the conditional formats say of a cell; where several apply, the first decides each property. */
const conditional = (sheet: Sheet, row: number, column: number, value: Computed, style: Style | null): Looks => {
  let looks: Looks = {};
  for (const rule of sheet.records.conditionalFormats) {
    if (!rule.ranges.some((range) => containsCell(range, row, column))) continue;
    if (applies(rule, sheet, row, column, value, style)) looks = { ...rule.looks, ...looks };
  }
  return looks;
};

/** How a cell looks in the end: its own style, over it the conditional formats, below it the banding. */
export const looksOf = (sheet: Sheet, row: number, column: number, value: Computed): GridStyle => {
  const style = sheet.layer('style', row, column) ?? sheet.workbook.calculator.resultStyle(sheet, row, column);
  const fields = style?.fields ?? {};
  const looks = conditional(sheet, row, column, value, style);
  const band = sheet.records.bandings.find((each) => containsCell(each.range, row, column));
  const background = looks.background ?? fields.background ?? (band ? bandColor(band, row, column) : null);
  const color = looks.fontColor ?? fields.fontColor;
  const border = {
    top: fields.top?.color,
    right: fields.right?.color,
    bottom: fields.bottom?.color,
    left: fields.left?.color,
  };
  const borders = Object.fromEntries(Object.entries(border).filter(([, line]) => line !== undefined));
  const align = alignment(style, value);
  return {
    ...(looks.bold || fields.fontWeight ? { bold: true } : {}),
    ...(looks.italic || fields.fontStyle ? { italic: true } : {}),
    ...(looks.underline || fields.underline ? { underline: true } : {}),
    ...(looks.strikethrough || fields.strikethrough ? { strike: true } : {}),
    ...(color === undefined ? {} : { color }),
    ...(background === null ? {} : { background }),
    ...(fields.fontFamily === undefined ? {} : { font: fields.fontFamily }),
    ...(fields.fontSize === undefined ? {} : { size: fields.fontSize }),
    ...(align === 'left' ? {} : { align }),
    ...(fields.vertical === undefined ? {} : { vertical: VERTICAL[fields.vertical.toLowerCase()] ?? 'bottom' }),
    ...(fields.wrap === 'WRAP' ? { wrap: true } : {}),
    ...(Object.keys(borders).length > 0 ? { border: borders } : {}),
  };
};

/** The areas in which even empty cells have a look. */
export const colouredAreas = (sheet: Sheet): readonly Rect[] => [
  ...sheet.records.bandings.map((band) => band.range),
  ...sheet.records.conditionalFormats.flatMap((rule) => rule.ranges),
];
