import { ApiError, type EnumValue } from '../../runtime/contract.ts';
import { enumValue } from '../../runtime/signatures.ts';
import type { CriteriaValue, Validation } from '../../sheet/rules.ts';
import type { Book } from './book.ts';
import { criteriaValue, scriptCriteria } from './convert.ts';
import type { Range } from './range.ts';

/** What a rule says, with values as the script gave them. */
interface RuleFields {
  readonly criteria: string | null;
  readonly values: readonly unknown[];
  readonly range: Range | null;
  readonly showDropdown: boolean;
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}

const EMPTY: RuleFields = {
  criteria: null,
  values: [],
  range: null,
  showDropdown: true,
  allowInvalid: true,
  helpText: null,
};

function criteriaValues({ criteria, values, range, showDropdown }: RuleFields): unknown[] {
  if (criteria === 'VALUE_IN_LIST') return [[...values], showDropdown];
  if (criteria === 'VALUE_IN_RANGE') return [range, showDropdown];
  return [...values];
}

/** A data validation rule (reference: spreadsheet/DataValidation). */
export class DataValidation {
  static readonly api = 'Spreadsheet.DataValidation';
  readonly fields: RuleFields & { readonly criteria: string };

  constructor(fields: RuleFields & { readonly criteria: string }) {
    this.fields = fields;
  }

  /** The handle for a rule of the store. */
  static of(book: Book, rule: Validation): DataValidation {
    const { timeZone } = book.workbook;
    return new DataValidation({
      criteria: rule.criteria,
      values: rule.values.map((value) => scriptCriteria(value, timeZone)),
      range: rule.source && book.range(rule.source.sheetId, rule.source.range),
      showDropdown: rule.showDropdown,
      allowInvalid: rule.allowInvalid,
      helpText: rule.helpText,
    });
  }

  /** The rule as the store keeps it. */
  toRule(timeZone: string): Validation {
    const { criteria, values, range, showDropdown, allowInvalid, helpText } = this.fields;
    return {
      criteria,
      values: values.map((value): CriteriaValue => criteriaValue(value, timeZone)),
      source: range && { sheetId: range.sheetId, range: range.written },
      showDropdown,
      allowInvalid,
      helpText,
    };
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.fields);
  }

  getAllowInvalid(): boolean {
    return this.fields.allowInvalid;
  }

  getCriteriaType(): EnumValue {
    return enumValue('Spreadsheet.DataValidationCriteria', this.fields.criteria);
  }

  getCriteriaValues(): unknown[] {
    return criteriaValues(this.fields);
  }

  getHelpText(): string | null {
    return this.fields.helpText;
  }
}

/** Makes data validation rules (reference: spreadsheet/DataValidationBuilder). Input that fails is allowed unless told. */
export class DataValidationBuilder {
  static readonly api = 'Spreadsheet.DataValidationBuilder';
  private fields: RuleFields;

  constructor(fields: RuleFields = EMPTY) {
    this.fields = fields;
  }

  private rule(criteria: string, ...values: unknown[]): this {
    this.fields = { ...this.fields, criteria, values, range: null, showDropdown: true };
    return this;
  }

