import { ApiError } from '../../runtime/contract.ts';
import type { StyleChange, StyleFields } from '../../sheet/style.ts';
import { Color, requireColor } from './color.ts';

/** What a TextStyle says; undefined is "not said". */
export interface TextFields {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  readonly fontFamily?: string;
  readonly fontSize?: number;
  readonly color?: string;
  /** The name of the theme's colour, or null for a colour of its own. */
  readonly theme?: string | null;
}

/** How text looks (reference: spreadsheet/TextStyle). */
export class TextStyle {
  static readonly api = 'Spreadsheet.TextStyle';
  readonly fields: TextFields;

  constructor(fields: TextFields) {
    this.fields = fields;
  }

  isBold(): boolean | null {
    return this.fields.bold ?? null;
  }

  isItalic(): boolean | null {
    return this.fields.italic ?? null;
  }

  isUnderline(): boolean | null {
    return this.fields.underline ?? null;
  }

  isStrikethrough(): boolean | null {
    return this.fields.strikethrough ?? null;
  }

  getFontFamily(): string | null {
    return this.fields.fontFamily ?? null;
  }

  getFontSize(): number | null {
    return this.fields.fontSize ?? null;
  }

  /** A colour of the theme by its name. */
  getForegroundColor(): string | null {
    return this.fields.theme ?? this.fields.color ?? null;
  }

  getForegroundColorObject(): Color | null {
    return this.fields.color === undefined ? null : new Color(this.fields.color, this.fields.theme);
  }

  copy(): TextStyleBuilder {
    return new TextStyleBuilder(this.fields);
  }
}

/** Makes text styles (reference: spreadsheet/TextStyleBuilder). */
export class TextStyleBuilder {
  static readonly api = 'Spreadsheet.TextStyleBuilder';
  private fields: TextFields;

  constructor(fields: TextFields = {}) {
    this.fields = fields;
  }

  private with(change: TextFields): this {
    this.fields = { ...this.fields, ...change };
    return this;
  }

  setBold(bold: boolean): this {
    return this.with({ bold });
  }

  setItalic(italic: boolean): this {
    return this.with({ italic });
  }

  setUnderline(underline: boolean): this {
    return this.with({ underline });
  }

  setStrikethrough(strikethrough: boolean): this {
    return this.with({ strikethrough });
  }

  setFontFamily(fontFamily: string): this {
    return this.with({ fontFamily });
  }

  setFontSize(fontSize: number): this {
    if (fontSize < 1) throw new ApiError('Invalid argument: fontSize');
    return this.with({ fontSize });
  }

  setForegroundColor(cssString: string): this {
    return this.with({ color: requireColor(cssString), theme: null });
  }

  setForegroundColorObject(color: Color): this {
    return this.with({ color: color.hex, theme: color.theme });
  }

  build(): TextStyle {
    return new TextStyle(this.fields);
  }
}

/** The change of a cell's looks that a text style asks for. */
export function styleChangeOf(fields: TextFields): StyleChange {
  return {
    ...(fields.bold !== undefined && { fontWeight: fields.bold ? 'bold' : null }),
    ...(fields.italic !== undefined && { fontStyle: fields.italic ? 'italic' : null }),
    ...(fields.underline !== undefined && { underline: fields.underline || null }),
    ...(fields.strikethrough !== undefined && { strikethrough: fields.strikethrough || null }),
    ...(fields.fontFamily !== undefined && { fontFamily: fields.fontFamily }),
    ...(fields.fontSize !== undefined && { fontSize: fields.fontSize }),
    ...(fields.color !== undefined && { fontColor: fields.color, fontColorTheme: fields.theme ?? null }),
  };
}

/** The looks of a cell as a text style; what is not set is the default of Sheets. */
export function textFieldsOf(fields: StyleFields | undefined): Required<TextFields> {
  return {
    bold: fields?.fontWeight === 'bold',
    italic: fields?.fontStyle === 'italic',
    underline: fields?.underline === true,
    strikethrough: fields?.strikethrough === true,
    fontFamily: fields?.fontFamily ?? 'arial,sans,sans-serif',
    fontSize: fields?.fontSize ?? 10,
    color: fields?.fontColor ?? '#000000',
    theme: fields?.fontColorTheme ?? null,
  };
}
