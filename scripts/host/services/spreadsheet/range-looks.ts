import { ApiError, type EnumValue } from '../../runtime/contract.ts';
import { cssColor, rgbColor } from '../../sheet/color.ts';
import { applyStyle, type Border, patternOf, restyle, type StyleChange, type StyleFields } from '../../sheet/style.ts';
import { Color, requireColor } from './color.ts';
import { RangeContent } from './range-content.ts';
import { TextRotation } from './text-rotation.ts';
import { styleChangeOf, TextStyle, textFieldsOf } from './text-style.ts';

type Table<T> = readonly (readonly T[])[];

function colorOrNone(color: string | null): string | null {
  return color === null || color === '' ? null : requireColor(color);
}

/** Number formats, colours, fonts, alignment and borders of a range (reference: spreadsheet/Range). */
export class RangeLooks extends RangeContent {
  private setLooks(method: string, change: StyleChange): this {
    return this.writeCells(method, (sheet, rect) => {
      for (let row = rect.top; row < rect.bottom; row += 1) applyStyle(sheet, row, rect.left, rect.right, () => change);
      sheet.touch(false);
    });
  }

  private setEachLooks<T>(method: string, table: Table<T>, change: (value: T) => StyleChange): this {
    this.checkSize(table);
    const changes = table.map((line) => line.map(change));
    return this.writeCells(method, (sheet, rect) => {
      changes.forEach((line, index) => {
        applyStyle(sheet, rect.top + index, rect.left, rect.right, (column) => line[column - rect.left] ?? {});
      });
      sheet.touch(false);
    });
  }

  private look<T>(method: string, pick: (fields: StyleFields) => T): T {
    return this.readFirst(method, (sheet, row, column) => pick(sheet.layer('style', row, column)?.fields ?? {}));
  }

  private looks<T>(method: string, pick: (fields: StyleFields) => T): T[][] {
    return this.readEach(method, (sheet, row, column) => pick(sheet.layer('style', row, column)?.fields ?? {}));
  }

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

  getBackground(): string {
    return this.look('getBackground', (fields) => fields.background ?? '#ffffff');
  }

  getBackgrounds(): string[][] {
    return this.looks('getBackgrounds', (fields) => fields.background ?? '#ffffff');
  }

  getBackgroundObject(): Color {
    return new Color(this.getBackground());
  }

  getBackgroundObjects(): Color[][] {
    return this.getBackgrounds().map((line) => line.map((hex) => new Color(hex)));
  }

  setBackground(color: string | null): this {
    return this.setLooks('setBackground', { background: colorOrNone(color) });
  }

  setBackgrounds(colors: Table<string | null>): this {
    return this.setEachLooks('setBackgrounds', colors, (color) => ({ background: colorOrNone(color) }));
  }

  setBackgroundObject(color: Color | null): this {
    return this.setLooks('setBackgroundObject', { background: color?.hex ?? null });
  }

  setBackgroundObjects(colors: Table<Color | null>): this {
    return this.setEachLooks('setBackgroundObjects', colors, (color) => ({ background: color?.hex ?? null }));
  }

  setBackgroundRGB(red: number, green: number, blue: number): this {
    return this.setLooks('setBackgroundRGB', { background: rgbColor(red, green, blue) });
  }

  getFontColor(): string {
    return this.look('getFontColor', (fields) => fields.fontColor ?? '#000000');
  }

  getFontColors(): string[][] {
    return this.looks('getFontColors', (fields) => fields.fontColor ?? '#000000');
  }

  getFontColorObject(): Color {
    return new Color(this.look('getFontColorObject', (fields) => fields.fontColor ?? '#000000'));
  }

  getFontColorObjects(): Color[][] {
    return this.looks('getFontColorObjects', (fields) => fields.fontColor ?? '#000000').map((line) =>
      line.map((hex) => new Color(hex)),
    );
  }

  setFontColor(color: string | null): this {
    return this.setLooks('setFontColor', { fontColor: colorOrNone(color) });
  }

