import type { Feedback } from '../../form/item.ts';

/** Feedback on an answer of a quiz (reference: forms/QuizFeedback). */
export class QuizFeedback {
  static readonly api = 'Forms.QuizFeedback';
  readonly record: Feedback;

  constructor(record: Feedback) {
    this.record = record;
  }

  getLinkUrls(): string[] {
    return this.record.links.map((link) => link.url);
  }

  getText(): string {
    return this.record.text;
  }
}

/** Makes feedback (reference: forms/QuizFeedbackBuilder). */
export class QuizFeedbackBuilder {
  static readonly api = 'Forms.QuizFeedbackBuilder';
  private record: Feedback;

  constructor(record: Feedback = { text: '', links: [] }) {
    this.record = record;
  }

  addLink(url: string, displayText?: string): this {
    this.record = { ...this.record, links: [...this.record.links, { url, text: displayText ?? url }] };
    return this;
  }

  setText(text: string): this {
    this.record = { ...this.record, text };
    return this;
  }

  copy(): QuizFeedbackBuilder {
    return new QuizFeedbackBuilder(this.record);
  }

  build(): QuizFeedback {
    return new QuizFeedback(this.record);
  }
}
