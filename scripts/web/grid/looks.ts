import type { Rect } from '../../host/sheet/address.ts';
import { shownLooks } from '../../host/sheet/looks.ts';
import { CellError, type Computed } from '../../host/sheet/row.ts';
import type { Sheet } from '../../host/sheet/sheet.ts';
import type { Style } from '../../host/sheet/style.ts';
import type { GridStyle } from './view.ts';

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

/** How a cell looks on screen, banding and conditional formats included. */
export const looksOf = (sheet: Sheet, row: number, column: number, value: Computed): GridStyle => {
  const style = sheet.layer('style', row, column) ?? sheet.workbook.calculator.resultStyle(sheet, row, column);
  const fields = style?.fields ?? {};
  const looks = shownLooks(sheet, row, column);
  const border = {
    top: fields.top?.color,
    right: fields.right?.color,
    bottom: fields.bottom?.color,
    left: fields.left?.color,
  };
  const borders = Object.fromEntries(Object.entries(border).filter(([, line]) => line !== undefined));
  const align = alignment(style, value);
  return {
    ...(looks.bold ? { bold: true } : {}),
    ...(looks.italic ? { italic: true } : {}),
    ...(looks.underline ? { underline: true } : {}),
    ...(looks.strikethrough ? { strike: true } : {}),
    ...(looks.fontColor === null ? {} : { color: looks.fontColor }),
    ...(looks.background === null ? {} : { background: looks.background }),
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
