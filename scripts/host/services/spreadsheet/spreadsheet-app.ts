import { ApiError, type Execution } from '../../runtime/contract.ts';
import type { Rect } from '../../sheet/address.ts';
import { TOO_MANY_CELLS } from '../../sheet/errors.ts';
import { MAX_CELLS } from '../../sheet/workbook.ts';
import { type Ui, uiOf } from '../ui.ts';
import { Book } from './book.ts';
import { ColorBuilder } from './color.ts';
import { ConditionalFormatRuleBuilder } from './conditional-format.ts';
import { DataValidationBuilder } from './data-validation.ts';
import { FilterCriteriaBuilder } from './filter.ts';
import type { Range } from './range.ts';
import type { RangeList } from './range-list.ts';
import { RichTextValueBuilder } from './rich-text.ts';
import type { Selection } from './selection.ts';
import type { Sheet } from './sheet.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import { workbooksOf } from './store.ts';
import { TextStyleBuilder } from './text-style.ts';

const books = new WeakMap<Execution, Map<string, Book>>();

/** The one Book of an execution for a workbook, so that every handle to it is the same object. */
export function bookOf(execution: Execution, id: string): Book {
  let known = books.get(execution);
  if (!known) {
    known = new Map();
    books.set(execution, known);
  }
  let book = known.get(id);
  if (!book) {
    book = new Book(execution, id);
    known.set(id, book);
  }
  return book;
}

/** Handles for an event object: what they carry (names, ids, positions) costs the script no call. */
export function eventHandles(
  execution: Execution,
  workbookId: string,
  sheet: { readonly id: number; readonly name: string },
  rect: Rect,
): { readonly source: Spreadsheet; readonly range: Range } {
  const book = bookOf(execution, workbookId);
  book.sheet(sheet.id).carryName(sheet.name);
  return { source: book.spreadsheet(), range: book.range(sheet.id, rect) };
}

const ID_IN_URL = /\/d\/([\w-]+)/;

/** Opens and makes spreadsheets (reference: spreadsheet/SpreadsheetApp). */
export class SpreadsheetApp {
  static readonly api = 'Spreadsheet.SpreadsheetApp';
  private readonly execution: Execution;
  private active: Spreadsheet | null = null;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  private get current(): Spreadsheet {
    const active = this.getActiveSpreadsheet();
    if (!active) throw new ApiError('There is no active spreadsheet.', 'TypeError');
    return active;
  }

  getActiveSpreadsheet(): Spreadsheet | null {
    if (this.active) return this.active;
    const { container } = this.execution.world;
    return container?.type === 'spreadsheet' ? bookOf(this.execution, container.id).spreadsheet() : null;
  }

  getActive(): Spreadsheet | null {
    return this.getActiveSpreadsheet();
  }

  setActiveSpreadsheet(newActiveSpreadsheet: Spreadsheet): void {
    this.active = newActiveSpreadsheet;
  }

  getActiveSheet(): Sheet | null {
    return this.getActiveSpreadsheet()?.getActiveSheet() ?? null;
  }

  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }

  getActiveRange(): Range | null {
    return this.current.getActiveRange();
  }

  getActiveRangeList(): RangeList | null {
    return this.current.getActiveRangeList();
  }

  getCurrentCell(): Range | null {
    return this.current.getCurrentCell();
  }

  getSelection(): Selection {
    return this.current.getSelection();
  }

  setActiveRange(range: Range): Range {
    return range.activate();
  }

  setActiveRangeList(rangeList: RangeList): RangeList {
    return rangeList.activate();
  }

  setCurrentCell(cell: Range): Range {
    return cell.activate();
  }

  flush(): void {
    this.execution.flush();
  }

  create(name: string, rows = 1000, columns = 26): Spreadsheet {
    this.execution.requireScope('SpreadsheetApp.create', 'spreadsheets');
    if (rows < 1 || columns < 1) throw new ApiError('Invalid argument: rows');
    if (rows * columns > MAX_CELLS) throw new ApiError(TOO_MANY_CELLS);
    const { world } = this.execution;
    const id = this.execution.backend({ kind: 'write', method: 'SpreadsheetApp.create' }, () => {
      return workbooksOf(world).create(name, { rows, columns }).records.id;
    });
    return bookOf(this.execution, id).spreadsheet();
  }

  /** The bound spreadsheet too needs the scope when it is opened by its id. */
  openById(id: string): Spreadsheet {
    return this.opened('openById', id);
  }

  openByKey(key: string): Spreadsheet {
    return this.opened('openByKey', key);
  }

  openByUrl(url: string): Spreadsheet {
    const id = ID_IN_URL.exec(url)?.[1];
    if (!id) throw new ApiError('Invalid argument: url');
    return this.opened('openByUrl', id);
  }

  private opened(member: string, id: string): Spreadsheet {
    const method = `SpreadsheetApp.${member}`;
    this.execution.requireScope(method, 'spreadsheets', 'spreadsheets.readonly');
    const { world } = this.execution;
    const exists = this.execution.backend({ kind: 'name', method }, () => workbooksOf(world).find(id) !== null);
    if (!exists) {
      throw new ApiError(`Unexpected error while getting the method or property ${member} on object SpreadsheetApp.`);
    }
    return bookOf(this.execution, id).spreadsheet();
  }

  open(file: { getId(): string }): Spreadsheet {
    return this.openById(file.getId());
  }

  getUi(): Ui {
    return uiOf(this.execution, 'SpreadsheetApp.getUi');
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder();
  }

  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder();
  }

  newFilterCriteria(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder();
  }

  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder();
  }

  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder();
  }

  newColor(): ColorBuilder {
    return new ColorBuilder();
  }
}
