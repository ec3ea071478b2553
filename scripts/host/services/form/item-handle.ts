import type { Feedback, FormItem, ItemKind, Question } from '../../form/item.ts';
import { indexOfItem } from '../../form/store.ts';
import { apiOf } from '../../runtime/arguments.ts';
import { ApiError, type EnumValue } from '../../runtime/contract.ts';
import { enumValue } from '../../runtime/signatures.ts';
import { type FormAccess, requireItem } from './access.ts';
import { QuizFeedback } from './feedback.ts';

/** Tells whether a record is of the kind that a class of items stands for. */
export type ItemGuard<R extends FormItem> = (item: FormItem) => item is R;

/** What every item has (reference: forms/Item). A handle knows the form and the item's id, nothing else. */
export abstract class ItemHandle<R extends FormItem> {
  static readonly standsFor = 'Forms.Item';
  readonly access: FormAccess;
  readonly itemId: number;
  private readonly kind: ItemKind;
  private readonly guard: ItemGuard<R>;

  constructor(access: FormAccess, itemId: number, kind: ItemKind, guard: ItemGuard<R>) {
    this.access = access;
    this.itemId = itemId;
    this.kind = kind;
    this.guard = guard;
  }

  protected abstract handleOf(item: FormItem): ItemHandle<R>;

  protected get className(): string {
    return apiOf(this)?.split('.')[1] ?? 'Item';
  }

  protected get<T>(member: string, look: (item: R) => T): T {
    return this.access.read(`${this.className}.${member}`, (form) => look(this.record(requireItem(form, this.itemId))));
  }

  protected set(member: string, change: (item: R) => void): this {
    this.access.change(`${this.className}.${member}`, (form) => change(this.record(requireItem(form, this.itemId))));
    return this;
  }

  private record(item: FormItem): R {
    if (!this.guard(item)) throw new Error(`Item ${this.itemId} is a ${item.kind}`);
    return item;
  }

  duplicate(): ItemHandle<R> {
    return this.handleOf(
      this.access.change(`${this.className}.duplicate`, (form, store) =>
        store.duplicateItem(form, requireItem(form, this.itemId)),
      ),
    );
  }

  getHelpText(): string {
    return this.get('getHelpText', (item) => item.helpText);
  }

  getId(): number {
    return this.itemId;
  }

  getIndex(): number {
    return this.access.read(`${this.className}.getIndex`, (form) => indexOfItem(form, this.itemId));
  }

  getTitle(): string {
    return this.get('getTitle', (item) => item.title);
  }

  getType(): EnumValue {
    return enumValue('Forms.ItemType', this.kind);
  }

  setHelpText(text: string): this {
    return this.set('setHelpText', (item) => {
      item.helpText = text;
    });
  }

  setTitle(title: string): this {
    return this.set('setTitle', (item) => {
      item.title = title;
    });
  }
}

const MAX_POINTS = 2_147_483_647;

/** What every question has besides: required or not, and what a quiz needs. */
export abstract class QuestionHandle<R extends Question> extends ItemHandle<R> {
  isRequired(): boolean {
    return this.get('isRequired', (item) => item.required);
  }

  setRequired(enabled: boolean): this {
    return this.set('setRequired', (item) => {
      item.required = enabled;
    });
  }

  getPoints(): number {
    return this.get('getPoints', (item) => item.points);
  }

  setPoints(points: number): this {
    if (points < 0 || points > MAX_POINTS) throw new ApiError(`Invalid argument: points`);
    return this.set('setPoints', (item) => {
      item.points = points;
    });
  }

  getGeneralFeedback(): QuizFeedback | null {
    return feedbackHandle(this.get('getGeneralFeedback', (item) => item.generalFeedback));
  }

  setGeneralFeedback(feedback: QuizFeedback | null): this {
    return this.set('setGeneralFeedback', (item) => {
      item.generalFeedback = feedback?.record ?? null;
    });
  }

  getFeedbackForCorrect(): QuizFeedback | null {
    return feedbackHandle(this.get('getFeedbackForCorrect', (item) => item.correctFeedback));
  }

  setFeedbackForCorrect(feedback: QuizFeedback | null): this {
    return this.set('setFeedbackForCorrect', (item) => {
      item.correctFeedback = feedback?.record ?? null;
    });
  }

  getFeedbackForIncorrect(): QuizFeedback | null {
    return feedbackHandle(this.get('getFeedbackForIncorrect', (item) => item.incorrectFeedback));
  }

  setFeedbackForIncorrect(feedback: QuizFeedback | null): this {
    return this.set('setFeedbackForIncorrect', (item) => {
      item.incorrectFeedback = feedback?.record ?? null;
    });
  }
}

function feedbackHandle(record: Feedback | null): QuizFeedback | null {
  return record && new QuizFeedback(record);
}
