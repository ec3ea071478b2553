import type { FormItem, RatingIcon, RatingQuestion, ScaleQuestion } from '../../form/item.ts';
import { ApiError, type EnumValue } from '../../runtime/contract.ts';
import { enumValue } from '../../runtime/signatures.ts';
import type { FormAccess } from './access.ts';
import { QuestionHandle } from './item-handle.ts';
import { ItemResponse } from './item-response.ts';

const isScale = (item: FormItem): item is ScaleQuestion => item.kind === 'SCALE';
const isRating = (item: FormItem): item is RatingQuestion => item.kind === 'RATING';

/** A row of numbers to choose from (reference: forms/ScaleItem): 0 or 1 up to 3 to 10. */
export class ScaleItem extends QuestionHandle<ScaleQuestion> {
  static readonly api = 'Forms.ScaleItem';
  constructor(access: FormAccess, itemId: number) {
    super(access, itemId, 'SCALE', isScale);
  }
  protected override handleOf(item: FormItem): ScaleItem {
    return new ScaleItem(this.access, item.id);
  }

  createResponse(response: number): ItemResponse {
    const { lower, upper } = this.get('createResponse', (item) => ({ lower: item.lower, upper: item.upper }));
    if (response < lower || response > upper) throw new ApiError(`Invalid response submitted to item: ${response}.`);
    return new ItemResponse(this.access, this.itemId, String(response));
  }

  getLeftLabel(): string {
    return this.get('getLeftLabel', (item) => item.leftLabel);
  }

  getRightLabel(): string {
    return this.get('getRightLabel', (item) => item.rightLabel);
  }

  getLowerBound(): number {
    return this.get('getLowerBound', (item) => item.lower);
  }

  getUpperBound(): number {
    return this.get('getUpperBound', (item) => item.upper);
  }

  setBounds(lower: number, upper: number): this {
    if (lower !== 0 && lower !== 1) throw new ApiError('Invalid argument: lower');
    if (upper < 3 || upper > 10) throw new ApiError('Invalid argument: upper');
    return this.set('setBounds', (item) => {
      item.lower = lower;
      item.upper = upper;
    });
  }

  setLabels(lower: string, upper: string): this {
    return this.set('setLabels', (item) => {
      item.leftLabel = lower;
      item.rightLabel = upper;
    });
  }
}

const ICONS: readonly RatingIcon[] = ['STAR', 'HEART', 'THUMB_UP'];

/** Stars, hearts or thumbs (reference: forms/RatingItem): 1 up to 3 to 10. */
export class RatingItem extends QuestionHandle<RatingQuestion> {
  static readonly api = 'Forms.RatingItem';
  constructor(access: FormAccess, itemId: number) {
    super(access, itemId, 'RATING', isRating);
  }
  protected override handleOf(item: FormItem): RatingItem {
    return new RatingItem(this.access, item.id);
  }

  createResponse(response: number): ItemResponse {
    const levels = this.get('createResponse', (item) => item.levels);
    if (response < 1 || response > levels) throw new ApiError(`Invalid response submitted to item: ${response}.`);
    return new ItemResponse(this.access, this.itemId, String(response));
  }

  getRatingIcon(): EnumValue {
    return enumValue(
      'Forms.RatingIconType',
      this.get('getRatingIcon', (item) => item.icon),
    );
  }

  getRatingScaleLevel(): number {
    return this.get('getRatingScaleLevel', (item) => item.levels);
  }

  setRatingIcon(ratingIcon: EnumValue): this {
    const icon = ICONS.find((candidate) => candidate === ratingIcon.name);
    if (!icon) throw new ApiError('Invalid argument: ratingIcon');
    return this.set('setRatingIcon', (item) => {
      item.icon = icon;
    });
  }

  setRatingScaleLevel(ratingScaleLevel: number): this {
    if (ratingScaleLevel < 3 || ratingScaleLevel > 10) throw new ApiError('Invalid argument: ratingScaleLevel');
    return this.set('setRatingScaleLevel', (item) => {
      item.levels = ratingScaleLevel;
    });
  }
}
