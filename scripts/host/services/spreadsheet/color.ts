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

/** A colour of a cell (reference: spreadsheet/Color). Only RGB colours are kept by this host. */
export class Color {
  static readonly api = 'Spreadsheet.Color';
  readonly hex: string;

  constructor(hex: string) {
    this.hex = hex;
  }

  asRgbColor(): RgbColor {
    return new RgbColor(this.hex);
  }

  asThemeColor(): never {
    throw new ApiError('Object is not of type ThemeColor.');
  }

  getColorType(): EnumValue {
    return enumValue('Base.ColorType', 'RGB');
  }
}

/** Makes colours (reference: spreadsheet/ColorBuilder). */
export class ColorBuilder {
  static readonly api = 'Spreadsheet.ColorBuilder';
  private hex: string | null = null;

  setRgbColor(cssString: string): this {
    this.hex = requireColor(cssString);
    return this;
  }

  asRgbColor(): RgbColor {
    return this.build().asRgbColor();
  }

  getColorType(): EnumValue {
    return enumValue('Base.ColorType', this.hex ? 'RGB' : 'UNSUPPORTED');
  }

  build(): Color {
    if (!this.hex) throw new ApiError('A color must be set before calling build().');
    return new Color(this.hex);
  }
}
