import type { ColumnRule, CountRule, TextRule, TextRuleName } from '../../form/item.ts';
import { ApiError } from '../../runtime/contract.ts';

/** Validation of a short text (reference: forms/TextValidation). */
export class TextValidation {
  static readonly api = 'Forms.TextValidation';
  readonly rule: TextRule;
  constructor(rule: TextRule) {
    this.rule = rule;
  }
}

/** Validation of a long text (reference: forms/ParagraphTextValidation). */
export class ParagraphTextValidation {
  static readonly api = 'Forms.ParagraphTextValidation';
  readonly rule: TextRule;
  constructor(rule: TextRule) {
    this.rule = rule;
  }
}

/** Validation of check boxes (reference: forms/CheckboxValidation). */
export class CheckboxValidation {
  static readonly api = 'Forms.CheckboxValidation';
  readonly rule: CountRule;
  constructor(rule: CountRule) {
    this.rule = rule;
  }

  requireSelectAtLeast(number: number): CheckboxValidation {
    return this.counting('atLeast', number);
  }

  requireSelectAtMost(number: number): CheckboxValidation {
    return this.counting('atMost', number);
  }

  requireSelectExactly(number: number): CheckboxValidation {
    return this.counting('exactly', number);
  }

  private counting(rule: CountRule['rule'], count: number): CheckboxValidation {
    return new CheckboxValidation({ ...this.rule, rule, count });
  }
}

/** Validation of a grid (reference: forms/GridValidation). */
export class GridValidation {
  static readonly api = 'Forms.GridValidation';
  readonly rule: ColumnRule | null;
  constructor(rule: ColumnRule | null) {
    this.rule = rule;
  }
}

/** Validation of a grid of check boxes (reference: forms/CheckboxGridValidation). */
export class CheckboxGridValidation {
  static readonly api = 'Forms.CheckboxGridValidation';
  readonly rule: ColumnRule | null;
  constructor(rule: ColumnRule | null) {
    this.rule = rule;
  }
}

/** Forms' patterns are RE2's: JavaScript's further constructs fail there, so they fail here. */
function checkPattern(pattern: string): string {
  try {
    new RegExp(pattern);
  } catch {
    throw new ApiError(`Invalid regular expression pattern: ${pattern}`);
  }
  if (/\(\?<?[=!]|\\[1-9]|\\k</.test(pattern)) throw new ApiError(`Invalid regular expression pattern: ${pattern}`);
  return pattern;
}

/** The rules that texts of both lengths know. Each call puts a rule in place of the one before. */
abstract class TextRuleBuilder {
  private rule: TextRule | null = null;
  private helpText = '';

  protected require(rule: TextRuleName, numbers: readonly number[] = [], pattern = ''): this {
    this.rule = { rule, numbers, pattern, helpText: '' };
    return this;
  }

  protected finished(): TextRule {
    if (!this.rule) throw new ApiError('A validation rule must be set before the validation can be built.');
    return { ...this.rule, helpText: this.helpText };
  }

  setHelpText(text: string): this {
    this.helpText = text;
    return this;
  }

  requireTextContainsPattern(pattern: string): this {
    return this.require('contains', [], checkPattern(pattern));
  }

  requireTextDoesNotContainPattern(pattern: string): this {
    return this.require('doesNotContain', [], checkPattern(pattern));
  }

  requireTextMatchesPattern(pattern: string): this {
    return this.require('matches', [], checkPattern(pattern));
  }

  requireTextDoesNotMatchPattern(pattern: string): this {
    return this.require('doesNotMatch', [], checkPattern(pattern));
  }

  requireTextLengthGreaterThanOrEqualTo(number: number): this {
    return this.require('minLength', [number]);
  }

  requireTextLengthLessThanOrEqualTo(number: number): this {
    return this.require('maxLength', [number]);
  }
}

/** Makes validations of long texts (reference: forms/ParagraphTextValidationBuilder). */
export class ParagraphTextValidationBuilder extends TextRuleBuilder {
  static readonly api = 'Forms.ParagraphTextValidationBuilder';

  build(): ParagraphTextValidation {
    return new ParagraphTextValidation(this.finished());
  }
}

/** Makes validations of short texts (reference: forms/TextValidationBuilder). */
export class TextValidationBuilder extends TextRuleBuilder {
  static readonly api = 'Forms.TextValidationBuilder';

  build(): TextValidation {
    return new TextValidation(this.finished());
  }

  requireNumber(): this {
    return this.require('number');
  }

  requireWholeNumber(): this {
    return this.require('wholeNumber');
  }

  requireNumberBetween(start: number, end: number): this {
    return this.require('between', [start, end]);
  }

  requireNumberNotBetween(start: number, end: number): this {
    return this.require('notBetween', [start, end]);
  }

  requireNumberEqualTo(number: number): this {
    return this.require('equalTo', [number]);
  }

  requireNumberNotEqualTo(number: number): this {
    return this.require('notEqualTo', [number]);
  }

  requireNumberGreaterThan(number: number): this {
    return this.require('greaterThan', [number]);
  }

  requireNumberGreaterThanOrEqualTo(number: number): this {
    return this.require('greaterThanOrEqualTo', [number]);
  }

  requireNumberLessThan(number: number): this {
    return this.require('lessThan', [number]);
  }

  requireNumberLessThanOrEqualTo(number: number): this {
    return this.require('lessThanOrEqualTo', [number]);
  }

  requireTextIsEmail(): this {
    return this.require('email');
  }

  requireTextIsUrl(): this {
    return this.require('url');
  }
}

/** Makes validations of check boxes (reference: forms/CheckboxValidationBuilder). */
export class CheckboxValidationBuilder {
  static readonly api = 'Forms.CheckboxValidationBuilder';
  private rule: CountRule | null = null;
  private helpText = '';

  requireSelectAtLeast(number: number): this {
    this.rule = { rule: 'atLeast', count: number, helpText: '' };
    return this;
  }

  requireSelectAtMost(number: number): this {
    this.rule = { rule: 'atMost', count: number, helpText: '' };
    return this;
  }

  requireSelectExactly(number: number): this {
    this.rule = { rule: 'exactly', count: number, helpText: '' };
    return this;
  }

  setHelpText(text: string): this {
    this.helpText = text;
    return this;
  }

  build(): CheckboxValidation {
    if (!this.rule) throw new ApiError('A validation rule must be set before the validation can be built.');
    return new CheckboxValidation({ ...this.rule, helpText: this.helpText });
  }
}

abstract class ColumnRuleBuilder {
  private limited = false;
  private helpText = '';

  requireLimitOneResponsePerColumn(): this {
    this.limited = true;
    return this;
  }

  setHelpText(text: string): this {
    this.helpText = text;
    return this;
  }

  protected finished(): ColumnRule | null {
    return this.limited ? { helpText: this.helpText } : null;
  }
}

/** Makes validations of grids (reference: forms/GridValidationBuilder). */
export class GridValidationBuilder extends ColumnRuleBuilder {
  static readonly api = 'Forms.GridValidationBuilder';

  build(): GridValidation {
    return new GridValidation(this.finished());
  }
}

/** Makes validations of grids of check boxes (reference: forms/CheckboxGridValidationBuilder). */
export class CheckboxGridValidationBuilder extends ColumnRuleBuilder {
  static readonly api = 'Forms.CheckboxGridValidationBuilder';

  build(): CheckboxGridValidation {
    return new CheckboxGridValidation(this.finished());
  }
}
