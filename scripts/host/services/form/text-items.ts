import type { FormItem, TextQuestion } from '../../form/item.ts';
import type { FormAccess } from './access.ts';
import { QuestionHandle } from './item-handle.ts';
import { ItemResponse } from './item-response.ts';
import type { ParagraphTextValidation, TextValidation } from './validations.ts';

const isText = (item: FormItem): item is TextQuestion => item.kind === 'TEXT' || item.kind === 'PARAGRAPH_TEXT';

abstract class TextHandle extends QuestionHandle<TextQuestion> {
  createResponse(response: string): ItemResponse {
    return new ItemResponse(this.access, this.itemId, response);
  }

  setValidation(validation: TextValidation | ParagraphTextValidation | null): this {
    return this.set('setValidation', (item) => {
      item.rule = validation?.rule ?? null;
    });
  }

  clearValidation(): this {
    return this.set('clearValidation', (item) => {
      item.rule = null;
    });
  }
}

/** A short text (reference: forms/TextItem). */
export class TextItem extends TextHandle {
  static readonly api = 'Forms.TextItem';
  constructor(access: FormAccess, itemId: number) {
    super(access, itemId, 'TEXT', isText);
  }
  protected override handleOf(item: FormItem): TextItem {
    return new TextItem(this.access, item.id);
  }
}

/** A text of several lines (reference: forms/ParagraphTextItem). */
export class ParagraphTextItem extends TextHandle {
  static readonly api = 'Forms.ParagraphTextItem';
  constructor(access: FormAccess, itemId: number) {
    super(access, itemId, 'PARAGRAPH_TEXT', isText);
  }
  protected override handleOf(item: FormItem): ParagraphTextItem {
    return new ParagraphTextItem(this.access, item.id);
  }
}
