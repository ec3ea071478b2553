import type { EnumValue } from '../../runtime/contract.ts';
import { patternOf, type StyleChange, type StyleFields } from '../../sheet/style.ts';
import { RangeColors, type Table } from './range-colors.ts';
import { TextRotation } from './text-rotation.ts';
import { styleChangeOf, TextStyle, textFieldsOf } from './text-style.ts';

/** Number formats, fonts and alignment of a range (reference: spreadsheet/Range). */
export class RangeLooks extends RangeColors {
  getNumberFormat(): string {
    return this.readFirst('getNumberFormat', (sheet, row, column) => patternOf(sheet.layer('style', row, column)));
  }

  getNumberFormats(): string[][] {
    return this.readEach('getNumberFormats', (sheet, row, column) => patternOf(sheet.layer('style', row, column)));
  }

  setNumberFormat(numberFormat: string): this {
    return this.setLooks('setNumberFormat', { numberFormat: patternOrNone(numberFormat) });
  }

  setNumberFormats(numberFormats: Table<string>): this {
    return this.setEachLooks('setNumberFormats', numberFormats, (one) => ({ numberFormat: patternOrNone(one) }));
  }

  getFontFamily(): string {
    return this.look('getFontFamily', (fields) => fields.fontFamily ?? 'Arial');
  }

  getFontFamilies(): string[][] {
    return this.looks('getFontFamilies', (fields) => fields.fontFamily ?? 'Arial');
  }

  setFontFamily(fontFamily: string | null): this {
    return this.setLooks('setFontFamily', { fontFamily });
  }

  setFontFamilies(families: Table<string | null>): this {
    return this.setEachLooks('setFontFamilies', families, (fontFamily) => ({ fontFamily }));
  }

  getFontSize(): number {
    return this.look('getFontSize', (fields) => fields.fontSize ?? 10);
  }

  getFontSizes(): number[][] {
    return this.looks('getFontSizes', (fields) => fields.fontSize ?? 10);
  }

  setFontSize(fontSize: number): this {
    return this.setLooks('setFontSize', { fontSize });
  }

  setFontSizes(sizes: Table<number>): this {
    return this.setEachLooks('setFontSizes', sizes, (fontSize) => ({ fontSize }));
  }

  getFontWeight(): string {
    return this.look('getFontWeight', (fields) => fields.fontWeight ?? 'normal');
  }

  getFontWeights(): string[][] {
    return this.looks('getFontWeights', (fields) => fields.fontWeight ?? 'normal');
  }

  setFontWeight(weight: string | null): this {
    return this.setLooks('setFontWeight', weightChange(weight));
  }

  setFontWeights(weights: Table<string | null>): this {
    return this.setEachLooks('setFontWeights', weights, weightChange);
  }

  getFontStyle(): string {
    return this.look('getFontStyle', (fields) => fields.fontStyle ?? 'normal');
  }

  getFontStyles(): string[][] {
    return this.looks('getFontStyles', (fields) => fields.fontStyle ?? 'normal');
  }

  setFontStyle(style: string | null): this {
    return this.setLooks('setFontStyle', slantChange(style));
  }

  setFontStyles(styles: Table<string | null>): this {
    return this.setEachLooks('setFontStyles', styles, slantChange);
  }

  getFontLine(): string {
    return this.look('getFontLine', lineOf);
  }

  getFontLines(): string[][] {
    return this.looks('getFontLines', lineOf);
  }

  setFontLine(line: string | null): this {
    return this.setLooks('setFontLine', lineChange(line));
  }

  setFontLines(lines: Table<string | null>): this {
    return this.setEachLooks('setFontLines', lines, lineChange);
  }

  getHorizontalAlignment(): string {
    return this.look('getHorizontalAlignment', (fields) => fields.horizontal ?? 'general');
  }

  getHorizontalAlignments(): string[][] {
    return this.looks('getHorizontalAlignments', (fields) => fields.horizontal ?? 'general');
  }

  setHorizontalAlignment(alignment: string | null): this {
    return this.setLooks('setHorizontalAlignment', horizontalChange(alignment));
  }

  setHorizontalAlignments(alignments: Table<string | null>): this {
    return this.setEachLooks('setHorizontalAlignments', alignments, horizontalChange);
  }

  getVerticalAlignment(): string {
    return this.look('getVerticalAlignment', (fields) => fields.vertical ?? 'bottom');
  }

  getVerticalAlignments(): string[][] {
    return this.looks('getVerticalAlignments', (fields) => fields.vertical ?? 'bottom');
  }

  setVerticalAlignment(vertical: string | null): this {
    return this.setLooks('setVerticalAlignment', verticalChange(vertical));
  }

  setVerticalAlignments(alignments: Table<string | null>): this {
    return this.setEachLooks('setVerticalAlignments', alignments, verticalChange);
  }

  /** True for a cell that nobody has set, though its strategy is OVERFLOW. */
  getWrap(): boolean {
    return this.look('getWrap', (fields) => fields.wrap === undefined || fields.wrap === 'WRAP');
  }

