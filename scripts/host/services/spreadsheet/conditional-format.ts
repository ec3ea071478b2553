import { ApiError, type EnumValue } from '../../runtime/contract.ts';
import { enumValue } from '../../runtime/signatures.ts';
import type { ConditionalFormat, GradientPoint } from '../../sheet/rules.ts';
import type { Book } from './book.ts';
import { Color, requireColor } from './color.ts';
import {
  ConditionBuilder,
  criteriaType,
  fromCondition,
  type ScriptCondition,
  toCondition,
} from './condition-builder.ts';
import type { Range } from './range.ts';

interface RuleFields {
  readonly ranges: readonly Range[];
  readonly condition: ScriptCondition | null;
  readonly looks: ConditionalFormat['looks'];
  readonly points: { readonly min?: GradientPoint; readonly mid?: GradientPoint; readonly max?: GradientPoint };
}

const colorOf = (hex: string | undefined): Color | null => (hex === undefined ? null : new Color(hex));

const EMPTY: RuleFields = { ranges: [], condition: null, looks: {}, points: {} };

/** Condition and looks of a rule (reference: spreadsheet/BooleanCondition). */
export class BooleanCondition {
  static readonly api = 'Spreadsheet.BooleanCondition';
  private readonly condition: ScriptCondition;
  private readonly looks: ConditionalFormat['looks'];

  constructor(condition: ScriptCondition, looks: ConditionalFormat['looks']) {
    this.condition = condition;
    this.looks = looks;
  }

  getCriteriaType(): EnumValue | null {
    return criteriaType(this.condition);
  }

  getCriteriaValues(): unknown[] {
    return [...this.condition.values];
  }

  getBackground(): string | null {
    return this.looks.background ?? null;
  }

  getBackgroundObject(): Color | null {
    return colorOf(this.looks.background);
  }

  getFontColor(): string | null {
    return this.looks.fontColor ?? null;
  }

  getFontColorObject(): Color | null {
    return colorOf(this.looks.fontColor);
  }

  getBold(): boolean | null {
    return this.looks.bold ?? null;
  }

  getItalic(): boolean | null {
    return this.looks.italic ?? null;
  }

  getStrikethrough(): boolean | null {
    return this.looks.strikethrough ?? null;
  }

  getUnderline(): boolean | null {
    return this.looks.underline ?? null;
  }
}

/** The colour scale of a rule (reference: spreadsheet/GradientCondition). */
export class GradientCondition {
  static readonly api = 'Spreadsheet.GradientCondition';
  private readonly points: RuleFields['points'];

  constructor(points: RuleFields['points']) {
    this.points = points;
  }

  private type(point: GradientPoint | undefined): EnumValue | null {
    return point ? enumValue('Spreadsheet.InterpolationType', point.type) : null;
  }

  getMinColor(): string {
    return this.points.min?.color ?? '';
  }

  getMinColorObject(): Color | null {
    return colorOf(this.points.min?.color);
  }

  getMinType(): EnumValue | null {
    return this.type(this.points.min);
  }

  getMinValue(): string {
    return this.points.min?.value ?? '';
  }

  getMidColor(): string {
    return this.points.mid?.color ?? '';
  }

  getMidColorObject(): Color | null {
    return colorOf(this.points.mid?.color);
  }

  getMidType(): EnumValue | null {
    return this.type(this.points.mid);
  }

  getMidValue(): string {
    return this.points.mid?.value ?? '';
  }

  getMaxColor(): string {
    return this.points.max?.color ?? '';
  }

  getMaxColorObject(): Color | null {
    return colorOf(this.points.max?.color);
  }

  getMaxType(): EnumValue | null {
    return this.type(this.points.max);
  }

  getMaxValue(): string {
    return this.points.max?.value ?? '';
  }
}

function booleanCondition({ condition, looks }: RuleFields): BooleanCondition | null {
  return condition && new BooleanCondition(condition, looks);
}

function gradientCondition({ points }: RuleFields): GradientCondition | null {
  return points.min || points.max ? new GradientCondition(points) : null;
}

/** A conditional format rule (reference: spreadsheet/ConditionalFormatRule). */
export class ConditionalFormatRule {
  static readonly api = 'Spreadsheet.ConditionalFormatRule';
  private readonly fields: RuleFields;

  constructor(fields: RuleFields) {
    this.fields = fields;
  }

  /** The handle for a rule of the store. */
  static of(book: Book, sheetId: number, rule: ConditionalFormat): ConditionalFormatRule {
    const { gradient } = rule;
    return new ConditionalFormatRule({
      ranges: rule.ranges.map((rect) => book.range(sheetId, rect)),
      condition: rule.condition && fromCondition(rule.condition, book.workbook.timeZone),
      looks: rule.looks,
      points: gradient ? { min: gradient.min, max: gradient.max, ...(gradient.mid && { mid: gradient.mid }) } : {},
    });
  }