  setFontColors(colors: Table<string | null>): this {
    return this.setEachLooks('setFontColors', colors, (color) => ({ fontColor: colorOrNone(color) }));
  }

  setFontColorObject(color: Color | null): this {
    return this.setLooks('setFontColorObject', { fontColor: color?.hex ?? null });
  }

  setFontColorObjects(colors: Table<Color | null>): this {
    return this.setEachLooks('setFontColorObjects', colors, (color) => ({ fontColor: color?.hex ?? null }));
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
    return this.setLooks('setHorizontalAlignment', { horizontal: horizontalOf(alignment) });
  }

  setHorizontalAlignments(alignments: Table<string | null>): this {
    return this.setEachLooks('setHorizontalAlignments', alignments, (one) => ({ horizontal: horizontalOf(one) }));
  }

  getVerticalAlignment(): string {
    return this.look('getVerticalAlignment', (fields) => fields.vertical ?? 'bottom');
  }

  getVerticalAlignments(): string[][] {
    return this.looks('getVerticalAlignments', (fields) => fields.vertical ?? 'bottom');
  }

  setVerticalAlignment(vertical: string | null): this {
    return this.setLooks('setVerticalAlignment', { vertical });
  }

  setVerticalAlignments(alignments: Table<string | null>): this {
    return this.setEachLooks('setVerticalAlignments', alignments, (vertical) => ({ vertical }));
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

  /** true sets a line, false takes it away, null leaves it as it is. */
  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color: string | null = null,
    style: EnumValue | null = null,
  ): this {
    const line: Border = {
      style: style?.name ?? 'SOLID',
      color: color === null ? '#000000' : (cssColor(color) ?? '#000000'),
    };
    const side = (wanted: boolean | null): Border | null | undefined =>
      wanted === null ? undefined : wanted ? line : null;
    return this.writeCells('setBorder', (sheet, rect) => {
      for (let row = rect.top; row < rect.bottom; row += 1) {
        for (let column = rect.left; column < rect.right; column += 1) {
          const sides = {
            top: side(row === rect.top ? top : horizontal),
            bottom: side(row === rect.bottom - 1 ? bottom : horizontal),
            left: side(column === rect.left ? left : vertical),
            right: side(column === rect.right - 1 ? right : vertical),
          };
          const change: StyleChange = Object.fromEntries(
            Object.entries(sides).filter(([, value]) => value !== undefined),
          );
          sheet.setLayer('style', row, column, restyle(sheet.layer('style', row, column), change));
        }
      }
      sheet.touch(false);
    });
  }
}

function patternOrNone(pattern: string): string | null {
  return pattern === '' || pattern.toLowerCase() === 'general' ? null : pattern;
}

function horizontalOf(alignment: string | null): string | null {
  if (alignment === null || alignment === 'general') return null;
  if (alignment === 'normal') return 'general-left';
  if (alignment !== 'left' && alignment !== 'center' && alignment !== 'right')
    throw new ApiError(`Invalid argument: ${alignment}`);
  return alignment;
}

function weightChange(weight: string | null): StyleChange {
  if (weight !== null && weight !== 'bold' && weight !== 'normal') throw new ApiError(`Invalid argument: ${weight}`);
  return { fontWeight: weight === 'bold' ? 'bold' : null };
}

function slantChange(style: string | null): StyleChange {
  if (style !== null && style !== 'italic' && style !== 'normal') throw new ApiError(`Invalid argument: ${style}`);
  return { fontStyle: style === 'italic' ? 'italic' : null };
}

function lineOf(fields: StyleFields): string {
  if (fields.strikethrough) return 'line-through';
  return fields.underline ? 'underline' : 'none';
}

function lineChange(line: string | null): StyleChange {
  if (line !== null && !['underline', 'line-through', 'none'].includes(line))
    throw new ApiError(`Invalid argument: ${line}`);
  return { underline: line === 'underline' || null, strikethrough: line === 'line-through' || null };
}
