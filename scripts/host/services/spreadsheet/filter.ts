import { ApiError, type EnumValue } from '../../runtime/contract.ts';
import { enumValue } from '../../runtime/signatures.ts';
import { applyFilter } from '../../sheet/filter.ts';
import { permuteRows, sortOrder } from '../../sheet/order.ts';
import type { FilterColumn, SheetFilter } from '../../sheet/rules.ts';
import type { Book } from './book.ts';
import { Color } from './color.ts';
import {
  ConditionBuilder,
  criteriaType,
  fromCondition,
  type ScriptCondition,
  toCondition,
} from './condition-builder.ts';
import type { Range } from './range.ts';

interface CriteriaFields {
  readonly hidden: readonly string[];
  readonly visible: readonly string[] | null;
  readonly condition: ScriptCondition | null;
  readonly color: NonNullable<FilterColumn['visibleColor']> | null;
}

const NO_CRITERIA: CriteriaFields = { hidden: [], visible: null, condition: null, color: null };

function visibleColor({ color }: CriteriaFields, of: 'background' | 'fontColor'): Color | null {
  return color?.of === of ? new Color(color.hex) : null;
}

/** What a filter shows of a column (reference: spreadsheet/FilterCriteria). */
export class FilterCriteria {
  static readonly api = 'Spreadsheet.FilterCriteria';
  readonly fields: CriteriaFields;

  constructor(fields: CriteriaFields) {
    this.fields = fields;
  }

  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(this.fields);
  }

  getCriteriaType(): EnumValue | null {
    return criteriaType(this.fields.condition);
  }

  getCriteriaValues(): unknown[] {
    return [...(this.fields.condition?.values ?? [])];
  }

  getHiddenValues(): string[] {
    return [...this.fields.hidden];
  }

  getVisibleValues(): string[] {
    return [...(this.fields.visible ?? [])];
  }

  getVisibleBackgroundColor(): Color | null {
    return visibleColor(this.fields, 'background');
  }

  getVisibleForegroundColor(): Color | null {
    return visibleColor(this.fields, 'fontColor');
  }
}

/** Makes filter criteria (reference: spreadsheet/FilterCriteriaBuilder). */
export class FilterCriteriaBuilder extends ConditionBuilder {
  static readonly api = 'Spreadsheet.FilterCriteriaBuilder';
  private fields: CriteriaFields;

  constructor(fields: CriteriaFields = NO_CRITERIA) {
    super();
    this.fields = fields;
  }

  protected when(criteria: string, ...values: unknown[]): this {
    this.fields = { ...this.fields, condition: { criteria, values } };
    return this;
  }

  build(): FilterCriteria {
    return new FilterCriteria(this.fields);
  }

  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(this.fields);
  }

  getCriteriaType(): EnumValue | null {
    return criteriaType(this.fields.condition);
  }

  getCriteriaValues(): unknown[] {
    return [...(this.fields.condition?.values ?? [])];
  }

  getHiddenValues(): string[] {
    return [...this.fields.hidden];
  }

  getVisibleValues(): string[] {
    return [...(this.fields.visible ?? [])];
  }

  getVisibleBackgroundColor(): Color | null {
    return visibleColor(this.fields, 'background');
  }

  getVisibleForegroundColor(): Color | null {
    return visibleColor(this.fields, 'fontColor');
  }

  setVisibleBackgroundColor(color: Color): this {
    this.fields = { ...this.fields, color: { of: 'background', hex: color.hex } };
    return this;
  }

  setVisibleForegroundColor(color: Color): this {
    this.fields = { ...this.fields, color: { of: 'fontColor', hex: color.hex } };
    return this;
  }

  whenDateNotEqualTo(date: Date): this {
    return this.when('DATE_NOT_EQUAL_TO', date);
  }

  whenTextNotEqualTo(text: string): this {
    return this.when('TEXT_NOT_EQUAL_TO', text);
  }

  whenDateEqualToAny(dates: readonly Date[]): this {
    return this.when('DATE_EQUAL_TO', ...dates);
  }

  whenDateNotEqualToAny(dates: readonly Date[]): this {
    return this.when('DATE_NOT_EQUAL_TO', ...dates);
  }

  whenNumberEqualToAny(numbers: readonly number[]): this {
    return this.when('NUMBER_EQUAL_TO', ...numbers);
  }

  whenNumberNotEqualToAny(numbers: readonly number[]): this {
    return this.when('NUMBER_NOT_EQUAL_TO', ...numbers);
  }

  whenTextEqualToAny(texts: readonly string[]): this {
    return this.when('TEXT_EQUAL_TO', ...texts);
  }

  whenTextNotEqualToAny(texts: readonly string[]): this {
    return this.when('TEXT_NOT_EQUAL_TO', ...texts);
  }

  setHiddenValues(values: readonly string[]): this {
    this.fields = { ...this.fields, hidden: values, visible: null };
    return this;
  }

  setVisibleValues(values: readonly string[]): this {
    this.fields = { ...this.fields, visible: values, hidden: [] };
    return this;
  }
}

