import { ApiError } from '../../runtime/contract.ts';
import type { BandingRecord } from '../../sheet/rules.ts';
import type { Book } from './book.ts';
import { Color, requireColor } from './color.ts';
import type { Range } from './range.ts';

interface Theme {
  readonly header: string;
  readonly first: string;
  readonly second: string;
  readonly footer: string;
}

const THEMES: Readonly<Record<string, Theme>> = {
  LIGHT_GREY: { header: '#bdbdbd', first: '#ffffff', second: '#f3f3f3', footer: '#dedede' },
  CYAN: { header: '#4dd0e1', first: '#ffffff', second: '#e0f7fa', footer: '#a2e8f1' },
  GREEN: { header: '#63d297', first: '#ffffff', second: '#e7f9ef', footer: '#afe9ca' },
  YELLOW: { header: '#f7cb4d', first: '#ffffff', second: '#fef8e3', footer: '#fce8b2' },
  ORANGE: { header: '#f46524', first: '#ffffff', second: '#ffe6dd', footer: '#ffccbc' },
  BLUE: { header: '#5b95f9', first: '#ffffff', second: '#e8f0fe', footer: '#acc9fe' },
  TEAL: { header: '#26a69a', first: '#ffffff', second: '#ddf2f0', footer: '#8cd3cd' },
  GREY: { header: '#78909c', first: '#ffffff', second: '#ebeff1', footer: '#bbc8ce' },
  BROWN: { header: '#cca677', first: '#ffffff', second: '#f8f2eb', footer: '#e6d3ba' },
  LIGHT_GREEN: { header: '#8bc34a', first: '#ffffff', second: '#eef7e3', footer: '#c4e2a0' },
  INDIGO: { header: '#8989eb', first: '#ffffff', second: '#e8e7fc', footer: '#c4c3f7' },
  PINK: { header: '#e91d63', first: '#ffffff', second: '#fddce8', footer: '#f68ab0' },
};

/** The colours of a banding theme by the name in BandingTheme. */
export function bandingColors(theme: string): Theme {
  const found = THEMES[theme];
  if (!found) throw new ApiError(`Invalid argument: ${theme}`);
  return found;
}

type ColorField = 'header' | 'first' | 'second' | 'footer';

/** Alternating colours of a range (reference: spreadsheet/Banding). Colours of the other direction are null. */
export class Banding {
  static readonly api = 'Spreadsheet.Banding';
  private readonly book: Book;
  private readonly sheetId: number;
  private readonly id: number;

  constructor(book: Book, sheetId: number, id: number) {
    this.book = book;
    this.sheetId = sheetId;
    this.id = id;
  }

  private get record(): BandingRecord {
    const found = this.book.grid(this.sheetId).records.bandings.find((one) => one.id === this.id);
    if (!found) throw new ApiError('Banding has been removed.');
    return found;
  }

  private change(method: string, effect: (record: BandingRecord) => void): this {
    this.book.change(`Banding.${method}`, () => {
      effect(this.record);
      this.book.grid(this.sheetId).touch(false);
    });
    return this;
  }

  private color(direction: 'rows' | 'columns', field: ColorField): string | null {
    return this.book.look(`Banding.${field}`, () => (this.record.direction === direction ? this.record[field] : null));
  }

  private colorObject(direction: 'rows' | 'columns', field: ColorField): Color | null {
    const hex = this.color(direction, field);
    return hex === null ? null : new Color(hex);
  }

  private paint(direction: 'rows' | 'columns', field: ColorField, color: string | null): this {
    if (color === null && (field === 'first' || field === 'second')) {
      const name = field === 'first' ? 'First' : 'Second';
      throw new ApiError(`${name} ${direction === 'rows' ? 'row' : 'column'} color should not be null.`);
    }
    const hex = color === null ? null : requireColor(color);
    return this.change(field, (record) => {
      if (record.direction === direction) record[field] = hex;
    });
  }

  getRange(): Range {
    return this.book.range(
      this.sheetId,
      this.book.look('Banding.getRange', () => this.record.range),
    );
  }

