import { ApiError } from '../../runtime/contract.ts';
import { parseAddress } from '../../sheet/address.ts';
import type { NamedRangeRecord } from '../../sheet/rules.ts';
import type { Book } from './book.ts';
import type { Range } from './range.ts';

const NAME = /^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u;

/** Throws for a name that Sheets does not take: spaces, signs, a number first, or what reads as a cell. */
export function checkRangeName(name: string): void {
  const likeCell = parseAddress(name) !== null || /^r\d*c\d*$/i.test(name) || /^(true|false)$/i.test(name);
  if (!NAME.test(name) || likeCell) throw new ApiError(`The name "${name}" is not a valid name for a range.`);
}

/** A range with a name (reference: spreadsheet/NamedRange). */
export class NamedRange {
  static readonly api = 'Spreadsheet.NamedRange';
  private readonly book: Book;
  private readonly id: string;

  constructor(book: Book, id: string) {
    this.book = book;
    this.id = id;
  }

  private get record(): NamedRangeRecord {
    const found = this.book.workbook.records.namedRanges.find((one) => one.id === this.id);
    if (!found) throw new ApiError('Named range has been removed.');
    return found;
  }

  getName(): string {
    return this.book.look('NamedRange.getName', () => this.record.name);
  }

  getRange(): Range {
    const { sheetId, range } = this.book.look('NamedRange.getRange', () => ({ ...this.record }));
    return this.book.range(sheetId, range);
  }

  setName(name: string): this {
    checkRangeName(name);
    return this.change('setName', (record) => {
      record.name = name;
    });
  }

  setRange(range: Range): this {
    return this.change('setRange', (record) => {
      record.sheetId = range.sheetId;
      record.range = range.written;
    });
  }

  private change(method: string, effect: (record: NamedRangeRecord) => void): this {
    this.book.change(`NamedRange.${method}`, () => {
      effect(this.record);
      this.book.workbook.changed(true);
    });
    return this;
  }

  remove(): void {
    this.change('remove', (record) => {
      const { records } = this.book.workbook;
      records.namedRanges = records.namedRanges.filter((one) => one !== record);
    });
  }
}