  build(): DataValidation {
    const { criteria } = this.fields;
    if (criteria === null) throw new ApiError('Data validation rule requires a criteria.');
    return new DataValidation({ ...this.fields, criteria });
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.fields);
  }

  getAllowInvalid(): boolean {
    return this.fields.allowInvalid;
  }

  getCriteriaType(): EnumValue | null {
    return this.fields.criteria === null ? null : enumValue('Spreadsheet.DataValidationCriteria', this.fields.criteria);
  }

  getCriteriaValues(): unknown[] {
    return criteriaValues(this.fields);
  }

  getHelpText(): string | null {
    return this.fields.helpText;
  }

  setAllowInvalid(allowInvalid: boolean): this {
    this.fields = { ...this.fields, allowInvalid };
    return this;
  }

  setHelpText(helpText: string): this {
    this.fields = { ...this.fields, helpText };
    return this;
  }

  requireCheckbox(...values: unknown[]): this {
    return this.rule('CHECKBOX', ...values);
  }

  requireDate(): this {
    return this.rule('DATE_IS_VALID_DATE');
  }

  requireDateAfter(date: Date): this {
    return this.rule('DATE_AFTER', date);
  }

  requireDateBefore(date: Date): this {
    return this.rule('DATE_BEFORE', date);
  }

  requireDateBetween(start: Date, end: Date): this {
    return this.rule('DATE_BETWEEN', start, end);
  }

  requireDateEqualTo(date: Date): this {
    return this.rule('DATE_EQUAL_TO', date);
  }

  requireDateNotBetween(start: Date, end: Date): this {
    return this.rule('DATE_NOT_BETWEEN', start, end);
  }

  requireDateOnOrAfter(date: Date): this {
    return this.rule('DATE_ON_OR_AFTER', date);
  }

  requireDateOnOrBefore(date: Date): this {
    return this.rule('DATE_ON_OR_BEFORE', date);
  }

  requireFormulaSatisfied(formula: string): this {
    return this.rule('CUSTOM_FORMULA', formula);
  }

  requireNumberBetween(start: number, end: number): this {
    return this.rule('NUMBER_BETWEEN', start, end);
  }

  requireNumberEqualTo(number: number): this {
    return this.rule('NUMBER_EQUAL_TO', number);
  }

  requireNumberGreaterThan(number: number): this {
    return this.rule('NUMBER_GREATER_THAN', number);
  }

  requireNumberGreaterThanOrEqualTo(number: number): this {
    return this.rule('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }

  requireNumberLessThan(number: number): this {
    return this.rule('NUMBER_LESS_THAN', number);
  }

  requireNumberLessThanOrEqualTo(number: number): this {
    return this.rule('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  }

  requireNumberNotBetween(start: number, end: number): this {
    return this.rule('NUMBER_NOT_BETWEEN', start, end);
  }

  requireNumberNotEqualTo(number: number): this {
    return this.rule('NUMBER_NOT_EQUAL_TO', number);
  }

  requireTextContains(text: string): this {
    return this.rule('TEXT_CONTAINS', text);
  }

  requireTextDoesNotContain(text: string): this {
    return this.rule('TEXT_DOES_NOT_CONTAIN', text);
  }

  requireTextEqualTo(text: string): this {
    return this.rule('TEXT_EQUAL_TO', text);
  }

  requireTextIsEmail(): this {
    return this.rule('TEXT_IS_VALID_EMAIL');
  }

  requireTextIsUrl(): this {
    return this.rule('TEXT_IS_VALID_URL');
  }

  requireValueInList(values: readonly unknown[], showDropdown = true): this {
    if (values.length > 500)
      throw new ApiError('The number of items in the data validation list is greater than the maximum of 500.');
    this.rule('VALUE_IN_LIST', ...values.map(String));
    this.fields = { ...this.fields, showDropdown };
    return this;
  }

  requireValueInRange(range: Range, showDropdown = true): this {
    this.rule('VALUE_IN_RANGE');
    this.fields = { ...this.fields, range, showDropdown };
    return this;
  }

  withCriteria(criteria: EnumValue, args: readonly unknown[]): this {
    const [first, second] = args;
    if (criteria.name === 'VALUE_IN_LIST' && Array.isArray(first))
      return this.requireValueInList(first, second !== false);
    if (criteria.name === 'VALUE_IN_RANGE') {
      this.rule(criteria.name);
      this.fields = { ...this.fields, range: isRange(first) ? first : null, showDropdown: second !== false };
      return this;
    }
    return this.rule(criteria.name, ...args);
  }
}

function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && 'sheetId' in value && 'written' in value;
}
