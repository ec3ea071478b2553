import type { EnumValue } from '../../runtime/contract.ts';
import type { Book } from './book.ts';
import type { Range } from './range.ts';
import { RangeList } from './range-list.ts';
import type { Sheet } from './sheet.ts';

/** What is selected in the sheet that is open (reference: spreadsheet/Selection). Without a choice it is A1. */
export class Selection {
  static readonly api = 'Spreadsheet.Selection';
  private readonly book: Book;

  constructor(book: Book) {
    this.book = book;
  }

  private get activeId(): number {
    return this.book.free('Selection', () => this.book.workbook.activeSheet.id);
  }

  /** The selected range of a sheet. */
  rangeIn(sheetId: number): Range {
    const rect = this.book.free('Selection', () => {
      const { selection } = this.book.workbook.records;
      return selection?.sheetId === sheetId ? selection.ranges[0] : undefined;
    });
    return this.book.range(sheetId, rect ?? { top: 0, left: 0, bottom: 1, right: 1 });
  }

  getActiveSheet(): Sheet {
    return this.book.sheet(this.activeId);
  }

  getActiveRange(): Range | null {
    return this.rangeIn(this.activeId);
  }

  getCurrentCell(): Range | null {
    return this.rangeIn(this.activeId).getCell(1, 1);
  }

  getActiveRangeList(): RangeList | null {
    const id = this.activeId;
    const rects = this.book.free('Selection', () => this.book.workbook.records.selection?.ranges ?? []);
    return new RangeList(rects.length > 0 ? rects.map((rect) => this.book.range(id, rect)) : [this.rangeIn(id)]);
  }

  getNextDataRange(direction: EnumValue): Range | null {
    return this.rangeIn(this.activeId).getNextDataCell(direction);
  }
}
