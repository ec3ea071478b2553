import type { Alignment, BorderStyle, Borders, Style as FileStyle, Fill, Font } from '@cj-tech-master/excelts';
import type { SheetLocale } from '../locale.ts';
import { type Border, restyle, type Style, type StyleChange, type StyleFields } from '../style.ts';

const LINES: Readonly<Record<string, BorderStyle>> = {
  DOTTED: 'dotted',
  DASHED: 'dashed',
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOUBLE: 'double',
};

function argb(color: string): { argb: string } {
  return { argb: `FF${color.slice(1).toUpperCase()}` };
}

/** "#rrggbb" of a colour in a file; null for themes and indexes, which carry no colour of their own. */
export function hexOf(color: { readonly argb?: string } | undefined): string | null {
  return color?.argb && color.argb.length >= 6 ? `#${color.argb.slice(-6).toLowerCase()}` : null;
}

const made = new WeakMap<Style, Partial<FileStyle>>();

/** The looks of a cell as a file keeps them. */
export function toFileStyle(style: Style): Partial<FileStyle> {
  const known = made.get(style);
  if (known) return known;
  const { fields } = style;
  const result: Partial<FileStyle> = {
    ...(fields.numberFormat !== undefined && {
      numFmt: patternToFile(fields.numberFormat),
    }),
    ...(fields.background !== undefined && { fill: solid(fields.background) }),
    font: fontOf(fields),
    alignment: alignmentOf(fields),
    border: bordersOf(fields),
  };
  made.set(style, result);
  return result;
}

function solid(color: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: argb(color) };
}

function fontOf(fields: StyleFields): Partial<Font> {
  return {
    name: fields.fontFamily ?? 'Arial',
    size: fields.fontSize ?? 10,
    ...(fields.fontWeight && { bold: true }),
    ...(fields.fontStyle && { italic: true }),
    ...(fields.underline && { underline: true }),
    ...(fields.strikethrough && { strike: true }),
    ...(fields.fontColor !== undefined && { color: argb(fields.fontColor) }),
  };
}

function alignmentOf(fields: StyleFields): Partial<Alignment> {
  const { horizontal, vertical } = fields;
  return {
    ...((horizontal === 'left' || horizontal === 'center' || horizontal === 'right') && { horizontal }),
    ...((vertical === 'top' || vertical === 'middle' || vertical === 'bottom') && { vertical }),
    ...(fields.wrap === 'WRAP' && { wrapText: true }),
    ...(fields.rotation !== undefined && { textRotation: fields.rotation }),
  };
}

const SIDES = ['top', 'left', 'bottom', 'right'] as const;

function bordersOf(fields: StyleFields): Partial<Borders> {
  const borders: Partial<Borders> = {};
  for (const side of SIDES) {
    const border = fields[side];
    if (border) borders[side] = { style: LINES[border.style] ?? 'thin', color: argb(border.color) };
  }
  return borders;
}

/** In a file a bare "/" between the parts of a date stands for whatever its country writes there. */
function patternToFile(pattern: string): string {
  return pattern
    .replace(/M/g, 'm')
    .replace(/(?<=[ymd])\/(?=[ymd])/gi, '\\/')
    .replace(/am\/pm/gi, 'AM/PM');
}

/** The number of Swedish in the marks that say in which language a pattern is. */
const SWEDISH = /\[\$-41D\]/i;
const LANGUAGE = /\[\$-[0-9A-F]+\]/gi;

/** Patterns come back with escaped signs, and with marks for languages. */
export function patternFromFile(pattern: string | undefined, locale: SheetLocale): string | null {
  if (!pattern || /^general$/i.test(pattern)) return null;
  const swedish = SWEDISH.test(pattern) || (locale.name.startsWith('sv') && !/\[\$-[0-9A-F]+\]/i.test(pattern));
  const plain = (swedish ? pattern.replace(/(?<=[ymd])\/(?=[ymd])/gi, '-') : pattern)
    .replace(/\\([-:/. ])/g, '$1')
    .replace(LANGUAGE, '');
  return plain.replace(/;@$/, '') || null;
}

/** The looks of a cell of a file; null for those of a plain cell. */
export function fromFileStyle(style: Partial<FileStyle>, locale: SheetLocale): Style | null {
  const { font, fill, alignment, border } = style;
  const numFmt = typeof style.numFmt === 'string' ? style.numFmt : style.numFmt?.formatCode;
  const fontColor = hexOf(font?.color);
  const background = fill?.type === 'pattern' && fill.pattern === 'solid' ? hexOf(fill.fgColor) : null;
  const horizontal = alignment?.horizontal;
  const vertical = alignment?.vertical;
  const change: StyleChange = {
    numberFormat: patternFromFile(numFmt, locale),
    background,
    fontColor: fontColor === '#000000' ? null : fontColor,
    fontFamily: font?.name && font.name !== 'Arial' && font.name !== 'Calibri' ? font.name : null,
    fontSize: font?.size && font.size !== 10 && font.size !== 11 ? font.size : null,
    fontWeight: font?.bold ? 'bold' : null,
    fontStyle: font?.italic ? 'italic' : null,
    underline: font?.underline && font.underline !== 'none' ? true : null,
    strikethrough: font?.strike ? true : null,
    horizontal: horizontal === 'left' || horizontal === 'center' || horizontal === 'right' ? horizontal : null,
    vertical: vertical === 'top' || vertical === 'middle' ? vertical : null,
    wrap: alignment?.wrapText ? 'WRAP' : null,
    rotation:
      typeof alignment?.textRotation === 'number' && alignment.textRotation !== 0 ? alignment.textRotation : null,
    ...sidesOf(border),
  };
  return restyle(null, change);
}

function sidesOf(border: Partial<Borders> | undefined): StyleChange {
  const sides: { top?: Border; left?: Border; bottom?: Border; right?: Border } = {};
  for (const side of SIDES) {
    const line = border?.[side];
    if (!line?.style) continue;
    const name = Object.keys(LINES).find((key) => LINES[key] === line.style) ?? 'SOLID';
    sides[side] = { style: name, color: hexOf(line.color) ?? '#000000' };
  }
  return sides;
}
