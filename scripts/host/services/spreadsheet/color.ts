import { ApiError, type EnumValue } from '../../runtime/contract.ts';
import { enumValue } from '../../runtime/signatures.ts';
import { cssColor } from '../../sheet/color.ts';

/** A CSS colour as "#rrggbb". Throws for a text that is none. */
export function requireColor(text: string): string {
  const color = cssColor(text);
  if (!color) throw new ApiError(`Invalid argument: ${text}`);
  return color;
}

/** A colour by its red, green and blue parts (reference: base/RgbColor). */
export class RgbColor {
  static readonly api = 'Base.RgbColor';
  private readonly hex: string;

  constructor(hex: string) {
    this.hex = hex;
  }

  asHexString(): string {
    return this.hex;
  }

  getRed(): number {
    return Number.parseInt(this.hex.slice(1, 3), 16);
  }

  getGreen(): number {
    return Number.parseInt(this.hex.slice(3, 5), 16);
  }

  getBlue(): number {
    return Number.parseInt(this.hex.slice(5, 7), 16);
  }

  getColorType(): EnumValue {
    return enumValue('Base.ColorType', 'RGB');
  }
}

/** The colours of the theme that every new spreadsheet has, by the names in ThemeColorType. */
const THEME: Readonly<Record<string, string>> = {
  TEXT: '#000000',
  BACKGROUND: '#ffffff',
  ACCENT1: '#4285f4',
  ACCENT2: '#ea4335',
  ACCENT3: '#fbbc04',
  ACCENT4: '#34a853',
  ACCENT5: '#ff6d01',
  ACCENT6: '#46bdc6',
  HYPERLINK: '#1155cc',
};

/** A colour of the spreadsheet's theme (reference: spreadsheet/ThemeColor). */
export class ThemeColor {
  static readonly api = 'Spreadsheet.ThemeColor';
  private readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  getColorType(): EnumValue {
    return enumValue('Base.ColorType', 'THEME');
  }

  getThemeColorType(): EnumValue {
    return enumValue('Spreadsheet.ThemeColorType', this.name);
  }
}

/** A colour of a cell (reference: spreadsheet/Color): one of its own, or one of the theme. */
export class Color {
  static readonly api = 'Spreadsheet.Color';
  readonly hex: string;
  /** The name of the theme's colour. */
  readonly theme: string | null;

  constructor(hex: string, theme: string | null = null) {
    this.hex = hex;
    this.theme = theme;
  }

  asRgbColor(): RgbColor {
    if (this.theme !== null) throw new ApiError('Object is not of type RgbColor.');
    return new RgbColor(this.hex);
  }

  asThemeColor(): ThemeColor {
    if (this.theme === null) throw new ApiError('Object is not of type ThemeColor.');
    return new ThemeColor(this.theme);
  }

  getColorType(): EnumValue {
    return enumValue('Base.ColorType', this.theme === null ? 'RGB' : 'THEME');
  }
}

/** Makes colours (reference: spreadsheet/ColorBuilder). */
export class ColorBuilder {
  static readonly api = 'Spreadsheet.ColorBuilder';
  private color: Color | null = null;

  // A builder may stand where a colour is asked for, and is then the colour that it would build.

  get hex(): string {
    return this.build().hex;
  }

  get theme(): string | null {
    return this.build().theme;
  }

  setRgbColor(cssString: string): this {
    this.color = new Color(requireColor(cssString));
    return this;
  }

  setThemeColor(themeColorType: EnumValue): this {
    const hex = THEME[themeColorType.name];
    if (!hex) throw new ApiError(`Invalid argument: ${themeColorType.name}`);
    this.color = new Color(hex, themeColorType.name);
    return this;
  }

  asRgbColor(): RgbColor {
    if (!this.color) throw new ApiError('Object is not of type RgbColor.');
    return this.color.asRgbColor();
  }

  asThemeColor(): ThemeColor {
    if (!this.color) throw new ApiError('Object is not of type ThemeColor.');
    return this.color.asThemeColor();
  }

  getColorType(): EnumValue {
    return this.color?.getColorType() ?? enumValue('Base.ColorType', 'UNSUPPORTED');
  }

  build(): Color {
    if (!this.color) throw new ApiError('A color must be set before calling build().');
    return this.color;
  }
}
