import type { EnumValue } from '../../runtime/contract.ts';
import { EnumValue as Enum } from '../../runtime/contract.ts';
import { enumValue } from '../../runtime/signatures.ts';
import type { Condition } from '../../sheet/rules.ts';
import { criteriaValue, scriptCriteria } from './convert.ts';

/** A condition with its values as scripts give and get them. */
export interface ScriptCondition {
  readonly criteria: string;
  readonly values: readonly unknown[];
}

export function criteriaType(condition: ScriptCondition | null): EnumValue | null {
  return condition && enumValue('Spreadsheet.BooleanCriteria', condition.criteria);
}

export function toCondition(condition: ScriptCondition, timeZone: string): Condition {
  const values = condition.values.map((value) => (value instanceof Enum ? value.name : criteriaValue(value, timeZone)));
  return { criteria: condition.criteria, values };
}

export function fromCondition({ criteria, values }: Condition, timeZone: string): ScriptCondition {
  const relative = criteria.endsWith('_RELATIVE');
  return {
    criteria,
    values: values.map((value) =>
      relative && typeof value === 'string'
        ? enumValue('Spreadsheet.RelativeDate', value)
        : scriptCriteria(value, timeZone),
    ),
  };
}

/** The "when" methods that filter criteria and conditional format rules share. */
export abstract class ConditionBuilder {
  protected abstract when(criteria: string, ...values: unknown[]): this;

  private date(criteria: string, date: Date | EnumValue): this {
    return date instanceof Date ? this.when(criteria, date) : this.when(`${criteria}_RELATIVE`, date);
  }

  whenCellEmpty(): this {
    return this.when('CELL_EMPTY');
  }

  whenCellNotEmpty(): this {
    return this.when('CELL_NOT_EMPTY');
  }

  whenDateAfter(date: Date | EnumValue): this {
    return this.date('DATE_AFTER', date);
  }

  whenDateBefore(date: Date | EnumValue): this {
    return this.date('DATE_BEFORE', date);
  }

  whenDateEqualTo(date: Date | EnumValue): this {
    return this.date('DATE_EQUAL_TO', date);
  }

  whenFormulaSatisfied(formula: string): this {
    return this.when('CUSTOM_FORMULA', formula);
  }

  whenNumberBetween(start: number, end: number): this {
    return this.when('NUMBER_BETWEEN', start, end);
  }

  whenNumberEqualTo(number: number): this {
    return this.when('NUMBER_EQUAL_TO', number);
  }

  whenNumberGreaterThan(number: number): this {
    return this.when('NUMBER_GREATER_THAN', number);
  }

  whenNumberGreaterThanOrEqualTo(number: number): this {
    return this.when('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }

  whenNumberLessThan(number: number): this {
    return this.when('NUMBER_LESS_THAN', number);
  }

  whenNumberLessThanOrEqualTo(number: number): this {
    return this.when('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  }

  whenNumberNotBetween(start: number, end: number): this {
    return this.when('NUMBER_NOT_BETWEEN', start, end);
  }

  whenNumberNotEqualTo(number: number): this {
    return this.when('NUMBER_NOT_EQUAL_TO', number);
  }

  whenTextContains(text: string): this {
    return this.when('TEXT_CONTAINS', text);
  }

  whenTextDoesNotContain(text: string): this {
    return this.when('TEXT_DOES_NOT_CONTAIN', text);
  }

  whenTextEndsWith(text: string): this {
    return this.when('TEXT_ENDS_WITH', text);
  }

  whenTextEqualTo(text: string): this {
    return this.when('TEXT_EQUAL_TO', text);
  }

  whenTextStartsWith(text: string): this {
    return this.when('TEXT_STARTS_WITH', text);
  }

  withCriteria(criteria: EnumValue, args: readonly unknown[]): this {
    return this.when(criteria.name, ...args);
  }
}
