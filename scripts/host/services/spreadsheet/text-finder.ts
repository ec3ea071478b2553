import type { Rect } from '../../sheet/address.ts';
import { displayAt } from '../../sheet/display.ts';
import type { Sheet as GridSheet } from '../../sheet/sheet.ts';
import { writeCell } from '../../sheet/write.ts';
import type { Book } from './book.ts';
import type { Range } from './range.ts';

interface Match {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

/** Where a search runs: whole sheets or one range. */
export interface SearchArea {
  readonly sheetId: number;
  readonly rect: Rect | null;
}

/** Finds and replaces text (reference: spreadsheet/TextFinder). Cells are searched by what they show. */
export class TextFinder {
  static readonly api = 'Spreadsheet.TextFinder';
  private readonly book: Book;
  private readonly areas: () => readonly SearchArea[];
  private readonly text: string;
  private caseMatters = false;
  private entireCell = false;
  private inFormulas = false;
  private asPattern = false;
  private withoutDiacritics = false;
  private current: Match | null = null;
  private start: Match | null = null;

  /** `areas` is asked inside the search, since sheets come and go. */
  constructor(book: Book, areas: () => readonly SearchArea[], text: string) {
    this.book = book;
    this.areas = areas;
    this.text = text;
  }

  matchCase(matchCase: boolean): this {
    this.caseMatters = matchCase;
    return this;
  }

  matchEntireCell(matchEntireCell: boolean): this {
    this.entireCell = matchEntireCell;
    return this;
  }

  matchFormulaText(matchFormulaText: boolean): this {
    this.inFormulas = matchFormulaText;
    return this;
  }

  useRegularExpression(useRegEx: boolean): this {
    this.asPattern = useRegEx;
    return this;
  }

  ignoreDiacritics(ignoreDiacritics: boolean): this {
    this.withoutDiacritics = ignoreDiacritics;
    return this;
  }

  startFrom(startRange: Range): this {
    this.start = { sheetId: startRange.sheetId, row: startRange.rect.top, column: startRange.rect.left };
    this.current = null;
    return this;
  }

  private pattern(global = false): RegExp {
    const source = this.asPattern ? this.text : this.fold(this.text).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const whole = this.entireCell ? `^(?:${source})$` : source;
    return new RegExp(whole, `u${this.caseMatters ? '' : 'i'}${global ? 'g' : ''}`);
  }

  private fold(text: string): string {
    return this.withoutDiacritics ? text.normalize('NFD').replace(/\p{M}/gu, '') : text;
  }

  private subject(sheet: GridSheet, row: number, column: number): string {
    const formula = this.inFormulas ? sheet.layer('formula', row, column) : null;
    return this.fold(formula ?? displayAt(sheet, row, column));
  }

  private matches(): Match[] {
    const pattern = this.pattern();
    const found: Match[] = [];
    for (const area of this.areas()) {
      const sheet = this.book.grid(area.sheetId);
      const size = sheet.dataSize();
      const { top, left, bottom, right } = area.rect ?? sheet.area;
      for (let row = top; row < Math.min(bottom, size.rows); row += 1) {
        for (let column = left; column < Math.min(right, size.columns); column += 1) {
          const subject = this.subject(sheet, row, column);
          if (subject !== '' && pattern.test(subject)) found.push({ sheetId: sheet.id, row, column });
        }
      }
    }
    return found;
  }

  private search(method: string): readonly Match[] {
    return this.book.read(`TextFinder.${method}`, 1, () => this.matches());
  }

  private rangeOf(match: Match | null): Range | null {
    return (
      match &&
      this.book.range(match.sheetId, {
        top: match.row,
        left: match.column,
        bottom: match.row + 1,
        right: match.column + 1,
      })
    );
  }

  findAll(): Range[] {
    return this.search('findAll').map((match) =>
      this.book.range(match.sheetId, {
        top: match.row,
        left: match.column,
        bottom: match.row + 1,
        right: match.column + 1,
      }),
    );
  }

  findNext(): Range | null {
    return this.step('findNext', 1);
  }

  findPrevious(): Range | null {
    return this.step('findPrevious', -1);
  }

  private step(method: string, direction: 1 | -1): Range | null {
    const found = this.search(method);
    const { current } = this;
    let at = direction === 1 ? 0 : found.length - 1;
    if (current)
      at =
        found.findIndex(
          (one) => one.sheetId === current.sheetId && one.row === current.row && one.column === current.column,
        ) + direction;
    else if (this.start) {
      const { row, column } = this.start;
      const after = found.findIndex((one) => one.row > row || (one.row === row && one.column > column));
      at = direction === 1 ? (after < 0 ? found.length : after) : (after < 0 ? found.length : after) - 1;
    }
    this.current = found[at] ?? null;
    return this.rangeOf(this.current);
  }

  getCurrentMatch(): Range | null {
    return this.rangeOf(this.current);
  }

  /** Replaces in the current match; gives how many cells changed. */
  replaceWith(replaceText: string): number {
    const { current } = this;
    if (!current) return 0;
    return this.book.change('TextFinder.replaceWith', () => this.replace([current], replaceText));
  }

  replaceAllWith(replaceText: string): number {
    return this.book.change('TextFinder.replaceAllWith', () => this.replace(this.matches(), replaceText));
  }

  private replace(places: readonly Match[], replacement: string): number {
    const pattern = this.pattern(true);
    const literal = this.asPattern ? replacement : replacement.replaceAll('$', '$$$$');
    let count = 0;
    for (const { sheetId, row, column } of places) {
      const sheet = this.book.grid(sheetId);
      const formula = sheet.layer('formula', row, column);
      if (formula && !this.inFormulas) continue;
      const subject = this.subject(sheet, row, column);
      writeCell(sheet, sheet.writable(row), column, subject.replace(pattern, literal), sheet.workbook.typing);
      sheet.touch(true);
      count += 1;
    }
    return count;
  }
}
