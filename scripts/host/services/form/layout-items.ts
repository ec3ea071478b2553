import type {
  Alignment,
  FormItem,
  ImageLayout,
  NavigationType,
  PageBreak,
  SectionHeader,
  VideoLayout,
} from '../../form/item.ts';
import { ApiError, EnumValue } from '../../runtime/contract.ts';
import { enumValue } from '../../runtime/signatures.ts';
import { Blob, type BlobSource } from '../blob.ts';
import type { FormAccess } from './access.ts';
import { ItemHandle } from './item-handle.ts';

const isSection = (item: FormItem): item is SectionHeader => item.kind === 'SECTION_HEADER';
const isBreak = (item: FormItem): item is PageBreak => item.kind === 'PAGE_BREAK';
const isImage = (item: FormItem): item is ImageLayout => item.kind === 'IMAGE';
const isVideo = (item: FormItem): item is VideoLayout => item.kind === 'VIDEO';

/** A heading within a page (reference: forms/SectionHeaderItem). */
export class SectionHeaderItem extends ItemHandle<SectionHeader> {
  static readonly api = 'Forms.SectionHeaderItem';
  constructor(access: FormAccess, itemId: number) {
    super(access, itemId, 'SECTION_HEADER', isSection);
  }
  protected override handleOf(item: FormItem): SectionHeaderItem {
    return new SectionHeaderItem(this.access, item.id);
  }
}

const SIMPLE: readonly NavigationType[] = ['CONTINUE', 'RESTART', 'SUBMIT'];

/** The start of a page (reference: forms/PageBreakItem). */
export class PageBreakItem extends ItemHandle<PageBreak> {
  static readonly api = 'Forms.PageBreakItem';
  constructor(access: FormAccess, itemId: number) {
    super(access, itemId, 'PAGE_BREAK', isBreak);
  }
  protected override handleOf(item: FormItem): PageBreakItem {
    return new PageBreakItem(this.access, item.id);
  }

  getGoToPage(): PageBreakItem | null {
    const page = this.get('getGoToPage', (item) => item.navigation.page);
    return page === null ? null : new PageBreakItem(this.access, page);
  }

  getPageNavigationType(): EnumValue {
    return enumValue(
      'Forms.PageNavigationType',
      this.get('getPageNavigationType', (item) => item.navigation.type),
    );
  }

  setGoToPage(target: PageBreakItem | EnumValue): this {
    if (!(target instanceof EnumValue)) {
      return this.set('setGoToPage', (item) => {
        item.navigation = { type: 'GO_TO_PAGE', page: target.itemId };
      });
    }
    const type = SIMPLE.find((name) => name === target.name);
    if (!type) throw new ApiError('Invalid argument: navigationType');
    return this.set('setGoToPage', (item) => {
      item.navigation = { type, page: null };
    });
  }
}

const ALIGNMENTS: readonly Alignment[] = ['LEFT', 'CENTER', 'RIGHT'];

abstract class PictureHandle<R extends ImageLayout | VideoLayout> extends ItemHandle<R> {
  getAlignment(): EnumValue {
    return enumValue(
      'Forms.Alignment',
      this.get('getAlignment', (item) => item.alignment),
    );
  }

  setAlignment(alignment: EnumValue): this {
    const found = ALIGNMENTS.find((name) => name === alignment.name);
    return this.set('setAlignment', (item) => {
      item.alignment = found ?? item.alignment;
    });
  }

  getWidth(): number {
    return this.get('getWidth', (item) => item.width);
  }

  setWidth(width: number): this {
    if (width <= 0) throw new ApiError('Invalid argument: width');
    return this.set('setWidth', (item) => {
      item.width = width;
    });
  }
}

/** A picture (reference: forms/ImageItem). */
export class ImageItem extends PictureHandle<ImageLayout> {
  static readonly api = 'Forms.ImageItem';
  constructor(access: FormAccess, itemId: number) {
    super(access, itemId, 'IMAGE', isImage);
  }
  protected override handleOf(item: FormItem): ImageItem {
    return new ImageItem(this.access, item.id);
  }

  getImage(): Blob | null {
    const image = this.get('getImage', (item) => item.image);
    return image && new Blob(Buffer.from(image.base64, 'base64'), image.contentType, image.name);
  }

  setImage(source: BlobSource): this {
    const { bytes, contentType, name } = source.getBlob();
    if (!contentType?.startsWith('image/')) throw new ApiError('Invalid image data.');
    return this.set('setImage', (item) => {
      item.image = { base64: Buffer.from(bytes).toString('base64'), contentType, name: name ?? '' };
    });
  }
}

/** The reference's own examples leave out `https://` (reference: forms/VideoItem). */
const YOUTUBE = /^(?:https?:\/\/)?(?:www\.|m\.)?(?:youtube\.com\/(?:watch\?(?:.*&)?v=|embed\/)|youtu\.be\/)[\w-]{11}/;

/** A video on YouTube (reference: forms/VideoItem). */
export class VideoItem extends PictureHandle<VideoLayout> {
  static readonly api = 'Forms.VideoItem';
  constructor(access: FormAccess, itemId: number) {
    super(access, itemId, 'VIDEO', isVideo);
  }
  protected override handleOf(item: FormItem): VideoItem {
    return new VideoItem(this.access, item.id);
  }

  setVideoUrl(youtubeUrl: string): this {
    if (!YOUTUBE.test(youtubeUrl) && !/^[\w-]{11}$/.test(youtubeUrl))
      throw new ApiError('Invalid YouTube URL or video ID.');
    return this.set('setVideoUrl', (item) => {
      item.url = youtubeUrl;
    });
  }
}