/** How a column is sorted (reference: spreadsheet/SortSpec). */
export class SortSpec {
  static readonly api = 'Spreadsheet.SortSpec';
  private readonly column: number;
  private readonly ascending: boolean | null;

  constructor(column: number, ascending: boolean | null) {
    this.column = column;
    this.ascending = ascending;
  }

  getDimensionIndex(): number {
    return this.column;
  }

  isAscending(): boolean {
    return this.getSortOrder().name === 'ASCENDING';
  }

  getSortOrder(): EnumValue {
    if (this.ascending === null) {
      throw new ApiError(
        'Unexpected error while getting the method or property getSortOrder on object SpreadsheetApp.SortSpec.',
      );
    }
    return enumValue('Spreadsheet.SortOrder', this.ascending ? 'ASCENDING' : 'DESCENDING');
  }
}

/** The filter of a sheet (reference: spreadsheet/Filter). Column positions are those of the sheet. */
export class Filter {
  static readonly api = 'Spreadsheet.Filter';
  private readonly book: Book;
  private readonly sheetId: number;

  constructor(book: Book, sheetId: number) {
    this.book = book;
    this.sheetId = sheetId;
  }

  private get filter(): SheetFilter {
    const { filter } = this.book.grid(this.sheetId).records;
    if (!filter) throw new ApiError('Filter has been removed.');
    return filter;
  }

  private change(method: string, effect: (filter: SheetFilter) => void): this {
    this.book.change(`Filter.${method}`, () => {
      effect(this.filter);
      applyFilter(this.book.grid(this.sheetId));
    });
    return this;
  }

  getRange(): Range {
    return this.book.range(
      this.sheetId,
      this.book.look('Filter.getRange', () => this.filter.range),
    );
  }

  getColumnFilterCriteria(columnPosition: number): FilterCriteria | null {
    const fields = this.book.look('Filter.getColumnFilterCriteria', () => {
      const found = this.filter.columns.get(columnPosition - 1);
      const { timeZone } = this.book.workbook;
      return (
        found && {
          hidden: found.hiddenValues,
          visible: found.visibleValues,
          condition: found.condition && fromCondition(found.condition, timeZone),
          color: found.visibleColor ?? null,
        }
      );
    });
    return fields ? new FilterCriteria(fields) : null;
  }

  setColumnFilterCriteria(columnPosition: number, criteria: FilterCriteria | null): this {
    if (!criteria) return this.removeColumnFilterCriteria(columnPosition);
    const { hidden, visible, condition, color } = criteria.fields;
    return this.change('setColumnFilterCriteria', (filter) => {
      if (columnPosition - 1 < filter.range.left || columnPosition > filter.range.right) {
        throw new ApiError('The column position is outside of the filter range.');
      }
      const { timeZone } = this.book.workbook;
      filter.columns.set(columnPosition - 1, {
        hiddenValues: hidden,
        visibleValues: visible,
        condition: condition && toCondition(condition, timeZone),
        visibleColor: color,
      });
    });
  }

  removeColumnFilterCriteria(columnPosition: number): this {
    return this.change('removeColumnFilterCriteria', (filter) => filter.columns.delete(columnPosition - 1));
  }

  /** Sorts the rows below the header of the filtered range. */
  sort(columnPosition: number, ascending: boolean): this {
    return this.change('sort', (filter) => {
      const { range } = filter;
      const sheet = this.book.grid(this.sheetId);
      const rows = { ...range, top: range.top + 1 };
      permuteRows(sheet, rows, sortOrder(sheet, rows, [{ column: columnPosition - 1, ascending }]));
      filter.sorted = { column: columnPosition - 1, ascending };
    });
  }

  /** How the filter sorts by a column; one that it does not sort by has no order. Not in the reference, but there. */
  getColumnSortSpec(columnPosition: number): SortSpec {
    const sorted = this.book.look('Filter.getColumnSortSpec', () => this.filter.sorted ?? null);
    return new SortSpec(columnPosition, sorted?.column === columnPosition - 1 ? sorted.ascending : null);
  }

  remove(): void {
    this.book.change('Filter.remove', () => {
      const sheet = this.book.grid(this.sheetId);
      sheet.records.filter = null;
      applyFilter(sheet);
    });
  }
}
