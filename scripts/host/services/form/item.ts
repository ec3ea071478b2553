import type { FormItem, ItemKind } from '../../form/item.ts';
import { ApiError } from '../../runtime/contract.ts';
import type { FormAccess } from './access.ts';
import { CheckboxItem, ListItem, MultipleChoiceItem } from './choice-items.ts';
import { DateItem, DateTimeItem, DurationItem, TimeItem } from './date-items.ts';
import { CheckboxGridItem, GridItem } from './grid-items.ts';
import { ItemHandle } from './item-handle.ts';
import { ImageItem, PageBreakItem, SectionHeaderItem, VideoItem } from './layout-items.ts';
import { RatingItem, ScaleItem } from './scale-items.ts';
import { ParagraphTextItem, TextItem } from './text-items.ts';

const anyItem = (item: FormItem): item is FormItem => item !== undefined;

/** An item of any kind, which becomes one of its kind by `as…Item()` (reference: forms/Item). */
export class Item extends ItemHandle<FormItem> {
  static readonly api = 'Forms.Item';
  readonly itemKind: ItemKind;

  constructor(access: FormAccess, itemId: number, kind: ItemKind) {
    super(access, itemId, kind, anyItem);
    this.itemKind = kind;
  }

  protected override handleOf(item: FormItem): Item {
    return new Item(this.access, item.id, item.kind);
  }

  private as<T>(kind: ItemKind, made: new (access: FormAccess, itemId: number) => T): T {
    if (this.itemKind !== kind) throw new ApiError(`Invalid conversion for item type: ${this.itemKind}`);
    return new made(this.access, this.itemId);
  }

  asCheckboxGridItem(): CheckboxGridItem {
    return this.as('CHECKBOX_GRID', CheckboxGridItem);
  }
  asCheckboxItem(): CheckboxItem {
    return this.as('CHECKBOX', CheckboxItem);
  }
  asDateItem(): DateItem {
    return this.as('DATE', DateItem);
  }
  asDateTimeItem(): DateTimeItem {
    return this.as('DATETIME', DateTimeItem);
  }
  asDurationItem(): DurationItem {
    return this.as('DURATION', DurationItem);
  }
  asGridItem(): GridItem {
    return this.as('GRID', GridItem);
  }
  asImageItem(): ImageItem {
    return this.as('IMAGE', ImageItem);
  }
  asListItem(): ListItem {
    return this.as('LIST', ListItem);
  }
  asMultipleChoiceItem(): MultipleChoiceItem {
    return this.as('MULTIPLE_CHOICE', MultipleChoiceItem);
  }
  asPageBreakItem(): PageBreakItem {
    return this.as('PAGE_BREAK', PageBreakItem);
  }
  asParagraphTextItem(): ParagraphTextItem {
    return this.as('PARAGRAPH_TEXT', ParagraphTextItem);
  }
  asRatingItem(): RatingItem {
    return this.as('RATING', RatingItem);
  }
  asScaleItem(): ScaleItem {
    return this.as('SCALE', ScaleItem);
  }
  asSectionHeaderItem(): SectionHeaderItem {
    return this.as('SECTION_HEADER', SectionHeaderItem);
  }
  asTextItem(): TextItem {
    return this.as('TEXT', TextItem);
  }
  asTimeItem(): TimeItem {
    return this.as('TIME', TimeItem);
  }
  asVideoItem(): VideoItem {
    return this.as('VIDEO', VideoItem);
  }
}
