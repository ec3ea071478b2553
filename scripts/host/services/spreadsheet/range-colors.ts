import type { EnumValue } from '../../runtime/contract.ts';
import { cssColor, rgbColor } from '../../sheet/color.ts';
import { applyStyle, type Border, restyle, type StyleChange, type StyleFields } from '../../sheet/style.ts';
import { Borders } from './border.ts';
import { Color } from './color.ts';
import { RangeContent } from './range-content.ts';

export type Table<T> = readonly (readonly T[])[];

/** What a colour by its name changes: nothing, where it is none, since Apps Script passes over it. */
function named(color: string | null, change: (color: Color | null) => StyleChange): StyleChange {
  if (color === null || color === '') return change(null);
  const hex = cssColor(color);
  return hex ? change(new Color(hex)) : {};
}

function background(color: Color | null): StyleChange {
  return { background: color?.hex ?? null, backgroundTheme: color?.theme ?? null };
}

function backgroundOf(fields: StyleFields): Color {
  return new Color(fields.background ?? '#ffffff', fields.backgroundTheme);
}

function fontColor(color: Color | null): StyleChange {
  return { fontColor: color?.hex ?? null, fontColorTheme: color?.theme ?? null };
}

function fontColorOf(fields: StyleFields): Color {
  return new Color(fields.fontColor ?? '#000000', fields.fontColorTheme);
}

/** Colours and borders of a range (reference: spreadsheet/Range). */
export class RangeColors extends RangeContent {
  protected setLooks(method: string, change: StyleChange): this {
    return this.writeCells(method, (sheet, rect) => {
      for (let row = rect.top; row < rect.bottom; row += 1) applyStyle(sheet, row, rect.left, rect.right, () => change);
      sheet.touch(false);
    });
  }

  protected setEachLooks<T>(method: string, table: Table<T>, change: (value: T) => StyleChange): this {
    this.checkSize(table);
    const changes = table.map((line) => line.map(change));
    return this.writeCells(method, (sheet, rect) => {
      changes.forEach((line, index) => {
        applyStyle(sheet, rect.top + index, rect.left, rect.right, (column) => line[column - rect.left] ?? {});
      });
      sheet.touch(false);
    });
  }

  protected look<T>(method: string, pick: (fields: StyleFields) => T): T {
    return this.readFirst(method, (sheet, row, column) => pick(sheet.layer('style', row, column)?.fields ?? {}));
  }

  protected looks<T>(method: string, pick: (fields: StyleFields) => T): T[][] {
    return this.readEach(method, (sheet, row, column) => pick(sheet.layer('style', row, column)?.fields ?? {}));
  }

  getBackground(): string {
    return this.getBackgroundObject().hex;
  }

  getBackgrounds(): string[][] {
    return this.getBackgroundObjects().map((line) => line.map(({ hex }) => hex));
  }

  getBackgroundObject(): Color {
    return this.look('getBackground', backgroundOf);
  }

  getBackgroundObjects(): Color[][] {
    return this.looks('getBackgrounds', backgroundOf);
  }

  setBackground(color: string | null): this {
    return this.setLooks('setBackground', named(color, background));
  }

  setBackgrounds(colors: Table<string | null>): this {
    return this.setEachLooks('setBackgrounds', colors, (color) => named(color, background));
  }

  setBackgroundObject(color: Color | null): this {
    return this.setLooks('setBackgroundObject', background(color));
  }

  setBackgroundObjects(colors: Table<Color | null> | null): this {
    if (colors === null) return this.setLooks('setBackgroundObjects', background(null));
    return this.setEachLooks('setBackgroundObjects', colors, background);
  }

  setBackgroundRGB(red: number, green: number, blue: number): this {
    return this.setLooks('setBackgroundRGB', background(new Color(rgbColor(red, green, blue))));
  }

  getFontColor(): string {
    return this.getFontColorObject().hex;
  }

  getFontColors(): string[][] {
    return this.getFontColorObjects().map((line) => line.map(({ hex }) => hex));
  }

  getFontColorObject(): Color {
    return this.look('getFontColor', fontColorOf);
  }

  getFontColorObjects(): Color[][] {
    return this.looks('getFontColors', fontColorOf);
  }

  setFontColor(color: string | null): this {
    return this.setLooks('setFontColor', named(color, fontColor));
  }

  setFontColors(colors: Table<string | null>): this {
    return this.setEachLooks('setFontColors', colors, (color) => named(color, fontColor));
  }

  setFontColorObject(color: Color | null): this {
    return this.setLooks('setFontColorObject', fontColor(color));
  }

  setFontColorObjects(colors: Table<Color | null>): this {
    return this.setEachLooks('setFontColorObjects', colors, fontColor);
  }

  /** The borders of the first cell; null when it has none. Not in the reference, but there. */
  getBorder(): Borders | null {
    return this.look('getBorder', (fields) => Borders.of(fields));
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