  getWraps(): boolean[][] {
    return this.looks('getWraps', (fields) => fields.wrap === undefined || fields.wrap === 'WRAP');
  }

  setWrap(isWrapEnabled: boolean): this {
    return this.setLooks('setWrap', { wrap: isWrapEnabled ? 'WRAP' : 'OVERFLOW' });
  }

  setWraps(wraps: Table<boolean>): this {
    return this.setEachLooks('setWraps', wraps, (wrap) => ({ wrap: wrap ? 'WRAP' : 'OVERFLOW' }));
  }

  getWrapStrategy(): EnumValue {
    return this.enum(
      'WrapStrategy',
      this.look('getWrapStrategy', (fields) => fields.wrap ?? 'OVERFLOW'),
    );
  }

  getWrapStrategies(): EnumValue[][] {
    return this.looks('getWrapStrategies', (fields) => this.enum('WrapStrategy', fields.wrap ?? 'OVERFLOW'));
  }

  setWrapStrategy(strategy: EnumValue): this {
    return this.setLooks('setWrapStrategy', { wrap: strategy.name });
  }

  setWrapStrategies(strategies: Table<EnumValue>): this {
    return this.setEachLooks('setWrapStrategies', strategies, (one) => ({ wrap: one.name }));
  }

  getTextDirection(): EnumValue | null {
    const name = this.look('getTextDirection', (fields) => fields.direction ?? null);
    return name === null ? null : this.enum('TextDirection', name);
  }

  getTextDirections(): (EnumValue | null)[][] {
    return this.looks('getTextDirections', ({ direction }) =>
      direction ? this.enum('TextDirection', direction) : null,
    );
  }

  setTextDirection(direction: EnumValue | null): this {
    return this.setLooks('setTextDirection', { direction: direction?.name ?? null });
  }

  setTextDirections(directions: Table<EnumValue | null>): this {
    return this.setEachLooks('setTextDirections', directions, (one) => ({ direction: one?.name ?? null }));
  }

  getTextRotation(): TextRotation {
    return this.getTextRotations()[0]?.[0] ?? new TextRotation(0, false);
  }

  getTextRotations(): TextRotation[][] {
    const read = this.looks('getTextRotations', ({ rotation, verticalText }) => ({
      degrees: rotation ?? 0,
      vertical: verticalText === true,
    }));
    return read.map((line) => line.map((one) => new TextRotation(one.degrees, one.vertical)));
  }

  setTextRotation(rotation: number | TextRotation): this {
    const made = typeof rotation === 'number' ? new TextRotation(rotation, false) : rotation;
    return this.setLooks('setTextRotation', made.change());
  }

  setTextRotations(rotations: Table<TextRotation>): this {
    return this.setEachLooks('setTextRotations', rotations, (one) => one.change());
  }

  setVerticalText(isVertical: boolean): this {
    return this.setLooks('setVerticalText', { verticalText: isVertical || null, rotation: null });
  }

  setShowHyperlink(showHyperlink: boolean): this {
    return this.setLooks('setShowHyperlink', { hideLink: showHyperlink ? null : true });
  }

  getTextStyle(): TextStyle {
    return new TextStyle(this.look('getTextStyle', textFieldsOf));
  }

  getTextStyles(): TextStyle[][] {
    return this.looks('getTextStyles', textFieldsOf).map((line) => line.map((fields) => new TextStyle(fields)));
  }

  setTextStyle(style: TextStyle): this {
    return this.setLooks('setTextStyle', styleChangeOf(style.fields));
  }

  setTextStyles(styles: Table<TextStyle>): this {
    return this.setEachLooks('setTextStyles', styles, (style) => styleChangeOf(style.fields));
  }
}

function patternOrNone(pattern: string): string | null {
  return pattern === '' || pattern.toLowerCase() === 'general' ? null : pattern;
}

// Apps Script passes over a value that it does not know, and leaves the look as it was.

function horizontalChange(alignment: string | null): StyleChange {
  if (alignment === null || alignment === 'general') return { horizontal: null };
  if (alignment === 'normal') return { horizontal: 'general-left' };
  return ['left', 'center', 'right'].includes(alignment) ? { horizontal: alignment } : {};
}

function verticalChange(vertical: string | null): StyleChange {
  return vertical === null || ['top', 'middle', 'bottom'].includes(vertical) ? { vertical } : {};
}

function weightChange(weight: string | null): StyleChange {
  if (weight !== null && weight !== 'bold' && weight !== 'normal') return {};
  return { fontWeight: weight === 'bold' ? 'bold' : null };
}

function slantChange(style: string | null): StyleChange {
  if (style !== null && style !== 'italic' && style !== 'normal') return {};
  return { fontStyle: style === 'italic' ? 'italic' : null };
}

function lineOf(fields: StyleFields): string {
  if (fields.strikethrough) return 'line-through';
  return fields.underline ? 'underline' : 'none';
}

function lineChange(line: string | null): StyleChange {
  if (line !== null && !['underline', 'line-through', 'none'].includes(line)) return {};
  return { underline: line === 'underline' || null, strikethrough: line === 'line-through' || null };
}