  /** The rule as the store keeps it. */
  toRecord(timeZone: string): ConditionalFormat {
    const { ranges, condition, looks, points } = this.fields;
    const { min, mid, max } = points;
    return {
      ranges: ranges.map((range) => range.rect),
      condition: condition && toCondition(condition, timeZone),
      looks,
      gradient: min && max ? { min, mid: mid ?? null, max } : null,
    };
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.fields);
  }

  getBooleanCondition(): BooleanCondition | null {
    return booleanCondition(this.fields);
  }

  getGradientCondition(): GradientCondition | null {
    return gradientCondition(this.fields);
  }

  getRanges(): Range[] {
    return [...this.fields.ranges];
  }
}

/**
 * Makes conditional format rules (reference: spreadsheet/ConditionalFormatRuleBuilder). A colour of the theme is kept as what
 * it is when it is set.
 */
export class ConditionalFormatRuleBuilder extends ConditionBuilder {
  static readonly api = 'Spreadsheet.ConditionalFormatRuleBuilder';
  private fields: RuleFields;

  constructor(fields: RuleFields = EMPTY) {
    super();
    this.fields = fields;
  }

  protected when(criteria: string, ...values: unknown[]): this {
    this.fields = { ...this.fields, condition: { criteria, values }, points: {} };
    return this;
  }

  build(): ConditionalFormatRule {
    const { ranges, condition, points } = this.fields;
    if (ranges.length === 0) throw new ApiError('You must specify at least one range for a conditional format rule.');
    if (!condition && !points.min && !points.max) throw new ApiError('Conditional format rule must have a condition.');
    return new ConditionalFormatRule(this.fields);
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.fields);
  }

  getBooleanCondition(): BooleanCondition | null {
    return booleanCondition(this.fields);
  }

  getGradientCondition(): GradientCondition | null {
    return gradientCondition(this.fields);
  }

  getRanges(): Range[] {
    return [...this.fields.ranges];
  }

  setRanges(ranges: readonly Range[]): this {
    this.fields = { ...this.fields, ranges };
    return this;
  }

  private look<K extends keyof ConditionalFormat['looks']>(name: K, value: ConditionalFormat['looks'][K] | null): this {
    const { [name]: _before, ...rest } = this.fields.looks;
    this.fields = { ...this.fields, looks: value === null || value === undefined ? rest : { ...rest, [name]: value } };
    return this;
  }

  setBackground(color: string | null): this {
    return this.look('background', color === null ? null : requireColor(color));
  }

  setBackgroundObject(color: Color | null): this {
    return this.look('background', color?.hex ?? null);
  }

  setFontColor(color: string | null): this {
    return this.look('fontColor', color === null ? null : requireColor(color));
  }

  setFontColorObject(color: Color | null): this {
    return this.look('fontColor', color?.hex ?? null);
  }

  setBold(bold: boolean | null): this {
    return this.look('bold', bold);
  }

  setItalic(italic: boolean | null): this {
    return this.look('italic', italic);
  }

  setStrikethrough(strikethrough: boolean | null): this {
    return this.look('strikethrough', strikethrough);
  }

  setUnderline(underline: boolean | null): this {
    return this.look('underline', underline);
  }

  private point(name: 'min' | 'mid' | 'max', color: string, type: string, value: string): this {
    const point: GradientPoint = { color: requireColor(color), type, value };
    this.fields = { ...this.fields, condition: null, points: { ...this.fields.points, [name]: point } };
    return this;
  }

  setGradientMinpoint(color: string): this {
    return this.point('min', color, 'MIN', '');
  }

  setGradientMaxpoint(color: string): this {
    return this.point('max', color, 'MAX', '');
  }

  setGradientMinpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.point('min', color, type.name, value);
  }

  setGradientMidpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.point('mid', color, type.name, value);
  }

  setGradientMaxpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.point('max', color, type.name, value);
  }

  setGradientMinpointObject(color: Color): this {
    return this.point('min', color.hex, 'MIN', '');
  }

  setGradientMaxpointObject(color: Color): this {
    return this.point('max', color.hex, 'MAX', '');
  }

  setGradientMinpointObjectWithValue(color: Color, type: EnumValue, value: string): this {
    return this.point('min', color.hex, type.name, value);
  }

  setGradientMidpointObjectWithValue(color: Color, type: EnumValue, value: string): this {
    return this.point('mid', color.hex, type.name, value);
  }

  setGradientMaxpointObjectWithValue(color: Color, type: EnumValue, value: string): this {
    return this.point('max', color.hex, type.name, value);
  }
}