  setRange(range: Range): this {
    return this.change('setRange', (record) => {
      record.range = range.rect;
    });
  }

  copyTo(range: Range): Banding {
    const id = this.book.change('Banding.copyTo', () => {
      const made = this.book.workbook.nextId();
      this.book.grid(range.sheetId).records.bandings.push({ ...this.record, id: made, range: range.rect });
      return made;
    });
    return new Banding(this.book, range.sheetId, id);
  }

  remove(): void {
    this.change('remove', (record) => {
      const { records } = this.book.grid(this.sheetId);
      records.bandings = records.bandings.filter((one) => one !== record);
    });
  }

  getHeaderRowColor(): string | null {
    return this.color('rows', 'header');
  }

  getFirstRowColor(): string | null {
    return this.color('rows', 'first');
  }

  getSecondRowColor(): string | null {
    return this.color('rows', 'second');
  }

  getFooterRowColor(): string | null {
    return this.color('rows', 'footer');
  }

  getHeaderColumnColor(): string | null {
    return this.color('columns', 'header');
  }

  getFirstColumnColor(): string | null {
    return this.color('columns', 'first');
  }

  getSecondColumnColor(): string | null {
    return this.color('columns', 'second');
  }

  getFooterColumnColor(): string | null {
    return this.color('columns', 'footer');
  }

  setHeaderRowColor(color: string | null): this {
    return this.paint('rows', 'header', color);
  }

  setFirstRowColor(color: string | null): this {
    return this.paint('rows', 'first', color);
  }

  setSecondRowColor(color: string | null): this {
    return this.paint('rows', 'second', color);
  }

  setFooterRowColor(color: string | null): this {
    return this.paint('rows', 'footer', color);
  }

  setHeaderColumnColor(color: string | null): this {
    return this.paint('columns', 'header', color);
  }

  setFirstColumnColor(color: string | null): this {
    return this.paint('columns', 'first', color);
  }

  setSecondColumnColor(color: string | null): this {
    return this.paint('columns', 'second', color);
  }

  setFooterColumnColor(color: string | null): this {
    return this.paint('columns', 'footer', color);
  }

  getHeaderRowColorObject(): Color | null {
    return this.colorObject('rows', 'header');
  }

  setHeaderRowColorObject(color: Color | null): this {
    return this.paint('rows', 'header', color?.hex ?? null);
  }

  getFirstRowColorObject(): Color | null {
    return this.colorObject('rows', 'first');
  }

  setFirstRowColorObject(color: Color | null): this {
    return this.paint('rows', 'first', color?.hex ?? null);
  }

  getSecondRowColorObject(): Color | null {
    return this.colorObject('rows', 'second');
  }

  setSecondRowColorObject(color: Color | null): this {
    return this.paint('rows', 'second', color?.hex ?? null);
  }

  getFooterRowColorObject(): Color | null {
    return this.colorObject('rows', 'footer');
  }

  setFooterRowColorObject(color: Color | null): this {
    return this.paint('rows', 'footer', color?.hex ?? null);
  }

  getHeaderColumnColorObject(): Color | null {
    return this.colorObject('columns', 'header');
  }

  setHeaderColumnColorObject(color: Color | null): this {
    return this.paint('columns', 'header', color?.hex ?? null);
  }

  getFirstColumnColorObject(): Color | null {
    return this.colorObject('columns', 'first');
  }

  setFirstColumnColorObject(color: Color | null): this {
    return this.paint('columns', 'first', color?.hex ?? null);
  }

  getSecondColumnColorObject(): Color | null {
    return this.colorObject('columns', 'second');
  }

  setSecondColumnColorObject(color: Color | null): this {
    return this.paint('columns', 'second', color?.hex ?? null);
  }

  getFooterColumnColorObject(): Color | null {
    return this.colorObject('columns', 'footer');
  }

  setFooterColumnColorObject(color: Color | null): this {
    return this.paint('columns', 'footer', color?.hex ?? null);
  }
}
