import type { Answer, Grade } from '../../form/form.ts';
import { type FormAccess, requireItem } from './access.ts';
import { QuizFeedback } from './feedback.ts';
import { Item } from './item.ts';

/** The answer to one question (reference: forms/ItemResponse). It carries its data; the store is not asked again. */
export class ItemResponse {
  static readonly api = 'Forms.ItemResponse';
  readonly itemId: number;
  readonly answer: Answer | null;
  grade: Grade;
  private readonly access: FormAccess;

  constructor(access: FormAccess, itemId: number, answer: Answer | null, grade?: Grade) {
    this.access = access;
    this.itemId = itemId;
    this.answer = answer;
    this.grade = grade ?? { score: null, feedback: null };
  }

  getItem(): Item {
    const kind = this.access.read('ItemResponse.getItem', (form) => requireItem(form, this.itemId).kind);
    return new Item(this.access, this.itemId, kind);
  }

  getResponse(): Answer | null {
    return this.answer;
  }

  getScore(): number | null {
    return this.grade.score;
  }

  getFeedback(): QuizFeedback | null {
    return this.grade.feedback && new QuizFeedback(this.grade.feedback);
  }

  setScore(score: unknown): this {
    this.grade = { ...this.grade, score: score === null ? null : Number(score) };
    return this;
  }

  setFeedback(feedback: unknown): this {
    this.grade = { ...this.grade, feedback: feedback instanceof QuizFeedback ? feedback.record : null };
    return this;
  }
}
