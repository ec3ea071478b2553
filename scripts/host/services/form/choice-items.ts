import type { ChoiceQuestion, Choice as ChoiceRecord, FormItem } from '../../form/item.ts';
import { ApiError, EnumValue } from '../../runtime/contract.ts';
import { enumValue } from '../../runtime/signatures.ts';
import type { FormAccess } from './access.ts';
import { QuestionHandle } from './item-handle.ts';
import { ItemResponse } from './item-response.ts';
import { PageBreakItem } from './layout-items.ts';
import type { CheckboxValidation } from './validations.ts';

const isChoice = (item: FormItem): item is ChoiceQuestion =>
  item.kind === 'MULTIPLE_CHOICE' || item.kind === 'LIST' || item.kind === 'CHECKBOX';

/** One choice of a question (reference: forms/Choice). */
export class Choice {
  static readonly api = 'Forms.Choice';
  readonly record: ChoiceRecord;
  private readonly access: FormAccess;

  constructor(access: FormAccess, record: ChoiceRecord) {
    this.access = access;
    this.record = record;
  }

  getGotoPage(): PageBreakItem | null {
    const page = this.record.navigation?.page;
    return page === null || page === undefined ? null : new PageBreakItem(this.access, page);
  }

  getPageNavigationType(): EnumValue | null {
    return this.record.navigation && enumValue('Forms.PageNavigationType', this.record.navigation.type);
  }

  getValue(): string {
    return this.record.value;
  }

  isCorrectAnswer(): boolean {
    return this.record.correct;
  }
}

/** What drop-downs, radio buttons and check boxes have in common. */
abstract class ChoiceHandle extends QuestionHandle<ChoiceQuestion> {
  protected choice(value: string, correct = false, navigation: ChoiceRecord['navigation'] = null): Choice {
    return new Choice(this.access, { value, correct, navigation });
  }

  getChoices(): Choice[] {
    return this.get('getChoices', (item) => item.choices).map((record) => new Choice(this.access, record));
  }

  setChoices(choices: readonly Choice[]): this {
    return this.replace(
      'setChoices',
      choices.map((choice) => choice.record),
    );
  }

  setChoiceValues(values: readonly string[]): this {
    return this.replace(
      'setChoiceValues',
      values.map((value) => ({ value, correct: false, navigation: null })),
    );
  }

  private replace(member: string, choices: readonly ChoiceRecord[]): this {
    if (choices.length === 0) throw new ApiError('Array is empty: choices');
    const values = choices.map((choice) => choice.value);
    if (new Set(values).size < values.length || values.includes('')) throw new ApiError('Invalid data updating form.');
    const navigating = choices.filter((choice) => choice.navigation !== null).length;
    if (navigating > 0 && navigating < choices.length) throw new ApiError('Invalid data updating form.');
    return this.set(member, (item) => {
      item.choices = choices;
    });
  }

  hasOtherOption(): boolean {
    return this.get('hasOtherOption', (item) => item.other);
  }

  showOtherOption(enabled: boolean): this {
    return this.set('showOtherOption', (item) => {
      item.other = enabled;
    });
  }

  protected checkChoices(values: readonly string[]): void {
    const { choices, other } = this.get('createResponse', (item) => item);
    const wrong = values.find((value) => !choices.some((choice) => choice.value === value));
    if (wrong !== undefined && !other) throw new ApiError(`Invalid response submitted to item: ${wrong}.`);
  }
}

/** Questions with one choice, which may lead to a page. */
abstract class SingleChoiceHandle extends ChoiceHandle {
  createChoice(value: string, second?: boolean | EnumValue | PageBreakItem): Choice {
    if (second instanceof PageBreakItem) {
      return this.choice(value, false, { type: 'GO_TO_PAGE', page: second.itemId });
    }
    if (second instanceof EnumValue) {
      const { name } = second;
      if (name !== 'CONTINUE' && name !== 'RESTART' && name !== 'SUBMIT') {
        throw new ApiError('Invalid argument: navigationType');
      }
      return this.choice(value, false, { type: name, page: null });
    }
    return this.choice(value, second ?? false);
  }

  createResponse(response: string): ItemResponse {
    this.checkChoices([response]);
    return new ItemResponse(this.access, this.itemId, response);
  }
}

/** A drop-down (reference: forms/ListItem). */
export class ListItem extends SingleChoiceHandle {
  static readonly api = 'Forms.ListItem';
  constructor(access: FormAccess, itemId: number) {
    super(access, itemId, 'LIST', isChoice);
  }
  protected override handleOf(item: FormItem): ListItem {
    return new ListItem(this.access, item.id);
  }
}

/** Radio buttons (reference: forms/MultipleChoiceItem). */
export class MultipleChoiceItem extends SingleChoiceHandle {
  static readonly api = 'Forms.MultipleChoiceItem';
  constructor(access: FormAccess, itemId: number) {
    super(access, itemId, 'MULTIPLE_CHOICE', isChoice);
  }
  protected override handleOf(item: FormItem): MultipleChoiceItem {
    return new MultipleChoiceItem(this.access, item.id);
  }
}

/** Check boxes (reference: forms/CheckboxItem). */
export class CheckboxItem extends ChoiceHandle {
  static readonly api = 'Forms.CheckboxItem';
  constructor(access: FormAccess, itemId: number) {
    super(access, itemId, 'CHECKBOX', isChoice);
  }
  protected override handleOf(item: FormItem): CheckboxItem {
    return new CheckboxItem(this.access, item.id);
  }

  createChoice(value: string, isCorrect?: boolean): Choice {
    return this.choice(value, isCorrect ?? false);
  }

  createResponse(responses: readonly string[]): ItemResponse {
    this.checkChoices(responses);
    return new ItemResponse(this.access, this.itemId, [...responses]);
  }

  setValidation(validation: CheckboxValidation | null): this {
    return this.set('setValidation', (item) => {
      item.countRule = validation?.rule ?? null;
    });
  }

  clearValidation(): this {
    return this.set('clearValidation', (item) => {
      item.countRule = null;
    });
  }
}
