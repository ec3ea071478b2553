import type { EnumValue } from '../../runtime/contract.ts';
import type { Range } from './range.ts';

/** Ranges of one sheet that are changed together (reference: spreadsheet/RangeList). */
export class RangeList {
  static readonly api = 'Spreadsheet.RangeList';
  private readonly ranges: readonly Range[];

  constructor(ranges: readonly Range[]) {
    this.ranges = ranges;
  }

  getRanges(): Range[] {
    return [...this.ranges];
  }

  private each(effect: (range: Range) => void): this {
    this.ranges.forEach(effect);
    return this;
  }

  activate(): this {
    const [first] = this.ranges;
    first?.activate();
    first?.book.free('RangeList.activate', () => {
      first.book.workbook.records.selection = {
        sheetId: first.sheetId,
        ranges: this.ranges.map((range) => range.rect),
      };
    });
    return this;
  }

  breakApart(): this {
    return this.each((range) => range.breakApart());
  }

  check(): this {
    return this.each((range) => range.check());
  }

  uncheck(): this {
    return this.each((range) => range.uncheck());
  }

  clear(options?: {
    commentsOnly?: boolean;
    contentsOnly?: boolean;
    formatOnly?: boolean;
    validationsOnly?: boolean;
  }): this {
    return this.each((range) => range.clear(options));
  }

  clearContent(): this {
    return this.each((range) => range.clearContent());
  }

  clearDataValidations(): this {
    return this.each((range) => range.clearDataValidations());
  }

  clearFormat(): this {
    return this.each((range) => range.clearFormat());
  }

  clearNote(): this {
    return this.each((range) => range.clearNote());
  }

  insertCheckboxes(...values: unknown[]): this {
    return this.each((range) => range.insertCheckboxes(...values));
  }

  removeCheckboxes(): this {
    return this.each((range) => range.removeCheckboxes());
  }

  setBackground(color: string | null): this {
    return this.each((range) => range.setBackground(color));
  }

  setBackgroundRGB(red: number, green: number, blue: number): this {
    return this.each((range) => range.setBackgroundRGB(red, green, blue));
  }

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
    return this.each((range) => range.setBorder(top, left, bottom, right, vertical, horizontal, color, style));
  }

  setFontColor(color: string | null): this {
    return this.each((range) => range.setFontColor(color));
  }

  setFontFamily(family: string | null): this {
    return this.each((range) => range.setFontFamily(family));
  }

  setFontLine(line: string | null): this {
    return this.each((range) => range.setFontLine(line));
  }

  setFontSize(size: number): this {
    return this.each((range) => range.setFontSize(size));
  }

  setFontStyle(style: string | null): this {
    return this.each((range) => range.setFontStyle(style));
  }

  setFontWeight(weight: string | null): this {
    return this.each((range) => range.setFontWeight(weight));
  }

  setFormula(formula: string): this {
    return this.each((range) => range.setFormula(formula));
  }

  setFormulaR1C1(formula: string): this {
    return this.each((range) => range.setFormulaR1C1(formula));
  }

  setHorizontalAlignment(alignment: string | null): this {
    return this.each((range) => range.setHorizontalAlignment(alignment));
  }

  setVerticalAlignment(alignment: string | null): this {
    return this.each((range) => range.setVerticalAlignment(alignment));
  }

  setNote(note: string | null): this {
    return this.each((range) => range.setNote(note));
  }

  setNumberFormat(format: string): this {
    return this.each((range) => range.setNumberFormat(format));
  }

  setShowHyperlink(show: boolean): this {
    return this.each((range) => range.setShowHyperlink(show));
  }

  setTextDirection(direction: EnumValue | null): this {
    return this.each((range) => range.setTextDirection(direction));
  }

  setTextRotation(degrees: number): this {
    return this.each((range) => range.setTextRotation(degrees));
  }

  setValue(value: unknown): this {
    return this.each((range) => range.setValue(value));
  }

  setVerticalText(isVertical: boolean): this {
    return this.each((range) => range.setVerticalText(isVertical));
  }

  setWrap(isWrapEnabled: boolean): this {
    return this.each((range) => range.setWrap(isWrapEnabled));
  }

  setWrapStrategy(strategy: EnumValue): this {
    return this.each((range) => range.setWrapStrategy(strategy));
  }

  trimWhitespace(): this {
    return this.each((range) => range.trimWhitespace());
  }
}
